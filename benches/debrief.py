"""How well the debrief finds one planted fault, how quiet it stays on a good talk, how fast it is.

Run as `python -m benches.debrief`. Into each shipped scenario's skilled script one faulty line is
planted at several places, in both languages; found means that a thing to try names that turn and
the right kind of gap. The lines in `debrief.toml` were written for this bench, and no rule of the
recogniser is to be tuned on them.
"""

import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.actors.offline import OfflineActor
from simulator.config import shipped
from simulator.debrief.draft import Debrief, draft
from simulator.library.catalogue import Library
from simulator.playtest.runs import play
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser

LANGUAGES: tuple[Language, ...] = ("en", "fr")
SCENARIOS = ("pay-and-presence", "credit-on-the-slide", "defensive-feedback")
PLACES = (2, 4, 6)
"""Mentee's turns before which a line is planted."""
REACH = 1
"""Turns of the mentee's by which a finding may be off the planted one: it may show in the next."""


def main() -> None:
    """Print the figures, one a line."""
    faults = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["fault"]
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    for stage in _stages():
        for fault in faults:
            for place, line in _plants(stage, fault):
                planted[fault["gaps"][0]] += 1
                found[fault["gaps"][0]] += _is_found(stage, place, line, fault["gaps"])
    for name, count in planted.items():
        print(f"debrief.planted.{name} {found[name]}/{count}")
    print(f"debrief.planted {sum(found.values()) / sum(planted.values()):.2f}")
    _print_played()


def _print_played() -> None:
    drafted = [(kind, one, spent) for stage in _stages() for kind, one, spent in _played(stage)]
    quiet = sum(not one.tries for kind, one, _ in drafted if kind == "skilled")
    good = sum(kind == "skilled" for kind, _, _ in drafted)
    print(f"debrief.quiet_on_skilled {quiet}/{good}")
    lines = [one.lines for _, one, _ in drafted]
    print(f"debrief.lines {sum(one.part for one in lines)}/{sum(one.whole for one in lines)}")
    spent = sorted(spent for _, _, spent in drafted)
    print(f"debrief.ms_p50 {spent[len(spent) // 2]:.0f}")
    print(f"debrief.ms_p95 {spent[int(len(spent) * 0.95)]:.0f}")


def _played(stage: Stage) -> Iterator[tuple[str, Debrief, float]]:
    for kind, lines in stage.scenario.playtest.items():
        run = play(stage, lines, mentee=kind, seed=1)
        begun = time.perf_counter()
        drafted = draft(run.session, stage)
        yield kind, drafted, (time.perf_counter() - begun) * 1000


def _plants(stage: Stage, fault: dict[str, Any]) -> Iterator[tuple[int, str]]:
    key = "en" if stage.scenario.language == "en" else stage.scenario.relation.address
    places = _told(stage) if fault.get("when") == "told" else PLACES
    for place in places:
        for line in fault[key]:
            yield place, line


def _told(stage: Stage) -> list[int]:
    """The mentee's turns that answer something just told."""
    run = play(stage, stage.scenario.playtest["skilled"], mentee="skilled", seed=1)
    return [one.turn + 1 for one in run.session.decisions.values() if one.spoken][:2]


def _is_found(stage: Stage, place: int, line: str, gaps: list[str]) -> bool:
    lines = list(stage.scenario.playtest["skilled"])
    lines.insert(place - 1, line)
    drafted = draft(play(stage, lines, mentee="planted", seed=1).session, stage)
    turn = 2 * place
    return any(
        one.gap.value in gaps and turn <= one.turn <= turn + 2 * REACH for one in drafted.tries
    )


def _stages() -> Iterator[Stage]:
    library = Library((shipped(),))
    for language in LANGUAGES:
        recogniser = Recogniser.of(language)
        for name in SCENARIOS:
            scenario = library.scenario(library.scenario_path(name), language)
            yield Stage(
                scenario=scenario.value,
                personas={key: one.value for key, one in library.cast(scenario).items()},
                recogniser=recogniser,
                actor=OfflineActor(),
                understudy=OfflineActor(),
            )


if __name__ == "__main__":
    main()
