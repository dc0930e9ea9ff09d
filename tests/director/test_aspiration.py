from hypothesis import given
from hypothesis import strategies as st

from simulator.director.aspiration import Earning, aspiration
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, euros

shares = st.floats(0, 1)
earnings = st.builds(
    Earning,
    facts=shares,
    levers=st.floats(0, 6),
    trust=st.floats(-5, 6),
    gains=st.floats(0.25, 2),
)


@given(shares, shares, earnings, st.floats(-1, 1))
def test_aspiration_stays_between_floor_and_target(
    target: float, floor: float, earning: Earning, conceded: float
) -> None:
    least = aspiration(target, floor, earning, conceded)

    assert floor - 1e-9 <= least <= max(target, floor) + 1e-9


def test_nothing_earned_leaves_it_at_the_target() -> None:
    assert aspiration(0.9, 0.3, Earning(), 0.0) == 0.9


def test_merit_lowers_it_and_lost_trust_does_not() -> None:
    assert aspiration(0.9, 0.3, Earning(facts=0.5), 0) < 0.9
    assert aspiration(0.9, 0.3, Earning(levers=1.5), 0) < 0.9
    assert aspiration(0.9, 0.3, Earning(trust=2), 0) < 0.9
    assert aspiration(0.9, 0.3, Earning(), 0.2) < 0.9
    assert aspiration(0.9, 0.3, Earning(trust=-3), 0) == 0.9


def test_pressure_repetition_and_waiting_leave_it_where_it_was() -> None:
    for done in (Signal.PLEADING, Signal.FLATTERY, Move.RIGHTS, Move.OFFER, Move.MINIMAL_ANSWER):
        talk = Talk()
        for _ in range(5):
            talk.hears(done, topics=["pay"], quantities=[euros(46000)], line="46,000, I said so.")
        offers = [reason for one in talk.decisions for reason in one.reasons]
        aims = {one.values["aspiration"] for one in offers if "aspiration" in one.values}

        assert aims <= {0.87}
        assert talk.state.table.agreed is None
