"""Which of several lists is in front: their names on one line, the one in front underlined."""

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

GAP = 3


class Name(NamedTuple):
    """A list by its id, what it is called, and how many things are on it."""

    id: str
    name: str
    things: str

    @property
    def width(self) -> int:
        return len(self.name) + len(self.things) + bool(self.things)


class Shelves(Widget, can_focus=False):
    """The names; a click on one chooses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Shelves { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    class Chosen(Message):
        """Somebody clicked on the name of a list."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[Name, ...] = ()
        self._front = ""
        self._cap = ""

    def tell(self, names: Mapping[str, tuple[str, str]], front: str, cap: str) -> None:
        """Show the names, by id, with how many there are; `front` is the one in front.

        `cap` is the key that changes it, as it is written on the keyboard.
        """
        self._names = tuple(Name(one, *said) for one, said in names.items())
        self._front = front
        self._cap = cap
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return sum(one.width + GAP for one in self._names) + len(self._cap)

    def render(self) -> Content:
        parts = [
            Content.assemble(
                (one.name, "bold underline" if one.id == self._front else "$text-muted"),
                (f" {one.things}" if one.things else "", "$text-muted"),
            )
            for one in self._names
        ]
        cap = Content.styled(self._cap, "bold $footer-key-foreground")
        return Content(" " * GAP).join((*parts, cap))

    def on_click(self, event: Click) -> None:
        place = event.get_content_offset_capture(self).x
        for one in self._names:
            if 0 <= place < one.width:
                self.post_message(self.Chosen(one.id))
                return
            place -= one.width + GAP
