"""Places where words were said: under the title of their talk, with what was looked for in them."""

from dataclasses import dataclass
from typing import Literal

from simulator.text import Span
from simulator.views.places import MOST, Places, places
from simulator.views.shelf import shelf
from tests.views.shelves import EN, FR, NOW, Row, Source


@dataclass(frozen=True)
class Hit:
    session: str = "1"
    turn: int = 4
    speaker: Literal["mentee", "persona"] = "mentee"
    snippet: str = "the rule\nis a rule"
    found: tuple[Span, ...] = (Span(4, 8),)


SHELF = shelf(Source(held=[Row("1")]), EN, now=NOW)


def test_a_place_says_which_talk_which_turn_who_and_the_words_around() -> None:
    (one,) = places("rule", [Hit()], SHELF, EN).places

    assert (one.title, one.when) == ("A raise, attempt 1", "today 15:04")
    assert one.who == "turn 4, you"
    assert one.text == "the rule is a rule"
    assert [span.of(one.text) for span in one.found] == ["rule"]


def test_the_other_is_called_so_in_the_language_of_the_reader() -> None:
    (one,) = places("rule", [Hit(speaker="persona")], SHELF, FR).places

    assert one.who == "tour 4, l’autre"


def test_a_talk_that_is_not_listed_any_more_goes_by_its_id() -> None:
    (one,) = places("rule", [Hit(session="gone")], SHELF, EN).places

    assert (one.title, one.when) == ("gone", "")


def test_it_is_said_how_many_there_are_and_why_there_are_none() -> None:
    many = places("rule", [Hit()] * MOST, SHELF, EN)

    assert many.counted(EN) == f"the {MOST} best places"
    assert places("rule", [Hit()], SHELF, EN).counted(EN) == "1 place"
    assert Places().counted(EN) == ""
    assert Places("zzz").nothing(EN) == "Nobody said “zzz”."
    assert Places(" ").nothing(EN) == Places().nothing(EN)


def test_what_another_try_took_along_is_told_once() -> None:
    rows = [Row("2", parent_turn=4), Row("1")]
    held = shelf(Source(held=rows), EN, now=NOW)
    hits = [Hit("2", 2), Hit("1", 2), Hit("2", 4), Hit("1", 4)]

    found = places("rule", hits, held, EN).places
    without_parent = places("rule", [Hit("2", 2)], held, EN).places

    assert [(one.session, one.turn) for one in found] == [("1", 2), ("2", 4), ("1", 4)]
    assert [(one.session, one.turn) for one in without_parent] == [("2", 2)]
