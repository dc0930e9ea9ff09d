"""How a debrief words what every part of its page needs: lines, quotes, changes, verdicts.

Turns are the numbers of utterances, both sides counted together, wherever a debrief names one. A
quote names who spoke; a change is a signed figure; none of them is a mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.findings import Finding
from simulator.debrief.quotes import Quote
from simulator.i18n import Translator
from simulator.practice.session import Utterance
from simulator.text import words
from simulator.views.words import one_line, skill_name

LEAST_SHOWN = 0.05
"""Points under which a change is not worth a figure."""

SHORT = 40
"""Words of an answer of the mentee's that the page has room for; the rest stands behind it."""

_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: running text, a point of a list, a quote or a note that belongs to the point."""

    kind: Literal["text", "point", "quote", "note"]
    text: str
    role: Literal["", "line", "ruling"] = ""
    """What a note is, where it is more than a remark: a better line, or a mentor's ruling."""
    turn: int = 0
    """The utterance it is about, where it is about one."""


def quotes(debrief: Debrief, held: tuple[Quote, ...], t: Translator) -> Iterator[Line]:
    """Who said it, at which turn, and the words."""
    for quote in held:
        said = quoted(one_line(quote.quote), t)
        speaker = who(debrief, quote.utterance, t)
        words = t("debrief.quote", who=speaker, turn=quote.turn, words=said)
        yield Line("quote", words, turn=quote.turn)


def who(debrief: Debrief, said: Utterance, t: Translator) -> str:
    """The speaker, as the reader of this copy calls them."""
    if said.speaker == "mentee":
        return t("debrief.you") if debrief.audience == "mentee" else one_line(debrief.mentee)
    return debrief.name_of(said.voice)


def changes(trust: float, tension: float, t: Translator) -> Iterator[str]:
    """The changes that are worth a figure, in points of the scale of 0 to 10."""
    if abs(trust) > LEAST_SHOWN:
        yield t("debrief.trust", points=signed(trust, t))
    if abs(tension) > LEAST_SHOWN:
        yield t("debrief.tension", points=signed(tension, t))


def signed(points: float, t: Translator) -> str:
    """The change to one decimal, a half rounded away from zero."""
    rounded = Decimal(str(round(abs(points), 4))).quantize(_TENTH, ROUND_HALF_UP)
    figure = t.number(float(rounded), 1)
    return f"+{figure}" if points > 0 else f"−{figure}"


def quoted(text: str, t: Translator) -> str:
    """`text` between quotation marks; English marks inside it give way to single ones."""
    inner = text.replace("“", "‘").replace("”", "’") if t.language == "en" else text
    return t.quoted(inner)


def is_long(text: str) -> bool:
    """Whether the page has no room for the whole of `text`."""
    return len(words(text)) > SHORT


def shortened(text: str) -> str:
    """The first words of `text`, as many as the page has room for."""
    found = words(text)
    return text if len(found) <= SHORT else f"{text[: found[SHORT - 1].end]}…"


def capital(text: str) -> str:
    """`text` with its first letter raised."""
    return text[:1].upper() + text[1:]


def asked(finding: Finding, t: Translator) -> str:
    """The question of an item: the author's, or the catalogue's for one across turns."""
    return one_line(finding.ask) if finding.ask else t(finding.id)


def verdict(finding: Finding, t: Translator, given: str = "") -> str:
    """The verdict, or another one `given` on that item, in words.

    An item to leave out is worded the other way round.
    """
    code = given or finding.verdict
    other_way = f"verdict.{code}.avoid"
    if finding.is_to_avoid and t.has(other_way):
        return t(other_way)
    return t(f"verdict.{code}")


def of_skill(name: str, skill: str, t: Translator) -> str:
    """`name` with the skill it belongs to, where it belongs to one."""
    return t("debrief.of-skill", name=name, skill=skill_name(t, skill)) if skill else name
