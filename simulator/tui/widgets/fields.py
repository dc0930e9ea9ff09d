"""Fields to write in. What is pasted passes the same door as any other text from outside."""

from textual.events import Paste
from textual.widgets import Input, TextArea

from simulator.text import clean


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

    async def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)
        await super()._on_paste(event)
        event.prevent_default()
        event.stop()
