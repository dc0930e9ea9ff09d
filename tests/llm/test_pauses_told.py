"""Whoever waits for a judge or a coach is told of a pause, as they are of one of the persona's."""

from pathlib import Path

import pytest

from simulator.config import OFFLINE, Settings, Workspace
from simulator.wiring import House
from simulator.wiring.casting import Delay
from tests.llm.server import Server, failure, whole
from tests.llm.talk import KEY
from tests.llm.test_command import GREETS, ran

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

BUSY = failure(429, retry_after="0.01")
TOLD = [Delay("llm-rate-limited", 1)]


@pytest.fixture
def house(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setenv("SIMULATOR_LLM_BASE", server.base)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return House(Settings(actor=OFFLINE, coach="openai/tiny"), Workspace(tmp_path))


async def test_a_pause_before_a_hint_is_told(server: Server, house: House) -> None:
    server.plays(BUSY, whole("What did she say of Tuesdays?"))
    told: list[Delay] = []
    house.casting.waiting = told.append
    with house:
        talk = house.begin(house.stage("pay-and-presence"))
        hint = await house.second_opinion.hint(talk.session, talk.stage)
        await house.casting.hung_up()

    assert told == TOLD
    assert hint.text == "What did she say of Tuesdays?"


async def test_a_pause_of_a_judge_is_told(server: Server, house: House) -> None:
    server.plays(BUSY, whole('{"verdict": "no-chance"}'))
    told: list[Delay] = []
    house.casting.waiting = told.append
    with house:
        talk = house.begin(house.stage("pay-and-presence"))
        assert [entry async for entry in talk.say("Why do we all come in on Tuesdays?")]
        talk.leave()
        found = await house.second_opinion.judge(talk.session.id, "openai/tiny")
        await house.casting.hung_up()

    assert told == TOLD
    assert found


async def test_the_command_that_asks_a_judge_says_so(server: Server, tmp_path: Path) -> None:
    practice = ("practice", "pay-and-presence", "--plain")
    done = await ran(server, tmp_path, *practice, said=GREETS)
    session = done.out.rpartition("Session: ")[2].split()[0]
    server.plays(BUSY, whole('{"verdict": "no-chance"}'))

    judged = await ran(server, tmp_path, "judge", session, "--judge", "openai/tiny", "--yes")

    assert judged.out.count("The LLM asks us to wait: trying again in 1 s.") == 1, judged.err
