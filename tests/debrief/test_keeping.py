"""What to keep: lines that a mentor would praise, and no others."""

from simulator.debrief.course import Course
from simulator.debrief.findings import findings
from simulator.debrief.keeping import Kept, to_keep
from simulator.reading.moves import Move
from tests.debrief.talks import Said, recorded, talk

WEATHER = Said("The weather is nice.", reply="Is it?")


def kept(*lines: Said) -> tuple[Kept, ...]:
    course = Course.of(*talk(*lines))
    return to_keep(course, findings(course))


def test_a_story_of_ones_own_is_not_kept_where_the_other_has_just_told_of_theirs() -> None:
    tells = Said("How are you?", reply="I was told off in May.", told=("badges",))
    story = Said(
        "I was at my wits' end myself last year, and yoga saved me.",
        moves={Move.STATING_FACTS: ""},
        trust=1,
    )

    assert all(one.step.turn != 4 for one in kept(tells, story, WEATHER))


def test_a_line_that_may_hurt_is_no_example() -> None:
    sharp = Said(
        "The fourth is impossible, you should have known.",
        moves={Move.STATING_FACTS: ""},
        maybe={Move.BLAME: 0.3},
        trust=1,
    )

    assert kept(WEATHER, sharp, WEATHER) == ()


def test_the_best_of_a_kind_is_kept_rather_than_the_first() -> None:
    first = Said("How come?", moves={Move.OPEN_QUESTION: ""}, trust=0.4)
    best = Said(
        "What would have to change for you?",
        moves={Move.OPEN_QUESTION: ""},
        trust=0.9,
        told=("leaving",),
    )

    assert [
        one.step.turn for one in kept(first, WEATHER, best) if one.move is Move.OPEN_QUESTION
    ] == [6]


def test_different_kinds_are_kept_before_two_of_one() -> None:
    hears = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1.5)
    gives_back = Said("You carry that alone.", moves={Move.REFLECTION: ""}, trust=1.4)
    asks = Said("What would help you?", moves={Move.OPEN_QUESTION: ""}, trust=0.5)
    offers = Said("What if we tried it on Mondays?", moves={Move.PROPOSAL: ""}, trust=0.4)

    moves = {one.move for one in kept(hears, gives_back, asks, offers)}

    assert moves >= {Move.OPEN_QUESTION, Move.PROPOSAL}
    assert len(moves & {Move.ACKNOWLEDGEMENT, Move.REFLECTION}) == 1


def test_a_concession_is_kept_only_where_something_is_wanted_for_it() -> None:
    gives = Said("Then I will do without the office.", moves={Move.CONCEDING: ""}, trust=1)
    trades = Said(
        "I do without the office if you give me the training.", moves={Move.CONCEDING: ""}, trust=1
    )

    assert kept(WEATHER, gives, WEATHER) == ()
    assert [one.step.turn for one in kept(WEATHER, trades, WEATHER)] == [4]


TALK = """Ann: We're five instead of seven, and there's no hand left for the sheet.
Sam: So you're doing the work of seven, and the sheet is what falls off the table.
Ann: Exactly. And then I get shouted at in the morning.
Sam: What would help you most?
Ann: If somebody came ten minutes earlier.
Sam: How about I come at ten to six on Mondays and Thursdays, and we fill it in together?
Ann: Agreed. Let's do that.
"""


def test_what_two_people_did_well_is_kept_by_the_moves_alone() -> None:
    debrief = recorded(TALK, "Sam", "en")

    assert [one.turn for one in debrief.keep] == [2, 4, 6]
    assert len({one.move for one in debrief.keep}) == 3


def test_nothing_is_kept_of_a_conversation_that_only_reproaches() -> None:
    text = "Ann: I'm late, I know.\nSam: You're always late.\nAnn: Well.\nSam: It's your fault.\n"

    assert recorded(text, "Sam", "en").keep == ()
