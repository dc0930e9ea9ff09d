"""The talk as a screen shows it: who said what, what was taken back, and how far it has come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from simulator.config import OFFLINE
from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.library.scenario import TurnLimits
from simulator.practice.events import ReplyReplaced
from simulator.practice.fallback import LONGEST_LINE
from simulator.practice.session import Session, Speaker, Utterance

LONGEST_PAUSE = timedelta(minutes=3)
"""What one pause counts at most: somebody who was away for an hour did not talk for an hour."""


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance with its speaker's name; `is_cut` for a reply that was interrupted."""

    turn: int
    speaker: Speaker
    who: str
    """Name of the persona; for the mentee, the one they gave."""
    text: str
    is_cut: bool


def talk(session: Session, personas: Mapping[str, Persona]) -> tuple[Said, ...]:
    """Everything said so far, oldest first."""
    return tuple(said(one, personas) for one in session.utterances)


def said(utterance: Utterance, personas: Mapping[str, Persona]) -> Said:
    """One utterance as shown."""
    is_persona = utterance.speaker == "persona"
    return Said(
        turn=utterance.turn,
        speaker=utterance.speaker,
        who=personas[utterance.voice].name if is_persona else utterance.voice,
        text=utterance.text,
        is_cut=is_persona and not utterance.complete,
    )


def refused_words(t: Translator, session: Session, turn: int) -> tuple[str, ...]:
    """For a mentor: each wording of the reply at `turn` that was refused, why, and what followed.

    One sentence or two for each, in order; none where the first wording stood.
    """
    return tuple(" ".join(_refused(t, one)) for one in session.refusals if one.turn == turn)


def _refused(t: Translator, one: ReplyReplaced) -> Iterator[str]:
    why = t(f"views.refused.{one.code}")
    if one.by:
        by = t("views.actor.offline") if one.by == OFFLINE else one.by
        yield t("views.refused", why=why, by=by)
    else:
        yield t("views.refused.last", why=why)
    if one.shown:
        yield t.n("views.refused.shown", one.shown)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the talk has come, in the mentee's turns and in minutes."""

    taken: int
    soft: int
    hard: int
    minutes: int

    @property
    def share(self) -> float:
        """How much of the expected talk is over, 0 to 1."""
        return min(1.0, self.taken / self.soft)


def progress(session: Session, limits: TurnLimits, now: datetime) -> Progress:
    """The mentee's turns so far against the scenario's limits, and the time spent."""
    spent = _spent([session.opened_at, *(one.at for one in session.utterances), now])
    return Progress(
        taken=len(session.said_by("mentee")),
        soft=limits.soft,
        hard=limits.hard,
        minutes=int(spent.total_seconds() // 60),
    )


def far_told(far: Progress, t: Translator, *, is_short: bool = False) -> str:
    """How far the talk has come, in a few words beside a title, or in fewer."""
    line = t(f"views.far.{'short' if is_short else 'line'}", taken=far.taken, soft=far.soft)
    return f"{line} · {t('views.minutes', minutes=far.minutes)}"


def time_told(far: Progress, t: Translator) -> str:
    """The same as one sentence, for somebody who asked."""
    taken, minutes = t.n("views.lines", far.taken), t("views.minutes", minutes=far.minutes)
    return t("views.far", minutes=minutes, taken=taken, soft=far.soft)


def is_too_long(line: str) -> bool:
    """Whether the end of a line would not be kept."""
    return len(line) > LONGEST_LINE


def too_long_told(line: str, t: Translator) -> str:
    """Why a line was not said: nobody is to lose the end of it."""
    return t("views.too-long", has=t.number(len(line)), most=t.number(LONGEST_LINE))


def _spent(moments: Iterable[datetime]) -> timedelta:
    """The time between the first and the last of `moments`, without what long pauses add."""
    pauses = (min(later - earlier, LONGEST_PAUSE) for earlier, later in pairwise(moments))
    return sum((max(pause, timedelta()) for pause in pauses), timedelta())
