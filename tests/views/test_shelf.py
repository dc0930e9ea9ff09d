"""The shelf: titles that mean something, attempts counted, what comes next."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from simulator.i18n import Translator
from simulator.views.shelf import shelf

EN, FR = Translator.of("en", strict=True), Translator.of("fr", strict=True)


@dataclass(frozen=True)
class Card:
    id: str = "pay"
    title: str = "A raise"
    kind: str = "negotiation"
    level: int = 2
    minutes: int = 12
    skills: tuple[str, ...] = ("open-questions", "made-here")
    language: str = "en"
    summary: str = "You ask for\n more."


@dataclass(frozen=True)
class Row:
    id: str
    scenario: str = "pay"
    title: str = "A raise"
    mentee: str = "Sam"
    opened_at: datetime = datetime(2026, 3, 19, 15, 4, tzinfo=UTC)
    turns: int = 3
    outcome: str = "deal"
    parent_turn: int | None = None


@dataclass(frozen=True)
class Source:
    on_shelf: list[Card] = field(default_factory=list)
    held: list[Row] = field(default_factory=list)

    def cards(self) -> list[Card]:
        return self.on_shelf

    def sessions(self) -> list[Row]:
        return self.held


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


def test_attempts_are_counted_for_each_mentee_from_the_oldest() -> None:
    rows = [Row("3"), Row("2", mentee="Alex"), Row("1")]

    titles = [one.title for one in shelf(Source(held=rows), EN).sessions]

    assert titles == ["A raise, attempt 2", "A raise, attempt 1", "A raise, attempt 1"]


def test_a_retry_is_told_from_a_new_start() -> None:
    (one,) = shelf(Source(held=[Row("1", parent_turn=4)]), EN).sessions

    assert one.title == "A raise, attempt 1 (another line)"


def test_a_scenario_says_how_often_it_was_rehearsed() -> None:
    twice = shelf(Source([Card()], [Row("2"), Row("1")]), EN).scenarios[0]
    never = shelf(Source([Card()]), EN).scenarios[0]

    assert (twice.done, never.done) == ("You have rehearsed it 2 times.", "")


def test_each_outcome_says_what_comes_next() -> None:
    rows = [Row("1", outcome="open"), Row("2", outcome="stopped"), Row("3", outcome="deal")]

    found = shelf(Source(held=rows), EN)

    assert [one.is_open for one in found.sessions] == [True, False, False]
    assert len({one.next_step for one in found.sessions}) == 3


def test_what_is_not_on_the_shelf_is_not_found() -> None:
    found = shelf(Source([Card()], [Row("1")]), EN)

    assert found.scenario("pay") is not None
    assert found.session("1") is not None
    assert (found.scenario("1"), found.session("pay"), found.scenario(None)) == (None, None, None)
