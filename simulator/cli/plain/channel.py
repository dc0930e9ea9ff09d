"""The channel: where lines come from and go to, and who is at the other end.

A channel never fails over a byte: what cannot be read or shown becomes a question mark. Once its
input has ended it stays ended, also at a terminal, where Ctrl+D could be followed by more.
"""

import io
import os
import shutil
import sys
import textwrap
from typing import Self, TextIO

from simulator.cli.plain.audible import audible
from simulator.text import clean


class EndOfInput(Exception):
    """There are no more lines, and one was needed."""


class Channel:
    """Lines in and lines out; `is_person` when somebody sits at a terminal.

    A `is_heard` channel writes only what is fit for a screen reader. Where the other end is a screen
    of `columns`, lines break between words; 0 leaves that to whoever shows them.
    """

    def __init__(
        self,
        lines: TextIO,
        out: TextIO,
        *,
        is_person: bool,
        is_heard: bool = False,
        columns: int = 0,
    ) -> None:
        self.is_person = is_person
        self._columns = columns
        self.is_heard = is_heard
        self._lines = lines
        self._out = out
        self._has_ended = False

    @classmethod
    def standard(cls, *, is_person: bool | None = None, is_heard: bool = False) -> Self:
        """The channel of this process; whether a person is there is found out by default."""
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        if is_person is None:
            is_person = sys.stdin.isatty() and sys.stdout.isatty()
        is_screen = is_person and is_heard and os.environ.get("TERM") != "dumb"
        columns = shutil.get_terminal_size().columns if is_screen else 0
        return cls(sys.stdin, sys.stdout, is_person=is_person, is_heard=is_heard, columns=columns)

    def say(self, text: str = "") -> None:
        """Write one whole line, at once; of several lines in `text`, each."""
        lines = audible(text) if self.is_heard else (text,)
        for line in lines:
            self._out.write(f"{self._broken(line)}\n")
        self._out.flush()

    def _broken(self, line: str) -> str:
        """`line` with its breaks between words, where it is wider than the screen."""
        if not self._columns or len(line) <= self._columns:
            return line
        return textwrap.fill(line, self._columns, break_long_words=False, break_on_hyphens=False)

    def ask(self, prompt: str) -> str | None:
        """The next line, without its end; None at the end of the input. Prompts only a person."""
        if self._has_ended:
            return None
        if self.is_person:
            self._out.write(f"{prompt.rstrip()} ")
            self._out.flush()
        line = self._lines.readline()
        self._has_ended = not line
        if not line:
            self.end_line()
        return clean(line.rstrip("\r\n")) if line else None

    def end_line(self) -> None:
        """End the line on which a person was prompted and did not answer."""
        if self.is_person:
            self._out.write("\n")

    def need(self, prompt: str) -> str:
        """The same; raises `EndOfInput` where there is none."""
        line = self.ask(prompt)
        if line is None:
            raise EndOfInput
        return line
