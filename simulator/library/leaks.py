"""Leaks: words that give a locked fact away before it was earned.

A fact's `about` words, or five words in a row of its own lines, may not stand in what the persona
says while the fact can still be locked. In what the mentee reads beforehand they are a warning:
there the author may have meant them. Matching is by whole folded words, plural endings aside.
"""

from collections.abc import Iterator
from itertools import chain

from simulator.library import lines
from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.needs import required_facts
from simulator.library.persona import Persona
from simulator.library.scenario import Fact, Scenario
from simulator.library.yamlfile import Document
from simulator.text import fold, words

RUN = 5
"""Words in a row, shared with a locked line, that give it away if three of them are long."""


def check(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    """Leaks within the scenario."""
    for line in chain(lines.spoken(scenario), lines.public(scenario)):
        told = {line.fact} | required_facts(line.when, scenario)
        for fact in scenario.facts:
            if fact.id in told or not (words_found := _given_away(line.text, fact)):
                continue
            place = document.place(line.trail)
            if line.part == "spoken":
                yield error(place, "fact-leaked", id=fact.id, text=words_found)
            else:
                yield warning(place, "fact-in-brief", id=fact.id, text=words_found)
    yield from _easy_guesses(scenario, document)


def check_persona(scenario: Scenario, persona: Persona, document: Document) -> Iterator[Diagnostic]:
    """Leaks of this scenario's facts in what the person says, or is described as, anywhere."""
    for line in chain(lines.of_persona(persona), lines.character(persona)):
        for fact in scenario.facts:
            if words_found := _given_away(line.text, fact):
                place = document.place(line.trail)
                yield error(place, "fact-leaked", id=fact.id, text=words_found)


def _easy_guesses(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    topics: dict[tuple[str, ...], str] = {
        _tokens(word): topic.id for topic in scenario.topics for word in topic.about
    }
    for at, fact in enumerate(scenario.facts):
        for nth, word in enumerate(fact.about):
            if topic := topics.get(_tokens(word)):
                place = document.place(("facts", at, "about", nth))
                yield warning(place, "guess-too-easy", word=word, topic=topic)


def _given_away(text: str, fact: Fact) -> str:
    """The words of `text` that give `fact` away; empty if none do."""
    told = _tokens(text)
    for phrase in fact.about:
        tokens = _tokens(phrase)
        if tokens and any(
            told[at : at + len(tokens)] == tokens for at in range(len(told) - len(tokens) + 1)
        ):
            return phrase
    runs = set(_runs(told))
    for line in fact.says:
        for run in _runs(_tokens(line)):
            if run in runs:
                return " ".join(run)
    return ""


def _runs(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Runs of words that say something: three of the five are longer than three letters."""
    for at in range(len(tokens) - RUN + 1):
        run = tokens[at : at + RUN]
        if sum(len(token) > 3 for token in run) >= 3:
            yield run


def _tokens(text: str) -> tuple[str, ...]:
    folded = fold(text)
    return tuple(_singular(span.of(folded)) for span in words(folded))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word
