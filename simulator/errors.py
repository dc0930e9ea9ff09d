"""What can go wrong, as one tree. Every failure a person may meet is one of these.

    SimulatorError
    ├── UsageError        asked for something that cannot be: wrong option, unknown name   exit 2
    │   └── NotFound      a scenario, persona, session or file that is not there           exit 2
    ├── BadFile           a file that cannot be accepted; carries its diagnostics          exit 3
    ├── ActorError        the words could not be found: network, key, refusal, early end   exit 4
    └── StorageError      transcripts cannot be read, written or trusted                   exit 5

An error is a stable `code` and the `values` its wording needs. The wording itself is in the
catalogue's domain `errors`, under `error.<code>` and `error.<code>.hint`: this module knows no
language, and does no input or output.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the program's exit status means; scripts may depend on it."""

    FINE = 0
    """What was asked was done."""
    PROBLEMS = 1
    """The command ran, and what it examined has problems (check, verify, playtest)."""
    USAGE = 2
    """The command line or a setting asks for something that cannot be."""
    BAD_FILE = 3
    """A file could not be accepted as a scenario, persona, settings or import."""
    ACTOR_FAILED = 4
    """The persona's words could not be found."""
    STORAGE = 5
    """Transcripts could not be read, written or trusted."""


class SimulatorError(Exception):
    """A failure with a stable code; `values` are what its wording names."""

    exit_code: ClassVar[ExitCode] = ExitCode.PROBLEMS

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values: dict[str, object] = values

    def __str__(self) -> str:
        if not self.values:
            return self.code
        listed = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.code}: {listed}"

    @property
    def wording_id(self) -> str:
        """The catalogue id of the message, in the domain `errors`."""
        return f"error.{self.code}"

    @property
    def hint_id(self) -> str:
        """The catalogue id of what to do about it, in the domain `errors`."""
        return f"error.{self.code}.hint"


class UsageError(SimulatorError):
    """What was asked cannot be done as it was asked."""

    exit_code = ExitCode.USAGE


class NotFound(UsageError):
    """The thing named does not exist where it was looked for."""


class BadFile(SimulatorError):
    """A file was refused; `diagnostics` says everything that is wrong with it, in one run."""

    exit_code = ExitCode.BAD_FILE

    def __init__(self, code: str, *, diagnostics: Iterable[object] = (), **values: object) -> None:
        super().__init__(code, **values)
        self.diagnostics: tuple[object, ...] = tuple(diagnostics)


class ActorError(SimulatorError):
    """The actor could not word the persona's line."""

    exit_code = ExitCode.ACTOR_FAILED


class StorageError(SimulatorError):
    """The transcripts cannot be read, written or trusted."""

    exit_code = ExitCode.STORAGE
