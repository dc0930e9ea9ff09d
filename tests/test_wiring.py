"""The house joins the rooms: what is begun is stored, resumed, retried and debriefed from pins."""

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from simulator.config import Language, Settings, Workspace
from simulator.errors import NotFound
from simulator.llm.patience import RETRIED, Waiting
from simulator.llm.persona import LlmPersona
from simulator.practice.conversation import Conversation
from simulator.wiring import House
from simulator.wiring.casting import Delay

LINES = ("Thanks for seeing me, Claire.", "What is behind the rule on days at home, for you?")


class Ticks:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def house_in(folder: Path, language: Language = "en") -> House:
    """A house whose clock and ids are the same every time."""
    numbers = count(1)
    settings = Settings(language=language, seed=3)
    return House(
        settings, Workspace(folder), clock=Ticks(), bits=lambda size: next(numbers) % 2**size
    )


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path) as built:
        yield built


async def talked(house: House, ref: str = "pay-and-presence") -> Conversation:
    conversation = house.begin(house.stage(ref))
    for line in LINES:
        async for _ in conversation.say(line):
            pass
    return conversation


async def test_a_session_is_rebuilt_from_what_it_pinned(house: House) -> None:
    played = await talked(house)

    stage = house.stage_of(house.session(played.session.id))

    assert stage.scenario == played.stage.scenario
    assert stage.personas == played.stage.personas


async def test_a_resumed_session_goes_on_in_the_same_state(house: House) -> None:
    played = await talked(house)

    resumed = house.resume(played.session.id[:4])

    assert resumed.session == played.session
    assert resumed.stage.state(resumed.session) == played.stage.state(played.session)


async def test_a_retry_leaves_its_parent_as_it_was(house: House) -> None:
    played = await talked(house)

    again = house.retry(played.session.id, 4)

    assert (again.session.opened.parent, again.session.opened.parent_turn) == (played.session.id, 4)
    assert house.session(played.session.id) == played.session
    assert house.verify() == ()


async def test_the_same_clock_ids_and_lines_give_the_same_transcript(tmp_path: Path) -> None:
    heads = []
    for name in ("one", "two"):
        with house_in(tmp_path / name) as built:
            await talked(built)
            heads.append([row.head for row in built.sessions()])

    assert heads[0] == heads[1]


async def test_another_language_shares_the_store(house: House) -> None:
    played = await talked(house)

    french = house.speaking("fr")

    assert [row.id for row in french.sessions()] == [played.session.id]
    assert french.stage("pay-and-presence").scenario.language == "fr"


async def test_a_saved_debrief_is_for_its_owner_alone(house: House) -> None:
    played = await talked(house)

    path = house.save_debrief(played.session.id)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert LINES[1] in path.read_text(encoding="utf-8")


def test_another_actor_than_the_offline_one_is_an_llm_by_its_name(tmp_path: Path) -> None:
    house = House(Settings(actor="some/llm"), Workspace(tmp_path))

    stage = house.stage("pay-and-presence")

    assert stage.actor.name == "some/llm"
    assert stage.understudy.name == "offline"


def test_a_hosted_llm_is_agreed_to_once(tmp_path: Path) -> None:
    house = House(Settings(actor="some/llm"), Workspace(tmp_path))
    asked = house.casting.unconsented("some/llm")
    conversation = house.begin(house.stage("pay-and-presence"))
    conversation.consent("some/llm")

    assert asked is not None
    assert asked.is_hosted
    assert house.casting.unconsented("some/llm") is None
    assert house.casting.unconsented("other/llm") is not None
    assert house.casting.unconsented("ollama/llama3") is None
    assert house.casting.unconsented("offline") is None


async def test_the_actor_that_took_over_goes_on_when_a_session_is_resumed(tmp_path: Path) -> None:
    house = House(Settings(actor="some/llm"), Workspace(tmp_path))
    conversation = house.begin(house.stage("pay-and-presence"))
    house.casting.recast(conversation, "offline")

    assert house.resume(conversation.session.id).stage.actor.name == "offline"


PAUSES = {
    "en": (
        ("llm-rate-limited", 12.0, "The LLM asks us to wait: trying again in 12 s."),
        ("llm-busy", 1.2, "The LLM is busy: trying again in 2 s."),
        ("llm-overloaded", 0.0, "The LLM is busy: trying again in 1 s."),
        ("llm-reset", 0.5, "The LLM did not answer: trying again in 1 s."),
    ),
    "fr": (
        ("llm-rate-limited", 12.0, "Le LLM demande d’attendre\u202f: nouvel essai dans 12 s."),
        ("llm-busy", 1.2, "Le LLM est très sollicité\u202f: nouvel essai dans 2 s."),
        ("llm-overloaded", 0.0, "Le LLM est très sollicité\u202f: nouvel essai dans 1 s."),
        ("llm-reset", 0.5, "Le LLM n’a pas répondu\u202f: nouvel essai dans 1 s."),
    ),
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_pause_of_an_llm_is_told_to_the_front_end_in_its_words(
    tmp_path: Path, language: Language
) -> None:
    house = House(Settings(actor="some/llm", language=language), Workspace(tmp_path))
    actor: object = house.stage("pay-and-presence").actor
    assert isinstance(actor, LlmPersona)
    told: list[str] = []
    house.casting.waiting = lambda delay: told.append(delay.told(house.translator))

    for code, seconds, _ in PAUSES[language]:
        actor.client.waited(Waiting(code, seconds, 2))

    assert told == [words for _, _, words in PAUSES[language]]


def test_an_llm_that_takes_over_tells_of_its_pauses_too(house: House) -> None:
    conversation = house.begin(house.stage("pay-and-presence"))
    house.casting.recast(conversation, "some/llm")
    actor: object = conversation.stage.actor
    assert isinstance(actor, LlmPersona)
    told: list[Delay] = []

    actor.client.waited(Waiting("llm-busy", 1.0, 2))
    house.casting.waiting = told.append
    actor.client.waited(Waiting("llm-busy", 2.0, 3))

    assert told == [Delay("llm-busy", 2)]


@pytest.mark.parametrize("code", sorted(RETRIED))
def test_whatever_is_tried_again_is_told_with_the_seconds_left(house: House, code: str) -> None:
    delay = Delay(code, 9)

    assert "9 s" in delay.told(house.translator)
    assert "4 s" in delay.told(house.translator, 4)


def test_a_session_that_is_not_there_is_not_found(house: House) -> None:
    with pytest.raises(NotFound):
        house.session("zzzz")


def test_nothing_is_made_before_the_first_session(tmp_path: Path) -> None:
    with House(Settings(), Workspace(tmp_path / "new")) as house:
        house.cards()

    assert not (tmp_path / "new").exists()
