"""How far drafts and mentors agree, and on which criteria they part: figures with what they rest on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from simulator.debrief.review.agreement import agreement
from simulator.debrief.review.disputes import disputes
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.columns import Columns
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.views import review_tables


class AgreementScreen(LocalisedScreen[None]):
    """One page to read; it speaks of criteria and ranks nobody."""

    CSS_PATH = "agreement.tcss"
    ABOUT = "tui.help.agreement"
    OFFERS: ClassVar[tuple[Command, ...]] = (Command("agreement.back", "escape"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.agreement.title"))
        house, t = self.simulator.house, self.t
        reviews = house.desk.every_review()
        titles = {one.scenario: one.title for one in house.sessions()}
        asks = {one.id: one.ask for review in reviews for one in review.opened.draft if one.ask}
        rows = review_tables.table(agreement(reviews), titles, asks, t)
        with VerticalScroll(id="page"):
            yield Prose([Block("heading", t("tui.agreement.table"))])
            if rows:
                heads = [review_tables.table_head(one, t) for one in review_tables.TABLE_HEADS]
                yield Columns(heads, rows, t("review.agreement.low"))
            else:
                yield Prose([Block("text", t("review.agreement.none"))])
            found = review_tables.disputes(disputes(reviews), titles, t, asks)
            yield Prose(
                [
                    Block("heading", t("tui.agreement.disputes")),
                    *(Block(one.kind, one.text) for one in found),
                ],
                id="parted",
            )
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    def action_back(self) -> None:
        """Back to the desk."""
        self.dismiss(None)
