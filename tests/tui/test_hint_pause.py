"""A hint that an LLM takes its time for: the pause is told on the status line, and goes with it."""

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Label

from simulator.debrief.course import Course
from simulator.debrief.hints import Hint, hint
from simulator.llm.patience import Waiting
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.tui.screens.practice import PracticeScreen
from tests.tui.hand import caught_up, house_in, practising, press, seen, shown, until


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
