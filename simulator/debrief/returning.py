"""What was put off: a point that one of the two moved to later in the talk, and what became of it.

Only what was put off in so many words counts ("let's come back to that"), and it is kept by any
later turn that goes back to an earlier one, or to the words of the point.
"""

from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.quotes import Quote
from simulator.debrief.wording import Wording


@dataclass(frozen=True, slots=True)
class Deferred:
    """The mentee's words that put something off, and the turn that took it up again."""

    step: Step
    quote: Quote
    kept: Step | None


def deferred(course: Course) -> tuple[Deferred, ...]:
    """Every point that the mentee put off to later in the talk, with turns left to keep it."""
    wording = Wording.of(course.scenario.language)
    found = []
    for step in course.steps[:-1]:
        quote = next(wording.said("later", step.line), None)
        if quote is not None and step.is_readable and step.heard is not None:
            found.append(Deferred(step, quote, _kept(course, wording, step)))
    return tuple(found)


def _kept(course: Course, wording: Wording, put_off: Step) -> Step | None:
    heard = course.recogniser.heard(put_off.heard.text if put_off.heard else "").content
    subject = heard | course.recogniser.heard(put_off.line.text).content
    for step in course.steps:
        if step.number <= put_off.number:
            continue
        own = course.recogniser.heard(step.line.text).content
        is_back = wording.has("returns", step.line.text) or wording.has("later", step.line.text)
        if is_back or len(own & subject) >= 2:
            return step
    return None
