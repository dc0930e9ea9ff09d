"""A better line for a moment: composed, put in place of what was said, run again, kept if it helps.

Several candidates are made for a gap from patterns in the session's language and address, filled
with words that both sides had already said. Each is read and decided from the state before that
turn; it is kept only if trust ends higher and tension lower than they really did (or as good,
where they could not be better), it harms nobody, and it stays under `MOST_WORDS`. Where none helps,
none is given: how often a line was found is reported, never made up.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import islice
from string import Formatter
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.gaps import Gap
from simulator.debrief.ground import Ground
from simulator.debrief.select import Tried
from simulator.debrief.spoken import Spoken, address_of, spoken_at
from simulator.debrief.turning import Address, Turner
from simulator.director.fold import HIGHEST
from simulator.director.state import Stance
from simulator.practice.stage import Stage
from simulator.reading.moves import Language, Move, Reading, Signal
from simulator.text import fold, sentences, words

MOST_WORDS = 30
LEAST_GAIN = 0.05
"""Points by which a figure has to differ to be better."""
SLACK = 0.005
"""Points by which a figure may differ and still be the same."""
ALIKE = 3
"""Words by which two lines begin alike."""
AGAIN = 0.6
"""Rank lost by a line that closes as another of the same debrief does."""
MOST_RUN = 14
"""Lines that are run again for one moment."""
_WORTH = {"thing": 0.5, "de": 0.5, "turned": 0.9, "que": 0.9, "their": 0.7, "earlier": 0.7}
"""What a hole is worth in a line, from 0 to 1; 1 for what the mentee was after."""
_HARM = (
    *(Move.BLAME, Move.THREAT, Move.POWER, Move.UNDERMINING, Move.DISMISSAL, Move.CONFRONT),
    *(Move.ADVICE, Move.ABSOLUTES, Move.RIGHTS, Move.UNEXPLAINED_TERM),
)
_PRESSURE = (Signal.ABUSE, Signal.META, Signal.PLEADING, Signal.FLATTERY)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A line the mentee could have said, and the stance it would have left instead."""

    text: str
    said: Stance
    """What the real line left."""
    instead: Stance
    """What this one leaves."""
    neutral: bool = False
    """Both were tried on a neutral partner: nobody knows what the person would have made of it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of a line, with its holes."""

    intent: str
    when: str
    text: str

    @property
    def holes(self) -> frozenset[str]:
        return frozenset(name for _, name, _, _ in Formatter().parse(self.text) if name)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one language and address, and what each gap calls for."""

    intents: Mapping[str, Sequence[str]]
    lines: Mapping[str, Sequence[Pattern]]

    @staticmethod
    @cache
    def of(language: Language, address: Address) -> "Patterns":
        """Read from the data file, once."""
        text = files("simulator.debrief").joinpath("data/lines.toml").read_text("utf-8")
        data = tomllib.loads(text)
        lines: dict[str, list[Pattern]] = {}
        for one in data[language]:
            wording = one.get("text") or one[address]
            pattern = Pattern(one["intent"], one.get("when", ""), wording)
            lines.setdefault(pattern.intent, []).append(pattern)
        return Patterns(intents=data["gaps"], lines=lines)


def alternatives(
    course: Course, stage: Stage, tried: Sequence[Tried]
) -> tuple[Alternative | None, ...]:
    """For each thing to try, a better line for its moment, or None.

    No pattern serves twice and no two lines begin alike. In a conversation that people held each
    was tried on a neutral partner, and says so.
    """
    if not tried:
        return ()
    ground = Ground.of(course, stage)
    turner = Turner.of(course.scenario.language, address_of(course))
    patterns = Patterns.of(turner.language, turner.address)
    samples = _samples(stage)
    taken = _Taken()
    found: list[Alternative | None] = []
    for one in tried:
        candidates = _candidates(patterns, one.gap, spoken_at(course, one.step, turner))
        lines = (line for line in candidates if fold(line.text) not in samples)
        best = _best(ground, one.step, lines, taken)
        if best is not None:
            taken.add(best[0])
        found.append(best[1] if best else None)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that could be said, and how far it is from the best that one could say there."""

    rank: float
    pattern: Pattern
    text: str

    @property
    def opening(self) -> tuple[str, ...]:
        return tuple(fold(span.of(self.text)) for span in words(self.text)[:ALIKE])

    @property
    def close(self) -> str:
        spans = sentences(self.text)
        return fold(spans[-1].of(self.text)) if len(spans) > 1 else ""


@dataclass(slots=True)
class _Taken:
    """What the lines given so far in this debrief have used up."""

    patterns: set[Pattern] = field(default_factory=set)
    openings: set[tuple[str, ...]] = field(default_factory=set)
    closes: set[str] = field(default_factory=set)

    def add(self, one: _Candidate) -> None:
        self.patterns.add(one.pattern)
        self.openings.add(one.opening)
        self.closes.add(one.close)

    def has(self, one: _Candidate) -> bool:
        return one.pattern in self.patterns or one.opening in self.openings

    def rank(self, one: _Candidate) -> float:
        return one.rank + (AGAIN if one.close in self.closes else 0)


def _candidates(patterns: Patterns, gap: Gap, spoken: Spoken) -> Iterator[_Candidate]:
    for place, intent in enumerate(patterns.intents[gap.value]):
        for order, pattern in enumerate(patterns.lines.get(intent, ())):
            if pattern.holes <= spoken.holes.keys() and spoken.suits(pattern.when):
                text = pattern.text.format(**spoken.holes)
                if len(words(text)) <= MOST_WORDS:
                    worth = max((_WORTH.get(hole, 1) for hole in pattern.holes), default=0)
                    rank = 0.5 * place + 0.1 * order - worth
                    yield _Candidate(rank, pattern, text[:1].upper() + text[1:])


def _best(
    ground: Ground, step: Step, lines: Iterable[_Candidate], taken: _Taken
) -> tuple[_Candidate, Alternative] | None:
    """The first, in order of what they carry, that betters both figures; else one of them."""
    said = ground.said(step)
    partly: tuple[_Candidate, Alternative] | None = None
    free = (one for one in lines if not taken.has(one))
    for one in islice(sorted(free, key=taken.rank), MOST_RUN):
        reading = ground.read(step, one.text)
        if _is_harmful(one.pattern, reading):
            continue
        left = ground.instead(step, reading, one.text)
        alternative = Alternative(one.text, said, left, ground.is_neutral)
        if _betters(alternative) == "both":
            return one, alternative
        if partly is None and _betters(alternative) == "one":
            partly = one, alternative
    return partly


def _is_harmful(pattern: Pattern, reading: Reading) -> bool:
    """Whether a line may not be said at all; one that explains a term has to name it."""
    harm = [
        move for move in _HARM if move is not Move.UNEXPLAINED_TERM or "term" not in pattern.holes
    ]
    return reading.has(*harm) or reading.signalled(*_PRESSURE)


def _betters(one: Alternative) -> Literal["both", "one", "none"]:
    """How many of the two figures are better; none at all where either is worse.

    A figure at its bound is as good as better; one that nothing here moves must not stand in the
    way of the other.
    """
    trust = one.instead.trust - one.said.trust
    calm = one.said.tension - one.instead.tension
    if min(trust, calm) < -SLACK or max(trust, calm) < LEAST_GAIN:
        return "none"
    trusts = trust >= LEAST_GAIN or one.said.trust >= HIGHEST
    calms = calm >= LEAST_GAIN or one.said.tension <= 0
    return "both" if trusts and calms else "one"


def _samples(stage: Stage) -> frozenset[str]:
    """What the author wrote as examples: no line of the mentee's own is one of them."""
    scenario = stage.scenario
    rubric = [line for item in scenario.rubric for line in item.yes_looks_like]
    played = [line for lines in scenario.playtest.values() for line in lines]
    return frozenset(fold(line) for line in (*rubric, *played))
