"""What to practise next and why; what was resolved, and when it is asked about."""

from datetime import date
from pathlib import Path

import pytest

from simulator.config import shipped
from simulator.debrief.next_step import (
    MOST,
    fitting,
    reminders,
    resolved,
    suggestions,
)
from simulator.errors import UsageError
from simulator.library.catalogue import Card, Library
from simulator.library.scenario import Resource
from simulator.practice.events import CommitmentMade
from tests.debrief.pasts import past


def card(name: str, *skills: str, level: int = 2, **changes: object) -> Card:
    given: dict[str, object] = {
        "id": name,
        "title": name.title(),
        "kind": "conflict",
        "level": level,
        "minutes": 12,
        "skills": skills or ("acknowledging",),
        "language": "en",
        "languages": ("en", "fr"),
        "summary": "",
        "status": "validated",
        "path": Path("scenarios"),
    }
    return Card(**{**given, **changes})  # type: ignore[arg-type]


PRESENCE = card("presence")
SLIDE = card("slide")


def kinds(*given: object, cards: tuple[Card, ...]) -> list[tuple[str, str]]:
    found = suggestions(given, cards, "en")  # type: ignore[arg-type]
    return [(one.kind, one.scenario) for one in found]


def test_whoever_has_not_begun_is_given_the_easiest_scenario() -> None:
    (one,) = suggestions([], [PRESENCE, card("easy", level=1)], "en")

    assert (one.kind, one.code, one.scenario) == ("first", "next.first", "easy")


def test_the_skill_most_missed_is_tried_in_a_scenario_not_yet_played() -> None:
    one = suggestions(
        [
            past(1, "presence", wanted=1, missed=3),
            past(2, "desk", wanted=1, missed=1, skill="proposing"),
        ],
        [PRESENCE, SLIDE, card("bench", "proposing")],
        "en",
    )[0]

    assert (one.kind, one.scenario, one.skill) == ("probe", "slide", "acknowledging")
    assert (one.code, one.values) == (
        "next.probe.missed",
        {"missed": 3, "chances": 4, "before": "Presence"},
    )


def test_what_was_missed_long_ago_and_not_since_is_not_held_up() -> None:
    found = suggestions(
        [past(1, wanted=0, missed=4), past(2, wanted=2, missed=0)], [PRESENCE, SLIDE], "en"
    )

    assert found[0].code == "next.probe.held"


def test_where_every_scenario_was_played_the_same_one_is_tried_harder() -> None:
    found = kinds(past(1, wanted=2, missed=1), cards=(PRESENCE,))

    assert found == [("level", "presence"), ("retry", "presence")]


def test_where_most_was_missed_the_turn_comes_before_the_level() -> None:
    (one,) = suggestions([past(1, wanted=1, missed=2)], [PRESENCE], "en")

    assert (one.kind, one.session, one.turn) == ("retry", "s1", 4)


def test_the_hardest_level_has_no_next() -> None:
    found = kinds(past(1, wanted=2, missed=1, level=3), cards=(PRESENCE,))

    assert found == [("retry", "presence")]


def test_a_skill_that_held_everywhere_leaves_nothing_to_suggest() -> None:
    pasts = (past(1, missed=0), past(2, "slide", missed=0))

    assert kinds(*pasts, cards=(PRESENCE, SLIDE)) == []


def test_retired_scenarios_and_other_languages_are_not_suggested() -> None:
    others = (card("old", status="retired"), card("autre", languages=("fr",)))

    assert suggestions([], others, "en") == ()


def test_a_scenario_that_was_begun_and_stopped_is_not_offered_as_new() -> None:
    stopped = past(2, "slide", wanted=0, missed=0, is_told=False)

    assert kinds(past(1), stopped, cards=(PRESENCE, SLIDE))[0][0] != "probe"


def test_the_nearest_level_and_the_same_kind_come_first() -> None:
    far, other = card("a-far", level=3), card("b-other", kind="negotiation")

    assert kinds(past(1), cards=(PRESENCE, far, other, SLIDE))[0] == ("probe", "slide")


def test_suggestions_are_of_the_library_and_never_more_than_three() -> None:
    cards = Library((shipped(),)).cards("en")
    pasts = [
        past(1, "pay-and-presence", wanted=1, missed=1),
        past(2, "first-prompts", skill="plain-words"),
    ]

    found = suggestions(pasts, cards, "en")

    assert 0 < len(found) <= MOST
    assert {one.scenario for one in found} <= {one.id for one in cards}
    assert len({one.kind for one in found}) == len(found)


def test_resources_are_those_of_the_skill_each_once() -> None:
    book = Resource.model_validate({"title": "A book", "for": "acknowledging"})
    film = Resource.model_validate({"title": "A film", "for": "proposing"})

    assert fitting([book, film, book], "acknowledging") == (book,)


def test_a_resolution_is_asked_about_from_its_day_on() -> None:
    made = CommitmentMade(when="she says no", then="I ask why", due=date(2026, 2, 1))
    waiting = past(1, awaited=made)

    assert reminders([waiting], date(2026, 1, 31)) == ()
    assert [one.made for one in reminders([waiting, past(2)], date(2026, 2, 1))] == [made]


def test_the_resolution_due_first_is_asked_about_first() -> None:
    late = past(1, awaited=CommitmentMade(when="a", then="b", due=date(2026, 2, 2)))
    soon = past(2, awaited=CommitmentMade(when="a", then="b", due=date(2026, 2, 1)))

    asked = reminders([late, soon], date(2026, 3, 1))

    assert [one.session for one in asked] == ["s2", "s1"]


@pytest.mark.parametrize(
    ("when", "then", "kept"),
    [
        ("If she says no", "then I ask why", ("she says no", "I ask why")),
        ("s’il refuse", "alors, je demande pourquoi", ("il refuse", "je demande pourquoi")),
        ("on\nMonday", "ask  her", ("on Monday", "ask her")),
        ("Simon comes", "il faut que je lui parle", ("Simon comes", "il faut que je lui parle")),
    ],
)
def test_a_resolution_is_kept_on_two_lines_without_its_if_and_then(
    when: str, then: str, kept: tuple[str, str]
) -> None:
    made = resolved(when, then)

    assert (made.when, made.then) == kept


@pytest.mark.parametrize(
    ("when", "then", "code"),
    [
        ("", "I ask why", "commitment-half"),
        ("she says no", " then ", "commitment-half"),
        ("she says no", "she will be sorry", "commitment-not-yours"),
        ("je demande", "mon chef doit accepter", "commitment-not-yours"),
        ("x" * 241, "I ask why", "commitment-too-long"),
    ],
)
def test_a_resolution_that_is_none_is_refused(when: str, then: str, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        resolved(when, then)

    assert refused.value.code == code
