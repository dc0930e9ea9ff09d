"""What somebody who is stuck may notice, and in which order."""

from simulator.debrief.course import Course
from simulator.debrief.nudges import gives_away, nudges
from simulator.reading.moves import Move
from tests.debrief.talks import SCENARIO_DATA, Said, scenario, stage, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
OFFERS_CUE = Said("Well, well.", reply="Ah. It isn't a rule I dreamt up.", offers=("upstairs",))
TELLS = Said(
    "What is behind the rule?",
    reply="My director counts the badges. I was told off in May.",
    topics={"remote": "rule"},
    moves={Move.OPEN_QUESTION: ""},
    told=("badges",),
)
BLAMES = Said("You never listen.", moves={Move.BLAME: ""}, trust=-1.5, tension=1.5)
PROPOSES = Said("Let me stay at home on Mondays.", moves={Move.PROPOSAL: ""})
ASKS_SHORTLY = Said("Is it a rule?", moves={Move.CLOSED_QUESTION: ""})
NODS = Said("Yes.", moves={Move.MINIMAL_ANSWER: ""})


def kinds(*lines: Said, cause: str | None = None) -> tuple[str, ...]:
    session, on = talk(*lines, cause=cause)
    return tuple(one.kind for one in nudges(Course.of(session, on)))


def test_before_the_first_word_a_goal_is_named() -> None:
    session, on = talk(cause=None)

    assert nudges(Course.of(session, on))[0].values["goal"] == "Find out why"


def test_an_open_cue_is_quoted_as_it_was_said() -> None:
    session, on = talk(WEATHER, OFFERS_CUE, cause=None)

    first = nudges(Course.of(session, on))[0]

    assert (first.kind, first.values["quote"]) == ("cue", "It isn't a rule I dreamt up.")


def test_a_cue_whose_time_is_over_is_left_alone() -> None:
    assert "cue" not in kinds(OFFERS_CUE, WEATHER, WEATHER)


def test_what_was_just_told_asks_to_be_heard() -> None:
    assert kinds(TELLS)[0] == "told"


def test_a_persona_who_closed_up_comes_before_everything_else() -> None:
    found = kinds(*[BLAMES] * 3)

    assert found[:2] == ("repair", "strained")


def test_proposals_before_any_question_are_noticed() -> None:
    assert kinds(PROPOSES)[0] == "proposed-first"
    assert "proposed-first" not in kinds(TELLS, PROPOSES)


def test_three_closed_questions_running_are_noticed_and_two_are_not() -> None:
    assert "closed-run" in kinds(*[ASKS_SHORTLY] * 3)
    assert "closed-run" not in kinds(*[ASKS_SHORTLY] * 2)


def test_an_open_question_among_them_breaks_the_run() -> None:
    assert "closed-run" not in kinds(ASKS_SHORTLY, TELLS, ASKS_SHORTLY)


def test_a_criterion_whose_chance_is_open_is_named_by_its_skill() -> None:
    session, on = talk(Said("About the rule.", topics={"remote": "rule"}), cause=None)

    found = [one for one in nudges(Course.of(session, on)) if one.kind == "chance-skill"]

    assert [(one.values["skill"], one.family) for one in found] == [("open-questions", "ask")]


def test_a_criterion_that_was_seen_is_not_named_again() -> None:
    session, on = talk(TELLS, cause=None)

    skills = [one.values.get("skill") for one in nudges(Course.of(session, on))]

    assert "open-questions" not in skills


def test_two_nods_running_are_noticed() -> None:
    assert "few-words" in kinds(NODS, NODS)
    assert "few-words" not in kinds(WEATHER, NODS)


def test_a_turn_on_which_nothing_stands_out_says_so() -> None:
    assert kinds(WEATHER) == ("fine",)


def test_a_talk_that_is_over_has_nothing_to_hint_at() -> None:
    assert kinds(WEATHER, cause="ending") == ("over",)


def test_a_goal_that_names_what_is_locked_is_not_named() -> None:
    goals = [{"id": "badges", "text": "Find out about the badges."}]
    brief = {**dict(SCENARIO_DATA["brief"]), "goals": goals}  # type: ignore[call-overload]
    session, on = talk(cause=None, on=stage(scenario(brief=brief)))

    assert [one.kind for one in nudges(Course.of(session, on))] == ["fine"]


def test_what_was_said_in_the_talk_gives_nothing_away() -> None:
    session, on = talk(Said("Is it about badges?"), cause=None)

    assert not gives_away("You spoke of badges.", on.scenario, session, ())
    assert gives_away("I have signed elsewhere.", on.scenario, session, ()) is False
    assert gives_away(
        "She was told off: my director counts the cards.", on.scenario, session, ()
    ) is (False)


def test_five_words_of_a_locked_line_give_it_away_until_it_is_told() -> None:
    session, on = talk(WEATHER, cause=None)
    line = "So my director counts the badges, or what?"

    assert gives_away(line, on.scenario, session, ())
    assert not gives_away(line, on.scenario, session, ("badges",))


def test_what_stiffened_after_a_nod_is_no_matter_of_its_tone() -> None:
    nod = Said("OK.", moves={Move.MINIMAL_ANSWER: ""}, trust=-0.5, tension=0.5)
    word = Said("The weather is nice today.", trust=-0.5, tension=0.5)

    assert "strained" not in kinds(WEATHER, nod)
    assert "strained" in kinds(WEATHER, word)
