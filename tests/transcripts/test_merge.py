"""Merging has laws: twice is once, the order of files does not matter, and nothing is ever lost."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.library.load import canonical
from simulator.practice.events import Event, TurnMarked
from simulator.transcripts.chain import Link, forge
from simulator.transcripts.exchange.merging import Imported, merge
from simulator.transcripts.exchange.parcel import Chain, Parcel
from simulator.transcripts.forks import forks_of, outside
from simulator.transcripts.place import FILE_NAME
from simulator.transcripts.reviews import Reviews
from simulator.transcripts.schema import GENESIS
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.streams import Kind
from simulator.transcripts.verify import verify
from tests.practice.stage import PERSONA, SCENARIO
from tests.transcripts.exchanging import NOW, PINS, REVIEW, SESSION
from tests.transcripts.reviewing import review_opened, ruled
from tests.transcripts.scene import greeting, opened

DEFINITIONS = {
    definition.hash: definition.text for definition in (canonical(SCENARIO), canonical(PERSONA))
}
Labels = tuple[int, ...]
WAYS = st.lists(st.lists(st.integers(0, 1), max_size=3).map(tuple), min_size=1, max_size=5)


def forged(stream: str, events: Iterable[object]) -> Chain:
    """A chain whose times follow from its events' places alone."""
    links: list[Link] = []
    for seq, event in enumerate(events, start=1):
        prev = links[-1].hash if links else GENESIS
        links.append(forge(prev, stream, seq, NOW + timedelta(minutes=seq), event))  # type: ignore[arg-type]
    return tuple(links)


def session(labels: Labels) -> Chain:
    """A session that went on in the way that `labels` say."""
    begun: tuple[Event, ...] = (opened(SESSION, **PINS), *greeting())
    marks = (TurnMarked(turn=1, by="mentee", note=str(label)) for label in labels)
    return forged(SESSION, (*begun, *marks))


def review(labels: Labels) -> Chain:
    """A review of it that went on in the way that `labels` say."""
    base = session(())
    first = review_opened(REVIEW, SESSION, session_seq=len(base), session_head=base[-1].hash)
    return forged(REVIEW, (first, *(ruled(reason=str(label)) for label in labels)))


def parcel_of(one: Labels, other: Labels) -> Parcel:
    return Parcel((session(one),), (review(other),), DEFINITIONS)


def kept(store: Store, kind: Kind) -> set[Chain]:
    """Every chain in `store` as it is called outside."""
    ids = [row.id for row in (Sessions(store) if kind == "session" else Reviews(store)).all()]
    with store.reading() as database:
        return {tuple(outside(database, one, kind)) for one in ids}


def longest(chains: Iterable[Chain]) -> set[Chain]:
    """The chains that no other goes on from."""
    every = set(chains)
    return {
        one
        for one in every
        if not any(len(other) > len(one) and other[: len(one)] == one for other in every)
    }


def merged(folder: Path, parcels: Sequence[Parcel]) -> tuple[set[Chain], set[Chain]]:
    """What a new store holds after `parcels`; it is whole, and takes none of them a second time."""
    with Store.open(folder / FILE_NAME) as store:
        for parcel in parcels:
            merge(store, parcel)
        found = kept(store, "session"), kept(store, "review")
        for parcel in parcels:
            again = merge(store, parcel)
            assert again == Imported(unchanged=again.unchanged)
        assert (kept(store, "session"), kept(store, "review")) == found
        assert verify(store) == ()
    return found


@given(ways=WAYS, data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_whatever_comes_first_and_however_often(
    tmp_path_factory: pytest.TempPathFactory, ways: list[Labels], data: st.DataObject
) -> None:
    parcels = [parcel_of(one, other) for one, other in zip(ways, reversed(ways), strict=True)]
    shuffled = data.draw(st.permutations(parcels))
    folder = tmp_path_factory.mktemp("merge")
    sessions, reviews = merged(folder / "a", parcels)

    assert merged(folder / "b", shuffled) == (sessions, reviews)
    assert longest(sessions) == longest(session(one) for one in ways)
    assert longest(reviews) == longest(review(one) for one in ways)


@given(mine=WAYS, theirs=WAYS)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_stores_that_exchange_everything_hold_the_same(
    tmp_path_factory: pytest.TempPathFactory, mine: list[Labels], theirs: list[Labels]
) -> None:
    folder = tmp_path_factory.mktemp("exchange")
    with Store.open(folder / "a" / FILE_NAME) as a, Store.open(folder / "b" / FILE_NAME) as b:
        for store, ways in ((a, mine), (b, theirs)):
            for way in ways:
                merge(store, parcel_of(way, way))
        before = kept(a, "session"), kept(b, "session")
        for one, other in ((a, b), (b, a)):
            for chain in kept(one, "session"):
                merge(other, Parcel((chain,), (), DEFINITIONS))

        assert kept(a, "session") == kept(b, "session") == longest(before[0] | before[1])
        assert verify(a) == verify(b) == ()


def test_three_ways_that_part_at_two_places_are_three(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a" / FILE_NAME) as store:
        for way in ((0, 0), (1, 0), (1, 1), (1, 1, 0)):
            result = merge(store, parcel_of(way, ()))
        with store.reading() as database:
            forks = forks_of(database, SESSION)

    assert sorted((fork.seq, fork.of) for fork in forks) == [(4, SESSION), (5, SESSION)]
    assert len({fork.id for fork in forks}) == 2
    assert result.sessions_longer == tuple(fork.id for fork in forks if fork.seq == 5)
