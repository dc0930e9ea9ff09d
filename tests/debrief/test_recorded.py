"""A conversation that people held is debriefed without a scenario, and says nothing it cannot know."""

from typing import get_args

import pytest

from simulator.debrief.course import Course
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.measures import measures
from simulator.debrief.openings import Audience
from simulator.i18n import Translator
from simulator.reading.moves import Language
from simulator.reports.render import Form, render
from tests.debrief.counsel import counsels, course, recorded
from tests.debrief.talks import Said, talk

TALK = (
    "C: My mother moved in and the house is full of noise.\nT: What is the house like now?\n"
    "C: The house is noisy and my mother never sleeps.\nT: You should talk to your mother.\n"
    "C: The noise is what gets me.\nT: The noise keeps you awake."
)


def debrief(text: str, mentee: str, language: Language, audience: Audience) -> Debrief:
    return draft(*recorded(text, mentee, language), audience)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("audience", ["mentee", "mentor"])
def test_every_report_can_be_written(language: Language, audience: Audience) -> None:
    one, forms = next(counsels(language)), get_args(Form)

    made = debrief(one.text, one.helper, language, audience)

    assert all(render(made, form, Translator.of(language)).strip() for form in forms)


def test_it_knows_of_no_stance_and_no_cue_and_tries_a_line_on_nobody_but_a_neutral_partner() -> (
    None
):
    made = debrief(TALK, "T", "en", "mentor")

    assert made.is_recorded
    assert (made.cues, made.deal, made.hidden) == ((), (), ())
    assert {one.source for one in made.findings} <= {"across"}
    assert not any(one.changes or one.events for one in made.movers)
    assert all(one.alternative is None or one.alternative.neutral for one in made.tries)
    assert any(one.alternative is not None for one in made.tries)
    assert len({(one.trust, one.tension) for one in made.curve}) <= 1


def test_who_brought_up_what_is_told_from_the_words_that_both_used() -> None:
    figures = measures(course(TALK))

    assert figures.agenda is not None
    assert {(one.topic, one.by) for one in figures.agenda} >= {
        ("mother", "persona"),
        ("house", "persona"),
    }


def test_too_little_in_common_tells_nothing_of_the_agenda() -> None:
    assert measures(course("T: Hello.\nC: Bye.\nT: Well.")).agenda is None


def test_the_topics_of_a_scenario_tell_who_raised_them() -> None:
    asks = Said("What is behind the rule?", topics={"remote": "rule"}, reply="A long story.")

    figures = measures(Course.of(*talk(asks)))

    assert figures.agenda_share == 1.0


def test_seconds_before_the_mentee_are_known_from_subtitles_alone() -> None:
    cues = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nC: It's hard.\n\n00:03.500 --> 00:04.000\nT: How so?\n\n"
        "00:05.000 --> 00:06.000\nC: I'm alone.\n\n00:06.500 --> 00:07.000\nT: That's hard.\n"
    )

    timed = measures(course(cues)).latency

    assert timed is not None
    assert (timed.median, timed.longest, timed.longest_turn, timed.turns) == (1.0, 1.5, 2, 2)
    assert measures(course(TALK)).latency is None
