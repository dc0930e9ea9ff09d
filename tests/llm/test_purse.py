"""What a session may use: counted as servers count it, stopped before anything more is sent."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.actors.offline import OfflineActor
from simulator.config import OFFLINE, Settings, Workspace
from simulator.errors import ActorError
from simulator.i18n import Translator
from simulator.llm.endpoint import Endpoint
from simulator.llm.judge import LlmJudge
from simulator.llm.persona import LlmPersona
from simulator.llm.purse import Purse
from simulator.llm.telling import used_told
from simulator.llm.usage import A_TOKEN, Usage, reckoned
from simulator.practice.conversation import Conversation
from simulator.practice.events import LlmUsed, ReplyDone
from simulator.practice.memory import MemoryJournal
from simulator.reading.moves import Language
from simulator.wiring import House
from tests.llm.server import Server, cut, streamed, whole
from tests.llm.talk import KEY, PROMPT, client, heard
from tests.practice.stage import Ticks, opened, stage

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

A_CALL = 18
"""Tokens that the server says one call has used."""


@pytest.fixture(autouse=True)
def at_the_server(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_LLM_BASE", server.base)
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def house_of(home: Path, *, actor: str = "openai/tiny", coach: str = "") -> House:
    """A workspace whose LLM is the server, with a cap of one call."""
    return House(Settings(actor=actor, coach=coach, cap_tokens=A_CALL), Workspace(home))


async def test_past_the_cap_nothing_is_sent(server: Server) -> None:
    server.plays(streamed(["Yes."]))
    one = client(server)
    one.purse = Purse(tokens=2 * A_CALL)

    said = [await heard(one), await heard(one)]
    with pytest.raises(ActorError) as raised:
        await heard(one)

    assert said == ["Yes.", "Yes."]
    assert len(server.requests) == 2
    assert raised.value.code == "llm-cap-reached"
    assert raised.value.values == {"actor": "openai/tiny", "used": 36, "cap": 36}


async def test_all_who_work_for_one_session_share_its_purse(server: Server) -> None:
    server.plays(streamed(["Yes."]), whole("{}"))
    purse = Purse()
    persona, judge = client(server), LlmJudge(client(server))
    persona.purse = judge.client.purse = purse

    await heard(persona)
    await judge.client.ask(PROMPT)

    assert purse.used == 2 * A_CALL


async def test_a_reply_that_was_cut_off_is_paid_for(server: Server) -> None:
    server.plays(cut(["It is ", "the rule"]))
    one = client(server)

    with pytest.raises(ActorError):
        await heard(one)

    assert one.purse.used > 0


async def test_at_the_cap_the_talk_goes_on_offline(server: Server) -> None:
    server.plays(streamed(["I would ", "rather not."]))
    one = client(server)
    one.purse = Purse(tokens=0)
    talk = Conversation.begin(
        stage(LlmPersona(one), OfflineActor()), MemoryJournal(Ticks()), opened()
    )

    with pytest.raises(ActorError) as raised:
        [entry async for entry in talk.say("Why do we all come in?")]
    talk.play_on(stage(OfflineActor(), OfflineActor()))
    events = [entry.event async for entry in talk.reply()]

    assert raised.value.code == "llm-cap-reached"
    assert server.requests == []
    assert [event for event in events if isinstance(event, ReplyDone)]


def test_a_cap_in_money_holds_where_prices_are_known() -> None:
    purse = Purse(dollars=0.5, usage=Usage(1, 1, 0.49))
    purse.open("x")
    purse.pay(Usage(1, 1, 0.02))

    with pytest.raises(ActorError) as raised:
        purse.open("x")

    assert raised.value.code == "llm-cost-cap-reached"
    assert not purse.is_blind


def test_a_cap_in_money_without_a_price_is_told() -> None:
    purse = Purse(dollars=0.5)
    purse.pay(Usage(1, 1, None))
    purse.open("x")

    assert purse.is_blind
    assert not replace(purse, dollars=None).is_blind


def test_what_nobody_counted_is_reckoned_from_its_length() -> None:
    prices = {"gpt-x": {"input_cost_per_token": 0.5, "output_cost_per_token": 2.0}}

    assert reckoned("a" * A_TOKEN, "b" * (A_TOKEN + 1), Endpoint("openai/gpt-x"), prices) == (
        Usage(1, 2, 4.5)
    )


@pytest.mark.parametrize(
    ("language", "usage", "told"),
    [
        ("en", Usage(), ""),
        ("en", Usage(1_000, 234, None), "1,234 tokens"),
        ("en", Usage(1_000, 234, 0.0), "1,234 tokens"),
        ("en", Usage(1_000, 234, 0.0123), "1,234 tokens, $0.012"),
        ("fr", Usage(1_000, 234, 0.0123), "1\u202f234 jetons, 0,012\u202f$"),
        ("fr", Usage(1, 0, None), "1 jeton"),
    ],
)
def test_what_was_used_is_told_on_one_line(language: Language, usage: Usage, told: str) -> None:
    assert used_told(Translator.of(language, strict=True), Purse(usage=usage)) == told


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_cap_has_its_words(language: Language) -> None:
    t = Translator.of(language, strict=True)

    for purse in (Purse(tokens=0), Purse(dollars=0.0)):
        with pytest.raises(ActorError) as raised:
            purse.open("openai/tiny")
        assert t.error(raised.value).count("\n") == 1


def test_what_was_paid_is_told_once_for_each_llm() -> None:
    purse = Purse()
    purse.pay(Usage(3, 4, 0.5), "a/x")
    purse.pay(Usage(1, 1, 0.25), "a/x")
    purse.pay(Usage(2, 2, None), "b/y")

    assert purse.due() == (
        LlmUsed(by="a/x", prompt=4, completion=5, cost=0.75),
        LlmUsed(by="b/y", prompt=2, completion=2, cost=None),
    )
    assert purse.due() == ()
    assert purse.used == 13


async def test_a_cap_holds_over_a_resume(server: Server, tmp_path: Path) -> None:
    server.plays(streamed(["I would ", "rather not."]))
    with house_of(tmp_path) as house:
        talk = house.begin(house.stage("pay-and-presence"))
        assert [entry async for entry in talk.say("Why do we all come in on Tuesdays?")]
        told, session = house.casting.used(talk), talk.session

    with house_of(tmp_path) as house:
        again = house.resume(session.id)
        told_again = house.casting.used(again)
        with pytest.raises(ActorError) as raised:
            [entry async for entry in again.say("And what about Fridays?")]

    assert told == told_again == "18 tokens"
    assert [one.by for one in session.followup.used] == ["openai/tiny"]
    assert raised.value.values == {"actor": "openai/tiny", "used": A_CALL, "cap": A_CALL}
    assert len(server.requests) == 1


async def test_a_hint_is_paid_from_the_purse_of_its_session(server: Server, tmp_path: Path) -> None:
    server.plays(whole("What did she say of Tuesdays?"))
    with house_of(tmp_path, actor=OFFLINE, coach="openai/tiny") as house:
        talk = house.begin(house.stage("pay-and-presence"))
        hint = await house.second_opinion.hint(talk.session, talk.stage)
        talk.take_hint(hint.event())
        await house.casting.hung_up()

        assert house.casting.used(house.resume(talk.session.id)) == "18 tokens"
    assert [one.prompt for one in talk.session.followup.used] == [11]


async def test_a_talk_begun_lighter_on_the_same_stage_has_a_purse_of_its_own(
    server: Server, tmp_path: Path
) -> None:
    server.plays(streamed(["I would ", "rather not."]))
    with house_of(tmp_path) as house:
        talk = house.begin(house.stage("pay-and-presence"))
        assert [entry async for entry in talk.say("Why do we all come in on Tuesdays?")]

        lighter = house.begin(talk.stage, level=1)

        assert house.casting.used(lighter) == ""
        assert [entry async for entry in lighter.say("Why do we all come in on Tuesdays?")]
