"""What a plain YAML scalar means: YAML 1.2 core, cut down to what a facilitator writes.

`true`, `false`, `null`, whole numbers and decimals; everything else is text, so that `no`, `on`,
`12:30` and `2026-03-01` stay the words they are. A number that no computer holds exactly is
refused rather than rounded.
"""

import math
import re

Scalar = str | int | float | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]
"""What a file holds, as plain data."""

_WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_DIGITS = 15
"""Digits that survive in a JSON number everywhere."""


class NumberTooBigError(ValueError):
    """The scalar is a number beyond `_DIGITS` digits or beyond all bounds."""


def resolve(text: str) -> Scalar:
    """The value of the plain scalar `text`."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        if len(text.lstrip("+-")) > _DIGITS:
            raise NumberTooBigError(text)
        return int(text)
    if _DECIMAL.fullmatch(text):
        if len(text) > 2 * _DIGITS or not math.isfinite(value := float(text)):
            raise NumberTooBigError(text)
        return value
    return text
