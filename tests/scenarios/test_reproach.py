"""At the demanding level a reproach earns no trust and is told nothing, however it is dressed."""

import pytest

from simulator.config import Language
from simulator.debrief.course import Course, Step
from simulator.debrief.findings import findings
from simulator.playtest.runs import play
from tests.playtest.shelf import SCENARIOS, staged

DEMANDING = 3
REPROACHES: dict[Language, tuple[str, ...]] = {
    "en": (
        "I feel like you don't care.",
        "You announced it in front of everybody without asking us, that's a bit hard on us.",
        "As usual, it's me who is cleaning up after you.",
        "Sorry, I'm a bit stressed.",
    ),
    "fr": (
        "J'ai l'impression que {vous en fichez}.",
        "{avez} annoncé ça devant tout le monde sans nous demander, c'est un peu dur pour nous",
        "Comme d'habitude, c'est moi qui ramasse derrière {vous}.",
        "désolée, je suis un peu stressée",
    ),
}
THROUGHOUT = {
    "tu": ("tu t'en fiches", "Tu as", "toi"),
    "vous": ("vous vous en fichez", "Vous avez", "vous"),
}


def lines(language: Language, address: str) -> list[str]:
    cares, has, you = THROUGHOUT[address]
    said = (one.replace("{vous en fichez}", cares) for one in REPROACHES[language])
    return [one.replace("{avez}", has).replace("{vous}", you) for one in said]


def steps(name: str, language: Language) -> tuple[Step, ...]:
    stage = staged(name, language)
    said = lines(language, stage.scenario.relation.address)
    talk = play(stage, said, mentee="reproaching", seed=1, level=DEMANDING)
    return Course.of(talk.session, stage).steps


@pytest.mark.parametrize("language", REPROACHES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_reproach_earns_nothing(name: str, language: Language) -> None:
    earned = [
        (one.line.text, one.trust, one.told)
        for one in steps(name, language)
        if one.trust > 0 or one.told or one.granted
    ]

    assert earned == []


@pytest.mark.parametrize(
    ("language", "thrown"),
    [("fr", "le 4 mai ça ne va pas le faire"), ("en", "You can forget the 4th of May.")],
)
def test_a_date_thrown_back_at_once_is_not_praised_as_left_out(
    language: Language, thrown: str
) -> None:
    stage = staged("a-date-that-holds", language)
    talk = play(stage, [thrown, "Hm.", "Bon.", "OK."], mentee="blunt", seed=1)

    course = Course.of(talk.session, stage)

    assert course.steps[0].trust < 0
    found = next(one for one in findings(course) if one.id == "no-only-no")
    assert (found.verdict, found.is_to_work_on) == ("observed", True)
