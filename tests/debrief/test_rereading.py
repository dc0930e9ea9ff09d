"""What an LLM reader saw counts in the debrief, is said to be its own, and moved nobody."""

from dataclasses import replace
from typing import Literal

import pytest

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.findings import Finding
from simulator.i18n import Translator
from simulator.practice.events import ReadingRefined
from simulator.reading.moves import Found, Move
from simulator.reports.data import data
from simulator.reports.schema import published
from simulator.views.debrief import page
from tests.debrief.talks import Said, talk

LINES = (
    Said("What is behind the rule on home days?", topics={"remote": "home"}),
    Said("You never listen to anybody.", moves={Move.BLAME: ""}, trust=-1, tension=1),
    Said("It was May, was it not?", "Yes, it was."),
    Said("I see, thank you for that."),
)
ASKED = Found(Move.OPEN_QUESTION, 0, 37, 0.7)
BLAMED = ReadingRefined(turn=4, by="x/reader")


def read_again(*refined: ReadingRefined, stops: bool = False) -> Debrief:
    session, on = talk(*LINES, stops=stops)
    after = replace(session.followup, refined=refined)
    return draft(replace(session, followup=after), on)


def proposed() -> Debrief:
    return read_again(ReadingRefined(turn=2, by="x/reader", added=(ASKED,)))


def withdrawn() -> Debrief:
    session, _ = talk(*LINES)
    return read_again(ReadingRefined(turn=4, by="x/reader", withdrawn=session.readings[4].moves))


def finding(debrief: Debrief, item: str) -> Finding:
    return next(one for one in debrief.findings if one.id == item)


def words(debrief: Debrief, section: str, language: Literal["en", "fr"] = "en") -> str:
    shown = page(debrief, Translator.of(language, strict=True), whole=True)
    return "\n".join(line for one in shown.sections if one.id == section for line in one.lines)


def test_a_proposed_move_is_counted_and_found() -> None:
    debrief = proposed()

    assert finding(debrief, "ask-why").verdict == "observed"
    assert debrief.measures.count(Move.OPEN_QUESTION) == 1
    assert read_again().measures.count(Move.OPEN_QUESTION) == 0


def test_its_evidence_says_who_proposed_it() -> None:
    debrief = proposed()

    assert finding(debrief, "ask-why").reader == "x/reader"
    assert "x/reader" in words(debrief, "criteria")
    assert {one.reader for one in debrief.findings if one.id != "ask-why"} == {""}


def test_what_the_rules_saw_too_is_not_the_readers() -> None:
    debrief = read_again(ReadingRefined(turn=2, by="x/reader", added=(ASKED,)), BLAMED)

    assert finding(debrief, "no-blame").verdict == "observed"
    assert finding(debrief, "no-blame").reader == ""


def test_words_that_the_rules_saw_something_fitting_in_are_not_the_readers_alone() -> None:
    reads = Found(Move.REFLECTION, 0, 10, 0.7)
    lines = (
        Said("What is behind the rule?", topics={}, told=("badges",)),
        Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1),
        Said("I see, thank you."),
    )
    session, on = talk(*lines)
    after = replace(
        session.followup, refined=(ReadingRefined(turn=4, by="x/reader", added=(reads,)),)
    )

    found = finding(draft(replace(session, followup=after), on), "hear-her")

    assert (found.verdict, found.reader) == ("observed", "")


@pytest.mark.parametrize(("move", "section"), [(Move.OPEN_QUESTION, "keep"), (Move.BLAME, "try")])
def test_a_point_of_the_page_says_it_too(move: Move, section: str) -> None:
    line = "What is behind the rule on home days?"
    lines = (
        Said(line, topics={"remote": "home"}, trust=1, told=("badges",)),
        Said("It was May, was it not?"),
        Said("I see, thank you for that."),
        Said("Let us stop here then."),
    )
    session, on = talk(*lines)
    again = ReadingRefined(turn=2, by="x/reader", added=(Found(move, 0, len(line), 0.7),))
    after = replace(session.followup, refined=(again,))

    debrief = draft(replace(session, followup=after), on)

    assert "x/reader" in words(debrief, section)
    assert "x/reader" not in words(draft(session, on), section)


def test_a_withdrawn_move_is_neither_counted_nor_found() -> None:
    debrief = withdrawn()

    assert finding(read_again(), "no-blame").verdict == "observed"
    assert finding(debrief, "no-blame").verdict != "observed"
    assert debrief.measures.count(Move.BLAME) == 0


def test_what_moved_the_persona_stays_what_moved_them() -> None:
    assert withdrawn().movers == read_again().movers
    assert withdrawn().curve == read_again().curve


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("proposed: open question", "taken back: blame", "1 line again", "too large")),
        ("fr", ("proposé : question ouverte", "retiré : reproche", "1 phrase", "trop")),
    ],
)
def test_everything_that_it_changed_is_listed_with_the_words(
    language: Literal["en", "fr"], told: tuple[str, ...]
) -> None:
    session, _ = talk(*LINES)
    debrief = read_again(
        ReadingRefined(turn=4, by="x/reader", added=(ASKED,), withdrawn=session.readings[4].moves),
        ReadingRefined(turn=6, by="x/reader", why="llm-too-long"),
    )

    shown = words(debrief, "reread", language).replace("\u202f", " ")

    assert "You never listen to anybody." in shown
    assert shown.count("x/reader") == 2
    assert [one for one in told[:3] if one not in shown.lower()] == []


def test_without_a_reader_a_debrief_has_no_word_of_one() -> None:
    debrief = read_again()

    assert words(debrief, "reread") == ""
    assert "reread" not in data(debrief)
    assert all("reader" not in one for one in data(debrief)["findings"])


def test_nothing_of_a_stopped_scene_is_gone_into() -> None:
    debrief = read_again(ReadingRefined(turn=2, by="x/reader", added=(ASKED,)), stops=True)

    assert words(debrief, "reread") == ""


def test_the_figures_as_data_keep_to_the_schema() -> None:
    told = data(proposed())

    assert published().model_validate(told)
    assert told["reread"] == [
        {
            "turn": 2,
            "added": [{"move": "open-question", "start": 0, "end": 37}],
            "withdrawn": [],
            "dropped": 0,
            "reason": "",
            "by": "x/reader",
        }
    ]
    assert [one["reader"] for one in told["findings"] if "reader" in one] == ["x/reader"]
