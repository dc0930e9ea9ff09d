"""Readings of every kind, for laws that hold whatever the mentee does."""

from hypothesis import strategies as st

from simulator.reading.moves import Found, Mention, Move, Noticed, Quantity, Reading, Signal
from tests.director.scene import days, euros

PRESSING_MOVES = (Move.THREAT, Move.POWER, Move.RIGHTS)
PRESSING_SIGNALS = (Signal.FLATTERY, Signal.PLEADING, Signal.META, Signal.ABUSE)
NAMES = ("remote", "pay", "team", "lever:results", "lever:training", "fact:badges", "fact:leaving")

confidences = st.sampled_from((0.3, 0.59, 0.6, 0.9))
moves = st.builds(Found, st.sampled_from(Move), st.just(0), st.just(200), confidences)
signals = st.builds(Noticed, st.sampled_from(Signal), st.just(0), st.just(200), confidences)
mentions = st.builds(Mention, st.sampled_from(NAMES), st.just("it"), st.just(0), st.just(2))
quantities: st.SearchStrategy[Quantity] = st.one_of(
    st.integers(0, 200).map(lambda half: euros(half * 500.0)),
    st.integers(0, 8).map(lambda count: days(float(count))),
)
readings = st.builds(
    Reading,
    moves=st.lists(moves, max_size=5).map(tuple),
    signals=st.lists(signals, max_size=2).map(tuple),
    quantities=st.lists(quantities, max_size=3).map(tuple),
    mentions=st.lists(mentions, max_size=3).map(tuple),
    words=st.integers(0, 40),
)
talks = st.lists(readings, min_size=1, max_size=14)

pressure = st.builds(
    Reading,
    moves=st.lists(
        st.builds(Found, st.sampled_from(PRESSING_MOVES), st.just(0), st.just(200), st.just(0.9)),
        max_size=2,
    ).map(tuple),
    signals=st.lists(
        st.builds(
            Noticed, st.sampled_from(PRESSING_SIGNALS), st.just(0), st.just(200), st.just(0.9)
        ),
        min_size=1,
        max_size=2,
    ).map(tuple),
    quantities=st.lists(quantities, max_size=2).map(tuple),
    mentions=st.lists(mentions, max_size=3).map(tuple),
    words=st.integers(1, 40),
)
