"""Judges that say what they are told to say, and a talk to put before them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from simulator.debrief.judging.asking import Asking, askings
from simulator.reading.moves import Move
from tests.debrief.talks import Said, talk

LINES = (
    Said("Claire, what is behind the rule?", "My director counts the badges.", topics={}),
    Said("I see. You were told off in May, then.", "Yes. It was not pleasant.", told=("badges",)),
    Said("You never listen!", "Excuse me?", moves={Move.BLAME: ""}),
)
"""Turns 2, 4 and 6; the other person opens at turn 1."""


def asked(item: str = "hear-her", lines: Sequence[Said] = LINES) -> Asking:
    """The asking about one item of the talk."""
    return askings(*talk(*lines), only={item})[0]


def reply(verdict: str, *quotes: tuple[int, str], **more: object) -> str:
    """A reply in the form that was asked for."""
    quoted = [{"turn": turn, "quote": quote} for turn, quote in quotes]
    return json.dumps({"verdict": verdict, "quotes": quoted, **more})


@dataclass
class Scripted:
    """A judge that gives these replies in order, raises those that are errors, and notes what it
    was asked."""

    replies: Iterable[str | Exception]
    name: str = "scripted"
    asked: list[Asking] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._next = iter(self.replies)

    async def ask(self, asking: Asking) -> str:
        self.asked.append(asking)
        given = next(self._next)
        if isinstance(given, Exception):
            raise given
        return given
