"""The play-test report: does skill pay, does pressure earn nothing, is everything within reach?

Green means all three. AUC is the chance that a skilled run ends better than an unskilled one
(Mann–Whitney U over both counts, ties counted half); an unearned yield is a fact told, a
concession granted or a deal made in a run of a mentee who only pressed.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from simulator.library.scenario import Scenario
from simulator.playtest.runs import Run, play
from simulator.playtest.variation import varied
from simulator.practice.stage import Stage

SKILLED = "skilled"
UNSKILLED = "unskilled"
PRESSING = frozenset({"flattering", "bullying", "pleading", "hostile", "silent"})
"""Kinds of mentee who must not earn anything."""
LEAST_AUC = 0.9


@dataclass(frozen=True, slots=True)
class KindOfMentee:
    """What came of all runs of one kind of mentee. Shares and means are 0 to 1."""

    mentee: str
    runs: int
    mean_score: float
    mean_yielded: float
    mean_turns: float
    endings: dict[str, int]
    """Ending id → runs; the empty id stands for lines used up before an ending."""


@dataclass(frozen=True, slots=True)
class Report:
    """A scenario under play-test."""

    scenario: str
    language: str
    runs: int
    seed: int
    auc: float | None
    """None where the scenario scripts no skilled or no unskilled mentee."""
    unearned_yields: int
    unreached: tuple[str, ...]
    """`fact:…`, `cue:…`, `concession:…` and `ending:…` that no run came to."""
    kinds: tuple[KindOfMentee, ...] = field(default_factory=tuple)

    @property
    def green(self) -> bool:
        is_worth_it = self.auc is not None and self.auc >= LEAST_AUC
        return is_worth_it and self.unearned_yields == 0 and not self.unreached


def playtest(stage: Stage, *, runs: int = 1, seed: int = 0) -> Report:
    """Run every scripted mentee of the scenario `runs` times, seeds `seed` to `seed + runs - 1`."""
    scenario = stage.scenario
    played = [
        play(stage, varied(lines, one), mentee=mentee, seed=one)
        for mentee, lines in scenario.playtest.items()
        for one in range(seed, seed + runs)
    ]
    return reported(scenario, played, runs=runs, seed=seed)


def reported(scenario: Scenario, played: Sequence[Run], *, runs: int, seed: int) -> Report:
    """The report on runs already played."""
    by_kind: dict[str, list[Run]] = defaultdict(list)
    for run in played:
        by_kind[run.mentee].append(run)
    return Report(
        scenario=scenario.id,
        language=scenario.language,
        runs=runs,
        seed=seed,
        auc=auc([run.score for run in by_kind[SKILLED]], [run.score for run in by_kind[UNSKILLED]]),
        unearned_yields=sum(_unearned(run) for run in played if run.mentee in PRESSING),
        unreached=tuple(_unreached(scenario, played)),
        kinds=tuple(_kind(mentee, some) for mentee, some in by_kind.items() if some),
    )


def auc(better: Sequence[float], worse: Sequence[float]) -> float | None:
    """Chance that one of `better` is above one of `worse`; ties count half; None without both."""
    if not better or not worse:
        return None
    wins = sum((high > low) + 0.5 * (high == low) for high in better for low in worse)
    return wins / (len(better) * len(worse))


def _unearned(run: Run) -> int:
    return len(run.state.spoken) + len(run.state.granted) + (run.state.table.agreed is not None)


def _kind(mentee: str, runs: Sequence[Run]) -> KindOfMentee:
    endings: dict[str, int] = defaultdict(int)
    for run in runs:
        endings[run.ending or ""] += 1
    count = len(runs)
    return KindOfMentee(
        mentee=mentee,
        runs=count,
        mean_score=sum(run.score for run in runs) / count,
        mean_yielded=sum(run.yielded for run in runs) / count,
        mean_turns=sum(run.turns for run in runs) / count,
        endings=dict(endings),
    )


def _unreached(scenario: Scenario, played: Sequence[Run]) -> Iterable[str]:
    told = {one for run in played for one in run.state.spoken}
    granted = {one for run in played for one in run.state.granted}
    offered = {cue.id for run in played for cue in run.state.cues}
    ended = {run.ending for run in played}
    yield from (f"fact:{one.id}" for one in scenario.facts if one.id not in told)
    yield from (f"concession:{one.id}" for one in scenario.concessions if one.id not in granted)
    yield from (f"cue:{one.id}" for one in scenario.cues if one.id not in offered)
    yield from (f"ending:{one.id}" for one in scenario.endings if one.id not in ended)
