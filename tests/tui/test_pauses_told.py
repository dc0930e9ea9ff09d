"""An LLM that takes its time for a hint or a second opinion: whoever waits is told why."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Label

from simulator.debrief.course import Course
from simulator.debrief.hints import Hint, hint
from simulator.llm.patience import Waiting
from simulator.practice.events import ItemJudged
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.practice import PracticeScreen
from tests.tui.hand import (
    Hand,
    caught_up,
    house_in,
    practising,
    press,
    running,
    seen,
    shown,
    until,
)
from tests.tui.looked_back import BLUNT, HEARD, app, looked_at, opened


async def test_a_pause_before_a_hint_is_counted_down_and_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, may_answer = house_in(tmp_path), asyncio.Event()

    async def slowly(session: Session, stage: Stage) -> Hint:
        house.casting.waited(Waiting("llm-busy", 9.0, 2))
        await may_answer.wait()
        return hint(Course.of(session, stage))

    monkeypatch.setattr(house.second_opinion, "hint", slowly)
    async with practising(house) as (hand, held):
        screen = await shown(hand, PracticeScreen)
        status = screen.query_one("#status", Label)
        await press(hand, "f7")
        await until(lambda: "9 s" in str(status.render()), "no pause was told")

        may_answer.set()
        await until(lambda: bool(held.session.followup.hints), "no hint came")
        await caught_up(hand)

        assert "9 s" not in str(status.render())
        assert "Hint" in await seen(hand)


async def test_a_pause_of_a_judge_is_told_where_it_was_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = house_in(tmp_path)
    house.settings = replace(house.settings, judge="ollama/none")
    session = await looked_at(house, HEARD, BLUNT, "I see.")

    async def slowly(_ref: str, _name: str) -> tuple[ItemJudged, ...]:
        house.casting.waited(Waiting("llm-rate-limited", 7.0, 2))
        return ()

    monkeypatch.setattr(house.second_opinion, "judge", slowly)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "j")
        await until(lambda: "7 s" in told(hand), "no pause was told")


def told(hand: Hand) -> str:
    """What stands in the notes that come and go."""
    return "\n".join(one.message for one in hand.app._notifications)
