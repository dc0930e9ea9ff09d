"""The debrief on the screen: a point is marked, and everything that follows begins there."""

from dataclasses import replace

import pytest
from textual.widgets import OptionList

from simulator.errors import ActorError
from simulator.practice.events import ItemJudged
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.commitment import CommitmentScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.leaving import LeavingScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.sending import SendingScreen
from simulator.tui.screens.sharing import SharingScreen
from simulator.tui.screens.transcript import TranscriptScreen
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.point import Point
from simulator.tui.widgets.prose import Prose
from simulator.wiring import House
from simulator.wiring.second_opinion import Leaving
from tests.tui.hand import LARGE, Hand, Speaking, begun, press, running, seen, shown, until
from tests.tui.looked_back import ASKING, BLUNT, HEARD, app, looked_at, opened, said_to

LINES = (HEARD, BLUNT, "I see.")


def said(screen: DebriefScreen) -> str:
    """Every word of the page, seen or not."""
    return "\n".join(block.text for one in screen.query(Prose) for block in one._blocks)


async def test_the_page_begins_with_how_it_ended_and_says_that_it_is_a_draft(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        picture = await seen(hand)

    assert "Draft" in picture.splitlines()[1]
    assert picture.index("made by counting and by rules") < picture.index("How it ended")


async def test_points_are_gone_through_one_by_one_and_round(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, session, DebriefScreen)
        points = list(screen.query(Point))
        gone = []
        for _ in range(len(points)):
            gone.append(screen.focused)
            await press(hand, "n")
        back = screen.focused
        await press(hand, "p")

        assert gone == points
        assert back is points[0]
        assert screen.focused is points[-1]


async def test_a_marked_point_out_of_sight_is_shown_before_the_next_is_marked(
    house: House,
) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), (60, 20)) as hand:
        screen = await opened(hand, session, DebriefScreen)
        first = screen.query(Point).first()
        page = screen.query_one("#page")
        page.scroll_end(animate=False)
        await until(lambda: not page.region.overlaps(first.region), "the page did not move")
        await press(hand, "n")
        await until(lambda: page.region.overlaps(first.region), "the point stays out of sight")

        assert screen.focused is first


async def test_trying_again_proposes_the_line_of_the_marked_point(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, session, DebriefScreen)
        blunt = next(one for one in screen.query(Point) if one.turn == 4)
        blunt.focus()
        await press(hand, "r")
        turns = await shown(hand, TurnScreen)
        proposed = turns.query_one(OptionList).highlighted
        await press(hand, "enter")
        again = (await shown(hand, PracticeScreen))._conversation.session.opened

    assert proposed == 1
    assert (again.parent, again.parent_turn) == (session, 4)


async def test_the_talk_is_read_from_the_marked_point_on(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, DebriefScreen)
        turn = screen.turn
        await press(hand, "t")
        talk = await shown(hand, TranscriptScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)

    assert turn
    assert talk._turn == turn


async def test_what_stands_behind_the_page_is_one_key_away(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, session, DebriefScreen)
        front = said(screen)
        await press(hand, "f")
        behind = said(screen)
        await press(hand, "f")

        assert "The criteria, one by one" not in front
        assert "The criteria, one by one" in behind
        assert "To keep" not in behind
        assert said(screen) == front


async def test_notes_to_oneself_stand_on_the_page_and_a_mentors_marks_do_not(house: House) -> None:
    held = begun(house, Speaking())
    await said_to(held, *LINES)
    held.mark(3, by="mentee", note="Here it got cold")
    held.mark(3, by="mentor", author="Noor", note="Ask about this")
    held.leave()
    held.reflect(())
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, held.session.id, DebriefScreen)
        words = said(screen)

    assert "Turn 3: Here it got cold" in words
    assert "Ask about this" not in words


async def test_the_language_changes_on_the_page_and_the_mark_stays(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, DebriefScreen)
        await press(hand, "n", "f2")
        points = list(screen.query(Point))

        assert "Brouillon" in await seen(hand)
        assert "What followed" not in said(screen)
        assert screen.focused is points[1]


async def test_a_session_is_shared_by_name_and_taken_back(house: House) -> None:
    session = await looked_at(house, *LINES)

    def names() -> list[str]:
        return [one.with_whom for one in house.session(session).followup.shares]

    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "h")
        await shown(hand, SharingScreen)
        await press(hand, *"Noor", "enter", *"Ada", "f2", "enter")
        listed = await seen(hand)
        both = names()
        await press(hand, "tab", "down", "delete")
        one = names()
        await press(hand, "escape")
        await shown(hand, DebriefScreen)

    assert both == ["Noor", "Ada"]
    assert one == ["Noor"]
    assert "Peuvent la lire" in listed


async def test_a_name_that_says_nobody_is_refused(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "h")
        await shown(hand, SharingScreen)
        await press(hand, "enter")
        picture = await seen(hand)

    assert "So far, only you" in picture
    assert house.session(session).followup.shares == ()


async def test_a_next_step_is_kept_with_its_day_and_stands_on_the_page(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, session, DebriefScreen)
        await press(hand, "c")
        await shown(hand, CommitmentScreen)
        await press(hand, *"we_meet", "enter", *"I_ask", "enter", *"2026-04-01", "enter")
        await shown(hand, DebriefScreen)
        words = said(screen)

    made = house.session(session).followup.commitment
    assert made is not None
    assert (made.when, made.then, str(made.due)) == ("we_meet", "I_ask", "2026-04-01")
    assert "we_meet" in words


async def test_a_step_without_its_half_or_with_no_day_is_asked_for_again(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "c")
        screen = await shown(hand, CommitmentScreen)
        await press(hand, *"we_meet", "f5")
        half = await seen(hand)
        await press(hand, "enter", *"I_ask", "enter", *"soon", "f5")
        dayless = await seen(hand)
        await press(hand, "f2")

        assert "we_meet" in half
        assert half != dayless
        assert "written like 2026-03-26" in dayless
        assert [one.value for one in screen.query(Field)] == ["we_meet", "I_ask", "soon"]
    assert house.session(session).followup.commitment is None


async def test_a_copy_is_written_in_the_form_chosen_and_nothing_on_escape(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        for answer in (("escape",), ("enter",), ("down", "enter"), ("down", "down", "enter")):
            await press(hand, "e")
            await shown(hand, ChoiceScreen)
            await press(hand, *answer)
            await shown(hand, DebriefScreen)
        picture = await seen(hand)

    written = sorted(one.suffix for one in house.home.glob("debrief-*"))
    assert written == [".html", ".json", ".md"]
    assert "debrief-" in picture


async def test_a_second_opinion_is_offered_where_a_judge_is_named_and_asks_first(
    house: House,
) -> None:
    session = await looked_at(house, *LINES)
    offered = []
    for judge in ("", "openai/gpt-none"):
        house.settings = replace(house.settings, judge=judge)
        async with running(app(house)) as hand:
            screen = await opened(hand, session, DebriefScreen)
            offered.append(screen.check_action("judge", ()))
            if judge:
                await press(hand, "j")
                await shown(hand, LeavingScreen)
                asked = await seen(hand)
                await press(hand, "escape")
                await shown(hand, DebriefScreen)

    assert offered == [False, True]
    assert "openai/gpt-none" in asked
    assert house.session(session).followup.judged == ()


async def test_of_a_stopped_scene_there_are_figures_and_no_try(house: House) -> None:
    held = begun(house, Speaking())
    await said_to(held, *LINES)
    held.stop()
    held.leave()
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, held.session.id, DebriefScreen)
        words = said(screen)

        assert "In figures" in words
        assert "To try" not in words
        assert not screen.check_action("commit", ())


async def test_another_try_is_offered_beside_the_first_when_it_is_over(house: House) -> None:
    first = await looked_at(house, *LINES)
    again = house.retry(first, 4)
    await said_to(again, ASKING)
    again.leave()
    again.reflect(())
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, again.session.id, DebriefScreen)
        words = said(screen)

    assert "another try at turn 4" in words


async def test_who_may_read_it_is_said_until_a_mentor_signed(house: House) -> None:
    session = await looked_at(house, *LINES)
    house.afterwards(session).share("Noor [b]")
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        picture = await seen(hand)

    assert "Noor [b] may read it; no review was signed yet." in picture


async def test_a_file_to_send_needs_somebody_it_is_shared_with(house: House) -> None:
    session = await looked_at(house, *LINES)
    path = house.home / "sent.json"
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "e")
        await shown(hand, ChoiceScreen)
        await press(hand, "end", "enter")
        await shown(hand, SharingScreen)
        await press(hand, *"Noor", "enter", "escape")
        sending = await shown(hand, SendingScreen)
        listed = await seen(hand)
        sending.query_one(Field).value = str(path)
        await press(hand, "enter")
        await shown(hand, DebriefScreen)

    assert "Send this session to a mentor" in listed
    assert path.exists()
    assert [one.with_whom for one in house.session(session).followup.shares] == ["Noor"]


def told(hand: Hand) -> list[str]:
    """How severe each notice is that calls for more than a glance."""
    return [one.severity for one in hand.app._notifications if one.severity != "information"]


class Judge:
    """A judge on this machine that answers one question; or fails."""

    def __init__(self, house: House, *, is_silent: bool) -> None:
        self._house = house
        self._is_silent = is_silent

    def leaving(self, _ref: str, name: str) -> Leaving:
        return Leaving(name, "", is_hosted=False, utterances=3, items=1)

    async def judge(self, ref: str, name: str) -> tuple[ItemJudged, ...]:
        if self._is_silent:
            raise ActorError("actor-unreachable", actor=name)
        found = (ItemJudged(item="ask-why", verdict="no-chance", by=name),)
        self._house.afterwards(ref).judge(found)
        return found


@pytest.mark.parametrize("is_silent", [False, True])
async def test_a_judge_s_answer_is_shown_and_its_failure_is_told(
    house: House, *, is_silent: bool
) -> None:
    session = await looked_at(house, *LINES)
    house.settings = replace(house.settings, judge="ollama/small")
    house.__dict__["second_opinion"] = Judge(house, is_silent=is_silent)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, session, DebriefScreen)
        await press(hand, "f", "j")
        if is_silent:
            await until(lambda: told(hand) == ["error"], "nothing was told")
        else:
            await until(lambda: "What an LLM judge answered" in said(screen), "no answer came")

        assert isinstance(hand.app.screen, DebriefScreen)
    assert len(house.session(session).followup.judged) == (0 if is_silent else 1)


async def test_from_what_stands_behind_it_escape_leads_to_the_page_first(house: House) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, DebriefScreen)
        front = said(screen)
        await press(hand, "f", "escape")

        assert hand.app.screen is screen
        assert said(screen) == front
        await press(hand, "escape")
        await until(lambda: hand.app.screen is not screen, "there is no way out")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_another_try_and_the_ways_side_by_side_are_named_where_there_is_little_room(
    house: House, size: tuple[int, int]
) -> None:
    session = await looked_at(house, *LINES)
    async with running(app(house), size) as hand:
        await opened(hand, session, DebriefScreen)
        keys = (await seen(hand)).splitlines()[-1]

    assert " R Try again " in keys
    assert " W Compare " in keys


async def test_a_day_is_taken_as_the_reader_writes_it(maison: House) -> None:
    session = await looked_at(maison, *LINES)
    async with running(app(maison)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "c")
        screen = await shown(hand, CommitmentScreen)
        example = screen.query_one("#due", Field).placeholder
        await press(hand, *"ici", "enter", *"cela", "enter", *"01/04/2026", "enter")
        await shown(hand, DebriefScreen)
    made = maison.session(session).followup.commitment

    assert example == "26/03/2026"
    assert made is not None
    assert str(made.due) == "2026-04-01"
