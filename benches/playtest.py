"""Play-tests every shipped scenario in both languages and prints the figures, a line each.

    python -m benches.playtest [RUNS]

RUNS is the number of runs for each kind of scripted mentee (20 by default; seeds from 0). The gap
is the mean yield of skilled mentees less the highest mean of those who only press.
"""

import sys

from simulator.actors.offline import OfflineActor
from simulator.config import Language, shipped
from simulator.library.catalogue import Library
from simulator.playtest.report import PRESSING, SKILLED, UNSKILLED, Report, playtest
from simulator.practice.stage import Stage
from simulator.reading.recogniser import Recogniser

LANGUAGES: tuple[Language, ...] = ("en", "fr")
RUNS = 20


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    library = Library((shipped(),))
    head = ("scenario", "", "AUC", "skilled", "unskilled", "gap", "unearned", "unreached")
    sys.stdout.write(_row(*head))
    for language in LANGUAGES:
        recogniser = Recogniser.of(language)
        for card in library.cards():
            loaded = library.scenario(card.id, language)
            cast = {name: one.value for name, one in library.cast(loaded).items()}
            stage = Stage(
                scenario=loaded.value,
                personas=cast,
                recogniser=recogniser,
                actor=OfflineActor(),
                understudy=OfflineActor(gives_back=False),
            )
            _print(playtest(stage, runs=runs))


def _print(report: Report) -> None:
    kinds = {kind.mentee: kind for kind in report.kinds}
    pressing = max(kinds[one].mean_yielded for one in PRESSING & set(kinds))
    row = (
        report.scenario,
        report.language,
        "–" if report.auc is None else f"{report.auc:.3f}",
        f"{kinds[SKILLED].mean_score:.2f}",
        f"{kinds[UNSKILLED].mean_score:.2f}",
        f"{kinds[SKILLED].mean_yielded - pressing:.2f}",
        str(report.unearned_yields),
        ", ".join(report.unreached) or "none",
    )
    sys.stdout.write(_row(*row))
    sys.stdout.flush()


def _row(*cells: str) -> str:
    name, *rest = cells
    return f"{name:<24}" + "".join(f"{cell:>11}" for cell in rest) + "\n"


if __name__ == "__main__":
    main()
