"""Themes: every word can be read on its ground, in all of them; colours carry nothing alone."""

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from textual.color import Color
from textual.screen import Screen

from simulator.config import THEMES as NAMES
from simulator.tui import choosing
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.theme import DARK, LIGHT, MONO, THEMES, worn
from simulator.wiring import House
from tests.tui.hand import LARGE, Hand, Speaking, begun, press, running, say, shown, until_silent

ENOUGH = {"contrast": 7.0}
"""The least ratio, 4.5 where nothing is said."""
LINES = {"$panel"}
"""What colours a line that is drawn, and no word."""
GROUNDS = (
    "background",
    "surface",
    "panel",
    "block-cursor-background",
    "screen-selection-background",
)
_TEXT = re.compile(r"(?<![\w-])color: (\$[\w-]+(?: \d+%)?)")
_STYLED = re.compile(r"\"(?:bold |italic |dim )*(\$[\w-]+(?: \d+%)?)(?: on [^\"]+)?\"")

each = pytest.mark.parametrize("name", NAMES)


def luminance(colour: Color) -> float:
    """Relative luminance, WCAG 2.2."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(text: Color, ground: Color) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(text), luminance(ground)))
    return (high + 0.05) / (low + 0.05)


def colours(name: str) -> dict[str, str]:
    return THEMES[name].to_color_system().generate()  # type: ignore[index]


def seen(token: str, ground: Color, known: dict[str, str]) -> Color:
    """The colour of `$name` or `$name 65%` as it comes out on `ground`."""
    variable, _, share = token.removeprefix("$").partition(" ")
    text = Color.parse(known[variable])
    return (
        ground.blend(text, float(share.rstrip("%")) / 100) if share else ground.blend(text, text.a)
    )


def tokens(root: Path) -> set[str]:
    """Every colour that the app gives to text."""
    folder = root / "simulator" / "tui"
    files = [*folder.rglob("*.py"), *folder.rglob("*.tcss")]
    text = "\n".join(one.read_text(encoding="utf-8") for one in files)
    return {*_TEXT.findall(text), *_STYLED.findall(text)} - LINES


@each
def test_every_word_can_be_read_on_every_ground(name: str, root: Path) -> None:
    known = colours(name)
    found = tokens(root) | {"$text", "$text-muted", "$text-disabled", "$foreground"}

    pairs = {
        (token, ground): contrast(
            seen(token, Color.parse(known[ground]), known), Color.parse(known[ground])
        )
        for token, ground in product(found, GROUNDS)
        if not (ground == "screen-selection-background" and token != "$foreground")
    }

    assert len(found) > 8
    assert {
        one: round(ratio, 2) for one, ratio in pairs.items() if ratio < ENOUGH.get(name, 4.5)
    } == {}


@each
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("block-cursor-foreground", "block-cursor-background"),
        ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
        ("footer-key-foreground", "footer-background"),
        ("footer-description-foreground", "footer-background"),
        ("input-cursor-foreground", "input-cursor-background"),
        ("button-color-foreground", "primary"),
        ("button-color-foreground", "success"),
        ("button-color-foreground", "warning"),
        ("button-color-foreground", "error"),
    ],
)
def test_what_has_a_ground_of_its_own_can_be_read_on_it(name: str, text: str, ground: str) -> None:
    known = colours(name)

    assert contrast(Color.parse(known[text]), Color.parse(known[ground])) >= ENOUGH.get(name, 4.5)


def test_without_colours_every_grey_differs_by_its_light_alone() -> None:
    parts = [Color.parse(one) for one in (MONO.primary, MONO.secondary or "", MONO.panel or "")]

    assert all(len(set(one.rgb)) == 1 for one in parts)
    assert worn("dark", is_colourless=True) is MONO
    assert worn("light", is_colourless=True) is LIGHT
    assert worn("dark", is_colourless=False) is DARK


def test_every_theme_that_can_be_chosen_is_there() -> None:
    assert tuple(THEMES) == NAMES
    assert len({one.name for one in THEMES.values()}) == len(NAMES)


def faint(screen: Screen[Any], least: float) -> dict[str, float]:
    """The words on a screen, as it is drawn, that stand out too little from their ground."""
    found = {}
    for strip in screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if style is None or style.color is None or style.bgcolor is None:
                continue
            text, ground = style.color.triplet, style.bgcolor.triplet
            if text is None or ground is None or not any(map(str.isalnum, segment.text)):
                continue
            ratio = contrast(Color(*text), Color(*ground))
            if ratio < least:
                found[segment.text.strip()] = round(ratio, 2)
    return found


async def test_every_word_that_is_drawn_can_be_read_in_every_theme(house: House) -> None:
    app = SimulatorApp(house, conversation=begun(house, Speaking()), seconds_per_word=0)
    looked_at: dict[tuple[str, str], dict[str, float]] = {}

    async def look(hand: Hand, name: str) -> None:
        for theme in NAMES:
            choosing.dress(app, theme)
            await hand.pause()
            looked_at[name, theme] = faint(app.screen, ENOUGH.get(theme, 4.5))

    async with running(app, LARGE) as hand:
        await shown(hand, PracticeScreen)
        await say(hand, "Why is that?")
        await until_silent(hand)
        app.screen.set_focus(None)
        await look(hand, "practice")
        for screen in (SettingsScreen(), LibraryScreen()):
            app.push_screen(screen)
            await shown(hand, type(screen))
            await press(hand, "down")
            await look(hand, type(screen).__name__)

    assert len(looked_at) == 3 * len(NAMES)
    assert {one: words for one, words in looked_at.items() if words} == {}
