import pytest

from simulator.director.endings import out_of_time
from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import SCENARIO, Talk, codes, days, euros, kinds, scenario


def agreed() -> Talk:
    """A talk whose package was just taken."""
    talk = Talk()
    talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(42000), days(1)])
    assert talk.state.table.agreed is not None
    return talk


def test_an_ending_with_grace_begins_and_is_reached_later() -> None:
    talk = agreed()
    begun = talk.decisions[-1]
    assert (begun.closing, begun.closes_at, begun.ended) == ("deal", 2, None)
    assert "ending.began" in codes(begun)

    reached = talk.hears(Move.SUMMARY)
    assert reached.ended == "deal"
    assert kinds(reached)[-1] is BeatKind.ENDING


def test_a_farewell_cuts_the_grace_short() -> None:
    longer = scenario(
        endings=[
            {"id": "deal", "when": {"deal": True}, "grace": 3, "says": ["Agreed."], "score": 1},
            {"id": "time", "when": {"turn": 12}, "says": ["I have to go."], "score": 0.2},
        ]
    )
    talk = Talk(scenario=longer)
    talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(42000), days(1)])

    assert talk.hears(Signal.FAREWELL, Signal.THANKS).ended == "deal"


def test_high_tension_ends_it_after_the_warning() -> None:
    talk = Talk().stands(tension=8)
    talk.hears(Move.THREAT)
    last = talk.hears(Move.THREAT)

    assert last.ended == "shown-out"
    assert "ending.reached" in codes(last)


def test_the_first_ending_in_the_file_wins() -> None:
    talk = Talk().stands(tension=8)

    assert talk.hears(Move.THREAT, Signal.FAREWELL).ended == "shown-out"


def test_a_farewell_closes_with_the_ending_written_for_it() -> None:
    assert Talk().hears(Signal.FAREWELL).ended == "parted"


def test_a_farewell_for_which_none_is_written_closes_as_time_does() -> None:
    plain = scenario(endings=[one for one in SCENARIO.endings if one.id != "parted"])
    talk = Talk(scenario=plain)

    assert talk.hears(Signal.FAREWELL).ended is None
    assert talk.hears(Signal.FAREWELL).ended == "time"


def test_taking_leave_with_a_question_is_not_leaving() -> None:
    plain = scenario(endings=[one for one in SCENARIO.endings if one.id != "parted"])
    talk = Talk(scenario=plain)
    talk.hears(Move.STATING_FACTS)

    assert talk.hears(Signal.FAREWELL, Move.OPEN_QUESTION).ended is None


def test_at_the_hard_limit_a_talk_without_an_ending_that_holds_still_ends() -> None:
    endless = scenario(
        endings=[
            {"id": "deal", "when": {"deal": True}, "says": ["Agreed."], "score": 1},
            {"id": "poor", "when": {"fact": "leaving"}, "says": ["Well."], "score": 0.1},
            {"id": "torn", "when": {"tension": 9}, "says": ["Out."], "score": 0},
        ]
    )
    talk = Talk(scenario=endless)
    for _ in range(12):
        talk.hears(Move.STATING_FACTS)

    assert talk.state.ended == "poor"
    assert out_of_time(SCENARIO).id == "time"


def test_grace_never_goes_past_the_hard_limit() -> None:
    late = scenario(
        endings=[
            {"id": "late", "when": {"turn": 11}, "grace": 3, "says": ["So."], "score": 1},
            {"id": "torn", "when": {"tension": 9}, "says": ["Out."], "score": 0},
        ]
    )
    talk = Talk(scenario=late)
    for _ in range(12):
        talk.hears(Move.STATING_FACTS)

    assert talk.state.ended == "late"


def test_from_the_soft_limit_on_the_persona_speaks_of_the_time() -> None:
    talk = Talk()
    wrapped = [
        BeatKind.WRAP_UP in kinds(talk.hears(Move.STATING_FACTS, topics=["pay"])) for _ in range(11)
    ]

    assert not any(wrapped[:8])
    assert wrapped[8]
    assert not wrapped[9]


def test_nobody_is_shown_out_without_a_warning() -> None:
    talk = Talk().stands(tension=8.5)
    warned = talk.hears(Move.BLAME)

    assert warned.ended is None
    assert warned.warns
    assert kinds(warned)[-1] is BeatKind.SHARPEN
    assert "ending.warned" in codes(warned)
    assert talk.hears(Move.BLAME).ended == "shown-out"


def test_who_is_warned_and_stops_hurting_may_stay() -> None:
    talk = Talk().stands(tension=8.5)
    talk.hears(Move.BLAME)

    assert talk.hears(Move.STATING_FACTS).ended is None
    assert talk.hears(Move.APOLOGY).ended is None
    assert talk.tension < 9


@pytest.mark.parametrize("brutal", [Move.THREAT, Signal.ABUSE])
def test_brutality_that_comes_twice_needs_no_warning(brutal: Move | Signal) -> None:
    talk = Talk()
    talk.hears(brutal)
    talk.stands(tension=9)

    assert talk.hears(brutal).ended == "shown-out"


def test_a_warning_is_given_once() -> None:
    talk = Talk().stands(tension=9.5)
    warnings = [talk.hears(Move.STATING_FACTS).warns for _ in range(3)]

    assert warnings == [True, False, False]


def test_thanks_for_what_was_agreed_take_leave() -> None:
    talk = agreed()

    assert talk.hears(Signal.THANKS, Signal.AGREEMENT).ended == "deal"


@pytest.mark.parametrize("more", [Move.OPEN_QUESTION, Move.PROPOSAL])
def test_thanks_that_go_on_talking_do_not(more: Move) -> None:
    talk = agreed()

    assert Signal.FAREWELL not in talk.hears(Signal.THANKS, more).record.signals


def test_thanks_for_nothing_yet_do_not() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS)

    assert Signal.FAREWELL not in talk.hears(Signal.THANKS).record.signals
