"""What the debrief makes of talks whose flaws are known: the figures it has to answer for.

Run as `python -m benches.debrief`, or with `--quick` for a tenth or so of it. Measured are single flaws
planted into good talks (`planted.pairs`) and lines of `debrief.toml` planted into each scenario's
skilled script; how quiet a debrief stays on talks without a flaw; talks without an opportunity;
the same content in four styles; instructions to a judge inside a talk; whether every quote stands
where it says; and the better lines. The data was written for this bench, and no rule is to be tuned
on it.
"""

import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from benches.planted import chances, intruders, pairs, styles
from benches.planted.debriefed import Debriefed, Job, debriefed, job, scenario_stage
from benches.planted.talks import Talk, talks
from simulator.config import LANGUAGES
from simulator.playtest.runs import play
from simulator.practice.stage import Stage
from simulator.text import words

SCENARIOS = ("pay-and-presence", "credit-on-the-slide", "defensive-feedback")
PLACES = (2, 4, 6)
"""Mentee's turns before which a line of `debrief.toml` is planted."""
REACH = 1
"""Turns of the mentee's by which a finding may be off the planted one: it may show in the next."""
HOSTS = 10
"""Talks of each language into which instructions to a judge are put."""
QUICK = 11
"""Every so many-th part is measured by `--quick`."""

Value = TypeVar("Value")


def main(arguments: Sequence[str]) -> None:
    """Print the figures, one a line."""
    step = QUICK if "--quick" in arguments else 1
    known = [
        talk
        for source in ("played", "recorded")
        for one in LANGUAGES
        for talk in talks(source, one)
    ]
    recorded = [one for one in known if one.names is not None]
    paired = _some(pairs.pairs(known), step)
    styled = _some(styles.styled(recorded), step)
    flats = _some(list(chances.flats()), step)
    intruding = _some(list(intruders.intrusions(recorded, HOSTS)), step)
    lines = _some(list(_single_lines()), step)
    good = [job(talk, talk.lines) for talk in known]
    skilled = list(_skilled())
    done = debriefed(
        [
            *good,
            *skilled,
            *pairs.jobs(paired),
            *(one.job for one in flats),
            *(part for one in styled for part in (one.polished, one.other)),
            *(part for one in intruding for part in (one.hostile, one.neutral)),
            *(one for one, _, _ in lines),
        ]
    )
    _print(_lines_found(lines, done))
    _print(pairs.figures(paired, done))
    _print(_quiet(good, skilled, known, done))
    _print(chances.figures(flats, done))
    _print(styles.figures(styled, done))
    _print(intruders.figures(intruding, done))
    _print(_words(done.values()))


def _some(found: Sequence[Value], step: int) -> list[Value]:
    return list(islice(found, 0, None, step))


def _print(figures: Iterable[tuple[str, str]]) -> None:
    for name, value in figures:
        print(f"debrief.{name} {value}", flush=True)


Line = tuple[Job, int, tuple[str, ...]]
"""A skilled script with one line of `debrief.toml` in it, the line's number, what it may be called."""


def _single_lines() -> Iterator[Line]:
    faults = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["fault"]
    for language in LANGUAGES:
        for name in SCENARIOS:
            stage = scenario_stage(name, language)
            told = _told(stage)
            for fault in faults:
                for place in told if fault.get("when") == "told" else PLACES:
                    for line in _wordings(fault, stage):
                        said = list(stage.scenario.playtest["skilled"])
                        said.insert(place - 1, line)
                        yield Job(language, name, tuple(said)), place, tuple(fault["gaps"])


def _wordings(fault: dict[str, Any], stage: Stage) -> list[str]:
    scenario = stage.scenario
    found: list[str] = fault["en" if scenario.language == "en" else scenario.relation.address]
    return found


def _told(stage: Stage) -> list[int]:
    """The mentee's turns that answer something just told."""
    run = play(stage, stage.scenario.playtest["skilled"], mentee="planted", seed=1)
    return [one.turn + 1 for one in run.session.decisions.values() if one.spoken][:2]


def _lines_found(lines: Sequence[Line], done: dict[Job, Debriefed]) -> Iterator[tuple[str, str]]:
    found: dict[str, list[bool]] = {}
    for one, place, gaps in lines:
        turns = range(2 * place, 2 * (place + REACH) + 1)
        hit = any(
            try_.names & set(gaps) and any(turn in turns for turn in try_.turns)
            for try_ in done[one].criticisms
            if try_.is_try
        )
        found.setdefault(gaps[0], []).append(hit)
    for name, hits in found.items():
        yield f"planted.{name}", f"{sum(hits)}/{len(hits)}"
    every = [hit for hits in found.values() for hit in hits]
    yield "planted", f"{sum(every) / len(every):.2f}"


def _skilled() -> Iterator[Job]:
    for language in LANGUAGES:
        for name in SCENARIOS:
            script = scenario_stage(name, language).scenario.playtest["skilled"]
            yield Job(language, name, tuple(script))


def _quiet(
    good: Sequence[Job], skilled: Sequence[Job], known: Sequence[Talk], done: dict[Job, Debriefed]
) -> Iterator[tuple[str, str]]:
    """Share of the talks without a flaw that draw no criticism at all."""
    played = [one for one, talk in zip(good, known, strict=True) if talk.names is None]
    recorded = [one for one, talk in zip(good, known, strict=True) if talk.names is not None]
    for name, part in (("skilled", skilled), ("played", played), ("recorded", recorded)):
        yield f"quiet.{name}", f"{sum(not done[one].criticisms for one in part)}/{len(part)}"
    calm = sum(not done[one].criticisms for one in good)
    yield "quiet.tries", f"{sum(not done[one].tries for one in good) / len(good):.2f}"
    yield "quiet", f"{calm / len(good):.2f} {calm}/{len(good)}"
    names = sorted(name for one in good for made in done[one].criticisms for name in made.names)
    yield "quiet.broken_by", " ".join(dict.fromkeys(names)) or "nothing"
    spent = sorted(done[one].milliseconds for one in [*played, *skilled])
    yield "ms_p50", f"{spent[len(spent) // 2]:.0f}"
    yield "ms_p95", f"{spent[int(len(spent) * 0.95)]:.0f}"


def _words(done: Iterable[Debriefed]) -> Iterator[tuple[str, str]]:
    """Quotes that stand where they say, and the better lines."""
    every = list(done)
    stand, quoted = (sum(one.quotes[part] for one in every) for part in (0, 1))
    yield "quotes", f"{stand / quoted:.4f} {stand}/{quoted}" if quoted else "none"
    tries = sum(len(one.tries) for one in every)
    better = [line for one in every for line in one.lines]
    linked = sum(one.linked for one in every)
    yield "lines", f"{len(better) / tries:.2f} {len(better)}/{tries}" if tries else "none"
    yield "lines.longest", str(max((len(words(line)) for line in better), default=0))
    yield "lines.linked", f"{linked / len(better):.2f}" if better else "none"


if __name__ == "__main__":
    main(sys.argv[1:])
