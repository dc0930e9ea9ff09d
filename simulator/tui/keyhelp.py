"""What the help says of keys: those of the screen in front, and then those that work everywhere."""

from typing import Any, NamedTuple

from textual.widget import Widget
from textual.widgets import Button, Input, OptionList

from simulator.tui.commands import display, shown
from simulator.tui.screens.localised import LocalisedScreen

ENTER = "enter"


class Keys(NamedTuple):
    """Pairs of a key and what it does, under a heading."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def keys_of(screen: LocalisedScreen[Any]) -> tuple[Keys, ...]:
    """The keys of a screen, in two groups; a key that a list or a field takes is among them."""
    t = screen.t
    everywhere = screen.simulator.OFFERS
    ids = {one.id for one in everywhere}
    here = shown((one for one in screen.active_bindings.values() if one.binding.id not in ids), t)
    enter = display(ENTER, t)
    if (does := _entered(screen.focused)) and enter not in (cap for cap, _ in here):
        here = ((enter, t(does)), *here)
    said = {sentence for _, sentence in here}
    all_over = ((screen.cap(one.id), t(f"tui.does.{one.name}")) for one in everywhere)
    rest = tuple(row for row in all_over if row[1] not in said)
    return Keys(t("tui.help.here"), here), Keys(t("tui.help.everywhere"), rest)


def _entered(focused: Widget | None) -> str:
    """Catalogue id of what Enter does to the widget in focus; empty where it does nothing."""
    if isinstance(focused, OptionList):
        return "tui.help.enter.list"
    if isinstance(focused, Input):
        return "tui.help.enter.field"
    return "tui.help.enter.button" if isinstance(focused, Button) else ""
