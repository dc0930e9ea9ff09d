"""What can be written after a slash, in a small list above the composer while it is being written.

It never has the focus: the composer steers it with its own keys, a mouse chooses in it as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.views.slash import PREFIX, begun

GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One command: its name, the word by which the footer calls it, and what it does."""

    name: str
    word: str
    does: str


class Completion(OptionList, can_focus=False):
    """Hidden until a line begins with a slash."""

    DEFAULT_CSS = """
    Completion, Completion:focus {
        display: none;
        height: auto;
        max-height: 8;
        margin: 0 0 0 2;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        & > .option-list--option-highlighted { background: $primary 25%; color: $foreground; text-style: none; }
        &.-open { display: block; }
    }
    """

    @dataclass
    class Chosen(Message):
        """The command `name` was chosen with the mouse."""

        name: str

    def __init__(self) -> None:
        super().__init__(id="completion")
        self._rows: tuple[Row, ...] = ()
        self._line = ""

    @property
    def is_open(self) -> bool:
        """Whether there is anything to choose from."""
        return self.has_class("-open")

    @property
    def chosen(self) -> str:
        """Name of the command that is marked; empty where none is."""
        return (self.highlighted_option.id or "") if self.highlighted_option else ""

    def know(self, rows: Sequence[Row]) -> None:
        """Offer other commands, or the same in other words."""
        self._rows = tuple(rows)
        self.follow(self._line)

    def follow(self, line: str) -> None:
        """Show what `line` may be the beginning of."""
        self._line = line
        named = {row.name: row.word for row in self._rows}
        found = [row for row in self._rows if row.name in begun(line, named)]
        before = self.chosen
        self.set_class(bool(found), "-open")
        self.clear_options()
        width = max((len(row.name) for row in self._rows), default=0) + len(PREFIX) + GAP
        self.add_options(
            Option(
                Content.assemble((f"{PREFIX}{row.name}".ljust(width), "bold $primary"), row.does),
                id=row.name,
            )
            for row in found
        )
        names = [row.name for row in found]
        self.highlighted = names.index(before) if before in names else (0 if names else None)

    def close(self) -> None:
        """Put the list away until the line changes."""
        self.remove_class("-open")

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(event.option.id or ""))
