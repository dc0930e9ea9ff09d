"""The guard of one turn: everything a reply is held against, made ready once.

Built before the first word of a reply, asked after each clause of it. A check takes well under a
millisecond, so that a clause is shown as soon as it is whole.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from simulator.director.direction import Direction
from simulator.director.state import Beat
from simulator.library.scenario import Scenario
from simulator.practice.guard import shape
from simulator.practice.guard.address import is_amiss
from simulator.practice.guard.carried import leaves_out, unsaid
from simulator.practice.guard.openly import direction_texts, scenario_texts, words_in
from simulator.practice.guard.reply import Reply
from simulator.practice.guard.role import (
    Open,
    Speaker,
    leaves_role,
    speaks_for_mentee,
    speaks_for_other,
)
from simulator.practice.guard.secrets import Heard, Lock, Secret
from simulator.practice.guard.tongue import Tongue
from simulator.practice.guard.yielding import Table

Refusal = Literal[
    "leak",
    "speaks-for-mentee",
    "speaks-for-other",
    "leaves-role",
    "markup",
    "wrong-language",
    "wrong-address",
    "ungranted",
    "repeats",
    "too-long",
    "leaves-out",
    "empty",
]
"""Why a reply may not be shown; worded in the catalogue under `views.refused.`."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Holds the replies to one of the mentee's lines against what may be said."""

    direction: Direction
    tongue: Tongue
    locks: tuple[Lock, ...]
    speaker: Speaker
    table: Table
    is_open: Open

    @classmethod
    def of(
        cls,
        scenario: Scenario,
        direction: Direction,
        secrets: Iterable[Secret],
        others: Iterable[str] = (),
    ) -> Self:
        """The guard for the reply to one line, with `secrets` locked.

        `others` are the names of those in the cast whose turn it is not.
        """
        tongue = Tongue.of(direction.language)
        unlocked = scenario_texts(scenario)
        heard = Heard.of(direction, tongue, words_in(unlocked))
        texts = (*unlocked, *direction_texts(direction))
        return cls(
            direction=direction,
            tongue=tongue,
            locks=tuple(Lock.of(one, heard, tongue) for one in secrets),
            speaker=Speaker.of(direction, tongue, others),
            table=Table.of(scenario, direction, texts),
            is_open=Open(texts),
        )

    def refusal(
        self, text: str, *, is_whole: bool = False, is_ours: bool = False
    ) -> Refusal | None:
        """Why `text` may not be shown; None if it may.

        It is a reply as far as it is worded, or, with `is_whole`, all of it: then it must also
        say what it was told to say. One that `is_ours` is put together from lines of our files, in
        their language and as the director orders; only what chance may bring into it is looked for.
        """
        reply = Reply(text, self.tongue, is_whole, is_ours)
        given_away = {lock.code for lock in self.locks if lock.is_opened_by(reply)}
        if "leak" in given_away:
            return "leak"
        if speaks_for_mentee(reply, self.speaker):
            return "speaks-for-mentee"
        if shape.is_markup(reply):
            return "markup"
        if not is_ours and (code := self._foreign_to_the_part(reply, given_away)) is not None:
            return code
        if shape.is_too_long(reply, self.direction):
            return "too-long"
        if shape.repeats(reply, self.direction):
            return "repeats"
        return self._content(reply) if is_whole else None

    def unsaid(self, text: str, *, is_whole: bool) -> tuple[Beat, ...]:
        """What the reply was to say and `text` does not hold; a reply cut short must say more."""
        return unsaid(Reply(text, self.tongue, is_whole), self.direction)

    def _foreign_to_the_part(self, reply: Reply, given_away: set[str]) -> Refusal | None:
        """What somebody else would say: a program, a stranger, one with more to give."""
        if speaks_for_other(reply, self.speaker):
            return "speaks-for-other"
        if leaves_role(reply, self.speaker, self.is_open):
            return "leaves-role"
        if shape.is_foreign(reply):
            return "wrong-language"
        if is_amiss(reply, self.direction.address, is_alone=self.speaker.is_alone):
            return "wrong-address"
        return "ungranted" if given_away or self.table.is_overdrawn_by(reply) else None

    def _content(self, reply: Reply) -> Refusal | None:
        if not reply.tokens:
            return "empty"
        return "leaves-out" if leaves_out(reply, self.direction) else None
