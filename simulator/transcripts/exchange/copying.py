"""A session's copy without its mentee's name: the same talk, told under a chain of its own.

Only the declared name goes, from every text, with the spans moved to where the words now stand;
what a mentee wrote for themselves goes too unless it was asked for. The same session always gives
the same copy, and a longer one gives a longer copy, so that a second one follows the first.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from simulator.text import Span, fold
from simulator.transcripts.chain import Link, canonical, linked
from simulator.transcripts.exchange.names import Edit, Names, moved
from simulator.transcripts.schema import GENESIS

PRIVATE = frozenset({"reflection-written", "prediction-made", "commitment-made", "real-talk-told"})
"""Kinds of event that are left out of a copy unless they were asked for."""
_FOLDED = "folded"
WORDED = frozenset(
    {
        *("text", "note", "author", "mentee", "with_whom", "answers", "values", "names", "word"),
        *("when", "then", _FOLDED),
    }
)
"""Keys of events under which there are words; under all others are codes, ids and figures."""
_OF_DEFINITIONS = frozenset({"title", "opening"})
_TEXTS = WORDED - {_FOLDED} | _OF_DEFINITIONS
_READ = frozenset({"line-read", "reading-refined"})
"""Kinds of event whose spans are of the line at their turn."""
_SAID = frozenset({"mentee-spoke", "reply-done", "reply-interrupted"})

Edits = Mapping[int, tuple[Edit, ...]]
Json = dict[str, Any]


def copied(
    links: Sequence[Link],
    names: Names,
    renamed: Mapping[str, str],
    *,
    with_private: bool = False,
    shared_with: str = "",
) -> tuple[Link, ...]:
    """The links of the copy of a session; `shared_with` ends it with that share.

    `links` hold no notes to oneself. `renamed` gives the new hash of each definition that had the name in it. A share stands at the
    time of the entry before it and names no copy.
    """
    told = [(link.at, json.loads(link.event)) for link in links]
    kept = [(at, event) for at, event in told if with_private or event["kind"] not in PRIVATE]
    if shared_with:
        kept.append(("", {"kind": "session-shared", "with_whom": shared_with, "copy_head": ""}))
    edits = {
        event["turn"]: names.rewritten(event["text"])[1]
        for _, event in kept
        if event["kind"] in _SAID
    }
    chain: list[Link] = []
    for at, event in _whole_replies(kept):
        prev = chain[-1] if chain else None
        is_share = event["kind"] == "session-shared"
        anew = _anew(event, names, renamed, edits)
        chain.append(
            linked(
                GENESIS if prev is None else prev.hash,
                links[0].session,
                len(chain) + 1,
                prev.at if prev is not None and is_share else at,
                canonical({**anew, "copy_head": ""} if is_share else anew),
            )
        )
    return tuple(chain)


def definition_without(text: str, names: Names) -> str:
    """The text of a recorded conversation's definition with the name taken out of its words."""
    return canonical(_walked(json.loads(text), names, {}, None))


def _whole_replies(told: Sequence[tuple[str, Json]]) -> Iterator[tuple[str, Json]]:
    """`told` with the pieces of a reply joined, for a name may be spread over several."""
    under_way: tuple[str, Json] | None = None
    for at, event in told:
        if event["kind"] == "reply-part":
            if under_way is None:
                under_way = (at, dict(event))
            else:
                under_way[1]["text"] += event["text"]
            continue
        if under_way is not None:
            yield under_way
            under_way = None
        yield at, event
    if under_way is not None:
        yield under_way


def _anew(event: Json, names: Names, renamed: Mapping[str, str], edits: Edits) -> Json:
    turn = event.get("turn") if event["kind"] in _READ else None
    anew: Json = _walked(event, names, edits, turn)
    if event["kind"] == "session-opened":
        pinned = anew["scenario_hash"]
        anew["scenario_hash"] = renamed.get(pinned, pinned)
    return anew


def _walked(value: Any, names: Names, edits: Edits, turn: int | None) -> Any:
    """`value` with its words rewritten and its spans moved; `turn` is that of spans without one."""
    match value:
        case list():
            return [_walked(one, names, edits, turn) for one in value]
        case dict():
            anew = {
                key: _worded(one, names)
                if key in _TEXTS
                else fold(names.taken_out(one))
                if key == _FOLDED and isinstance(one, str)
                else _walked(one, names, edits, turn)
                for key, one in value.items()
            }
            place = value.get("turn", turn)
            if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
                span = moved(Span(value["start"], value["end"]), edits.get(place or 0, ()))
                anew |= {"start": span.start, "end": span.end}
            return anew
        case _:
            return value


def _worded(value: Any, names: Names) -> Any:
    """`value` with every text in it rewritten."""
    match value:
        case str():
            return names.taken_out(value)
        case list():
            return [_worded(one, names) for one in value]
        case dict():
            return {key: _worded(one, names) for key, one in value.items()}
        case _:
            return value


def without(value: Any, names: Names) -> Any:
    """Any JSON value with the name taken out of every text in it."""
    return _worded(value, names)
