"""One skill at a time, over sessions: counts, trends, probes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.course import Course
from simulator.debrief.measures import Share
from simulator.debrief.progress import Past, SkillProgress, progress
from simulator.debrief.progress import past as past_of
from simulator.debrief.tally import points
from simulator.practice.events import CommitmentMade, Entry, HintGiven, PredictionMade, RealTalkTold
from tests.debrief.pasts import past
from tests.debrief.talks import Said, drafted, run, talk


def of(*pasts: Past) -> SkillProgress:
    (one,) = progress(pasts)
    return one


def probes(*pasts: Past) -> list[str]:
    return [one.session for one in of(*pasts).probes]


def test_the_latest_session_is_laid_beside_the_one_before() -> None:
    trend = of(past(1, wanted=1, missed=3), past(2, wanted=3, missed=1)).trend

    assert trend is not None
    assert (trend.direction, trend.last, trend.before, trend.n) == (
        "more",
        Share(3, 4),
        Share(1, 4),
        2,
    )


def test_shares_are_compared_rather_than_counts() -> None:
    trend = of(past(1, wanted=1, missed=0), past(2, wanted=2, missed=1)).trend

    assert trend is not None
    assert trend.direction == "less"


def test_one_session_has_nothing_to_be_compared_with() -> None:
    trend = of(past(1)).trend

    assert trend is not None
    assert (trend.direction, trend.before, trend.n) == ("first", None, 1)


def test_a_session_without_a_chance_is_listed_and_not_counted() -> None:
    skill = of(past(1), past(2, wanted=0, missed=0))

    assert [one.session for one in skill.sessions] == ["s1", "s2"]
    assert skill.trend is not None
    assert skill.trend.n == 1


def test_a_retry_is_listed_and_left_out_of_the_trend() -> None:
    skill = of(past(1, wanted=1, missed=1), past(2, wanted=2, missed=0, parent="s1"))

    assert [one.is_retry for one in skill.sessions] == [False, True]
    assert skill.trend is not None
    assert skill.trend.last == Share(1, 2)


def test_a_skill_that_never_had_a_chance_has_no_trend() -> None:
    assert of(past(1, wanted=0, missed=0)).trend is None


def test_another_scenario_of_the_same_skill_is_a_probe() -> None:
    assert probes(past(1, "presence"), past(2, "slide")) == ["s2"]


def test_the_first_practice_of_a_skill_is_no_probe() -> None:
    assert probes(past(1)) == []


def test_the_same_scenario_again_is_no_probe() -> None:
    assert probes(past(1), past(2)) == []


def test_with_a_hint_or_as_a_retry_it_is_no_probe() -> None:
    assert probes(past(1), past(2, "slide", hints=1)) == []
    assert probes(past(1), past(2, "slide", parent="s9")) == []


def test_the_second_attempt_at_a_scenario_is_no_probe_even_if_the_first_was_stopped() -> None:
    stopped = past(2, "slide", wanted=0, missed=0, is_told=False)

    assert probes(past(1), stopped, past(3, "slide")) == []


def test_after_a_practice_of_another_skill_alone_it_is_no_probe() -> None:
    found = progress([past(1, skill="proposing"), past(2, "slide")])

    assert [one.probes for one in found] == [(), ()]


def test_a_conversation_that_was_held_for_real_is_no_probe_and_no_practice() -> None:
    assert probes(past(1), past(2, "held", is_recorded=True)) == []
    assert probes(past(1, "held", is_recorded=True), past(2)) == []


def test_expectations_that_were_met_are_counted_with_their_number() -> None:
    skill = of(
        past(1, wanted=2, missed=0, expected={"acknowledging": "yes"}),
        past(2, wanted=0, missed=2, expected={"acknowledging": "yes"}),
        past(3, wanted=0, missed=2, expected={"acknowledging": "unsure"}),
        past(4, wanted=2, missed=0, expected={"acknowledging": "yes"}, parent="s1"),
        past(5),
    )

    assert skill.predicted == Share(1, 2)


@given(st.permutations([past(1), past(2, "slide"), past(3, wanted=2), past(4, parent="s1")]))
def test_the_order_in_which_sessions_are_given_does_not_matter(pasts: list[Past]) -> None:
    assert progress(pasts) == progress(sorted(pasts, key=lambda one: one.session))


def test_a_session_is_kept_without_a_word_of_it() -> None:
    played, on = run("pay-and-presence", "skilled")

    kept = past_of(Course.of(played.session, on))

    assert (kept.scenario, kept.skills) == ("pay-and-presence", on.scenario.skills)
    assert kept.is_told
    said = [one.text for one in played.session.utterances if len(one.text) > 20]
    assert not any(text in repr(kept) for text in said)


def test_what_is_counted_is_what_the_debrief_says() -> None:
    played, on = run("pay-and-presence", "skilled")

    kept = past_of(Course.of(played.session, on))

    assert kept.points == points(drafted("pay-and-presence", "skilled").findings)


def test_what_followed_the_talk_is_kept() -> None:
    session, on = talk(Said("The weather is nice."), Said("Is it?"), Said("It is."))
    resolution = CommitmentMade(when="she says no", then="I ask why")
    predicted = PredictionMade(expected={"acknowledging": "yes"})
    for seq, event in enumerate(
        (HintGiven(turn=1, code="hint.fine"), predicted, resolution), session.seq + 1
    ):
        at = datetime(2026, 1, 2, tzinfo=UTC) + timedelta(seconds=seq)
        session = session.after(Entry(seq=seq, at=at, event=event))

    kept = past_of(Course.of(session, on))

    assert (kept.hints, kept.prediction, kept.awaited) == (1, predicted, resolution)


def test_a_resolution_that_was_told_of_is_not_waited_for_until_there_is_a_new_one() -> None:
    session, _ = talk(Said("The weather is nice."))
    made = CommitmentMade(when="she says no", then="I ask why")
    told = session.followup.after(made).after(RealTalkTold(text="She said yes."))

    assert told.awaited is None
    assert told.after(made).awaited == made


def test_a_stopped_scene_was_not_told_to_an_end() -> None:
    session, on = talk(Said("The weather is nice."), stops=True, cause=None)

    kept = past_of(Course.of(session, on))

    assert (kept.is_told, kept.points) == (False, ())
