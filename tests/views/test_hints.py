"""A hint in words."""

from simulator.debrief.hints import Hint
from simulator.i18n import Translator
from simulator.practice.events import HintGiven
from simulator.views.hints import hint_words

ENGLISH, FRENCH = (Translator.of(one, strict=True) for one in ("en", "fr"))
CUE = Hint(5, "hint.cue", {"who": "Claire", "quote": "I am on my own."})


def test_what_was_said_stays_as_it_was_said() -> None:
    assert "“I am on my own.”" in hint_words(CUE, ENGLISH)
    assert "«\u202fI am on my own.\u202f»" in hint_words(CUE, FRENCH)


def test_a_skill_is_called_by_its_name() -> None:
    hint = Hint(5, "hint.chance-skill", {"who": "Claire", "skill": "open-questions"})

    assert "open questions" in hint_words(hint, ENGLISH)


def test_a_recorded_hint_reads_as_it_did() -> None:
    assert hint_words(CUE.event(), ENGLISH) == hint_words(CUE, ENGLISH)


def test_a_coach_is_quoted_as_it_spoke() -> None:
    given = HintGiven(turn=5, code="", text="What might she mean?", by="somebody/llm")

    assert hint_words(given, FRENCH) == "What might she mean?"
