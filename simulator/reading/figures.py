"""Reads numbers, in digits or in words, out of normalised words: `46,5 k`, `quarante-six mille`.

The invariant: a number never reaches past the words that spell it. It refuses numbers that the
language uses as articles (`un`, `one`) the right to stand alone: they come back as `weak`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from simulator.reading.tokens import Word

Role = Literal["unit", "ten", "hundred", "thousand", "million"]
_GROUPED = 3
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """How a language spells numbers."""

    roles: Mapping[str, tuple[Role, int]] = field(default_factory=dict)
    """`forty` → ten, 40; `mille` → thousand, 1000."""
    joints: frozenset[str] = frozenset()
    """`and`, `et`: inside a number, never at its edge."""
    halves: Sequence[Sequence[str]] = ()
    """`and a half`, `et demi`: adds .5."""
    articles: frozenset[str] = frozenset()
    """`a` before `hundred`; `one`, `un`, `une` as weak numbers."""
    thousands: frozenset[str] = frozenset()
    """Short signs for a thousand after digits: `k`, `grand`."""
    scores: frozenset[str] = frozenset()
    """`vingt`, `vingts`: four of them make eighty."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number over the words `first` to `last`, both included."""

    value: float
    first: int
    last: int
    weak: bool = False
    digits: bool = False
    scaled: bool = False
    """Said in thousands: `46k`, `forty-six thousand`."""


def number_at(words: Sequence[Word], index: int, spelling: NumberWords) -> Number | None:
    """The number that starts at this word, if one does."""
    word = words[index]
    number: Number | None
    if word.kind == "figure" and word.form[0].isdigit():
        number = _digits(words, index, spelling)
    elif word.form in spelling.roles or word.form in spelling.articles:
        number = _spelt(words, index, spelling)
    else:
        return None
    return _with_half(words, number, spelling) if number else None


def decimal(figure: str) -> float:
    """The value of digits with either language's separators: three digits after one are a group."""
    for blank in "\u00a0\u202f\u2009 ":
        figure = figure.replace(blank, "")
    pieces = figure.replace(",", ".").split(".")
    if len(pieces) == 1:
        return float(figure)
    *groups, last = pieces
    grouped = len(last) == _GROUPED and groups[0] != "0"
    if grouped:
        return float("".join(pieces))
    return float("".join(groups) + "." + last)


def _digits(words: Sequence[Word], index: int, spelling: NumberWords) -> Number:
    value = decimal(words[index].form)
    last = index
    scaled = False
    if index + 1 < len(words):
        following = words[index + 1]
        role = spelling.roles.get(following.form, ("unit", 0))[0]
        touches = following.start == words[index].end
        if following.form in spelling.thousands and (touches or following.form != "m"):
            value, last, scaled = value * 1_000, index + 1, True
        elif role in ("thousand", "million"):
            value, last, scaled = value * _SCALES[role], index + 1, True
    return Number(value, index, last, digits=True, scaled=scaled)


def _spelt(words: Sequence[Word], index: int, spelling: NumberWords) -> Number | None:
    total = current = 0
    last = at = index
    previous = ""
    scaled = False
    if words[index].form in spelling.articles and words[index].form not in spelling.roles:
        at += 1
        if at >= len(words) or spelling.roles.get(words[at].form, ("", 0))[0] not in _SCALES:
            return None
    while at < len(words):
        form = words[at].form
        if form in spelling.joints and at + 1 < len(words) and previous:
            if not _joins(previous, words[at + 1].form, spelling):
                break
            at += 1
            continue
        if form not in spelling.roles:
            break
        role, value = spelling.roles[form]
        after_ten = at > index and spelling.roles.get(words[at - 1].form, ("unit", 0))[1] == 10
        if previous == "unit" and after_ten and role == "unit" and value in (7, 8, 9):
            previous = "ten"
        added = _add(current, role, value, previous, score=form in spelling.scores)
        if added is None:
            break
        if role in ("thousand", "million"):
            total, current, scaled = total + added, 0, True
        else:
            current = added
        last, previous = at, role
        at += 1
    weak = last == index and words[index].form in spelling.articles
    return Number(total + current, index, last, weak=weak, scaled=scaled) if previous else None


def _add(current: int, role: Role, value: int, previous: str, *, score: bool) -> int | None:
    """What the number becomes with one more word, or none where the word starts another."""
    if role in _SCALES:
        return max(1, current) * _SCALES[role] if previous not in ("thousand", "million") else None
    if role == "ten":
        if score and current % 100 == 4 and previous == "unit":
            return current + 76
        return current + value if current % 100 == 0 and previous != "unit" else None
    return None if previous == "unit" else current + value


def _joins(previous: str, following: str, spelling: NumberWords) -> bool:
    role = spelling.roles.get(following, ("", 0))[0]
    return (
        role in ("unit", "ten")
        and previous in ("hundred", "thousand", "ten")
        and (previous != "ten" or following in spelling.articles or following == "onze")
    )


def _with_half(words: Sequence[Word], number: Number, spelling: NumberWords) -> Number:
    end = half_at(words, number.last + 1, spelling)
    return replace(number, value=number.value + 0.5, last=end - 1) if end else number


def half_at(words: Sequence[Word], index: int, spelling: NumberWords) -> int | None:
    """Where `and a half` ends, if it starts at this word."""
    for half in spelling.halves:
        end = index + len(half)
        if tuple(word.form for word in words[index:end]) == tuple(half):
            return end
    return None
