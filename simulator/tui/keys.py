"""Keys: what each does is declared once, and named in the reader's language wherever it is shown.

Textual freezes descriptions at import, so a binding holds catalogue ids: `tui.key.NAME` is the
word in the footer, `tui.does.NAME` the sentence in the help. `named` puts the words in. Keys are
letters and function keys: those are where they should be on every keyboard, AZERTY included.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual.binding import ActiveBinding, Binding

from simulator.i18n import Translator

_IDS = "tui.key."
_NAMED = frozenset({"escape", "enter", "space", "tab", "shift", "up", "down"})


def key(
    keys: str, action: str, name: str, *, is_shown: bool = True, first: bool = False
) -> Binding:
    """The binding of `keys` to `action`; `first` takes them before the widget in focus does."""
    word, sentence = f"tui.key.{name}", f"tui.does.{name}"
    return Binding(keys, action, word, tooltip=sentence, show=is_shown, priority=first)


def named(
    active: Mapping[str, ActiveBinding], order: Iterable[str], t: Translator
) -> dict[str, ActiveBinding]:
    """The `active` bindings with their words, those of the keys in `order` first."""
    places = {one: place for place, one in enumerate(order)}
    found = sorted(active.items(), key=lambda item: places.get(item[0], len(places)))
    return {one: _worded(binding, t) for one, binding in found}


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


def _cap(name: str, t: Translator) -> str:
    if name in _NAMED:
        return t(f"tui.keyboard.{name}")
    return name.capitalize()


def _worded(active: ActiveBinding, t: Translator) -> ActiveBinding:
    name = active.binding.description
    if not name.startswith(_IDS):
        return active
    sentence = t(active.binding.tooltip)
    binding = replace(active.binding, description=t(name), tooltip=sentence)
    return active._replace(binding=binding, tooltip=sentence)
