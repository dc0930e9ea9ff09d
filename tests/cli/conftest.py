"""Runs commands as a shell would: arguments and standard input in, status and output out."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from simulator.cli.main import main

LINES = {
    "en": (
        "Thanks for seeing me, Claire. Could we talk about my pay and about working from home?",
        "What is behind the rule on days at home, for you?",
        "It sounds like you are the one who has to answer for it.",
    ),
    "fr": (
        "Merci de me recevoir, Claire. Est-ce qu'on peut parler de mon salaire et du télétravail ?",
        "Qu'est-ce qui se cache derrière la règle de présence, pour vous ?",
        "J'entends que c'est vous qui devez en répondre.",
    ),
}


@dataclass(frozen=True)
class Outcome:
    """What a command left: its exit status, what it printed, and what it complained of."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command: `run("sessions", "--format", "json", stdin="…")`."""

    def _run(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as done:
            status = int(done.code or 0)
        printed = capsys.readouterr()
        return Outcome(status, printed.out, printed.err)

    return _run


@pytest.fixture(params=["en", "fr"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


def practised(run: Run, language: str = "en", *more: str) -> str:
    """A session held in plain mode; its id."""
    lines = "\n".join(LINES[language]) + "\n"
    done = run(
        *("practice", "pay-and-presence", "--plain", "--seed", "4", "--language", language, *more),
        stdin=lines,
    )
    assert done.status == 0, done.err
    return done.out.splitlines()[-1].rsplit(" ", 1)[-1]
