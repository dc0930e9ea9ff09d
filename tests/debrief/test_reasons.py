"""Nobody asks behind a refusal: told in a recorded talk, unless anything was asked openly."""

from simulator.debrief.gaps import Gap
from tests.debrief.talks import recorded

TALK = """
Ana: Hello Ben, I came about the second of May.
Ben: I can't give it to you.
Ana: {answer}
Ben: It stays as it is.
Ana: My sister marries on that day.
Ben: I know.
Ana: {later}
Ben: Good.
Ana: I take the third, then.
Ben: The third is free.
"""


def gaps(answer: str = "The roster is full, I know.", later: str = "It is a pity.") -> set[Gap]:
    debrief = recorded(TALK.format(answer=answer, later=later), "Ana", "en")
    return {gap for one in debrief.findings if one.is_to_work_on for gap in one.gaps}


def test_a_refusal_that_nobody_asked_behind_is_told() -> None:
    assert Gap.REASONS_NOT_ASKED in gaps()


def test_an_open_question_at_any_later_turn_is_enough() -> None:
    assert Gap.REASONS_NOT_ASKED not in gaps(answer="What stands in the way?")
    assert Gap.REASONS_NOT_ASKED not in gaps(later="What stands in the way?")
