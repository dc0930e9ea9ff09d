"""The keymap: the keys of every command, as declared and as somebody chose them instead.

Owned here: that every command can be reached, and that no key stands for two things in one place
unless it was declared so. A choice that would break either is refused with its reason, and so is a
key that no terminal can tell apart or that writes where one writes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from simulator.config import Remap
from simulator.i18n import Translator
from simulator.tui.commands import Command, display
from simulator.tui.keynames import Fault, fault, is_typed, split

Code = Literal["unknown", "written-only", "typing", "taken"] | Fault


@dataclass(frozen=True, slots=True)
class Place:
    """Commands that have their keys at the same time: those of one screen, or of one widget."""

    commands: tuple[Command, ...]
    is_everywhere: bool = False
    """Whether it lies over other places: the app, and widgets, which many screens have."""
    has_fields: bool = False
    """Whether one writes there."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command keeps its keys."""

    code: Code
    command: str
    key: str = ""
    other: str = ""
    """The command that has the key."""


class Keymap:
    """Every command with its keys; immutable."""

    def __init__(self, places: Sequence[Place], chosen: Mapping[str, str] | None = None) -> None:
        self._places = tuple(places)
        self._chosen = dict(chosen or {})

    @classmethod
    def of(
        cls, places: Sequence[Place], chosen: Iterable[Remap]
    ) -> tuple["Keymap", tuple[Refusal, ...]]:
        """The keymap with everything chosen that can be, and a refusal for each that cannot.

        Two commands may change places: what counts is how it is in the end.
        """
        keymap = cls(places, {one.command: one.keys for one in chosen})
        refused: list[Refusal] = []
        while found := keymap._first_refusal():
            refused.append(found)
            keymap = keymap._without(found.command)
        return keymap, tuple(refused)

    @cached_property
    def commands(self) -> Mapping[str, Command]:
        """Every command with keys, by its id, in the order of places."""
        return {one.id: one for place in self._places for one in place.commands if one.keys}

    @property
    def chosen(self) -> Mapping[str, str]:
        """The keys somebody chose, by the id of the command: what Textual calls a keymap."""
        return {one: ",".join(split(keys)) for one, keys in self._chosen.items()}

    def keys_of(self, command: str) -> tuple[str, ...]:
        """The keys of a command; raises `KeyError` for one that is not there."""
        return split(self._chosen.get(command) or self.commands[command].keys)

    def is_chosen(self, command: str) -> bool:
        """Whether its keys are others than the declared ones."""
        return command in self._chosen

    def refusal(self, command: str, keys: str) -> Refusal | None:
        """Why `command` cannot have `keys`, the declared ones where there are none; None if it can."""
        return self._with(command, keys).fault_of(command)

    def remapped(self, command: str, keys: str) -> "Keymap":
        """This keymap with other keys for a command, or its declared ones again.

        Raises `ValueError` where `refusal` has a reason against it.
        """
        if (found := self.refusal(command, keys)) is not None:
            raise ValueError(found)
        return self._with(command, keys)

    def _with(self, command: str, keys: str) -> "Keymap":
        declared = self.commands[command].keys if command in self.commands else ""
        if not keys or split(keys) == split(declared):
            return self._without(command)
        return Keymap(self._places, {**self._chosen, command: keys})

    def _without(self, command: str) -> "Keymap":
        left = {one: keys for one, keys in self._chosen.items() if one != command}
        return Keymap(self._places, left)

    def _first_refusal(self) -> Refusal | None:
        found = (self.fault_of(one) for one in sorted(self._chosen, reverse=True))
        return next((one for one in found if one is not None), None)

    def fault_of(self, command: str) -> Refusal | None:
        """What is wrong with the keys that a command has here; nothing, in a keymap from `of`."""
        if command not in self.commands:
            known = {one.id for place in self._places for one in place.commands}
            return Refusal("written-only" if command in known else "unknown", command)
        declared = split(self.commands[command].keys)
        for key in self.keys_of(command):
            if other := self._other(command, key):
                return Refusal("taken", command, key, other)
            if key in declared:
                continue
            if code := fault(key):
                return Refusal(code, command, key)
            if is_typed(key) and self._is_written_in(command):
                return Refusal("typing", command, key)
        return None

    def _other(self, command: str, key: str) -> str:
        """The command that has `key` where `command` has its keys too; empty where it is free.

        What was declared to share a key, such as a widget that takes it before its screen, may.
        """
        was = split(self.commands[command].keys)
        for one in self._beside(command):
            if key in self.keys_of(one):
                both_declared = key in was and key in split(self.commands[one].keys)
                if not both_declared:
                    return one
        return ""

    def _beside(self, command: str) -> Iterable[str]:
        homes = [one for one in self._places if any(it.id == command for it in one.commands)]
        is_everywhere = any(one.is_everywhere for one in homes)
        near = (
            place
            for place in self._places
            if is_everywhere or place.is_everywhere or place in homes
        )
        ids = (one.id for place in near for one in place.commands if one.keys)
        return dict.fromkeys(one for one in ids if one != command)

    def _is_written_in(self, command: str) -> bool:
        """Whether a letter would be written instead, or taken away from who writes."""
        if self.commands[command].first:
            return True
        homes = [one for one in self._places if any(it.id == command for it in one.commands)]
        return any(
            one.is_everywhere
            or one.has_fields
            or not any(is_typed(key) for it in one.commands for key in split(it.keys))
            for one in homes
        )


def title(command: Command, t: Translator) -> str:
    """What a command does, in its one word and the place where it does it."""
    return t("tui.remap.title", word=t(f"tui.key.{command.name}"), place=place_name(command, t))


def place_name(command: Command, t: Translator) -> str:
    """The part of the app a command belongs to, in words."""
    wording = f"tui.place.{command.place}"
    return t(wording) if t.has(wording) else command.place.capitalize()


def reason(refusal: Refusal, keymap: Keymap, t: Translator) -> str:
    """A refusal in one sentence."""
    other = keymap.commands.get(refusal.other)
    return t(
        f"tui.remap.{refusal.code}",
        command=refusal.command,
        key=display(refusal.key, t),
        other=title(other, t) if other else "",
    )
