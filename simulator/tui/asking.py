"""Asking a thing once: a key that is struck twice before its question stands asks it once.

A worker begins only when its screen comes to it, and more keys may be struck by then; without this
a dialog would stand there twice, one under the other.
"""

from collections.abc import Callable, Coroutine
from functools import partial, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.screen import Screen

Asker = TypeVar("Asker", bound=Screen[Any])
Given = ParamSpec("Given")


def asks(
    method: Callable[Concatenate[Asker, Given], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Asker, Given], None]:
    """Make of `method` a worker of its screen that does not begin while it goes on already."""

    def begin(screen: Asker, /, *given: Given.args, **named: Given.kwargs) -> None:
        asked: Any = partial(method, screen, *given, **named)
        mine = (one for one in screen.workers if one.node is screen)
        if all(one.is_finished for one in mine if one.name == method.__name__):
            screen.run_worker(asked, name=method.__name__)

    update_wrapper(begin, method)
    return begin
