"""Work that goes on beside everything else, in a thread and a loop of its own.

Whoever began it is never held up: what came of it is there to be taken or is not, and it can be
left at any moment. The program may end while it goes on.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class Beside(Generic[Value]):
    """What one coroutine comes to, begun at once."""

    def __init__(self, work: Callable[[], Coroutine[Any, Any, Value]]) -> None:
        self._work = work
        self._lock = Lock()
        self._found: Value | None = None
        self._is_dropped = False
        self._cancel: Callable[[], object] | None = None
        self._thread = Thread(target=self._run, name="beside", daemon=True)
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

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._worked())

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
