"""Ways side by side as columns: one moment, and a column for each line that was tried there.

The same words as `views.ways` has, kept apart so that a screen can lay them out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from simulator.debrief.ways import Laid, Way
from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.views.debrief_words import capital, quoted
from simulator.views.ways import came, moves, persona_name, stood
from simulator.views.words import one_line


@dataclass(frozen=True, slots=True)
class Spoken:
    """What somebody said, under their name."""

    who: str
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """One way: the line, the replies to it, what it did and what came of it."""

    session: str
    """The one to open: that one comes from, else the one that went furthest."""
    name: str
    line: str
    replies: tuple[Spoken, ...]
    effects: tuple[str, ...]
    came: tuple[str, ...]
    is_original: bool
    is_here: bool
    """Whether it is the way of the session one comes from."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What had been said, how everybody stood, and the ways from there."""

    turn: int
    heard: Spoken | None
    stood: str
    columns: tuple[Column, ...]


def moment(laid: Laid, personas: Mapping[str, Persona], t: Translator, *, here: str) -> Moment:
    """One moment in words; `here` is the session one comes from."""
    heard = laid.heard
    return Moment(
        turn=laid.turn,
        heard=Spoken(persona_name(heard.voice, personas), one_line(heard.text)) if heard else None,
        stood=stood(laid, personas, t),
        columns=tuple(_columns(laid, personas, t, here)),
    )


def _columns(
    laid: Laid, personas: Mapping[str, Persona], t: Translator, here: str
) -> Iterator[Column]:
    for at, way in enumerate(laid.ways):
        yield Column(
            session=_to_open(way, here),
            name=_named(at, way, t),
            line=quoted(one_line(way.line.text), t),
            replies=tuple(
                Spoken(persona_name(one.voice, personas), quoted(one_line(one.text), t))
                for one in way.replies
            ),
            effects=tuple(_effects(laid, way, personas, t)),
            came=tuple(came(way, t)),
            is_original=way.is_original,
            is_here=any(sample.session == here for sample in way.samples),
        )


def _to_open(way: Way, here: str) -> str:
    furthest = max(way.samples, key=lambda one: one.finish.turns)
    return next((one.session for one in way.samples if one.session == here), furthest.session)


def _effects(laid: Laid, way: Way, personas: Mapping[str, Persona], t: Translator) -> Iterator[str]:
    """What became of everybody's stance, with their name only where there are several."""
    for name, trust, tension in moves(laid, way, t):
        moved = t("ways.column.effect", trust=trust, tension=tension)
        is_alone = len(laid.stood) == 1
        named = f"{persona_name(name, personas)}{t('debrief.colon')}{moved}"
        yield capital(moved) if is_alone else named


def _named(at: int, way: Way, t: Translator) -> str:
    letter = ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)
    if way.is_original:
        return t.n("ways.column.original", way.k, letter=letter)
    return t.n("ways.column.retry", way.k, letter=letter)
