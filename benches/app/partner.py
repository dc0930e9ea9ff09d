"""A partner that talks as long and as fast as it is told, in sentences that were never said before.

It goes the way of an LLM: its tokens are put together to clauses, which the guard checks, the
journal stores and the screen shows. A token is a word or what stands between two of them, so that
three words are about four tokens.
"""

import asyncio
import random
import re
from collections.abc import AsyncGenerator
from dataclasses import replace
from time import perf_counter

from simulator.director.direction import Direction
from simulator.library.conditions import Condition
from simulator.library.persona import Persona
from simulator.library.scenario import TurnLimits
from simulator.practice.stage import Stage

SCENARIO = "pay-and-presence"
RATE = 200.0
"""Tokens a second of a fast LLM."""
LONG = 200
"""Words of a reply to look at while it comes."""
NEVER = 100_000
"""A turn that no talk comes to."""
SHORT = 14
"""Words of a reply of the talk before."""

_OPENINGS = ("I think", "You know,", "We saw that", "They said that", "It was", "So then")
_DOINGS = ("was standing near", "came before", "had been with", "went around", "is far from")
_TIMES = ("at noon", "last spring", "every evening", "last night", "once again", "quite often")


class Talker:
    """Says `words` words a reply, `rate` tokens a second; a rate of 0 says them at once."""

    name = "bench"

    def __init__(self, words: int, rate: float = 0) -> None:
        self._words = words
        self._rate = rate
        self._random = random.Random(words)
        self._replies = 0

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:  # noqa: ARG002
        """One reply, in tokens."""
        begun = perf_counter()
        for number, token in enumerate(tokens(self._text()), start=1):
            if self._rate:
                await asyncio.sleep(max(0.0, begun + number / self._rate - perf_counter()))
            yield token

    def _text(self) -> str:
        pick = self._random.choice
        said = [f"{begin_of(self._replies)} it is."]
        while sum(len(one.split()) for one in said) < self._words:
            one, other, third = (_named(self._random.randrange(10_000)) for _ in range(3))
            said.append(
                f"{pick(_OPENINGS)} {one} {pick(_DOINGS)} {other} {pick(_TIMES)}, with {third}."
            )
        said.append(f"And so to {end_of(self._replies)}.")
        self._replies += 1
        return " ".join(said)


def tokens(text: str) -> list[str]:
    """`text` in pieces of about the size that an LLM sends; joined they are the text."""
    return re.findall(r"\s?\w{1,5}|\W", text)


def begin_of(reply: int) -> str:
    """The word by which the beginning of a talker's reply is seen; replies count from 0."""
    return f"Alef{_named(reply).lower()}"


def end_of(reply: int) -> str:
    """The word by which its end is seen."""
    return f"Tav{_named(reply).lower()}"


def _named(number: int) -> str:
    """A word that stands for a number."""
    syllables = ("ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su")
    return "".join(syllables[int(digit)] for digit in f"{number:04}").capitalize()


def talkative(stage: Stage) -> Stage:
    """`stage` with a persona who may speak at length."""
    return replace(stage, personas={name: _at_length(one) for name, one in stage.personas.items()})


def endless(stage: Stage, talker: Talker) -> Stage:
    """`stage` played by `talker`, for as long as anybody likes."""
    never = Condition.model_construct(turn=NEVER)
    changes = {
        "turns": TurnLimits.model_construct(soft=NEVER, hard=NEVER + 1),
        "endings": tuple(one.model_copy(update={"when": never}) for one in stage.scenario.endings),
    }
    scenario = stage.scenario.model_copy(update=changes)
    return replace(stage, scenario=scenario, actor=talker)


def _at_length(persona: Persona) -> Persona:
    return persona.model_copy(update={"voice": persona.voice.model_copy(update={"words": 60})})
