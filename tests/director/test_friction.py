from itertools import pairwise

import pytest

from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, kinds


@pytest.mark.parametrize(
    ("done", "kind"),
    [
        (Signal.ABUSE, BeatKind.ABUSED),
        (Signal.META, BeatKind.MACHINE),
        (Signal.NONSENSE, BeatKind.LOST),
        (Signal.OTHER_LANGUAGE, BeatKind.LOST),
        (Move.THREAT, BeatKind.THREATENED),
        (Move.BLAME, BeatKind.BLAMED),
        (Move.DISMISSAL, BeatKind.UNHEARD),
        (Move.UNDERMINING, BeatKind.SHARPEN),
        (Signal.PLEADING, BeatKind.PLEADED),
        (Signal.FLATTERY, BeatKind.FLATTERED),
    ],
)
def test_each_provocation_has_its_answer(done: Move | Signal, kind: BeatKind) -> None:
    assert kinds(Talk().hears(done))[0] is kind


@pytest.mark.parametrize(
    "done",
    [Signal.META, Signal.PLEADING, Signal.FLATTERY, Signal.NONSENSE, Move.BLAME, Move.DISMISSAL],
)
def test_eight_times_the_same_provocation_is_never_answered_twice_the_same_way(
    done: Move | Signal,
) -> None:
    talk = Talk()
    for _ in range(8):
        if not talk.state.ended:
            talk.hears(done)

    for one, after in pairwise(talk.decisions):
        assert kinds(one)[0] is not kinds(after)[0]


def test_silence_and_minimal_answers_are_met_with_an_opening() -> None:
    talk = Talk()

    assert kinds(talk.hears(words=0)) == [BeatKind.SILENT]
    assert kinds(talk.hears(Move.MINIMAL_ANSWER, words=1))[0] is BeatKind.VAGUE


def test_a_bare_yes_to_the_persona_is_no_silence() -> None:
    talk = Talk()
    talk.hears(Move.OPEN_QUESTION)

    yes = talk.hears(Move.MINIMAL_ANSWER, Signal.AGREEMENT, words=1)
    assert kinds(yes)[0] is not BeatKind.SILENT


def test_saying_the_same_again_shows() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, line="I would like two more days at home.")
    again = talk.hears(Move.STATING_FACTS, line="I would like two more days at home!")

    assert kinds(again)[0] is BeatKind.UNHEARD


def test_blame_that_brings_it_near_a_break_is_answered_sharply() -> None:
    talk = Talk().stands(tension=5)

    assert kinds(talk.hears(Move.BLAME))[:2] == [BeatKind.BLAMED, BeatKind.SHARPEN]
