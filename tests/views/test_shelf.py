"""The shelf: titles that mean something, attempts counted, what comes next."""

from datetime import timedelta

import pytest

from simulator.views.shelf import ShelfSession, gentlest, shelf
from tests.views.shelves import EN, FR, NOW, Card, Reviewed, Row, Source


def session(row: Row, *reviews: Reviewed) -> ShelfSession:
    (one,) = shelf(Source(held=[row]), EN, now=NOW, reviews=reviews).sessions
    return one


def test_a_scenario_is_described_in_the_language_of_the_reader() -> None:
    (english,) = shelf(Source([Card()]), EN).scenarios

    assert english.kind == "Negotiations"
    assert english.brief == "level 2\u00a0· 12\u00a0min"
    assert english.facts == "level 2, usual\u00a0· 12\u00a0min"
    assert english.summary == "You ask for more."
    assert english.skills == "You practise: open questions and made here."


def test_a_scenario_in_another_language_says_which() -> None:
    (french,) = shelf(Source([Card()]), FR).scenarios

    assert french.facts.endswith("· en anglais")


def test_scenarios_stand_by_kind_and_the_gentlest_come_first() -> None:
    conflict = Card("d", kind="conflict", level=1)
    cards = [conflict, Card("c", level=3), Card("a", title="B"), Card("b", title="A")]

    assert [one.id for one in shelf(Source(cards), EN).scenarios] == ["b", "a", "c", "d"]


def test_the_gentlest_scenario_is_the_lightest_and_shortest_in_the_language_of_the_reader() -> None:
    cards = [Card("a", level=1, minutes=12), Card("b", level=1, minutes=9), Card("c", level=2)]
    french = Card("d", level=3, language="fr")

    assert gentlest([*cards, french], "en") == cards[1]
    assert gentlest([*cards, french], "fr") == french
    assert gentlest([], "en") is None


def test_attempts_are_counted_for_each_mentee_from_the_oldest() -> None:
    rows = [Row("3"), Row("2", mentee="Alex"), Row("1")]

    titles = [one.title for one in shelf(Source(held=rows), EN).sessions]

    assert titles == ["A raise, attempt 2", "A raise, attempt 1", "A raise, attempt 1"]


def test_a_retry_says_from_which_turn() -> None:
    assert session(Row("1", parent_turn=4)).title == "A raise, attempt 1, from turn 4"


def test_a_scenario_says_how_often_it_was_rehearsed_and_how_the_last_time_ended() -> None:
    rows = [Row("3", outcome="left", opened_at=NOW - timedelta(days=1)), Row("2"), Row("1")]
    held = shelf(Source([Card()], rows), EN, now=NOW).scenarios[0]
    never = shelf(Source([Card()]), EN).scenarios[0]

    assert (held.done, held.often) == ("You have rehearsed it 3 times.", "3 times")
    assert held.last == (
        "Last time: yesterday 15:04, left before its end. You have taken it to its end 2 times."
    )
    assert (never.done, never.often, never.last) == ("", "", "")


def test_a_talk_without_a_word_and_another_try_at_one_are_not_counted_as_rehearsed() -> None:
    rows = [Row("3", parent_turn=4), Row("2", turns=0), Row("1")]
    held = shelf(Source([Card()], rows), EN, now=NOW).scenarios[0]
    empty = shelf(Source([Card()], [Row("2", turns=0)]), EN, now=NOW).scenarios[0]

    assert (held.done, held.often) == ("You have rehearsed it once.", "once")
    assert (empty.done, empty.often, empty.last) == ("", "", "")


def test_no_mark_and_no_figure_but_a_count_is_told_of_what_was_done() -> None:
    held = shelf(Source([Card()], [Row("1", outcome="deal")]), EN, now=NOW).scenarios[0]

    assert "deal" not in held.last
    assert held.last == "Last time: today 15:04, finished."


def test_each_outcome_says_what_comes_next() -> None:
    rows = [Row("1", outcome="open"), Row("2", outcome="stopped"), Row("3", outcome="deal")]

    found = shelf(Source(held=rows), EN)

    assert [one.is_open for one in found.sessions] == [True, False, False]
    assert len({one.next_step for one in found.sessions}) == 3


@pytest.mark.parametrize(
    ("ago", "english", "french"),
    [
        (timedelta(0), "today 15:04", "aujourd’hui 15\u00a0h\u00a004"),
        (timedelta(days=1), "yesterday 15:04", "hier 15\u00a0h\u00a004"),
        (timedelta(days=2), "17\u00a0March", "17\u00a0mars"),
        (timedelta(days=100), "9\u00a0December 2025", "9\u00a0décembre 2025"),
    ],
)
def test_when_it_was_is_said_as_people_say_it(ago: timedelta, english: str, french: str) -> None:
    source = Source(held=[Row("1", opened_at=NOW - ago)])

    found = [shelf(source, t, now=NOW).sessions[0].when for t in (EN, FR)]

    assert found == [english, french]


def test_who_is_awaited_at_it_or_has_signed_is_named() -> None:
    shared = Row("1", shared_with=("Noor", "Ana"))

    assert session(Row("1")).standing == ""
    assert session(Row("1")).readers == "Readable by you alone."
    assert session(shared).standing == "waiting for Noor and Ana"
    assert session(shared).readers == "Shared with Noor and Ana."
    assert session(shared, Reviewed("1", "Noor")).standing == "being reviewed by Noor"
    signed = (Reviewed("1", "Noor", 2), Reviewed("1", "Ana"))
    assert session(shared, *signed).standing == "signed by Noor"
    assert session(shared, *signed).readers == "Shared with Noor and Ana. Signed by Noor."


def test_what_is_not_on_the_shelf_is_not_found() -> None:
    found = shelf(Source([Card()], [Row("1")]), EN)

    assert found.scenario("pay") is not None
    assert found.session("1") is not None
    assert (found.scenario("1"), found.session("pay"), found.scenario(None)) == (None, None, None)
