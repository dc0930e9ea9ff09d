"""The briefing: what the mentee may know, in their language, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.scenario import MenteeIssue, NegotiatedIssue, Negotiation, Scenario
from simulator.views.briefing import CONTRACT, Briefing, IssueAim, aim_line, amount, paragraphs
from tests.practice.stage import PERSONA, SCENARIO
from tests.views.keyed import keyed

EN, FR = keyed("en"), keyed("fr")
NARROW = "\u202f"


def briefed(scenario: Scenario = SCENARIO) -> Briefing:
    return Briefing.of(scenario, {"manager": PERSONA}, level=2)


def test_it_tells_nothing_the_persona_keeps_to_herself() -> None:
    shown = "\n".join((*briefed().lines(EN), *briefed().lines(FR)))
    kept = [line for fact in SCENARIO.facts for line in fact.says]
    kept += [line for ending in SCENARIO.endings for line in ending.says]

    assert [line for line in kept if line in shown] == []


def test_the_plain_page_says_everything_with_its_label() -> None:
    lines = briefed().lines(EN)

    assert lines[:4] == (
        "Scenario: The rule on presence",
        "Your role: Analyst",
        "The situation: You want two days at home.",
        "Goal: Find out why.",
    )
    assert lines[-len(CONTRACT) :] == tuple(EN(one) for one in CONTRACT)


def test_the_contract_says_that_the_partner_is_a_program_and_how_to_stop() -> None:
    english = " ".join(EN(one) for one in CONTRACT)
    french = " ".join(FR(one) for one in CONTRACT)

    assert "program" in english
    assert "programme" in french
    assert "F8" in english
    assert "F8" in french


@pytest.mark.parametrize(
    ("value", "unit", "english", "french"),
    [
        (46000, "EUR", "€46,000", f"46{NARROW}000{NARROW}€"),
        (1, "day", "1 day", "1 jour"),
        (1.5, "day", "1.5 days", "1,5 jour"),
        (2, "day", "2 days", "2 jours"),
        (5, "percent", "5%", f"5{NARROW}%"),
        (3, "count", "3", "3"),
        ("every-friday", "count", "every friday", "every friday"),
    ],
)
def test_an_amount_is_written_as_its_language_does(
    value: float | str, unit: str, english: str, french: str
) -> None:
    assert (amount(value, unit, EN), amount(value, unit, FR)) == (english, french)


def test_an_aim_says_what_to_go_for_and_what_is_the_least() -> None:
    pay = IssueAim("pay", 46000, 43500, "EUR", "year")
    deadline = IssueAim("délai", "le reste le 12 juin", "le reste le 22 mai")

    assert aim_line(pay, EN) == "Pay — aim: €46,000 a year; at worst: €43,500"
    assert aim_line(deadline, FR) == (
        f"Délai — but{NARROW}: le reste le 12 juin{NARROW}; au pire{NARROW}: le reste le 22 mai"
    )


def test_aims_stand_in_the_order_of_what_is_negotiated_however_they_were_pinned() -> None:
    aims = {"remote": MenteeIssue(target=2, limit=1, weight=1)}
    aims["pay"] = MenteeIssue(target=46000, limit=43500, weight=1)
    brief = SCENARIO.brief.model_copy(update={"issues": aims})
    listed = tuple(NegotiatedIssue(id=one, topic=one) for one in ("pay", "remote"))
    table = Negotiation.model_construct(issues=listed)
    pinned = SCENARIO.model_copy(update={"brief": brief, "negotiation": table})

    assert [one.name for one in briefed(pinned).aims] == ["pay", "remote"]


WRAPPED = """Thursday, four o'clock, in Claire's office. You asked for half an hour.
Since September, when Yann moved to another site, you make the weekly forecast
for the largest account; its error went from 11 to 6 per cent.

The team works from home on Fridays."""


def test_lines_that_were_only_wrapped_are_joined_into_their_paragraph() -> None:
    assert paragraphs(WRAPPED) == (
        "Thursday, four o'clock, in Claire's office. You asked for half an hour.",
        (
            "Since September, when Yann moved to another site, you make the weekly forecast for "
            "the largest account; its error went from 11 to 6 per cent."
        ),
        "The team works from home on Fridays.",
    )


def test_a_line_that_ends_early_without_ending_a_sentence_goes_on() -> None:
    assert paragraphs("six weeks, and a result that surprised\neveryone in the whole building") == (
        "six weeks, and a result that surprised everyone in the whole building",
    )


def test_spaces_that_must_not_break_survive() -> None:
    assert paragraphs(f"Le compte{NARROW}: 11{NARROW}%") == (f"Le compte{NARROW}: 11{NARROW}%",)


@given(st.text(alphabet="ab. \n", max_size=80))
def test_paragraphs_keep_every_word_in_order(text: str) -> None:
    assert " ".join(paragraphs(text)).split() == text.split()
