"""The same demand three turns running is told, unless something was asked or heard between."""

from tests.debrief.talks import recorded

TALK = """
Ana: Hello Ben. It is about the lorry.
Ben: I have three people ill.
Ana: I want the loading bay on Saturday.
Ben: Mira has it then.
Ana: {second}
Ben: She unloads the stock.
Ana: As I said, I need the loading bay on Saturday.
Ben: Well.
"""


def verdict(second: str) -> str:
    findings = recorded(TALK.format(second=second), "Ana", "en").findings
    return next(one.verdict for one in findings if one.id == "across.repeat")


def test_a_demand_in_three_turns_running_is_seen_in_whatever_words() -> None:
    assert verdict("It has to be the loading bay for me.") == "observed"


def test_a_question_between_makes_it_no_insisting() -> None:
    assert verdict("What would make the loading bay possible for you?") != "observed"
