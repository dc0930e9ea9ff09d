"""Runs: a scripted mentee talks a scenario through, and what came of it is put in figures.

A run uses the same conversation as a person does, on a journal in memory, so that what a
play-test shows is what a mentee will meet. A script that runs out while the talk is coming to its
end counts for the ending that had begun: all that is left are the persona's last words. Nothing here reads a clock or draws a random number
that was not passed in.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from simulator.director.state import State
from simulator.practice.conversation import Conversation
from simulator.practice.events import SessionOpened
from simulator.practice.memory import MemoryJournal
from simulator.practice.session import Session
from simulator.practice.stage import Stage

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class _Ticks:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self._now = _EPOCH

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@dataclass(frozen=True, slots=True)
class Run:
    """One talk: who played it, how it ended, and what the persona told and granted."""

    mentee: str
    """Kind of mentee: skilled, unskilled, flattering …"""
    seed: int
    ending: str | None
    """The one reached, or begun when the script ran out."""
    score: float
    """The outcome, 0 to 1; 0 where no ending was reached and none had begun."""
    yielded: float
    """Share of what the persona could tell and grant that they did, 0 to 1."""
    turns: int
    session: Session
    state: State


def play(
    stage: Stage, lines: Sequence[str], *, mentee: str, seed: int, level: int | None = None
) -> Run:
    """Say `lines` in order until they are used up or the talk is over."""
    return asyncio.run(_play(stage, lines, mentee=mentee, seed=seed, level=level))


async def _play(
    stage: Stage, lines: Sequence[str], *, mentee: str, seed: int, level: int | None
) -> Run:
    scenario = stage.scenario
    opened = SessionOpened(
        session=f"{mentee}-{seed}",
        scenario=scenario.id,
        scenario_hash="",
        personas={},
        language=scenario.language,
        level=scenario.level if level is None else level,
        seed=seed,
        actor=stage.actor.name,
        program_version="",
        mentee="Sam",
    )
    conversation = Conversation.begin(stage, MemoryJournal(_Ticks()), opened)
    for line in lines:
        if conversation.session.ended or conversation.session.is_stopped:
            break
        async for _ in conversation.say(line):
            pass
    session = conversation.session
    state = stage.state(session)
    ending = session.ended.ending if session.ended else state.closing
    scores = {one.id: one.score for one in scenario.endings}
    return Run(
        mentee=mentee,
        seed=seed,
        ending=ending,
        score=scores.get(ending, 0.0) if ending is not None else 0.0,
        yielded=_yielded(stage, state),
        turns=len(session.said_by("mentee")),
        session=session,
        state=state,
    )


def _yielded(stage: Stage, state: State) -> float:
    """Worth of the facts told and concessions granted, over the worth of all; a deal counts one."""
    scenario = stage.scenario
    all_worth = len(scenario.facts) + sum(one.worth for one in scenario.concessions)
    granted = sum(one.worth for one in scenario.concessions if one.id in state.granted)
    got = len(state.spoken) + granted
    if scenario.negotiation is not None:
        all_worth += 1
        got += 1 if state.table.agreed is not None else 0
    return got / all_worth if all_worth else 0.0
