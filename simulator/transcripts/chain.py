"""Canonical text and the hash chain: what makes an altered, missing or doubled event visible.

Each entry's hash covers the hash before it and the canonical JSON of its session, number, time
and event, so that no byte of a session can change without breaking every hash after it. The text
that is hashed is the text that is stored: nothing is parsed or written anew to check it.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors import StorageError

if TYPE_CHECKING:
    from simulator.debrief.review.records import ReviewEvent
    from simulator.practice.events import Event


class Link(NamedTuple):
    """One event as it is stored."""

    session: str
    seq: int
    at: str
    event: str
    prev: str
    hash: str

    @property
    def is_sound(self) -> bool:
        """Whether the hash is that of the rest."""
        return self.hash == _hash(self.prev, self.session, self.seq, self.at, self.event)


def forge(prev: str, session: str, seq: int, at: datetime, event: "Event | ReviewEvent") -> Link:
    """The link that puts `event` after the one whose hash is `prev`."""
    return linked(prev, session, seq, stamp(at), event_text(event))


def linked(prev: str, session: str, seq: int, at: str, event: str) -> Link:
    """The link that puts the text `event` after the one whose hash is `prev`."""
    return Link(session, seq, at, event, prev, _hash(prev, session, seq, at, event))


def event_text(event: "Event | ReviewEvent") -> str:
    """The canonical JSON of `event`; `StorageError` if JSON has no word for a value of it."""
    try:
        text = canonical(event.model_dump(mode="json"))
        text.encode()
    except ValueError as error:
        raise StorageError("event-unfit", kind=event.kind) from error
    return text


def canonical(value: object) -> str:
    """`value` as JSON with sorted keys, no spaces and no escapes but the needed ones."""
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def stamp(at: datetime) -> str:
    """`at` in UTC with microseconds, always 27 characters: sorting the text sorts the time."""
    if at.tzinfo is None:
        raise ValueError(at)
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def digest(text: str) -> str:
    """SHA-256 of `text` in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _hash(prev: str, session: str, seq: int, at: str, event: str) -> str:
    return digest(f"{prev}[{canonical(session)},{seq},{canonical(at)},{event}]")
