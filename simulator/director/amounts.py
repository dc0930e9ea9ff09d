"""Words the persona's figures in the notation of the session's language: €44,000, 44 000 €.

Every figure comes from the direction's package; units and periods from the issue it belongs to.
A package is one phrase, its parts joined: "€44,000 a year and two days a week".
"""

from collections.abc import Mapping, Sequence

from simulator.director.state import Package
from simulator.library.scenario import NegotiatedIssue
from simulator.reading.moves import Language

_NARROW = "\u202f"
_SIGNS: Mapping[str, str] = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_NUMBERS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        *("no", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    "fr": (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six"),
        *("sept", "huit", "neuf", "dix", "onze", "douze"),
    ),
}
_UNITS: Mapping[Language, Mapping[str, tuple[str, str]]] = {
    "en": {
        "minute": ("minute", "minutes"), "hour": ("hour", "hours"), "day": ("day", "days"),
        "week": ("week", "weeks"), "month": ("month", "months"), "year": ("year", "years"),
        "person": ("person", "people"), "count": ("", ""), "money": ("", ""),
    },
    "fr": {
        "minute": ("minute", "minutes"), "hour": ("heure", "heures"), "day": ("jour", "jours"),
        "week": ("semaine", "semaines"), "month": ("mois", "mois"), "year": ("an", "ans"),
        "person": ("personne", "personnes"), "count": ("", ""), "money": ("", ""),
    },
}  # fmt: skip
_FEMININE = frozenset({"minute", "hour", "week", "person"})
_PER: Mapping[Language, Mapping[str, str]] = {
    "en": {"week": "a week", "month": "a month", "year": "a year"},
    "fr": {"week": "par semaine", "month": "par mois", "year": "par an"},
}
_AND: Mapping[Language, str] = {"en": "and", "fr": "et"}


def package_phrase(
    package: Package, issues: Sequence[NegotiatedIssue], language: Language
) -> str | None:
    """The whole package as one phrase, in the order of the issues; None if it holds nothing."""
    parts = [
        amount(package.values[issue.id], issue, language)
        for issue in issues
        if issue.id in package.values
    ]
    if not parts:
        return None
    *first, last = parts
    return f"{', '.join(first)} {_AND[language]} {last}" if first else last


def amount(value: float | str, issue: NegotiatedIssue, language: Language) -> str:
    """One issue's value: a figure with its unit and period, or an option by its name."""
    if isinstance(value, str):
        option = next((one for one in issue.options if one.id == value), None)
        return option.about[0] if option and option.about else value.replace("-", " ")
    per = f" {_PER[language][issue.per]}" if issue.per else ""
    if (sign := _SIGNS.get(issue.unit)) is not None:
        digits = figure(value, language)
        return (f"{sign}{digits}" if language == "en" else f"{digits}{_NARROW}{sign}") + per
    if issue.unit == "percent":
        gap = "" if language == "en" else _NARROW
        return f"{figure(value, language)}{gap}%{per}"
    return _counted(value, issue.unit, language) + (f" {issue.of}" if issue.of else "") + per


def figure(value: float, language: Language) -> str:
    """A number in digits: 44,000 and 1.5 in English, 44 000 and 1,5 in French."""
    whole = f"{value:,.2f}"
    if "." in whole:
        whole = whole.rstrip("0").rstrip(".")
    if language == "fr":
        whole = whole.replace(",", _NARROW).replace(".", ",")
    return whole


def _counted(value: float, unit: str, language: Language) -> str:
    one, many = _UNITS[language].get(unit, (unit, unit))
    if not one:
        return figure(value, language)
    if value == 0.5:
        return _half(one, unit, language)
    if value % 1 == 0.5 and value < 12:
        return _and_a_half(int(value), unit, language)
    singular = value == 1 or (language == "fr" and value < 2)
    return f"{_number(value, unit, language)} {one if singular else many}"


def _half(one: str, unit: str, language: Language) -> str:
    if language == "en":
        return f"half {_an(one)}"
    if unit == "day":
        return "une demi-journée"
    return f"{'une' if unit in _FEMININE else 'un'} demi-{one}"


def _and_a_half(whole: int, unit: str, language: Language) -> str:
    one, many = _UNITS[language].get(unit, (unit, unit))
    if language == "en":
        return f"{_NUMBERS['en'][whole]} and a half {many}"
    half = "et demie" if unit in _FEMININE else "et demi"
    return f"{_number(whole, unit, 'fr')} {one if whole == 1 else many} {half}"


def _number(value: float, unit: str, language: Language) -> str:
    names = _NUMBERS[language]
    if value % 1 or not 0 <= value < len(names):
        return figure(value, language)
    name = names[int(value)]
    return (
        name + "e" if language == "fr" and name in ("un", "aucun") and unit in _FEMININE else name
    )


def _an(noun: str) -> str:
    return f"{'an' if noun == 'hour' else 'a'} {noun}"
