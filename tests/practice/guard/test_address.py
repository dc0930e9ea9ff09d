"""Tu and vous: refused only where it is sure that it is the other one, and never in our own lines."""

from collections.abc import Iterator

import pytest

from simulator.config import shipped
from simulator.library.catalogue import Library
from simulator.library.scenario import Scenario
from simulator.practice.guard import Guard
from simulator.practice.guard.address import is_amiss
from simulator.practice.guard.reply import Reply
from simulator.practice.guard.tongue import Tongue
from tests.debrief.talks import shipped_stage
from tests.practice.guard.turns import turn

FRENCH = Tongue.of("fr")
INSTEAD_OF_VOUS = (
    "Tu demandes beaucoup, tout de même.",
    "Je t’ai déjà répondu.",
    "Et toi, qu’en penses-tu ?",
    "Assieds-toi. On va en parler.",
    "Tes deux jours, je les ai entendus.",
    "C’est non. Je te l’ai dit en mai.",
)
INSTEAD_OF_TU = (
    "Vous demandez beaucoup, tout de même.",
    "Je vous ai déjà répondu.",
    "Votre demande me surprend.",
    "Et vos deux jours, d’où sortent-ils ?",
)
FITS_VOUS = (
    "Il m’a dit : « tu verras bien ». Je n’ai rien vu.",
    "Il s’est tu pendant toute la réunion.",
    "Pas sur ce ton, s’il vous plaît.",
    "On ne se tutoie pas, que je sache. Tu ou vous, choisissez.",
    "Tu parles d’une semaine.",
    "Vous savez, mon fils me dit : tu travailles trop.",
    "C’est non.",
)
FITS_TU = (
    "Vous êtes combien dans l’équipe ?",
    "Vous deux, vous me fatiguez.",
    "Elle m’a écrit : « je vous attends ». Je n’y suis pas allé.",
    "Vous vous êtes parlé, Marc et toi ?",
    "Laisse-moi finir, s’il vous plaît.",
    "Tu vouvoies encore tout le monde ? Ne me dis pas vous.",
    "C’est non.",
)


def amiss(text: str, address: str, *, is_whole: bool = True, is_alone: bool = True) -> bool:
    return is_amiss(Reply(text, FRENCH, is_whole), address, is_alone=is_alone)


@pytest.mark.parametrize("text", INSTEAD_OF_VOUS)
def test_tu_is_refused_where_they_say_vous(text: str) -> None:
    assert amiss(text, "vous")
    assert not amiss(text, "tu")


@pytest.mark.parametrize("text", INSTEAD_OF_TU)
def test_vous_is_refused_where_they_say_tu(text: str) -> None:
    assert amiss(text, "tu")
    assert not amiss(text, "vous")


@pytest.mark.parametrize("text", FITS_VOUS)
def test_a_tu_that_is_nobodys_address_is_shown(text: str) -> None:
    assert not amiss(text, "vous")


@pytest.mark.parametrize("text", FITS_TU)
def test_a_vous_that_may_be_several_people_is_shown(text: str) -> None:
    assert not amiss(text, "tu")


def test_vous_may_be_both_where_two_are_there() -> None:
    assert not amiss("Vous ne m’écoutez pas.", "tu", is_alone=False)


def test_a_sentence_is_judged_once_it_has_ended() -> None:
    assert not amiss("Vous voulez dire,", "tu", is_whole=False)
    assert amiss("Vous voulez rire. Et", "tu", is_whole=False)


def test_english_has_one_address() -> None:
    reply = Reply("I told tu and vous.", Tongue.of("en"), is_whole=True)

    assert not is_amiss(reply, "vous", is_alone=True)


def test_the_guard_says_so() -> None:
    guard = turn("fr").guard()

    assert guard.refusal("Tu demandes beaucoup.") == "wrong-address"
    assert guard.refusal("Vous demandez beaucoup.") is None


def test_no_line_that_we_ship_is_taken_for_the_other_address() -> None:
    library = Library((shipped(),))
    stages = [shipped_stage(name, "fr") for name in library.ids()]
    held = [
        (one.scenario.id, said)
        for one in stages
        for said in spoken(one.scenario)
        if amiss(said, one.scenario.relation.address, is_alone=len(one.personas) == 1)
    ]

    assert sum(len(list(spoken(one.scenario))) for one in stages) > 500
    assert held == []


def spoken(scenario: Scenario) -> Iterator[str]:
    """What a persona of `scenario` may say, line by line."""
    yield scenario.opening
    lines = (scenario.facts, scenario.concessions, scenario.cues, scenario.topics, scenario.twists)
    for kind in (*lines, scenario.endings, scenario.reactions, scenario.replies):
        for one in kind:
            yield from one.says


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Marc: I never said that."),
        ("en", "Fine.\nMarc Petit: I never said that."),
        ("en", "I see. **Marc**: No."),
        ("en", "“I never said that,” says Marc."),
        ("en", "Well. Marc nods."),
        ("en", "Marc sighs and looks away."),
        ("fr", "Marc : je n’ai jamais dit ça."),
        ("fr", "« Je n’ai jamais dit ça », dit Marc."),
        ("fr", "Bon. Marc hoche la tête."),
        ("fr", "Marc soupire et se lève."),
    ],
)
def test_nobody_speaks_or_acts_for_another_of_the_cast(language: str, reply: str) -> None:
    assert between(language).refusal(reply) in {"speaks-for-other", "markup"}


@pytest.mark.parametrize(
    ("language", "reply"),
    [
        ("en", "Marc says that he never did."),
        ("en", "Ask Marc. He was there."),
        ("en", "Marc sighs every time I open my mouth."),
        ("en", "Marc said it was his turn, and it was mine."),
        ("en", "He told me: I never said that."),
        ("fr", "Marc dit qu’il ne l’a jamais dit."),
        ("fr", "Demandez à Marc. Il y était."),
        ("fr", "Marc soupire dès que j’ouvre la bouche."),
        ("fr", "C’est Marc qui hoche la tête quand on lui parle."),
    ],
)
def test_telling_of_another_is_no_such_thing(language: str, reply: str) -> None:
    assert between(language).refusal(reply) is None


def between(language: str) -> Guard:
    """The guard of a talk in which Marc Petit is there too."""
    one = turn("fr" if language == "fr" else "en")
    return Guard.of(one.stage.scenario, one.direction, one.secrets, ("Marc Petit",))
