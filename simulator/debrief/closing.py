"""Closing: how a talk was brought to its end, and whether anybody gathered what came of it.

Gathering is a summary, a check of what was understood, or who does what next, in the mentee's last
turns. It is called for where the mentee took their leave, or let a settled talk end with a word.
Where the other side gathered it, nothing was left for the mentee to say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import evidence
from simulator.debrief.quotes import Quote
from simulator.debrief.wording import Kind, Wording
from simulator.practice.session import Utterance
from simulator.reading.moves import Found, Move, Signal

LAST = 2
"""The mentee's turns that close a talk: what was gathered before was a point of it."""
FULL = 4
"""Turns of the mentee from which a talk has something to gather."""
SHORT = 14
"""Words of a last line that only takes leave."""
_GATHERING = (Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL)
_TOLD: tuple[Kind, ...] = ("gathers", "next")
_GOES_ON = (
    *(Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.PROPOSAL, Move.OFFER, Move.CONCEDING),
    *(Move.BLAME, Move.THREAT, Move.POWER, Move.CONFRONT),
)


@dataclass(frozen=True, slots=True)
class Closing:
    """How the talk closed."""

    gathered: tuple[Step, tuple[Quote, ...]] | None
    """The mentee's turn that gathers it, with their words."""
    is_parting: bool
    """The mentee brought it to its end."""
    is_called_for: bool
    """There was something to gather, and nobody had."""


def closing(course: Course) -> Closing:
    """How `course`, which has steps, was closed."""
    wording = Wording.of(course.scenario.language)
    last = course.steps[-LAST:]
    is_parting = _is_parting(course, wording, course.steps[-1])
    for step in reversed(last):
        if found := _gathering(course, wording, step):
            return Closing((step, evidence(step, found[:1])), is_parting, is_called_for=False)
    for step in reversed(last):
        is_asking = step is not last[-1] and "?" in step.line.text
        said = None if is_asking else next(_told(course, wording, step.line), None)
        if said is not None:
            return Closing((step, (said,)), is_parting, is_called_for=False)
    is_gathered = _is_gathered(course, wording)
    is_full = len(course.steps) >= FULL and not course.steps[-1].is_ruptured
    return Closing(None, is_parting, is_parting and is_full and not is_gathered)


def _gathering(course: Course, wording: Wording, step: Step) -> tuple[Found, ...]:
    """What gathers; what proposes in the same words, or puts it off, gathers nothing yet."""
    put = step.found(Move.PROPOSAL, Move.OFFER)
    return tuple(
        one
        for one in step.found(*_GATHERING)
        if not any(other.start < one.end and one.start < other.end for other in put)
        and not _is_empty(course, wording, step.line.text[one.start : one.end])
    )


def _is_empty(course: Course, wording: Wording, text: str) -> bool:
    """Whether the words put it off to some time, or only take leave, and name no day or figure."""
    is_put_off = wording.has("vague", text) or wording.has("parting", text)
    if not is_put_off or wording.has("gathers", text) or wording.has("dated", text):
        return False
    return not course.recogniser.read(text).quantities


def _is_gathered(course: Course, wording: Wording) -> bool:
    """Whether the other side gathered it: said what is next, or from when what was asked holds."""
    last = course.steps[-1]
    if last.heard is None:
        return False
    if next(_told(course, wording, last.heard), None) is not None:
        return True
    before = course.at(last.number - 1)
    is_asked = before is not None and (
        "?" in before.line.text or before.found(Move.PROPOSAL, Move.OFFER)
    )
    dates = course.recogniser.read(last.heard.text).quantities if is_asked else ()
    return any(one.kind == "date" for one in dates)


def _told(course: Course, wording: Wording, utterance: Utterance | None) -> Iterator[Quote]:
    """Sentences that gather or say what is next; a question, a some day or a goodbye does not."""
    for kind in _TOLD:
        for one in wording.said(kind, utterance):
            is_asked = one.quote.rstrip(' »”"').endswith("?")
            if is_asked or wording.opens("parting", one.quote):
                continue
            if not _is_empty(course, wording, one.quote):
                yield one


def _is_parting(course: Course, wording: Wording, last: Step) -> bool:
    """Whether the last line takes leave, or lets a settled talk end with a word."""
    if last.found(*_GOES_ON) or not last.reading.words:
        return False
    if last.reading.signalled(Signal.FAREWELL) or wording.has("parting", last.line.text):
        return True
    is_settled = bool(course.end.granted or course.end.table.agreed)
    if course.is_recorded:
        others = (last.heard, last.answer)
        is_settled = any(one and wording.opens("settles", one.text) for one in others)
    return is_settled and last.reading.words <= SHORT and not last.granted
