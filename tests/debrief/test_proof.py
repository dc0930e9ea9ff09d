"""Which words show a criterion: those that a mentor would point at, and none for two."""

from collections.abc import Mapping
from typing import cast

import pytest

from simulator.debrief.course import Course
from simulator.debrief.findings import Finding, findings
from simulator.debrief.sharing import shared_out
from simulator.reading.moves import Language, Move, Signal
from tests.debrief.talks import Said, run, scenario, stage, talk

WEATHER = Said("The weather is nice.", reply="Is it?")
OPENS = Said("Have you got five minutes?", moves={Move.CLOSED_QUESTION: "", Move.OPEN_QUESTION: ""})


def item(
    *moves: Move, ask: str = "Does the mentee do it?", name: str = "it"
) -> Mapping[str, object]:
    seen = {"move": [move.value for move in moves], "within": 12}
    return {"id": name, "skill": "open-questions", "ask": ask, "seen": seen}


def found(rubric: Mapping[str, object], *lines: Said) -> Finding:
    played = stage(scenario(rubric=[rubric]))
    (finding,) = findings(Course.of(*talk(*lines, on=played)))
    return finding


def quoted(rubric: Mapping[str, object], *lines: Said) -> list[str]:
    return [quote.quote for quote in found(rubric, *lines).quotes]


def test_a_greeting_that_asks_is_not_the_question_that_was_looked_for() -> None:
    asks = Said("What is behind the rule?", moves={Move.OPEN_QUESTION: ""})

    assert quoted(item(Move.OPEN_QUESTION), OPENS, WEATHER, asks) == [asks.text]


def test_what_matters_to_the_mentee_is_no_question_about_the_other() -> None:
    own = Said("What matters to me is my desk.", moves={Move.INTERESTS: ""})

    finding = found(item(Move.OPEN_QUESTION, Move.INTERESTS), WEATHER, own, WEATHER)

    assert (finding.verdict, finding.why, finding.quotes) == ("could-not-judge", "unsure", ())


def test_thanks_are_not_a_close() -> None:
    plan = Said("So I write the mail and you read it on Thursday.", moves={Move.PROCEDURAL: ""})
    thanks = Said(
        "Thank you for listening.", moves={Move.PROCEDURAL: ""}, signals=(Signal.THANKS,), trust=2
    )
    closing = item(Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL)

    assert quoted(closing, WEATHER, plan, thanks) == [plan.text]
    assert found(closing, WEATHER, WEATHER, thanks).verdict == "could-not-judge"


def test_a_bare_check_is_quoted_with_what_it_checks() -> None:
    line = "So you ring Harrow on Friday. Did I get that right?"
    check = Said(line, moves={Move.CHECKING_UNDERSTANDING: "Did I get that right?"})

    assert quoted(item(Move.CHECKING_UNDERSTANDING), WEATHER, check, WEATHER) == [line]


def test_a_demand_for_oneself_alone_is_no_way_forward() -> None:
    demand = Said("I want my name on it.", moves={Move.PROPOSAL: ""})
    way = Said("What if we wrote to Nadia together?", moves={Move.PROPOSAL: ""})
    forward = item(Move.PROPOSAL, Move.OFFER)

    assert found(forward, WEATHER, demand, WEATHER).verdict == "could-not-judge"
    assert quoted(forward, WEATHER, demand, way) == [way.text]


def test_a_story_of_ones_own_after_a_confidence_shows_nothing() -> None:
    tells = Said("How are you?", reply="I was told off in May.", told=("badges",))
    story = Said(
        "I was at my wits' end myself last year, and yoga saved me.", moves={Move.I_STATEMENT: ""}
    )

    assert found(item(Move.I_STATEMENT), tells, story, WEATHER).verdict == "could-not-judge"
    assert found(item(Move.I_STATEMENT), WEATHER, story, WEATHER).verdict == "observed"


def test_a_line_that_also_hurts_is_the_last_to_be_pointed_at() -> None:
    both = Said(
        "How did it come about? You ruined it.",
        moves={Move.OPEN_QUESTION: "How did it come about?", Move.BLAME: "You ruined it."},
    )
    plain = Said("How did it come about?", moves={Move.OPEN_QUESTION: ""})

    finding = found(item(Move.OPEN_QUESTION), WEATHER, both, WEATHER, plain)

    assert finding.step is not None
    assert finding.step.turn == 8


def test_a_way_forward_is_no_less_one_for_coming_late() -> None:
    late = {
        **item(Move.PROPOSAL),
        "chance": {"fact": "badges"},
        "seen": {"move": "proposal", "within": 1},
    }
    tells = Said("Why?", reply="I was told off in May.", told=("badges",))
    way = Said("What if we wrote to Nadia together?", moves={Move.PROPOSAL: ""})

    assert found(late, WEATHER, tells, WEATHER, WEATHER, way).verdict == "observed"
    assert found(late, WEATHER, way, tells, WEATHER, WEATHER).verdict == "not-observed"


def test_one_sentence_is_not_quoted_for_two_items_where_another_shows_one() -> None:
    both = Said("How do you see it?", moves={Move.OPEN_QUESTION: "", Move.INTERESTS: ""})
    other = Said("What worries you?", moves={Move.OPEN_QUESTION: "", Move.INTERESTS: ""})
    rubric = [item(Move.OPEN_QUESTION, name="one"), item(Move.INTERESTS, name="other")]
    played = stage(scenario(rubric=rubric))

    one, two = findings(Course.of(*talk(WEATHER, both, other, on=played)))

    assert {quote.quote for each in (one, two) for quote in each.quotes} == {both.text, other.text}


def test_nothing_is_shared_out_where_nothing_was_shown() -> None:
    assert shared_out({"one": (), "other": ()}) == {}


@pytest.mark.parametrize("name", ["pay-and-presence", "running-on-empty", "first-prompts"])
@pytest.mark.parametrize("kind", ["skilled", "unskilled", "bullying"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_quote_stands_at_its_turn_by_its_speaker(name: str, kind: str, language: str) -> None:
    played, on = run(name, kind, cast("Language", language))
    said = {one.turn: one for one in played.session.utterances}

    for finding in findings(Course.of(played.session, on)):
        for quote in finding.quotes:
            assert said[quote.turn].text[quote.start : quote.end] == quote.quote
            assert said[quote.turn].speaker == quote.speaker
