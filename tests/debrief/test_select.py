"""What to keep and what to try: few, evidenced, none invented."""

import pytest

from simulator.debrief.course import Course
from simulator.debrief.findings import findings
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.keeping import Kept, to_keep
from simulator.debrief.select import MOST, Tried, to_try
from simulator.debrief.slips import slips
from simulator.debrief.threads import threads
from simulator.playtest.runs import play
from simulator.reading.moves import Move, Signal
from tests.debrief.talks import Said, run, stage, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
BLAMES = Said("You never listen.", moves={Move.BLAME: ""}, trust=-1.5, tension=1.5)
TELLS = Said(
    "What is behind the rule?",
    reply="My director counts the badges. I was told off in May.",
    topics={"remote": "rule"},
    moves={Move.OPEN_QUESTION: ""},
    told=("badges",),
    trust=0.8,
    tension=-0.3,
)
HEARS = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=0.8, tension=-0.8)
KINDS = ("skilled", "unskilled", "bullying", "silent", "pleading")
SHIPPED = ("pay-and-presence", "credit-on-the-slide", "defensive-feedback")


def course(*lines: Said, cause: str | None = "ending", stops: bool = False) -> Course:
    return Course.of(*talk(*lines, cause=cause, stops=stops))


def tried(*lines: Said) -> tuple[Tried, ...]:
    found = course(*lines)
    return to_try(found, findings(found))


def kept(*lines: Said) -> tuple[Kept, ...]:
    found = course(*lines)
    return to_keep(found, findings(found))


def shown(*lines: Said) -> set[Gap]:
    found = course(*lines)
    return {slip.gap for slip in (*slips(found), *threads(found))}


def played_line(text: str) -> Course:
    """A course in which `text` was really read."""
    played = stage()
    run_of_one = play(played, [text], mentee="one", seed=1)
    return Course.of(run_of_one.session, played)


def test_every_gap_names_its_source() -> None:
    assert set(CATALOGUE) == set(Gap)
    assert all(scheme.source for scheme in CATALOGUE.values())


def test_a_planted_harm_is_the_thing_to_try() -> None:
    (one, *_) = tried(HEARS, TELLS, HEARS, BLAMES, HEARS)

    assert (one.gap, one.step.turn, one.quotes[0].quote) == (Gap.BLAME, 8, "You never listen.")


def test_a_talk_without_a_fault_is_left_alone() -> None:
    assert tried(HEARS, TELLS, HEARS, WEATHER) == ()


def test_what_won_the_persona_is_kept() -> None:
    assert [one.move for one in kept(WEATHER, TELLS, HEARS)] == [
        Move.OPEN_QUESTION,
        Move.ACKNOWLEDGEMENT,
    ]


def test_nothing_is_kept_from_a_breath_that_hurt() -> None:
    mixed = Said(
        "That sounds hard, and it is your fault.",
        moves={Move.ACKNOWLEDGEMENT: "That sounds hard", Move.BLAME: "it is your fault"},
        trust=0.4,
    )

    assert kept(WEATHER, mixed, WEATHER) == ()


def test_nothing_is_invented_for_a_talk_about_nothing() -> None:
    assert kept(WEATHER, WEATHER, WEATHER) == ()


def test_something_told_and_passed_over_is_shown_with_both_sides() -> None:
    (one, *_) = tried(WEATHER, TELLS, WEATHER)

    assert one.gap in {Gap.PASSED_OVER, Gap.NOT_HEARD}
    assert [quote.speaker for quote in one.quotes] == ["persona", "mentee"]


def test_a_missed_cue_quotes_the_persona_and_the_answer() -> None:
    offers = Said("Well, well.", reply="Ah. It isn't a rule I dreamt up.", offers=("upstairs",))
    misses = Said("So, anyway, my raise.", misses=("upstairs",))
    found = [slip for slip in slips(course(HEARS, offers, misses)) if slip.gap is Gap.MISSED_CUE]

    assert [quote.quote for quote in found[0].quotes] == [
        "It isn't a rule I dreamt up.",
        "So, anyway, my raise.",
    ]


def test_a_cue_that_was_taken_up_is_no_slip() -> None:
    offers = Said("Well, well.", reply="It isn't a rule I dreamt up.", offers=("upstairs",))

    assert Gap.MISSED_CUE not in shown(offers, Said("Why?", takes=("upstairs",)), WEATHER)


def test_three_questions_in_one_breath_are_stacked() -> None:
    found = list(slips(played_line("Why is that? Since when? And what would you do about it?")))

    assert Gap.QUESTION_STACKING in {slip.gap for slip in found}


@pytest.mark.parametrize("asked", [2, 3])
def test_a_run_of_closed_questions_shows_from_the_third(asked: int) -> None:
    closed = Said("Is it the rule?", moves={Move.CLOSED_QUESTION: ""})

    assert (Gap.CLOSED_RUN in shown(WEATHER, WEATHER, *[closed] * asked)) is (asked == 3)


def test_a_run_of_a_word_or_two_shows_across_turns() -> None:
    yes = Said("Yes.", moves={Move.MINIMAL_ANSWER: ""})

    assert Gap.MINIMAL in shown(yes, yes, yes)


def test_advice_after_listening_in_the_same_breath_is_not_the_righting_reflex() -> None:
    plain = Said("You should ask your boss.", moves={Move.ADVICE: ""})
    heard = Said(
        "That sounds hard. You should ask your boss.",
        moves={Move.ACKNOWLEDGEMENT: "That sounds hard.", Move.ADVICE: "You should ask your boss."},
    )

    assert Gap.RIGHTING_REFLEX in shown(WEATHER, plain, WEATHER)
    assert Gap.RIGHTING_REFLEX not in shown(WEATHER, heard, WEATHER)


def test_the_same_demand_again_is_a_position_repeated() -> None:
    demand = Said("I want two days at home.", moves={Move.PROPOSAL: ""})

    assert Gap.POSITION_REPEATED in shown(demand, WEATHER, demand)


def test_a_break_that_nobody_mends_is_left_open() -> None:
    breaks = Said("It is your fault.", moves={Move.BLAME: ""}, tension=5)
    sorry = Said("I'm sorry.", moves={Move.APOLOGY: ""})

    assert Gap.UNREPAIRED in shown(breaks, WEATHER, WEATHER)
    assert Gap.UNREPAIRED not in shown(breaks, WEATHER, sorry)


def test_what_was_granted_and_not_gathered_shows_at_the_farewell() -> None:
    grants = Said("What about a trial?", granted=("trial",), moves={Move.PROPOSAL: ""})
    bye = Said("Great, goodbye.", signals=(Signal.FAREWELL,))
    sums = Said("So we try it.", moves={Move.SUMMARY: ""})

    assert Gap.NO_SUMMARY in shown(HEARS, grants, bye)
    assert Gap.NO_SUMMARY not in shown(HEARS, grants, sums, bye)


def test_a_stopped_scene_has_nothing_to_keep_or_to_try() -> None:
    found = course(BLAMES, TELLS, HEARS, stops=True, cause=None)

    assert to_try(found, findings(found)) == ()
    assert to_keep(found, findings(found)) == ()


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize("kind", KINDS)
def test_few_things_are_said_each_of_another_gap_and_turn(name: str, kind: str) -> None:
    played, on = run(name, kind)
    found = Course.of(played.session, on)

    chosen = to_try(found, findings(found))

    assert len(chosen) <= MOST
    assert len({one.gap for one in chosen}) == len({one.step.turn for one in chosen}) == len(chosen)
    assert all(one.quotes for one in chosen)
