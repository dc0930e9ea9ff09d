"""Fields to write in. What is pasted passes the same door as any other text from outside.

Keys do their work in the order in which they were struck. Textual runs a field's bindings only when
the key has gone up to the app, so that a letter overtakes the Backspace before it wherever the app
is busy; here a field's own bindings are run when it gets the key.
"""

from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Input, TextArea

from simulator.text import clean


async def taken_in_turn(field: Widget, event: Key) -> bool:
    """Run what `field` itself binds to a key that writes nothing; whether it bound anything.

    Left to the app are what can be remapped, and Enter, which must not overtake the screen's keys.
    """
    is_passed_on = event.is_printable or event.key == "enter"
    bound = () if is_passed_on else field._bindings.key_to_bindings.get(event.key, ())  # noqa: SLF001
    for one in bound:
        if not one.id and await field.app.run_action(one.action, field):
            event.stop()
            event.prevent_default()
            return True
    return False


class Field(Input):
    """One line."""

    DEFAULT_CSS = """
    Field {
        border: none;
        border-left: outer $primary 40%;
        padding: 0 1;
        height: 1;
        background: $surface;
        &:focus {
            border: none;
            border-left: outer $primary;
            background-tint: transparent;
        }
    }
    """

    async def _on_key(self, event: Key) -> None:
        if not await taken_in_turn(self, event):
            await super()._on_key(event)

    def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)
        if event.text.strip():
            super()._on_paste(event)
        event.prevent_default()
        event.stop()


class Page(TextArea):
    """Several lines; Tab goes on to the next field."""

    DEFAULT_CSS = """
    Page {
        border: none;
        border-left: outer $primary 40%;
        padding: 0 1;
        scrollbar-size-vertical: 1;
        background: $surface;
        &:focus {
            border: none;
            border-left: outer $primary;
            background-tint: transparent;
        }
    }
    """

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(
            id=id,
            classes=classes,
            placeholder=placeholder,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )

    async def _on_key(self, event: Key) -> None:
        if not await taken_in_turn(self, event):
            await super()._on_key(event)

    async def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)
        await super()._on_paste(event)
        event.prevent_default()
        event.stop()
