"""`simulator playtest`: scripted mentees talk a scenario through; green or red, with the figures."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.playtest.report import Report, playtest
from simulator.wiring import House

FORMAT = 1


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Play the scenario's scripts; exit status 1 when the report is red."""
    house = House.build(settings)
    report = playtest(house.stage(options.scenario), runs=options.runs, seed=options.seed)
    if options.format == "json":
        whole = {"format": FORMAT, **asdict(report), "green": report.green}
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in _lines(report, t):
            sys.stdout.write(f"{line}\n")
    return ExitCode.FINE if report.green else ExitCode.PROBLEMS


def _lines(report: Report, t: Translator) -> list[str]:
    verdict = t("cli.playtest.green") if report.green else t("cli.playtest.red")
    auc = "–" if report.auc is None else f"{report.auc:.2f}"
    return [
        f"{report.scenario} ({report.language}): {verdict}",
        t("cli.playtest.auc", auc=auc),
        t("cli.playtest.unearned", count=report.unearned_yields),
        t("cli.playtest.unreached", ids=", ".join(report.unreached) or "–"),
        *(
            t(
                "cli.playtest.kind",
                mentee=kind.mentee,
                runs=kind.runs,
                score=f"{kind.mean_score:.2f}",
                yielded=f"{kind.mean_yielded:.2f}",
                turns=f"{kind.mean_turns:.1f}",
                endings=", ".join(f"{name or '–'} ×{n}" for name, n in kind.endings.items()),
            )
            for kind in report.kinds
        ),
    ]
