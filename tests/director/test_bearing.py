import pytest

from simulator.director.bearing import bears_on_scene
from simulator.director.vocabulary import Named
from simulator.text import fold
from tests.director.scene import Talk, scenario

NOTHING = Named((), (), (), ())


def bears(line: str, talk: Talk | None = None) -> bool:
    talk = talk or Talk()
    return bears_on_scene(talk.scenario, talk.state, NOTHING, fold(line))


@pytest.mark.parametrize(
    "line",
    [
        "What's the weather like tomorrow?",
        "Do you like football?",
        "Which is the capital of Australia?",
        "Do you have a recipe for lasagne?",
        "Who painted the Sistine ceiling?",
        "Quel temps fera-t-il, il va y avoir de la neige ?",
        "Vous aimez le foot ?",
    ],
)
def test_small_talk_does_not_bear_on_the_scene(line: str) -> None:
    assert not bears(line)


@pytest.mark.parametrize(
    "line",
    [
        "Why?",
        "How so?",
        "What happened?",
        "Et pourquoi ?",
        "Qu'est-ce qui s'est passé ?",
        "What worries you most?",
        "Qu'est-ce qui vous pèse ?",
        "What made Tuesdays special?",
    ],
)
def test_a_short_question_and_one_about_the_other_do(line: str) -> None:
    assert bears(line)


def test_what_is_named_bears_on_the_scene() -> None:
    named = Named(("remote",), (), (), ())
    talk = Talk()

    assert bears_on_scene(talk.scenario, talk.state, named, fold("Who made that rule?"))
    aside = fold("What's the weather like at home?")
    assert not bears_on_scene(talk.scenario, talk.state, named, aside)


def test_the_words_of_a_locked_fact_bear_on_nothing_until_it_is_told() -> None:
    hidden = scenario(
        facts=[{"id": "badges", "says": ["The turnstile counts."], "when": {"trust": 1}}],
        topics=[{"id": "remote", "about": ["remote"]}],
    )
    talk = Talk(scenario=hidden)
    asked = "Who reads what the turnstile writes down?"
    assert not bears(asked, talk)

    talk.state = talk.state.model_copy(update={"spoken": ("badges",)})
    assert bears(asked, talk)


def test_a_scene_about_small_talk_has_its_words() -> None:
    rainy = scenario(opening="What weather, in this rain!")

    assert bears("Will the rain last?", Talk(scenario=rainy))
