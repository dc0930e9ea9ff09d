"""Ctrl+C while a reply comes ends the reply where it stands; the talk goes on, and nothing is lost."""

import io
import signal
from asyncio import sleep
from collections.abc import AsyncGenerator
from pathlib import Path

from simulator.cli.plain import Channel, PlainPractice
from simulator.config import Settings, Workspace
from simulator.director.direction import Direction
from simulator.wiring import House
from tests.practice.stage import stage


class Talking:
    """An actor at whose second clause somebody presses Ctrl+C."""

    name = "offline"

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        yield "Well, that depends, "
        if len(direction.said) == 1:
            signal.raise_signal(signal.SIGINT)
        await sleep(0)
        yield "and more."


def test_an_interrupted_reply_keeps_what_was_said_and_the_next_line_is_answered(
    tmp_path: Path,
) -> None:
    out = io.StringIO()
    with House(Settings(), Workspace(tmp_path)) as house:
        held = house.begin(stage(Talking()), mentee="Sam")
        channel = Channel(io.StringIO("Why?\nAnd now?\n"), out, is_person=False, is_heard=True)

        left = PlainPractice(held, channel, house.translator, house, part=True).run(is_told=True)

    lines = out.getvalue().splitlines()
    assert left == "cut"
    assert lines[0].endswith("Well, that depends, [cut short]")
    assert lines[1].startswith("Interrupted; what was said is kept.")
    assert lines[2].startswith("Claire: ")
    assert held.session.cut_by == ""
    assert [one.complete for one in held.session.said_by("persona")][-2:] == [False, True]
