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
from tests.tui.hand import Speaking, practising, said, say, spoken, strike, until, until_silent


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


async def test_a_fault_of_the_actor_takes_nothing_that_was_said(house: House) -> None:
    held = until_broken(house, Broken())

    with pytest.raises(WorkerFailed):
        await crashed(house, held, "Why must everyone be in?")

    stored = house.session(held.session.id)
    assert said(stored) == ["Why must everyone be in?"]
    assert stored.utterances[-1].text == "1 moments, let me think. "
    assert not stored.is_speaking


async def test_the_talk_goes_on_where_the_fault_was(house: House) -> None:
    held = until_broken(house, Broken())
    with pytest.raises(WorkerFailed):
        await crashed(house, held, "Why must everyone be in?")

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, again):
        await until_silent(hand)

        assert spoken(hand)[1] == "Why must everyone be in?"
        assert again.session.utterances[-1].complete


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
