"""Progress as entries with a page each: drawn and said, unassisted apart, nothing added up."""

from datetime import date

import pytest

from simulator.debrief.next_step import Reminder, Suggestion, fitting, reminders, suggestions
from simulator.debrief.progress import progress
from simulator.i18n import Translator
from simulator.library.scenario import Resource
from simulator.practice.events import CommitmentMade
from simulator.views.learning import LearningEntry, bar, curve, group_name, learning_entries
from tests.debrief.pasts import past
from tests.debrief.test_next_step import card
from tests.views.keyed import keyed

ENGLISH = keyed("en")
BOTH = pytest.mark.parametrize("t", [keyed(one) for one in ("en", "fr")])
MADE = CommitmentMade(when="she says no", then="I ask why", due=date(2026, 2, 1))
PASTS = (
    past(1, wanted=1, missed=3),
    past(2, wanted=2, missed=1, parent="s1"),
    past(3, "slide", wanted=3, missed=1, is_signed=True),
    past(4, "slide", wanted=0, missed=0, awaited=MADE),
    past(5, "slide", wanted=2, missed=2, hints=1),
)
RESOURCE = Resource.model_validate(
    {"title": "A book", "for": "acknowledging", "link": "https://example.org/book"}
)


def entries(t: Translator = ENGLISH) -> tuple[LearningEntry, ...]:
    cards = (card("presence"), card("slide"), card("bench", level=1))
    return learning_entries(
        progress(PASTS),
        suggestions(PASTS, cards, "en"),
        reminders(PASTS, date(2026, 2, 2)),
        fitting([RESOURCE], "acknowledging"),
        t,
    )


def test_what_waits_to_be_told_comes_first_and_every_entry_has_its_place() -> None:
    groups = [one.group for one in entries()]

    assert groups == sorted(groups, key=("due", "skills", "next", "resources").index)
    assert [one.id for one in entries()][:2] == ["due:0", "skills:0"]
    assert entries()[0].title == "I ask why"


def test_a_skill_is_drawn_in_steps_and_squares_and_said_beside() -> None:
    (skill,) = progress(PASTS)
    entry = next(one for one in entries() if one.group == "skills")
    texts = [one.text for one in entry.page]

    assert curve(skill) == "▂▆▄"
    assert [bar(one) for one in skill.sessions] == ["■□□□", "■■□", "■■■□", "", "■■□□"]
    assert (entry.title, entry.fact) == ("Acknowledging", "2 of 4")
    assert "■□□□  1 of 4 criteria (draft)" in texts
    assert "no chance in this talk" in texts
    assert texts[-1] == "and 1 retry, not counted"


def test_the_unassisted_stand_apart_from_practice() -> None:
    entry = next(one for one in entries() if one.group == "skills")
    texts = [one.text for one in entry.page]
    practised = texts.index("In practice")
    apart = texts.index("Unassisted, in a scenario new to you")

    assert practised < texts.index("■□□□  1 of 4 criteria (draft)") < apart
    assert texts.index("■■■□  3 of 4 criteria (signed review)") > apart


def test_a_suggestion_says_why_and_names_no_command() -> None:
    found = [one for one in entries() if one.group == "next"]
    texts = " ".join(piece.text for one in found for piece in one.page)

    assert found
    assert "simulator " not in texts
    assert "Enter opens its briefing." in texts


@BOTH
@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("first", "next.first"),
        ("probe", "next.probe.missed"),
        ("probe", "next.probe.held"),
        ("level", "next.level.missed"),
        ("level", "next.level.held"),
        ("retry", "next.retry.missed"),
    ],
)
def test_every_reason_has_its_words(t: Translator, kind: str, code: str) -> None:
    values = {"missed": 1, "chances": 3, "before": "Before"}
    one = Suggestion(kind, code, "proposing", "slide", "Slide", 2, "s1", 4, values)  # type: ignore[arg-type]
    (entry,) = learning_entries((), (one,), (), (), t)

    assert all(piece.text for piece in entry.page if piece.kind != "gap")


@BOTH
def test_every_group_has_its_name(t: Translator) -> None:
    named = {group_name(one.group, t) for one in entries(t)}

    assert len(named) == 4


def test_a_resolution_without_a_day_is_still_told() -> None:
    open_one = Reminder("s1", "Slide", CommitmentMade(when="she says no", then="I ask why"))
    (entry,) = learning_entries((), (), (open_one,), (), ENGLISH)

    assert entry.fact == ""
