"""Styles are for the whole app: what one widget is given must not fall upon another."""

from collections import Counter
from collections.abc import Iterator

from textual.widget import Widget

from simulator.tui.app import SimulatorApp
from simulator.tui.places import every_place


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_no_two_widgets_have_one_name_and_so_one_style() -> None:
    every_place(SimulatorApp.OFFERS)  # loads every screen and widget there is

    ours = {one for one in _below(Widget) if one.__module__.startswith("simulator.")}
    names = Counter(one.__name__ for one in ours)

    assert [name for name, times in names.items() if times > 1] == []
