"""The review on a screen: every ruling stored at its key, nothing of the draft shown too early."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import OptionList

from simulator.debrief.review.records import Moment
from simulator.debrief.review.review import Review
from simulator.debrief.review.rulings import spot_of
from simulator.practice.events import IntentionSet, ReflectionWritten, TurnMarked
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.review import ReviewScreen
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.marked_talk import MarkedTalk
from simulator.tui.widgets.prose import Prose
from simulator.wiring import House
from tests.tui.hand import LARGE, Hand, house_in, press, running, seen, shown
from tests.tui.looked_back import app
from tests.tui.mentored import MENTOR, seated, shared

NARROW = (60, 20)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home in which one session waits for its mentor, and the session."""
    home = tmp_path_factory.mktemp("kept")
    with house_in(home) as house:
        return home, asyncio.run(shared(house))


@pytest.fixture
def house(kept: tuple[Path, str], tmp_path: Path) -> Iterator[House]:
    """A copy of that home."""
    home = tmp_path / "home"
    shutil.copytree(kept[0], home)
    with house_in(home) as built:
        yield built


@pytest.fixture
def session(kept: tuple[Path, str]) -> str:
    return kept[1]


def stored(house: House, session: str) -> Review:
    """The review as it is kept."""
    return house.desk.review(session, MENTOR).review


async def opened(hand: Hand) -> ReviewScreen:
    """The first session of the desk under review."""
    await seated(hand)
    await press(hand, "enter")
    return await shown(hand, ReviewScreen)


async def ruled(hand: Hand) -> None:
    """Every point ruled on: the unseen as the draft has them, the others accepted."""
    await press(hand, "enter", "n", "enter", "y", "enter", *"aaaaaaaaa")


async def test_the_talk_comes_first_and_can_be_gone_through_turn_by_turn(house: House) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        first = await seen(hand)
        await press(hand, "down", "down")

        assert "▸ 1 · Claire" in first
        assert "You wanted to see me?" in first
        assert hand.app.screen.query_one(MarkedTalk).turn == 3
        assert "▸ 3 · Claire" in await seen(hand)


async def test_an_unseen_point_shows_its_question_and_nothing_of_the_draft(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "a", "r", "j", "w")
        before = await seen(hand)
        await press(hand, "n")
        after = await seen(hand)

    ruling = stored(house, session).rulings["across.order"]
    assert "Your verdict first" in before
    assert "The draft says" not in before
    assert "The draft says: not observed." in after
    assert (ruling.ruling, ruling.verdict, ruling.is_blind) == ("accepted", "not-observed", True)


async def test_a_verdict_that_differs_is_kept_at_once_and_asks_why(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "y")
        at_once = stored(house, session).rulings["across.order"]
        asked = await seen(hand)
        await press(hand, *"Seen", "enter")
        said = await seen(hand)

    ruling = stored(house, session).rulings["across.order"]
    assert (at_once.verdict, at_once.reason) == ("observed", "")
    assert "Why, in one line?" in asked
    assert (ruling.ruling, ruling.reason) == ("adjusted", "Seen")
    assert "Point 2 of 11" in said


async def test_a_review_that_was_left_goes_on_at_the_same_point(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "a")
        left = await seen(hand)
        await press(hand, "escape")
        await shown(hand, DeskScreen)
        assert "Ruled on: 3 of 11" in await seen(hand)
        await press(hand, "enter")
        await shown(hand, ReviewScreen)
        back = await seen(hand)

    assert len(stored(house, session).rulings) == 3
    assert "Point 4 of 11" in left
    assert "Point 4 of 11" in back


async def test_what_is_being_written_survives_the_other_language(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "r", *"Joking", "f2")
        french = await seen(hand)
        await press(hand, "!", "enter")

    ruling = stored(house, session).rulings["try.blame@2"]
    assert "Pourquoi rejeter ce point" in french
    assert "Joking" in french
    assert (ruling.ruling, ruling.reason) == ("rejected", "Joking!")


async def test_leaving_a_line_changes_nothing(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        screen = await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "r", *"No", "escape")

        assert not screen.query_one(Field).display
        await press(hand, "r", "enter")
        said = await seen(hand)
        assert "Give the reason in one line" in said
        assert "Blame" in said
        assert "try.blame" not in said

    assert "try.blame@2" not in stored(house, session).rulings


async def test_a_verdict_of_ones_own_takes_its_key_and_a_line(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "a", "a", "j")
        choosing = await seen(hand)
        await press(hand, "x", *"Never", "enter", "u", *"Noisy", "enter")

    rulings = stored(house, session).rulings
    assert "Your verdict?" in choosing
    assert "N not observed" not in choosing
    assert (rulings["ask-why"].verdict, rulings["ask-why"].reason) == ("no-chance", "Never")
    assert rulings["across.concern"].verdict == "could-not-judge"


async def test_a_line_is_set_aside_and_taken_up_again(house: House, session: str) -> None:
    async with running(app(house), LARGE) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "l", *"Stiff", "enter")
        aside = stored(house, session).lines["try.blame@2"]
        words = await seen(hand)
        await press(hand, "l")

    review = stored(house, session)
    assert (aside.ruling, aside.reason) == ("rejected", "Stiff")
    assert "You set this line aside: Stiff" in words
    assert review.lines["try.blame@2"].ruling == "accepted"
    assert "try.blame@2" not in review.rulings


async def test_a_point_is_led_to_the_turn_it_is_about(house: House, session: str) -> None:
    async with running(app(house), LARGE) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "w", "down", "down", "enter")
        await press(hand, *"Here", "enter")
        words = await seen(hand)

    corrected = stored(house, session).corrected["try.blame@2"]
    assert (corrected.spots[0].turn, corrected.reason) == (4, "Here")
    assert "You point to other words: Here" in words
    assert "▸ 4 · Sam" in words


async def test_a_remark_a_point_and_a_moment_stand_at_the_turn_that_is_marked(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "down", "down", "down", "c", *"Calm", "enter")
        await press(hand, "p", "y", *"Asks", "enter", "m", *"Why", "enter")

    review = stored(house, session)
    assert [(one.turn, one.text) for one in review.comments] == [(4, "Calm")]
    assert [(one.text, one.spots[0].turn) for one in review.added] == [("Asks", 4)]
    assert [(one.turn, one.question) for one in review.agenda] == [(4, "Why")]


async def test_the_end_sets_the_agenda_and_takes_back_what_was_added(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "down", "p", "n", *"Thanks", "enter")
        await ruled(hand)
        proposed = await seen(hand)
        await press(hand, "d", "k", "e", "end", *" And", "enter")
        count = len(stored(house, session).agenda)
        hand.app.screen.query_one("#closing", OptionList).highlighted = count + 2
        await press(hand, "d", *"Twice", "enter")

    review = stored(house, session)
    assert "Proposed for the meeting" in proposed
    assert review.agenda[0].question.endswith(" And")
    assert review.added == ()
    assert [one.reason for one in review.withdrawn] == ["Twice"]


async def test_signing_is_asked_for_once_more_and_what_comes_after_is_the_next_version(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await ruled(hand)
        await press(hand, "s")
        await shown(hand, ChoiceScreen)
        await press(hand, "escape", "s")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, ReviewScreen)
        signed = await seen(hand)
        await press(hand, "t", "down", "c", *"Well", "enter", "escape")
        changed = await seen(hand)
        await press(hand, "s", "down", "enter")

    review = stored(house, session)
    assert "Signed, version 1" in signed
    assert "Version 1 is signed, then changed" in changed
    assert [one.version for one in review.signatures] == [1, 2]
    assert [len(one.comments) for one in review.signatures] == [0, 1]
    assert house.verify() == ()


async def test_the_mentee_reads_what_was_signed(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", "r", *"Joking", "enter")
        await press(hand, *"aaaaaaaa", "s", "down", "enter")

    page = house.report(session, "text")
    assert f"Signed by {MENTOR}" in page
    assert f"rejected by {MENTOR}. Joking" in page


@pytest.mark.parametrize("size", [NARROW, LARGE])
async def test_every_deed_is_in_sight_at_every_size(house: House, size: tuple[int, int]) -> None:
    async with running(app(house), size) as hand:
        await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter")
        words = await seen(hand)

        for deed in ("A accept", "J adjust", "R reject", "L not this line", "W points elsewhere"):
            assert deed in words
        assert "1 of 3" not in words


async def test_what_was_written_is_shown_as_it_is_and_never_obeyed(
    house: House, session: str
) -> None:
    reviewing = house.desk.review(session, MENTOR)
    for text in ("[@click=app.quit]leave[/]", "[/foo]", "\x1b]0;title\x07 %(name)s {0}"):
        reviewing.comment(2, text)
        reviewing.add("observed", text, (spot_of(reviewing.session, 2),))
        reviewing.set_agenda([Moment(turn=2, question=text)])
        reviewing.correct("try.blame@2", 4, text)
    async with running(app(house), LARGE) as hand:
        await opened(hand)
        await press(hand, "enter", "right", "right")
        point = await seen(hand)
        await press(hand, *["right"] * 10)
        words = await seen(hand)

    assert "[@click=app.quit]leave[/]" in words
    assert "[/foo]" in words
    assert "%(name)s {0}" in words
    assert "%(name)s {0}" in point
    assert "\x1b" not in words


async def test_a_session_with_little_in_it_can_be_reviewed_to_its_end(tmp_path: Path) -> None:
    with house_in(tmp_path) as small:
        session = await shared(small, "Hi.")
        async with running(app(small)) as hand:
            await opened(hand)
            await press(hand, "enter")
            while small.desk.review(session, MENTOR).review.waiting:
                await press(hand, "u", "escape", "a", "enter")
            await press(hand, "right")

            assert "Every point is ruled on" in await seen(hand)


QUESTION = (
    "Was it right to bring up Paul’s move so early, or should I have waited until she had said "
    "what the rule is for?"
)


async def test_what_the_mentee_asks_is_whole_on_the_desk_and_before_the_talk(
    house: House, session: str
) -> None:
    told_after = (
        TurnMarked(turn=4, by="mentee", note=QUESTION),
        TurnMarked(turn=2, by="mentee", note="zanzibar", private=True),
        IntentionSet(text="Ask before I propose anything."),
        ReflectionWritten(answers=("I asked twice.", "The pause.", "I would wait.")),
    )
    house.archive.journal(session).append(told_after, house.session(session).seq)
    async with running(app(house)) as hand:
        await seated(hand)
        desk = " ".join((await seen(hand)).replace("│", " ").split())
        await press(hand, "enter")
        screen = await shown(hand, ReviewScreen)
        told = "\n".join(one.text for one in screen.query_one("#point", Prose)._blocks)
        await hand.pause()
        first = await seen(hand)
        await press(hand, *["pagedown"] * 3)
        last = await seen(hand)

    assert "marked turn 4:" in desk
    assert "what the rule is for?" in desk
    assert f"Sam marked turn 4: “{QUESTION}”" in told
    assert "I asked twice." in told
    assert "I would wait." not in first
    assert "I would wait." in last
    assert "zanzibar" not in desk + told


async def test_what_the_draft_did_not_find_can_be_seen_elsewhere_in_one_go(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        screen = await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter", *"aaa")
        while screen.round.point.verdict != "not-observed":
            await press(hand, "a")
        point = screen.round.point.id
        await press(hand, "j")
        offered = await seen(hand)
        await press(hand, "o", "down", "enter", *"Here", "enter")

    review = stored(house, session)
    assert "O observed, elsewhere" in offered
    assert (review.rulings[point].verdict, review.rulings[point].reason) == ("observed", "Here")
    assert review.corrected[point].reason == "Here"


async def test_the_rest_is_accepted_only_once_each_point_was_seen(
    house: House, session: str
) -> None:
    async with running(app(house)) as hand:
        screen = await opened(hand)
        await press(hand, "enter", "n", "enter", "y", "enter")
        of = len(screen.round.review.opened.draft)
        screen.round.place = of - 1
        await press(hand, "right")
        before = await seen(hand)
        await press(hand, *["left"] * of, *["right"] * of)
        after = await seen(hand)
        await press(hand, "v")

    assert "accept the rest" not in before
    assert "V accept the rest" in after
    assert stored(house, session).waiting == ()


@pytest.mark.parametrize("key", ["c", "p"])
async def test_what_leaves_no_trace_in_front_is_said_to_be_kept(house: House, key: str) -> None:
    async with running(app(house)) as hand:
        await opened(hand)
        await press(hand, "down", key, *("y" if key == "p" else ""), *"Good", "enter")

        assert "is kept" in await seen(hand)
