"""No prompt tells its audience what it may not know, at any turn of any scripted talk."""

import pytest

from simulator.debrief.course import Course
from simulator.debrief.hints import coach_brief
from simulator.director.direction import Direction
from simulator.library.scenario import Fact, Scenario
from simulator.llm.coach import prompt_of as coach_prompt
from simulator.llm.persona import prompt_of
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from tests.llm.played import NAMES, Moment, played
from tests.llm.secrecy import facts_in, figures_in, heard, hidden, rubric, texts_in

KINDS = ("skilled", "bullying")


def locked(on: Stage, session: Session) -> tuple[Fact, ...]:
    """The facts that were not told by the end of `session`."""
    told = on.state(session).spoken
    return tuple(one for one in on.scenario.facts if one.id not in told)


def told_to_persona(on: Stage, moment: Moment, direction: Direction) -> list[str]:
    """What the prompt for `direction` gives away."""
    prompt = "\n".join(prompt_of(direction))
    aloud, scenario = heard(direction), on.scenario
    return [
        *facts_in(prompt, locked(on, moment.session), aloud),
        *texts_in(prompt, hidden(scenario), aloud),
        *figures_in(prompt, scenario, aloud),
    ]


def told_to_coach(on: Stage, session: Session, prompt: str) -> list[str]:
    brief = on.scenario.brief
    shown = (brief.role, brief.situation, *(one.text for one in brief.goals))
    aloud = (*(one.text for one in session.utterances), *shown)
    return [
        *facts_in(prompt, locked(on, session), aloud),
        *texts_in(prompt, rubric(on.scenario), aloud),
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_at_no_turn_is_anything_told_that_is_not_theirs_to_know(
    name: str, language: Language, kind: str
) -> None:
    on, moments = played(name, language, kind)

    assert moments
    for moment in moments:
        coach = "\n".join(coach_prompt(coach_brief(Course.of(moment.session, on))))
        assert told_to_persona(on, moment, moment.direction) == []
        assert told_to_coach(on, moment.session, coach) == []


def secrets(scenario: Scenario, fact: Fact) -> dict[str, str]:
    return {
        "a fact's line": fact.says[0],
        "a piece of it": " ".join(fact.says[0].split()[1:7]),
        "what names it": next(one for one in fact.about if " " in one),
        "its note": fact.note,
        "a question of the rubric": scenario.rubric[0].ask,
        "a goal": scenario.brief.goals[0].text,
        "the brief": scenario.brief.situation,
        "the note of an ending": next(one.note for one in scenario.endings if one.note),
        "a line of a play-test": scenario.playtest["skilled"][-1],
        "a target": "43 500 EUR",
    }


@pytest.mark.parametrize("planted", [
    "a fact's line", "a piece of it", "what names it", "its note", "a question of the rubric",
    "a goal", "the brief", "the note of an ending", "a line of a play-test", "a target",
])  # fmt: skip
def test_what_is_planted_in_a_prompt_is_found(planted: str) -> None:
    on, moments = played("pay-and-presence", "en", "skilled")
    moment = moments[0]
    fact = next(one for one in locked(on, moment.session) if any(" " in two for two in one.about))
    text = secrets(on.scenario, fact)[planted]
    loose = moment.direction.model_copy(update={"manner": f"dry. {text}"})

    assert told_to_persona(on, moment, loose) != []


def test_a_fact_that_is_planted_in_a_coach_s_prompt_is_found() -> None:
    on, moments = played("pay-and-presence", "en", "skilled")
    session = moments[0].session
    prompt = "\n".join(coach_prompt(coach_brief(Course.of(session, on))))

    (one, *_) = locked(on, session)
    assert told_to_coach(on, session, f"{prompt}\n{one.says[0]}") != []
