"""Every place that declares commands, found by looking: a new screen needs to be named nowhere else.

Looking imports all screens, which takes a moment: it is for whoever asks for the whole, not for the
first frame.
"""

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages

from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from simulator.tui import screens, widgets
from simulator.tui.commands import Command
from simulator.tui.keymap import Place


def every_place(app: Iterable[Command]) -> tuple[Place, ...]:
    """The app with its own commands, each screen, each widget that has commands."""
    return (Place(tuple(app), is_everywhere=True), *map(place_of, _owners()))


def place_of(owner: type[Widget]) -> Place:
    """The commands that `owner` has keys for, those it inherits among them."""
    declared = [vars(one).get("OFFERS", ()) for one in owner.__mro__]
    commands = tuple(dict.fromkeys(command for some in declared for command in some))
    is_screen = issubclass(owner, Screen)
    return Place(commands, is_everywhere=not is_screen, has_fields=_names_a_field(owner))


def _owners() -> Iterator[type[Widget]]:
    for package in (screens, widgets):
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            for one in vars(module).values():
                is_its_own = isinstance(one, type) and one.__module__ == module.__name__
                if is_its_own and issubclass(one, Widget) and vars(one).get("OFFERS"):
                    yield one


def _names_a_field(owner: type[Widget]) -> bool:
    """Whether the module of `owner` knows of anything one writes in."""
    named = vars(sys.modules[owner.__module__]).values()
    return any(isinstance(one, type) and issubclass(one, (Input, TextArea)) for one in named)
