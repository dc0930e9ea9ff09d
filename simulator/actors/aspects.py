"""Which aspect of a beat a reply is about: a figure without reasons, a question of why, a summary.

Read off the mentee's line as it was read before; the aspect only chooses among lines, and an
aspect without lines falls back on its kind.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.actors.words import words_of
from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.reading.asking import OPEN, question_of
from simulator.reading.moves import Move, Signal
from simulator.text import fold, sentences, words

RESERVES: Mapping[BeatKind, str] = {
    **dict.fromkeys((BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT, BeatKind.WRAP_UP), "ask"),
    **dict.fromkeys(
        (
            *(
                BeatKind.PARTLY,
                BeatKind.AMISS,
                BeatKind.REFUSE,
                BeatKind.DEFLECT,
                BeatKind.POSITION,
                BeatKind.THREATENED,
            ),
            *(BeatKind.PLEADED, BeatKind.FLATTERED),
        ),
        "no",
    ),
    **dict.fromkeys((BeatKind.BLAMED, BeatKind.ABUSED, BeatKind.UNHEARD, BeatKind.SHARPEN), "hurt"),
    **dict.fromkeys(
        (
            *(BeatKind.HEARD, BeatKind.SOFTEN, BeatKind.THANKED, BeatKind.CONFIRM),
            *(BeatKind.LEVER, BeatKind.DEAL, BeatKind.SETTLED),
        ),
        "yes",
    ),
}
"""Where a kind's own lines are spent, the reserve it draws on; the rest draw on `any`."""

_HEARD = (
    (Move.SUMMARY, "summary"),
    (Move.REFLECTION, "reflection"),
    (Move.CHECKING_UNDERSTANDING, "reflection"),
    (Move.ACKNOWLEDGEMENT, ""),
    (Move.AFFIRMATION, "affirmation"),
    (Move.I_STATEMENT, "own"),
)
_PROBED = (
    (Move.UNEXPLAINED_TERM, "term"),
    (Move.ABSOLUTES, "example"),
    (Move.BLAME, "example"),
    (Move.OFFER, "figure"),
    (Move.PROPOSAL, "proposal"),
    (Move.SEEKING_COLLABORATION, "proposal"),
    (Move.ADVICE, "proposal"),
    (Move.I_STATEMENT, "own"),
    (Move.STATING_FACTS, "facts"),
    (Move.INTERESTS, "interests"),
)
_PLAINLY_SAID = frozenset({"facts", "interests"})
"""To these no persona's line that asks for precision is an answer."""
_LOOSE = ("", "yesno", "think")
"""Questions that a persona's lines for any answer may answer; others ask for one of their kind."""
_LANDED = (Move.APOLOGY, Move.SUMMARY, Move.REFLECTION, Move.ACKNOWLEDGEMENT)
_GIVEN = (*_LANDED, Move.AFFIRMATION, Move.I_STATEMENT)
"""What may be taken up of a line that also asks an open question."""
_MOSTLY, _USUALLY, _EVENLY, _SELDOM, _NEVER = 0.8, 0.6, 0.4, 0.25, 0.0
_SHORT = 2
"""Words up to which a line is answered as a short one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the stock's words for a beat stand, and how often the persona's own come first."""

    kind: str
    aspect: str = ""
    own: float = _USUALLY


def place_of(kind: BeatKind, direction: Direction) -> Place:
    """The place of one beat; without an aspect that fits, the kind's own."""
    match kind:
        case BeatKind.SILENT | BeatKind.VAGUE | BeatKind.PROBE if _invites(direction):
            return Place("silent", "invited", _NEVER)
        case BeatKind.ANSWER:
            return _answer(direction)
        case BeatKind.HEARD:
            return _heard(direction)
        case BeatKind.PROBE:
            return _probe(direction)
        case BeatKind.PARTLY | BeatKind.AMISS:
            return Place(kind.value, "named", _NEVER)
        case BeatKind.REFUSE if direction.heard.reading.has(Move.OFFER):
            return Place("refuse", "figure", _EVENLY)
        case BeatKind.SILENT if direction.heard.text.strip():
            return Place("silent", "minimal", _EVENLY)
        case BeatKind.VAGUE if asks_openly(direction):
            return _answer(direction)
        case BeatKind.SETTLED if asks_openly(direction):
            return _answer(direction)
        case BeatKind.VAGUE if _is_short(direction):
            return Place("silent", "minimal", _NEVER)
        case BeatKind.ASIDE if _asked(direction) in ("kin", "agreed"):
            return _answer(direction)
        case BeatKind.LOST:
            return _lost(direction)
        case _:
            return Place(kind.value)


def _answer(direction: Direction) -> Place:
    asked = _asked(direction)
    wants_a_yes = asked not in OPEN and asked != "choice"
    if direction.heard.reading.has(Move.CHECKING_UNDERSTANDING) and wants_a_yes:
        return Place("heard", "reflection", _NEVER)
    return Place("answer", asked, _SELDOM if asked in _LOOSE else _NEVER)


def _asked(direction: Direction) -> str:
    return question_of(direction.heard.text, direction.language) or ""


def asks_openly(direction: Direction) -> bool:
    """Whether the line ends in a question that yes and no do not answer."""
    return "?" in direction.heard.text and _asked(direction) in OPEN


def is_sorry(direction: Direction) -> bool:
    """Whether the mentee apologises: as it was read, or by the words the line begins with."""
    if direction.heard.reading.has(Move.APOLOGY):
        return True
    known, line = words_of(direction.language), fold(direction.heard.text).strip()
    start = next((one for one in known.sorry if re.match(rf"{re.escape(one)}\b", line)), None)
    return (
        start is not None
        and not _asks_at_once(line)
        and not any(line.startswith(f"{start} {one}") for one in known.pity)
    )


def _asks_at_once(line: str) -> bool:
    """Whether the first sentence of a line is a question: sorry is said in asking it, no more."""
    return any(first.of(line).endswith("?") for first in sentences(line)[:1])


def _asks_if_agreed(direction: Direction) -> bool:
    return "?" in direction.heard.text and _asked(direction) == "agreed"


def _heard(direction: Direction) -> Place:
    if _asks_if_agreed(direction):
        return Place("heard", "agreed", _NEVER)
    if is_sorry(direction):
        return Place("heard", "apology", _NEVER)
    reading = direction.heard.reading
    if reading.signalled(Signal.THANKS) and not reading.has(*_LANDED):
        return Place("thanked", "", _NEVER)
    if asks_openly(direction) and not reading.has(*_GIVEN):
        return _answer(direction)
    aspect = _first(_HEARD, direction)
    return Place("heard", aspect, _USUALLY if aspect else _MOSTLY)


def _probe(direction: Direction) -> Place:
    if _asks_if_agreed(direction):
        return Place("answer", "agreed", _NEVER)
    reading = direction.heard.reading
    if found := _first(_PROBED, direction):
        return Place("probe", found, _NEVER if found in _PLAINLY_SAID else _EVENLY)
    if any(one.kind in ("money", "percent") for one in reading.quantities):
        return Place("probe", "facts", _NEVER)
    if reading.signalled(Signal.REFUSAL):
        return Place("probe", "refusal", _SELDOM)
    if reading.signalled(Signal.AGREEMENT):
        return Place("probe", "agreement", _SELDOM)
    if reading.signalled(Signal.THANKS):
        return Place("thanked", "", _NEVER)
    if _is_short(direction):
        return Place("silent", "minimal", _NEVER)
    return Place("probe")


def _lost(direction: Direction) -> Place:
    if direction.heard.reading.signalled(Signal.OTHER_LANGUAGE):
        return Place("lost", "language", _EVENLY)
    if len(words(direction.heard.text)) == 1:
        return Place("silent", "minimal", _NEVER)
    return Place("lost")


def _invites(direction: Direction) -> bool:
    """Whether the line is no more than leave to go on."""
    line = fold(direction.heard.text).strip(" .!?…")
    return line in words_of(direction.language).invites


def _is_short(direction: Direction) -> bool:
    return 0 < len(words(direction.heard.text)) <= _SHORT


def _first(moves: tuple[tuple[Move, str], ...], direction: Direction) -> str:
    return next((name for move, name in moves if direction.heard.reading.has(move)), "")
