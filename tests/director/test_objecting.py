import pytest

from simulator.config import Language
from simulator.director.demands import demanded
from simulator.director.objecting import is_denied, protests
from simulator.director.packages import Value
from simulator.text import fold
from tests.playtest.shelf import staged

ALL: dict[str, Value] = {
    "price": 19000.0,
    "scope": "report-later",
    "delivery": "june-12",
    "support": 6.0,
}


def asked(language: Language, line: str) -> dict[str, Value]:
    stage = staged("scope-and-price", language)
    reading = stage.recogniser.read(line, vocabulary=stage.vocabulary)
    assert stage.scenario.negotiation is not None
    return demanded(stage.scenario.negotiation, reading, line=line, table=())


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "So: 19,000 paid within ten days, the report in autumn, 12 June, six months of support.",
        ),
        ("en", "19k, report in autumn, June 12, six months."),
        (
            "en",
            "Nineteen thousand, the report in the autumn, the 12th of June, half a year of support.",
        ),
        ("en", "My offer: 19 thousand euros, 12 June, 6 months, the report later."),
        (
            "en",
            "We'd pay 19,000 within ten days; you deliver on 12 June; the report can wait; six months.",
        ),
        (
            "fr",
            "Donc : 19 000 payés sous dix jours, le rapport à l'automne, le 12 juin, six mois d'assistance.",
        ),
        ("fr", "19k, le rapport à l'automne, le 12 juin, six mois."),
        (
            "fr",
            "Dix-neuf mille, le rapport à l'automne, livraison le 12 juin, six mois d'assistance.",
        ),
        ("fr", "Disons 19.000 €, réglés en dix jours, 12 juin, rapport à l'automne, six mois."),
    ],
)
def test_a_list_of_terms_is_an_offer_on_each(language: Language, line: str) -> None:
    assert asked(language, line) == ALL


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "28,000 is more than we can pay."),
        ("en", "I can't do 28,000."),
        ("fr", "28 000, c'est plus que ce que nous pouvons payer."),
        ("fr", "Pas 28 000."),
    ],
)
def test_a_figure_that_is_turned_down_puts_nothing_forward(language: Language, line: str) -> None:
    assert asked(language, line) == {}


@pytest.mark.parametrize(
    ("language", "line"),
    [("en", "I said 19,000, not 28,000."), ("fr", "19 000, pas 28 000.")],
)
def test_of_two_figures_the_one_not_turned_down_counts(language: Language, line: str) -> None:
    assert asked(language, line) == {"price": 19000.0}


@pytest.mark.parametrize(
    "line", ["No more than 20,000.", "I can't go above 20,000.", "Pas plus de 20 000."]
)
def test_a_cap_is_no_denial(line: str) -> None:
    start = line.index("20")

    assert not is_denied(line, start, start + len("20,000"))


@pytest.mark.parametrize(
    ("line", "does"),
    [
        ("That isn't what I said.", True),
        ("I can't sign that.", True),
        ("I couldn't agree more.", False),
        ("Je n'ai pas dit ça.", True),
        ("Je ne peux pas signer ça.", True),
        ("Thank you, that suits us both.", False),
        ("Merci, ça me va.", False),
    ],
)
def test_a_protest_is_told_from_a_yes(line: str, does: bool) -> None:
    assert protests(fold(line)) is does
