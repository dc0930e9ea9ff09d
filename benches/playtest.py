"""Play-tests every shipped scenario in both languages and prints the figures, a line each.

    python -m benches.playtest [RUNS [KIND ...]]

RUNS is the number of runs for each kind of mentee (20 by default; seeds from 0), or for each KIND
named, in which case nothing is said of what was reached; all cores share them, or the cluster that
the setting `cluster` names. `scripted` and `generated` are the AUCs of
skilled against unskilled outcomes; the gap is the mean yield of the scripted skilled mentee less the
highest mean of those who only press; `from` is the turn from which the stance tells the two apart.
"""

import sys
import time
from pathlib import Path

from simulator.config import Language, Settings, shipped
from simulator.library.catalogue import Library
from simulator.playtest.cluster import clustered
from simulator.playtest.report import PRESSING, SKILLED, UNSKILLED, Report, playtest
from simulator.wiring import StageBuild

LANGUAGES: tuple[Language, ...] = ("en", "fr")
RUNS = 20
HEADS = ("scripted", "generated", "skilled", "unskilled", "gap", "unearned", "from", "unreached")


def main() -> None:
    """Print the table; exit status 1 where a scenario is red."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    kinds = sys.argv[2:]
    names = [card.id for card in Library((shipped(),)).cards()]
    begun = time.perf_counter()
    settings = Settings.load({"home": Path("nowhere")})
    reports: list[Report] = []
    sys.stdout.write(_row("scenario", "", *HEADS))
    with clustered(settings.cluster):
        for language in LANGUAGES:
            speaking = Settings(language=language, home=settings.home)
            for name in names:
                reports.append(playtest(StageBuild(speaking, name), runs=runs, kinds=kinds))
                _print(reports[-1], is_whole=not kinds)
    played = sum(kind.runs for report in reports for kind in report.kinds)
    spent = time.perf_counter() - begun
    green = sum(report.green if not kinds else report.rewards_skill for report in reports)
    sys.stdout.write(f"{green} of {len(reports)} green; {played} talks in {spent:.0f} s\n")
    sys.exit(green < len(reports))


def _print(report: Report, *, is_whole: bool) -> None:
    kinds = {kind.mentee: kind for kind in report.kinds if kind.source == "scripted"}
    pressing = max((one.mean_yielded for one in report.kinds if one.mentee in PRESSING), default=0)
    row = (
        report.scenario,
        report.language,
        _figure(report.auc),
        _figure(report.auc_generated),
        _figure(kinds[SKILLED].mean_score),
        _figure(kinds[UNSKILLED].mean_score),
        _figure(kinds[SKILLED].mean_yielded - pressing),
        str(report.unearned_yields),
        "–" if report.decided_at is None else str(report.decided_at),
        (", ".join(report.unreached) or "none") if is_whole else "–",
    )
    sys.stdout.write(_row(*row))
    sys.stdout.flush()


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _row(*cells: str) -> str:
    name, language, *rest = cells
    return f"{name:<26}{language:<3}" + "".join(f"{cell:>10}" for cell in rest) + "\n"


if __name__ == "__main__":
    main()
