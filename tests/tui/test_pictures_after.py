"""Pictures of looking back: 80×24 in English and 120×40 in French, on a stage of the tests' own."""

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.screens.commitment import CommitmentScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.prediction import PredictionScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.sharing import SharingScreen
from simulator.tui.screens.ways import WaysScreen
from simulator.tui.widgets.fields import Page
from tests.tui.hand import press, running, shown
from tests.tui.looked_back import BLUNT, HEARD, opened, said_to
from tests.tui.pictures import Given, app_of, still


async def talked(given: Given, *lines: str) -> str:
    """A session of these lines, with what was meant; its id."""
    held = given.house.begin(given.stage, mentee="Sam")
    held.intend("Demander pourquoi d’abord" if given.is_french else "Ask why first")
    await said_to(held, *lines)
    held.leave()
    return held.session.id


async def looked_at(given: Given) -> str:
    """A session that was reflected on, with a note to oneself in it."""
    session = await talked(given, HEARD, BLUNT, "I see.")
    held = given.house.resume(session)
    held.mark(5, by="mentee", note="Ici" if given.is_french else "Here")
    held.reflect(("Comprendre" if given.is_french else "To understand", "", ""))
    held.predict({"open-questions": "yes"})
    return session


async def test_the_questions(given: Given, picture: SnapshotAssertion) -> None:
    session = await talked(given, HEARD)
    async with running(app_of(given), given.size) as hand:
        screen = await opened(hand, session, ReflectionScreen)
        screen.query(Page).first().text = "Comprendre." if given.is_french else "To understand."

        assert await still(hand) == picture


async def test_the_guess(given: Given, picture: SnapshotAssertion) -> None:
    session = await talked(given, HEARD)
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, ReflectionScreen)
        await press(hand, "f5")
        screen = await shown(hand, PredictionScreen)
        await press(hand, "y")
        screen.query("Guess").first().focus()

        assert await still(hand) == picture


async def test_the_debrief(given: Given, picture: SnapshotAssertion) -> None:
    session = await looked_at(given)
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, DebriefScreen)

        assert await still(hand) == picture


async def test_the_debrief_at_a_point(given: Given, picture: SnapshotAssertion) -> None:
    session = await looked_at(given)
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "n", "n")

        assert await still(hand) == picture


async def test_what_stands_behind_the_debrief(given: Given, picture: SnapshotAssertion) -> None:
    session = await looked_at(given)
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "f")

        assert await still(hand) == picture


async def test_ways_side_by_side(given: Given, picture: SnapshotAssertion) -> None:
    session = await looked_at(given)
    await given.house.learning.try_line(session, 4, "What is behind the rule, for you?")
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "w")
        await shown(hand, WaysScreen)

        assert await still(hand) == picture


@pytest.mark.parametrize(
    ("key", "kind"), [("c", CommitmentScreen), ("h", SharingScreen)], ids=["step", "share"]
)
async def test_what_follows(
    given: Given,
    picture: SnapshotAssertion,
    key: str,
    kind: type[CommitmentScreen] | type[SharingScreen],
) -> None:
    session = await looked_at(given)
    given.house.afterwards(session).share("Noor")
    async with running(app_of(given), given.size) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, key)
        await shown(hand, kind)

        assert await still(hand) == picture
