import pytest
from hypothesis import given, settings

from simulator.i18n import Translator
from simulator.library.persona import Pattern
from simulator.reading.moves import Move, Reading, Signal
from simulator.views.words import reason_words, trigger_name
from tests.director.scene import Talk
from tests.director.strategies import talks

LANGUAGES = [Translator.of(language, strict=True) for language in ("en", "fr")]


@pytest.mark.parametrize("t", LANGUAGES, ids=["en", "fr"])
def test_every_trigger_has_a_clause_and_a_short_name(t: Translator) -> None:
    for source, triggers in (("move", Move), ("signal", Signal), ("pattern", Pattern)):
        for one in triggers:
            assert t(f"{source}.{one.value}")
            assert trigger_name(t, source, one.value)


@settings(max_examples=30)
@given(talks)
def test_every_reason_can_be_said_in_both_languages(lines: list[Reading]) -> None:
    talk = Talk()
    for line in lines:
        if talk.state.ended:
            break
        decision = talk.hears(read=line)
        reasons = (*(change.reason for change in decision.changes), *decision.reasons)
        for reason in reasons:
            for t in LANGUAGES:
                said = reason_words(t, reason)
                assert said
                assert "{" not in said
                assert "move." not in said


def test_a_reason_reads_as_a_mentor_would_say_it() -> None:
    talk = Talk()
    change = talk.hears(Move.PROPOSAL).changes
    said = [reason_words(LANGUAGES[0], one.reason) for one in change]

    assert "trust −0.5: a solution was offered before the concern was named" in said
