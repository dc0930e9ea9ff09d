"""Whoever means no good: nothing they write is obeyed, by the app or by the terminal."""

from pathlib import Path
from typing import Any

import pytest
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.text import clean
from simulator.tui.app import SimulatorApp
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.prose import Block, Prose
from simulator.tui.widgets.status import Status
from simulator.tui.widgets.talk import Message, Talk
from simulator.views.words import one_line
from simulator.wiring import House
from tests.tui.greek import SPOKEN
from tests.tui.hand import LARGE, house_in, running, seen
from tests.tui.hostile import COUNT, is_obeyed, strings
from tests.tui.tour import Tour, Voices, furnish


async def test_nothing_that_is_said_or_written_is_obeyed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tuple(one for one in strings(root) if clean(one).strip())
    stops: dict[str, str] = {}
    turns = iter(words * 10)

    def hostile(value: Any, *, is_read: bool = False) -> Any:
        if isinstance(value, dict):
            return {key: hostile(one, is_read=key in SPOKEN) for key, one in value.items()}
        if isinstance(value, list):
            return [hostile(one, is_read=is_read) for one in value]
        return next(turns) if is_read and isinstance(value, str) else value

    voices = Voices(words, hostile)
    furnish(tmp_path, voices, monkeypatch)
    with house_in(tmp_path, is_new=True) as house:
        async with running(SimulatorApp(house, seconds_per_word=0), (60, 20)) as hand:
            await Tour(hand, voices, stops.__setitem__).walk()

            assert hand.app.return_code is None

    obeyed = {
        name
        for name, screen in stops.items()
        for one in screen.split("\n")
        if any(map(is_obeyed, one))
    }
    assert len(stops) > 40
    assert obeyed == set()


TOGETHER = 50
"""Strings shown at a time where there is one line for each."""


def drawn(widget: Widget) -> list[str]:
    """Every line of a list or a talk, those out of sight among them."""
    widget.scroll_to(0, 0, animate=False, immediate=True)
    lines = []
    for y in range(widget.virtual_size.height):
        widget.scroll_to(0, y, animate=False, immediate=True)
        lines.append(widget.render_line(0).text)
    return lines


async def test_no_list_and_no_talk_obeys_two_thousand_strings(root: Path, house: House) -> None:
    words = [clean(one) for one in strings(root)]
    titles = [one_line(one) for one in words]
    lists: list[Widget] = [
        Talk(),
        OptionList(*(Option(Content(one)) for one in titles)),
    ]
    async with running(SimulatorApp(house), LARGE) as hand:
        await hand.app.screen.mount(*lists)
        await hand.pause()
        talk = hand.app.screen.query_one(Talk)
        talk.show(tuple(Message(one, "persona", one) for one in words))
        await hand.pause()
        shown = [line for one in lists for line in drawn(one)]

        assert len(words) == COUNT
        assert len(shown) > COUNT * 2
        assert [line for line in shown if any(map(is_obeyed, line))] == []
        assert any("[@click=app.quit]leave[/]" in line for line in shown)
        assert hand.app.return_code is None


async def test_no_place_of_one_line_obeys_two_thousand_strings(root: Path, house: House) -> None:
    words = [clean(one) for one in strings(root)]
    async with running(SimulatorApp(house), LARGE) as hand:
        heading, status, prose = Heading(""), Status(), Prose()
        await hand.app.screen.mount(heading, status, prose)
        await hand.pause()
        for place in range(0, len(words), TOGETHER):
            together = " ".join(words[place : place + TOGETHER])
            heading.entitle(together)
            heading.say(together[:40])
            status.say(together)
            prose.say([Block("quote", together)])
            screen = await seen(hand)

            assert [line for line in screen.split("\n") if any(map(is_obeyed, line))] == []
        for one in words[:50]:
            hand.app.notify(one, markup=False)
        await hand.pause()

        assert hand.app.return_code is None
