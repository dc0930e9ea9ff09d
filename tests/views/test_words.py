"""Names that people see for ids."""

from simulator.director.state import Reason
from simulator.i18n import Translator
from simulator.views.words import named_in, one_line, outcome_name, reason_words, skill_name
from tests.debrief.talks import scenario

EN, FR = Translator.of("en"), Translator.of("fr")


def test_a_skill_of_ours_has_a_name_in_both_languages() -> None:
    assert (skill_name(EN, "proposing"), skill_name(FR, "proposing")) == ("proposing", "proposer")


def test_a_skill_that_a_facilitator_made_is_read_as_its_id() -> None:
    assert skill_name(EN, "holding-the-frame") == "holding the frame"


def test_every_ending_of_a_scenario_is_finished() -> None:
    assert outcome_name(EN, "shown-out") == outcome_name(EN, "deal") == "finished"
    assert len({outcome_name(EN, one) for one in ("open", "left", "stopped", "deal")}) == 4


def test_a_reason_without_words_is_its_code() -> None:
    assert reason_words(EN, Reason(code="made.up", values={"turn": 3})) == "made.up"


def test_one_line_breaks_nothing_that_must_hold() -> None:
    assert one_line(" a\n  b\u202f: c\u00a0d ") == "a b\u202f: c\u00a0d"


def test_an_id_in_a_reason_is_shown_as_the_scenario_says_it() -> None:
    offered = Reason(code="cue.offered", values={"cue": "upstairs", "turn": 2})
    reacted = Reason(code="reaction.came", values={"reaction": "other-peoples-pay", "turn": 2})

    assert "It isn't a rule I dreamt up." in reason_words(EN, offered, named_in(scenario()))
    assert "other peoples pay" in reason_words(EN, reacted, named_in(scenario()))
    assert "upstairs" in reason_words(EN, offered)
