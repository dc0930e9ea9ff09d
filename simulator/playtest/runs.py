"""Runs: a mentee who is no person talks a scenario through, and what came of it is put in figures.

A run uses the same conversation as a person does, on a journal in memory, so that what a
play-test shows is what a mentee will meet. A script that runs out while the talk is coming to its
end counts for the ending that had begun: all that is left are the persona's last words. Nothing
here reads a clock or draws a random number that was not passed in.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Literal

from simulator.director.state import State
from simulator.playtest.mentees import Mentee, Scripted
from simulator.practice.conversation import Conversation
from simulator.practice.events import SessionOpened
from simulator.practice.memory import MemoryJournal
from simulator.practice.session import Session
from simulator.practice.stage import Stage

Source = Literal["scripted", "generated"]

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


class _Ticks:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self._now = _EPOCH

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


@dataclass(frozen=True, kw_only=True)
class Run:
    """The figures of one talk: small, plain, and able to travel between processes."""

    mentee: str
    """Kind of mentee: skilled, unskilled, flattering …"""
    seed: int
    source: Source = "scripted"
    ending: str | None
    """The one reached, or begun when the script ran out."""
    score: float
    """The outcome, 0 to 1; 0 where no ending was reached and none had begun."""
    yielded: float
    """Share of what the persona could tell and grant that they did, 0 to 1."""
    turns: int
    facts: tuple[str, ...]
    concessions: tuple[str, ...]
    cues: tuple[str, ...]
    """Those offered, in order."""
    dealt: bool
    course: tuple[float, ...]
    """Trust less tension after each of the mentee's turns, the mean over the cast."""
    closes_from: int | None
    """The mentee's turn on which the ending began."""


@dataclass(frozen=True, kw_only=True)
class Talk(Run):
    """A run with all that was said and decided."""

    session: Session
    state: State

    def figures(self) -> Run:
        """The run without the words."""
        return Run(**{one.name: getattr(self, one.name) for one in fields(Run)})


def play(
    stage: Stage, lines: Sequence[str], *, mentee: str, seed: int, level: int | None = None
) -> Talk:
    """Say `lines` in order until they are used up or the talk is over."""
    return talk(stage, Scripted(lines), kind=mentee, seed=seed, level=level)


def talk(
    stage: Stage,
    mentee: Mentee,
    *,
    kind: str,
    seed: int,
    source: Source = "scripted",
    level: int | None = None,
) -> Talk:
    """Let `mentee` talk until they have nothing more to say or the talk is over."""
    scenario = stage.scenario
    opened = SessionOpened(
        session=f"{kind}-{seed}",
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
    asyncio.run(_talk(conversation, mentee))
    session = conversation.session
    state = stage.state(session)
    ending = session.ended.ending if session.ended else state.closing
    scores = {one.id: one.score for one in scenario.endings}
    return Talk(
        mentee=kind,
        seed=seed,
        source=source,
        ending=ending,
        score=scores.get(ending, 0.0) if ending is not None else 0.0,
        yielded=_yielded(stage, state),
        turns=len(session.said_by("mentee")),
        facts=state.spoken,
        concessions=state.granted,
        cues=tuple(cue.id for cue in state.cues),
        dealt=state.table.agreed is not None,
        course=_course(session),
        closes_from=_closes_from(session),
        session=session,
        state=state,
    )


async def _talk(conversation: Conversation, mentee: Mentee) -> None:
    while not (conversation.session.ended or conversation.session.is_stopped):
        heard = conversation.session.said_by("persona")
        line = mentee.answer(heard[-1].text if heard else "")
        if line is None:
            return
        async for _ in conversation.say(line):
            pass


def _course(session: Session) -> tuple[float, ...]:
    """Trust less tension, decision by decision."""
    points: list[float] = []
    for turn in sorted(session.decisions):
        stances = session.decisions[turn].stance.values()
        points.append(sum(one.trust - one.tension for one in stances) / len(stances))
    return tuple(points)


def _closes_from(session: Session) -> int | None:
    decisions = [session.decisions[turn] for turn in sorted(session.decisions)]
    return next((one.turn for one in decisions if one.closing or one.ended), None)


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
