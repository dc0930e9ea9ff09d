"""`simulator playtest`: mentees of known skill talk a scenario through; green or red, with figures."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict

from rich.console import Console
from rich.progress import Progress

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.playtest.cluster import clustered
from simulator.playtest.crowd import Job, rehearsed
from simulator.playtest.report import SKILLED, KindOfMentee, Report, playtest
from simulator.playtest.runs import Source, Talk
from simulator.practice.stage import Stage
from simulator.wiring import StageBuild

_NONE = "–"
_GENERATED = "generated-"
_COLUMNS = ("mentee", "outcome", "yielded", "turns", "closes")


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Play the scenario's mentees; exit status 1 when the report is red."""
    build = StageBuild(settings, options.scenario)
    if options.talk is not None:
        kind, seed = options.talk
        source: Source = "generated" if kind.startswith(_GENERATED) else "scripted"
        job = Job(kind.removeprefix(_GENERATED), source, seed)
        print_lines(_said(rehearsed(build, job), build(), t), sys.stdout)
        return ExitCode.FINE
    with clustered(settings.cluster), _progress(t) as tell:
        report = playtest(build, runs=options.runs, seed=options.seed, tell=tell)
    if options.format == "json":
        print_json(_as_json(report), sys.stdout)
    else:
        print_lines(_lines(report, t), sys.stdout)
    return ExitCode.FINE if report.green else ExitCode.PROBLEMS


def _said(talk: Talk, stage: Stage, t: Translator) -> Iterator[str]:
    """The talk, a line each, and how it ended."""
    for one in talk.session.utterances:
        persona = stage.personas.get(one.voice)
        yield f"{persona.name if persona else one.voice}{t('debrief.colon')}{one.text}"
    yield f"{talk.ending or _NONE} ({talk.score:g})"


def _as_json(report: Report) -> dict[str, object]:
    whole = {"format": FORMAT, **asdict(report), "green": report.green, "broken": report.broken}
    return {name: _rounded(value) for name, value in whole.items()}


def _rounded(value: object) -> object:
    """Shares to four places: more would be noise."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(inner) for inner in value]
    return value


@contextmanager
def _progress(t: Translator) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on a terminal; nothing where the messages go to a file or a pipe."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(t("cli.playtest.playing"), total=None)
        yield lambda done, whole: bar.update(task, completed=done, total=whole)


def _lines(report: Report, t: Translator) -> Iterator[str]:
    why = "; ".join(t(f"cli.playtest.why.{rule}") for rule in report.broken)
    verdict = t("cli.playtest.red", why=why) if why else t("cli.playtest.green")
    yield f"{report.scenario} ({report.language}): {verdict}"
    yield t(
        "cli.playtest.auc",
        auc=_figure(report.auc, 2, t),
        generated=_figure(report.auc_generated, 2, t),
    )
    yield t("cli.playtest.unearned", count=report.unearned_yields)
    yield t("cli.playtest.unreached", ids=", ".join(report.unreached) or _NONE)
    if report.decided_at is None:
        yield t("cli.playtest.undecided")
    else:
        yield t("cli.playtest.decided", turn=report.decided_at)
    yield ""
    yield from _table(report.kinds, t)
    weak = next((one for one in report.kinds if one.mentee == SKILLED), None)
    if weak is not None:
        yield ""
        yield t("cli.playtest.weakest", scenario=report.scenario, seed=weak.weakest)


def _table(kinds: Sequence[KindOfMentee], t: Translator) -> Iterator[str]:
    """One line for each kind of mentee, the columns aligned, the endings last."""
    rows = [
        [
            t(f"cli.playtest.kind.{kind.source}", mentee=kind.mentee),
            t.number(kind.mean_score, 2),
            t.number(kind.mean_yielded, 2),
            t.number(kind.mean_turns, 1),
            _figure(kind.closes_from, 1, t),
        ]
        for kind in kinds
    ]
    heads = [t(f"cli.playtest.head.{name}") for name in _COLUMNS]
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(len(heads))]
    ends = [
        t.listed(
            [f"{name or t('cli.playtest.no-ending')} ×{n}" for name, n in kind.endings.items()]
        )
        for kind in kinds
    ]
    for row, end in zip((heads, *rows), (t("cli.playtest.head.endings"), *ends), strict=True):
        name, *figures = row
        aligned = (cell.rjust(width) for cell, width in zip(figures, widths[1:], strict=True))
        yield "  ".join((name.ljust(widths[0]), *aligned, end))


def _figure(value: float | None, places: int, t: Translator) -> str:
    return _NONE if value is None else t.number(value, places)
