"""After two blows in a row it takes a word on what was said; after one, hearing is enough."""

import pytest

from tests.debrief.talks import recorded

TALK = """
Ana: How is the stock going?
Ben: I am behind, the delivery came on Monday.
Ana: {first}
Ben: Are you accusing me?
Ana: {second}
Ben: I see.
Ana: {after}
Ben: Fine.
Ana: The vans come at nine, and the keys are in the drawer.
Ben: Right.
"""
BLAME = "That's your own fault, you never plan ahead."
INSULT = "You're pathetic, a child could count those boxes."


def verdict(first: str, second: str, after: str) -> str:
    findings = recorded(TALK.format(first=first, second=second, after=after), "Ana", "en").findings
    return next(one.verdict for one in findings if one.id == "across.repair")


@pytest.mark.parametrize("after", ["The vans come on Friday.", "So the delivery came on Monday."])
def test_going_on_after_two_blows_leaves_the_break_open(after: str) -> None:
    assert verdict(BLAME, INSULT, after) == "not-observed"


@pytest.mark.parametrize("after", ["I'm sorry, that was unfair.", "I was too harsh just now."])
def test_a_word_on_what_was_said_mends_two_blows(after: str) -> None:
    assert verdict(BLAME, INSULT, after) == "observed"


def test_hearing_the_other_mends_one_blow() -> None:
    heard = "I hear that Monday was hard for you, and that I accused you."

    assert verdict(BLAME, heard, "The vans come on Friday.") == "observed"


def test_where_nothing_hurt_there_was_nothing_to_mend() -> None:
    assert verdict("The list is here.", "It has nine lines.", "It is long.") == "no-chance"
