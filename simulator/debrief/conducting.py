"""What each of the mentee's turns does for the other: the ground of every rate of a talk.

Two readings meet here: the moves that were recorded, and the manner of the words. Where the two
contradict each other nothing counts, for the mentee or against them: a reflection that also advises
is none, praise that runs into a reproach is none. A turn that only says "mm-hmm" in a recorded
conversation is listening, and no turn of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.config import HUMAN
from simulator.debrief.course import Course, Step
from simulator.reading.manner import MannerReader, Stretch, Way
from simulator.reading.moves import Found, Move

CLEARLY = 0.64
"""Confidence from which a reflection counts for a rate: above that of a bare "so you …"."""
HARSH = frozenset(
    {
        *(Move.BLAME, Move.CONFRONT, Move.THREAT, Move.DISMISSAL, Move.UNDERMINING),
        Move.POWER,
    }
)
AGAINST = frozenset({Way.ADVISES, Way.PERSUADES})
"""Ways in which nobody is being listened to."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """One turn: what it does, each yes or no."""

    turn: int
    words: int
    elicits: bool
    reflects: bool
    validates: bool
    collaborates: bool
    advises: bool
    persuades: bool
    confronts: bool
    speaks_of_self: bool
    self_words: int
    """Words that turn to the speaker while the other's matter is on the table."""


def conducts(course: Course) -> tuple[Conduct, ...]:
    """The mentee's turns, in order; a bare mm-hmm of a recorded conversation is left out."""
    reader = MannerReader.of(course.scenario.language)
    is_recorded = course.session.opened.actor == HUMAN
    found: list[Conduct] = []
    is_told = False
    for step in course.steps:
        heard = step.heard.text if step.heard is not None else ""
        is_theirs = reader.is_about_self(heard) or (is_told and not _asks(heard))
        is_told = is_recorded and (is_told or is_theirs)
        if not (is_recorded and reader.is_backchannel(step.line.text)):
            found.append(_conduct(step, reader, is_theirs=is_theirs))
    return tuple(found)


def _asks(text: str) -> bool:
    """Whether the line ends by asking: then the floor is given away."""
    return text.rstrip().endswith("?")


def _conduct(step: Step, reader: MannerReader, *, is_theirs: bool) -> Conduct:
    """The turn; `is_theirs` says that the other's matter is on the table."""
    stretches = reader.read(step.line.text)
    reflecting = [one for one in stretches if Way.REFLECTS in one.ways]
    harsh = [
        one
        for one in step.found(*HARSH)
        if one.move is not Move.UNDERMINING
        or not any(_meet(other.start, other.end, one) for other in reflecting)
    ]
    ways = {way for one in stretches for way in one.ways}
    about_self = [one for one in stretches if is_theirs and Way.SPEAKS_OF_SELF in one.ways]
    good = (Move.AFFIRMATION, Move.ACKNOWLEDGEMENT)
    validating = [one for one in stretches if Way.VALIDATES in one.ways and _is_free(one, harsh)]
    return Conduct(
        turn=step.turn,
        words=sum(one.words for one in stretches),
        elicits=Way.ELICITS in ways or bool(_clear(step.found(Move.OPEN_QUESTION), stretches)),
        reflects=_reflects(step, stretches, harsh),
        validates=bool(validating) or bool(_clear(_surely(step.found(*good)), stretches)),
        collaborates=Way.COLLABORATES in ways,
        advises=Way.ADVISES in ways or step.reading.has(Move.ADVICE),
        persuades=Way.PERSUADES in ways,
        confronts=bool(harsh),
        speaks_of_self=bool(about_self),
        self_words=sum(one.words for one in about_self),
    )


def _reflects(step: Step, stretches: Iterable[Stretch], harsh: Iterable[Found]) -> bool:
    found = [one for one in step.found(Move.REFLECTION) if one.confidence >= CLEARLY]
    calm = [one for one in found if not any(_meet(one.start, one.end, other) for other in harsh)]
    worded = [one for one in stretches if Way.REFLECTS in one.ways and _is_free(one, harsh)]
    return bool(worded) or bool(_clear(calm, stretches))


def _surely(found: Iterable[Found]) -> list[Found]:
    return [one for one in found if one.confidence >= CLEARLY]


def _clear(found: Iterable[Found], stretches: Iterable[Stretch]) -> list[Found]:
    """The finds none of whose words advise, persuade or turn to the speaker."""
    against = [one for one in stretches if one.ways & {*AGAINST, Way.SPEAKS_OF_SELF}]
    return [
        one
        for one in found
        if not any(one.start < other.end and other.start < one.end for other in against)
    ]


def _is_free(stretch: Stretch, harsh: Iterable[Found]) -> bool:
    return not any(_meet(stretch.start, stretch.end, one) for one in harsh)


def _meet(start: int, end: int, found: Found) -> bool:
    return start < found.end and found.start < end
