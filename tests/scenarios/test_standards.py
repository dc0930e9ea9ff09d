"""What every shipped scenario and persona owes to those who rehearse, in each language."""

from collections.abc import Iterator

import pytest

from simulator.config import Language, shipped
from simulator.library.catalogue import Library
from simulator.library.lines import of_persona, public, spoken
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.text import fold, words
from tests.i18n.typography import faults

LIBRARY = Library((shipped(),))
SCENARIOS = tuple(card.id for card in LIBRARY.cards())
LANGUAGES: tuple[Language, ...] = ("en", "fr")
KINDS = ("skilled", "unskilled", "flattering", "bullying", "pleading", "silent")
CLOSE_IN_TWO = {"credit-on-the-slide", "defensive-feedback", "the-shipment-that-slips"}
"""Scenarios that have two wordings for each of their endings."""
each_scenario = pytest.mark.parametrize("name", SCENARIOS)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def scenario(name: str, language: Language) -> Scenario:
    return LIBRARY.scenario(name, language).value


def cast(name: str, language: Language) -> Iterator[Persona]:
    for one in LIBRARY.cast(LIBRARY.scenario(name, language)).values():
        yield one.value


@each_scenario
@in_each_language
def test_what_is_earned_can_be_said_in_several_ways(name: str, language: Language) -> None:
    one = scenario(name, language)

    assert all(len(set(fact.says)) >= 3 for fact in one.facts)
    assert all(len(set(granted.says)) >= 3 for granted in one.concessions)
    assert all(len(set(ending.says)) >= 2 for ending in one.endings)


@in_each_language
@pytest.mark.parametrize("name", sorted(set(SCENARIOS) - CLOSE_IN_TWO))
def test_three_talks_that_end_alike_may_each_close_in_other_words(
    name: str, language: Language
) -> None:
    assert all(len(set(ending.says)) >= 3 for ending in scenario(name, language).endings)


@each_scenario
@in_each_language
def test_lines_are_as_short_as_speech(name: str, language: Language) -> None:
    said = [line.text for line in spoken(scenario(name, language))]

    assert sum(len(words(text)) for text in said) / len(said) < 20


@each_scenario
@in_each_language
def test_lines_of_one_situation_begin_differently(name: str, language: Language) -> None:
    for persona in cast(name, language):
        for situation, lines in persona.lines.items():
            starts = [" ".join(fold(line).split()[:2]) for line in lines]

            assert len(set(starts)) == len(starts), situation


@each_scenario
def test_french_is_set_as_french(name: str) -> None:
    one = scenario(name, "fr")
    texts = [line.text for line in (*spoken(one), *public(one))]
    for persona in cast(name, "fr"):
        texts += [line.text for line in of_persona(persona)]

    assert {text: found for text in texts if (found := faults("fr", text))} == {}


@each_scenario
@in_each_language
def test_scripted_mentees_of_every_kind_are_there(name: str, language: Language) -> None:
    scripts = scenario(name, language).playtest

    assert all(len(scripts.get(kind, ())) >= 8 for kind in KINDS)


@each_scenario
def test_both_languages_have_as_many_ways_of_saying_a_thing(name: str) -> None:
    english, french = scenario(name, "en"), scenario(name, "fr")

    assert [len(one.says) for one in english.facts] == [len(one.says) for one in french.facts]
    assert [len(one.says) for one in english.topics] == [len(one.says) for one in french.topics]
