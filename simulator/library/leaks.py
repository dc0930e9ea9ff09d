"""Leaks: words that give a locked fact away before it was earned.

A fact's `about` words, or five words in a row of its own lines, may not stand in what the persona
says while the fact can still be locked. In what the mentee reads beforehand they are a warning:
there the author may have meant them. Matching is by whole folded words, plural endings aside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Secret:
    """What gives one fact away, ready to be looked for."""

    id: str
    phrases: Mapping[str, str]
    """As they are looked for, and as the author wrote them."""
    runs: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, fact: Fact) -> "_Secret":
        phrases = {" ".join(_tokens(phrase)): phrase for phrase in fact.about if _tokens(phrase)}
        runs = frozenset(run for line in (*fact.says, *fact.more) for run in _runs(_tokens(line)))
        return cls(fact.id, phrases, runs)


def check(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    """Leaks within the scenario."""
    secrets = [_Secret.of(fact) for fact in scenario.facts]
    for line in chain(lines.spoken(scenario), lines.public(scenario)):
        told = {line.fact} | required_facts(line.when, scenario)
        for secret, given in _given_away(line.text, secrets):
            place = document.place(line.trail)
            if secret in told:
                continue
            if line.part == "spoken":
                yield error(place, "fact-leaked", id=secret, text=given)
            else:
                yield warning(place, "fact-in-brief", id=secret, text=given)
    yield from _easy_guesses(scenario, document)


def check_persona(scenario: Scenario, persona: Persona, document: Document) -> Iterator[Diagnostic]:
    """Leaks of this scenario's facts in what the person says, or is described as, anywhere."""
    secrets = [_Secret.of(fact) for fact in scenario.facts]
    for line in chain(lines.of_persona(persona), lines.character(persona)):
        for secret, given in _given_away(line.text, secrets):
            yield error(document.place(line.trail), "fact-leaked", id=secret, text=given)


def _easy_guesses(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    topics: dict[tuple[str, ...], str] = {
        _tokens(word): topic.id for topic in scenario.topics for word in topic.about
    }
    for at, fact in enumerate(scenario.facts):
        for nth, word in enumerate(fact.about):
            if topic := topics.get(_tokens(word)):
                place = document.place(("facts", at, "about", nth))
                yield warning(place, "guess-too-easy", word=word, topic=topic)


def _given_away(text: str, secrets: Iterable[_Secret]) -> Iterator[tuple[str, str]]:
    """Ids of the facts that `text` gives away, each with the words that do."""
    told = _tokens(text)
    spoken = f" {' '.join(told)} "
    runs = set(_runs(told))
    for secret in secrets:
        phrase = next((one for one in secret.phrases if f" {one} " in spoken), "")
        run = next(iter(sorted(secret.runs & runs)), ())
        if phrase or run:
            yield secret.id, secret.phrases.get(phrase) or " ".join(run)


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
