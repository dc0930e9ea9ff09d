"""Pictures of mentoring and learning: the desk, the review at each of its stages, progress."""

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.screens.agreement import AgreementScreen
from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.review import ReviewScreen
from simulator.wiring import House
from tests.tui.hand import LARGE, SMALL, Hand, press, running, shown, until
from tests.tui.looked_back import app
from tests.tui.mentored import seated, shared
from tests.tui.pictures import still

STAGES = {
    "unseen": ("enter",),
    "point": ("enter", "n", "enter", "y", "enter"),
    "closing": ("enter", "n", "enter", "y", "enter", *"aaaaaaaaa"),
}


@pytest.fixture(params=["en", "fr"])
def seen_by(request: pytest.FixtureRequest) -> tuple[House, tuple[int, int]]:
    """A house in either language, and how much room there is."""
    is_french = request.param == "fr"
    house: House = request.getfixturevalue("maison" if is_french else "house")
    return house, LARGE if is_french else SMALL


async def reviewing(hand: Hand) -> None:
    """The first session on the desk, under review."""
    await seated(hand)
    await press(hand, "enter")
    await shown(hand, ReviewScreen)


async def test_the_desk(seen_by: tuple[House, tuple[int, int]], picture: SnapshotAssertion) -> None:
    house, size = seen_by
    await shared(house)
    await shared(house, "Hi.")
    async with running(app(house), size) as hand:
        await reviewing(hand)
        await press(hand, "enter", "x", "escape")
        await shown(hand, DeskScreen)

        assert await still(hand) == picture


@pytest.mark.parametrize("stage", STAGES)
async def test_the_review(
    seen_by: tuple[House, tuple[int, int]], stage: str, picture: SnapshotAssertion
) -> None:
    house, size = seen_by
    await shared(house)
    async with running(app(house), size) as hand:
        await reviewing(hand)
        await press(hand, *STAGES[stage])

        assert await still(hand) == picture


async def test_what_reviews_add_up_to(
    seen_by: tuple[House, tuple[int, int]], picture: SnapshotAssertion
) -> None:
    house, size = seen_by
    await shared(house)
    async with running(app(house), size) as hand:
        await reviewing(hand)
        await press(hand, *STAGES["closing"], "s", "down", "enter", "escape", "g")
        await shown(hand, AgreementScreen)

        assert await still(hand) == picture


async def test_progress(seen_by: tuple[House, tuple[int, int]], picture: SnapshotAssertion) -> None:
    house, size = seen_by
    await shared(house)
    await shared(house, "What is behind the rule on working from home, for you?")
    running_app = app(house)
    async with running(running_app, size) as hand:
        running_app.action_progress()
        screen = await shown(hand, ProgressScreen)
        await until(lambda: screen.is_reckoned, "nothing was reckoned")

        assert await still(hand) == picture
