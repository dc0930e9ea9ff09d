"""Cards: the scenarios of several shelves as they are listed, without having been opened.

Only the heads of files are read. A file whose head cannot be read has no card, and stops nobody
else's; what is wrong with it is for `library.catalogue` to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.config import Shelf
from simulator.library import naming
from simulator.library.heads import read_head
from simulator.library.scalars import Plain

SCENARIO_HEAD = frozenset(
    {"id", "language", "kind", "title", "summary", "level", "minutes", "status", "skills"}
)
PERSONA_HEAD = frozenset({"id", "language", "name"})
TRANSLATED_HEAD = frozenset({"overlays", "title", "summary"})
LEVEL, MINUTES = 2, 12
"""Of a scenario that does not say."""


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
class Listed:
    """A file on a shelf whose head could be read."""

    id: str
    path: Path
    head: Mapping[str, Plain]
    shelf: int
    """Which of the shelves, counted from 0."""


def listed(folder: Path, head: frozenset[str], shelf: int = 0) -> dict[str, Listed]:
    """The definitions of `folder`, by id; the first file with an id wins."""
    found: dict[str, Listed] = {}
    for path in naming.definition_files(folder):
        if naming.split(path)[1] is None:
            data = read_head(path, head)
            if data is not None and "language" in data:
                name = str(data.get("id", ""))
                found.setdefault(name, Listed(name, path, data, shelf))
    found.pop("", None)
    return found


def scenarios(shelves: Iterable[Shelf]) -> dict[str, Listed]:
    """The scenarios of all `shelves`, by id in order; the first shelf with an id wins."""
    found: dict[str, Listed] = {}
    for at, shelf in enumerate(shelves):
        found = listed(shelf.scenarios, SCENARIO_HEAD, at) | found
    return dict(sorted(found.items()))


def cards(shelves: tuple[Shelf, ...], language: str | None = None) -> tuple[Card, ...]:
    """One card for each scenario, worded in `language` where it is offered.

    The last of several shelves is the shipped one.
    """
    shipped = len(shelves) - 1 if len(shelves) > 1 else None
    return tuple(
        _card(one, language, is_shipped=one.shelf == shipped) for one in scenarios(shelves).values()
    )


def _card(entry: Listed, language: str | None, *, is_shipped: bool) -> Card:
    data = entry.head
    own = str(data["language"])
    others = tuple(
        one
        for one in naming.LANGUAGES
        if one != own and naming.translation_path(entry.path, one).is_file()
    )
    said: dict[str, Plain] = dict(data)
    if language in others:
        translation = naming.translation_path(entry.path, str(language))
        said |= read_head(translation, TRANSLATED_HEAD) or {}
    return Card(
        id=entry.id,
        title=str(said.get("title", entry.id)),
        kind=str(data.get("kind", "")),
        level=_whole(data.get("level"), LEVEL),
        minutes=_whole(data.get("minutes"), MINUTES),
        skills=_words(data.get("skills")),
        language=language if language in others else own,
        languages=(own, *others),
        summary=str(said.get("summary", "")),
        status=str(data.get("status", "draft")),
        path=entry.path,
        is_shipped=is_shipped,
    )


def _whole(value: Plain, default: int) -> int:
    return value if isinstance(value, int) else default


def _words(value: Plain) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
