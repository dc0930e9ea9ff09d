"""Items across turns: asked of every talk, each with its four verdicts and its evidence."""

from functools import cache

import pytest

from simulator.debrief.across import ITEMS, across
from simulator.debrief.course import Course
from simulator.debrief.draft import Debrief
from simulator.debrief.findings import Finding
from simulator.debrief.gaps import Gap
from simulator.i18n.translator import Translator
from simulator.reading.moves import Move, Signal
from tests.debrief.talks import Said, recorded, run, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
TELLS = Said(
    "What is behind the rule?",
    reply="My director counts the badges. I was told off in May.",
    moves={Move.OPEN_QUESTION: ""},
    told=("badges",),
)
HEARS = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})
PROPOSES = Said("I propose a second day at home.", moves={Move.PROPOSAL: ""})
SMALL_TALK = """
Ana: The train was full this morning.
Ben: Was it?
Ana: There were people on the steps.
Ben: On the steps, really.
Ana: The rain is coming.
Ben: So they say.
"""


def found(item: str, *lines: Said, stops: bool = False) -> Finding:
    course = Course.of(*talk(*lines, stops=stops))
    return next(one for one in across(course) if one.id == item)


@cache
def small_talk() -> Debrief:
    return recorded(SMALL_TALK, "Ana", "en")


def quotes(finding: Finding) -> list[tuple[str, str]]:
    return [(quote.speaker, quote.quote) for quote in finding.quotes]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_item_has_its_question_in_the_catalogue(language: str) -> None:
    words = Translator.of(language, strict=True)

    assert all(words.has(item) for item in ITEMS)


def test_a_talk_that_calls_for_nothing_has_no_chance_of_anything() -> None:
    assert {one.verdict for one in small_talk().findings} == {"no-chance"}
    assert [one.id for one in small_talk().findings] == list(ITEMS)


def test_a_conversation_of_two_people_has_no_curve_and_moves_nobody() -> None:
    debrief = small_talk()

    assert debrief.is_recorded
    assert (debrief.curve, debrief.movers, debrief.tries) == ((), (), ())


def test_two_steps_towards_a_figure_that_stands_still_are_bids_against_oneself() -> None:
    haggled = """
Ana: What would you take for the bike?
Ben: Three hundred euros.
Ana: I can offer you 200 euros.
Ben: No, three hundred euros.
Ana: I can offer 230 euros.
Ben: 300 euros, I said.
Ana: Fine, I offer 260 euros.
Ben: Three hundred euros.
Ana: Okay, let me think about it and call you tomorrow.
Ben: Fine.
"""

    found = recorded(haggled, "Ana", "en").tries

    assert (Gap.BIDDING_DOWN, 7) in [(one.gap, one.turn) for one in found]


def test_nothing_is_asked_of_a_scene_that_was_stopped() -> None:
    assert across(Course.of(*talk(HEARS, TELLS, HEARS, stops=True, cause=None))) == ()


def test_a_talk_of_two_turns_is_too_short_for_any_item() -> None:
    finding = found("across.order", WEATHER, PROPOSES)

    assert (finding.verdict, finding.why) == ("no-chance", "too-short")


def test_a_concern_that_is_never_taken_up_quotes_both() -> None:
    finding = found("across.concern", WEATHER, TELLS, WEATHER, WEATHER)

    assert finding.verdict == "not-observed"
    assert finding.gap is Gap.PASSED_OVER
    assert [who for who, _ in quotes(finding)] == ["persona", "mentee"]


def test_a_concern_that_was_heard_quotes_the_mentee() -> None:
    finding = found("across.concern", WEATHER, TELLS, HEARS)

    assert quotes(finding) == [("mentee", "That sounds hard.")]
    assert (finding.verdict, finding.gap) == ("observed", None)


def test_a_concern_that_is_answered_later_is_a_point_returned_to() -> None:
    later = Said("You said that your director counts the badges.", moves={Move.REFLECTION: ""})

    lines = (WEATHER, TELLS, WEATHER, WEATHER, later)

    assert found("across.concern", *lines).verdict == "observed"
    assert quotes(found("across.return", *lines))[0][1] == later.text


def test_what_was_put_off_and_never_came_is_left_hanging() -> None:
    puts_off = Said("Let's come back to that later.")
    comes_back = Said("To come back to what you said: who counts them?")

    assert found("across.return", TELLS, puts_off, WEATHER, WEATHER).gap is Gap.LEFT_HANGING
    assert found("across.return", TELLS, puts_off, WEATHER, comes_back).verdict == "observed"


def test_a_proposal_before_any_question_comes_too_soon() -> None:
    finding = found("across.order", WEATHER, PROPOSES, TELLS)

    assert (finding.verdict, finding.gap) == ("not-observed", Gap.EARLY_SOLUTION)
    assert found("across.order", TELLS, PROPOSES, WEATHER).verdict == "observed"


def test_a_doubtful_question_before_the_proposal_forbids_to_say_that_there_was_none() -> None:
    unclear = Said("And the rule", doubtful={Move.OPEN_QUESTION: ""})

    finding = found("across.order", unclear, PROPOSES, WEATHER)

    assert (finding.verdict, finding.why) == ("could-not-judge", "unsure")


def test_what_is_taken_back_without_a_reason_is_a_change_of_position() -> None:
    takes_back = Said("Forget the second day, I want three.", moves={Move.PROPOSAL: ""})
    gives_reason = Said(
        "Forget the second day, because of what you told me.", moves={Move.PROPOSAL: ""}
    )

    changed = found("across.position", TELLS, PROPOSES, takes_back)

    assert (changed.is_to_work_on, changed.gap) == (True, Gap.POSITION_CHANGED)
    assert {quote.speaker for quote in changed.quotes} == {"mentee"}
    assert found("across.position", TELLS, PROPOSES, gives_reason).verdict == "not-observed"


def test_the_same_demand_again_comes_again() -> None:
    finding = found("across.repeat", PROPOSES, TELLS, PROPOSES)

    assert (finding.is_to_work_on, finding.gap) == (True, Gap.POSITION_REPEATED)


def test_a_break_that_is_mended_is_seen_and_one_that_is_not_is_missed() -> None:
    breaks = Said("It is your fault.", moves={Move.BLAME: ""}, tension=5)
    sorry = Said("I'm sorry.", moves={Move.APOLOGY: ""})

    assert quotes(found("across.repair", breaks, WEATHER, sorry))[0][1] == "I'm sorry."
    assert found("across.repair", breaks, WEATHER, WEATHER).gap is Gap.UNREPAIRED
    assert found("across.repair", HEARS, WEATHER, WEATHER).verdict == "no-chance"


def test_a_goodbye_without_a_summary_leaves_the_talk_ungathered() -> None:
    bye = Said("Goodbye, Claire.", signals=(Signal.FAREWELL,))
    sums = Said("So we try it until June.", moves={Move.SUMMARY: ""})

    assert found("across.closing", TELLS, HEARS, WEATHER, bye).gap is Gap.NO_SUMMARY
    assert found("across.closing", TELLS, HEARS, sums, bye).verdict == "observed"
    assert found("across.closing", TELLS, HEARS, WEATHER, WEATHER).verdict == "no-chance"


@pytest.mark.parametrize("kind", ["skilled", "unskilled", "bullying", "silent"])
def test_verdicts_of_played_talks_follow_the_rule_of_evidence(kind: str) -> None:
    played, on = run("pay-and-presence", kind)

    for finding in across(Course.of(played.session, on)):
        said = [quote.speaker for quote in finding.quotes]
        if finding.verdict == "observed":
            assert set(said) == {"mentee"}
        elif finding.verdict == "not-observed" and not finding.is_to_avoid:
            assert said == ["persona", "mentee"]
        else:
            assert said == []
