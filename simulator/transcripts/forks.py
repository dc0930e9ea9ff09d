"""Forks: one session or review that went on differently in two places, both sides kept.

The side that comes second gets an id of its own, drawn from the first link in which it differs,
so that bringing it in again finds it there, and whatever follows it follows it here. Its record
says what it is a fork of, from which entry on, and the hash that this entry has outside; told
again under its own id, the fork is to the byte what came in. It refuses to renumber or reword.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlite_utils import Database

from simulator.transcripts.chain import Link, canonical, linked
from simulator.transcripts.ids import spelled
from simulator.transcripts.notes import for_others
from simulator.transcripts.schema import GENESIS
from simulator.transcripts.streams import REVIEW_OPENING, Kind, links_of


class Fork(NamedTuple):
    """Where a fork began: `id` is its own, `of` what it is called outside."""

    id: str
    of: str
    seq: int
    """The first entry that differs from what was here."""
    hash: str
    """The hash of that entry outside."""


def fork_at(link: Link) -> Fork:
    """The fork that begins with `link`, which is not what stands in its place here."""
    drawn = hashlib.sha256(f"fork {link.session} {link.hash}".encode()).digest()
    return Fork(spelled(int.from_bytes(drawn)), link.session, link.seq, link.hash)


def fork_of(database: Database, stream: str) -> Fork | None:
    """The record of the fork `stream`, if it is one."""
    row = database.execute("SELECT id, of, seq, hash FROM forks WHERE id = ?", (stream,)).fetchone()
    return None if row is None else Fork(*row)


def forks_of(database: Database, outside: str) -> tuple[Fork, ...]:
    """The forks of what is called `outside` elsewhere."""
    found = database.execute("SELECT id, of, seq, hash FROM forks WHERE of = ?", (outside,))
    return tuple(Fork(*one) for one in found)


def keep_fork(database: Database, fork: Fork) -> None:
    """Record `fork`."""
    database.execute("INSERT INTO forks VALUES (?, ?, ?, ?)", fork)


def told_as(links: Iterable[Link], stream: str, opening: Mapping[str, object]) -> list[Link]:
    """`links` under the id `stream`: the opening says what `opening` says, the chain is anew."""
    told: list[Link] = []
    for link in links:
        prev = told[-1].hash if told else GENESIS
        event = link.event
        if link.seq == 1:
            event = canonical({**json.loads(event), **opening})
        told.append(linked(prev, stream, link.seq, link.at, event))
    return told


def outside(database: Database, stream: str, kind: Kind) -> list[Link]:
    """The links of `stream` as they are called outside, where no fork has a name of its own."""
    links = links_of(database, stream)
    fork = fork_of(database, stream)
    called = stream if fork is None else fork.of
    opening = _opening(database, links, kind)
    if not links or (fork is None and not opening):
        return links
    name = "review" if kind == "review" else "session"
    return told_as(links, called, {name: called, **opening})


def _opening(database: Database, links: list[Link], kind: Kind) -> Mapping[str, object]:
    """What the opening of a review says outside of a session that is a fork here."""
    if kind != "review" or not links:
        return {}
    data = json.loads(links[0].event)
    fork = fork_of(database, data["session"])
    if fork is None or data.get("kind") != REVIEW_OPENING:
        return {}
    own = links_of(database, fork.id)
    for kept in (own, for_others(own)):
        heads = {link.hash: link.seq for link in kept}
        if (seq := heads.get(data["session_head"])) is not None:
            told = told_as(kept[:seq], fork.of, {"session": fork.of})
            return {"session": fork.of, "session_head": told[-1].hash}
    return {"session": fork.of}


def heads_of(database: Database, session: str) -> frozenset[str]:
    """Every hash by which something outside may know the kept `session`.

    Those of its chain and of its forks' as they are called outside, with and without notes to
    oneself, and the last ones of the copies without names that left it.
    """
    links = links_of(database, session)
    heads = {link.hash for link in (*links, *for_others(links))} | copy_heads_of(database, session)
    for fork in forks_of(database, session):
        told = outside(database, fork.id, "session")
        heads.update(link.hash for link in (*told, *for_others(told)))
    return frozenset(heads)


def copy_heads_of(database: Database, session: str) -> frozenset[str]:
    """The last hashes of the copies without names that left `session`."""
    return frozenset(filter(None, map(_copy_head, links_of(database, session))))


def _copy_head(link: Link) -> str:
    if '"session-shared"' not in link.event:
        return ""
    data = json.loads(link.event)
    return str(data.get("copy_head", "")) if data.get("kind") == "session-shared" else ""
