"""Bringing in what was read: neither side of anything is ever let go.

Everything happens in one transaction. Where one of two chains goes on from the other, the longer
stays, and so it does where the one that comes in left without the notes to oneself that are here;
where both went on, the one that comes in is kept beside under an id of its own, as a fork. Bringing
the same thing in twice changes nothing, and the order of files does not matter to what is kept. It
refuses what was forgotten here, and a review of what is not known here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from simulator.errors import BadFile, StorageError
from simulator.transcripts.chain import Link, linked
from simulator.transcripts.definitions import text_of
from simulator.transcripts.exchange.parcel import Chain, Parcel
from simulator.transcripts.forks import (
    Fork,
    copy_heads_of,
    fork_at,
    fork_of,
    keep_fork,
    outside,
    told_as,
)
from simulator.transcripts.journal import entry_of, keep
from simulator.transcripts.notes import for_others
from simulator.transcripts.review_journal import keep_review
from simulator.transcripts.sessions import load_row, save_row
from simulator.transcripts.store import Store
from simulator.transcripts.streams import Kind, head_of, is_forgotten, kind_of, links_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What bringing a file in did, by the ids that things have here."""

    sessions_new: tuple[str, ...] = ()
    sessions_longer: tuple[str, ...] = ()
    reviews_new: tuple[str, ...] = ()
    reviews_longer: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    forks: tuple[Fork, ...] = ()
    """What was kept beside something that went on differently here."""


@dataclass(slots=True)
class _Tally:
    new: dict[Kind, list[str]] = field(default_factory=lambda: {"session": [], "review": []})
    longer: dict[Kind, list[str]] = field(default_factory=lambda: {"session": [], "review": []})
    unchanged: list[str] = field(default_factory=list)
    forks: list[Fork] = field(default_factory=list)


def merge(store: Store, parcel: Parcel) -> Imported:
    """Keep in `store` what `parcel` has and `store` has not, all of it or nothing.

    Raises `BadFile`: `import-forgotten`, `review-without-session`, `review-of-another`,
    `exchange-id` where an id is taken by something of another kind.
    """
    tally = _Tally()
    with store.writing() as database:
        for name, text in parcel.definitions.items():
            if text_of(database, name) is None:
                database.execute("INSERT INTO definitions VALUES (?, ?)", (name, text))
        for chain in parcel.sessions:
            _land(database, chain, "session", tally)
        for chain in parcel.reviews:
            _land(database, chain, "review", tally)
        _let_go(database, parcel)
    return Imported(
        sessions_new=tuple(tally.new["session"]),
        sessions_longer=tuple(tally.longer["session"]),
        reviews_new=tuple(tally.new["review"]),
        reviews_longer=tuple(tally.longer["review"]),
        unchanged=tuple(tally.unchanged),
        forks=tuple(tally.forks),
    )


def _land(database: Database, chain: Chain, kind: Kind, tally: _Tally) -> None:
    """Find where `chain` belongs, and keep what it has beyond what is there."""
    name = chain[0].session
    if is_forgotten(database, name):
        raise BadFile("import-forgotten", session=name)
    fork: Fork | None = None
    while True:
        local = name if fork is None else fork.id
        here = outside(database, local, kind)
        if not here:
            _begin(database, chain, kind, fork, tally)
            return
        if kind_of(database, local) != kind:
            raise BadFile("exchange-id", stream=local, seq=0)
        parting = _parting(here, chain)
        if parting is None:
            _go_on(database, local, chain[len(here) :], kind, tally)
            return
        if kind == "session" and _came_back(database, name, chain):
            tally.unchanged.append(name)
            return
        told = for_others(here) if kind == "session" else ()
        if told and _parting(told, chain) is None:
            _go_on(database, local, chain[len(told) :], kind, tally)
            return
        fork = fork_at(chain[parting])
        if is_forgotten(database, fork.id):
            tally.unchanged.append(fork.id)
            return
        if fork.id == local or (
            head_of(database, fork.id)[0] and fork_of(database, fork.id) != fork
        ):
            raise BadFile("exchange-id", stream=fork.id, seq=0)


def _parting(here: Sequence[Link], chain: Chain) -> int | None:
    """The first place at which both have a link and not the same."""
    return next(
        (at for at, (one, other) in enumerate(zip(here, chain, strict=False)) if one != other), None
    )


def _came_back(database: Database, name: str, chain: Chain) -> bool:
    """Whether `chain` is the copy without names that once left the session `name`."""
    return chain[-1].hash in copy_heads_of(database, name)


def _begin(database: Database, chain: Chain, kind: Kind, fork: Fork | None, tally: _Tally) -> None:
    links: Sequence[Link] = chain
    if fork is not None:
        keep_fork(database, fork)
        own = "review" if kind == "review" else "session"
        links = told_as(chain, fork.id, {own: fork.id})
        tally.forks.append(fork)
    else:
        tally.new[kind].append(chain[0].session)
    _keep(database, links[0].session, (), links, kind)


def _go_on(database: Database, local: str, tail: Sequence[Link], kind: Kind, tally: _Tally) -> None:
    if not tail:
        tally.unchanged.append(local)
        return
    kept = links_of(database, local)
    added: list[Link] = []
    for link in tail:
        last = (*kept[-1:], *added[-1:])[-1]
        added.append(linked(last.hash, local, last.seq + 1, link.at, link.event))
    _keep(database, local, kept, added, kind)
    tally.longer[kind].append(local)


def _keep(
    database: Database, local: str, kept: Sequence[Link], added: Sequence[Link], kind: Kind
) -> None:
    if kind == "review":
        try:
            keep_review(database, local, kept, added)
        except StorageError as error:
            raise BadFile(error.code, diagnostics=(), **error.values) from error
        return
    row = load_row(database, local) if kept else None
    for link in added:
        row = keep(database, entry_of(link), link, row)
    if row is not None:
        save_row(database, row)


def _let_go(database: Database, parcel: Parcel) -> None:
    """Delete the definitions that came in and that nothing kept here needs."""
    for name in parcel.definitions:
        database.execute(
            "DELETE FROM definitions WHERE hash = :hash "
            "AND NOT EXISTS (SELECT 1 FROM pins WHERE definition = :hash)",
            {"hash": name},
        )
