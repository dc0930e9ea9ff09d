"""A confidence is passed over by talk of something else, and by nothing less."""

import pytest

from tests.debrief.talks import recorded

TALK = """
Ana: How was the week, Ben?
Ben: My father has been in hospital since Monday, and I do the late shift on my own.
Ana: {answer}
Ben: Yes.
Ana: {later}
Ben: Good.
Ana: The tills are changed on Thursday.
Ben: All right.
"""
ELSEWHERE = (
    "The printer upstairs needs new paper from the depot.",
    "Have you booked the room for the summer party?",
    "Anyway, the parking spaces get new numbers.",
)


def verdict(answer: str, later: str = "The lift gets a new door.") -> str:
    findings = recorded(TALK.format(answer=answer, later=later), "Ana", "en").findings
    return next(one.verdict for one in findings if one.id == "across.concern")


@pytest.mark.parametrize("answer", ELSEWHERE)
def test_talk_of_something_else_passes_it_over(answer: str) -> None:
    assert verdict(answer) == "not-observed"


@pytest.mark.parametrize(
    "answer",
    [
        "I'm sorry to hear that.",
        "How are you coping with that?",
        "Which hospital is he in?",
        "So you've been alone with it all week.",
    ],
)
def test_hearing_it_or_asking_about_it_takes_it_up(answer: str) -> None:
    assert verdict(answer) == "observed"


def test_hearing_it_a_turn_later_takes_it_up_too() -> None:
    assert verdict(ELSEWHERE[0], "I'm sorry about your father, that must be hard.") == "observed"
