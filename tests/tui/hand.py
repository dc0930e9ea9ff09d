"""The hand on the keys: an app in a house of its own, driven by a pilot, and looked at as text."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from simulator.config import Language, Settings, Workspace
from simulator.director.direction import Direction
from simulator.practice.conversation import Conversation
from simulator.practice.ports import Actor
from simulator.practice.session import Session
from simulator.reading.recogniser import Recogniser
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.scene import Scene
from simulator.tui.widgets.talk import Talk
from simulator.wiring import House
from tests.practice.stage import Script, stage

MOMENT = datetime(2026, 3, 19, 15, 4, tzinfo=UTC)
SMALL, LARGE = (80, 24), (120, 40)
PATIENCE = 20
"""Seconds after which something that has not happened will not, however busy the machine is."""

Hand = Pilot[int]
Shown = TypeVar("Shown", bound=Screen[Any])
_RECOGNISERS: dict[Language, Recogniser] = {}


class Still:
    """A clock that stands."""

    def now(self) -> datetime:
        return MOMENT


def house_in(home: Path, language: Language = "en", *, is_new: bool = False) -> House:
    """A house with a clock that stands and ids that count up.

    Unless it `is_new`, somebody was there before: nobody is welcomed, though no session is kept.
    """
    numbers: Iterator[int] = count(1)
    house = House(
        Settings(language=language, home=home),
        Workspace(home),
        clock=Still(),
        bits=lambda _wanted: next(numbers),
    )
    house.recognisers = _RECOGNISERS
    if not is_new:
        house.store.close()
        del house.store
    return house


class Speaking(Script):
    """The scripted actor of the tests of practice, under the name of the one that is always there."""

    name = "offline"


class Waiting:
    """An actor that says one piece and then waits to be let go on."""

    name = "offline"

    def __init__(self) -> None:
        self.may_go_on = asyncio.Event()
        self.is_closed = False

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        try:
            yield f"{len(direction.said)} moments, let me think. "
            await self.may_go_on.wait()
            yield "No."
        finally:
            self.is_closed = True


def begun(house: House, actor: Actor | None = None, level: int = 2) -> Conversation:
    """A conversation on the small stage of the tests of practice."""
    return house.begin(stage(actor), level=level, mentee="Sam")


@asynccontextmanager
async def running(app: SimulatorApp, size: tuple[int, int] = SMALL) -> AsyncIterator[Hand]:
    async with app.run_test(size=size, notifications=True) as pilot:
        yield pilot


@asynccontextmanager
async def practising(
    house: House,
    actor: Actor | None = None,
    *,
    conversation: Conversation | None = None,
    size: tuple[int, int] = SMALL,
    seconds_per_word: float = 0,
) -> AsyncIterator[tuple[Hand, Conversation]]:
    """The practice screen, opened on a new conversation or on the one given."""
    held = conversation or begun(house, actor)
    app = SimulatorApp(house, conversation=held, seconds_per_word=seconds_per_word)
    async with running(app, size) as hand:
        await shown(hand, PracticeScreen)
        yield hand, held


async def until(condition: Callable[[], bool], what: str) -> None:
    """Let everybody work until `condition` holds."""
    given_up = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > given_up:
            raise AssertionError(what)
        await asyncio.sleep(0)


async def caught_up(hand: Hand) -> None:
    """Wait until the app, the widget in focus and the screen have done what they were told.

    What is read in a thread, to be shown, has then been read.
    """
    app = hand.app
    for worker in app.workers:
        if worker.group == "looking":
            await worker.wait()
    for _ in range(2):
        for pump in (app, app.screen.focused or app.screen, app.screen):
            has_caught_up = asyncio.Event()
            if pump.call_later(has_caught_up.set):
                await asyncio.wait_for(has_caught_up.wait(), timeout=10)


async def shown(hand: Hand, kind: type[Shown]) -> Shown:
    """The screen in front, once it is one of `kind`."""
    app = hand.app
    await until(
        lambda: isinstance(app.screen, kind) and app.screen.is_mounted, f"no {kind.__name__} came"
    )
    await caught_up(hand)
    assert isinstance(app.screen, kind)
    return app.screen


async def until_silent(hand: Hand) -> None:
    """Wait until nobody in the scene is speaking any more."""
    scene = hand.app.screen_stack[-1].query(Scene)
    await until(lambda: not any(one.is_speaking for one in scene), "somebody is still speaking")
    await caught_up(hand)


async def until_speaking(hand: Hand, held: Conversation) -> None:
    """Wait until the first piece of a reply is stored."""
    await until(
        lambda: held.session.is_speaking and bool(held.session.utterances[-1].text), "silence"
    )
    await caught_up(hand)


async def say(hand: Hand, text: str) -> None:
    """Write a line and say it, without waiting for the answer."""
    hand.app.screen.query_one(Composer).text = text
    await press(hand, "enter")


async def press(hand: Hand, *keys: str) -> None:
    """Strike keys one after another, each only when the one before has done its work."""
    for key in keys:
        await strike(hand, key)
        await caught_up(hand)


async def strike(hand: Hand, *keys: str) -> None:
    """Strike keys faster than anybody looks: none waits for what the one before did."""
    for key in keys:
        hand.app.post_message(Key(key, key if len(key) == 1 else None))


def spoken(hand: Hand) -> list[str]:
    """The text of every message of the talk."""
    return [one.text for one in hand.app.screen.query_one(Talk).messages]


def said(session: Session) -> list[str]:
    return [one.text for one in session.said_by("mentee")]


async def seen(hand: Hand) -> str:
    """All that is on the screen, as text."""
    await hand.pause()
    app = hand.app
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) == height
    assert all(strip.cell_length == width for strip in lines)
    return "\n".join(strip.text.rstrip() for strip in lines)
