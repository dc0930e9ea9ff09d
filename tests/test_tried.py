"""What a session can be laid beside: the talk it takes up again first, then its own retries."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.wiring import House
from tests.tui.hand import Speaking, begun, house_in
from tests.tui.looked_back import ASKING, BLUNT, HEARD, said_to


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path) as built:
        yield built


async def again(house: House, session: str, turn: int, *lines: str) -> str:
    """A retry of `session` at `turn`; its id."""
    held = house.retry(session, turn)
    await said_to(held, *lines)
    held.leave()
    return held.session.id


async def first(house: House) -> str:
    held = begun(house, Speaking())
    await said_to(held, HEARD, BLUNT, "I see.")
    held.leave()
    return held.session.id


def moments(house: House, session: str) -> list[tuple[str, int, int]]:
    return [
        (one.session, one.laid.turn, len(one.laid.ways)) for one in house.learning.tried(session)
    ]


async def test_a_session_that_was_never_tried_again_has_nothing_beside_it(house: House) -> None:
    assert moments(house, await first(house)) == []


async def test_a_retry_and_its_first_talk_are_laid_side_by_side_from_both(house: House) -> None:
    root = await first(house)
    retry = await again(house, root, 4, ASKING)

    assert moments(house, root) == moments(house, retry) == [(root, 4, 2)]


async def test_a_retry_of_a_retry_stands_beside_whoever_spoke_before_it(house: House) -> None:
    root = await first(house)
    retry = await again(house, root, 4, "I see.", HEARD)
    earlier = await again(house, retry, 2, "Fine.")
    later = await again(house, retry, 6, "Fine.")

    assert moments(house, earlier) == [(root, 2, 2)]
    assert moments(house, later) == [(retry, 6, 2)]
    assert moments(house, retry) == [(root, 4, 2), (retry, 6, 2)]


async def test_where_the_first_talk_was_forgotten_a_retry_stands_alone(house: House) -> None:
    root = await first(house)
    retry = await again(house, root, 4, ASKING)
    house.forget(root)

    assert moments(house, retry) == []
