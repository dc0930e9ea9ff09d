"""Measures the offline partner in talk: what is said, how varied it is, and what pressure gets.

    python -m benches.partner [SEEDS]

Every shipped scenario is talked through in both languages by every scripted mentee, SEEDS times
(4 by default), and all that the personas said is looked over: sentences said twice in a talk, replies
that open like the one before, the other language, five telling words in a row of a fact still locked, words
a reply, how much two talks of the same script with other seeds share, how much an average mentee is
given at each level, and what pleading, flattery, hostility and silence earn. Each figure stands
beside its aim.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from statistics import mean

from simulator.config import Language, shipped
from simulator.library.catalogue import Library
from simulator.playtest.mentees import PRESSERS, Deck, generated
from simulator.playtest.phrasebook import Phrasebook
from simulator.playtest.runs import Talk, play, talk
from simulator.practice.stage import Stage
from simulator.reading.moves import Signal
from simulator.text import fold, sentences, words
from tests.playtest.shelf import LANGUAGES, staged

SEEDS = 4
LEVELS = (1, 2, 3)
RUN = 5
"""Words in a row that give a locked line away, if two of them say something."""
LONG = 5
"""Letters from which a word may say something; "it's me who" says nothing."""
SHORTEST = 3
"""Words from which a sentence counts as said twice."""


@dataclass
class Figures:
    """What was found over all talks of one language."""

    talks: int = 0
    replies: int = 0
    words: list[int] = field(default_factory=list)
    found: Counter[str] = field(default_factory=Counter)
    shared: list[float] = field(default_factory=list)
    yielded: dict[int, list[float]] = field(default_factory=lambda: {one: [] for one in LEVELS})
    """By level, what an average mentee was told and granted in each talk, 0 to 1."""
    pressed: int = 0
    earned: int = 0


def main() -> None:
    """Print the table."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    names = [card.id for card in Library((shipped(),)).cards()]
    figures = {language: measured(names, language, seeds) for language in LANGUAGES}
    rows: list[tuple[str, str, Callable[[Figures], str]]] = [
        ("talks of scripted mentees", "", lambda one: str(one.talks)),
        ("replies", "", lambda one: str(one.replies)),
        ("words a reply, mean", "about 17", lambda one: f"{mean(one.words):.1f}"),
        ("replies said twice in a talk", "0", lambda one: str(one.found["reply"])),
        ("sentences said twice in a talk", "0", lambda one: str(one.found["sentence"])),
        ("replies that open like the last", "0", lambda one: str(one.found["opening"])),
        ("replies in the other language", "0", lambda one: str(one.found["language"])),
        ("locked words shown", "0", lambda one: str(one.found["leak"])),
        ("replies shared by two seeds", "low", lambda one: f"{mean(one.shared):.0%}"),
        *(
            (f"yielded to an average mentee, level {level}", "falls", _yielded(level))
            for level in LEVELS
        ),
        ("talks of mentees who only press", "", lambda one: str(one.pressed)),
        ("unearned yields in them", "0", lambda one: str(one.earned)),
    ]
    print(f"{'':42}{'aim':>10}" + "".join(f"{language:>10}" for language in figures))
    for name, aim, cell in rows:
        print(f"{name:42}{aim:>10}" + "".join(f"{cell(one):>10}" for one in figures.values()))


def _yielded(level: int) -> Callable[[Figures], str]:
    return lambda one: f"{mean(one.yielded[level]):.2f}"


def measured(names: list[str], language: Language, seeds: int) -> Figures:
    """All figures of one language."""
    figures = Figures()
    for name in names:
        stage = staged(name, language)
        for kind, lines in stage.scenario.playtest.items():
            talks = [play(stage, lines, mentee=kind, seed=seed) for seed in range(seeds)]
            for one in talks:
                _look_over(one, stage, figures)
            said = [{fold(text) for text in _replies(one)} for one in talks]
            figures.shared.extend(
                len(one & other) / max(1, min(len(one), len(other)))
                for one, other in combinations(said, 2)
            )
        for level, some in figures.yielded.items():
            some.extend(_average(stage, seed, level) for seed in range(seeds))
        for one in _pressing(stage, seeds):
            figures.pressed += 1
            figures.earned += len(one.facts) + len(one.concessions) + one.dealt
    return figures


def _average(stage: Stage, seed: int, level: int) -> float:
    scenario = stage.scenario
    book = Phrasebook.of(scenario.language, scenario.relation.address)
    deck = Deck(scenario.playtest["skilled"], scenario.playtest["unskilled"])
    mentee = generated("average", deck, book, seed)
    return talk(stage, mentee, kind="average", seed=seed, source="generated", level=level).yielded


def _pressing(stage: Stage, seeds: int) -> Iterator[Talk]:
    book = Phrasebook.of(stage.scenario.language, stage.scenario.relation.address)
    for kind in PRESSERS:
        for seed in range(seeds):
            mentee = generated(kind, Deck((), ()), book, seed)
            yield talk(stage, mentee, kind=kind, seed=seed, source="generated")


def _replies(one: Talk) -> list[str]:
    """What the persona answered, without the scripted first line."""
    return [said.text for said in one.session.said_by("persona")][1:]


def _look_over(one: Talk, stage: Stage, figures: Figures) -> None:
    replies = _replies(one)
    figures.talks += 1
    figures.replies += len(replies)
    figures.words.extend(len(words(text)) for text in replies)
    folded = [fold(text) for text in replies]
    figures.found["reply"] += len(folded) - len(set(folded))
    spoken = Counter(part for text in replies for part in set(_sentences(text)))
    figures.found["sentence"] += sum(count - 1 for count in spoken.values())
    opened = [" ".join(_tokens(text)[:2]) for text in replies]
    figures.found["opening"] += sum(first == then for first, then in pairwise(opened))
    for text in replies:
        reading = stage.recogniser.read(text)
        figures.found["language"] += reading.signalled(Signal.OTHER_LANGUAGE)
    figures.found["leak"] += _leaks(one, stage)


def _leaks(one: Talk, stage: Stage) -> int:
    """Replies that hold five words in a row of a fact that was locked when they were said."""
    shown = 0
    open_lines = {run for text in _open(stage) for run in _runs(text)}
    for turn, decision in one.session.decisions.items():
        state = stage.state(one.session, before=turn + 1)
        locked = [fact for fact in stage.scenario.facts if fact.id not in state.spoken]
        runs = {run for fact in locked for line in (*fact.says, *fact.more) for run in _runs(line)}
        reply = next((said.text for said in one.session.said_by("persona") if said.turn > turn), "")
        shown += bool(decision and (set(_runs(reply)) & runs) - open_lines)
    return shown


def _open(stage: Stage) -> Iterator[str]:
    scenario = stage.scenario
    yield scenario.brief.situation
    yield from (line for topic in scenario.topics for line in topic.says)


def _sentences(text: str) -> list[str]:
    parts = (" ".join(_tokens(span.of(text))) for span in sentences(text))
    return [part for part in parts if len(part.split()) >= SHORTEST]


def _tokens(text: str) -> list[str]:
    folded = fold(text)
    return [folded[start:end] for start, end in words(folded)]


def _runs(text: str) -> list[tuple[str, ...]]:
    tokens = _tokens(text)
    runs = [tuple(tokens[place : place + RUN]) for place in range(len(tokens) - RUN + 1)]
    return [run for run in runs if sum(len(word) >= LONG for word in run) >= 2]


if __name__ == "__main__":
    main()
