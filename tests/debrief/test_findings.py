"""A verdict for every item, each with its evidence or its reason."""

import pytest

from simulator.debrief.course import Course
from simulator.debrief.findings import Finding, findings
from simulator.reading.moves import Move, Signal
from tests.debrief.talks import Said, run, scenario, stage, talk

ABOUT_RULE = Said("The rule bothers me.", topics={"remote": "rule"})
ASKS = Said(
    "What is behind the rule?",
    topics={"remote": "rule"},
    moves={Move.OPEN_QUESTION: ""},
    reply="My director counts the badges. I was told off in May.",
    told=("badges",),
)
WEATHER = Said("The weather is nice.", reply="Is it?")


def found(item: str, *lines: Said, cause: str | None = "ending") -> Finding:
    session, played = talk(*lines, cause=cause)
    return next(one for one in findings(Course.of(session, played)) if one.item.id == item)


def quotes(finding: Finding) -> list[tuple[int, str]]:
    return [(quote.turn, quote.quote) for quote in finding.quotes]


def test_what_was_done_is_observed_in_the_mentees_own_words() -> None:
    finding = found("ask-why", WEATHER, ASKS, WEATHER)

    assert (finding.verdict, quotes(finding)) == ("observed", [(4, "What is behind the rule?")])


def test_what_was_missed_quotes_the_opening_and_what_was_said_instead() -> None:
    finding = found("ask-why", WEATHER, ABOUT_RULE, WEATHER)

    assert finding.verdict == "not-observed"
    assert quotes(finding)[0] == (3, "Is it?")
    assert quotes(finding)[1][0] in {4, 6}


def test_what_was_never_called_for_had_no_chance() -> None:
    finding = found("hear-her", WEATHER, ABOUT_RULE, WEATHER)

    assert (finding.verdict, finding.why) == ("no-chance", "never-called-for")


def test_without_a_rule_the_item_could_not_be_judged() -> None:
    finding = found("tone", WEATHER, WEATHER, WEATHER)

    assert (finding.verdict, finding.why) == ("could-not-judge", "needs-judge")


def test_an_uncertain_find_forbids_to_say_that_there_was_nothing() -> None:
    unclear = Said("Why the rule", topics={"remote": "rule"}, doubtful={Move.OPEN_QUESTION: ""})

    finding = found("ask-why", WEATHER, unclear, WEATHER)

    assert (finding.verdict, finding.why) == ("could-not-judge", "unsure")


def test_an_unreadable_line_forbids_to_say_that_there_was_nothing() -> None:
    foreign = Said(
        "Warum gibt es die rule?", topics={"remote": "rule"}, signals=(Signal.OTHER_LANGUAGE,)
    )

    finding = found("ask-why", WEATHER, foreign, WEATHER)

    assert (finding.verdict, finding.why) == ("could-not-judge", "unreadable")


def test_a_fact_told_in_the_last_reply_gave_no_chance_to_answer_it() -> None:
    finding = found("hear-her", WEATHER, WEATHER, ASKS)

    assert finding.verdict == "no-chance"


def test_a_window_cut_off_by_leaving_is_no_miss() -> None:
    finding = found("hear-her", WEATHER, ASKS, WEATHER, cause="left")

    assert (finding.verdict, finding.why) == ("no-chance", "cut-short")


def test_a_window_cut_off_by_the_ending_is_a_miss() -> None:
    assert found("hear-her", WEATHER, ASKS, WEATHER).verdict == "not-observed"


def test_what_came_after_the_window_is_too_late() -> None:
    late = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})

    finding = found("hear-her", ASKS, WEATHER, WEATHER, late)

    assert finding.verdict == "not-observed"


def test_what_came_before_the_chance_does_not_count() -> None:
    early = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})

    assert found("hear-her", early, ASKS, WEATHER, WEATHER).verdict == "not-observed"


def test_a_fact_told_before_makes_one_occasion_only() -> None:
    hears = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})

    assert found("hear-her", ASKS, hears, WEATHER, WEATHER).verdict == "observed"


def test_a_harm_to_avoid_is_observed_with_the_words_that_did_it() -> None:
    blames = Said("You never listen. Nice tie.", moves={Move.BLAME: "You never listen"})

    finding = found("no-blame", WEATHER, blames, WEATHER)

    assert (finding.verdict, finding.is_to_work_on) == ("observed", True)
    assert quotes(finding) == [(4, "You never listen.")]


def test_a_harm_that_may_be_listening_is_held_against_nobody() -> None:
    line = "I can see you are to blame in their eyes."
    heard = Said(line, moves={Move.BLAME: "you are to blame", Move.ACKNOWLEDGEMENT: ""})

    assert not found("no-blame", WEATHER, heard, WEATHER).is_to_work_on


@pytest.mark.parametrize("confidence", [0.3, 0.5])
def test_nobody_is_cleared_of_a_harm_they_may_have_done(confidence: float) -> None:
    maybe = Said(
        "I think you did it on purpose.", maybe={Move.BLAME: confidence}, reply="I beg your pardon?"
    )

    finding = found("no-blame", WEATHER, maybe, WEATHER)

    assert (finding.verdict, finding.why, finding.quotes) == ("could-not-judge", "unsure", ())
    assert finding.step is not None
    assert finding.step.turn == 4


def test_a_shadow_of_a_harm_leaves_it_left_out() -> None:
    slight = Said("You might say so.", maybe={Move.BLAME: 0.2})

    assert found("no-blame", WEATHER, slight, WEATHER).verdict == "not-observed"


def test_a_threat_in_so_many_words_is_observed_though_the_reading_was_not_sure() -> None:
    threat = Said("Do it today, or else I'll report you.", maybe={Move.THREAT: 0.4})

    finding = found("no-blame", WEATHER, threat, WEATHER)

    assert (finding.verdict, quotes(finding)) == ("observed", [(4, threat.text)])


@pytest.mark.parametrize("count", [1, 2])
def test_in_a_very_short_talk_nothing_is_said_to_be_missing(count: int) -> None:
    session, played = talk(*[ABOUT_RULE] * count)

    verdicts = {one.verdict for one in findings(Course.of(session, played))}

    assert verdicts <= {"no-chance", "could-not-judge"}


def test_before_a_word_was_said_there_was_no_chance() -> None:
    finding = found("no-blame")

    assert (finding.verdict, finding.why) == ("no-chance", "nothing-said")


def test_nothing_is_found_in_a_scene_that_was_stopped() -> None:
    session, played = talk(WEATHER, ABOUT_RULE, WEATHER, stops=True, cause=None)

    assert findings(Course.of(session, played)) == ()


def test_an_item_about_a_topic_wants_its_move_on_that_topic() -> None:
    item = {
        "id": "ask-pay",
        "skill": "open-questions",
        "ask": "Does the mentee ask about pay?",
        "seen": {"move": "open-question", "topic": "pay"},
    }
    played = stage(scenario(rubric=[item]))
    session, _ = talk(WEATHER, ASKS, WEATHER, on=played)

    (finding,) = findings(Course.of(session, played))

    assert finding.verdict == "not-observed"


@pytest.mark.parametrize("kind", ["skilled", "unskilled", "silent", "flattering", "dropping-it"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_verdict_of_a_played_talk_has_its_evidence(kind: str, language: str) -> None:
    played, on = run("credit-on-the-slide", kind, "fr" if language == "fr" else "en")

    for finding in findings(Course.of(played.session, on)):
        speakers = [quote.speaker for quote in finding.quotes]
        match finding.verdict:
            case "observed":
                assert set(speakers) == {"mentee"}
            case "not-observed" if finding.item.avoid:
                assert not speakers
            case "not-observed":
                assert speakers[0] == "persona"
            case _:
                assert finding.why


def test_a_question_that_is_a_reproach_is_not_held_for_a_question() -> None:
    reproach = Said(
        "Why did you keep the rule from me?",
        topics={"remote": "rule"},
        moves={Move.OPEN_QUESTION: "", Move.BLAME: "you keep the rule from me"},
    )

    assert found("ask-why", WEATHER, reproach, WEATHER).verdict == "not-observed"
    assert found("no-blame", WEATHER, reproach, WEATHER).verdict == "observed"


def test_what_was_rightly_left_out_quotes_nothing() -> None:
    finding = found("no-blame", WEATHER, ASKS, WEATHER)

    assert (finding.verdict, finding.quotes, finding.step) == ("not-observed", (), None)


def test_the_line_that_names_the_subject_is_the_evidence_rather_than_a_bare_one() -> None:
    bare = Said("How come?", moves={Move.OPEN_QUESTION: ""}, trust=1)

    for lines in ((ABOUT_RULE, bare, WEATHER), (ABOUT_RULE, ASKS, bare)):
        assert found("ask-why", *lines).verdict == "observed"
    assert quotes(found("ask-why", ABOUT_RULE, bare, ASKS))[0][1] == "What is behind the rule?"


def test_of_two_lines_alike_the_one_nearest_to_the_chance_is_the_evidence() -> None:
    first = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})
    later = Said("That sounds tiring.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=0.5)

    assert quotes(found("hear-her", ASKS, first, later)) == [(4, "That sounds hard.")]
