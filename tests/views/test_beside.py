"""What was told beside the talk, told again from its events."""

from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.events import HintGiven, TurnMarked
from simulator.practice.memory import MemoryJournal
from simulator.views.beside import beside, beside_words
from tests.practice.stage import Ticks, opened, stage

EN, FR = Translator.of("en", strict=True), Translator.of("fr", strict=True)


def begun() -> Conversation:
    return Conversation.begin(stage(), MemoryJournal(Ticks()), opened())


def test_each_turn_has_what_was_told_after_it_and_no_other_has() -> None:
    conversation = begun()
    conversation.take_hint(HintGiven(turn=1, code="", text="Ask why."))
    conversation.mark(1, by="mentee", note="Slow", private=True)

    told = tuple(beside(conversation.session, 1))

    assert [one.kind for one in told] == ["hint-given", "turn-marked"]
    assert [beside_words(one, EN) for one in told] == [
        "Hint: Ask why.",
        "Your note, for you alone: Slow",
    ]
    assert tuple(beside(conversation.session, 2)) == ()


def test_a_mark_says_who_set_it_or_for_whom() -> None:
    marks = (
        TurnMarked(turn=1, by="mentor", author="Ada"),
        TurnMarked(turn=1, by="mentee", note="Look"),
    )

    assert [beside_words(one, FR) for one in marks] == [
        "Repère de Ada",
        "Marqué pour un·e mentor·e\u202f: Look",
    ]


def test_what_a_mentor_keeps_to_themselves_is_told_to_nobody_else() -> None:
    conversation = begun()
    conversation.mark(1, by="mentor", author="Ada", note="Hm", private=True)

    assert tuple(beside(conversation.session, 1)) == ()
