"""What was measured as JSON, and the shape of it: both made from the record of the measures.

A measure that is added there is written and published without a word here. A record of a part and
a whole becomes `{part, of}`, a quote its words and place, a code its text; figures have four
decimals at most.
"""

from dataclasses import fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, create_model

from simulator.debrief.measures import Measures
from simulator.debrief.quotes import Quote
from simulator.reports.shapes import Part, Quoted, Shape

DECIMALS = 4
_PART = {"part", "whole"}


class Longest(Shape):
    """The mentee's longest utterance."""

    turn: int | None
    words: int


def quoted(quote: Quote) -> Quoted:
    """The words and their place."""
    return Quoted(
        turn=quote.turn,
        speaker=quote.speaker,
        quote=quote.quote,
        start=quote.start,
        end=quote.end,
    )


def measured(m: Measures) -> dict[str, Any]:
    """The figures of a talk as plain values."""
    own = {one.name: plain(getattr(m, one.name)) for one in fields(m)}
    return own | {
        "talk_share": plain(m.talk_share),
        "longest": {"turn": m.longest.turn if m.longest else None, "words": m.longest_words},
        "proposed_first": m.proposed_first,
        "offers": [
            plain(one.quote) | {"value": one.value, "unit": one.unit, "per": one.per}
            for one in m.offers
        ],
    }


def shape() -> type[BaseModel]:
    """The shape of `measured`."""
    offer = create_model(
        "Offered",
        __base__=Quoted,
        value=(float, ...),
        unit=(str, ...),
        per=(str | None, ...),
    )
    special: dict[str, Any] = {
        "talk_share": float | None,
        "longest": Longest,
        "proposed_first": bool | None,
        "offers": list[offer],
    }
    return _model("Measured", Measures, special)


def plain(value: object) -> Any:
    """`value` as JSON has it."""
    if isinstance(value, Quote):
        return quoted(value).model_dump()
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: plain(getattr(value, one.name)) for one in fields(value)}
        return {"part": held["part"], "of": held["whole"]} if held.keys() == _PART else held
    if isinstance(value, dict):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return round(value, DECIMALS) if isinstance(value, float) else value


def _model(name: str, record: type, special: dict[str, Any] | None = None) -> type[BaseModel]:
    hints = get_type_hints(record)
    types = {one.name: _shape(hints[one.name]) for one in fields(record)} | (special or {})
    made: dict[str, Any] = {name: (kind, ...) for name, kind in types.items()}
    model: type[BaseModel] = create_model(name, __base__=Shape, __doc__=record.__doc__, **made)
    return model


def _shape(hint: Any) -> Any:
    """The type of what `plain` makes of a value of `hint`."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return Union[tuple(_shape(one) for one in inside)]  # noqa: UP007
    if origin is dict:
        return dict[str, _shape(inside[1])]  # type: ignore[misc]
    if origin in {tuple, list}:
        return list[_shape(inside[0])]  # type: ignore[misc]
    if hint is Quote:
        return Quoted
    if isinstance(hint, type) and is_dataclass(hint):
        names = {one.name for one in fields(hint)}
        return Part if names == _PART else _model(f"{hint.__name__}Measured", hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return str
    return hint
