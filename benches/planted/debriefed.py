"""Plays a talk or imports it, has it debriefed, and keeps of the debrief what the figures need.

The same job always gives the same figures: the seed is fixed and the offline partner answers. What
is kept is small and plain, so that it can come back from another process.
"""

import json
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import zip_longest

from benches.planted.talks import Talk
from simulator.actors.offline import OfflineActor
from simulator.config import shipped
from simulator.debrief.draft import Debrief, Try, draft
from simulator.debrief.findings import Finding
from simulator.debrief.quotes import Quote
from simulator.library.catalogue import Library
from simulator.playtest.runs import play
from simulator.practice.events import Entry
from simulator.practice.recorded import recorded_talk
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser
from simulator.text import fold as plain
from simulator.text import words

WORKERS = 2
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SHORTEST_WORD = 5
"""Letters of a word that counts as taken from the talk."""


@dataclass(frozen=True, slots=True)
class Job:
    """One talk to debrief: `scenario` for a played one, `said` for one that is on record."""

    language: Language
    scenario: str = ""
    lines: tuple[str, ...] = ()
    names: tuple[str, str] = ("", "")
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Criticism:
    """A thing to try or a finding to work on: what it may be called and the turns it names."""

    names: frozenset[str]
    turns: frozenset[int]
    """The one it is about, and those it quotes."""
    is_try: bool


@dataclass(frozen=True, slots=True)
class Debriefed:
    """What came of one job."""

    turns: tuple[int, ...]
    """Utterances of the mentee's, in order."""
    criticisms: tuple[Criticism, ...]
    verdicts: dict[str, str]
    """By the item's id."""
    tries: frozenset[str]
    quotes: tuple[int, int]
    """Those that stand where they say, of all."""
    lines: tuple[str, ...]
    """The better lines, for the things to try that have one."""
    linked: int
    """Better lines with a word that was said before."""
    has_told: bool
    """A fact was told or a cue offered."""
    milliseconds: float


def job(talk: Talk, lines: Sequence[str], heard: Sequence[str] = ()) -> Job:
    """`talk` with these lines of the mentee's; a recorded one with what was heard between them."""
    if talk.names is None:
        return Job(talk.language, talk.title, tuple(lines))
    mentee, other = talk.names
    said: list[tuple[str, str]] = []
    for answer, line in zip_longest(heard or talk.heard, lines):
        said += [(other, answer)] if answer else []
        said += [(mentee, line)] if line else []
    return Job(talk.language, names=talk.names, said=tuple(said))


def debriefed(jobs: Sequence[Job]) -> dict[Job, Debriefed]:
    """Each job's figures; the same job is done once."""
    todo = sorted(set(jobs), key=lambda one: (one.language, one.scenario))
    with ProcessPoolExecutor(WORKERS) as pool:
        return dict(zip(todo, pool.map(_done, todo, chunksize=8), strict=True))


def _done(job: Job) -> Debriefed:
    session, stage, has_told = _played(job) if job.scenario else _recorded(job)
    begun = time.perf_counter()
    drafted = draft(session, stage)
    spent = (time.perf_counter() - begun) * 1000
    better = [one for one in drafted.tries if one.alternative is not None]
    return Debriefed(
        turns=tuple(one.turn for one in session.said_by("mentee")),
        criticisms=(
            *(_of_try(one) for one in drafted.tries),
            *(_of_finding(one) for one in drafted.findings if one.is_to_work_on),
        ),
        verdicts={one.id: one.verdict for one in drafted.findings},
        tries=frozenset(one.id for one in drafted.tries),
        quotes=_standing(session, drafted),
        lines=tuple(one.alternative.text for one in better if one.alternative),
        linked=sum(_is_linked(session, one) for one in better),
        has_told=has_told,
        milliseconds=spent,
    )


def _of_try(one: Try) -> Criticism:
    turns = {one.turn, *(quote.turn for quote in one.quotes)}
    return Criticism(frozenset({one.gap.value}), frozenset(turns), is_try=True)


def _of_finding(one: Finding) -> Criticism:
    turns = {quote.turn for quote in one.quotes}
    if one.step is not None:
        turns.add(one.step.turn)
    names = {gap.value for gap in one.item.gaps()} | {one.id.removeprefix("across.")}
    return Criticism(frozenset(names), frozenset(turns), is_try=False)


def _standing(session: Session, drafted: Debrief) -> tuple[int, int]:
    quotes: list[Quote] = []
    for group in (drafted.findings, drafted.keep, drafted.tries):
        for one in group:
            quotes.extend(one.quotes)
    return sum(_stands(session, one) for one in quotes), len(quotes)


def _stands(session: Session, quote: Quote) -> bool:
    said = {one.turn: one for one in session.utterances}.get(quote.turn)
    return (
        said is not None
        and said.speaker == quote.speaker
        and bool(quote.quote.strip())
        and said.text[quote.start : quote.end] == quote.quote
    )


def _is_linked(session: Session, one: Try) -> bool:
    before = " ".join(said.text for said in session.utterances if said.turn < one.turn)
    return bool(one.alternative and _long(one.alternative.text) & _long(before))


def _long(text: str) -> set[str]:
    said = (plain(text[start:end]) for start, end in words(text))
    return {one for one in said if len(one) >= SHORTEST_WORD}


def _played(job: Job) -> tuple[Session, Stage, bool]:
    stage = scenario_stage(job.scenario, job.language)
    talk = play(stage, job.lines, mentee="planted", seed=1)
    return talk.session, stage, bool(talk.facts or talk.cues)


@cache
def scenario_stage(name: str, language: Language) -> Stage:
    """A shipped scenario with the offline partner."""
    library = Library((shipped(),))
    scenario = library.scenario(library.scenario_path(name), language)
    return Stage(
        scenario=scenario.value,
        personas={key: one.value for key, one in library.cast(scenario).items()},
        recogniser=Recogniser.of(language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )


def _recorded(job: Job) -> tuple[Session, Stage, bool]:
    rows = (json.dumps({"speaker": speaker, "text": text}) for speaker, text in job.said)
    talk = recorded_talk(
        "\n".join(rows),
        mentee=job.names[0],
        session="recorded",
        program_version="",
        language=job.language,
    )
    stage = Stage(
        scenario=talk.scenario,
        personas=talk.personas,
        recogniser=Recogniser.of(job.language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )
    entries = (
        Entry(seq=seq, at=_EPOCH + timedelta(seconds=seq), event=event)
        for seq, event in enumerate(talk.events, 1)
    )
    return fold(entries), stage, True
