"""Scripted talks of the shipped scenarios, with every direction and every state of the session."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from functools import cache
from itertools import cycle

from simulator.actors.offline import OfflineActor
from simulator.config import shipped
from simulator.director.direction import Direction
from simulator.library.catalogue import Library
from simulator.library.scenario import TurnLimits
from simulator.practice.conversation import Conversation
from simulator.practice.events import SessionOpened
from simulator.practice.memory import MemoryJournal
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser
from tests.practice.stage import SCENARIO, Ticks, stage


class Recorder:
    """The offline actor, which keeps the first direction it is given for each reply."""

    name = "offline"

    def __init__(self) -> None:
        self.given: dict[int, Direction] = {}

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self.given.setdefault(direction.turn, direction)
        async for piece in OfflineActor().speak(direction):
            yield piece


@dataclass(frozen=True)
class Moment:
    """One turn: what the actor was given, and the session once the reply was said."""

    direction: Direction
    session: Session


NAMES = tuple(sorted(one.stem for one in shipped().scenarios.glob("*.yaml") if "." not in one.stem))
"""Every scenario that comes with the program."""


SMALL_TALK = (
    "How do you see the weeks that are coming, as far as the plan for the team is concerned?",
    "I was in the meeting on Thursday, and there was a good deal of talk on the new plan.",
    "What did the others say of it when you had lunch with them after the meeting was over?",
    "Then there is the matter of the printer, which has been out of order since Monday morning.",
    "I see. And what about the room on the second floor, which nobody seems to be using now?",
)


@cache
def staged(name: str, language: Language) -> Stage:
    """A shipped scenario, ready to be played offline."""
    library = Library((shipped(),))
    loaded = library.scenario(shipped().scenarios / f"{name}.yaml", language)
    cast = {persona: one.value for persona, one in library.cast(loaded).items()}
    return Stage(loaded.value, cast, _recogniser(language), OfflineActor(), OfflineActor())


@cache
def _recogniser(language: Language) -> Recogniser:
    return Recogniser.of(language)


@cache
def played(name: str, language: Language, kind: str) -> tuple[Stage, tuple[Moment, ...]]:
    """The scenario `name` with its scripted mentee of that `kind`, turn by turn."""
    recorder = Recorder()
    on = replace(staged(name, language), actor=recorder)
    return on, asyncio.run(_moments(on, recorder, on.scenario.playtest[kind]))


@cache
def without_end(turns: int) -> tuple[Moment, ...]:
    """A talk of so many turns in a scenario that nothing brings to an end."""
    endings = tuple(one for one in SCENARIO.endings if one.id != "time")
    capless = {"turns": TurnLimits(soft=100, hard=120), "endings": endings}
    scenario = SCENARIO.model_copy(update=capless)
    recorder = Recorder()
    on = replace(stage(recorder, OfflineActor()), scenario=scenario)
    lines = tuple(
        f"{one} ({turn})" for turn, one in zip(range(turns), cycle(SMALL_TALK), strict=False)
    )
    return asyncio.run(_moments(on, recorder, lines))


async def _moments(on: Stage, recorder: Recorder, lines: tuple[str, ...]) -> tuple[Moment, ...]:
    opened = SessionOpened(
        session="one", scenario=on.scenario.id, scenario_hash="", personas={},
        language=on.scenario.language, level=on.scenario.level, seed=1, actor="offline",
        program_version="", mentee="Sam",
    )  # fmt: skip
    conversation = Conversation.begin(on, MemoryJournal(Ticks()), opened)
    found = []
    for line in lines:
        if conversation.session.ended or conversation.session.is_stopped:
            break
        async for _ in conversation.say(line):
            pass
        session = conversation.session
        if session.decisions:
            at = session.decisions[max(session.decisions)].turn
            found.append(Moment(recorder.given[at], session))
    return tuple(found)
