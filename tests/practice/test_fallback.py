"""Who is asked for a wording, in which order, and with how much of the direction."""

import pytest

from simulator.actors.offline import OfflineActor
from simulator.director.direction import BeatLines
from simulator.director.state import BeatKind
from simulator.practice.fallback import takes
from tests.practice.guard.turns import turn
from tests.practice.stage import Script

UNDERSTUDY = OfflineActor(gives_back=False)
FACT = BeatLines(kind=BeatKind.FACT, ref="one", lines=("So it is.",))
PROBE = BeatLines(kind=BeatKind.PROBE)
DIRECTION = turn("en").direction.model_copy(update={"beats": (PROBE, FACT)})


def test_an_actor_comes_twice_then_the_understudy_then_less_and_less() -> None:
    each = takes(Script(), UNDERSTUDY, DIRECTION)

    assert [one.actor.name for one in each[:4]] == ["script", "script", "offline", "offline"]
    assert [one.number for one in each] == list(range(1, len(each) + 1))
    assert [one.following for one in each] == [*(one.actor.name for one in each[1:]), ""]
    assert [one.is_bare for one in each] == [False] * 3 + [True] * (len(each) - 3)


def test_only_the_second_try_is_told_what_was_wrong() -> None:
    orders = [one.order("leak") for one in takes(Script(), UNDERSTUDY, DIRECTION)]

    assert [one.correction for one in orders[:4]] == ["", "leak", "", ""]


def test_our_own_actor_comes_once_as_it_would_only_say_the_same() -> None:
    each = takes(OfflineActor(), UNDERSTUDY, DIRECTION)

    assert [one.is_again for one in each] == [False] * len(each)
    assert [one.actor for one in each[:2]] != [each[0].actor] * 2


def test_the_first_bare_wording_says_what_was_decided_and_the_others_nothing() -> None:
    bare = [one.direction for one in takes(Script(), UNDERSTUDY, DIRECTION) if one.is_bare]

    assert bare[0].beats == (FACT,)
    assert all(len(one.beats) == 1 and not one.beats[0].lines for one in bare[1:])
    assert {one.heard.text for one in bare} == {""}


@pytest.mark.parametrize(
    ("actor", "is_held"), [(Script(), True), (OfflineActor(), False), (UNDERSTUDY, False)]
)
def test_the_words_of_others_alone_are_judged_for_what_they_leave_out(
    actor: Script | OfflineActor, is_held: bool
) -> None:
    first = takes(actor, UNDERSTUDY, DIRECTION)[0]

    assert (first.is_judged, first.may_leave_out, not first.is_ours) == (is_held,) * 3
