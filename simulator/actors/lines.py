"""The words for each beat: the scenario's lines, then the persona's own, then the stock.

What the director decided is always worded, pointed back to where it was said before. Every other
beat is worded from what was not said yet, and from the reserve once a kind is spent. The persona's
own lines come first about two times in three, less often where the stock has lines for just this.
"""

from collections.abc import Sequence
from itertools import product

from simulator.actors.aspects import RESERVES, Place, place_of
from simulator.actors.draw import Candidate, Drawer
from simulator.actors.echo import slots
from simulator.actors.lots import Lots
from simulator.actors.stock import stock_of
from simulator.actors.words import words_of
from simulator.director.amounts import package_phrase
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import BeatKind
from simulator.library.persona import Situation
from simulator.text import fold, sentences, words

KEPT = frozenset(
    {
        *(BeatKind.FACT, BeatKind.CONCESSION, BeatKind.CUE, BeatKind.TWIST),
        *(BeatKind.COUNTER, BeatKind.DEAL, BeatKind.ENDING),
    }
)
"""Beats that are said whatever the length, and again if need be."""

_INSTEAD = {BeatKind.REPLY: BeatKind.ANSWER, BeatKind.MORE: BeatKind.HEARD}
"""What is worded where the author's own lines for a kind are spent."""
_ECHO_EVERY = 4
_GREETING = 3
"""Words of a greeting that is followed by something else."""


class Lines:
    """The lines that one direction may be worded from."""

    def __init__(self, direction: Direction, *, gives_back: bool = True) -> None:
        self.lots = Lots(direction.seed)
        self._direction = direction
        self._stock = stock_of(direction.language)
        filled = dict(slots(direction)) if gives_back else {}
        self._offer = direction.counter and package_phrase(
            direction.counter, direction.issues, direction.language
        )
        if self._offer:
            filled |= {"offer": self._offer, "Offer": self._offer[0].upper() + self._offer[1:]}
        if direction.unsaid:
            filled |= {"open": ", ".join(direction.unsaid)}
        self._several = len(direction.beats) > 1
        kinds = {beat.kind for beat in direction.beats}
        self._only_greets = kinds <= {BeatKind.GREET, BeatKind.THANKED}
        self.drawer = Drawer(
            self.lots,
            filled,
            direction.said,
            brief=0.05 if self._several else 0.0,
            echoes=self._may_echo(),
        )

    def _may_echo(self) -> bool:
        """Whether this reply may open with the mentee's words: one in four, none to a question."""
        direction = self._direction
        if direction.heard.text.rstrip().endswith("?"):
            return False
        first = Lots(direction.said[0] if direction.said else direction.seed)
        return direction.turn % _ECHO_EVERY == int(first.of("echo") * _ECHO_EVERY)

    def beat(self, beat: BeatLines, *, opens: bool) -> str | None:
        """The words for one beat; None where it has none and can go unsaid."""
        if beat.kind in (BeatKind.COUNTER, BeatKind.DEAL):
            return self._figures(beat, opens=opens)
        if beat.lines:
            return self._scenario_line(beat, opens=opens)
        if beat.kind in (BeatKind.REACTION, BeatKind.TWIST, BeatKind.CUE):
            return None
        if beat.kind is BeatKind.GREET and not self._only_greets:
            pools = (self._own_greetings(), self.stocked("greet"))
            brief = tuple([one for one in pool if _is_brief(one.template)] for pool in pools)
            return self.drawer.draw("greet", brief, opens=opens)
        return self._worded(beat.kind, opens=opens)

    def stocked(self, kind: str, aspect: str = "") -> tuple[Candidate, ...]:
        """The stock's lines for this mood and address."""
        lines = self._stock.lines(kind, self._direction.mood, self._direction.address, aspect)
        return tuple(Candidate(line.text, 0.0 if line.group == "any" else 0.15) for line in lines)

    def reserve(self, aspect: str, *, opens: bool) -> str:
        """A line that fits when a kind has nothing left; two of them when even those are spent."""
        pools = (self.stocked("reserve", aspect), self.stocked("reserve", "any"))
        line = self.drawer.draw("reserve", pools, opens=opens)
        if line:
            return line
        texts = [one.template for one in (*pools[0], *pools[1])]
        said = {fold(reply) for reply in self._direction.said}
        pairs = [f"{one} {other}" for one, other in product(texts, texts) if one != other]
        pairs.sort(key=lambda pair: self.lots.of("pairs", pair))
        return next((pair for pair in pairs if fold(pair) not in said), " ".join(texts))

    def _worded(self, kind: BeatKind, *, opens: bool) -> str:
        kind = _INSTEAD.get(kind, kind)
        place = place_of(kind, self._direction)
        line = self.drawer.draw(kind.value, self._pools(kind, place), opens=opens)
        return line or self.reserve(RESERVES.get(kind, "any"), opens=opens)

    def _pools(self, kind: BeatKind, place: Place) -> tuple[Sequence[Candidate], ...]:
        """Where the words of a kind come from, in the order in which they are tried."""
        own = self._own(kind)
        particular = self.stocked(place.kind, place.aspect)
        if place == Place(BeatKind.SILENT.value, "minimal", place.own):
            particular = (*particular, *self.stocked(place.kind))
        general = self.stocked(kind.value)
        if place.kind == BeatKind.ANSWER.value and kind is not BeatKind.ANSWER:
            return particular, self.stocked(place.kind)
        if kind is BeatKind.ANSWER and not place.own:
            return particular, general
        if self.lots.falls(f"own {kind.value}", place.own):
            return own, particular, general
        return particular, own, general

    def _own(self, kind: BeatKind) -> tuple[Candidate, ...]:
        """The persona's lines for a kind; those that speak of a figure only where there is one."""
        found = next(
            (said for one, said in self._direction.lines.items() if one.value == kind.value), ()
        )
        known = words_of(self._direction.language)
        has_figure = bool(self._direction.heard.reading.quantities)
        return tuple(
            Candidate(line)
            for line in found
            if has_figure or kind is not BeatKind.PROBE or not known.names_a_figure(line)
        )

    def _own_greetings(self) -> tuple[Candidate, ...]:
        """How the persona's own greetings begin."""
        own = self._direction.lines.get(Situation.GREET, ())
        return tuple(Candidate(first.of(line)) for line in own for first in sentences(line)[:1])

    def _scenario_line(self, beat: BeatLines, *, opens: bool) -> str | None:
        limit = self._direction.voice.words
        lines = [Candidate(line, -0.02 * max(0, len(words(line)) - limit)) for line in beat.lines]
        purpose = f"{beat.kind.value} {beat.ref}"
        line = self.drawer.draw(purpose, (lines,), opens=opens)
        line = line or self.drawer.draw(purpose, (lines,), opens=opens, whole=True)
        if line:
            return line
        if beat.kind in KEPT:
            return self._once_more(beat)
        if beat.kind is BeatKind.POSITION:
            again = self.drawer.draw("again", (self.stocked("position", "again"),), opens=opens)
            return again or self.reserve("no", opens=opens)
        if beat.kind in (BeatKind.REACTION, BeatKind.LEVER):
            return None
        return self._worded(beat.kind, opens=opens)

    def _once_more(self, beat: BeatLines) -> str:
        """What must be said though it was said before: pointed back to, in its shortest wording."""
        shortest = min(beat.lines, key=lambda line: len(words(line)))
        lead = self.drawer.draw("again", (self.stocked("again"),), opens=True)
        return f"{lead or self.reserve('any', opens=True)} {shortest}"

    def _figures(self, beat: BeatLines, *, opens: bool) -> str | None:
        """The computed figures in a frame; a line of the persona's may stand before them."""
        is_deal = beat.kind is BeatKind.DEAL
        own = [Candidate(line) for line in beat.lines]
        if not self._offer and is_deal:
            bare = self.drawer.draw("deal", (own, self.stocked("deal", "bare")), opens=opens)
            return bare or self.reserve("yes", opens=opens)
        if not self._offer:
            return self._worded(BeatKind.PROBE, opens=opens)
        frame = self.drawer.draw(beat.kind.value, (self.stocked(beat.kind.value),), opens=opens)
        figures = frame or f"{self.reserve('any', opens=opens)} {self.drawer.slots['Offer']}."
        if not own and not is_deal and self.lots.falls("counter lead", 0.4):
            own = [Candidate(one) for one in self._direction.lines.get(Situation.COUNTER, ())]
        lead = self.drawer.draw("counter lead", (own,), opens=opens)
        said = f"{lead} {self.drawer.slots['Offer']}." if lead else figures
        left = (
            None
            if is_deal
            else self.drawer.draw("open", (self.stocked("counter", "open"),), opens=False)
        )
        return f"{said} {left}" if left else said


def _is_brief(greeting: str) -> bool:
    """Whether a greeting asks nothing and leaves room for what follows it."""
    return len(words(greeting)) <= _GREETING and "?" not in greeting
