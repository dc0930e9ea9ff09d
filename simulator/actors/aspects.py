"""Which aspect of a beat a reply is about: a figure without reasons, a question of why, a summary.

Read off the mentee's line as it was read before; the aspect only chooses among lines, and an
aspect without lines falls back on its kind.
"""

from collections.abc import Mapping

from simulator.actors.words import words_of
from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal

RESERVES: Mapping[BeatKind, str] = {
    **dict.fromkeys((BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT, BeatKind.WRAP_UP), "ask"),
    **dict.fromkeys(
        (
            *(BeatKind.REFUSE, BeatKind.DEFLECT, BeatKind.POSITION, BeatKind.THREATENED),
            *(BeatKind.PLEADED, BeatKind.FLATTERED),
        ),
        "no",
    ),
    **dict.fromkeys((BeatKind.BLAMED, BeatKind.ABUSED, BeatKind.UNHEARD, BeatKind.SHARPEN), "hurt"),
    **dict.fromkeys(
        (
            *(BeatKind.HEARD, BeatKind.SOFTEN, BeatKind.THANKED, BeatKind.CONFIRM),
            *(BeatKind.LEVER, BeatKind.DEAL),
        ),
        "yes",
    ),
}
"""Where a kind's own lines are spent, the reserve it draws on; the rest draw on `any`."""

_HEARD = (
    (Move.APOLOGY, "apology"),
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
)


def aspect_of(kind: BeatKind, direction: Direction) -> str:
    """The aspect of one beat, empty where the kind has none that fits."""
    reading = direction.heard.reading
    match kind:
        case BeatKind.ANSWER:
            return words_of(direction.language).question(direction.heard.text)
        case BeatKind.HEARD:
            return _first(_HEARD, direction)
        case BeatKind.PROBE:
            found = _first(_PROBED, direction)
            quantities = [one for one in reading.quantities if one.kind in ("money", "percent")]
            return found or ("figure" if quantities else "")
        case BeatKind.REFUSE:
            return "figure" if reading.has(Move.OFFER) else ""
        case BeatKind.SILENT:
            return "minimal" if direction.heard.text.strip() else ""
        case BeatKind.LOST:
            return "language" if reading.signalled(Signal.OTHER_LANGUAGE) else ""
        case _:
            return ""


def _first(moves: tuple[tuple[Move, str], ...], direction: Direction) -> str:
    return next((name for move, name in moves if direction.heard.reading.has(move)), "")
