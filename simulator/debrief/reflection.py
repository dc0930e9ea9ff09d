"""The mentee's own words first: three questions, answered or skipped before anything is shown.

They are asked in the order of a debriefing that works: what was meant, what went well, what to
change. The answers belong to the session and are never judged, summed up or compared.
"""

from dataclasses import dataclass

from simulator.practice.session import Session

QUESTIONS = (
    "debrief.question.trying",
    "debrief.question.keep",
    "debrief.question.differently",
)
"""Catalogue ids, in the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One question, by its catalogue id, and what the mentee wrote; empty where they passed."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the mentee wrote; `is_written` is false while they have neither answered nor skipped."""

    answers: tuple[Answered, ...] = ()
    is_written: bool = False


def reflection(session: Session) -> Reflection:
    """The mentee's answers, question by question; questions left empty are left out."""
    written = session.reflection
    if written is None:
        return Reflection()
    pairs = zip(QUESTIONS, written.answers, strict=False)
    return Reflection(
        answers=tuple(Answered(question, answer) for question, answer in pairs if answer),
        is_written=True,
    )


def is_due(session: Session) -> bool:
    """Whether the questions are still to be asked: the talk is over, and was not stopped or empty."""
    ended = session.ended
    if ended is None or ended.cause == "stopped" or session.reflection is not None:
        return False
    return bool(session.said_by("mentee"))
