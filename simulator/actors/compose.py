"""Puts one reply together: a wording for each beat, what joins them, and the right length.

What the director decided is always said: facts, concessions, cues, twists, figures, a deal and an
ending are never left out. All else is, from the least important on, once the reply is longer than
this person talks. The scenario's lines come first, then the persona's own, then the stock.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from simulator.actors.amounts import package_phrase
from simulator.actors.aspects import RESERVES, aspect_of
from simulator.actors.draw import Candidate, Drawer, opening
from simulator.actors.echo import slots
from simulator.actors.lots import Lots
from simulator.actors.stock import Stock, stock_of
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import BeatKind
from simulator.library.persona import Situation
from simulator.reading.moves import Move
from simulator.text import fold, words

KEPT = frozenset(
    {
        *(BeatKind.FACT, BeatKind.CONCESSION, BeatKind.CUE, BeatKind.TWIST),
        *(BeatKind.COUNTER, BeatKind.DEAL, BeatKind.ENDING),
    }
)
"""Beats that are said whatever the length."""

_DROPPED_FIRST = (
    *(BeatKind.SOFTEN, BeatKind.LEVER, BeatKind.SHARPEN, BeatKind.ASIDE, BeatKind.GREET),
    *(BeatKind.THANKED, BeatKind.HEARD, BeatKind.ANSWER, BeatKind.REACTION, BeatKind.VAGUE),
    *(BeatKind.PROBE, BeatKind.POSITION, BeatKind.WRAP_UP),
)
_GIVES = frozenset({BeatKind.CONCESSION, BeatKind.DEAL, BeatKind.COUNTER})
_TELLS = frozenset({BeatKind.FACT, BeatKind.CONFIRM})
_FIRM = frozenset({BeatKind.POSITION, BeatKind.REFUSE, BeatKind.DEFLECT})
_KIND = frozenset({BeatKind.HEARD, BeatKind.SOFTEN, BeatKind.THANKED, BeatKind.LEVER})
_TAKES_A_LEAD = _TELLS | _FIRM | {BeatKind.PROBE, BeatKind.COUNTER, BeatKind.CONCESSION}
_ASKS = frozenset({BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT, BeatKind.ANSWER})
_ROOM = 1.5
"""A reply of several parts may be so many times the persona's usual length."""
_CEILING = 60
"""Words that no reply of ordinary persons passes."""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the reply and the beat that it words; leads and links word none."""

    kind: BeatKind | None
    text: str

    @property
    def words(self) -> int:
        return len(words(self.text))


class Composer:
    """Words one direction."""

    def __init__(self, direction: Direction) -> None:
        self._direction = direction
        self._stock: Stock = stock_of(direction.language)
        self._lots = Lots(direction.seed)
        filled = dict(slots(direction))
        offer = direction.counter and package_phrase(
            direction.counter, direction.issues, direction.language
        )
        if offer:
            filled |= {"offer": offer, "Offer": offer[0].upper() + offer[1:]}
        self._offer = offer
        several = len(direction.beats) > 1
        self._drawer = Drawer(self._lots, filled, direction.said, brief=0.05 if several else 0.0)

    def reply(self) -> str:
        """The whole line: never empty, never one that was said before."""
        parts: list[Part] = []
        for beat in self._ordered():
            text = self._beat(beat, opens=not parts)
            if text:
                parts.append(Part(beat.kind, text))
        parts = self._shortened(parts)
        if not parts:
            parts = [Part(None, self._reserve("any", opens=True))]
        return self._fresh(self._joined(parts))

    def _ordered(self) -> tuple[BeatLines, ...]:
        """The beats as given, each once; a goodbye has nothing asked beside it, and comes last."""
        seen: dict[tuple[BeatKind, str], BeatLines] = {}
        for beat in self._direction.beats:
            seen.setdefault((beat.kind, beat.ref), beat)
        beats = list(seen.values())
        if any(beat.kind is BeatKind.ENDING for beat in beats):
            beats = [beat for beat in beats if beat.kind not in _ASKS | {BeatKind.WRAP_UP}]
            beats.sort(key=lambda beat: beat.kind is BeatKind.ENDING)
        return tuple(beats)

    def _beat(self, beat: BeatLines, *, opens: bool) -> str | None:
        """The words for one beat; None where it has none and can go unsaid."""
        if beat.kind in (BeatKind.COUNTER, BeatKind.DEAL):
            return self._figures(beat, opens=opens)
        if beat.lines:
            return self._scenario_line(beat, opens=opens)
        if beat.kind in (BeatKind.REACTION, BeatKind.TWIST, BeatKind.CUE):
            return None
        aspect = aspect_of(beat.kind, self._direction)
        text = self._drawer.draw(beat.kind.value, self._pools(beat.kind, aspect), opens=opens)
        return text or self._reserve(RESERVES.get(beat.kind, "any"), opens=opens)

    def _scenario_line(self, beat: BeatLines, *, opens: bool) -> str | None:
        candidates = [Candidate(line) for line in beat.lines]
        limit = self._direction.voice.words
        unsaid = [
            Candidate(line.template, -0.02 * max(0, len(words(line.template)) - limit))
            for line in candidates
        ]
        line = self._drawer.draw(f"{beat.kind.value} {beat.ref}", (unsaid,), opens=opens)
        if line:
            return line
        if beat.kind in KEPT:
            return self._once_more(beat)
        if beat.kind is BeatKind.POSITION:
            pools = (self._stocked("position", "again"),)
            again = self._drawer.draw("again", pools, opens=opens)
            return again or self._reserve("no", opens=opens)
        if beat.kind in (BeatKind.REACTION, BeatKind.LEVER):
            return None
        own = self._drawer.draw(beat.kind.value, self._pools(beat.kind, ""), opens=opens)
        return own or self._reserve(RESERVES.get(beat.kind, "any"), opens=opens)

    def _once_more(self, beat: BeatLines) -> str:
        """What must be said though it was said before: pointed back to, in its shortest wording."""
        shortest = min(beat.lines, key=lambda line: len(words(line)))
        lead = self._drawer.draw("again", (self._stocked("again"),), opens=True)
        return f"{lead or self._reserve('any', opens=True)} {shortest}"

    def _figures(self, beat: BeatLines, *, opens: bool) -> str | None:
        """The computed figures in a frame; a persona's own line may stand before them."""
        if not self._offer:
            if beat.kind is BeatKind.DEAL:
                pools = (*_own(beat), self._stocked("deal", "bare"))
                return self._drawer.draw("deal", pools, opens=opens) or self._reserve(
                    "yes", opens=opens
                )
            return self._drawer.draw("counter", self._pools(BeatKind.COUNTER, ""), opens=opens)
        frame = self._drawer.draw(beat.kind.value, (self._stocked(beat.kind.value),), opens=opens)
        figures = frame or f"{self._reserve('any', opens=opens)} {self._drawer.slots['Offer']}."
        lines = beat.lines or self._direction.lines.get(Situation.COUNTER, ())
        wanted = beat.lines or self._lots.falls("counter lead", 0.4)
        if not wanted or (beat.kind is BeatKind.DEAL and not beat.lines):
            return figures
        lead = self._drawer.draw("counter lead", ([Candidate(one) for one in lines],), opens=opens)
        return f"{lead} {figures}" if lead else figures

    def _pools(self, kind: BeatKind, aspect: str) -> tuple[Sequence[Candidate], ...]:
        """Where the words of a kind come from, in the order in which they are tried."""
        own: tuple[Candidate, ...] = ()
        for situation, lines in self._direction.lines.items():
            if situation.value == kind.value:
                own = tuple(Candidate(line) for line in lines)
        particular = self._stocked(kind.value, aspect) if aspect else ()
        general = self._stocked(kind.value)
        if kind is BeatKind.SILENT:
            particular = (*particular, *general)
        if self._lots.falls(f"own {kind.value}", 0.5 if particular else 0.67):
            return own, particular, general
        return particular or general, own, general

    def _stocked(self, kind: str, aspect: str = "") -> tuple[Candidate, ...]:
        lines = self._stock.lines(kind, self._direction.mood, self._direction.address, aspect)
        return tuple(Candidate(line.text, 0.0 if line.group == "any" else 0.15) for line in lines)

    def _reserve(self, aspect: str, *, opens: bool) -> str:
        """A line that fits when a kind has nothing left; two of them when even those are spent."""
        pools = (self._stocked("reserve", aspect), self._stocked("reserve", "any"))
        line = self._drawer.draw("reserve", pools, opens=opens)
        if line:
            return line
        texts = [one.template for one in (*pools[0], *pools[1])]
        said = {fold(reply) for reply in self._direction.said}
        pairs = [f"{one} {other}" for one, other in product(texts, texts) if one != other]
        pairs.sort(key=lambda pair: self._lots.of("pairs", pair))
        return next((pair for pair in pairs if fold(pair) not in said), " ".join(texts))

    def _shortened(self, parts: list[Part]) -> list[Part]:
        """`parts` without what a person of this length would leave out."""
        limit = _ROOM * self._direction.voice.words
        for kind in _DROPPED_FIRST:
            if len(parts) < 2 or sum(part.words for part in parts) <= limit:
                break
            parts = [part for part in parts if part.kind is not kind] or parts
        asking = [part for part in parts if part.kind in _ASKS and part.text.endswith("?")]
        for extra in asking[1:]:
            parts = [part for part in parts if part is not extra]
        return parts

    def _joined(self, parts: Sequence[Part]) -> str:
        """The parts with a lead before them and links between, where there is room for these."""
        room = _ROOM * self._direction.voice.words - sum(part.words for part in parts)
        lead = self._lead(parts[0], room)
        pieces = [lead] if lead else []
        link_allowed = not lead and room >= 4
        for place, part in enumerate(parts):
            before = parts[place - 1].kind if place else None
            link = self._link(before, part.kind) if link_allowed else None
            if link:
                pieces.append(link)
                link_allowed = False
            pieces.append(part.text)
        return " ".join(pieces)

    def _lead(self, first: Part, room: float) -> str | None:
        """A word on what the mentee just said, where the first part itself has none."""
        picked = any(value in first.text for value in self._drawer.slots.values())
        if first.kind not in _TAKES_A_LEAD or picked or room < 2:
            return None
        if not self._lots.falls("lead", 0.6):
            return None
        options: list[str] = []
        if first.kind not in (BeatKind.COUNTER, BeatKind.DEFLECT):
            options += ["mirror", "figure", "topic"]
        if self._direction.heard.reading.has(Move.OPEN_QUESTION):
            options.append("question")
        options += ["warming"] * self._direction.warming + ["cooling"] * self._direction.cooling
        for option in options:
            if option == "topic" and not self._lots.falls("topic lead", 0.5):
                continue
            line = self._drawer.draw(f"lead {option}", (self._stocked("lead", option),), opens=True)
            if line and len(words(line)) <= room + 2:
                return line
            if line:
                self._drawer.give_back(line)
        return None

    def _link(self, before: BeatKind | None, kind: BeatKind | None) -> str | None:
        """What ties a part to the one before it, now and then."""
        if kind in _TELLS and (before in _KIND or before is None):
            name, chance = "telling", 0.35
        elif kind in _FIRM and before in _KIND:
            name, chance = "but", 0.6
        elif kind in _GIVES and before is not None:
            name, chance = "giving", 0.3
        else:
            return None
        if not self._lots.falls(f"link {name}", chance):
            return None
        pools = (self._stocked("link", name),)
        return self._drawer.draw(f"link {name}", pools, opens=before is None)

    def _fresh(self, reply: str) -> str:
        """`reply`, with a word before it where it would begin or be like one already said."""
        said = {fold(earlier) for earlier in self._direction.said}
        last = opening(self._direction.said[-1]) if self._direction.said else ""
        if fold(reply) not in said and opening(reply) != last:
            return reply
        fillers = sorted(
            (one.template for one in self._stocked("lead", "filler")),
            key=lambda one: (not self._drawer.is_fresh(one), self._lots.of("filler", one)),
        )
        for filler in fillers:
            longer = f"{filler} {reply}"
            if fold(longer) not in said and opening(longer) != last:
                return longer
        return f"{self._reserve('any', opens=True)} {reply}"


def _own(beat: BeatLines) -> tuple[Sequence[Candidate], ...]:
    return (tuple(Candidate(line) for line in beat.lines),) if beat.lines else ()
