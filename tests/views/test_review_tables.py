"""What reviews add up to, in words: figures with what they rest on, and reasons."""

import pytest

from simulator.debrief.review.agreement import agreement
from simulator.debrief.review.disputes import disputes
from simulator.debrief.review.records import Ruled, Ruling, Verdict
from simulator.i18n import Translator
from simulator.views import review_tables
from tests.debrief.review.reviews import drafted, made_up

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
both = pytest.mark.parametrize("t", [ENGLISH, FRENCH], ids=["en", "fr"])
TITLES = {"presence": "The rule"}
HELD: tuple[tuple[str, Verdict, Ruling, Verdict], ...] = (
    ("Anna", "observed", "accepted", "observed"),
    ("Anna", "observed", "adjusted", "not-observed"),
    ("Anna", "not-observed", "accepted", "not-observed"),
    ("Ben", "observed", "adjusted", "not-observed"),
    ("Ben", "not-observed", "adjusted", "observed"),
)
"""Who, the draft's verdict, the ruling, their own verdict."""
SEEN = [
    made_up(
        Ruled(point="ask-why", ruling=ruling, verdict=verdict, reason="So.", is_blind=True),
        drafted=[drafted("ask-why", given)],
        session=f"s{number}",
        reviewer=who,
    )
    for number, (who, given, ruling, verdict) in enumerate(HELD)
]


def agreed(t: Translator) -> list[str]:
    return [one.text for one in review_tables.agreement(agreement(SEEN), TITLES, t)]


def test_a_row_says_how_often_the_draft_stood_and_what_kappa_rests_on() -> None:
    first, low, *_ = agreed(ENGLISH)

    assert first == (
        "Everything together: the draft was kept in 2 of 5 rulings. Verdicts given before"
        " seeing the draft’s: 2 of 5 the same. Cohen’s κ \N{MINUS SIGN}0.15 (n = 5)."
    )
    assert low == "Low: needs another look."
    assert agreed(ENGLISH)[-2].startswith("The rule, ask-why: ")


def test_where_kappa_cannot_be_told_no_figure_stands_for_it() -> None:
    seen = made_up(Ruled(point="ask-why", ruling="accepted"), drafted=[drafted("ask-why")])
    blind = made_up(
        Ruled(point="ask-why", ruling="accepted", verdict="observed", is_blind=True),
        drafted=[drafted("ask-why")],
    )
    rows = [
        next(review_tables.agreement(agreement([one]), TITLES, ENGLISH)).text
        for one in (seen, blind)
    ]

    assert all("κ" not in row for row in rows)
    assert rows[0].endswith("agreement beyond chance cannot be told.")


def test_the_report_gives_the_reasons_and_names_the_item() -> None:
    shown = [one.text for one in review_tables.disputes(disputes(SEEN), TITLES, ENGLISH)]

    assert shown[0] == "The rule, ask-why: accepted 2, adjusted 3, rejected 0"
    assert "Mentors rule differently on it: a criterion to rewrite." in shown
    assert "Ben, session s3: from “observed” to “not observed”. So." in shown
    assert len(shown) == 5


@both
def test_what_is_empty_says_so(t: Translator) -> None:
    assert len(list(review_tables.agreement([], TITLES, t))) == 1
    assert len(list(review_tables.disputes([], TITLES, t))) == 1
