"""The mentee's own words and guesses come first, and nothing typed is lost."""

import pytest
from textual.widgets import Button

from simulator.practice.session import Session
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.prediction import PredictionScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.ways import WaysScreen
from simulator.tui.widgets.fields import Page
from simulator.tui.widgets.guess import Guess
from simulator.wiring import House
from tests.tui.hand import LARGE, Hand, press, running, seen, shown, strike, until
from tests.tui.looked_back import ASKING, app, opened, talked


async def written(hand: Hand, text: str) -> None:
    """Type into the question in focus."""
    await press(hand, *text)


def expected(session: Session) -> dict[str, str]:
    made = session.followup.prediction
    return dict(made.expected) if made else {}


async def test_what_the_mentee_meant_to_do_stands_above_the_questions(house: House) -> None:
    session = await talked(house, ASKING, intention="Ask why first")
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        picture = await seen(hand)

    assert picture.index("Ask why first") < picture.index("What were you trying to do?")


async def test_words_and_guesses_are_stored_together(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await written(hand, "Asking")
        await press(hand, "f5")
        await shown(hand, PredictionScreen)
        held_back = house.session(session).reflection
        await press(hand, "n", "enter")
        await shown(hand, DebriefScreen)
        picture = await seen(hand)

    kept = house.session(session)
    assert held_back is None
    assert kept.reflection is not None
    assert kept.reflection.answers == ("Asking", "", "")
    assert expected(kept) == {"open-questions": "no"}
    assert "Asking" in picture
    assert "you expected not to see it" in picture


async def test_one_key_passes_over_everything(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)

    kept = house.session(session)
    assert kept.reflection is not None
    assert kept.reflection.skipped
    assert expected(kept) == {}


@pytest.mark.parametrize(
    ("answer", "leads_to", "stays"),
    [
        (("escape",), ReflectionScreen, True),
        (("down", "enter"), PredictionScreen, True),
        (("down", "down", "enter"), DebriefScreen, False),
    ],
)
async def test_escape_asks_before_it_takes_words_away(
    house: House, answer: tuple[str, ...], leads_to: type[ReflectionScreen], *, stays: bool
) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await written(hand, "Ask")
        await press(hand, "escape")
        await shown(hand, ChoiceScreen)
        await press(hand, *answer)
        await shown(hand, leads_to)

    assert (house.notebook.of(session).answers == ("Ask", "", "")) is stays


async def test_the_language_changes_under_what_is_being_typed(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, ReflectionScreen)
        await press(hand, "tab")
        await written(hand, "Ask")
        await press(hand, "left", "f2")
        await written(hand, "x")
        french = await seen(hand)

        assert "Que cherchiez-vous à faire" in french
        assert "What" not in french
        assert screen.answers == ("", "Asxk", "")


async def test_what_was_typed_is_there_again_after_the_app_was_left(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await written(hand, "Ask")
        await press(hand, "tab")
        await written(hand, "All")
        await press(hand, "ctrl+q")
    is_answered = house.session(session).reflection is not None
    async with running(app(house)) as hand:
        screen = await opened(hand, session, ReflectionScreen)

        assert not is_answered
        assert screen.answers == ("Ask", "All", "")
        assert screen.focused is list(screen.query(Page))[2]


async def test_guesses_are_there_again_on_the_way_back_and_forth(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await written(hand, "Ask")
        await press(hand, "f5")
        await shown(hand, PredictionScreen)
        await press(hand, "y", "escape")
        words = await shown(hand, ReflectionScreen)
        answers = words.answers
        await press(hand, "f5")
        guessing = await shown(hand, PredictionScreen)

        assert answers == ("Ask", "", "")
        assert [one.answer for one in guessing.query(Guess)] == ["yes"]


async def test_a_guess_is_made_by_a_key_of_either_language_by_arrows_or_by_a_click(
    house: House,
) -> None:
    session = await talked(house, ASKING)
    given = []
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await press(hand, "f5")
        screen = await shown(hand, PredictionScreen)
        guess = screen.query_one(Guess)
        for key in ("o", "n", "p", "delete", "right", "left"):
            guess.focus()
            await press(hand, key)
            given.append(guess.answer)
        await hand.click(Guess, offset=(42, 0))
        given.append(guess.answer)

    assert given == ["yes", "no", "unsure", None, "yes", "unsure", "yes"]


async def test_the_guesses_stay_when_the_language_changes(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await press(hand, "f5")
        screen = await shown(hand, PredictionScreen)
        await press(hand, "y", "f2")
        french = await seen(hand)

        assert "● oui" in french
        assert "yes" not in french
        assert isinstance(screen.focused, Button)


async def test_a_scene_that_was_stopped_is_not_asked_about(house: House) -> None:
    session = await talked(house, ASKING, leaves=False)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        picture = await seen(hand)

    assert "The scene was stopped" in picture
    assert "To try" not in picture


async def test_words_that_mean_harm_stay_words_on_every_screen_after_the_talk(house: House) -> None:
    harm = "[@click=app.quit]x[/] [bold red]y $z {0} %(name)s"
    session = await talked(house, harm, intention=harm)
    await house.learning.try_line(session, 2, f"{harm} again")
    house.notebook.answer(session, (harm, harm, harm))
    seen_ = []
    async with running(app(house), LARGE) as hand:
        await opened(hand, session, ReflectionScreen)
        seen_.append(await seen(hand))
        await press(hand, "f5")
        await shown(hand, PredictionScreen)
        await press(hand, "enter")
        await shown(hand, DebriefScreen)
        seen_.append(await seen(hand))
        await press(hand, "w")
        await shown(hand, WaysScreen)
        seen_.append(await seen(hand))

    assert [harm[:30] in picture for picture in seen_] == [True, True, True]


async def test_letters_struck_just_before_going_on_are_not_overtaken(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await strike(hand, *"ToGetTheRealReason", "f5")
        await shown(hand, PredictionScreen)

    assert house.notebook.of(session).answers == ("ToGetTheRealReason", "", "")


async def test_letters_struck_just_before_leaving_the_app_are_noted(house: House) -> None:
    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        await strike(hand, *"ToGetTheRealReason", "ctrl+q")
        await until(lambda: hand.app._exit, "the app stays open")

    assert house.notebook.of(session).answers == ("ToGetTheRealReason", "", "")
