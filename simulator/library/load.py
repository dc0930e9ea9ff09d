"""Loading: a definition file, in one language, becomes a typed definition or all that is wrong.

A definition that loads can be played: its shape is right and every name in it leads somewhere.
The canonical text of what was loaded, and its hash, are what a session pins; from that text alone
the definition can be built again, so that no session depends on a file that changes later.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from simulator.errors import BadFile
from simulator.library import overlay, references
from simulator.library.diagnostics import Diagnostic, in_reading_order
from simulator.library.persona import Persona
from simulator.library.recorded import RecordedScenario
from simulator.library.scenario import Scenario
from simulator.library.shape import Shape, build
from simulator.library.yamlfile import Document
from simulator.reading.moves import Language

Model = TypeVar("Model", Scenario, Persona)


@dataclass(frozen=True, slots=True)
class Canonical:
    """A definition's text in one spelling, and its SHA-256."""

    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Loaded(Generic[Model]):
    """A definition as loaded, with what a session pins and what a check may point at."""

    value: Model
    definition: Canonical
    document: Document
    warnings: tuple[Diagnostic, ...] = ()


def load_scenario(
    path: Path, language: Language | None = None, base: Document | None = None
) -> Loaded[Scenario]:
    """The scenario at `path` in `language` (its own by default); raises BadFile.

    `base` is the file at `path`, if it was read already.
    """
    return _loaded(Scenario, overlay.compose(path, language, base))


def load_persona(
    path: Path, language: Language | None = None, base: Document | None = None
) -> Loaded[Persona]:
    """The persona at `path` in `language` (its own by default); raises BadFile."""
    return _loaded(Persona, overlay.compose(path, language, base))


def problems_of(
    model: type[Shape], document: Document
) -> tuple[Shape | None, tuple[Diagnostic, ...]]:
    """The definition in `document` if it has one, and all problems of form and reference."""
    if not document.is_whole:
        return None, tuple(sorted(document.problems, key=in_reading_order))
    value, found = build(model, document)
    named = references.check(document) if issubclass(model, Scenario) else ()
    every = (*document.problems, *found, *named)
    if any(one.is_error for one in every):
        value = None
    return value, tuple(sorted(every, key=in_reading_order))


def canonical(definition: Scenario | Persona) -> Canonical:
    """The one spelling of `definition`: JSON with sorted keys, defaults written out."""
    data = definition.model_dump(mode="json", by_alias=True, exclude_none=True)
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Canonical(text, hashlib.sha256(text.encode()).hexdigest())


def scenario_from(text: str) -> Scenario:
    """The scenario, or the recorded conversation, whose canonical text is `text`."""
    is_recorded = json.loads(text).get("recorded") is True
    return (RecordedScenario if is_recorded else Scenario).model_validate_json(text)


def persona_from(text: str) -> Persona:
    """The persona whose canonical text is `text`."""
    return Persona.model_validate_json(text)


def _loaded(model: type[Model], document: Document) -> Loaded[Model]:
    value, problems = problems_of(model, document)
    if value is None:
        raise BadFile("bad-definition", path=document.path, diagnostics=errors_in(problems))
    return Loaded(value, canonical(value), document, problems)


def errors_in(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The errors among `problems`."""
    return tuple(one for one in problems if one.is_error)
