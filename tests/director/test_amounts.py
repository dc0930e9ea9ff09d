"""Figures in each language's own notation."""

import pytest

from simulator.director.amounts import amount, figure, package_phrase
from simulator.director.state import Package
from simulator.library.scenario import NegotiatedIssue, OptionValue
from simulator.reading.moves import Language
from tests.actors.scene import ISSUES, PACKAGE

PAY, REMOTE = ISSUES


@pytest.mark.parametrize(
    ("value", "language", "worded"),
    [
        (44_000, "en", "€44,000 a year"),
        (44_000, "fr", "44\u202f000\u202f€ par an"),
        (43_500.5, "en", "€43,500.5 a year"),
        (43_500.5, "fr", "43\u202f500,5\u202f€ par an"),
    ],
)
def test_money_has_its_sign_and_its_groups(value: float, language: Language, worded: str) -> None:
    assert amount(value, PAY, language) == worded


@pytest.mark.parametrize(
    ("value", "language", "worded"),
    [
        (0, "en", "no days a week"),
        (0.5, "en", "half a day a week"),
        (1, "en", "one day a week"),
        (1.5, "en", "one and a half days a week"),
        (2, "en", "two days a week"),
        (13, "en", "13 days a week"),
        (0, "fr", "aucun jour par semaine"),
        (0.5, "fr", "une demi-journée par semaine"),
        (1, "fr", "un jour par semaine"),
        (1.5, "fr", "un jour et demi par semaine"),
        (2, "fr", "deux jours par semaine"),
        (2.5, "fr", "deux jours et demi par semaine"),
    ],
)
def test_days_are_counted_in_words(value: float, language: Language, worded: str) -> None:
    assert amount(value, REMOTE, language) == worded


@pytest.mark.parametrize(
    ("unit", "value", "english", "french"),
    [
        ("hour", 0.5, "half an hour", "une demi-heure"),
        ("hour", 1, "one hour", "une heure"),
        ("week", 1.5, "one and a half weeks", "une semaine et demie"),
        ("month", 3, "three months", "trois mois"),
        ("percent", 3.5, "3.5%", "3,5\u202f%"),
        ("count", 4, "4", "4"),
        ("seat", 2, "two seat", "deux seat"),
    ],
)
def test_other_units_are_worded_in_both_languages(
    unit: str, value: float, english: str, french: str
) -> None:
    issue = NegotiatedIssue(id="x", topic="x", unit=unit)

    assert amount(value, issue, "en") == english
    assert amount(value, issue, "fr") == french


def test_an_option_is_named_by_its_words() -> None:
    named = OptionValue(id="team-lead", value=1, about=("the lead of the team",))
    issue = NegotiatedIssue(id="role", topic="role", options=(named,))

    assert amount("team-lead", issue, "en") == "the lead of the team"
    assert amount("deputy-lead", issue, "en") == "deputy lead"


def test_a_package_is_one_phrase_in_the_order_of_the_issues() -> None:
    third = NegotiatedIssue(id="bonus", topic="bonus", unit="percent")
    values = Package(values={"bonus": 2.0, **PACKAGE.values})

    assert (
        package_phrase(values, (*ISSUES, third), "en") == "€44,000 a year, two days a week and 2%"
    )


def test_an_empty_package_is_no_phrase() -> None:
    assert package_phrase(Package(values={}), ISSUES, "en") is None


def test_a_whole_number_has_no_decimals() -> None:
    assert figure(1_200_000, "en") == "1,200,000"
