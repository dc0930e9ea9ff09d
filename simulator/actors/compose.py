"""Puts one reply together: a wording for each beat, what joins them, and the right length.

Facts, concessions, cues, twists, figures, a deal and an ending are never left out. All else is,
from the least important on, once the reply is longer than this person talks. No reply begins as
the one before it did, and none is said twice.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.actors.aspects import asks_openly, is_sorry
from simulator.actors.draw import opening, parts_of
from simulator.actors.lines import Lines
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import BeatKind
from simulator.reading.asking import GREETED, question_of
from simulator.reading.moves import Move, Signal
from simulator.text import fold, words

_DROPPED_FIRST = (
    *(BeatKind.SOFTEN, BeatKind.LEVER, BeatKind.SHARPEN, BeatKind.ASIDE, BeatKind.GREET),
    *(BeatKind.THANKED, BeatKind.HEARD, BeatKind.ANSWER, BeatKind.REACTION, BeatKind.VAGUE),
    *(BeatKind.PROBE, BeatKind.WRAP_UP, BeatKind.POSITION),
)
_TELLS = frozenset({BeatKind.FACT, BeatKind.MORE, BeatKind.CONFIRM})
_FIRM = frozenset({BeatKind.POSITION, BeatKind.REFUSE, BeatKind.DEFLECT})
_KIND = frozenset({BeatKind.HEARD, BeatKind.SOFTEN, BeatKind.THANKED, BeatKind.LEVER})
_TAKES_A_LEAD = _TELLS | _FIRM | {BeatKind.PROBE, BeatKind.COUNTER, BeatKind.CONCESSION}
_TAKES_A_CHILL = _FIRM | {BeatKind.PROBE}
_ASKS = (BeatKind.WRAP_UP, BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT, BeatKind.ANSWER)
"""Beats that may ask something; where two do, the first of these does."""
_OPENER = 2
_LED_IN = re.compile(r"(?:[^\W\d_]+['’]?[ ]?){1,4}\s?:|(?:[^\W\d_]+['’]?[ ]?){1,2},")
_ROOM = 1.9
"""A reply of several parts may be so many times the persona's usual length."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the reply and the beat that it words; None where nothing was decided."""

    kind: BeatKind | None
    text: str

    @property
    def words(self) -> int:
        return len(words(self.text))


class Composer:
    """Words one direction."""

    def __init__(self, direction: Direction, *, gives_back: bool = True) -> None:
        self._direction = direction
        self._lines = Lines(direction, gives_back=gives_back)
        self._lots = self._lines.lots
        self._room = _ROOM * direction.voice.words

    def reply(self) -> str:
        """The whole line: never empty, never one that was said before."""
        parts: list[Part] = []
        for beat in self._ordered():
            text = self._lines.beat(beat, opens=not parts)
            if text:
                parts.append(Part(beat.kind, text))
        parts = self._shortened(parts)
        if not parts:
            parts = [Part(None, self._lines.reserve("any", opens=True))]
        return self._fresh(self._joined(parts))

    def _ordered(self) -> tuple[BeatLines, ...]:
        """The beats as given, each once; a goodbye comes last, with nothing asked beside it."""
        seen: dict[tuple[BeatKind, str], BeatLines] = {}
        for beat in self._direction.beats:
            seen.setdefault((beat.kind, beat.ref), beat)
        beats = list(seen.values())
        kinds = {beat.kind for beat in beats}
        if BeatKind.ENDING in kinds:
            beats = [beat for beat in beats if beat.kind not in _ASKS]
            beats.sort(key=lambda beat: beat.kind is BeatKind.ENDING)
        if {BeatKind.CUE, BeatKind.ANSWER} <= kinds and not self._is_greeted():
            beats = [beat for beat in beats if beat.kind is not BeatKind.ANSWER]
        if {BeatKind.CONFIRM, BeatKind.FACT} <= kinds and asks_openly(self._direction):
            beats = [beat for beat in beats if beat.kind is not BeatKind.CONFIRM]
        if {BeatKind.HEARD, BeatKind.ANSWER} <= kinds:
            less = BeatKind.HEARD if self._is_greeted() else BeatKind.ANSWER
            if self._is_greeted() or (self._is_checked() and not asks_openly(self._direction)):
                beats = [beat for beat in beats if beat.kind is not less]
        if {BeatKind.HEARD, BeatKind.SETTLED} <= kinds and self._is_checked():
            beats = [beat for beat in beats if beat.kind is not BeatKind.SETTLED]
        if {BeatKind.GREET, BeatKind.THANKED} <= kinds:
            beats = [beat for beat in beats if beat.kind is not BeatKind.THANKED]
        return tuple(beats)

    def _is_greeted(self) -> bool:
        """Whether the mentee asked how one is: that is answered, and nothing was heard."""
        return question_of(self._direction.heard.text, self._direction.language) in GREETED

    def _is_checked(self) -> bool:
        """Whether the mentee asked if they had understood: to be heard is the answer then."""
        return self._direction.heard.reading.has(Move.CHECKING_UNDERSTANDING, Move.SUMMARY)

    def _shortened(self, parts: list[Part]) -> list[Part]:
        """`parts` without what a person of this length would leave out."""
        for kind in _DROPPED_FIRST:
            if len(parts) < 2 or sum(part.words for part in parts) <= self._room:
                break
            parts = [part for part in parts if part.kind is not kind] or parts
        asking = [part for part in parts if part.kind in _ASKS and part.text.endswith("?")]
        asking.sort(key=lambda part: _ASKS.index(part.kind) if part.kind else 0)
        return [part for part in parts if part not in asking[1:]]

    def _joined(self, parts: Sequence[Part]) -> str:
        """The parts with a lead before them and links between, where there is room for these."""
        room = self._room - sum(part.words for part in parts)
        lead = self._lead(parts[0], room)
        pieces = [lead] if lead else []
        link_allowed = not lead and room >= 4
        for place, part in enumerate(parts):
            before = parts[place - 1].kind if place else None
            fits = link_allowed and not _has_an_opener(part.text)
            link = self._link(before, part.kind) if fits else None
            if link:
                pieces.append(link)
                link_allowed = False
            pieces.append(part.text)
        return " ".join(pieces)

    def _lead(self, first: Part, room: float) -> str | None:
        """A word on what the mentee just said, where the first part itself has none."""
        drawer = self._lines.drawer
        picked = any(value in first.text for value in drawer.slots.values())
        if first.kind not in _TAKES_A_LEAD or picked or room < 2 or _has_an_opener(first.text):
            return None
        sorry = is_sorry(self._direction)
        if not sorry and not self._lots.falls("lead", 0.5):
            return None
        for option in self._leads(first.kind):
            purpose = f"lead {option}"
            line = drawer.draw(purpose, (self._lines.stocked("lead", option),), opens=True)
            if line and len(words(line)) <= room + 2:
                return line
            if line:
                drawer.give_back(line)
        return None

    def _leads(self, kind: BeatKind) -> Iterable[str]:
        """Which leads may stand before a part of this kind, the best first."""
        reading = self._direction.heard.reading
        if is_sorry(self._direction):
            yield "apology"
        if kind in _FIRM | {BeatKind.PROBE} and kind is not BeatKind.DEFLECT:
            yield "mirror"
            if reading.has(Move.OFFER):
                yield "figure"
            if self._lots.falls("topic lead", 0.5):
                yield "topic"
        if kind in _TELLS | {BeatKind.DEFLECT} and reading.has(Move.OPEN_QUESTION):
            yield "question"
        if self._direction.warming:
            yield "warming"
        if self._direction.cooling and kind in _TAKES_A_CHILL:
            yield "cooling"

    def _link(self, before: BeatKind | None, kind: BeatKind | None) -> str | None:
        """What ties a part to the one before it, now and then."""
        thanked = self._direction.heard.reading.signalled(Signal.THANKS)
        if kind in _TELLS and (before in _KIND or before is None):
            name, chance = "telling", 0.35
        elif kind in _FIRM and before in _KIND and not thanked:
            name, chance = "but", 0.6
        elif kind is BeatKind.CONCESSION and before is not None:
            name, chance = "giving", 0.3
        else:
            return None
        if not self._lots.falls(f"link {name}", chance):
            return None
        pools = (self._lines.stocked("link", name),)
        return self._lines.drawer.draw(f"link {name}", pools, opens=before is None)

    def _fresh(self, reply: str) -> str:
        """`reply`, with a word before it where it would begin or be like one already said."""
        said = {fold(earlier) for earlier in self._direction.said}
        last = opening(self._direction.said[-1]) if self._direction.said else ""
        if fold(reply) not in said and opening(reply) != last:
            return reply
        drawer = self._lines.drawer
        fillers = sorted(
            (one.template for one in self._lines.stocked("lead", "filler")),
            key=lambda one: (not drawer.is_fresh(one), self._lots.of("filler", one)),
        )
        for filler in fillers:
            longer = f"{filler} {reply}"
            if fold(longer) not in said and opening(longer) != last:
                return longer
        return f"{self._lines.reserve('any', opens=True)} {reply}"


def _has_an_opener(text: str) -> bool:
    """Whether a part has its own first word or two already, so that none goes before it."""
    first = parts_of(text)
    return bool(_LED_IN.match(text)) or (bool(first) and len(first[0].split()) <= _OPENER)
