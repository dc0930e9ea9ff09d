"""What stands beside the rulings: the agenda of the meeting, points added, remarks."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import Translator
from simulator.views.reviewing import Closing, part_name

HEAD = "$foreground 65%"


class ClosingList(OptionList):
    """One line each, under the name of its part."""

    DEFAULT_CSS = """
    ClosingList > .option-list--option-disabled { color: $text-muted; }
    """

    @property
    def marked(self) -> str:
        """Id of the line that is marked; empty where there is none."""
        option = self.highlighted_option
        return (option.id if option else None) or ""

    def tell(self, lines: Sequence[Closing], t: Translator) -> None:
        """Show other lines; what was marked stays so."""
        before = self.highlighted or 0
        self.set_options(_options(lines, t))
        free = [at for at, one in enumerate(self.options) if not one.disabled]
        self.highlighted = min(free, key=lambda at: abs(at - before), default=None)


def _options(lines: Sequence[Closing], t: Translator) -> Iterator[Option]:
    for place, (part, some) in enumerate(groupby(lines, lambda one: one.part)):
        name = part_name(part, t)
        yield Option(Content.styled(f"\n{name}" if place else name, HEAD), disabled=True)
        for one in some:
            yield Option(Content(one.text), id=one.id)
