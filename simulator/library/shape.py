"""From plain data to a typed definition: each broken rule of the model becomes a diagnostic.

The models say what a file may hold; this module says, at the author's own line and in codes, what
it holds instead. pydantic's sentences never leave it. Of the several complaints that a choice of
types raises about one value, one is kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from simulator.library.conditions import Definition
from simulator.library.diagnostics import Diagnostic, Value, error
from simulator.library.scalars import Plain
from simulator.library.yamlfile import Document, Trail

Shape = TypeVar("Shape", bound=Definition)

_KINDS = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "int_type": "whole-number",
    "int_parsing": "whole-number",
    "int_from_float": "whole-number",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "yes-or-no",
    "bool_parsing": "yes-or-no",
}
_BOUNDS = {
    "greater_than_equal": ("too-small", "ge"),
    "greater_than": ("too-small", "gt"),
    "less_than_equal": ("too-large", "le"),
    "less_than": ("too-large", "lt"),
    "too_short": ("too-few", "min_length"),
    "too_long": ("too-many", "max_length"),
}


@dataclass(frozen=True, slots=True)
class _Complaint:
    """One of the model's complaints, with the part of its location that the data knows."""

    trail: Trail
    type: str
    value: Any
    context: dict[str, Any]
    about_key: bool = False
    chosen: Trail | None = None
    """The value of which this is one of several readings."""


def build(model: type[Shape], document: Document) -> tuple[Shape | None, list[Diagnostic]]:
    """`document` as a `model`, or None and what keeps it from being one."""
    problems = list(_underscored(document, model))
    try:
        value = model.model_validate(document.data)
    except ValidationError as refused:
        complaints = [_locate(found, document.data) for found in refused.errors(include_url=False)]
        told = {(one.line, one.col, one.path) for one in document.problems if one.is_error}
        for complaint in _one_per_choice(complaints):
            problem = _word(complaint, document, model)
            if problem and (problem.line, problem.col, problem.path) not in told:
                problems.append(problem)
        return None, problems
    return (None if problems else value), problems


def _locate(found: Any, data: Plain) -> _Complaint:
    """Follows pydantic's location through the data; names of union branches lead nowhere."""
    trail: list[str | int] = []
    chosen: Trail | None = None
    here: Any = data
    location: Sequence[str | int] = found["loc"]
    about_key = False
    for at, step in enumerate(location):
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
            trail.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            trail.append(step)
        elif step == "[key]":
            about_key = True
        elif found["type"] == "missing" and at == len(location) - 1:
            trail.append(step)
        else:
            chosen = tuple(trail)
    context = dict(found.get("ctx") or {})
    return _Complaint(tuple(trail), found["type"], found["input"], context, about_key, chosen)


def _one_per_choice(complaints: Iterable[_Complaint]) -> Iterator[_Complaint]:
    """All complaints about plain fields; for each choice of types those of the best reading."""
    choices: dict[Trail, list[_Complaint]] = {}
    for one in complaints:
        if one.chosen is None:
            yield one
        else:
            choices.setdefault(one.chosen, []).append(one)
    for readings in choices.values():
        deepest = max(len(one.trail) for one in readings)
        best = [one for one in readings if len(one.trail) == deepest]
        words = [one for one in best if one.type in {"enum", "literal_error"}]
        if not words:
            yield best[0]
            continue
        for trail in dict.fromkeys(one.trail for one in words):
            same = [one for one in words if one.trail == trail]
            expected = " or ".join(str(one.context.get("expected", "")) for one in same)
            first = same[0]
            yield _Complaint(
                trail, "enum", first.value, {"expected": expected}, first.about_key, first.chosen
            )


def _word(one: _Complaint, document: Document, model: type[Definition]) -> Diagnostic | None:
    place = document.key_place(one.trail) if one.about_key else document.place(one.trail)
    key = str(one.trail[-1]) if one.trail else ""
    if one.type == "missing":
        return error(document.place(one.trail[:-1]), "missing-key", key=key)
    if one.type == "extra_forbidden":
        close = _closest(key, _fields(model, one.trail[:-1]))
        return _guessing("unknown-key", document.key_place(one.trail), close, key=key)
    if one.type in {"enum", "literal_error"}:
        words = _expected(one.context)
        value = key if one.about_key else _shown(one.value)
        listed = ", ".join(words)
        close = _closest(value, words)
        return _guessing("unknown-word", place, close, value=value, expected=listed)
    if one.type in _KINDS:
        return error(place, "wrong-type", key=key, kind=_KINDS[one.type], value=_shown(one.value))
    if one.type in _BOUNDS:
        code, name = _BOUNDS[one.type]
        bound = one.context[name]
        if code == "too-few" and len(one.value) >= bound:
            return None
        return error(place, code, key=key, bound=_figure(bound), value=_shown(one.value))
    if one.type == "string_pattern_mismatch":
        return error(place, "bad-id", value=key if one.about_key else _shown(one.value))
    if one.type == "condition_shape":
        return error(place, "condition-shape", named=int(one.context["named"]))
    if one.type == "condition_person":
        return error(place, "condition-person")
    if one.type == "condition_empty":
        return error(place, "condition-empty")
    return error(place, "wrong-type", key=key, kind="fitting", value=_shown(one.value))


def _guessing(code: str, place: Any, close: str, **values: Value) -> Diagnostic:
    return error(place, code, **values, **({"close": close} if close else {}))


def _expected(context: dict[str, Any]) -> list[str]:
    """The words that pydantic lists as `'a', 'b' or 'c'`."""
    listed = str(context.get("expected", "")).replace(" or ", ", ")
    return [word.strip().strip("'") for word in listed.split(", ") if word.strip()]


def _closest(word: str, words: Iterable[str]) -> str:
    return next(iter(get_close_matches(word.replace("_", "-").lower(), list(words), 1, 0.6)), "")


def _fields(model: type[BaseModel], trail: Trail) -> list[str]:
    """The keys that the record at `trail` may have, as a file spells them."""
    here: type[BaseModel] | None = model
    for step in trail:
        if isinstance(step, int) or here is None:
            continue
        found = next((one for one in here.model_fields.values() if one.alias == step), None)
        here = _record(found.annotation) if found else None
    return [field.alias or name for name, field in here.model_fields.items()] if here else []


def _record(annotation: Any) -> type[BaseModel] | None:
    """The record type inside an annotation such as `tuple[Fact, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ()) or ()
    return next((found for one in inner if (found := _record(one))), None)


def _underscored(document: Document, model: type[Definition]) -> Iterator[Diagnostic]:
    """Keys are spelled with hyphens, although the model would know them otherwise."""
    for trail, place in document.keys.items():
        key = str(trail[-1])
        close = key.replace("_", "-")
        if "_" in key and close in _fields(model, trail[:-1]):
            yield error(place, "unknown-key", key=key, close=close)


def _shown(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return ""


def _figure(value: float) -> float:
    return int(value) if float(value).is_integer() else value
