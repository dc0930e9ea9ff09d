"""What may never stand in a prompt, and how it is found there in whatever order of words.

Held against the words of a prompt are whole sentences, runs of five words that say something, and
the phrases by which an author names a fact. What was said aloud in the talk is no secret any more,
whoever said it, and neither is a line or a figure that the director gave out for this reply.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from simulator.director.amounts import package_phrase
from simulator.director.direction import Direction
from simulator.library.leaks import _runs, _tokens
from simulator.library.scenario import Fact, Scenario
from simulator.text import sentences

LEAST = 4
"""Words from which a sentence is somebody's; "I don't know" is everybody's."""
FIGURE = 100
"""From which a number is no mere count of days."""


def heard(direction: Direction) -> tuple[str, ...]:
    """All that was said aloud, or is to be said now."""
    given = tuple(line for beat in direction.beats for line in beat.lines)
    package = direction.counter
    figures = package_phrase(package, direction.issues, direction.language) if package else None
    aloud = (*direction.said, *direction.mentee_said, direction.heard.text)
    return (*aloud, *given, figures or "")


def facts_in(prompt: str, locked: Iterable[Fact], aloud: tuple[str, ...]) -> list[str]:
    """What `prompt` tells of the facts `locked`."""
    told, known = _Words(prompt), _Words(*aloud)
    return [one for fact in locked for one in _of_fact(fact) if one in told and one not in known]


def texts_in(prompt: str, texts: Iterable[str], aloud: tuple[str, ...]) -> list[str]:
    """Which sentences of `texts` stand in `prompt`."""
    told, known = _Words(prompt), _Words(*aloud)
    return [one for one in _sentences(tuple(texts)) if one in told and one not in known]


def figures_in(prompt: str, scenario: Scenario, aloud: tuple[str, ...]) -> list[str]:
    """Which of the mentee's targets and limits stand in `prompt`."""
    values = [value for one in scenario.brief.issues.values() for value in (one.target, one.limit)]
    numbers = {f"{one:g}" for one in values if isinstance(one, float | int) and one >= FIGURE}
    return sorted(numbers & _numbers(prompt) - _numbers("\n".join(aloud)))


def hidden(scenario: Scenario) -> tuple[str, ...]:
    """Every text of a scenario that is the author's, the mentor's or the mentee's alone."""
    return (
        scenario.brief.situation,
        scenario.brief.role,
        scenario.summary,
        *(one.text for one in scenario.brief.goals),
        *rubric(scenario),
        *(one.note for one in scenario.facts),
        *(one.note for one in scenario.concessions),
        *(one.note for one in scenario.endings),
        *(line for lines in scenario.playtest.values() for line in lines),
        *scenario.debrief.questions,
        *(text for one in scenario.resources for text in (one.title, one.note)),
    )


def rubric(scenario: Scenario) -> tuple[str, ...]:
    """The questions, and what answers to them look like."""
    return tuple(
        text
        for one in scenario.rubric
        for text in (one.ask, *one.yes_looks_like, *one.no_looks_like)
    )


class _Words:
    """Texts as one row of words that can be asked for a row of others."""

    def __init__(self, *texts: str) -> None:
        self._row = f" {' | '.join(' '.join(_words(one)) for one in texts)} "

    def __contains__(self, row: str) -> bool:
        return f" {row} " in self._row


@cache
def _words(text: str) -> tuple[str, ...]:
    return _tokens(text)


@cache
def _of_fact(fact: Fact) -> tuple[str, ...]:
    phrases = (" ".join(_words(one)) for one in fact.about if len(_words(one)) > 1)
    told = (*fact.says, *fact.more, fact.note)
    runs = (" ".join(run) for one in told for run in _runs(_words(one)))
    return tuple(dict.fromkeys((*phrases, *_sentences(told), *runs)))


@cache
def _sentences(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_rows(texts)))


def _rows(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        line = " ".join(text.split())
        for span in sentences(line):
            row = _words(span.of(line))
            if len(row) >= LEAST:
                yield " ".join(row)


def _numbers(text: str) -> set[str]:
    found = re.findall(r"\d(?:[\d,.\s]*\d)?", text)
    return {re.sub(r"\D", "", one) for one in found}
