"""What follows from a debrief: what is asked, what is then recorded, and where it leads.

Each takes the debrief's screen, asks what it needs on a screen of its own, does one thing that is
recorded, says what it did, and shows the page as it then stands. What fails is told.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from simulator.debrief.next_step import resolved
from simulator.debrief.openings import Audience
from simulator.tui.screens.choice import SPOIL, ChoiceScreen, Question, TurnScreen
from simulator.tui.screens.commitment import CommitmentScreen, Meant
from simulator.tui.screens.leaving import LeavingScreen
from simulator.tui.screens.onward import Onward
from simulator.tui.screens.sending import SendingScreen
from simulator.tui.screens.sharing import SharingScreen
from simulator.tui.screens.transcript import TranscriptScreen
from simulator.tui.screens.ways import WaysScreen
from simulator.views.consent import judge_lines

if TYPE_CHECKING:
    from simulator.tui.screens.debrief import DebriefScreen

FORMS = Question("tui.save", ("stay", "markdown", "html", "json", "send"), marked="markdown")


async def turn_to_try(screen: "DebriefScreen", proposed: int | None) -> int | None:
    """Which of the mentee's lines to say anew."""
    with screen.simulator.telling():
        session = screen.simulator.house.session(screen.debrief.session)
        lines = tuple((one.turn, one.text) for one in session.said_by("mentee"))
        if lines:
            return await screen.app.push_screen_wait(TurnScreen(lines, proposed))
    return None


async def ways(screen: "DebriefScreen") -> Onward:
    """The ways side by side, of the marked point's moment if it was tried; where that leads."""
    house, session = screen.simulator.house, screen.debrief.session
    with screen.simulator.telling():
        tried = house.learning.tried(session)
        if not tried:
            screen.notify(screen.t("tui.ways.nothing"), markup=False)
            return None
        personas = house.learning.personas(session)
        shown = WaysScreen(tried, personas, here=session, turn=screen.turn)
        return await screen.app.push_screen_wait(shown)
    return None


async def other_copy(screen: "DebriefScreen") -> None:
    """The mentor's copy, asked for twice, or the mentee's again."""
    held = screen.debrief
    other: Audience = "mentor" if held.audience == "mentee" else "mentee"
    if other == "mentor" and await screen.app.push_screen_wait(ChoiceScreen(SPOIL)) != "show":
        return
    house = screen.simulator.house
    with screen.simulator.telling():
        if other == "mentor" and not house.session(held.session).followup.is_shared:
            house.afterwards(held.session).share(screen.t("tui.spoil.beside"))
        await screen.redraw(house.debrief(held.session, other))


async def share(screen: "DebriefScreen") -> None:
    """Who may read the session: named, listed, taken back."""
    await screen.app.push_screen_wait(SharingScreen(screen.debrief.session))
    await _fresh(screen)


async def commit(screen: "DebriefScreen") -> None:
    """One next step in real life, as if and then; one that cannot be kept is asked for again."""
    made = screen.debrief.followup.commitment
    meant = Meant(made.when, made.then, made.due) if made else Meant()
    while (chosen := await screen.app.push_screen_wait(CommitmentScreen(meant))) is not None:
        meant = chosen
        with screen.simulator.telling():
            after = screen.simulator.house.afterwards(screen.debrief.session)
            after.commit(resolved(chosen.when, chosen.then, chosen.due))
            screen.notify(screen.t("tui.commit.kept"), markup=False)
            await _fresh(screen)
            return


async def save(screen: "DebriefScreen") -> None:
    """Write this copy beside the transcripts, in one form."""
    held, chosen = screen.debrief, await screen.app.push_screen_wait(ChoiceScreen(FORMS))
    if chosen == "send":
        await send(screen)
    form = _FORMS.get(chosen)
    if form is None:
        return
    with screen.simulator.telling():
        path = screen.simulator.house.save_debrief(held.session, held.audience, form)
        screen.notify(screen.t("tui.debrief.saved", path=path), markup=False, timeout=8)


async def send(screen: "DebriefScreen") -> None:
    """One file to send with the whole session in it, for those who may read it."""
    house, session = screen.simulator.house, screen.debrief.session
    with screen.simulator.telling():
        if not house.session(session).followup.is_shared:
            await share(screen)
        if not house.session(session).followup.is_shared:
            return
        if (path := await screen.app.push_screen_wait(SendingScreen(session))) is not None:
            screen.notify(screen.t("tui.sending.done", path=path), markup=False, timeout=8)


async def judge(screen: "DebriefScreen") -> None:
    """Ask the LLM that the settings name, once what it gets was agreed to; show its answers."""
    house, session = screen.simulator.house, screen.debrief.session
    with screen.simulator.telling():
        opinion = house.second_opinion
        leaving = opinion.leaving(session, house.settings.judge)
        asked = LeavingScreen("tui.judge", lambda t: judge_lines(leaving, t))
        if leaving.is_hosted and not await screen.app.push_screen_wait(asked):
            return
        screen.notify(screen.t("tui.judge.asking", who=leaving.who), markup=False)
        house.casting.waiting = lambda delay: screen.notify(
            delay.told(screen.t), timeout=delay.seconds, markup=False
        )
        found = await opinion.judge(session, leaving.who)
        given = sum(one.verdict != "could-not-judge" for one in found)
        screen.notify(screen.t.n("cli.judge.done", len(found), given=given), markup=False)
        await _fresh(screen)


async def talk(screen: "DebriefScreen") -> None:
    """The talk to read, from the marked point on."""
    house, session = screen.simulator.house, screen.debrief.session
    with screen.simulator.telling():
        held = house.session(session)
        shown = TranscriptScreen(held, house.stage_of(held), screen.turn)
        await screen.app.push_screen_wait(shown)


_FORMS: Mapping[str, Literal["markdown", "html", "json"]] = {
    "markdown": "markdown",
    "html": "html",
    "json": "json",
}


async def _fresh(screen: "DebriefScreen") -> None:
    """The same copy, as it stands now."""
    held = screen.debrief
    with screen.simulator.telling():
        await screen.redraw(screen.simulator.house.debrief(held.session, held.audience))
