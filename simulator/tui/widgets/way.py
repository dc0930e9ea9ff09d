"""The way of the talk: one thin line, the part behind one brighter than the part ahead."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Way(Widget):
    """Shows `share`, 0 to 1, of an expected length."""

    DEFAULT_CSS = """
    Way { height: 1; width: 1fr; color: $panel; }
    """

    share: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        width = self.size.width
        done = round(width * self.share)
        return Content.assemble(("━" * done, "$primary"), "─" * (width - done))
