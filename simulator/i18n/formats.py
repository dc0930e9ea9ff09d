"""Figures, lists, dates and quotations as English and French write them.

Spaces that must not break a line do not: French groups thousands and sets off %, € and « » with
the narrow no-break space, U+202F.
"""

from datetime import date, datetime
from typing import Literal

Language = Literal["en", "fr"]

NARROW = "\u202f"
NO_BREAK = "\u00a0"

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "CHF": "CHF", "CAD": "CAD"}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_JOINED = {
    ("en", "and"): " and ",
    ("en", "or"): " or ",
    ("fr", "and"): " et ",
    ("fr", "or"): " ou ",
}


def number(language: Language, value: float, digits: int | None = None) -> str:
    """`value` with `digits` decimals, or with two at most and no idle zero. Not for years."""
    plain = f"{value:,.{2 if digits is None else digits}f}"
    if digits is None:
        plain = plain.rstrip("0").rstrip(".")
    plain = "0" if plain == "-0" else plain.replace("-", "−")
    if language == "en":
        return plain
    return plain.replace(",", NARROW).replace(".", ",")


def percent(language: Language, share: float, digits: int = 0) -> str:
    """A share of 0 to 1 as a percentage."""
    figure = number(language, share * 100, digits)
    return f"{figure}%" if language == "en" else f"{figure}{NARROW}%"


def money(language: Language, amount: float, currency: str) -> str:
    """An amount with its currency's sign, or its ISO 4217 code when it has none."""
    figure = number(language, abs(amount), None if amount == int(amount) else 2)
    minus = "−" if amount < 0 else ""
    sign = _SIGNS.get(currency, currency)
    if language == "fr":
        return f"{minus}{figure}{NARROW}{sign}"
    return f"{minus}{sign}{figure}" if len(sign) == 1 else f"{minus}{sign}{NO_BREAK}{figure}"


def moment(language: Language, day: date | datetime) -> str:
    """`3 March 2025`, `3 mars 2025`, and the hour when there is one."""
    written = f"{day_of_year(language, day)} {day.year}"
    if not isinstance(day, datetime):
        return written
    return f"{written}, {hour(language, day)}"


def day_of_year(language: Language, day: date) -> str:
    """`3 March`, `3 mars`: a day of the year one is in."""
    month = _MONTHS[language].split()[day.month - 1]
    number_of_day = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number_of_day}{NO_BREAK}{month}"


def short_day(language: Language, day: date) -> str:
    """`2025-03-03`, `03/03/2025`: a day as it is written where there is little room."""
    return day.isoformat() if language == "en" else f"{day:%d/%m/%Y}"


def read_day(language: Language, text: str) -> date:
    """The day that `text` is, in any of these ways of writing it or as ISO 8601 has it.

    Of figures with strokes only French says which is the month. Raises `ValueError` for no day.
    """
    words = text.casefold().replace("1er", "1").replace(",", " ").split()
    if len(words) == 3:
        day, month, year = words
        months = _MONTHS[language].casefold().split()
        return _dated(year, str(months.index(month) + 1), day)
    figures = text.strip().split("/")
    if language == "fr" and len(figures) == 3:
        return _dated(*reversed(figures))
    return date.fromisoformat(text.strip())


def _dated(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except OverflowError as error:
        raise ValueError(year) from error


def hour(language: Language, moment: datetime) -> str:
    """`14:05`, `14 h 05`."""
    if language == "en":
        return f"{moment:%H:%M}"
    return f"{moment.hour}{NO_BREAK}h{NO_BREAK}{moment:%M}"


def duration(seconds: float) -> str:
    """`45 s`, `12 min`, `12 min 30 s`, `1 h 05`: the signs are the same in both languages."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    if minutes >= 60:
        return f"{minutes // 60}{NO_BREAK}h{NO_BREAK}{minutes % 60:02}"
    if not minutes:
        return f"{rest}{NO_BREAK}s"
    return f"{minutes}{NO_BREAK}min" + (f" {rest}{NO_BREAK}s" if rest else "")


def listed(language: Language, items: list[str], joined_by: Literal["and", "or"] = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return ", ".join(items[:-1]) + _JOINED[language, joined_by] + items[-1]


def quoted(language: Language, text: str) -> str:
    """`text` between quotation marks: “ ” or « »."""
    return f"“{text}”" if language == "en" else f"«{NARROW}{text}{NARROW}»"
