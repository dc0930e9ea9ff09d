from simulator.director.patterns import patterns_of
from simulator.director.state import TurnRecord
from simulator.library.persona import Pattern
from simulator.reading.moves import Move
from tests.director.scene import conduct

LINE = TurnRecord(turn=2, words=5, folded="i want two days off")


def patterns(*done: Move, history: tuple[TurnRecord, ...] = ()) -> list[Pattern]:
    record = LINE.model_copy(update={"moves": done})
    return list(patterns_of(conduct(*done), record, history))


def before(*done: Move, folded: str = "") -> tuple[TurnRecord, ...]:
    return (TurnRecord(turn=1, moves=done, words=5, folded=folded),)


def test_a_solution_before_anything_was_asked_or_heard_is_early() -> None:
    for move in (Move.PROPOSAL, Move.OFFER, Move.ADVICE):
        assert patterns(move, history=before(Move.STATING_FACTS)) == [Pattern.EARLY_PROPOSAL]


def test_a_solution_after_listening_is_not_early() -> None:
    for move in (Move.OPEN_QUESTION, Move.REFLECTION, Move.ACKNOWLEDGEMENT):
        assert patterns(Move.PROPOSAL, history=before(move)) == []


def test_a_solution_together_with_an_open_question_is_not_early() -> None:
    assert patterns(Move.PROPOSAL, Move.OPEN_QUESTION) == []


def test_asking_for_a_raise_with_a_yes_or_no_question_is_no_listening() -> None:
    assert patterns(Move.OFFER, history=before(Move.CLOSED_QUESTION)) == [Pattern.EARLY_PROPOSAL]


def test_the_same_line_again_is_noticed_whatever_its_order() -> None:
    assert patterns(history=before(folded="two days off i want")) == [Pattern.REPEATED_LINE]


def test_another_line_or_a_word_or_two_is_no_repetition() -> None:
    short = TurnRecord(turn=2, words=1, folded="ok")

    assert patterns(history=before(folded="i want two euros more")) == []
    assert list(patterns_of(conduct(), short, (short,))) == []


def test_three_questions_in_one_breath_are_a_pile() -> None:
    asked = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.OPEN_QUESTION)

    assert patterns(*asked) == [Pattern.QUESTION_PILE]
    assert patterns(*asked[:2]) == []
