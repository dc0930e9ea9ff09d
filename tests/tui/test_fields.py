"""Fields: keys do their work in the order in which they were struck."""

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot

from simulator.tui.widgets.fields import Field, Page

STRUCK = ("t", "e", "h", "backspace", "backspace", "h", "e")


class Writing(App[None]):
    """One field, which has the keys."""

    def __init__(self, field: Field | Page) -> None:
        super().__init__()
        self.field = field

    def compose(self) -> ComposeResult:
        yield self.field

    def strike(self, *keys: str) -> None:
        """Strike keys faster than any of them is taken."""
        for key in keys:
            self.post_message(Key(key, key if len(key) == 1 else None))


async def written(pilot: Pilot[None], field: Field | Page) -> str:
    await pilot.pause()
    return field.value if isinstance(field, Field) else field.text


@pytest.mark.parametrize("kind", [Field, Page])
async def test_no_letter_overtakes_the_backspace_before_it(kind: type[Field | Page]) -> None:
    app = Writing(kind())
    async with app.run_test() as pilot:
        app.strike(*STRUCK)

        assert await written(pilot, app.field) == "the"


@pytest.mark.parametrize("kind", [Field, Page])
async def test_no_letter_overtakes_the_cursor(kind: type[Field | Page]) -> None:
    app = Writing(kind())
    async with app.run_test() as pilot:
        app.strike("b", "home", "a", "end", "c", "left", "delete")

        assert await written(pilot, app.field) == "ab"
