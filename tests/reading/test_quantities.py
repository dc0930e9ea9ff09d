"""Figures as people say them."""

import pytest

from simulator.reading.recogniser import Recogniser

Said = tuple[str, float, str, str | None]


def figures(line: str, recogniser: Recogniser) -> list[Said]:
    return [(one.kind, one.value, one.unit, one.per) for one in recogniser.read(line).quantities]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("€46,000", ("money", 46000, "EUR", None)),
        ("46 000 € a year", ("money", 46000, "EUR", "year")),
        ("15,000 left in my budget", ("money", 15000, "money", None)),
        ("46k", ("money", 46000, "money", None)),
        ("£45.5k gross per year", ("money", 45500, "GBP", "year")),
        ("$300 per month", ("money", 300, "USD", "month")),
        ("forty-six thousand five hundred euros", ("money", 46500, "EUR", None)),
        ("a hundred and twenty dollars", ("money", 120, "USD", None)),
        ("10%", ("percent", 10, "percent", None)),
        ("five and a half percent", ("percent", 5.5, "percent", None)),
        ("three months", ("duration", 3, "month", None)),
        ("a 3-month trial", ("duration", 3, "month", None)),
        ("a fortnight", ("duration", 2, "week", None)),
        ("two days a week", ("count", 2, "day", "week")),
        ("1.5 days a week", ("count", 1.5, "day", "week")),
        ("one day at home", ("count", 1, "day", None)),
        ("for two days", ("duration", 2, "day", None)),
        ("twice a week", ("count", 2, "time", "week")),
        ("three people", ("count", 3, "person", None)),
        ("by Friday", ("date", 5, "weekday", None)),
        ("by Friday the 27th", ("date", 27, "day", None)),
        ("a year of support", ("duration", 1, "year", None)),
        ("half a day a week", ("count", 0.5, "day", "week")),
        ("a second day at home", ("count", 2, "day", None)),
        ("March 15th", ("date", 315, "month-day", None)),
        ("the 15th of March", ("date", 315, "month-day", None)),
        ("since 2021", ("date", 2021, "year", None)),
    ],
)
def test_english_figures(line: str, expected: Said, english: Recogniser) -> None:
    assert figures(line, english) == [expected]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("46 000 €", ("money", 46000, "EUR", None)),
        ("46\u202f000\u00a0€ par an", ("money", 46000, "EUR", "year")),
        ("monter à 18 500 pour les ajouts", ("money", 18500, "money", None)),
        ("46,5 k€", ("money", 46500, "EUR", None)),
        ("quarante-six mille", ("money", 46000, "money", None)),
        ("quatre-vingt-dix-sept euros", ("money", 97, "EUR", None)),
        ("soixante et onze euros", ("money", 71, "EUR", None)),
        ("3000 euros brut annuels", ("money", 3000, "EUR", "year")),
        ("dix pour cent", ("percent", 10, "percent", None)),
        ("trois mois", ("duration", 3, "month", None)),
        ("quinze jours", ("duration", 2, "week", None)),
        ("d'ici huit jours", ("duration", 1, "week", None)),
        ("15 jours", ("duration", 15, "day", None)),
        ("une demi-journée par semaine", ("count", 0.5, "day", "week")),
        ("un deuxième jour de télétravail", ("count", 2, "day", None)),
        ("le vendredi 27", ("date", 27, "day", None)),
        ("vendredi 27 mars", ("date", 327, "month-day", None)),
        ("2 jours par semaine", ("count", 2, "day", "week")),
        ("deux jours", ("count", 2, "day", None)),
        ("un jour et demi par semaine", ("count", 1.5, "day", "week")),
        ("une fois par mois", ("count", 1, "time", "month")),
        ("d'ici vendredi", ("date", 5, "weekday", None)),
        ("le 15 mars", ("date", 315, "month-day", None)),
        ("le 1er juin", ("date", 601, "month-day", None)),
    ],
)
def test_french_figures(line: str, expected: Said, french: Recogniser) -> None:
    assert figures(line, french) == [expected]


def test_both_ends_of_a_range_take_its_unit(english: Recogniser) -> None:
    assert figures("between 45 and 47k", english) == [
        ("money", 45000, "money", None),
        ("money", 47000, "money", None),
    ]
    assert figures("6-8%", english) == [
        ("percent", 6, "percent", None),
        ("percent", 8, "percent", None),
    ]


def test_two_figures_joined_by_and_are_two(english: Recogniser) -> None:
    assert figures("46,000 and two days a week", english) == [
        ("money", 46000, "money", None),
        ("count", 2, "day", "week"),
    ]


@pytest.mark.parametrize(
    "line", ["one of us", "One day I will leave.", "I may go", "at 3 pm", "Q3"]
)
def test_what_is_no_figure_is_left_alone(line: str, english: Recogniser) -> None:
    assert figures(line, english) == []


@pytest.mark.parametrize("line", ["un jour ou l'autre", "à 14h30", "l'un de nous", "vers 9 heures"])
def test_what_is_no_figure_in_french_is_left_alone(line: str, french: Recogniser) -> None:
    assert figures(line, french) == []


def test_a_span_is_the_words_that_say_the_figure(french: Recogniser) -> None:
    line = "Je voudrais 46 500 euros par an, dès mars."

    (money, _month) = french.read(line).quantities

    assert line[money.start : money.end] == money.text == "46 500 euros par an"
