"""A crowd: many runs at once, on every core of this machine or on a cluster.

Work is given out by joblib as small jobs that travel as plain values; each worker builds the stage
once and keeps it. What comes back is in the order of the jobs, whoever finished first, so that a
report never depends on where its runs were played. It refuses to build a stage itself: a picklable
`build` is handed in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from joblib import Parallel, delayed

from simulator.errors import UsageError
from simulator.playtest.mentees import DIALS, PRESSERS, Deck, Mentee, Scripted, generated
from simulator.playtest.phrasebook import Phrasebook
from simulator.playtest.runs import Run, Source, Talk, talk
from simulator.playtest.variation import varied
from simulator.practice.stage import Stage

Build = Callable[[], Stage]
"""Makes the stage: hashable, picklable, and the same for every worker."""
Tell = Callable[[int], None]
"""Told, after each run, how many are done."""

GENERATED = (*DIALS, *PRESSERS)
"""Kinds of mentee that need no script."""
_WORTH_SHARING = 48
"""Runs below which starting other processes costs more than it brings."""


@dataclass(frozen=True, slots=True)
class Job:
    """One run to be played: which mentee, with which seed."""

    kind: str
    source: Source
    seed: int


def played(build: Build, jobs: Sequence[Job], *, tell: Tell | None = None) -> tuple[Run, ...]:
    """Every job's run, in the order of `jobs`.

    joblib's current backend does the work: the cores of this machine, or what `clustered` set up.
    """
    if len(jobs) < _WORTH_SHARING:
        return tuple(_told(_play(build, job), done, tell) for done, job in enumerate(jobs, start=1))
    work = Parallel(n_jobs=-1, return_as="generator")(delayed(_play)(build, job) for job in jobs)
    return tuple(_told(run, done, tell) for done, run in enumerate(work, start=1))


def rehearsed(build: Build, job: Job) -> Talk:
    """The talk of one job, with all that was said; the same as in a play-test with that seed.

    Raises `UsageError` where the scenario scripts no such mentee and none is generated.
    """
    stage = build()
    if job.source == "scripted" and job.kind not in stage.scenario.playtest:
        kinds = ", ".join((*stage.scenario.playtest, *(f"generated-{one}" for one in GENERATED)))
        raise UsageError("no-such-mentee", mentee=job.kind, known=kinds)
    if job.source == "generated" and job.kind not in GENERATED:
        known = ", ".join(f"generated-{one}" for one in GENERATED)
        raise UsageError("no-such-mentee", mentee=job.kind, known=known)
    return talk(stage, _mentee(stage, job), kind=job.kind, seed=job.seed, source=job.source)


def _told(run: Run, done: int, tell: Tell | None) -> Run:
    if tell is not None:
        tell(done)
    return run


def _play(build: Build, job: Job) -> Run:
    stage = _stage(build)
    mentee = _mentee(stage, job)
    return talk(stage, mentee, kind=job.kind, seed=job.seed, source=job.source).figures()


@lru_cache(maxsize=2)
def _stage(build: Build) -> Stage:
    """One stage a worker: its recogniser takes a moment to load."""
    return build()


def _mentee(stage: Stage, job: Job) -> Mentee:
    scenario = stage.scenario
    book = Phrasebook.of(scenario.language, scenario.relation.address)
    if job.source == "scripted":
        return Scripted(varied(scenario.playtest[job.kind], job.seed, book))
    deck = Deck(scenario.playtest.get("skilled", ()), scenario.playtest.get("unskilled", ()))
    return generated(job.kind, deck, book, job.seed)
