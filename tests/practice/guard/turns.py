"""Turns of a shipped negotiation, each with its direction and the guard of its reply."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from functools import cache

from simulator.actors.offline import OfflineActor
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import BeatKind
from simulator.practice.conversation import Conversation
from simulator.practice.guard import Guard, Secret, secrets_of, ungranted_of
from simulator.practice.memory import MemoryJournal
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from tests.debrief.talks import shipped_stage
from tests.practice.stage import Ticks, opened

SCENARIO = "pay-and-presence"
SAID: dict[Language, tuple[str, ...]] = {
    "en": (
        "Thanks for seeing me. I'd like to talk about pay and about working from home.",
        "I'd like 46,000 euros and two days at home.",
    ),
    "fr": (
        "Merci de me recevoir. Je voudrais parler de mon salaire et du télétravail.",
        "Je voudrais 46 000 euros et deux jours chez moi.",
    ),
}


class Recorder:
    """The offline actor, which keeps each direction it was given."""

    name = "offline"

    def __init__(self) -> None:
        self.directions: list[Direction] = []

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self.directions.append(direction)
        async for piece in OfflineActor().speak(direction):
            yield piece


@dataclass(frozen=True)
class Turn:
    """The latest turn of a talk, and what is locked on it."""

    stage: Stage
    direction: Direction
    secrets: tuple[Secret, ...]

    def guard(self, *beats: BeatLines) -> Guard:
        """What its reply is held against; with other beats, if given."""
        update = {"beats": beats} if beats else {}
        return Guard.of(self.stage.scenario, self.direction.model_copy(update=update), self.secrets)


@cache
def turn(language: Language) -> Turn:
    """The turn on which the mentee has asked for more pay and two days at home."""
    recorder = Recorder()
    stage = replace(shipped_stage(SCENARIO, language), actor=recorder)
    talk = Conversation.begin(
        stage, MemoryJournal(Ticks()), opened(scenario=SCENARIO, language=language)
    )

    async def play() -> None:
        for line in SAID[language]:
            async for _ in talk.say(line):
                pass

    asyncio.run(play())
    state = stage.state(talk.session)
    secrets = (
        *secrets_of(stage.scenario, state.spoken),
        *ungranted_of(stage.scenario, state.granted),
    )
    return Turn(stage, recorder.directions[-1], secrets)


def beat(kind: BeatKind, *lines: str) -> BeatLines:
    return BeatLines(kind=kind, ref="one", lines=lines)
