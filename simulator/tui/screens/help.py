"""Help: what the keys of the screen one comes from do, and what is good to know there.

It covers the whole terminal, so that nothing of the screen below shows through, and says where
there is more than can be seen.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from simulator.tui.commands import Command, bindings
from simulator.tui.keyhelp import Keys
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.tui.wrap import wrapped

WIDEST = 92
GAP = 2


class KeyTable(Widget, can_focus=False):
    """A heading and its keys, each with its sentence beside it."""

    DEFAULT_CSS = """
    KeyTable { height: auto; width: 1fr; margin-bottom: 1; }
    """

    def __init__(self, keys: Keys, column: int) -> None:
        """`column` is how many cells the keys take."""
        super().__init__()
        self._keys = keys
        self._column = column

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(list(self._lines(width)))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        yield Content.styled(self._keys.heading, "bold")
        room = max(1, min(width, WIDEST) - self._column)
        for cap, does in self._keys.rows:
            for at, line in enumerate(wrapped(does, room)):
                key = Content.styled("" if at else cap, "bold $primary").pad_right(
                    self._column - (0 if at else Content(cap).cell_length)
                )
                yield Content.assemble(key, line)


class HelpScreen(ModalScreen[None], LocalisedScreen[None]):
    """Shows what the keys do that `said` gives, in the language of then, and the text `about`."""

    AUTO_FOCUS = ""
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("help.back", "escape,enter,q", "close"),
        Command("help.down", "down", "scroll(1)", is_shown=False, is_listed=False),
        Command("help.up", "up", "scroll(-1)", is_shown=False, is_listed=False),
        Command("help.page-down", "pagedown,space", "page(1)", is_shown=False, is_listed=False),
        Command("help.page-up", "pageup", "page(-1)", is_shown=False, is_listed=False),
        Command("help.to-top", "home", "edge(-1)", is_shown=False, is_listed=False),
        Command("help.to-end", "end", "edge(1)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    HelpScreen {
        align: left top;
        background: $background;
        #keys { height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
        #about { color: $text-muted; max-width: 92; margin-bottom: 1; }
        #more { height: 1; padding: 0 2; color: $text-muted; }
    }
    """

    def __init__(self, said: Callable[[], Sequence[Keys]], about: str) -> None:
        """`about` is a catalogue id."""
        super().__init__()
        self._said = said
        self._about = about

    def compose(self) -> ComposeResult:
        keys = [one for one in self._said() if one.rows]
        caps = [Content(cap).cell_length for one in keys for cap, _ in one.rows]
        yield Heading(self.t("tui.help.title"), "")
        with VerticalScroll(id="keys", can_focus=False):
            yield Prose([Block("text", self.t(self._about))], id="about")
            for one in keys:
                yield KeyTable(one, max(caps, default=0) + GAP)
        yield Static(id="more", markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self._look()

    async def relabel(self) -> None:
        await self.recompose()
        self._look()

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def _look(self) -> None:
        self.watch(self.query_one("#keys"), "scroll_y", self._tell, init=False)
        self.call_after_refresh(self._tell)

    def action_scroll(self, lines: int) -> None:
        """Move the text by so many lines."""
        self.query_one("#keys").scroll_relative(y=lines, animate=False)

    def action_page(self, by: int) -> None:
        """A page on, or back."""
        page = self.query_one("#keys")
        page.scroll_relative(y=by * max(1, page.size.height - 1), animate=False)

    def action_edge(self, by: int) -> None:
        """To the end, or to the beginning."""
        page = self.query_one("#keys")
        page.scroll_to(y=page.max_scroll_y if by > 0 else 0, animate=False)

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)

    def _tell(self) -> None:
        """Say that there is more below, or above."""
        page = self.query_one("#keys")
        below = page.max_scroll_y - round(page.scroll_y)
        where = "more" if below > 0 else "end" if page.max_scroll_y else ""
        self.query_one("#more", Static).update(self.t(f"tui.help.{where}") if where else "")
