"""What a terminal sends is heard as the key that was struck."""

from textual._xterm_parser import XTermParser
from textual.events import Key

from simulator.tui.terminal import understand_alt_enter


def keys(sent: str) -> list[str]:
    return [one.key for one in XTermParser().feed(sent) if isinstance(one, Key)]


def test_alt_enter_begins_a_new_line_and_says_nothing() -> None:
    understand_alt_enter()

    assert keys("\x1b\r") == ["ctrl+j"]


def test_enter_stays_enter() -> None:
    understand_alt_enter()

    assert keys("a\r") == ["a", "enter"]
