"""Commands: each is declared once, beside the screen that carries it out.

The declaration feeds the keys, the footer, the help, the palette, what can be written after a
slash, and the settings in which keys are chosen. It holds catalogue ids instead of words, because
Textual freezes descriptions at import: `tui.key.NAME` is the word in the footer, `tui.does.NAME`
the sentence elsewhere. Keys are letters and function keys: those are where they should be on every
keyboard, AZERTY included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from textual.binding import ActiveBinding, Binding, BindingType

from simulator.i18n import Translator

_IDS = "tui.key."
_NAMED = frozenset(
    {"escape", "enter", "space", "tab", "shift", "up", "down", "left", "right"}
    | {"delete", "pagedown", "pageup", "home", "end"}
)
_SIGNS = {"slash": "/", "comma": ",", "question_mark": "?"}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done in one place.

    `id` is `PLACE.NAME`, which the settings use; `keys` are Textual's names with commas between,
    or nothing; `action` is the screen's own method without its `action_`, by default the name;
    `slash` is the name after a slash, where lines are written. `first` takes the keys before the
    widget in focus does; what is not shown stays out of the footer, what is not listed also out of
    help and palette.
    """

    id: str
    keys: str
    action: str = ""
    slash: str = ""
    is_shown: bool = True
    is_listed: bool = True
    first: bool = False

    @property
    def place(self) -> str:
        """The part of the app it belongs to."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The end of the catalogue ids of its words."""
        return self.id.partition(".")[2]

    @property
    def does(self) -> str:
        """The action, as Textual runs it."""
        return self.action or self.name.replace("-", "_")

    def binding(self) -> Binding:
        """The same as Textual knows it."""
        return Binding(
            self.keys,
            self.does,
            f"tui.key.{self.name}" if self.is_listed else "",
            tooltip=f"tui.does.{self.name}" if self.is_listed else "",
            show=self.is_shown,
            priority=self.first,
            id=self.id,
        )


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """What a screen or a widget declares to Textual."""
    return [one.binding() for one in commands if one.keys]


def named(
    active: Mapping[str, ActiveBinding], order: Iterable[Command], t: Translator
) -> dict[str, ActiveBinding]:
    """The `active` bindings with their words, those of the commands in `order` first."""
    places = {one.id: place for place, one in enumerate(order)}
    last = len(places)
    worded = {one: _worded(binding, t) for one, binding in active.items()}

    def place(item: tuple[str, ActiveBinding]) -> tuple[int, bool]:
        key, one = item
        return places.get(one.binding.id or "", last), not _begins(one.binding.description, key)

    return dict(sorted(worded.items(), key=place))


def preferred(keys: Iterable[str], command: Command, t: Translator) -> list[str]:
    """The keys of a command, first the letter that its word begins with in this language."""
    word = t(f"{_IDS}{command.name}") if command.is_listed else ""
    return sorted(keys, key=lambda key: not _begins(word, key))


def shown(active: Iterable[ActiveBinding], t: Translator) -> tuple[tuple[str, str], ...]:
    """The first key of each declaration of ours with what it does, for the help."""
    rows: dict[str, str] = {}
    for one in active:
        if one.tooltip and one.binding.description:
            rows.setdefault(one.tooltip, display(one.binding.key, t))
    return tuple((cap, sentence) for sentence, cap in rows.items())


def display(keys: str, t: Translator) -> str:
    """A key as it is written on the keyboard: F1, Ctrl+Q, Échap."""
    return "+".join(_cap(one, t) for one in keys.split("+"))


def _begins(word: str, key: str) -> bool:
    return len(key) == 1 and word[:1].lower() == key


def _cap(name: str, t: Translator) -> str:
    if name in _NAMED:
        return t(f"tui.keyboard.{name}")
    return _SIGNS.get(name, name.capitalize())


def _worded(active: ActiveBinding, t: Translator) -> ActiveBinding:
    name = active.binding.description
    if not name.startswith(_IDS):
        return active
    sentence = t(active.binding.tooltip) if active.binding.tooltip else ""
    binding = replace(active.binding, description=t(name), tooltip=sentence)
    return active._replace(binding=binding, tooltip=sentence)
