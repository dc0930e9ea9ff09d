"""How the plain mode asks, writes and leaves: choices by number or words, lines fit to be heard."""

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.plain.audible import audible, uncommanded
from simulator.cli.plain.channel import Channel
from simulator.cli.plain.menu import run_menu
from simulator.cli.plain.sitting import Option, matching, numbered
from simulator.config import Settings
from simulator.i18n import Translator
from simulator.text import clean
from simulator.wiring import House
from tests.cli.conftest import Run
from tests.cli.plainly import faults, heard, kept

ROOT = str(Path(__file__).parents[2])
OFFERED = numbered(
    (
        Option("end", "End here"),
        Option("measures", "End here, and hear what was counted"),
        Option("raise", "A raise, and two days at home", "Negotiations", "level 2, usual"),
        Option("date", "A date that holds", "Negotiations", "level 1, gentle"),
        Option("late", "Élan tardif", "Conflicts", number=40),
    )
)


@pytest.mark.parametrize(
    ("answer", "keys"),
    [
        ("1", ["end"]),
        ("2.", ["measures"]),
        ("end here", ["end"]),
        ("END HERE, and", ["measures"]),
        ("end", ["end"]),
        ("negotiations", ["raise", "date"]),
        ("gentle date", ["date"]),
        ("elan", ["late"]),
        ("40", ["late"]),
        ("5", []),
        ("zebra", []),
        ("", []),
    ],
)
def test_an_answer_means_a_number_a_name_or_all_of_its_words(answer: str, keys: list[str]) -> None:
    assert [one.key for one in matching(answer, OFFERED)] == keys


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- A point", ["A point"]),
        ("  Sam with Claire · Session 1", ["Sam with Claire, Session 1"]),
        ("│ told ━━ │", ["told"]),
        ("one → two", ["one, two"]),
        ("1  a   b", ["1 a b"]),
        ("\x1b[31mred\x1b[0m\x07", ["red"]),
        ("what\nwhat to do", ["what", "what to do"]),
        ("", []),
        ("- ", []),
        ("12\N{NO-BREAK SPACE}min", ["12\N{NO-BREAK SPACE}minutes"]),
        ("un·e mentor·e", ["un ou une mentor ou mentore"]),
        ("des animateur·rice·s", ["des animateurs ou animatrices"]),
        ("connu·es", ["connus ou connues"]),
        ("+ 6 y names it", ["+ 6 y names it"]),
    ],
)
def test_a_line_is_written_as_it_is_heard(text: str, lines: list[str]) -> None:
    assert list(audible(text)) == lines


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Try that moment again: simulator practice --from abc:4", "Try that moment again: Turn 4"),
        ("the questions are still open: simulator reflect abc", "the questions are still open."),
        ("does it hold (so far)? simulator practice scope --level 3", "does it hold (so far)?"),
        ("level 2: 2 of 2 (draft); 1 hint [n38vzhf699]", "level 2: 2 of 2 (draft); 1 hint"),
        ("The simulator is a program.", "The simulator is a program."),
    ],
)
def test_a_page_names_no_command_that_the_plain_mode_offers_as_a_choice(
    line: str, said: str
) -> None:
    assert uncommanded(line, Translator.of("en")) == said


@given(st.text())
def test_whatever_is_said_every_line_is_fit_to_be_heard(text: str) -> None:
    assert faults([line for line in audible(text) if line.isascii() or clean(line) == line]) == []


def test_a_screen_breaks_lines_between_words_and_a_pipe_not_at_all() -> None:
    screen, pipe = io.StringIO(), io.StringIO()
    said = "one two three four five six seven"

    Channel(io.StringIO(), screen, is_person=True, is_heard=True, columns=12).say(said)
    Channel(io.StringIO(), pipe, is_person=False, is_heard=True).say(said)

    assert screen.getvalue().splitlines() == ["one two", "three four", "five six", "seven"]
    assert pipe.getvalue().splitlines() == [said]


def test_a_person_is_silent_only_when_they_say_so_twice() -> None:
    heard("1", "pay-and-presence", "", "", "", "", "Hello.", "", "", "/quit", is_person=True)

    (session,) = kept()
    assert [one.text for one in session.said_by("mentee")] == ["Hello.", ""]


class Interrupted(io.StringIO):
    """Lines of somebody who presses Ctrl+C after the last of them."""

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = super().readline(-1 if size is None else size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize("typed", [0, 3, 7])
def test_ctrl_c_at_a_prompt_leaves_with_everything_stored_and_says_the_way_back(typed: int) -> None:
    lines = ("1", "pay-and-presence", "", "Sam", "", "Hello Claire.", "What is behind the rule?")
    out = io.StringIO()
    given = Interrupted("".join(f"{one}\n" for one in lines[:typed]))

    with House.build(Settings.load()) as house, pytest.raises(KeyboardInterrupt):
        run_menu(house, Channel(given, out, is_person=True, is_heard=True))

    last = out.getvalue().splitlines()[-2:]
    stored = [one.text for session in kept() for one in session.said_by("mentee")]
    assert stored == list(lines[5:typed])
    assert "kept" in " ".join(last)
    assert bool(re.search(r"--resume \w+", last[-1])) == bool(stored)


def test_the_plain_mode_is_asked_for_by_a_flag_wherever_it_stands(run: Run) -> None:
    whole = run("--plain", stdin="0\n")
    one = run("--plain", "practice", "pay-and-presence", stdin="Hello.\n")

    assert whole.status == 0
    assert "0. Quit" in whole.out
    assert one.status == 0
    assert "simulator debrief" in one.out


def test_bytes_that_are_no_text_end_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "--plain"],
        input=b"\xff\xfe\x80\n1\n\xc3\n0\n0\n",
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": ROOT, "HOME": str(tmp_path)},
    )

    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    assert b"Goodbye" in done.stdout


IN_A_TERMINAL = """
import os, pty, sys
sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
"""


@pytest.mark.parametrize(("typed", "status"), [(b"0\n", 0), (b"\x04", 0), (b"\x03", 130)])
def test_a_terminal_that_can_only_write_lines_gets_the_plain_mode(
    tmp_path: Path, typed: bytes, status: int
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", IN_A_TERMINAL, sys.executable, "-m", "simulator"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": ROOT, "HOME": str(tmp_path), "TERM": "dumb"},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said = b""
        while b"Your choice: " not in said:
            said += os.read(process.stdout.fileno(), 4096)
        process.stdin.write(typed)
        process.stdin.flush()
        said += process.stdout.read()

        assert process.wait() == status
        assert b"Goodbye" in said
        assert b"\x1b" not in said
        assert b"Traceback" not in said
