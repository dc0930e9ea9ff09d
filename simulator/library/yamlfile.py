"""Hardened YAML: a file becomes plain data and a map of positions, or diagnostics; never more.

Built on the parser's events, so that nothing of YAML that can surprise is ever constructed:
anchors, aliases, tags, merge keys, directives, duplicate keys and second documents are refused
where they stand; nesting, nodes and lengths of text are capped; keys are always text. All text is
cleaned. A file is read in time proportional to its size, whatever is in it.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from simulator.library import syntax
from simulator.library.diagnostics import Diagnostic, Place, error, glance, warning
from simulator.library.door import read_text
from simulator.library.scalars import NumberTooBigError, Plain, resolve
from simulator.text import clean

Trail = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""

DEEPEST = 24
MOST_NODES = 20_000
LONGEST_TEXT = 8_000
MOST_PROBLEMS = 100


@dataclass(slots=True)
class Document:
    """What a file holds: plain `data`, where each value and each key stands, and its problems."""

    path: str
    data: dict[str, Plain] = field(default_factory=dict)
    places: dict[Trail, Place] = field(default_factory=dict)
    keys: dict[Trail, Place] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    is_whole: bool = True
    """False if reading stopped before the end."""

    def place(self, trail: Trail) -> Place:
        """Where the value at `trail` stands, or the nearest value around it."""
        return nearest(self.places, trail, self.path)

    def key_place(self, trail: Trail) -> Place:
        """Where the key at the end of `trail` stands; for an item of a list, the item."""
        return self.keys.get(trail) or self.place(trail)


def nearest(places: Mapping[Trail, Place], trail: Trail, path: str) -> Place:
    """The place of `trail` or of the closest value around it."""
    for end in range(len(trail), -1, -1):
        if found := places.get(trail[:end]):
            return found
    return Place(path)


def read_yaml(path: Path, only: frozenset[str] = frozenset()) -> Document:
    """The file at `path`. With `only`, reading stops once these top-level keys were read."""
    text = read_text(path)
    if isinstance(text, Diagnostic):
        return Document(str(path), problems=[text], is_whole=False)
    return parse_yaml(text, str(path), only)


def parse_yaml(text: str, path: str, only: frozenset[str] = frozenset()) -> Document:
    """`text` as a document; problems are collected, never raised."""
    document = Document(path)
    try:
        _Walk(document, only).run(text)
    except _StoppedError as stop:
        document.is_whole = False
        if stop.problem:
            document.problems.append(stop.problem)
    except MarkedYAMLError as problem:
        document.is_whole = False
        document.problems.append(syntax.diagnose(problem, text, path))
    except (YAMLError, ValueError):
        document.is_whole = False
        document.problems.append(error(Place(path), "yaml-syntax"))
    return document


class _StoppedError(Exception):
    """Reading ends here: because of `problem`, or because all that was wanted was read."""

    def __init__(self, problem: Diagnostic | None = None) -> None:
        super().__init__()
        self.problem = problem


class _Walk:
    """One pass over the events of one file."""

    def __init__(self, document: Document, only: frozenset[str]) -> None:
        self.document = document
        self.only = only
        self.nodes = 0

    def run(self, text: str) -> None:
        events: Iterator[Event] = iter(YAML(typ="safe", pure=True).parse(text))
        for event in events:
            match event:
                case DocumentStartEvent():
                    self._start_document(event)
                case MappingStartEvent():
                    self._check_node(event, 0)
                    self._map(events, self.document.data, ())
                case NodeEvent():
                    raise _StoppedError(error(self._place(event), "not-a-mapping"))
                case _:
                    continue
        if not self.document.places:
            raise _StoppedError(error(Place(self.document.path), "empty-file"))

    def _start_document(self, event: DocumentStartEvent) -> None:
        if event.version or event.tags:
            raise _StoppedError(error(self._place(event), "yaml-directive"))
        if self.document.places:
            raise _StoppedError(error(self._place(event), "yaml-documents"))
        self.document.places[()] = self._place(event)

    def _map(self, events: Iterator[Event], data: dict[str, Plain], trail: Trail) -> None:
        for event in events:
            match event:
                case ScalarEvent():
                    key = self._key(event)
                    value = next(events)
                    if self._is_rest_of_number(key, value, data):
                        self._report(self._comma(event, key, data))
                        continue
                    here = (*trail, key)
                    self._keep_key(event, data, here)
                    data[key] = self._value(value, events, here)
                    if not trail and self.only and self.only <= data.keys():
                        raise _StoppedError
                case AliasEvent() | CollectionStartEvent():
                    self._check_node(event, len(trail))
                    raise _StoppedError(error(self._place(event), "yaml-key"))
                case _:
                    return

    def _keep_key(self, event: ScalarEvent, data: dict[str, Plain], here: Trail) -> None:
        key = str(here[-1])
        if key == "<<":
            raise _StoppedError(error(self._place(event), "yaml-merge"))
        if key in data:
            first = self.document.keys[here].line
            self._report(error(self._place(event), "duplicate-key", key=key, first=first))
        self.document.keys[here] = self._place(event)

    @staticmethod
    def _is_rest_of_number(key: str, value: Event, data: dict[str, Plain]) -> bool:
        """Whether `{trust: 5,5}` was meant: YAML reads a second key, 5, without a value."""
        before = next(reversed(data.values()), None)
        is_number = isinstance(before, int) and not isinstance(before, bool)
        empty = isinstance(value, ScalarEvent) and not value.value and not value.style
        return key.isdecimal() and is_number and empty

    def _comma(self, event: Event, key: str, data: dict[str, Plain]) -> Diagnostic:
        name, before = next(reversed(data.items()))
        return error(
            self._place(event),
            "comma-number",
            key=name,
            value=f"{before},{key}",
            meant=f"{before}.{key}",
        )

    def _list(self, events: Iterator[Event], trail: Trail) -> list[Plain]:
        items: list[Plain] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._value(event, events, (*trail, len(items))))
        return items

    def _value(self, event: Event, events: Iterator[Event], trail: Trail) -> Plain:
        self._check_node(event, len(trail))
        self.document.places[trail] = self._place(event)
        match event:
            case ScalarEvent():
                return self._scalar(event, trail)
            case MappingStartEvent():
                data: dict[str, Plain] = {}
                self._map(events, data, trail)
                return data
            case _:
                return self._list(events, trail)

    def _check_node(self, event: Event, depth: int) -> None:
        place = self._place(event)
        if isinstance(event, AliasEvent):
            raise _StoppedError(error(place, "yaml-alias", value=str(event.anchor)))
        if isinstance(event, NodeEvent) and event.anchor is not None:
            raise _StoppedError(error(place, "yaml-anchor", value=str(event.anchor)))
        tag = getattr(event, "tag", None)
        if tag is not None:
            written = str(tag).replace("tag:yaml.org,2002:", "!!")
            raise _StoppedError(error(place, "yaml-tag", value=written))
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise _StoppedError(error(place, "too-many-values", most=MOST_NODES))
        if depth > DEEPEST:
            raise _StoppedError(error(place, "too-deep", most=DEEPEST))

    def _key(self, event: ScalarEvent) -> str:
        self._check_node(event, 0)
        return glance(event.value)

    def _scalar(self, event: ScalarEvent, trail: Trail) -> Plain:
        place = self._place(event)
        raw = event.value
        if len(raw) > LONGEST_TEXT:
            self._report(error(place, "text-too-long", most=LONGEST_TEXT, length=len(raw)))
            raw = raw[:LONGEST_TEXT]
        if event.style:
            return self._text(raw, place)
        try:
            value = resolve(raw)
        except NumberTooBigError:
            self._report(error(place, "number-too-big", value=raw))
            return 0
        if value is None:
            named = next((str(step) for step in reversed(trail) if isinstance(step, str)), "")
            at = self.document.places[trail] = self.document.keys.get(trail, place)
            self._report(error(at, "empty-value", key=named))
        return self._text(value, place) if isinstance(value, str) else value

    def _text(self, raw: str, place: Place) -> str:
        kept = clean(raw)
        hidden = len(unicodedata.normalize("NFC", raw)) - len(kept)
        if hidden > 0:
            self._report(warning(place, "hidden-characters", count=hidden))
        return kept.strip()

    def _report(self, problem: Diagnostic) -> None:
        self.document.problems.append(problem)
        if len(self.document.problems) >= MOST_PROBLEMS:
            raise _StoppedError(error(self._place_of(problem), "too-many-problems"))

    def _place(self, event: Event) -> Place:
        mark = event.start_mark
        return Place(self.document.path, mark.line + 1, mark.column + 1)

    @staticmethod
    def _place_of(problem: Diagnostic) -> Place:
        return Place(problem.path, problem.line, problem.col)
