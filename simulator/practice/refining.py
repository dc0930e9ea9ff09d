"""A second reading of a line: what a reader looks at, and what a reading is with it.

The reader comes after the reply, so nothing that was decided ever rests on it. `refined` is a pure
fold of what was recorded: it takes out the finds that were withdrawn, as they were found, and puts
in those that were added. Signals, figures, topics and the number of words stay the recogniser's.
"""

from dataclasses import dataclass, replace

from simulator.practice.events import ReadingRefined
from simulator.practice.session import Session
from simulator.reading.moves import Language, Reading, Signal

LEAST = 2
"""Words from which a line is worth a second look."""


@dataclass(frozen=True, slots=True)
class Look:
    """One of the mentee's lines, answered already, and what it answered."""

    turn: int
    line: str
    heard: str
    """The persona's words before it."""
    reading: Reading
    """What the recogniser made of it."""
    language: Language
    names: tuple[str, ...]
    """Of the people in the talk, to be taken out before anything leaves."""


def look_at(session: Session, turn: int, names: tuple[str, ...]) -> Look | None:
    """The line at `turn`, as a reader may look at it; `names` are the personas'.

    None for a line that is hardly one, that is in no language of the talk's, or that speaks to a
    machine: what it says to the persona's is not said to the reader.
    """
    reading = session.readings.get(turn)
    line = next((one.text for one in session.said_by("mentee") if one.turn == turn), "")
    if reading is None or reading.words < LEAST:
        return None
    out = {Signal.META, Signal.NONSENSE, Signal.OTHER_LANGUAGE}
    if any(one.signal in out for one in reading.signals):
        return None
    return Look(
        turn=turn,
        line=line,
        heard=session.before(turn),
        reading=reading,
        language=session.opened.language,
        names=(session.opened.mentee, *names),
    )


def refined(reading: Reading, by: ReadingRefined | None) -> Reading:
    """`reading` with what a reader made of the same line; as it is where none did."""
    if by is None or not (by.added or by.withdrawn):
        return reading
    kept = (one for one in reading.moves if one not in by.withdrawn)
    moves = sorted((*kept, *by.added), key=lambda one: (one.start, one.move))
    return replace(reading, moves=tuple(moves))
