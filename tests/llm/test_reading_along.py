"""A reader in a whole workspace: off unless it is named, agreed to first, counted by the debrief."""

import asyncio
import json
from pathlib import Path

import pytest

from simulator.config import OFFLINE, Settings, Workspace
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.reading.moves import Move
from simulator.views.consent import consent_lines
from simulator.wiring import House
from simulator.wiring.casting import Receiver
from tests.llm.server import Reply, Server, whole
from tests.llm.talk import KEY
from tests.llm.test_command import GREETS, ran

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

LINE = "It sounds heavy, carrying that rule for everybody."
SUMS_UP = json.dumps(
    {"answers": [{"move": "summary", "answer": "yes", "quote": "carrying that rule"}]}
)
ENOUGH = 20.0
"""Seconds that no look takes."""


@pytest.fixture
def here(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server as the LLM of this machine."""
    monkeypatch.setenv("SIMULATOR_LLM_BASE", server.base)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return server


def house_of(home: Path, *, actor: str = OFFLINE, reader: str = "") -> House:
    return House(Settings(actor=actor, reader=reader), Workspace(home))


async def said(talk: Conversation, line: str = LINE) -> None:
    assert [entry async for entry in talk.say(line)]


async def looked(house: House, talk: Conversation) -> None:
    """Wait for the look that is under way."""
    under_way = house.casting.reader(talk.session).under_way
    assert under_way is not None
    assert await asyncio.to_thread(under_way.ended, ENOUGH)


async def test_nobody_reads_along_unless_somebody_is_named(here: Server, tmp_path: Path) -> None:
    with house_of(tmp_path) as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        await said(talk, "What stands behind it?")

    assert here.requests == []
    assert talk.session.followup.refined == ()


async def test_the_debrief_counts_what_a_reader_saw_and_says_so(
    here: Server, tmp_path: Path
) -> None:
    here.plays(whole(SUMS_UP))
    with house_of(tmp_path, reader="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        await looked(house, talk)
        recorded = talk.session.readings[2]
        used = house.casting.used(talk)
        await said(talk, "What stands behind it?")
        await looked(house, talk)
        talk.leave()

        debrief = house.debrief(talk.session.id)
        page = house.report(talk.session.id, "markdown", whole=True)

    assert not recorded.has(Move.SUMMARY)
    assert debrief.measures.count(Move.SUMMARY) == 1
    assert "openai/tiny" in page
    assert used == "18 tokens"
    assert sum(one.prompt for one in talk.session.followup.used) == 22


async def test_the_last_line_is_still_read_when_the_session_is_opened_again(
    here: Server, tmp_path: Path
) -> None:
    here.plays(whole(SUMS_UP))
    with house_of(tmp_path, reader="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        talk.leave()
        await looked(house, talk)

        held = house.resume(talk.session.id)
        held.reflect(("I tried.",))

        assert [one.turn for one in house.session(talk.session.id).followup.refined] == [2]


async def test_a_talk_that_is_left_open_keeps_what_came_of_its_last_line(
    here: Server, tmp_path: Path
) -> None:
    here.plays(whole(SUMS_UP))
    with house_of(tmp_path, reader="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        await looked(house, talk)

    with house_of(tmp_path) as house:
        after = house.session(talk.session.id).followup
        assert [one.turn for one in after.refined] == [2]
        assert sum(one.prompt for one in after.used) == 11
        assert house.verify() == ()


async def test_whoever_wrote_since_is_not_overwritten_when_the_house_is_closed(
    here: Server, tmp_path: Path
) -> None:
    here.plays(whole(SUMS_UP))
    with house_of(tmp_path, reader="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        await looked(house, talk)
        house.afterwards(talk.session.id).share("Noor")

    with house_of(tmp_path) as house:
        assert house.session(talk.session.id).followup.is_shared
        assert house.verify() == ()


async def test_another_language_of_the_program_changes_neither_reader_nor_purse(
    here: Server, tmp_path: Path
) -> None:
    here.plays(whole(SUMS_UP))
    with house_of(tmp_path, reader="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        await looked(house, talk)

        french = house.speaking("fr")

        assert french.casting.used(talk) == "18 jetons"
        assert french.casting.reader(talk.session) is house.casting.reader(talk.session)
        assert french.casting.purse(talk.session) is house.casting.purse(talk.session)


async def test_a_hosted_reader_gets_nothing_before_it_was_agreed_to(tmp_path: Path) -> None:
    with house_of(tmp_path, reader="some/llm") as house:
        asked = house.casting.unconsented("offline")
        talk = house.begin(house.stage("pay-and-presence"))
        await said(talk)
        reader = house.casting.reader(talk.session)
        before, could = reader.under_way, reader.may_look()

        assert asked is not None
        house.casting.agreed(talk, asked)

        assert (asked.name, asked.task, asked.also) == ("some/llm", "reader", None)
        assert (before, could, reader.may_look()) == (None, False, True)
        assert house.casting.unconsented("offline") is None
        assert [one.to for one in talk.session.followup.consents] == ["some/llm"]


async def test_one_screen_asks_for_an_actor_and_a_reader(tmp_path: Path) -> None:
    with house_of(tmp_path, actor="some/llm", reader="other/llm") as house:
        asked = house.casting.unconsented("some/llm")
        talk = house.begin(house.stage("pay-and-presence"))

        assert asked is not None
        assert asked.also is not None
        house.casting.agreed(talk, asked)

        assert (asked.task, asked.also.task) == ("persona", "reader")
        assert [one.to for one in talk.session.followup.consents] == ["some/llm", "other/llm"]
        assert house.casting.unconsented("some/llm") is None


def test_whoever_may_speak_may_read_and_whoever_may_read_may_not_speak(tmp_path: Path) -> None:
    with house_of(tmp_path, reader="some/llm") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        talk.consent("some/llm", to_read=True)
        talk.consent("other/llm")
        other = house_of(tmp_path, reader="other/llm")

        assert house.casting.unconsented("offline") is None
        assert house.casting.unconsented("some/llm") is not None
        assert other.casting.unconsented("other/llm") is None
        other.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_reader_gets_has_its_words(language: str) -> None:
    t = Translator.of("fr" if language == "fr" else "en", strict=True)
    reader = Receiver("b/y", "", is_hosted=True, task="reader")
    both = Receiver("a/x", "https://x", is_hosted=True, also=reader)

    alone, together = list(consent_lines(reader, t)), list(consent_lines(both, t))

    assert "b/y" in alone[0]
    assert [one for one in together if "a/x" in one or "b/y" in one] == [together[0], together[3]]
    assert (len(alone), len(together)) == (4, 6)


async def test_in_plain_mode_nothing_waits_for_a_reader_that_hangs(
    server: Server, tmp_path: Path
) -> None:
    server.plays(Reply(end="hang"))
    practice = ("practice", "pay-and-presence", "--plain")

    async with asyncio.timeout(60):
        done = await ran(
            server,
            tmp_path,
            *practice,
            said=GREETS + LINE.encode() + b"\n",
            SIMULATOR_READER="openai/tiny",
            OPENAI_API_KEY=KEY,
        )

    assert done.status == 0, done.err
    assert done.out.count("Claire Dawson: ") >= 3
    assert done.err == ""
