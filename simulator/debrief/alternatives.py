"""A better line for a moment: composed, put in place of what was said, run again, kept if it helps.

Several candidates are made for a gap from patterns in the session's language and address, filled
with words that both sides had already said. Each is read and decided from the state before that
turn; it is kept only if trust ends higher and tension lower than they really did (or as good,
where they could not be better), it harms nobody, and it stays under `MOST_WORDS`. Where none helps,
none is given: how often a line was found is reported, never made up.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from string import Formatter

from simulator import director
from simulator.config import HUMAN
from simulator.debrief.course import Course, Step
from simulator.debrief.gaps import Gap
from simulator.debrief.select import Tried
from simulator.debrief.spoken import Spoken, spoken_at
from simulator.debrief.turning import Address, Turner
from simulator.director.state import Stance
from simulator.practice.stage import Stage
from simulator.reading.moves import Language, Move, Signal
from simulator.text import fold, words

MOST_WORDS = 30
LEAST_GAIN = 0.05
"""Points by which trust and tension have to be better."""
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

    @classmethod
    def of(cls, language: Language, address: Address) -> "Patterns":
        """Read from the data files."""
        text = files("simulator.debrief").joinpath("data/lines.toml").read_text("utf-8")
        data = tomllib.loads(text)
        lines: dict[str, list[Pattern]] = {}
        for one in data[language]:
            wording = one.get("text") or one[address]
            pattern = Pattern(one["intent"], one.get("when", ""), wording)
            lines.setdefault(pattern.intent, []).append(pattern)
        return cls(intents=data["gaps"], lines=lines)


def alternatives(
    course: Course, stage: Stage, tried: Sequence[Tried]
) -> tuple[Alternative | None, ...]:
    """For each thing to try, a better line for its moment, or None; no pattern serves twice.

    In a conversation that people held there is no state to improve, and so no line.
    """
    if course.session.opened.actor == HUMAN:
        return (None,) * len(tried)
    language = course.scenario.language
    address: Address = course.scenario.relation.address
    patterns = Patterns.of(language, address)
    turner = Turner.of(language, address)
    samples = _samples(stage)
    used: set[Pattern] = set()
    found: list[Alternative | None] = []
    for one in tried:
        spoken = spoken_at(course, one.step, turner)
        best: tuple[float, Pattern, Alternative] | None = None
        for rank, pattern, text in _candidates(patterns, one.gap, spoken):
            if pattern in used or fold(text) in samples:
                continue
            alternative = _rerun(course, stage, one.step, text)
            if alternative is not None:
                score = _gain(alternative) - rank
                if best is None or score > best[0]:
                    best = (score, pattern, alternative)
        if best is not None:
            used.add(best[1])
        found.append(best[2] if best else None)
    return tuple(found)


def _candidates(
    patterns: Patterns, gap: Gap, spoken: Spoken
) -> Iterator[tuple[float, Pattern, str]]:
    """Lines for `gap`, each with how far it is from the best that one could say there."""
    for place, intent in enumerate(patterns.intents[gap.value]):
        for order, pattern in enumerate(patterns.lines.get(intent, ())):
            if pattern.holes <= spoken.holes.keys() and spoken.suits(pattern.when):
                text = pattern.text.format(**spoken.holes)
                if len(words(text)) <= MOST_WORDS:
                    rank = 0.6 * place + 0.1 * order + (0 if pattern.holes else 0.8)
                    yield rank, pattern, text[:1].upper() + text[1:]


def _rerun(course: Course, stage: Stage, step: Step, text: str) -> Alternative | None:
    """The stance that `text` would have left; None where it would not have helped."""
    opened = course.session.opened
    reading = stage.recogniser.read(
        text, course.session.before(step.turn), director.vocabulary(stage.scenario)
    )
    if reading.has(*_HARM) or reading.signalled(*_PRESSURE):
        return None
    decision = director.decide(
        stage.scenario,
        stage.personas,
        step.before,
        reading,
        text,
        level=opened.level,
        seed=opened.seed,
    )
    instead = director.apply(step.before, decision).stance[step.decision.voice]
    alternative = Alternative(text, step.stands, instead)
    return alternative if _helps(alternative) else None


def _helps(one: Alternative) -> bool:
    trusts = one.instead.trust >= one.said.trust + LEAST_GAIN or one.said.trust >= 10
    calms = one.instead.tension <= one.said.tension - LEAST_GAIN or one.said.tension <= 0
    return trusts and calms and _gain(one) > 0


def _gain(one: Alternative) -> float:
    return (one.instead.trust - one.said.trust) + (one.said.tension - one.instead.tension)


def _samples(stage: Stage) -> frozenset[str]:
    """What the author wrote as examples: no line of the mentee's own is one of them."""
    scenario = stage.scenario
    rubric = [line for item in scenario.rubric for line in item.yes_looks_like]
    played = [line for lines in scenario.playtest.values() for line in lines]
    return frozenset(fold(line) for line in (*rubric, *played))
