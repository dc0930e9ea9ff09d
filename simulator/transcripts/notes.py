"""A session as anybody but its mentee may have it: without the notes that were for nobody else.

A note to oneself never leaves in a file, in any form. What is left of the session is chained anew,
so that it can be checked where it lands, and can be told again here at any time: the same session
always gives the same, a longer one a longer, and one without such notes is what it was.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from simulator.transcripts.chain import Link, linked
from simulator.transcripts.schema import GENESIS


def is_note(event: Any) -> bool:
    """Whether an event, as JSON, is a mark that nobody but whoever set it reads."""
    is_mark = isinstance(event, dict) and event.get("kind") == "turn-marked"
    return is_mark and bool(event.get("private"))


def notes_in(links: Iterable[Link]) -> int:
    """How many notes to oneself there are."""
    return sum(map(_is_note, links))


def for_others(links: Sequence[Link]) -> tuple[Link, ...]:
    """`links` without notes to oneself, from the first of them on under hashes of their own."""
    told: list[Link] = []
    for link in links:
        if not _is_note(link):
            prev = told[-1].hash if told else GENESIS
            told.append(linked(prev, link.session, len(told) + 1, link.at, link.event))
    return tuple(told)


def _is_note(link: Link) -> bool:
    return '"turn-marked"' in link.event and is_note(json.loads(link.event))
