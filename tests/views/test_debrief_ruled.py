"""The page of a debrief that mentors ruled on: both verdicts, the reason, what was added."""

from dataclasses import replace

import pytest

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.openings import Audience
from simulator.debrief.review.records import (
    AgendaSet,
    LineRuled,
    Moment,
    PointAdded,
    PointWithdrawn,
    QuoteCorrected,
    ReviewEvent,
    ReviewSigned,
    Ruled,
    TurnCommented,
)
from simulator.i18n import Translator
from simulator.practice.events import (
    CommitmentMade,
    HintGiven,
    ItemJudged,
    PredictionMade,
    RealTalkTold,
    Spot,
)
from simulator.reading.moves import Move
from simulator.views.debrief import Page, page
from tests.debrief.review.reviews import after, begun
from tests.debrief.talks import Said, talk

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
LINES = (
    Said("The weather is nice today."),
    Said("You never listen.", moves={Move.BLAME: ""}, trust=-1, tension=1),
    Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1),
)
SIGNED = ReviewSigned(version=1, data="{}", page="")


def reviewed(*events: ReviewEvent, audience: Audience = "mentee") -> Debrief:
    session, on = talk(*LINES)
    review = after(begun(session, draft(session, on, "mentor")), *events)
    return draft(session, on, audience, [review])


def shown(debrief: Debrief, section: str, *, whole: bool = False) -> str:
    held: Page = page(debrief, ENGLISH, whole=whole)
    return "\n".join(line for one in held.sections if one.id == section for line in one.lines)


def test_until_it_is_signed_the_mentee_reads_a_draft() -> None:
    debrief = reviewed(Ruled(point="try.blame@4", ruling="rejected", reason="He was joking."))

    assert "draft" in page(debrief, ENGLISH).standing
    assert "joking" not in shown(debrief, "try")


def test_a_signed_page_says_by_whom_and_when() -> None:
    standing = page(reviewed(SIGNED), ENGLISH).standing

    assert "Signed by Anna" in standing
    assert "version 1" in standing
    assert "draft" not in standing


def test_the_ruling_stands_under_the_draft_with_its_reason() -> None:
    ruled = Ruled(point="try.blame@4", ruling="accepted", reason="As I saw it.")
    words = shown(reviewed(ruled, SIGNED), "try")

    assert "I noticed that the fault was put on the other person." in words
    assert "Anna: accepted. As I saw it." in words


@pytest.mark.parametrize("t", [ENGLISH, FRENCH], ids=["en", "fr"])
def test_what_was_rejected_is_said_once_on_the_page_and_nothing_rests_on_it(t: Translator) -> None:
    kept = ("keep.acknowledgement@6", "try.blame@4")
    gone = [Ruled(point=one, ruling="rejected", reason="He was joking.") for one in kept]
    before, after_it = (
        [
            (one.id, line)
            for one in page(debrief, t, whole=True).sections
            for line in one.items
            if line.kind != "quote"
        ]
        for debrief in (reviewed(SIGNED), reviewed(*gone, SIGNED))
    )
    blame = {"en": ("blame", "fault was put"), "fr": ("reproche", "faute")}[t.language]
    told = [
        (section, line.text)
        for section, line in after_it
        if any(word in line.text.lower() for word in blame)
        and section not in {"figures", "criteria"}
    ]

    assert sum("joking" in line.text for _, line in after_it) == len(kept)
    assert [section for section, _ in told] == ["mentor"]
    assert any(line.turn == 4 and section == "next" for section, line in before)
    assert not any(line.turn == 4 and section == "next" for section, line in after_it)
    assert not any(section in {"try", "keep"} for section, _ in after_it)


def test_what_was_ruled_after_the_signature_waits_for_the_next_one() -> None:
    first = Ruled(point="try.blame@4", ruling="accepted")
    second = Ruled(point="try.blame@4", ruling="rejected", reason="On second thoughts.")

    assert "accepted" in shown(reviewed(first, SIGNED, second), "try")
    assert "rejected" in shown(reviewed(first, SIGNED, second, audience="mentor"), "mentor")


def test_a_criterion_that_was_adjusted_shows_both_verdicts() -> None:
    ruled = Ruled(point="no-blame", ruling="adjusted", verdict="no-chance", reason="A joke.")
    debrief = reviewed(ruled, SIGNED)

    words = shown(debrief, "mentor")
    assert "The draft: Observed: better avoided." in words
    assert "Anna, instead: No chance. A joke." in words
    assert "Anna, instead" in shown(debrief, "criteria", whole=True)


def test_what_the_mentor_added_is_quoted_from_the_talk() -> None:
    added = PointAdded(
        point="added@6",
        verdict="observed",
        text="You stayed calm there.",
        spots=(Spot(turn=6, start=0, end=16),),
    )
    agenda = AgendaSet(moments=(Moment(turn=4, question="What had you hoped for?"),))
    words = shown(reviewed(added, agenda, SIGNED), "mentor")

    assert "Anna adds: You stayed calm there." in words
    assert "You, turn 6: “That sounds hard" in words
    assert "turn 4: What had you hoped for?" in words


def test_a_remark_on_a_turn_stands_behind_the_page() -> None:
    debrief = reviewed(TurnCommented(turn=4, text="Listen to the tone."), SIGNED)

    assert "Listen to the tone." in shown(debrief, "comments", whole=True)
    assert shown(debrief, "comments") == ""


def followed(**changes: object) -> Debrief:
    debrief = draft(*talk(*LINES, answers=["To learn why.", "word " * 60, ""]))
    return replace(debrief, followup=replace(debrief.followup, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expected", "words"), [("yes", "expected to see it"), ("no", "not to see"), ("unsure", "sure")]
)
def test_what_was_foreseen_stands_beside_what_was_found(expected: str, words: str) -> None:
    guess = PredictionMade.model_validate({"expected": {"acknowledging": expected}})
    told = shown(followed(prediction=guess), "own-words")

    assert f"Acknowledging: you {'expected ' if expected == 'no' else ''}" in told
    assert words in told


def test_a_long_answer_is_short_on_the_page_and_whole_behind_it() -> None:
    debrief = followed()

    assert shown(debrief, "own-words").count("word ") < 60
    assert "…" in shown(debrief, "own-words")
    assert shown(debrief, "answers", whole=True).count("word") == 60


def test_the_next_step_and_how_life_went_on_close_the_page() -> None:
    words = shown(
        followed(
            commitment=CommitmentMade(when="she sighs", then="I ask what weighs on her"),
            told=(RealTalkTold(text="It went well.", kept="partly"),),
        ),
        "next",
    )

    assert "if she sighs, then I ask what weighs on her." in words
    assert "“It went well.” The step was taken in part." in words
    assert "simulator practice --from s1:4" in words


def test_where_a_judge_and_the_rules_differ_both_are_said() -> None:
    judged = ItemJudged(
        item="no-blame",
        verdict="no-chance",
        spots=(Spot(turn=4, start=0, end=9),),
        agreed=2,
        asked=3,
        by="some-llm",
    )
    words = shown(followed(judged=(judged,)), "judged", whole=True)

    assert "No chance. Does the mentee blame?" in words
    assert "some-llm, the same answer 2 times out of 3." in words
    assert "The rules differ: Observed: better avoided." in words
    assert "You, turn 4: “You never" in words


def test_a_hint_in_an_llms_own_words_is_shown_as_they_are() -> None:
    hint = HintGiven(turn=3, code="", text="What might she be weighing?", by="some-llm")

    assert "Turn 3: What might she be weighing?" in shown(
        followed(hints=(hint,)), "hints", whole=True
    )


def test_what_was_mended_of_a_part_stands_under_the_point() -> None:
    aside = LineRuled(point="try.blame@4", ruling="rejected", reason="Too smooth.")
    spots = (Spot(turn=6, start=0, end=10),)
    words = QuoteCorrected(point="try.blame@4", spots=spots, reason="It is here.")
    on_page = shown(reviewed(aside, words, SIGNED), "try")

    assert "Anna sets this line aside: Too smooth." in on_page
    assert "Anna points to other words: It is here." in on_page
    assert "“That sound”" in on_page
    assert "You never listen." in on_page


def test_a_point_taken_back_after_it_was_signed_says_so() -> None:
    own = PointAdded(point="added.1", verdict="observed", text="A start.", spots=())
    gone = PointWithdrawn(point="added.1", reason="Said twice.")
    again = ReviewSigned(version=2, data="{}", page="")

    assert "Withdrawn by Anna: “A start.” Said twice." in shown(
        reviewed(own, SIGNED, gone, again), "mentor"
    )
    assert "A start." not in shown(reviewed(own, gone, SIGNED), "mentor")
