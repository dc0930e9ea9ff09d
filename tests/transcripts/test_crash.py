"""Killed at any moment, a program leaves a whole store with all that it had acknowledged."""

import os
import signal
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from sqlite_utils import Database

from simulator.practice.session import fold
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.place import FILE_NAME
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts import speaker
from tests.transcripts.scene import Ticking, exchange

STATEMENTS = 150
"""More than are run from the creation of the file to the end of the first reply."""


def killed_after(lines: int, path: Path, root: Path) -> int:
    """Number of the last event acknowledged by a program killed when it had said so many lines."""
    command = [sys.executable, "-m", "tests.transcripts.speaker", str(path), "aaaa"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as program:
        assert program.stdout is not None
        for _ in range(lines):
            assert program.stdout.readline()
        program.kill()
        rest = program.stdout.read().rpartition("\n")[0].split()
    assert program.returncode == -signal.SIGKILL
    return int(rest[-1]) if rest else lines + 3


@pytest.mark.parametrize("lines", [1, 8, 47])
def test_what_was_acknowledged_is_there_after_a_kill(path: Path, root: Path, lines: int) -> None:
    acknowledged = killed_after(lines, path, root)

    with Store.open(path) as store:
        kept = StoreJournal(store, "aaaa", Ticking()).read()
        assert acknowledged <= len(kept) <= acknowledged + 1
        assert verify(store) == ()
        assert Sessions(store).find("aaaa").outcome == "open"


def dies_at(statement: int, path: Path, acknowledge: int) -> None:
    """In a process of its own: talk, and be killed just before the given SQL statement."""
    done = count(1)
    execute = Database.execute

    def counted(self: Database, sql: str, parameters: object = None) -> object:
        if next(done) == statement:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(self, sql, parameters)  # type: ignore[arg-type]

    Database.execute = counted  # type: ignore[assignment, method-assign]
    sys.stdout = os.fdopen(acknowledge, "w")
    speaker.main(path, "aaaa")


def test_no_statement_is_a_bad_moment_to_be_killed(tmp_path: Path) -> None:
    most = 0
    for statement in range(1, STATEMENTS, 5):
        path = tmp_path / str(statement) / FILE_NAME
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            dies_at(statement, path, writing)
            os._exit(1)
        os.close(writing)
        with os.fdopen(reading) as lines:
            acknowledged = lines.read().split()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL

        with Store.open(path) as store:
            kept = StoreJournal(store, "aaaa", Ticking()).read()
            most = max(most, *map(int, acknowledged[-1:]), 0)
            assert len(kept) >= (int(acknowledged[-1]) if acknowledged else 0)
            assert verify(store) == ()
            if kept:
                goes_on(store)
    assert most >= 9, "the last were to be killed in the middle of a talk"


def goes_on(store: Store) -> None:
    """The session can be read, and takes what comes next."""
    journal = StoreJournal(store, "aaaa", Ticking())
    session = fold(journal.read())
    if session.utterances[-1].speaker == "persona" and not session.is_speaking:
        journal.append(exchange(session.last_turn + 1, "And then?", "Then this."), session.seq)
    assert verify(store) == ()
