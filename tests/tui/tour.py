"""A tour of the app: from the first start to a signed page, through every screen on the way.

At each stop everything that can be done there is done once, whatever opens is looked at and closed
again. What people say and write on the way is given, so that a tour can be held in a language that
nobody speaks, or by somebody who means no good.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input, TextArea

from simulator.config import Workspace
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.welcome import WelcomeScreen
from tests.practice.stage import PERSONA, SCENARIO
from tests.tui.hand import Hand, Speaking, caught_up, press, said, say, seen, shown, until_silent

Look = Callable[[str, str], None]
"""Given the name of a stop and all that is on the screen there."""

LEAVING = frozenset({"quit", "back", "begin", "finish", "to-debrief", "skip", "again", "language"})
"""Names of commands that lead away from where one is, or to where the tour goes anyway."""
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Voices:
    """What is said on the way: `words` are the people's, `definition` turns a file's into theirs."""

    words: tuple[str, ...]
    definition: Callable[[dict[str, Any]], dict[str, Any]]


def furnish(home: Path, voices: Voices, patch: pytest.MonkeyPatch) -> None:
    """Put one scenario and its persona into a workspace, and actors there who speak the words."""
    for folder, one in (("personas", PERSONA), ("scenarios", SCENARIO)):
        path = home / folder / f"{one.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        written = one.model_dump(mode="json", by_alias=True, exclude_unset=True)
        path.write_text(json.dumps(voices.definition(written)), encoding="utf-8")

    def speaking(*_given: object, **_named: object) -> Speaking:
        return Speaking(*voices.words[:3])

    patch.setattr("simulator.wiring.house.shipped", lambda: Workspace(home).shelf)
    patch.setattr("simulator.wiring.floor.OfflineActor", speaking)
    patch.setattr("simulator.wiring.floor.cast_as", speaking)


class Tour:
    """One walk through the app of `hand`; `look` is called at every stop."""

    def __init__(self, hand: Hand, voices: Voices, look: Look) -> None:
        assert isinstance(hand.app, SimulatorApp)
        self._hand = hand
        self._app = hand.app
        self._words: Iterator[str] = cycle(voices.words)
        self._look = look

    async def walk(self) -> None:
        """From the first start to a review."""
        await shown(self._hand, WelcomeScreen)
        await self._stop()
        await press(self._hand, "a")
        await shown(self._hand, LibraryScreen)
        await self._stop()
        self._app.prepare(SCENARIO.id)
        await shown(self._hand, BriefingScreen)
        await self._write()
        await self._stop()
        await press(self._hand, "f5")
        await self._practise()
        await self._look_back()
        for place in ("progress", "desk", "settings", "search"):
            await self._visit(place)

    async def _practise(self) -> None:
        await shown(self._hand, PracticeScreen)
        for _ in range(2):
            await say(self._hand, "//" + next(self._words).lstrip("/"))
            await until_silent(self._hand)
            if not isinstance(self._app.screen, PracticeScreen):
                await self._up_to(PracticeScreen)
        await self._stop()

    async def _look_back(self) -> None:
        held = self._app.house.sessions()[0].id
        conversation = self._app.house.resume(held)
        assert said(conversation.session)
        self._app.screen.dismiss("over")
        if conversation.session.ended is None:
            conversation.leave()
        await shown(self._hand, ReflectionScreen)
        await self._write()
        await self._stop()
        await press(self._hand, "f5")
        await self._hand.pause()
        await self._stop()
        await press(self._hand, "f5")
        await shown(self._hand, DebriefScreen)
        self._app.house.afterwards(held).share(next(self._words))
        await self._stop()
        await self._up_to(LibraryScreen)

    async def _visit(self, place: str) -> None:
        await self._up_to(LibraryScreen)
        await self._app.run_action(f"app.{place}")
        for _ in range(DEEPEST):
            await self._settle()
            if isinstance(self._app.screen, LibraryScreen):
                return
            await self._write()
            await self._stop()
            before = self._app.screen
            await press(self._hand, "enter")
            await self._settle()
            if self._app.screen is before:
                return

    async def _stop(self) -> None:
        """Look around, do everything once, and come back here."""
        here = self._app.screen
        assert isinstance(here, LocalisedScreen)
        await self._see(type(here).__name__)
        everywhere = self._app.OFFERS if isinstance(here, LibraryScreen) else ()
        for one in (*here.OFFERS, *everywhere):
            if one.name in LEAVING or not one.is_listed or here not in self._app.screen_stack:
                continue
            await self._up_to_screen(here)
            if not here.check_action(one.does, ()):
                continue
            await self._app.run_action(one.does, here if one in here.OFFERS else None)
            await self._settle()
            await self._see(one.id)
            if self._app.screen is not here:
                await self._write()
                await self._see(f"{one.id}, written")
        await self._up_to_screen(here)

    async def _write(self) -> None:
        """Paste words into every field of the screen in front."""
        for field in self._app.screen.query("TextArea, Input").results():
            if isinstance(field, TextArea | Input) and field.display and not field.disabled:
                field.clear()
                field.post_message(Paste(next(self._words)))
        await self._settle()

    async def _see(self, name: str) -> None:
        self._look(name, await seen(self._hand))

    async def _settle(self) -> None:
        await self._hand.pause()
        await caught_up(self._hand)

    async def _up_to(self, kind: type[LocalisedScreen[Any]]) -> None:
        target = next(one for one in self._app.screen_stack if isinstance(one, kind))
        await self._up_to_screen(target)

    async def _up_to_screen(self, target: Any) -> None:
        for _ in range(DEEPEST):
            if self._app.screen is target or target not in self._app.screen_stack:
                return
            await press(self._hand, "escape")
            await self._settle()
        raise AssertionError(f"no way back from {self._app.screen}")
