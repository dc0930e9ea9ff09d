"""Whoever asked for the talk, or brings the matter, says what it is about when they are asked."""

import pytest

from simulator.config import Language
from simulator.playtest.runs import play
from tests.playtest.shelf import staged

ASKED: dict[Language, tuple[str, ...]] = {
    "en": ("What's it about?", "What did you want to talk about?", "What is it?"),
    "fr": ("De quoi s’agit-il ?", "De quoi vouliez-vous parler ?", "C’est à quel sujet ?"),
}
SCENARIOS = (
    *("a-no-to-the-manager", "a-date-that-holds", "two-teams-one-bench", "running-on-empty"),
    *("scope-and-price", "taught-by-a-junior", "after-the-silence", "first-prompts"),
)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("language", ASKED)
def test_what_somebody_came_to_say_is_never_refused(name: str, language: Language) -> None:
    stage = staged(name, language)
    matter = next(one for one in stage.scenario.replies if one.id == "the-matter")
    for question in ASKED[language]:
        answer = play(stage, [question], mentee="asking", seed=1).session.said_by("persona")[1]

        assert any(line in answer.text for line in matter.says), question


WHEN: dict[Language, str] = {"en": "When do they need that?", "fr": "C’est pour quand ?"}


@pytest.mark.parametrize(
    "name", ["a-no-to-the-manager", "a-date-that-holds", "two-teams-one-bench", "pay-and-presence"]
)
@pytest.mark.parametrize("language", WHEN)
def test_a_scenario_with_dates_has_one_for_whoever_asks_when(name: str, language: Language) -> None:
    stage = staged(name, language)
    dated = [
        line for one in stage.scenario.replies if one.id.startswith("when") for line in one.says
    ]
    answer = play(stage, [WHEN[language]], mentee="asking", seed=1).session.said_by("persona")[1]

    assert any(line in answer.text for line in dated), answer.text
