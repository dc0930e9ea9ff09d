"""Choices: rows under headings, one of them marked; what is marked stays so when they change.

A row has its title at the left and what else is known of it at the right; where both do not fit the
title is cut. Titles come from files: they are shown as they are, never as markup.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.views.rows import Group, Row

MUTED = "$text-muted"
HEADING = "bold $foreground 65%"
FOUND = "bold underline"
GAP = 2
INDENT = "  "


class TwoEnds(Visual):
    """A line with something at either end, and perhaps a second line below.

    Of the second line the cells up to `seen` are shown whatever room there is.
    """

    def __init__(
        self, left: Content, right: Content, below: Content | None = None, *, seen: int = 0
    ) -> None:
        self._left = left
        self._right = right
        self._below = below
        self._seen = seen

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines, as wide as there is room."""
        room = width - self._right.cell_length - GAP
        left = self._left.truncate(max(room, 0), ellipsis=True, pad=True)
        lines = [Content.assemble(left, " " * GAP, self._right)]
        if self._below is not None:
            hidden = max(0, self._seen + 1 - width)
            below = Content.assemble("…", self._below[hidden + 1 :]) if hidden else self._below
            lines.append(below.truncate(width, ellipsis=True))
        drawn = Content("\n").join(lines)
        return drawn.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        return 1 if self._below is None else 2


class _Drawn(TwoEnds):
    """A row, drawn when it is seen: of five hundred only some twenty are."""

    def __init__(self, row: Row, indent: str, aside: str) -> None:
        self._row = row
        self._indent = indent
        self._aside = aside

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines, as wide as there is room."""
        row, indent = self._row, self._indent
        title = Content(row.title)
        for letter in row.letters:
            title = title.stylize(FOUND, letter, letter + 1)
        below = Content.styled(f"{indent}{row.below}", MUTED) if row.below else None
        aside = Content.styled(self._aside, MUTED)
        drawn = TwoEnds(Content.assemble(indent, title), aside, below)
        return drawn.render_strips(width, height, style, options)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        return 2 if self._row.below else 1


class _Shown(NamedTuple):
    """A row where it stands."""

    heading: str
    row: Row


class Choices(OptionList):
    """A list of rows, in groups. The mark is seen while something else is written, too."""

    DEFAULT_CSS = """
    Choices > .option-list--option-highlighted {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, markup=False)
        self._shown: dict[int, _Shown] = {}

    @property
    def marked(self) -> Row | None:
        """The row that is highlighted."""
        shown = self._shown.get(-1 if self.highlighted is None else self.highlighted)
        return None if shown is None else shown.row

    def mark(self, ref: str) -> None:
        """Highlight the row of that `ref`, if it is there."""
        at = next((at for at, one in self._shown.items() if one.row.ref == ref), None)
        if at is not None:
            self.highlighted = at

    def tell(
        self, groups: Iterable[Group], *, is_narrow: bool = False, to_top: bool = False
    ) -> None:
        """Show other rows; the one that was marked stays so, unless it should go `to_top`."""
        before = None if self.highlighted is None else self._shown.get(self.highlighted)
        place, self._shown = self.highlighted or 0, {}
        options: list[Option] = []
        some = tuple(groups)
        gap = "\n" if self._has_air(some) else ""
        for group in some:
            if group.heading:
                heading = Content.styled(f"{gap if options else ''}{group.heading}", HEADING)
                options.append(Option(heading, disabled=True))
            for row in group.rows:
                self._shown[len(options)] = _Shown(group.heading, row)
                aside = row.short if is_narrow else row.aside
                options.append(Option(_Drawn(row, INDENT if group.heading else "", aside)))
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(options)
        self.highlighted = self._nearest(None if to_top else before, 0 if to_top else place)

    def _has_air(self, groups: Sequence[Group]) -> bool:
        """Whether everything is seen at once even with a line between the groups."""
        rows = [row for group in groups for row in group.rows]
        lines = len(rows) + sum(bool(row.below) for row in rows)
        return lines + 2 * len(groups) <= self.size.height

    def _nearest(self, before: _Shown | None, place: int) -> int | None:
        """Where `before` stands now: under its heading, else anywhere, else about where it was."""
        if before is not None:
            same = [at for at, one in self._shown.items() if one.row.ref == before.row.ref]
            under = [at for at in same if self._shown[at].heading == before.heading]
            if same:
                return (under or same)[0]
        return min(self._shown, key=lambda at: (at < place, abs(at - place)), default=None)
