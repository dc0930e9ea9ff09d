"""The notebook: what is being written is there again, is private, and goes when it is kept."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import StorageError
from simulator.wiring import House
from simulator.wiring.notebook import Written
from tests.tui.hand import Speaking, begun, house_in


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path) as built:
        yield built


def test_what_is_written_is_there_again(house: House) -> None:
    session = begun(house, Speaking()).session.id
    house.notebook.answer(session, ("«Why?»", "", "\x1b[31mred"))
    house.notebook.guess(session, {"open-questions": "no"})
    house.notebook.line(session, "And then\x1b[2J")

    again = house.speaking("fr").notebook.of(session)

    assert again == Written(("«Why?»", "", "red"), (("open-questions", "no"),), "And then")


def test_nobody_but_its_owner_reads_it(house: House) -> None:
    session = begun(house, Speaking()).session.id
    house.notebook.answer(session, ("Ask",))

    (path,) = house.home.glob("unfinished-*")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_goes_with_the_last_word_in_it_and_with_its_session(house: House) -> None:
    gone = []
    for empty in (True, False):
        session = begun(house, Speaking()).session.id
        house.notebook.answer(session, ("Ask",))
        if empty:
            house.notebook.answer(session, ("",))
        else:
            house.forget(session)
        gone.append(list(house.home.glob("unfinished-*")))

    assert gone == [[], []]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"answers": 3}', '{"answers": ["a"], "guesses": [["b", "maybe", 1]]}']
)
def test_what_cannot_be_read_counts_as_not_written(house: House, text: str) -> None:
    session = begun(house, Speaking()).session.id
    (house.home / f"unfinished-{session}.json").write_text(text, "utf-8")

    assert house.notebook.of(session) == Written()


def test_where_nothing_can_be_written_it_says_so(house: House) -> None:
    session = begun(house, Speaking()).session.id
    (house.home / f"unfinished-{session}.new").mkdir()

    with pytest.raises(StorageError, match="cannot-write"):
        house.notebook.answer(session, ("Ask",))
