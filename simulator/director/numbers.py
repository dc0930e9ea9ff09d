"""Numbers, clock times and weekdays in a line, as far as they tell one arrangement from another.

A coarse ear for comparing what was granted with what is recapped, in both languages alike: two
lines name the same figure if its key is the same; ten o'clock is not ten pages. Not for reckoning:
offers are read elsewhere.
"""

import re
from collections.abc import Mapping

from simulator.text import words

_NAMES = (
    "two deux;three trois;four quatre;five cinq;six;seven sept;eight huit;nine neuf;ten dix;"
    "eleven onze;twelve douze midi noon"
)
_NUMBERS: Mapping[str, str] = {
    name: str(number)
    for number, names in enumerate(_NAMES.split(";"), start=2)
    for name in names.split()
}
_DAYS = "monday lundi;tuesday mardi;wednesday mercredi;thursday jeudi;friday vendredi"
_WEEKDAYS: Mapping[str, str] = {
    name: names.split()[0] for names in _DAYS.split(";") for name in names.split()
}
_ONE = frozenset({"one", "un", "une"})
_UNITS = frozenset(
    [
        "day",
        "days",
        "jour",
        "jours",
        "week",
        "semaine",
        "hour",
        "heure",
        "page",
        "month",
        "mois",
        "time",
        "fois",
    ]
)
_CLOCK_AFTER = frozenset({"o'clock", "am", "pm", "h", "heures", "sharp"})
_CLOCK_BEFORE = frozenset({"at", "to", "until", "till", "before", "by", "a", "vers", "avant"})
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
"""The gap between thousands and hundreds, as French writes it."""
_DIGITS = re.compile(r"\d[\d.,\u202f ]*")


def figures_in(folded: str) -> Mapping[str, str]:
    """Each figure of a folded line by its key, with the word it was said in."""
    folded = _GROUPED.sub("", folded)
    said = [folded[start:end] for start, end in words(folded)]
    found: dict[str, str] = {}
    for place, word in enumerate(said):
        following = said[place + 1] if place + 1 < len(said) else ""
        before = said[place - 1] if place else ""
        is_clock = following in _CLOCK_AFTER or before in _CLOCK_BEFORE
        clock = ":" if is_clock and following not in _UNITS - _CLOCK_AFTER else ""
        singular = word.removesuffix("s")
        if singular in _WEEKDAYS:
            found[_WEEKDAYS[singular]] = word
        elif word in _NUMBERS:
            found[_NUMBERS[word] + clock] = word
        elif word in _ONE and following in _UNITS:
            found["1"] = word
        elif (digits := _DIGITS.search(word)) is not None:
            tail = ":" if word.endswith(("h", "h00", "am", "pm")) else clock
            found[re.sub(r"\D", "", digits.group()) + tail] = word
    return found
