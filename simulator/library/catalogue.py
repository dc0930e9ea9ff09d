"""The library: scenarios and personas found over several shelves, the nearest first.

Shelves are searched in the order given (workspace before shipped), and the first file with an id
wins. Listing reads only the heads of files and never fails because of one of them: what cannot be
listed is a problem beside the cards. Opening a definition reads it whole or raises.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.config import Shelf
from simulator.errors import NotFound
from simulator.library import naming
from simulator.library.cards import (
    PERSONA_HEAD,
    SCENARIO_HEAD,
    TRANSLATED_HEAD,
    Card,
    cards,
    listed,
    scenarios,
)
from simulator.library.diagnostics import Diagnostic, error, in_reading_order
from simulator.library.load import Loaded, load_persona, load_scenario
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Document, read_yaml
from simulator.reading.moves import Language

__all__ = ["Card", "Library"]


class Library:
    """All that can be rehearsed, over `shelves`; the last of them is the shipped one."""

    def __init__(self, shelves: Iterable[Shelf]) -> None:
        self.shelves = tuple(dict.fromkeys(shelves))

    def cards(self, language: str | None = None) -> tuple[Card, ...]:
        """One card for each scenario, worded in `language` where it is offered."""
        return cards(self.shelves, language)

    def problems(self) -> tuple[Diagnostic, ...]:
        """Why files that stand on a shelf are not listed."""
        found: list[Diagnostic] = []
        for path, kind in self.files():
            own_head = SCENARIO_HEAD if kind is Scenario else PERSONA_HEAD
            base, language = naming.split(path)
            if language is None:
                head = read_yaml(path, own_head)
                found += [one for one in head.problems if one.is_error]
                found += _missing(head, {"id", "language"})
            elif not base.is_file():
                head = read_yaml(path, TRANSLATED_HEAD)
                found.append(error(head.place(()), "overlay-without-base", value=base.name))
        return tuple(sorted(found, key=in_reading_order))

    def files(self) -> Iterator[tuple[Path, type[Scenario | Persona]]]:
        """Every definition file on the shelves, translations too, and what it should hold."""
        for shelf in self.shelves:
            for path in naming.definition_files(shelf.scenarios):
                yield path, Scenario
            for path in naming.definition_files(shelf.personas):
                yield path, Persona

    def scenario(self, ref: str | Path, language: Language | None = None) -> Loaded[Scenario]:
        """The scenario with the id, or at the path, `ref`; raises NotFound or BadFile."""
        return load_scenario(self.scenario_path(ref), language)

    def scenario_path(self, ref: str | Path) -> Path:
        """Where the scenario with the id, or at the path, `ref` stands; raises NotFound.

        A file that is called so is found even if it cannot be listed: opening it says why.
        """
        if (entry := scenarios(self.shelves).get(str(ref))) is not None:
            return entry.path
        path = Path(ref)
        if path.suffix == naming.SUFFIX:
            return path
        if path.name == str(ref) and path.name:
            for shelf in self.shelves:
                named = shelf.scenarios / f"{ref}{naming.SUFFIX}"
                if named.is_file():
                    return named
        raise NotFound("unknown-scenario", scenario=str(ref), known=", ".join(self.ids()))

    def ids(self) -> tuple[str, ...]:
        """The ids of the scenarios that can be listed, in order."""
        return tuple(scenarios(self.shelves))

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
            path = folder / f"{ref}{naming.SUFFIX}"
            if path.is_file() and read_yaml(path, frozenset({"id"})).data.get("id") == ref:
                return path
        for folder in folders:
            if entry := listed(folder, PERSONA_HEAD).get(ref):
                return entry.path
        raise NotFound("unknown-persona", persona=ref)

    def cast(self, scenario: Loaded[Scenario]) -> dict[str, Loaded[Persona]]:
        """The personas of `scenario`, by id, in its language; raises NotFound or BadFile."""
        near = Path(scenario.document.path)
        return {
            member.persona: self.persona(member.persona, scenario.value.language, near)
            for member in scenario.value.cast
        }


def _missing(head: Document, keys: set[str]) -> list[Diagnostic]:
    if head.problems:
        return []
    return [
        error(head.place(()), "missing-key", key=key) for key in sorted(keys - head.data.keys())
    ]
