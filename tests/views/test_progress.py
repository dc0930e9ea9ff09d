"""Progress and the next step in words."""

from datetime import date

import pytest

from simulator.debrief.next_step import fitting, reminders, suggestions
from simulator.debrief.progress import progress
from simulator.i18n import Translator
from simulator.library.scenario import Resource
from simulator.practice.events import CommitmentMade
from simulator.views.progress import (
    next_page,
    progress_data,
    progress_page,
    reminder_data,
    suggestion_data,
)
from tests.debrief.pasts import past
from tests.debrief.test_next_step import card

BOTH = pytest.mark.parametrize("t", [Translator.of(one, strict=True) for one in ("en", "fr")])
ENGLISH = Translator.of("en", strict=True)
MADE = CommitmentMade(when="she says no", then="I ask why", due=date(2026, 2, 1))
PASTS = (
    past(1, wanted=1, missed=3, expected={"acknowledging": "yes"}),
    past(2, wanted=2, missed=1, parent="s1", hints=1),
    past(3, "slide", wanted=3, missed=1, is_signed=True),
    past(4, "slide", wanted=0, missed=0, awaited=MADE),
    past(5, "held", is_recorded=True),
)


def lines(t: Translator) -> list[str]:
    return [line for block in progress_page(progress(PASTS), t) for line in block.lines]


def test_the_trend_is_said_with_its_numbers() -> None:
    said = lines(ENGLISH)

    assert said[1] == "3 of 4 last time, 1 of 4 before: more often (2 sessions)."


def test_each_session_says_whose_verdict_counted_and_what_it_was() -> None:
    said = [line for line in lines(ENGLISH) if line.startswith("- ")]

    assert "1 of 4 criteria (draft) [s1]" in said[0]
    assert said[-1] == "- and 1 retry, not counted"
    assert not any("[s2]" in line for line in said)
    assert "3 of 4 criteria (signed review); unassisted" in said[1]
    assert "no chance in this talk" in said[2]
    assert "a conversation held in real life" in said[3]


def test_what_was_expected_is_counted() -> None:
    assert "Your guess matched what was found in 0 of 1 session." in lines(ENGLISH)


@BOTH
def test_every_line_has_its_words(t: Translator) -> None:
    assert all(line.strip() and "progress." not in line for line in lines(t))


@BOTH
def test_whoever_has_not_begun_is_told_so(t: Translator) -> None:
    (block,) = progress_page((), t)

    assert block.lines == (t("progress.nothing"),)


@BOTH
@pytest.mark.parametrize(
    "pasts",
    [
        (),
        (past(1, wanted=2, missed=1),),
        (past(1, wanted=2, missed=0),),
        (past(1, wanted=0, missed=2), past(2, "slide", wanted=0, missed=2)),
    ],
)
def test_every_suggestion_gives_its_reason_and_its_command(
    t: Translator, pasts: tuple[object, ...]
) -> None:
    cards = (card("presence"), card("slide"))

    found = suggestions(pasts, cards, "en")  # type: ignore[arg-type]
    (block,) = next_page(found, (), (), t)

    assert len(block.lines) == len(found) > 0
    assert all("simulator practice" in line for line in block.lines)


def test_what_is_due_comes_first_and_names_the_command() -> None:
    book = Resource.model_validate(
        {"title": "A book", "for": "acknowledging", "note": "On hearing.", "link": "doi:1"}
    )
    asked = reminders(PASTS, date(2026, 3, 1))

    due, read = next_page((), asked, fitting([book], "acknowledging"), ENGLISH)

    assert due.lines[0].endswith("simulator afterwards s4")
    assert "if she says no, then I ask why" in due.lines[0]
    assert read.lines == ("- A book. On hearing. doi:1 (acknowledging)",)


def test_the_data_hold_what_the_lines_say() -> None:
    (skill,) = progress_data(progress(PASTS))
    found = suggestion_data(suggestions(PASTS, (card("presence"), card("new")), "en"))

    assert skill["trend"] == {
        "direction": "more",
        "last": {"part": 3, "whole": 4},
        "before": {"part": 1, "whole": 4},
        "sessions": 2,
    }
    assert [one["reason"] for one in found][:1] == ["next.probe.missed"]
    assert reminder_data(reminders(PASTS, date(2026, 3, 1)))[0]["due"] == "2026-02-01"
