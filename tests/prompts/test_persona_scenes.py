"""What the persona's LLM is given in each scenario, so that a change in a prompt is reviewed."""

from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from simulator.llm.persona import prompt_of
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from tests.llm.played import NAMES, staged
from tests.prompts.scenes import scenes

LANGUAGES: tuple[Language, ...] = ("en", "fr")


class Page(SingleFileSnapshotExtension):
    """One file a scenario."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


def page(on: Stage) -> Iterator[str]:
    """The stable part once for each persona, then what changes, moment by moment."""
    shown: set[str] = set()
    for moment, direction in scenes(on):
        system, user = prompt_of(direction)
        if system not in shown:
            yield f"----- {on.scenario.language}, always -----\n\n{system}\n"
        shown.add(system)
        yield f"----- {on.scenario.language}, {moment} -----\n\n{user}\n"


@pytest.mark.parametrize("name", NAMES)
def test_the_prompts_of_a_scenario_are_as_they_were(snapshot: SnapshotAssertion, name: str) -> None:
    pages = [part for language in LANGUAGES for part in page(staged(name, language))]

    assert "\n".join(pages) == snapshot(extension_class=Page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_is_worded_as_people_word_it(language: Language) -> None:
    *_, (moment, direction) = scenes(staged("pay-and-presence", language))

    figure = {"en": "€42,000 a year", "fr": "42\u202f000\u202f€ par an"}[language]
    assert moment == "a figure"
    assert figure in prompt_of(direction).user
    assert "EUR" not in prompt_of(direction).user
