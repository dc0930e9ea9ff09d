"""Findings: one verdict for every item asked of a talk, with its evidence.

Those of the rubric are found here, those across turns in `simulator.debrief.across`.

`observed` quotes the mentee's own words. `not-observed` means that there was a chance, and quotes
the persona's opening and what the mentee said instead. `no-chance` and `could-not-judge` are no
zeros: each gives the code of its reason. An item to avoid is read the other way round by whoever
shows it: there, observed is the thing to work on, and what was not done has
nothing to quote. Nothing is found in a scene that was stopped.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.gaps import Gap
from simulator.debrief.items import Item, Source
from simulator.debrief.occasions import Certainty, Occasion, occasions, sighted
from simulator.debrief.proof import Proof, proofs, worded
from simulator.debrief.quotes import Quote, distinct, excerpt, telling
from simulator.debrief.sharing import shared_out
from simulator.debrief.weighing import CLOSING, PUTTING
from simulator.reading.moves import Found

Verdict = Literal["observed", "not-observed", "no-chance", "could-not-judge"]
Why = Literal[
    "",
    "needs-judge",
    "unreadable",
    "unsure",
    "nothing-said",
    "too-short",
    "cut-short",
    "never-called-for",
]
"""Why there is no verdict; empty where there is one."""

SHORTEST = 3
"""Turns of the mentee below which nothing is said to be missing."""
UNSURE = 0.45
"""Confidence from which a find that does not count still forbids to say that there was nothing."""
MAYBE = 0.25
"""The same for what is to be avoided: nobody is cleared of what they may have done."""
_CERTAINTIES: tuple[Certainty, ...] = ("unsure", "sure")
"""Sure finds that are asked for here are those that proved nothing."""


_LATE = PUTTING | CLOSING
"""What is no less done for being done late."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one item."""

    item: Item
    verdict: Verdict
    why: Why = ""
    quotes: tuple[Quote, ...] = ()
    """The mentee's words, or the persona's opening followed by what the mentee said instead."""
    step: Step | None = None
    """The turn it is about."""

    @property
    def id(self) -> str:
        """The item's id, by which it is ruled on."""
        return self.item.id

    @property
    def source(self) -> Source:
        """Whether the scenario asks for it, or every talk is asked."""
        return self.item.source

    @property
    def skill(self) -> str:
        """The skill it belongs to; empty where to none."""
        return self.item.skill

    @property
    def ask(self) -> str:
        """The author's question; empty for an item across turns: the catalogue has its words."""
        return self.item.ask

    @property
    def is_to_avoid(self) -> bool:
        """Whether it is wanted that nothing of it is seen."""
        return self.item.avoid

    @property
    def is_good(self) -> bool:
        """Seen where it was wanted."""
        return self.verdict == "observed" and not self.item.avoid

    @property
    def is_to_work_on(self) -> bool:
        """Missed where it was wanted, or done where it should be left out."""
        return self.verdict == ("observed" if self.item.avoid else "not-observed")

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The named gaps its item is about, those that were seen at its turn first."""
        is_done = self.verdict == "observed" and self.step is not None
        found = self.step.found(*self.item.moves) if is_done and self.step else ()
        return self.item.gaps(tuple(one.move for one in found))

    @property
    def gap(self) -> Gap | None:
        """The named gap, where there is something to work on."""
        return next(iter(self.gaps), None) if self.is_to_work_on else None

    @property
    def reader(self) -> str:
        """The LLM whose reading alone shows it, by name; empty where the rules surely saw it too."""
        again = self.step.refined if self.step is not None else None
        if self.step is None or again is None or self.verdict != "observed":
            return ""
        spans = [(quote.start, quote.end) for quote in self.quotes if quote.turn == again.turn]
        shown = [
            one
            for one in self.step.found(*self.item.moves)
            if any(start < one.end and one.start < end for start, end in spans)
        ]
        return again.by if shown and all(one in again.added for one in shown) else ""

    @property
    def trust(self) -> float | None:
        """How far trust moved at its turn, signed points; None where it is about no turn."""
        return self.step.trust if self.step else None

    @property
    def tension(self) -> float | None:
        """How far tension moved at its turn, signed points; None where it is about no turn."""
        return self.step.tension if self.step else None


def findings(course: Course) -> tuple[Finding, ...]:
    """One finding per item of the rubric, in its order; none for a scene that was stopped.

    Words that show one item are not quoted for another where that one can be shown by others.
    """
    return course.once(_findings)


def _findings(course: Course) -> tuple[Finding, ...]:
    if course.is_stopped:
        return ()
    items = tuple(Item.of(one) for one in course.scenario.rubric)
    chosen = shared_out({item.id: _proofs(course, item) for item in items})
    return tuple(
        Finding(item, "observed", quotes=chosen[item.id].quotes, step=chosen[item.id].step)
        if item.id in chosen
        else _find(course, item)
        for item in items
    )


def _proofs(course: Course, item: Item) -> tuple[Proof, ...]:
    """What shows the item in its chances, or, for a way forward or a close, at any time after."""
    chances = occasions(course, item)
    shown = proofs(course, item, chances)
    if shown or not chances or item.avoid or not _LATE.intersection(item.moves[:1]):
        return shown
    first = chances[0].step
    later = tuple(step for step in course.steps if step.number >= first.number)
    return proofs(course, item, (Occasion(first, later, is_whole=True),))


def evidence(step: Step, found: tuple[Found, ...]) -> tuple[Quote, ...]:
    """The mentee's words that the finds stand for, each span once."""
    return distinct(telling(step.line, one.start, one.end) for one in found)


def _find(course: Course, item: Item) -> Finding:
    if item.seen is None:
        return Finding(item, "could-not-judge", "needs-judge")
    if not course.steps:
        return Finding(item, "no-chance", "nothing-said")
    return _unseen(course, item, occasions(course, item))


def _unseen(course: Course, item: Item, chances: tuple[Occasion, ...]) -> Finding:
    if not chances:
        return Finding(item, "no-chance", "never-called-for")
    if any(not step.is_readable for chance in chances for step in chance.window):
        return Finding(item, "could-not-judge", "unreadable")
    if (step := _doubtful(course, item, chances)) is not None:
        return Finding(item, "could-not-judge", "unsure", step=step)
    if len(course.steps) < SHORTEST:
        return Finding(item, "no-chance", "too-short")
    whole = [chance for chance in chances if chance.is_whole]
    if not whole:
        return Finding(item, "no-chance", "cut-short")
    if item.avoid:
        return Finding(item, "not-observed")
    opening, step = _telling(item, whole)
    quotes = distinct((excerpt(opening.heard), excerpt(step.line)))
    if not any(quote.speaker == "persona" for quote in quotes):
        return Finding(item, "no-chance", "never-called-for")
    return Finding(item, "not-observed", quotes=quotes, step=step)


def _doubtful(course: Course, item: Item, chances: tuple[Occasion, ...]) -> Step | None:
    """The turn that may have done it after all: then nothing is said to be missing, or left out."""
    least = MAYBE if item.avoid else UNSURE
    unsure = [
        (max(one.confidence for one in seen.found), seen.step)
        for chance in chances
        if item.seen is not None
        for certainty in _CERTAINTIES
        for seen in sighted(item.seen, chance, certainty)
    ]
    likely = [one for one in unsure if one[0] >= least]
    if likely:
        return max(likely, key=lambda one: one[0])[1]
    said = (step for chance in chances for step, _ in worded(course, item, chance))
    return next(said, None)


def _telling(item: Item, chances: list[Occasion]) -> tuple[Step, Step]:
    """The opening, and the turn that shows best what was missed after it: where least was won."""
    pairs = [(chance.step, step) for chance in chances for step in chance.window]
    spoken = [pair for pair in pairs if pair[1].reading.words >= SHORTEST] or pairs
    opening, step = min(spoken, key=lambda pair: pair[1].trust - pair[1].tension)
    return (step, step) if item.chance is None else (opening, step)
