"""A recap is held against what was granted and agreed, item by item."""

from dataclasses import replace

import pytest

from simulator.director import vocabulary
from simulator.director.numbers import figures_in
from simulator.director.state import BeatKind, Decision
from simulator.library.scenario import Scenario
from simulator.reading.moves import Language, Move, Signal
from simulator.reading.recogniser import Recogniser
from tests.director.scene import Talk, days, euros, kinds, reading, scenario

SLIDE = [
    {
        "id": "slide",
        "topic": "remote",
        "says": ["I change the slide at ten o'clock on Friday.", "The slide is mine to change."],
        "when": {"move": "proposal"},
    },
    {
        "id": "letter",
        "topic": "team",
        "says": ["I write a letter to the committee.", "The committee hears it from me."],
        "when": {"all": [{"move": "proposal"}, {"trust": 9}]},
    },
]
CREDIT = scenario(
    negotiation=None,
    topics=[
        {"id": "remote", "about": ["slide"], "says": ["One slide."]},
        {"id": "team", "about": ["committee", "letter"], "says": ["They meet."]},
        {"id": "pay", "about": ["pay"]},
    ],
    concessions=SLIDE,
    cues=[],
    twists=[],
    endings=[
        {
            "id": "good",
            "when": {"all": [{"concession": "slide"}, {"signal": "farewell"}]},
            "says": ["Good."],
            "score": 1,
        },
        {"id": "shown-out", "when": {"tension": 9}, "says": ["Out."], "score": 0},
        {"id": "time", "when": {"turn": 12}, "says": ["I have to go."], "score": 0.2},
    ],
)


def after_the_slide(of: Scenario = CREDIT) -> Talk:
    """A talk in which the slide was granted, and the letter was not."""
    talk = Talk(scenario=of).stands(trust=5, tension=3)
    assert talk.hears(Move.PROPOSAL, topics=["remote"]).granted == ("slide",)
    return talk


def says(talk: Talk, line: str, *moves: Move | Signal, language: Language = "en") -> Decision:
    """The decision on a line that was really listened to for topics, with the moves given."""
    read = Recogniser(language, None).read(line, "", vocabulary(talk.scenario))
    found = replace(read, moves=(), signals=())
    scripted = reading(*moves)
    return talk.hears(
        line=line, read=replace(found, moves=scripted.moves, signals=scripted.signals)
    )


@pytest.mark.parametrize(
    "line",
    [
        "So: you change the slide on Friday. Agreed?",
        "To sum up, you will change the slide. Is that right?",
        "Donc vous changez le slide vendredi. D'accord ?",
    ],
)
def test_what_was_granted_stands(line: str) -> None:
    settled = says(after_the_slide(), line, Move.CLOSED_QUESTION, Move.SUMMARY)

    assert BeatKind.SETTLED in kinds(settled)
    assert settled.amiss == ""


def test_of_a_recap_with_something_ungranted_only_the_rest_stands() -> None:
    line = "So you change the slide on Friday, and you write to the committee. Agreed?"
    partly = says(after_the_slide(), line, Move.CLOSED_QUESTION)

    assert kinds(partly) == [BeatKind.PARTLY]
    assert "committee" in partly.amiss
    assert partly.ended is None
    assert partly.closing is None


def test_a_recap_of_what_was_never_granted_is_no_agreement() -> None:
    line = "So you write to the committee tomorrow. Agreed?"
    amiss = says(after_the_slide(), line, Move.SUMMARY)

    assert kinds(amiss) == [BeatKind.AMISS]


def test_another_time_than_the_one_granted_is_amiss() -> None:
    line = "So you change the slide at three o'clock on Tuesday. Agreed?"

    assert BeatKind.AMISS in kinds(says(after_the_slide(), line, Move.SUMMARY))


def test_a_recap_of_how_things_are_is_no_agreement() -> None:
    line = "So you were alone with the committee, and you felt watched."
    heard = says(after_the_slide(), line, Move.SUMMARY)

    assert BeatKind.HEARD in kinds(heard)
    assert not {BeatKind.AMISS, BeatKind.PARTLY}.intersection(kinds(heard))


def test_what_the_mentee_will_do_alone_needs_no_yes() -> None:
    line = "So you change the slide on Friday, and I'll send it to the committee. Agreed?"

    assert BeatKind.SETTLED in kinds(says(after_the_slide(), line, Move.SUMMARY))


def test_a_right_recap_begins_the_best_ending_though_nobody_said_goodbye() -> None:
    talk = after_the_slide()
    recap = says(talk, "So you change the slide on Friday. Agreed?", Move.SUMMARY)

    assert (recap.closing, recap.ended) == ("good", None)
    assert talk.hears(Move.STATING_FACTS).ended == "good"


def test_a_recap_brings_no_new_fact() -> None:
    telling = CREDIT.model_copy(
        update={
            "facts": scenario(
                facts=[{"id": "badges", "topic": "remote", "says": ["x"], "when": {"trust": 1}}]
            ).facts
        }
    )
    talk = after_the_slide(telling)
    line = "So you change the slide on Friday. Agreed?"

    assert says(talk, line, Move.SUMMARY, Move.CHECKING_UNDERSTANDING).spoken == ()


def test_an_earned_claim_of_a_recap_is_granted_rather_than_corrected() -> None:
    talk = after_the_slide().stands(trust=9.5)
    line = "So you change the slide, and you write to the committee. Agreed?"

    assert says(talk, line, Move.SUMMARY, Move.PROPOSAL).granted == ("letter",)


def test_figures_other_than_those_agreed_are_amiss() -> None:
    talk = Talk(scenario=scenario(cues=[], twists=[]))
    talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(42000), days(1)])
    assert talk.state.table.agreed is not None
    talk.state = talk.state.model_copy(update={"closes_at": 12})
    recap = talk.hears(
        Move.SUMMARY,
        Move.OFFER,
        topics=["pay"],
        quantities=[euros(45000)],
        line="So 45,000, agreed?",
    )

    assert kinds(recap) == [BeatKind.AMISS]


TOLD = CREDIT.model_copy(
    update={
        "facts": scenario(
            facts=[
                {
                    "id": "castings",
                    "topic": "pay",
                    "says": ["The committee wants the letter on Mondays, at nine."],
                    "when": {"all": [{"move": "open-question", "topic": "pay"}]},
                }
            ]
        ).facts
    }
)


def after_the_fact() -> Talk:
    """The slide was granted, and the persona has spoken of the letter and of Mondays."""
    talk = after_the_slide(TOLD)
    assert talk.hears(Move.OPEN_QUESTION, topics=["pay"]).spoken == ("castings",)
    return talk


@pytest.mark.parametrize(
    "line",
    [
        "So the slide on Friday, and the letter on Mondays, for the committee. Agreed?",
        "So on Mondays at nine, the committee. And you change the slide. Agreed?",
        "You change the slide on Friday. So, until Monday. Agreed?",
        "Donc vous changez le slide vendredi. À mardi. D'accord ?",
    ],
)
def test_what_the_persona_said_and_a_goodbye_are_not_amiss(line: str) -> None:
    told = says(after_the_fact(), line, Move.SUMMARY)

    assert told.amiss == ""
    assert not {BeatKind.AMISS, BeatKind.PARTLY}.intersection(kinds(told))


def test_what_the_persona_only_told_of_is_still_amiss_once_it_is_asked_for() -> None:
    line = "So you write the letter to the committee on Mondays. Agreed?"

    assert says(after_the_fact(), line, Move.SUMMARY).amiss


def test_the_weekday_that_tomorrow_is_needs_no_granting() -> None:
    tomorrow = CREDIT.model_copy(
        update={
            "concessions": scenario(
                concessions=[
                    {
                        "id": "slide",
                        "topic": "remote",
                        "says": ["I change the slide tomorrow."],
                        "when": {"move": "proposal"},
                    }
                ]
            ).concessions
        }
    )
    for line in (
        "So you change the slide tomorrow, Wednesday. Agreed?",
        "Donc vous changez le slide à partir de demain mercredi. D'accord ?",
    ):
        talk = after_the_slide(tomorrow)
        assert says(talk, line, Move.SUMMARY).amiss == ""


def test_a_figure_with_a_gap_between_its_thousands_is_one_figure() -> None:
    for gap in (" ", "\u202f", "\u00a0"):
        assert figures_in(f"44{gap}500 je peux vivre avec") == {"44500": "44500"}


def test_a_proposal_that_asks_for_a_yes_is_answered_as_a_proposal() -> None:
    line = "One letter of mine to the committee, one slide of yours. Agreed?"
    done = (Move.PROPOSAL, Move.CHECKING_UNDERSTANDING, Move.CLOSED_QUESTION)
    beats = kinds(says(after_the_slide(), line, *done))

    assert not {BeatKind.AMISS, BeatKind.PARTLY}.intersection(beats)


def test_a_summary_that_goes_on_to_propose_is_no_recap() -> None:
    line = "You spoke of the committee. Then I'd have the letter, and you the slide."
    beats = kinds(says(after_the_slide(), line, Move.SUMMARY, Move.PROPOSAL))

    assert not {BeatKind.AMISS, BeatKind.PARTLY}.intersection(beats)


def test_options_of_the_table_are_the_tables_to_answer_dates_included() -> None:
    dated = scenario(
        negotiation={
            "on-anchor": "counter",
            "issues": [
                {
                    "id": "pay", "topic": "pay", "unit": "EUR", "per": "year", "prefers": "low",
                    "opens": 42000, "target": 43000, "limit": 46500, "step": 500,
                },
                {
                    "id": "start", "topic": "team",
                    "options": [
                        {"id": "june", "value": 1, "about": ["26 june"]},
                        {"id": "may", "value": 0.5, "about": ["12 may"]},
                    ],
                },
            ],
        },
        concessions=[
            {"id": "early", "topic": "team", "says": ["May, then."], "when": {"trust": 9.9}}
        ],
        cues=[],
    )  # fmt: skip
    talk = Talk(scenario=dated)
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    line = "So 46,500, and you start the team on Tuesday, by 12 May. Agreed?"
    read = Recogniser("en", None).read(line, "", vocabulary(dated))
    done = reading(Move.SUMMARY, Move.OFFER)
    recap = talk.hears(line=line, read=replace(read, moves=done.moves))

    assert BeatKind.COUNTER in kinds(recap)
    assert "12 May" not in recap.amiss


def test_a_clause_about_what_a_figure_settles_is_the_tables_to_answer() -> None:
    haggling = scenario(
        concessions=[
            {
                "id": "trial",
                "topic": "remote",
                "says": ["Mondays at home, then, and Tuesdays."],
                "gives": {"remote": 2},
                "when": {"trust": 9.9},
            }
        ],
        cues=[],
    )
    talk = Talk(scenario=haggling)
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    line = "So Mondays and Tuesdays I stay home, two days a week, and 46,000. Agreed?"
    done = (Move.SUMMARY, Move.OFFER)
    read = Recogniser("en", None).read(line, "", vocabulary(haggling))
    recap = talk.hears(line=line, read=replace(read, moves=reading(*done).moves))

    assert BeatKind.COUNTER in kinds(recap)
    assert "Monday" not in recap.amiss
