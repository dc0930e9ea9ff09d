"""The library: scenarios and personas found over several shelves, the nearest first.

Shelves are searched in the order given (workspace before shipped), and the first file with an id
wins. Listing reads only the heads of files and never fails because of one of them: what cannot be
listed is a problem beside the cards. Opening a definition reads it whole or raises.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from simulator.config import Shelf
from simulator.errors import NotFound
from simulator.library import overlay
from simulator.library.diagnostics import Diagnostic, error, in_reading_order
from simulator.library.load import Loaded, load_persona, load_scenario
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Document, Plain, read_yaml
from simulator.reading.moves import Language

_SCENARIO_HEAD = frozenset(
    {"id", "language", "kind", "title", "summary", "level", "minutes", "status", "skills"}
)
_PERSONA_HEAD = frozenset({"id", "language", "name"})
_TRANSLATED_HEAD = frozenset({"overlays", "title", "summary"})


@dataclass(frozen=True, slots=True)
class Card:
    """A scenario as it is listed, in one language, without having been opened."""

    id: str
    title: str
    kind: str
    level: int
    minutes: int
    skills: tuple[str, ...]
    language: str
    languages: tuple[str, ...]
    """Those it can be rehearsed in, its own first."""
    summary: str
    status: str
    path: Path
    is_shipped: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file on a shelf whose head could be read."""

    id: str
    path: Path
    head: Document
    shelf: int


class Library:
    """All that can be rehearsed, over `shelves`; the last of them is the shipped one."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self.shelves = tuple(dict.fromkeys(shelves))

    def cards(self, language: str | None = None) -> tuple[Card, ...]:
        """One card for each scenario, worded in `language` where it is offered."""
        return tuple(self._card(entry, language) for entry in self._scenarios().values())

    def problems(self) -> tuple[Diagnostic, ...]:
        """Why files that stand on a shelf are not listed."""
        found: list[Diagnostic] = []
        for path, kind in self.files():
            own_head = _SCENARIO_HEAD if kind is Scenario else _PERSONA_HEAD
            base, language = overlay.split(path)
            if language is None:
                head = read_yaml(path, own_head)
                found += [one for one in head.problems if one.is_error]
                found += _missing(head, {"id", "language"})
            elif not base.is_file():
                head = read_yaml(path, _TRANSLATED_HEAD)
                found.append(error(head.place(()), "overlay-without-base", value=base.name))
        return tuple(sorted(found, key=in_reading_order))

    def files(self) -> Iterator[tuple[Path, type[Scenario | Persona]]]:
        """Every definition file on the shelves, translations too, and what it should hold."""
        for shelf in self.shelves:
            for path in _yaml_files(shelf.scenarios):
                yield path, Scenario
            for path in _yaml_files(shelf.personas):
                yield path, Persona

    def scenario(self, ref: str | Path, language: Language | None = None) -> Loaded[Scenario]:
        """The scenario with the id, or at the path, `ref`; raises NotFound or BadFile."""
        return load_scenario(self.scenario_path(ref), language)

    def scenario_path(self, ref: str | Path) -> Path:
        """Where the scenario with the id, or at the path, `ref` stands; raises NotFound.

        A file that is called so is found even if it cannot be listed: opening it says why.
        """
        if (entry := self._scenarios().get(str(ref))) is not None:
            return entry.path
        path = Path(ref)
        if path.suffix == overlay.SUFFIX:
            return path
        if path.name == str(ref) and path.name:
            for shelf in self.shelves:
                named = shelf.scenarios / f"{ref}{overlay.SUFFIX}"
                if named.is_file():
                    return named
        raise NotFound("unknown-scenario", scenario=str(ref), known=", ".join(self.ids()))

    def ids(self) -> tuple[str, ...]:
        """The ids of the scenarios that can be listed, in order."""
        return tuple(self._scenarios())

    def persona(
        self, ref: str, language: Language | None = None, near: Path | None = None
    ) -> Loaded[Persona]:
        """The persona with the id `ref`; one beside the scenario file `near` comes first."""
        return load_persona(self.persona_path(ref, near), language)

    def persona_path(self, ref: str, near: Path | None = None) -> Path:
        """Where the persona with the id `ref` stands; raises NotFound."""
        beside = (near.parent, near.parent.parent / "personas") if near else ()
        folders: tuple[Path, ...] = (*beside, *(shelf.personas for shelf in self.shelves))
        for folder in folders:
            path = folder / f"{ref}{overlay.SUFFIX}"
            if path.is_file() and read_yaml(path, frozenset({"id"})).data.get("id") == ref:
                return path
        for folder in folders:
            if entry := _entries(folder, _PERSONA_HEAD, 0).get(ref):
                return entry.path
        raise NotFound("unknown-persona", persona=ref)

    def cast(self, scenario: Loaded[Scenario]) -> dict[str, Loaded[Persona]]:
        """The personas of `scenario`, by id, in its language; raises NotFound or BadFile."""
        near = Path(scenario.document.path)
        return {
            member.persona: self.persona(member.persona, scenario.value.language, near)
            for member in scenario.value.cast
        }

    def _scenarios(self) -> dict[str, _Entry]:
        found: dict[str, _Entry] = {}
        for at, shelf in enumerate(self.shelves):
            found = _entries(shelf.scenarios, _SCENARIO_HEAD, at) | found
        return dict(sorted(found.items()))

    def _card(self, entry: _Entry, language: str | None) -> Card:
        data = entry.head.data
        own = str(data["language"])
        others = tuple(
            one
            for one in overlay.LANGUAGES
            if one != own and overlay.translation_path(entry.path, one).is_file()
        )
        said: dict[str, Plain] = dict(data)
        if language in others:
            translation = overlay.translation_path(entry.path, str(language))
            said |= read_yaml(translation, _TRANSLATED_HEAD).data
        return Card(
            id=entry.id,
            title=str(said.get("title", entry.id)),
            kind=str(data.get("kind", "")),
            level=_whole(data.get("level"), Scenario.model_fields["level"].default),
            minutes=_whole(data.get("minutes"), Scenario.model_fields["minutes"].default),
            skills=_words(data.get("skills")),
            language=language if language in others else own,
            languages=(own, *others),
            summary=str(said.get("summary", "")),
            status=str(data.get("status", "draft")),
            path=entry.path,
            is_shipped=len(self.shelves) > 1 and entry.shelf == len(self.shelves) - 1,
        )


def _entries(folder: Path, head: frozenset[str], shelf: int) -> dict[str, _Entry]:
    found: dict[str, _Entry] = {}
    for path in _yaml_files(folder):
        if overlay.split(path)[1] is None:
            document = read_yaml(path, head)
            if not any(one.is_error for one in document.problems) and "language" in document.data:
                name = str(document.data.get("id", ""))
                found.setdefault(name, _Entry(name, path, document, shelf))
    found.pop("", None)
    return found


def _yaml_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.glob(f"*{overlay.SUFFIX}") if path.is_file())


def _missing(head: Document, keys: set[str]) -> list[Diagnostic]:
    if head.problems:
        return []
    return [
        error(head.place(()), "missing-key", key=key) for key in sorted(keys - head.data.keys())
    ]


def _whole(value: Plain, default: object) -> int:
    return value if isinstance(value, int) else cast("int", default)


def _words(value: Plain) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
