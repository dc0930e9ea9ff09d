"""Golden practices: the same lines, seed, clock and ids give the same words, to the byte.

After a change that is meant to change what personas say, read the difference, then renew the
golden files with `--snapshot-update`.
"""

import io
from itertools import count
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.cli.plain import Channel, PlainPractice
from simulator.config import Language, Settings, Workspace
from simulator.wiring import House
from tests.playtest.shelf import LANGUAGES, SCENARIOS
from tests.test_wiring import Ticks


def practised(folder: Path, scenario: str, language: Language) -> str:
    """Everything the plain mode prints, and the hash of the last thing stored."""
    numbers = count(1)
    settings = Settings(language=language, seed=11, mentee="Sam")
    house = House(
        settings, Workspace(folder), clock=Ticks(), bits=lambda size: next(numbers) % 2**size
    )
    with house:
        conversation = house.begin(house.stage(scenario))
        lines = "\n".join(conversation.stage.scenario.playtest["skilled"])
        out = io.StringIO()
        channel = Channel(io.StringIO(lines), out, is_person=False)
        PlainPractice(conversation, channel, house.translator, house).run()
        heads = [row.head for row in house.sessions()]
    return f"{out.getvalue()}{heads[0]}\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_golden_practice_is_repeated_to_the_byte(
    tmp_path: Path, snapshot: SnapshotAssertion, scenario: str, language: Language
) -> None:
    assert practised(tmp_path, scenario, language) == snapshot
