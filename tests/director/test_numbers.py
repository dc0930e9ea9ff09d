import pytest

from simulator.director.numbers import figures_in
from simulator.text import fold


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("two days a week", {"2"}),
        ("une journée, un jour par semaine", {"1"}),
        ("one of them said so", set()),
        ("Mardi et jeudis", {"tuesday", "thursday"}),
        ("44,000 a year", {"44000"}),
        ("12 pages", {"12"}),
    ],
)
def test_numbers_and_weekdays_have_one_key_in_both_languages(line: str, keys: set[str]) -> None:
    assert set(figures_in(fold(line))) == keys


def test_ten_o_clock_is_not_ten_pages() -> None:
    assert not figures_in(fold("ten pages")).keys() & figures_in(fold("ten o'clock")).keys()
    assert figures_in(fold("at ten")).keys() == figures_in(fold("ten o'clock")).keys()
    assert figures_in(fold("à dix heures")).keys() == figures_in(fold("à 10 h")).keys()
