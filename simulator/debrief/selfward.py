"""Talk that stays with oneself: several turns running about the mentee, and nothing asked.

A question at the start or at the end of the talk makes no difference to the run between them.
"""

from simulator.debrief.concerns import ANSWERING, is_mostly_own
from simulator.debrief.course import Course, Step
from simulator.reading.moves import Move

RUN = 4
"""Turns about oneself, one after the other."""
LEAST = 2
"""Words for oneself in each of them."""
_SPEAKS_TO = tuple(one for one in ANSWERING if one is not Move.SUMMARY)


def self_run(course: Course) -> tuple[Step, ...]:
    """The first run of turns that stay with the mentee; none if there is no such run."""
    run: tuple[Step, ...] = ()
    for step in course.steps:
        is_own = is_mostly_own(course, step, LEAST) and not step.found(*_SPEAKS_TO)
        if not is_own and len(run) >= RUN:
            return run
        run = (*run, step) if is_own else ()
    return run if len(run) >= RUN else ()
