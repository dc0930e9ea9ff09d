"""The product's own themes: calm, the same roles in all of them, every word readable on its ground.

`primary` is the persona and whatever leads on, `secondary` the mentee; who speaks is told by words
and bars as well, so that `mono` loses nothing. Every pair of text and ground stands at 4.5 to 1 or
better, in `contrast` at 7 to 1 (WCAG 2.2, 1.4.3 and 1.4.6).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual.theme import Theme

from simulator.config import Theme as Name


@dataclass(frozen=True, slots=True)
class _Palette:
    """Colours by what they are for."""

    ground: str
    surface: str
    panel: str
    text: str
    muted: str
    faint: str
    persona: str
    mentee: str
    accent: str
    good: str
    bad: str
    cursor: str
    on_cursor: str
    selection: str
    bar: str
    bar_hover: str
    cursor_style: str = "none"
    is_dark: bool = True


def _theme(name: str, of: _Palette) -> Theme:
    return Theme(
        name=f"rehearsal-{name}",
        primary=of.persona,
        secondary=of.mentee,
        accent=of.accent,
        foreground=of.text,
        background=of.ground,
        surface=of.surface,
        panel=of.panel,
        success=of.good,
        warning=of.mentee,
        error=of.bad,
        dark=of.is_dark,
        variables={
            "text": of.text,
            "text-muted": of.muted,
            "text-disabled": of.faint,
            "footer-background": of.ground,
            "footer-key-foreground": of.persona,
            "footer-description-foreground": of.muted,
            "block-cursor-background": of.cursor,
            "block-cursor-foreground": of.on_cursor,
            "block-cursor-text-style": of.cursor_style,
            "block-cursor-blurred-background": of.ground,
            "block-cursor-blurred-foreground": of.text,
            "block-cursor-blurred-text-style": "none",
            "input-cursor-background": of.text,
            "input-cursor-foreground": of.ground,
            "input-selection-background": of.selection,
            "screen-selection-background": of.selection,
            "scrollbar": of.bar,
            "scrollbar-hover": of.bar_hover,
            "scrollbar-active": of.persona,
            "scrollbar-background": of.ground,
            "scrollbar-background-hover": of.ground,
            "scrollbar-background-active": of.ground,
            "button-foreground": of.text,
            "button-color-foreground": of.ground,
            "button-focus-text-style": "bold",
        },
    )


DARK: Final = _theme(
    "dark",
    _Palette(
        ground="#14171c",
        surface="#1b2027",
        panel="#232932",
        text="#e2e5ea",
        muted="#a4acb8",
        faint="#98a1ae",
        persona="#8fb8de",
        mentee="#e0b67a",
        accent="#b8d8ba",
        good="#93c79d",
        bad="#e89292",
        cursor="#2b3542",
        on_cursor="#f2f4f7",
        selection="#3d5a78",
        bar="#2b3542",
        bar_hover="#3d4b5c",
    ),
)
LIGHT: Final = _theme(
    "light",
    _Palette(
        ground="#fbfaf7",
        surface="#f2f0ea",
        panel="#e8e5dd",
        text="#1c2026",
        muted="#545b65",
        faint="#5c636d",
        persona="#1f5f99",
        mentee="#7a4c00",
        accent="#2a6540",
        good="#2a6540",
        bad="#9c3434",
        cursor="#dbe5ee",
        on_cursor="#10141a",
        selection="#bcd3e8",
        bar="#d9d5ca",
        bar_hover="#c3beb1",
        is_dark=False,
    ),
)
CONTRAST: Final = _theme(
    "contrast",
    _Palette(
        ground="#000000",
        surface="#0c0c0c",
        panel="#161616",
        text="#ffffff",
        muted="#d4d4d4",
        faint="#c4c4c4",
        persona="#9ad1ff",
        mentee="#ffd27f",
        accent="#b6f2b6",
        good="#a4f2a4",
        bad="#ffb8b8",
        cursor="#00264d",
        on_cursor="#ffffff",
        selection="#003a70",
        bar="#8a8a8a",
        bar_hover="#b4b4b4",
        cursor_style="bold underline",
    ),
)
MONO: Final = _theme(
    "mono",
    _Palette(
        ground="#101010",
        surface="#181818",
        panel="#222222",
        text="#e6e6e6",
        muted="#b0b0b0",
        faint="#a0a0a0",
        persona="#ffffff",
        mentee="#c8c8c8",
        accent="#d8d8d8",
        good="#d8d8d8",
        bad="#ffffff",
        cursor="#343434",
        on_cursor="#ffffff",
        selection="#484848",
        bar="#3a3a3a",
        bar_hover="#5a5a5a",
        cursor_style="bold underline",
    ),
)
THEMES: Final[Mapping[Name, Theme]] = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "mono": MONO,
}
"""By the names that the settings use."""


def worn(name: Name, *, is_colourless: bool) -> Theme:
    """The theme to show for the one that was chosen: without colours (`NO_COLOR`) the one of greys."""
    return MONO if is_colourless and THEMES[name].dark else THEMES[name]
