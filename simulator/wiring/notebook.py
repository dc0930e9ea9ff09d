"""The notebook: what somebody is still writing about one session, kept at every keystroke.

It is one small file a session beside the transcripts, readable by its owner alone, and goes when
what was written is kept in the session, or the session is forgotten. It is nobody's record: what
cannot be read in it counts as not written.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from simulator.errors import StorageError
from simulator.practice.events import Expected
from simulator.text import clean
from simulator.wiring.machine import private

if TYPE_CHECKING:
    from simulator.wiring.house import House

LONGEST = 4_000
"""Code points of one answer."""


@dataclass(frozen=True, slots=True)
class Written:
    """Answers under way, in the order of the questions, guesses by skill, and a line not yet said."""

    answers: tuple[str, ...] = ()
    guesses: tuple[tuple[str, Expected], ...] = ()
    line: str = ""


class Notebook:
    """The unfinished lines of one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def of(self, session: str) -> Written:
        """What was written so far about the session of that id."""
        try:
            held = json.loads(self._path(session).read_text("utf-8"))
            answers = tuple(clean(one, limit=LONGEST) for one in held["answers"])
            guesses = tuple(
                (clean(skill), guess)
                for skill, guess in held["guesses"]
                if guess in get_args(Expected)
            )
            line = clean(held.get("line", ""), limit=LONGEST)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return Written()
        return Written(answers, guesses, line)

    def answer(self, session: str, answers: Sequence[str]) -> None:
        """Note the answers as they stand now; raises `StorageError`."""
        self._keep(session, replace(self.of(session), answers=tuple(answers)))

    def guess(self, session: str, guesses: Mapping[str, Expected]) -> None:
        """Note the guesses as they stand now; raises `StorageError`."""
        self._keep(session, replace(self.of(session), guesses=tuple(guesses.items())))

    def line(self, session: str, text: str) -> None:
        """Note the line as it stands now; raises `StorageError`."""
        self._keep(session, replace(self.of(session), line=text))

    def drop(self, session: str) -> None:
        """Forget it."""
        try:
            self._path(session).unlink(missing_ok=True)
        except OSError as error:
            path = self._path(session)
            raise StorageError("cannot-write", path=path, reason=error.strerror) from error

    def _keep(self, session: str, written: Written) -> None:
        """Put it in the place of what was there; nothing is kept of nothing."""
        if not (any(written.answers) or written.guesses or written.line):
            self.drop(session)
            return
        path = self._path(session)
        fresh = path.with_suffix(".new")
        try:
            with open(fresh, "w", encoding="utf-8", opener=private) as out:
                json.dump(asdict(written), out, ensure_ascii=False)
            fresh.replace(path)
        except OSError as error:
            raise StorageError("cannot-write", path=path, reason=error.strerror) from error

    def _path(self, session: str) -> Path:
        return self._house.home / f"unfinished-{session}.json"
