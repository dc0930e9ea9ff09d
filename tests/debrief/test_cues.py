"""One opening has one story, in every section of the debrief."""

from dataclasses import replace

from simulator.debrief.course import Course
from simulator.debrief.cues import cue_courses
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.gaps import Gap
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.debrief import page
from tests.debrief.talks import Said, scenario, stage, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
OFFERS = Said("Well, well, well.", reply="It isn't a rule I dreamt up.", offers=("upstairs",))
RUBRIC = [
    {
        "id": "takes-it-up",
        "skill": "open-questions",
        "ask": "Does the mentee take up the remark?",
        "seen": {"move": "reflection"},
    }
]


def drafted(*lines: Said) -> Debrief:
    return draft(*talk(*lines, on=stage(scenario(rubric=RUBRIC))))


def test_an_opening_that_a_criterion_shows_as_taken_up_is_missed_nowhere() -> None:
    reflects = Said("So it is not yours.", moves={Move.REFLECTION: ""}, misses=("upstairs",))

    debrief = drafted(OFFERS, reflects, WEATHER)

    assert [one.verdict for one in debrief.findings if one.source == "rubric"] == ["observed"]
    assert [one.outcome for one in debrief.cues] == ["taken"]
    assert (debrief.measures.cues.part, debrief.measures.cues.whole) == (1, 1)
    assert Gap.MISSED_CUE not in {one.gap for one in debrief.tries}
    assert "cue-missed" not in {event.kind for one in debrief.movers for event in one.events}


def test_a_reflection_after_the_time_of_the_opening_does_not_take_it_up() -> None:
    late = Said("So it is not yours.", moves={Move.REFLECTION: ""})

    debrief = drafted(OFFERS, WEATHER, Said("Hm, so.", misses=("upstairs",)), late)

    assert [one.outcome for one in debrief.cues] == ["missed"]


def test_a_missed_opening_is_answered_by_the_same_line_everywhere() -> None:
    well = Said("The weather was fine.", trust=0.8)
    lost = Said("So, anyway, my raise.", misses=("upstairs",), trust=-0.5)

    debrief = drafted(OFFERS, well, lost, WEATHER)

    (tried,) = (one for one in debrief.tries if one.gap is Gap.MISSED_CUE)
    (story,) = debrief.cues
    assert story.answered is not None
    assert story.answered.turn == tried.turn == 6


def test_an_opening_with_no_turn_after_it_has_no_answer() -> None:
    session, on = talk(WEATHER, OFFERS)

    assert [one.settling for one in cue_courses(Course.of(session, on))] == [None]


def test_it_is_not_said_that_all_was_fine_where_something_was_not_seen() -> None:
    words = Translator.of("en", strict=True)
    debrief = replace(drafted(WEATHER, WEATHER, WEATHER), tries=())

    text = [line for one in page(debrief, words).sections for line in one.lines]

    assert [one.verdict for one in debrief.findings if one.source == "rubric"] == ["not-observed"]
    assert words("debrief.try.below") in text
    assert words("debrief.try.nothing") not in text
