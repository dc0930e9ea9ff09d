"""Everything spoken is already stored when anything fails, and the talk can be taken up again."""

from collections.abc import AsyncGenerator

import pytest
from textual.worker import WorkerFailed

from simulator.director.direction import Direction
from simulator.practice.conversation import Conversation
from simulator.practice.ports import Actor
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.scene import Scene
from simulator.wiring import House
from tests.practice.stage import stage
from tests.tui.hand import Speaking, practising, said, say, seen, strike, until, until_silent


class Broken:
    """An actor with a fault of its own: nobody foresaw it."""

    name = "offline"

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        yield f"{len(direction.said)} moments, let me think. "
        raise ZeroDivisionError


def until_broken(house: House, actor: Actor) -> Conversation:
    return house.begin(stage(actor), level=2, mentee="Sam")


async def crashed(house: House, held: Conversation, line: str) -> None:
    """Say `line` in a talk that somebody's fault ends."""
    async with practising(house, conversation=held) as (hand, _):
        hand.app.screen.query_one(Composer).text = line
        await strike(hand, "enter")
        await until(lambda: hand.app._exception is not None, "nothing happened")


async def test_a_fault_of_the_actor_is_told_in_the_talk_and_takes_nothing(house: House) -> None:
    async with practising(house, Broken()) as (hand, held):
        await say(hand, "Why must everyone be in?")
        await until_silent(hand)
        shown = await seen(hand)

        assert said(held.session) == ["Why must everyone be in?"]
        assert held.session.utterances[-1].text == "1 moments, let me think. "
        assert held.is_owed_a_reply
        assert "ZeroDivisionError" in shown
        assert "/again" in shown


async def test_the_talk_goes_on_offline_where_the_fault_was(house: House) -> None:
    async with practising(house, Broken()) as (hand, held):
        await say(hand, "Why must everyone be in?")
        await until_silent(hand)
        await say(hand, "/offline")
        await until_silent(hand)

        assert held.session.utterances[-1].complete
        assert not held.is_owed_a_reply


async def test_a_fault_of_the_screen_takes_nothing_either(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = until_broken(house, Speaking("Well. ", "Perhaps."))

    def fail(_: Scene) -> None:
        raise LookupError

    with monkeypatch.context() as patch:
        patch.setattr(Scene, "_show_latest", fail)
        with pytest.raises(WorkerFailed):
            await crashed(house, held, "Why?")

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, again):
        await until_silent(hand)

        assert said(again.session) == ["Why?"]
        assert again.session.utterances[-1].speaker == "persona"


async def test_a_fault_while_a_note_is_kept_leaves_the_talk_whole(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = until_broken(house, Speaking())

    def fail(_: PracticeScreen, *__: object) -> None:
        raise LookupError

    async def crash() -> None:
        async with practising(house, conversation=held) as (hand, _):
            await say(hand, "Why?")
            await until_silent(hand)
            monkeypatch.setattr(PracticeScreen, "action_note", fail)
            await strike(hand, "f5")
            await until(lambda: hand.app._exception is not None, "nothing happened")

    with pytest.raises(LookupError):
        await crash()

    stored = house.session(held.session.id)
    assert said(stored) == ["Why?"]
    assert stored.utterances[-1].complete
