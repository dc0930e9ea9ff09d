from simulator.director.conduct import conduct_of
from simulator.reading.moves import Move, Signal
from tests.director.scene import conduct, reading, unsure


def test_only_sure_finds_are_kept() -> None:
    found = conduct_of(unsure(reading(Move.BLAME, Signal.ABUSE)), names_topic=False)

    assert found.triggers == ()


def test_pressure_is_hard_or_soft() -> None:
    assert conduct(Move.THREAT).is_hard
    assert not conduct(Signal.FLATTERY).is_hard
    assert conduct(Signal.FLATTERY).is_pressing
    assert not conduct(Move.RIGHTS).is_pressing


def test_substance_needs_words_that_can_be_read() -> None:
    assert conduct(Move.OPEN_QUESTION).has_substance
    assert conduct(names_topic=True).has_substance
    assert not conduct(Move.MINIMAL_ANSWER, words=1).has_substance
    assert not conduct(Move.OPEN_QUESTION, words=0).has_substance
    assert not conduct(Move.OPEN_QUESTION, Signal.NONSENSE).has_substance
    assert not conduct(Move.BLAME).has_substance


def test_a_closed_question_about_reasons_asks_as_an_open_one_does() -> None:
    assert conduct(Move.INTERESTS, Move.CLOSED_QUESTION).asks
    assert not conduct(Move.CLOSED_QUESTION).asks
    assert not conduct(Move.INTERESTS).invites
