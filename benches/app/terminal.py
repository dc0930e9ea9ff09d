"""A terminal to measure in: a process on a pseudo-terminal, what it writes, and when it was there.

A moment is taken right after the bytes were read. Nothing is emulated: what is looked for is a
word that stands nowhere else on the screen, or the bytes of one character that was just struck.
"""

import os
import re
import select
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

WIDTH, HEIGHT = 100, 30
PATIENCE = 30.0
"""Seconds after which something that has not been shown will not be."""
_CONTROL = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\|\x1b[ -/]*[0-~]"
)
_TICK = os.sysconf("SC_CLK_TCK")


class NeverShownError(RuntimeError):
    """What was waited for did not come; holds what stood in the last bytes instead."""


class Terminal:
    """A running command and its terminal. Leave its `with` to end it."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        self._master, slave = os.openpty()
        termios.tcsetwinsize(slave, (HEIGHT, WIDTH))
        environment = {name: value for name, value in os.environ.items() if name in _KEPT}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home)}
        environment |= {"LANG": "en_GB.UTF-8", "PYTHONPATH": str(Path.cwd())}
        self.seen = bytearray()
        """All that was written since `forget`."""
        self.begun = perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def strike(self, keys: str) -> float:
        """Write what keys send; the moment before."""
        at = perf_counter()
        os.write(self._master, keys.encode())
        return at

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self.seen.clear()

    def until(self, *words: str, within: float = PATIENCE) -> float:
        """The moment at which the last of `words` was there; raises `NeverShownError`."""
        wanted = [word.encode() for word in words]
        return self.until_true(lambda: all(one in self.text() for one in wanted), words, within)

    def until_bytes(self, character: str, within: float = PATIENCE) -> float:
        """The moment at which `character` was written, looked for without reading the rest."""
        wanted = character.encode()
        return self.until_true(lambda: wanted in self.seen, (character,), within)

    def until_true(
        self, is_there: Callable[[], bool], what: object, within: float = PATIENCE
    ) -> float:
        """The moment at which the bytes were read that made `is_there` true."""
        at = perf_counter()
        end = at + within
        while not is_there():
            if not self._read(end - perf_counter()):
                left = self.text()[-4000:].decode(errors="replace")
                raise NeverShownError(f"{what} never came; the last was: {left}")
            at = perf_counter()
        return at

    def wait(self, seconds: float) -> None:
        """Go on reading for so long."""
        end = perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            self._read(left)

    def text(self) -> bytes:
        """What was written, without what only moves or colours."""
        return _CONTROL.sub(b"", bytes(self.seen))

    def processor(self) -> float:
        """Seconds of processor time that the process has taken."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def memory(self) -> float:
        """Resident memory of the process, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1024 if found else 0.0

    def _read(self, within: float) -> bool:
        """Read what is there within so many seconds; whether anything was."""
        if within <= 0 or not select.select([self._master], [], [], within)[0]:
            return False
        try:
            self.seen += os.read(self._master, 65_536)
        except OSError:  # the process has closed its side
            return False
        return True


_KEPT = frozenset({"PATH", "VIRTUAL_ENV", "TMPDIR"})
"""Of our environment; a terminal's colours and a person's settings would change the figures."""
