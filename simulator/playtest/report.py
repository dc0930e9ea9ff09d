"""The play-test report: does skill pay, does pressure earn nothing, is everything within reach?

Green means all three. Skill pays where a skilled mentee's outcome beats an unskilled one's with an
AUC of `LEAST_AUC`, by the scenario's own scripts and by generated mentees alike; an unearned yield
is a fact told, a concession granted or a deal made in a run of a mentee who only pressed.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.library.scenario import Scenario
from simulator.playtest.crowd import Build, Job, Tell, played
from simulator.playtest.figures import LEAST_AUC, auc, decided_at
from simulator.playtest.mentees import DIALS, PRESSERS
from simulator.playtest.runs import Run, Source

Rule = Literal["unjudged", "skill", "pressure", "reach"]
SKILLED = "skilled"
UNSKILLED = "unskilled"
PRESSING = frozenset({"flattering", "bullying", "pleading", "hostile", "silent"})
"""Kinds of mentee who must not earn anything."""


@dataclass(frozen=True, slots=True)
class KindOfMentee:
    """What came of all runs of one kind of mentee. Shares and means are 0 to 1."""

    mentee: str
    source: Source
    runs: int
    mean_score: float
    mean_yielded: float
    mean_turns: float
    closes_from: float | None
    """Mean of the mentee's turns on which an ending began; None where none did."""
    endings: dict[str, int]
    """Ending id → runs; the empty id stands for lines used up before an ending."""
    weakest: int
    """Seed of the run with the lowest outcome, the first of several."""


@dataclass(frozen=True, slots=True)
class Report:
    """A scenario under play-test."""

    scenario: str
    language: str
    runs: int
    """Of each kind of mentee."""
    seed: int
    auc: float | None
    """Of the scripted mentees; None where no skilled or no unskilled one is scripted."""
    auc_generated: float | None
    unearned_yields: int
    unreached: tuple[str, ...]
    """`fact:…`, `cue:…`, `concession:…` and `ending:…` that no run came to."""
    decided_at: int | None
    """The mentee's turn from which the stance alone tells skilled from unskilled runs."""
    kinds: tuple[KindOfMentee, ...] = ()

    @property
    def rewards_skill(self) -> bool:
        """Whether both AUCs are there and high enough."""
        return all(one is not None and one >= LEAST_AUC for one in (self.auc, self.auc_generated))

    @property
    def broken(self) -> tuple[Rule, ...]:
        """Which of the rules do not hold; without either kind of mentee, skill cannot be judged."""
        is_judged = self.auc is not None and self.auc_generated is not None
        rules: dict[Rule, bool] = {
            "unjudged": not is_judged,
            "skill": is_judged and not self.rewards_skill,
            "pressure": self.unearned_yields > 0,
            "reach": bool(self.unreached),
        }
        return tuple(rule for rule, is_broken in rules.items() if is_broken)

    @property
    def green(self) -> bool:
        return not self.broken


def playtest(
    build: Build,
    *,
    runs: int = 1,
    seed: int = 0,
    kinds: Collection[str] = (),
    tell: Callable[[int, int], None] | None = None,
) -> Report:
    """Let every kind of mentee talk `runs` times, with seeds from `seed`; of `kinds` only, if given.

    `build` makes the stage, here and in every worker; `tell` hears, after each run, how many of
    how many are done.
    """
    scenario = build().scenario
    jobs = jobs_of(scenario, runs=runs, seed=seed)
    jobs = tuple(job for job in jobs if not kinds or job.kind in kinds)
    told: Tell | None = None if tell is None else lambda done: tell(done, len(jobs))
    return reported(scenario, played(build, jobs, tell=told), runs=runs, seed=seed)


def jobs_of(scenario: Scenario, *, runs: int, seed: int) -> tuple[Job, ...]:
    """What a play-test plays: each scripted and each generated mentee, seed by seed."""
    kinds: list[tuple[str, Source]] = [(kind, "scripted") for kind in scenario.playtest]
    if {SKILLED, UNSKILLED} <= set(scenario.playtest):
        kinds.extend((kind, "generated") for kind in DIALS)
    kinds.extend((kind, "generated") for kind in PRESSERS)
    return tuple(
        Job(kind, source, one) for kind, source in kinds for one in range(seed, seed + runs)
    )


def reported(scenario: Scenario, played: Sequence[Run], *, runs: int, seed: int) -> Report:
    """The report on runs already played."""
    by_kind: dict[tuple[str, Source], list[Run]] = defaultdict(list)
    for run in played:
        by_kind[run.mentee, run.source].append(run)
    good, bad = by_kind[SKILLED, "scripted"], by_kind[UNSKILLED, "scripted"]
    able, unable = by_kind[SKILLED, "generated"], by_kind[UNSKILLED, "generated"]
    return Report(
        scenario=scenario.id,
        language=scenario.language,
        runs=runs,
        seed=seed,
        auc=auc([run.score for run in good], [run.score for run in bad]),
        auc_generated=auc([run.score for run in able], [run.score for run in unable]),
        unearned_yields=sum(_unearned(run) for run in played if run.mentee in PRESSING),
        unreached=tuple(_unreached(scenario, played)),
        decided_at=decided_at([run.course for run in good], [run.course for run in bad]),
        kinds=tuple(_kind(some) for some in by_kind.values() if some),
    )


def _unearned(run: Run) -> int:
    return len(run.facts) + len(run.concessions) + run.dealt


def _kind(runs: Sequence[Run]) -> KindOfMentee:
    endings: dict[str, int] = defaultdict(int)
    for run in runs:
        endings[run.ending or ""] += 1
    count = len(runs)
    closed = [run.closes_from for run in runs if run.closes_from is not None]
    return KindOfMentee(
        mentee=runs[0].mentee,
        source=runs[0].source,
        runs=count,
        mean_score=sum(run.score for run in runs) / count,
        mean_yielded=sum(run.yielded for run in runs) / count,
        mean_turns=sum(run.turns for run in runs) / count,
        closes_from=sum(closed) / len(closed) if closed else None,
        endings=dict(endings),
        weakest=min(runs, key=lambda run: (run.score, run.seed)).seed,
    )


def _unreached(scenario: Scenario, played: Sequence[Run]) -> Iterable[str]:
    told = {one for run in played for one in run.facts}
    granted = {one for run in played for one in run.concessions}
    offered = {one for run in played for one in run.cues}
    ended = {run.ending for run in played}
    yield from (f"fact:{one.id}" for one in scenario.facts if one.id not in told)
    yield from (f"concession:{one.id}" for one in scenario.concessions if one.id not in granted)
    yield from (f"cue:{one.id}" for one in scenario.cues if one.id not in offered)
    yield from (f"ending:{one.id}" for one in scenario.endings if one.id not in ended)
