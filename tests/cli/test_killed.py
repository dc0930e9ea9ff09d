"""A session killed without warning keeps every line that was sent, and goes on."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import LINES, Run


@pytest.mark.parametrize("replies", [1, 2, 3])
def test_a_killed_session_is_whole_and_resumes(run: Run, replies: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", "practice", "pay-and-presence", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdin is not None
    assert process.stdout is not None
    heard = 0
    for line in LINES["en"][:replies]:
        process.stdin.write(f"{line}\n")
    process.stdin.flush()
    for shown in process.stdout:
        heard += shown.startswith("Claire")
        if heard == 1 + replies:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdin.close()
    process.stdout.close()

    (session,) = json.loads(run("sessions", "--format", "json").out)
    assert run("verify").status == 0
    turns = json.loads(run("show", session["id"], "--format", "json").out)["turns"]
    mentee = [one["text"] for one in turns if one["speaker"] == "mentee"]
    assert tuple(mentee) == LINES["en"][:replies]
    assert run("practice", "--plain", "--resume", session["id"], stdin="Go on.\n").status == 0
    assert run("verify").status == 0
