"""Keys named inside sentences: what is struck for a command now, as it is written on the keyboard.

A command is looked for among the screens that are loaded, and only then among all there are: to
know those takes a moment.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.widget import Widget

from simulator.tui.commands import Command, display, preferred
from simulator.tui.keynames import split

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


def caps(app: "SimulatorApp", name: str) -> tuple[str, ...]:
    """The keys of the command of that id, the best first; a name without a dot is a key itself.

    Raises `KeyError` for a command that is not there.
    """
    if "." not in name:
        return (display(name, app.t),)
    command = _declared(app, name)
    keys = split(app.keys_chosen.get(name) or command.keys)
    return tuple(display(one, app.t) for one in preferred(keys, command, app.t))


def _declared(app: "SimulatorApp", name: str) -> Command:
    if found := _named(name, (*app.OFFERS, *_loaded())):
        return found
    from simulator.tui.places import every_place

    if found := _named(name, (one for it in every_place(app.OFFERS) for one in it.commands)):
        return found
    raise KeyError(name)


def _named(name: str, commands: Iterable[Command]) -> Command | None:
    return next((one for one in commands if one.id == name), None)


def _loaded() -> Iterator[Command]:
    for owner in _below(Widget):
        yield from vars(owner).get("OFFERS", ())


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
