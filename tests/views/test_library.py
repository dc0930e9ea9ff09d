"""The library as somebody has it before them: rows in groups, filtered, counted, and never lost."""

from datetime import timedelta

from simulator.views.library import LibraryView, described
from simulator.views.rows import Row as Line
from simulator.views.shelf import shelf
from tests.views.shelves import EN, FR, NOW, Card, Row, Source

CARDS = [
    Card("pay", "A raise", skills=("open-questions", "proposing")),
    Card("slide", "Whose name", kind="conflict", level=3, skills=("repairing",)),
    Card("ship", "The shipment", kind="difficult-conversation", level=1, language="fr"),
]
ROWS = [
    Row("4", outcome="open", parent_turn=4),
    Row("3", "slide", "Whose name", outcome="left", opened_at=NOW - timedelta(days=1)),
    Row("2", outcome="open", turns=0, opened_at=NOW - timedelta(days=3)),
    Row("1", opened_at=NOW - timedelta(days=40)),
]


def view(cards: list[Card] = CARDS, rows: list[Row] = ROWS) -> LibraryView:
    return LibraryView().filled(shelf(Source(cards, rows), EN, now=NOW))


def told(of: LibraryView) -> dict[str, list[str]]:
    return {group.heading: [row.title for row in group.rows] for group in of.rows(EN, NOW)}


def lines(of: LibraryView) -> list[Line]:
    return [row for group in of.rows(EN, NOW) for row in group.rows]


def test_what_is_under_way_stands_above_the_kinds() -> None:
    assert told(view()) == {
        "Under way": ["A raise"],
        "Negotiations": ["A raise"],
        "Conflicts": ["Whose name"],
        "Difficult conversations": ["The shipment"],
    }


def test_scenarios_are_grouped_by_level_by_skill_by_language_and_by_kind_again() -> None:
    by_kind = view(rows=[])
    by_level = by_kind.regrouped()
    by_skill = by_level.regrouped()
    by_language = by_skill.regrouped()

    assert list(told(by_level)) == ["level 1, gentle", "level 2, usual", "level 3, demanding"]
    assert told(by_skill)["open questions"] == ["The shipment", "A raise"]
    assert list(told(by_skill)) == sorted(told(by_skill))
    assert list(told(by_language)) == ["In French", "In English"]
    assert told(by_language.regrouped()) == told(by_kind)


def test_sessions_stand_by_day_newest_first_or_by_scenario() -> None:
    by_day = view().turned()

    assert [row.of.id for row in lines(by_day)] == ["4", "3", "2", "1"]
    assert list(told(by_day)) == ["Today", "Yesterday", "In the last week", "Before that"]
    assert told(by_day.regrouped()) == {"A raise": ["A raise"] * 3, "Whose name": ["Whose name"]}


def test_a_row_of_a_session_says_which_attempt_and_how_it_stands() -> None:
    first, second, *_ = lines(view().turned())

    assert (first.aside, second.aside) == ("15:04", "15:04")
    assert first.below == "attempt 3, from turn 4\u00a0· can be taken up"
    assert second.below == "attempt 1\u00a0· left before its end"


def test_who_rehearsed_is_named_where_several_did() -> None:
    both = view(rows=[Row("2", mentee="Alex"), Row("1")]).turned()

    assert lines(both)[0].below.startswith("Alex")


def test_a_filter_looks_in_title_kind_skill_level_and_language() -> None:
    def found(query: str) -> list[str]:
        return [row.title for row in lines(view(rows=[]).asked(query))]

    assert found("whose") == ["Whose name"]
    assert found("conflict") == ["Whose name"]
    assert found("repairing") == ["Whose name"]
    assert found("gentle") == ["The shipment"]
    assert found("french") == ["The shipment"]
    assert found("proposing raise") == ["A raise"]


def test_what_was_found_beside_the_title_is_named() -> None:
    (row,) = lines(view(rows=[]).asked("repairing"))

    assert row.aside.startswith("repairing")


def test_accents_need_not_be_typed() -> None:
    french = LibraryView().filled(shelf(Source(CARDS), FR, now=NOW)).asked("negociation")

    assert [row.title for group in french.rows(FR, NOW) for row in group.rows] == ["A raise"]


def test_both_lists_are_filtered_alike_and_say_how_much_answers() -> None:
    asked = view().asked("conflict")

    assert asked.counts(EN, NOW) == {
        "scenarios": ("Scenarios", "1"),
        "sessions": ("Your sessions", "1"),
    }
    assert [row.title for row in lines(asked.turned())] == ["Whose name"]


def test_where_nothing_is_it_is_said_why() -> None:
    unread, empty = LibraryView(), view([], [])

    assert unread.nothing(EN) == ""
    assert unread.counts(EN, NOW)["scenarios"] == ("Scenarios", "")
    assert "“zzz”" in view().asked("zzz").nothing(EN)
    assert empty.nothing(EN) != empty.turned().nothing(EN) != ""


def test_a_step_leaves_everything_else_as_it_is() -> None:
    one = view().turned().regrouped().asked("raise")

    again = one.filled(shelf(Source(CARDS, ROWS), FR, now=NOW))

    assert (again.front, again.query, again.grouped) == ("sessions", "raise", one.grouped)


def test_a_scenario_of_a_kind_unknown_here_stops_nobody() -> None:
    odd = view([Card("odd", kind="quarrel")], [])

    assert told(odd) == {"quarrel": ["A raise"]}


def test_all_that_is_known_of_a_row_is_told() -> None:
    shelved = view().shelf
    scenario, session = described(shelved.scenarios[0]), described(shelved.sessions[0])

    assert scenario[:2] == ("A raise", "You ask for more.")
    assert session[0] == "A raise, attempt 3, from turn 4"
    assert session[1] == "today 15:04\u00a0· Sam\u00a0· 3 lines\u00a0· under way"
