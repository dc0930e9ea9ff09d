"""Progress: skill by skill, what was resolved, what to practise next and what to read.

One entry is marked at a time and its page stands beside it or under it. Nothing is added up over
skills, and nobody stands beside anybody else.
"""

from collections.abc import Awaitable, Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.debrief.next_step import Reminder, Suggestion
from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.afterwards import AfterwardsScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.hanging import Hanging
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.learning import LATEST, LearningEntry, group_name, learning_entries
from simulator.wiring.floor import NAMELESS

if TYPE_CHECKING:
    from simulator.practice.events import RealTalkTold
    from simulator.wiring.learning import Outlook

LOOKING = "looking"
FACTS = "$foreground 65%"
"""Style of what stands beside a title."""


class ProgressScreen(LocalisedScreen[Suggestion | None]):
    """Returns the suggestion that was taken, or None."""

    CSS_PATH = "progress.tcss"
    ABOUT = "tui.help.progress"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("progress.open", "enter", first=True),
        Command("progress.whose", "w"),
        Command("progress.back", "escape"),
        Command("progress.page-down", "pagedown", "scroll(10)", is_shown=False, is_listed=False),
        Command("progress.page-up", "pageup", "scroll(-10)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self, read: "Callable[[str], Awaitable[Outlook]]", at: str = "", whose: str = ""
    ) -> None:
        super().__init__()
        self._read = read
        """Reckons everything of a name anew, in the language of now; of the latest for none."""
        self.whose = whose
        """The name whose sessions are wanted; empty for whoever practised last."""
        self.outlook: Outlook | None = None
        """What is looked at; None until it was reckoned the first time."""
        self.left_at = at
        """Id of the entry marked when this was left; at first, of the one to mark."""

    @property
    def is_reckoned(self) -> bool:
        """Whether everything is shown as it is kept now."""
        mine = (one for one in self.workers if one.node is self and one.group == LOOKING)
        return self.outlook is not None and all(one.is_finished for one in mine)

    @property
    def entries(self) -> tuple[LearningEntry, ...]:
        """Everything to look at, in the language of now."""
        held = self.outlook
        if held is None:
            return ()
        return learning_entries(
            held.skills, held.suggestions, held.reminders, held.resources, self.t
        )

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.progress.title"), self.outlook.mentee if self.outlook else "")
        yield Prose([Block("note", self._others())], id="others")
        with Horizontal(id="both"):
            yield OptionList(*self._options(), id="entries")
            with VerticalScroll(id="page", can_focus=False):
                yield Prose([Block("note", self.t("tui.progress.reading"))], id="told")
        yield KeyBar()

    def on_mount(self) -> None:
        self._look()

    async def relabel(self) -> None:
        """Say everything again; the same entry stays marked."""
        await self._tell_all()
        self._look()

    @work(exclusive=True, group=LOOKING)
    async def _look(self) -> None:
        """Reckon everything, beside what is on the screen, and show it."""
        with self.simulator.telling():
            self.outlook = await self._read(self.whose)
            await self._tell_all()

    async def _tell_all(self) -> None:
        at = self.left_at
        await self.recompose()
        self.query_one("#others").display = bool(self._others())
        self.refresh_bindings()
        if self.outlook is not None:
            self._mark(at)

    @on(OptionList.OptionHighlighted)
    def tell_of(self, event: OptionList.OptionHighlighted) -> None:
        """Show the page of the entry that is marked now."""
        self.left_at = event.option.id or ""
        self._tell(event.option.id)
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Do what an entry leads to: tell how it went, or practise what is suggested."""
        group, _, number = (event.option.id or "").partition(":")
        if self.outlook is None:
            return
        if group == "next":
            self.dismiss(self.outlook.suggestions[int(number)])
        elif group == "due":
            self._ask(self.outlook.reminders[int(number)])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether the marked entry leads anywhere, and whether there is anybody else to look at."""
        if action == "open":
            return self.left_at.partition(":")[0] in {"next", "due"}
        return action != "whose" or self._next is not None

    @property
    def _next(self) -> tuple[str, int] | None:
        """The name after the one shown, round and round, with its sessions; None for no other."""
        held = self.outlook
        if held is None or len(held.people) < 2:
            return None
        names = [name for name, _ in held.people]
        return held.people[(names.index(held.mentee) + 1) % len(names)]

    def _others(self) -> str:
        """Under which other name sessions are kept, and the key that shows them."""
        if self._next is None:
            return ""
        name, sessions = self._next
        kind = "nameless" if name in NAMELESS.values() else "others"
        return self.t.n(f"tui.progress.{kind}", sessions, name=name, key=self.cap("progress.whose"))

    def action_open(self) -> None:
        """Do what the marked entry leads to."""
        self.query_one("#entries", OptionList).action_select()

    def action_whose(self) -> None:
        """Show the sessions of the next name."""
        if self._next is not None:
            self.whose, self.left_at = self._next[0], ""
            self._look()

    def action_scroll(self, lines: int) -> None:
        """Move the page by so many lines."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """Back to the library."""
        self.dismiss(None)

    @asks
    async def _ask(self, due: Reminder) -> None:
        """Ask how the real conversation went, and keep what is told; ask again where it cannot be."""
        told: RealTalkTold | None = None
        while (told := await self.app.push_screen_wait(AfterwardsScreen(due, told))) is not None:
            with self.simulator.telling():
                self.simulator.house.afterwards(due.session).tell(told)
                self.notify(self.t("tui.afterwards.kept"), markup=False)
                self._look()
                return

    def _mark(self, at: str) -> None:
        options = self.query_one("#entries", OptionList)
        options.focus()
        ids = [one.id for one in options.options]
        wanted = at if at in ids else next((one for one in ids if one), None)
        options.highlighted = ids.index(wanted) if wanted else None
        self._tell(wanted)

    def _tell(self, at: str | None) -> None:
        page = next((one.page for one in self.entries if one.id == at), ())
        blocks = [Block(one.kind, one.text) for one in page]
        if not blocks:
            blocks = [Block("text", self.t("progress.nothing"))]
        self.query_one("#told", Prose).say(blocks)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def _options(self) -> Iterator[Option]:
        """The entries, each group under its name with a line between."""
        for place, (group, some) in enumerate(groupby(self.entries, lambda one: one.group)):
            name = group_name(group, self.t)
            yield Option(Content.styled(f"\n{name}" if place else name, FACTS), disabled=True)
            yield from map(_option, some)


def _option(one: LearningEntry) -> Option:
    curve = f"{one.curve:<{LATEST}}  " if one.group == "skills" else ""
    sign = Content.assemble("  ", (curve, "$primary"))
    return Option(Hanging(sign, one.title, Content.styled(one.fact, FACTS)), id=one.id)
