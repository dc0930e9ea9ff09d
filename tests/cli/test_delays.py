"""The plain mode says why no answer comes yet: one line for each pause of an LLM."""

import io
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from simulator.cli.plain import Channel, PlainPractice
from simulator.config import Language, Settings, Workspace
from simulator.director.direction import Direction
from simulator.llm.patience import Waiting
from simulator.wiring import House
from tests.practice.stage import stage


class Limited:
    """An actor whose server was busy, then asked for a pause, and then let it speak."""

    name = "offline"

    def __init__(self, house: House) -> None:
        self._house = house

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self._house.casting.waited(Waiting("llm-overloaded", 0.5, 2))
        self._house.casting.waited(Waiting("llm-rate-limited", 11.2, 3))
        yield f"Yes, {len(direction.said)} moments."


@pytest.mark.parametrize(
    ("language", "pauses"),
    [
        (
            "en",
            [
                "The LLM is busy: trying again in 1 s.",
                "The LLM asks us to wait: trying again in 12 s.",
            ],
        ),
        (
            "fr",
            [
                "Le LLM est très sollicité\u202f: nouvel essai dans 1 s.",
                "Le LLM demande d’attendre\u202f: nouvel essai dans 12 s.",
            ],
        ),
    ],
)
def test_each_pause_is_one_line_before_the_reply(
    tmp_path: Path, language: Language, pauses: list[str]
) -> None:
    out = io.StringIO()
    with House(Settings(language=language), Workspace(tmp_path)) as house:
        held = house.begin(stage(Limited(house)), mentee="Sam")
        channel = Channel(io.StringIO("Why?\n"), out, is_person=False)

        PlainPractice(held, channel, house.translator, house).run()

    *said, reply = out.getvalue().splitlines()
    assert said[-2:] == pauses
    assert "Yes, 1 moments." in reply
