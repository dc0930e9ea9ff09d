"""Places found, two lines each: which talk and who spoke, then the words with what was looked for."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.widgets.choices import FOUND, INDENT, MUTED, TwoEnds
from simulator.views.places import Place


class Hits(OptionList):
    """A list of places; what was found is bold and underlined."""

    DEFAULT_CSS = """
    Hits > .option-list--option-highlighted {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._places: tuple[Place, ...] = ()

    @property
    def marked(self) -> Place | None:
        """The place that is highlighted."""
        return None if self.highlighted is None else self._places[self.highlighted]

    def tell(self, places: Iterable[Place], *, is_narrow: bool = False) -> None:
        """Show other places; the same one stays marked where it is still there."""
        before = self.marked
        self._places = tuple(places)
        self.set_options([Option(_drawn(one, is_narrow=is_narrow)) for one in self._places])
        same = [
            at
            for at, one in enumerate(self._places)
            if before is not None and (one.session, one.turn) == (before.session, before.turn)
        ]
        self.highlighted = same[0] if same else 0 if self._places else None


def _drawn(place: Place, *, is_narrow: bool) -> TwoEnds:
    words = Content(place.text)
    for span in place.found:
        words = words.stylize(FOUND, span.start, span.end)
    seen = words[: place.found[0].end].cell_length if place.found else 0
    return TwoEnds(
        Content(place.title),
        Content.styled(place.who if is_narrow else f"{place.who}  {place.when}", MUTED),
        Content.assemble(INDENT, words),
        seen=seen + len(INDENT),
    )
