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


@pytest.mark.parametrize("answer", ["Sorry.", "Sorry, I'm a bit stressed.", "Oh, sorry!"])
def test_sorry_without_what_for_takes_nothing_up(answer: str) -> None:
    assert verdict(answer) == "not-observed"


@pytest.mark.parametrize(
    "answer",
    [
        "I feel like you don't care about the late shift.",
        "You took the late shift without asking us, that's a bit hard on us.",
    ],
)
def test_a_reproach_takes_nothing_up_whatever_words_it_shares(answer: str) -> None:
    assert verdict(answer) == "not-observed"


FRENCH = """
Ana : Comment s'est passée la semaine, Ben ?
Ben : Mon père est à l'hôpital depuis lundi, et je fais la nuit tout seul.
Ana : {answer}
Ben : Oui.
Ana : L'ascenseur reçoit une porte neuve.
Ben : Bien.
Ana : On change les caisses jeudi.
Ben : D'accord.
"""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Pardon.", "not-observed"),
        ("Désolée, je suis un peu stressée.", "not-observed"),
        ("J'ai l'impression que tu t'en fiches, de la nuit.", "not-observed"),
        ("Je suis désolée pour votre père.", "observed"),
        ("Toute la nuit, tout seul : ça doit être dur.", "observed"),
    ],
)
def test_the_same_holds_in_french(answer: str, expected: str) -> None:
    findings = recorded(FRENCH.format(answer=answer), "Ana", "fr").findings

    assert next(one.verdict for one in findings if one.id == "across.concern") == expected
