"""The page of a debrief: which sections, in which order, in which words."""

import re
from dataclasses import replace

import pytest

from simulator.config import HUMAN
from simulator.debrief.draft import draft
from simulator.debrief.gaps import Gap
from simulator.debrief.keeping import KEEPABLE
from simulator.debrief.next_step import Suggestion
from simulator.debrief.openings import Audience
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.debrief import Page, page
from tests.debrief.talks import Said, drafted, talk

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
SIX = [
    Said("The weather is nice today."),
    Said("You never listen.", moves={Move.BLAME: ""}, trust=-1, tension=1),
    Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1),
]


def lines(shown: Page, section: str) -> str:
    return "\n".join(line for one in shown.sections if one.id == section for line in one.lines)


def test_the_mentees_own_words_come_before_any_finding() -> None:
    shown = page(draft(*talk(*SIX, answers=["To learn why."])), ENGLISH)

    assert [one.id for one in shown.sections][:4] == ["how-it-ended", "own-words", "keep", "try"]
    assert "To learn why." in lines(shown, "own-words")


def test_it_is_marked_as_a_draft() -> None:
    assert "draft" in page(draft(*talk(*SIX)), ENGLISH).standing


def test_a_thing_to_try_says_what_was_noticed_shows_it_and_asks() -> None:
    shown = lines(page(draft(*talk(*SIX)), ENGLISH), "try")

    assert "I noticed" in shown
    assert "You, turn 4: “You never listen.”" in shown
    assert "I wondered" in shown


def test_where_a_gap_is_described_stands_behind_the_page() -> None:
    debrief = draft(*talk(*SIX))

    assert "Gottman" in lines(page(debrief, ENGLISH, whole=True), "sources")
    assert "Gottman" not in "\n".join(
        line for one in page(debrief, ENGLISH).sections for line in one.lines
    )


def test_the_page_comes_first_and_all_that_stands_behind_it_is_marked() -> None:
    debrief = draft(*talk(*SIX), "mentor")
    front, whole = page(debrief, ENGLISH), page(debrief, ENGLISH, whole=True)

    assert whole.sections[: len(front.sections)] == front.sections
    assert not any(one.is_behind for one in front.sections)
    assert all(one.is_behind for one in whole.sections[len(front.sections) :])
    assert {"criteria", "figures", "questions"} <= {one.id for one in whole.sections}


def test_where_nothing_stood_out_it_says_so() -> None:
    shown = lines(page(draft(*talk(SIX[2], SIX[2], SIX[2])), ENGLISH), "try")

    assert shown == "Nothing stood out to change."


def test_a_short_talk_is_too_short_to_say() -> None:
    shown = page(draft(*talk(SIX[0])), ENGLISH)

    assert lines(shown, "try") == "It was too short to say."
    assert "too short" in lines(shown, "how-it-ended")


def test_a_stopped_scene_shows_figures_only() -> None:
    shown = page(draft(*talk(*SIX, stops=True, cause=None)), ENGLISH, whole=True)

    assert [one.id for one in shown.sections] == ["how-it-ended", "figures"]


def test_the_mentor_reads_the_mentees_name_and_the_questions() -> None:
    shown = page(draft(*talk(*SIX), "mentor"), ENGLISH, whole=True)

    assert "Sam, turn 4" in lines(shown, "try")
    assert "When did it turn?" in lines(shown, "questions")


def test_a_turn_that_moved_nothing_is_left_out() -> None:
    assert "Turn 2" not in lines(page(draft(*talk(*SIX)), ENGLISH, whole=True), "moved")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_gap_and_every_move_to_keep_has_its_words(language: str) -> None:
    t = Translator.of(language, strict=True)

    for gap in Gap:
        assert t(f"gap.{gap.value}")
        assert t(f"gap.{gap.value}.noticed").startswith(("I noticed", "J’ai remarqué"))
        assert t(f"gap.{gap.value}.wondered").startswith(("I wondered", "Je me suis demandé"))
    for move in KEEPABLE:
        assert t(f"keep.{move.value}").startswith(("You ", "Vous "))


FEELINGS = re.compile(
    r"\b(you (?:felt|feel|were (?:angry|afraid|nervous|shy)|are (?:a|an|too))|aggressive|"
    r"vous étiez|vous avez ressenti|agressif|score|grade|passed|failed)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["unskilled", "bullying", "flattering", "silent"])
def test_our_own_words_never_judge_the_person(language: str, kind: str) -> None:
    debrief = drafted("pay-and-presence", kind, "fr" if language == "fr" else "en")
    shown = page(debrief, FRENCH if language == "fr" else ENGLISH)

    ours = [line for one in shown.sections if one.id in {"keep", "try"} for line in one.items]
    assert not [line.text for line in ours if line.kind != "quote" and FEELINGS.search(line.text)]


def test_a_talk_two_people_held_is_not_said_to_have_been_left() -> None:
    shown = page(draft(*talk(*SIX, cause="left", actor=HUMAN)), ENGLISH, whole=True)

    assert (
        lines(shown, "how-it-ended") == "Two people held this talk; it was brought in afterwards."
    )
    assert "What followed" not in lines(shown, "try")
    assert "--from" not in lines(shown, "next")


def test_the_next_scenario_is_named_with_its_reason() -> None:
    suggested = Suggestion(
        kind="probe",
        code="next.probe.missed",
        skill="acknowledging",
        scenario="running-on-empty",
        title="Running on empty",
        level=1,
        values={"missed": 1, "chances": 2, "before": "The rule on presence"},
    )
    shown = lines(page(draft(*talk(*SIX)), ENGLISH, suggested=suggested), "next")

    assert "simulator practice running-on-empty" in shown
    assert "1 of 2" in shown


@pytest.mark.parametrize(("points", "shown"), [(-0.25, "−0.3"), (0.15, "+0.2"), (0.24, "+0.2")])
def test_a_half_is_rounded_away_from_zero(points: float, shown: str) -> None:
    debrief = draft(*talk(*SIX))
    kept = tuple(replace(one, trust=points, tension=0) for one in debrief.keep)

    assert shown in lines(page(replace(debrief, keep=kept), ENGLISH), "keep")


@pytest.mark.parametrize("audience", ["mentee", "mentor"])
@pytest.mark.parametrize("kind", ["skilled", "silent"])
def test_what_was_agreed_stands_beside_what_was_aimed_for(audience: Audience, kind: str) -> None:
    debrief = drafted("pay-and-presence", kind, "en", audience)
    figures = lines(page(debrief, ENGLISH, whole=True), "figures")

    assert [one.aimed for one in debrief.deal] == [46_000, 2]
    assert figures.count("aimed at") == 2
    assert "€46,000 a year" in figures
    assert ("agreed €" in figures) is (kind == "skilled")
