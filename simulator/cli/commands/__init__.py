"""The commands, declared once: name, module and arguments. Running one imports its module.

The declaration knows argparse and nothing else, so that `--help` stays quick.
"""

from argparse import SUPPRESS, ArgumentTypeError, _ArgumentGroup
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from simulator.i18n import Translator

Arguments = _ArgumentGroup
"""Where a command declares its arguments: a titled group of its parser."""
Declare = Callable[[Arguments, Translator], None]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the module that runs it, and how its arguments are declared."""

    module: str
    declare: Declare
    is_default: bool = False


def _count(t: Translator) -> Callable[[str], int]:
    """Reads a whole number from 1 on."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < 1:
            raise ArgumentTypeError(t("cli.option.count", given=text))
        return int(text)

    return read


def _mentee_and_seed(t: Translator) -> Callable[[str], tuple[str, int]]:
    """Reads `skilled:3` as a kind of mentee and a seed."""

    def read(text: str) -> tuple[str, int]:
        kind, _, seed = text.rpartition(":")
        if not kind or not seed.isdecimal():
            raise ArgumentTypeError(t("cli.option.mentee-and-seed", given=text))
        return kind, int(seed)

    return read


def _nothing(_parser: Arguments, _t: Translator) -> None:
    """Takes no arguments."""


def _app(parser: Arguments, t: Translator) -> None:
    parser.add_argument("--plain", action="store_true", help=t("cli.option.plain-all"))


def _practice(parser: Arguments, t: Translator) -> None:
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help=t("cli.option.scenario"))
    parser.add_argument("--level", type=int, choices=(1, 2, 3), help=t("cli.option.level"))
    parser.add_argument("--mentee", metavar="NAME", help=t("cli.option.mentee"))
    parser.add_argument("--actor", metavar="NAME", help=t("cli.option.actor"))
    parser.add_argument("--seed", type=int, metavar="N", help=t("cli.option.seed"))
    parser.add_argument(
        "--plain", action="store_true", default=SUPPRESS, help=t("cli.option.plain")
    )
    parser.add_argument("--yes", action="store_true", help=t("cli.option.consent"))
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--resume", metavar="SESSION", help=t("cli.option.resume"))
    again.add_argument("--from", dest="retry", metavar="SESSION:TURN", help=t("cli.option.from"))


def _session(parser: Arguments, t: Translator) -> None:
    parser.add_argument("session", metavar="SESSION", help=t("cli.option.session"))


def _format(parser: Arguments, t: Translator, *formats: str) -> None:
    parser.add_argument(
        "--format", choices=formats or ("text", "json"), default="text", help=t("cli.option.format")
    )


def _sessions(parser: Arguments, t: Translator) -> None:
    _format(parser, t)


def _show(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument(
        "--copy", choices=("mentee", "mentor"), default="mentee", help=t("cli.option.copy")
    )
    _format(parser, t)


def _search(parser: Arguments, t: Translator) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD", help=t("cli.option.words"))
    _format(parser, t)


def _debrief(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument(
        "--copy", choices=("mentee", "mentor"), default="mentee", help=t("cli.option.copy")
    )
    parser.add_argument("--full", action="store_true", help=t("cli.option.full"))
    parser.add_argument("--plain", action="store_true", help=t("cli.option.undrawn"))
    parser.add_argument("--signed", type=_count(t), metavar="N", help=t("cli.option.signed"))
    parser.add_argument("--by", metavar="NAME", default="", help=t("cli.option.by"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=t("cli.option.output"))
    _format(parser, t, "text", "json", "markdown", "html")


def _judge(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("--judge", metavar="NAME", help=t("cli.option.judge"))
    parser.add_argument(
        "--times", type=_count(t), default=1, metavar="K", help=t("cli.option.times")
    )
    parser.add_argument("--yes", action="store_true", help=t("cli.option.send"))


def _moves(parser: Arguments, t: Translator) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=t("cli.option.file"))


def _check(parser: Arguments, t: Translator) -> None:
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=t("cli.option.paths"))
    parser.add_argument("--strict", action="store_true", help=t("cli.option.strict"))
    _format(parser, t)


def _new(parser: Arguments, t: Translator) -> None:
    parser.add_argument("what", choices=("scenario", "persona"), help=t("cli.option.what"))
    parser.add_argument("name", metavar="NAME", help=t("cli.option.name"))


def _init(parser: Arguments, t: Translator) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help=t("cli.option.folder"))


def _backup(parser: Arguments, t: Translator) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=t("cli.option.backup"))


def _verify(parser: Arguments, t: Translator) -> None:
    _format(parser, t)


def _playtest(parser: Arguments, t: Translator) -> None:
    parser.add_argument("scenario", metavar="SCENARIO", help=t("cli.option.scenario"))
    parser.add_argument(
        "--runs", type=_count(t), default=10, metavar="N", help=t("cli.option.runs")
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help=t("cli.option.seed"))
    parser.add_argument(
        "--talk", type=_mentee_and_seed(t), metavar="MENTEE:SEED", help=t("cli.option.talk")
    )
    parser.add_argument("--cluster", metavar="WHERE", help=t("cli.option.cluster"))
    _format(parser, t)


def _day(t: Translator) -> Callable[[str], date]:
    """Reads a day written as 2026-11-30."""

    def read(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise ArgumentTypeError(t("cli.option.day", given=text)) from None

    return read


def _share(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("--with", "--by", dest="name", metavar="NAME", help=t("cli.option.with"))
    parser.add_argument("--list", action="store_true", help=t("cli.option.shares"))
    parser.add_argument("--revoke", action="store_true", help=t("cli.option.revoke"))


def _export(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("--to", dest="name", metavar="NAME", help=t("cli.option.to"))
    parser.add_argument("--anonymous", action="store_true", help=t("cli.option.anonymous"))
    parser.add_argument("--private", action="store_true", help=t("cli.option.private"))
    parser.add_argument("--review-only", action="store_true", help=t("cli.option.review-only"))
    parser.add_argument("--yes", action="store_true", help=t("cli.option.send"))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=t("cli.option.output"))


def _import(parser: Arguments, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=t("cli.option.import"))
    parser.add_argument("--mentee", metavar="NAME", help=t("cli.option.speaker"))
    parser.add_argument("--title", metavar="TITLE", default="", help=t("cli.option.title"))


def _queue(parser: Arguments, t: Translator) -> None:
    parser.add_argument("--by", metavar="NAME", default="", help=t("cli.option.by"))
    _format(parser, t)


def _review(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("--by", metavar="NAME", help=t("cli.option.by"))
    _format(parser, t)


def _agreement(parser: Arguments, t: Translator) -> None:
    parser.add_argument("scenario", nargs="?", metavar="SCENARIO", help=t("cli.option.scenario"))
    _format(parser, t)


def _progress(parser: Arguments, t: Translator) -> None:
    parser.add_argument("--mentee", metavar="NAME", help=t("cli.option.whose"))
    _format(parser, t)


def _ways(parser: Arguments, t: Translator) -> None:
    parser.add_argument("moment", metavar="SESSION[:TURN]", help=t("cli.option.moment"))
    parser.add_argument("lines", nargs="*", metavar="LINE", help=t("cli.option.lines"))
    parser.add_argument(
        "--samples", type=_count(t), default=3, metavar="K", help=t("cli.option.samples")
    )
    parser.add_argument("--plain", action="store_true", help=t("cli.option.labelled"))
    _format(parser, t)


def _commit(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("--if", dest="when", required=True, metavar="WHEN", help=t("cli.option.if"))
    parser.add_argument("--then", required=True, metavar="WHAT", help=t("cli.option.then"))
    parser.add_argument("--due", type=_day(t), metavar="DAY", help=t("cli.option.due"))


def _afterwards(parser: Arguments, t: Translator) -> None:
    _session(parser, t)
    parser.add_argument("words", nargs="*", metavar="WORD", help=t("cli.option.real-talk"))
    parser.add_argument("--kept", choices=("yes", "partly", "no"), help=t("cli.option.kept"))


def _doctor(parser: Arguments, t: Translator) -> None:
    parser.add_argument("llm", nargs="?", metavar="NAME", help=t("cli.option.llm"))


def _forget(parser: Arguments, t: Translator) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("session", nargs="?", metavar="SESSION", help=t("cli.option.session"))
    which.add_argument(
        "--older", nargs="?", type=_count(t), const=0, metavar="DAYS", help=t("cli.option.older")
    )
    parser.add_argument("--yes", action="store_true", help=t("cli.option.yes"))


def _settings(parser: Arguments, t: Translator) -> None:
    parser.add_argument("do", nargs="?", choices=("set", "unset"), help=t("cli.option.do"))
    parser.add_argument("name", nargs="?", metavar="NAME", help=t("cli.option.setting"))
    parser.add_argument("value", nargs="?", metavar="VALUE", help=t("cli.option.value"))
    _format(parser, t)


COMMANDS: dict[str, Command] = {
    "app": Command("app", _app, is_default=True),
    "practice": Command("practice", _practice),
    "sessions": Command("sessions", _sessions),
    "show": Command("show", _show),
    "search": Command("search", _search),
    "debrief": Command("debrief", _debrief),
    "judge": Command("judge", _judge),
    "reflect": Command("reflect", _session),
    "hint": Command("hint", _session),
    "share": Command("share", _share),
    "export": Command("export", _export),
    "import": Command("import_file", _import),
    "ways": Command("ways", _ways),
    "progress": Command("progress", _progress),
    "queue": Command("queue", _queue),
    "review": Command("review", _review),
    "agreement": Command("agreement", _agreement),
    "commit": Command("commit", _commit),
    "afterwards": Command("afterwards", _afterwards),
    "moves": Command("moves", _moves),
    "check": Command("check", _check),
    "new": Command("new", _new),
    "init": Command("init", _init),
    "playtest": Command("playtest", _playtest),
    "verify": Command("verify", _verify),
    "backup": Command("backup", _backup),
    "forget": Command("forget", _forget),
    "settings": Command("settings", _settings),
    "doctor": Command("doctor", _doctor),
}
"""Every command, in the order in which help lists them."""
