"""The widgets: what they draw, what it costs, and that text stays text whatever it holds."""

import asyncio
import json
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection
from textual.theme import Theme
from textual.widget import Widget

from simulator.text import clean
from simulator.tui.pace import Pace
from simulator.tui.theme import DARK, LIGHT
from simulator.tui.widgets.prose import Block, Prose, sections
from simulator.tui.widgets.talk import Line, Message, Talk
from simulator.tui.widgets.way import Way

ATTACKS = Path(__file__).parents[3] / "shared" / "attacks" / "known.jsonl"
MARKUP = (
    "[@click=app.quit]leave[/]",
    "[/nothing-opened]",
    "[b]bold[/b] [red on",
    "[link=file:///etc/passwd]here[/link]",
    "\\[escaped] $primary {mentee} %(name)s",
    "\t\ttabs\tand\u200dno width 日本語 🙂",
)


@asynccontextmanager
async def alone(widget: Widget, width: int = 40, height: int = 12) -> AsyncIterator[Pilot[None]]:
    """An app with nothing in it but `widget`."""

    class Only(App[None]):
        def compose(self) -> ComposeResult:
            yield widget

    app = Only()
    for theme in (DARK, LIGHT):
        app.register_theme(theme)
    app.theme = DARK.name
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        yield pilot


def lines(widget: Widget) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


async def test_a_talk_says_who_speaks_in_words() -> None:
    talk = Talk()
    async with alone(talk):
        talk.show((Message("Claire", "persona", "Yes?"), Message("You", "mentee", "Well.")))

        assert lines(talk)[:6] == ["▌ Claire", "▌ Yes?", "", "▌ You", "▌ Well.", ""]


async def test_a_talk_stays_at_its_end_unless_the_reader_has_gone_up() -> None:
    talk = Talk()
    async with alone(talk) as pilot:
        talk.show(tuple(Message("You", "mentee", f"Line {n}.") for n in range(20)))
        await pilot.pause()
        at_the_end = talk.is_vertical_scroll_end
        talk.scroll_to(y=3, animate=False)
        await pilot.pause()
        talk.reword(19, "Another. " * 30)
        await pilot.pause()

        assert at_the_end
        assert talk.scroll_offset.y == 3


async def test_only_the_message_that_grows_is_wrapped_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talk = Talk()
    async with alone(talk):
        talk.show(tuple(Message("You", "mentee", f"Line {n}.") for n in range(300)))
        wrapped: list[str] = []
        plain = Talk._wrap

        def noted(self: Talk, message: Message) -> list[Line]:
            wrapped.append(message.text)
            return plain(self, message)

        monkeypatch.setattr(Talk, "_wrap", noted)
        place = talk.add(Message("Claire", "persona", ""))
        for text in ("One ", "One two ", "One two three."):
            talk.reword(place, text)

        assert wrapped == ["", "One ", "One two ", "One two three."]


async def test_what_is_selected_is_marked_and_copied_without_the_bars() -> None:
    talk = Talk()
    async with alone(talk):
        talk.show((Message("Claire", "persona", "Yes, of course?"),))
        selection = Selection(Offset(5, 1), Offset(14, 1))
        talk.screen.selections = {talk: selection}
        words = [segment.text for segment in talk.render_line(1)]

        assert talk.get_selection(selection) == ("of course", "\n")
        assert words[:4] == ["▌ ", "Yes, ", "of course", "?"]


def hostile() -> list[str]:
    kinds = {"textual_markup", "terminal_escape", "ssti"}
    if not ATTACKS.exists():
        return list(MARKUP)
    rows = (json.loads(row) for row in ATTACKS.read_text(encoding="utf-8").strip().split("\n"))
    return [*MARKUP, *(row["text"] for row in rows if row["kind"] in kinds)]


async def test_hostile_text_is_drawn_as_it_is_and_does_nothing() -> None:
    talk, texts = Talk(), [clean(text) for text in hostile()]
    async with alone(talk, width=90):
        for text in texts:
            talk.show((Message(text[:60], "persona", text), Message("", "note", text)))
            strips = [talk.render_line(y) for y in range(talk.size.height)]
            drawn = "".join(strip.text for strip in strips)

            assert {strip.cell_length for strip in strips} == {talk.scrollable_size.width}
            assert not {c for c in drawn if unicodedata.category(c) in {"Cc", "Cs"}}
            assert "".join(text.split())[:40] in "".join(drawn.replace("▌", "").split())
        assert talk.app.is_running


async def test_prose_draws_markup_as_text_and_hangs_its_points() -> None:
    prose = Prose([Block("heading", MARKUP[0]), Block("point", "a word and another word here")])
    async with alone(prose, width=20):
        assert lines(prose) == [
            "[@click=app.quit]lea",
            "ve[/]",
            "• a word and another",
            "  word here",
        ]


def test_sections_have_a_gap_between_them_and_none_for_what_is_empty() -> None:
    parts = sections([[Block("text", "a")], [], [Block("text", "b")]])

    assert [block.text for block in parts] == ["a", "", "b"]


async def test_the_way_is_as_long_as_there_is_room() -> None:
    way = Way()
    async with alone(way, width=10) as pilot:
        way.share = 0.3
        await pilot.pause()

        assert lines(way) == ["━━━───────"]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda one: one.name)
def test_every_text_of_a_theme_can_be_read_on_its_grounds(theme: Theme) -> None:
    texts = (theme.foreground, theme.primary, theme.secondary, theme.accent, theme.error)
    grounds = (theme.background, theme.surface, theme.panel)
    pairs = [(str(text), str(ground)) for text in texts for ground in grounds]

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (high + 0.05) / (low + 0.05)


def luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_pace_of_nothing_never_waits() -> None:
    pace = Pace(0)

    await pace.breathe()
    await pace.after("a whole sentence of words")


async def test_a_skipped_pace_waits_no_more_until_the_next_reply() -> None:
    pace = Pace(1000)
    pace.skip()
    await pace.after("many words")
    pace.begin()

    assert not pace._skipped.is_set()


async def test_a_held_pace_waits_even_when_it_was_skipped() -> None:
    pace = Pace(1000)
    pace.skip()
    pace.hold()
    waiting = asyncio.create_task(pace.after("a word"))
    await asyncio.sleep(0)
    is_held = not waiting.done()
    pace.release()
    await waiting

    assert is_held
