"""`simulator playtest`: scripted mentees talk a scenario through; green or red, with the figures."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict

from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.playtest.report import LEAST_AUC, Report, playtest
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


def _why(report: Report, t: Translator) -> str:
    """Which of the three rules failed."""
    broken = {
        "cli.playtest.why.skill": report.auc is None or report.auc < LEAST_AUC,
        "cli.playtest.why.pressure": report.unearned_yields > 0,
        "cli.playtest.why.reach": bool(report.unreached),
    }
    return "; ".join(t(rule) for rule, is_broken in broken.items() if is_broken)


def _lines(report: Report, t: Translator) -> list[str]:
    verdict = (
        t("cli.playtest.green") if report.green else t("cli.playtest.red", why=_why(report, t))
    )
    auc = "–" if report.auc is None else t.number(report.auc, 2)
    return [
        f"{report.scenario} ({report.language}): {verdict}",
        t("cli.playtest.auc", auc=auc),
        t("cli.playtest.unearned", count=report.unearned_yields),
        t("cli.playtest.unreached", ids=", ".join(report.unreached) or "–"),
        *(
            t(
                "cli.playtest.kind",
                mentee=kind.mentee,
                runs=t.n("cli.playtest.runs", kind.runs),
                score=t.number(kind.mean_score, 2),
                yielded=t.number(kind.mean_yielded, 2),
                turns=t.number(kind.mean_turns, 1),
                endings=", ".join(f"{name or '–'} ×{n}" for name, n in kind.endings.items()),
            )
            for kind in report.kinds
        ),
    ]
