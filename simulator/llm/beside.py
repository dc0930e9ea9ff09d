"""Work that goes on beside everything else, in a thread and a loop of its own.

Whoever began it is never held up: what came of it is there to be taken or is not, and it can be
left at any moment. The program may end while it goes on: then it is left, and has a moment to stop,
since a thread that is frozen in an import would hold up the interpreter's own end for ever.
"""

import asyncio
import atexit
from collections.abc import Callable, Coroutine
from contextlib import suppress
from threading import Lock, Thread, main_thread
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")
LAST = 10.0
"""Seconds that work has to stop in when the program ends; it takes as long as an import at most."""


class Beside(Generic[Value]):
    """What one coroutine comes to, begun at once."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, Value]]) -> None:
        self._work = work
        self._lock = Lock()
        self._found: Value | None = None
        self._is_dropped = False
        self._cancel: Callable[[], object] | None = None
        self._thread = Thread(target=self._run, name="beside", daemon=True)
        atexit.register(self._end)
        self._thread.start()

    def taken(self) -> Value | None:
        """What came of it; None while there is nothing, and again once it was taken."""
        with self._lock:
            found, self._found = self._found, None
            return found

    def drop(self) -> None:
        """Leave it: nothing comes of it any more, and its connections are closed."""
        with self._lock:
            self._is_dropped, self._found = True, None
            if self._cancel is not None:
                self._cancel()

    def ended(self, seconds: float) -> bool:
        """Whether it has ended, waiting for that so long at most."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _end(self) -> None:
        self.drop()
        self.ended(LAST)

    def _run(self) -> None:
        try:
            with suppress(asyncio.CancelledError):
                asyncio.run(self._worked())
        except RuntimeError:  # no thread is begun any more once the program ends
            if main_thread().is_alive():
                raise
        finally:
            atexit.unregister(self._end)

    async def _worked(self) -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        with self._lock:
            if self._is_dropped or task is None:
                return
            cancel = task.cancel
            self._cancel = lambda: loop.call_soon_threadsafe(cancel)
        try:
            found = await self._work()
        finally:
            with self._lock:
                self._cancel = None
        with self._lock:
            if not self._is_dropped:
                self._found = found
