"""Translations: `NAME.fr.yaml` laid over `NAME.yaml` before anything is validated.

A translation holds texts and nothing else, all of them, under the keys and ids of its base. What
it lacks, adds or must not touch is an error that names the text, at its place in the translation;
the merged document remembers for every value from which file it came.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from simulator.errors import NotFound
from simulator.library import texts
from simulator.library.diagnostics import Diagnostic, error
from simulator.library.naming import split, translation_path
from simulator.library.scalars import Plain
from simulator.library.texts import Leaf, Part, Record, Records
from simulator.library.yamlfile import Document, Trail, read_yaml
from simulator.reading.moves import Language

_HEAD = ("overlays", "language")


def compose(path: Path, language: Language | None = None, base: Document | None = None) -> Document:
    """The definition at `path` in `language`: the file itself, or with its translation over it.

    The path of a translation stands for its base in that language. Whoever has read the base file
    already hands it over; it is not changed.
    """
    base_path, own = split(path)
    base = base or read_yaml(base_path)
    language = language or own
    if not base.is_whole or language in {None, base.data.get("language", language)}:
        return base
    over_path = translation_path(base_path, language)
    if not over_path.is_file():
        raise NotFound("language-not-offered", path=str(base_path), language=language)
    return lay_over(base, read_yaml(over_path), language)


def lay_over(base: Document, over: Document, language: Language) -> Document:
    """`base` with the texts of `over`, and the problems of both."""
    merged = Document(
        path=base.path,
        data=deepcopy(base.data),
        places=dict(base.places),
        keys=dict(base.keys),
        problems=[*base.problems, *over.problems],
        is_whole=base.is_whole and over.is_whole,
    )
    if not over.is_whole:
        return merged
    tree = texts.PERSONA if "temperament" in base.data else texts.SCENARIO
    merged.problems += _check_head(base, over, language)
    merged.data["language"] = language
    laying = _Laying(over, merged)
    laying.record(tree, over.data, merged.data, _Spot())
    merged.problems += laying.problems
    return merged


def _check_head(base: Document, over: Document, language: Language) -> Iterator[Diagnostic]:
    for key, wanted in (("overlays", base.data.get("id")), ("language", language)):
        if key not in over.data:
            yield error(over.place(()), "missing-key", key=key)
        elif over.data[key] != wanted:
            found = str(over.data[key])
            yield error(
                over.place((key,)), f"overlay-{_CODE[key]}", value=found, wanted=str(wanted)
            )


_CODE = {"overlays": "wrong-base", "language": "language"}


@dataclass(frozen=True, slots=True)
class _Spot:
    """One place in both files: the trail in the translation, in the merged document, and a name."""

    over: Trail = ()
    merged: Trail = ()
    name: str = ""

    def key(self, key: str) -> "_Spot":
        name = f"{self.name}.{key}" if self.name else key
        return _Spot((*self.over, key), (*self.merged, key), name)

    def item(self, over: int, merged: int, name: str) -> "_Spot":
        return _Spot((*self.over, over), (*self.merged, merged), f"{self.name}.{name}")


class _Laying:
    """One walk over a translation and its base, side by side."""

    def __init__(self, over: Document, merged: Document) -> None:
        self.over = over
        self.merged = merged
        self.problems: list[Diagnostic] = []

    def record(
        self, record: Record | Records, over: dict[str, Plain], base: dict[str, Plain], spot: _Spot
    ) -> None:
        head = ("id",) if isinstance(record, Records) else () if spot.over else _HEAD
        for key, value in over.items():
            here = spot.key(key)
            part = record.parts.get(key)
            if key in head:
                continue
            if part is None:
                code = "overlay-not-text" if key in base else "overlay-unknown-key"
                self._report(code, here, at_key=True)
            elif key not in base and part is not Leaf.FREE:
                self._report("overlay-extra", here, at_key=True)
            else:
                self._part(part, value, base, here)
        for key, part in record.parts.items():
            if key not in over and has_text(part, base.get(key)):
                self._report("overlay-missing", spot, text=spot.key(key).name)

    def _part(self, part: Part, value: Plain, base: dict[str, Plain], spot: _Spot) -> None:
        key = str(spot.merged[-1])
        under = base.get(key)
        match part, value, under:
            case Leaf.KEYED, dict(), dict():
                self._keyed(value, under, spot)
            case Record(), dict(), dict():
                self.record(part, value, under, spot)
            case Records(), list(), list():
                self._records(part, value, under, spot)
            case _:
                base[key] = value
                self._move_places(spot)

    def _keyed(self, over: dict[str, Plain], base: dict[str, Plain], spot: _Spot) -> None:
        for key, value in over.items():
            here = spot.key(key)
            if key not in base:
                self._report("overlay-extra", here, at_key=True)
                continue
            base[key] = value
            self._move_places(here)
        for key in base:
            if key not in over:
                self._report("overlay-missing", spot, text=spot.key(key).name)

    def _records(self, records: Records, over: list[Plain], base: list[Plain], spot: _Spot) -> None:
        where = {
            str(item["id"]): at
            for at, item in enumerate(base)
            if isinstance(item, dict) and "id" in item
        }
        seen: set[str] = set()
        for at, item in enumerate(over):
            name = str(item.get("id", "")) if isinstance(item, dict) else ""
            here = spot.item(at, where.get(name, at), name)
            under = base[where[name]] if name in where else None
            if name in seen:
                self._report("duplicate-id", here, value=name)
            elif isinstance(item, dict) and isinstance(under, dict):
                self.record(records, item, under, here)
            else:
                self._report("overlay-unknown-id", here, value=name)
            seen.add(name)
        for name, at in where.items():
            if name not in seen and has_text(Record(records.parts), base[at]):
                self._report("overlay-missing", spot, text=spot.item(0, at, name).name)

    def _move_places(self, spot: _Spot) -> None:
        """From here down, the merged document's values stand in the translation."""
        for mine, theirs in (
            (self.merged.places, self.over.places),
            (self.merged.keys, self.over.keys),
        ):
            for trail in [one for one in mine if _is_under(one, spot.merged)]:
                del mine[trail]
            for trail in [one for one in theirs if _is_under(one, spot.over)]:
                mine[(*spot.merged, *trail[len(spot.over) :])] = theirs[trail]

    def _report(self, code: str, spot: _Spot, *, at_key: bool = False, **values: str) -> None:
        over = self.over
        place = over.key_place(spot.over) if at_key else over.place(spot.over)
        self.problems.append(error(place, code, **(values or {"key": spot.name})))


def has_text(part: Part, value: Plain) -> bool:
    """Whether the base gives, at this part, a text that a translation must give as well."""
    match part:
        case Leaf.FREE:
            return False
        case Leaf():
            return bool(value)
        case Record(parts):
            return isinstance(value, dict) and any(
                has_text(inner, value.get(key)) for key, inner in parts.items()
            )
        case Records(parts):
            return isinstance(value, list) and any(has_text(Record(parts), item) for item in value)


def _is_under(trail: Trail, root: Trail) -> bool:
    return trail[: len(root)] == root
