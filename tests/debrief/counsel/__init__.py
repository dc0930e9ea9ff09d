"""Made-up conversations of help, good ones and bad ones, spoken and typed, and how to read them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.actors.offline import OfflineActor
from simulator.debrief.course import Course
from simulator.practice.events import Entry
from simulator.practice.recorded import recorded_talk
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Counsel:
    """One conversation; the one who helps speaks first."""

    name: str
    is_good: bool
    text: str
    helper: str


def counsels(language: Language) -> Iterator[Counsel]:
    """The conversations in `language`."""
    text = (Path(__file__).parent / f"{language}.txt").read_text(encoding="utf-8")
    for block in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        name, body = block.split("\n", 1)
        yield Counsel(name, name.startswith("good"), body, body.split(":")[0].strip())


def recorded(text: str, mentee: str, language: Language | None = "en") -> tuple[Session, Stage]:
    """The conversation as a session, and the stage to debrief it on."""
    talk = recorded_talk(
        text, mentee=mentee, session="aaaa", program_version="1", language=language
    )
    session = fold(
        Entry(seq=seq, at=NOON + timedelta(seconds=seq), event=event)
        for seq, event in enumerate(talk.events, start=1)
    )
    stage = Stage(
        scenario=talk.scenario,
        personas=talk.personas,
        recogniser=Recogniser.of(talk.scenario.language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )
    return session, stage


def course(text: str, mentee: str = "T", language: Language = "en") -> Course:
    """The course of that conversation."""
    return Course.of(*recorded(text, mentee, language))
