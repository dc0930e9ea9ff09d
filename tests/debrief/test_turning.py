"""What the persona said of themselves is given back without a mistake, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.turning import Turner, statements


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("I was told off in May.", "you were told off in May"),
        ("My director counts the badges.", "your director counts the badges"),
        ("In January they rang me at home.", "in January they rang you at home"),
        (
            "I've eaten too many cakes, and I'm tired.",
            "you've eaten too many cakes, and you're tired",
        ),
        ("They told me that it's mine.", "they told you that it's yours"),
    ],
)
def test_english_is_turned_round(said: str, turned: str) -> None:
    assert Turner.of("en", "vous").turned(said) == turned


@pytest.mark.parametrize(
    ("said", "tu", "vous"),
    [
        (
            "Je me suis fait reprendre devant mes pairs.",
            "tu t’es fait reprendre devant tes pairs",
            "vous vous êtes fait reprendre devant vos pairs",
        ),
        (
            "Ma femme suit un traitement depuis janvier.",
            "ta femme suit un traitement depuis janvier",
            "votre femme suit un traitement depuis janvier",
        ),
        (
            "On m’a dit que j’étais invisible.",
            "on t’a dit que tu étais invisible",
            "on vous a dit que vous étiez invisible",
        ),
        (
            "Je n’en suis pas fier, ce soir.",
            "tu n’en es pas fier, ce soir",
            "vous n’en êtes pas fier, ce soir",
        ),
        (
            "Je l’ai fait chez moi, sur un vieux fichier.",
            "tu l’as fait chez toi, sur un vieux fichier",
            "vous l’avez fait chez vous, sur un vieux fichier",
        ),
        (
            "J’enverrai une ligne le soir d’avant.",
            "tu enverras une ligne le soir d’avant",
            "vous enverrez une ligne le soir d’avant",
        ),
    ],
)
def test_french_is_turned_towards_the_address_of_the_talk(said: str, tu: str, vous: str) -> None:
    assert Turner.of("fr", "tu").turned(said) == tu
    assert Turner.of("fr", "vous").turned(said) == vous


@pytest.mark.parametrize(
    "said",
    [
        "You know what I mean.",
        "I don't know.",
        "Put that on one page for me.",
        "Is it my fault?",
        "Daniel rang me last night.",
        "Well, I was told off in May.",
        "It is the rule for everybody.",
        "I said “no” to them twice.",
    ],
)
def test_what_is_not_certain_in_english_is_left_alone(said: str) -> None:
    assert Turner.of("en", "vous").turned(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "Je vous l’ai déjà dit, pourtant.",
        "Mettez-moi ça sur une page.",
        "Je résous cela sans personne.",
        "Ai-je le choix, dans cette histoire.",
        "Les autres, faites sans moi demain.",
        "C’est la règle pour tout le monde.",
    ],
)
def test_what_is_not_certain_in_french_is_left_alone(said: str) -> None:
    assert Turner.of("fr", "vous").turned(said) is None


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for language in ("en", "fr"):
        turned = Turner.of("fr" if language == "fr" else "en", "tu").turned(text)

        assert turned is None or turned.strip()


def test_only_what_ends_in_a_full_stop_is_a_statement() -> None:
    assert statements("I was late. Why? Stop! It rained.") == ("I was late.", "It rained.")
