"""Gathering what is to leave, and writing it as one file.

Nothing is written before somebody saw what is inside: gathering reads, `Parcel.inside` lists,
`sealed` makes the text, `write` puts it where nothing stands yet, readable by its owner alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from simulator.config import HUMAN
from simulator.errors import StorageError
from simulator.transcripts import place
from simulator.transcripts.chain import Link, canonical, digest, stamp
from simulator.transcripts.definitions import text_of
from simulator.transcripts.exchange.copying import copied, definition_without, without
from simulator.transcripts.exchange.form import FILE, FORMAT
from simulator.transcripts.exchange.names import Names
from simulator.transcripts.exchange.parcel import Chain, Parcel
from simulator.transcripts.forks import outside
from simulator.transcripts.notes import for_others, notes_in
from simulator.transcripts.reviews import reviews_of
from simulator.transcripts.store import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be in the file."""

    is_anonymous: bool = False
    """The mentee's declared name is taken out; reviews, which quote it, stay out."""
    with_private: bool = False
    """Of an anonymous copy: with reflection, prediction, commitment and real talk. Notes to oneself
    are in no file, whatever is asked for."""
    with_session: bool = True
    """Without it only the reviews go: what a mentor sends back."""
    with_reviews: bool = True
    reviewer: str = ""
    """Only the reviews by that name; empty for all."""
    shared_with: str = ""
    """Of an anonymous copy: the share it ends with."""


def gather(store: Store, session: str, choice: Choice = Choice()) -> Parcel:
    """What `choice` takes of the stored `session`, under the names that things have outside.

    Of a session there is what others may have: notes to oneself stay here. Raises `StorageError`,
    `nothing-to-export`, where there is nothing.
    """
    with store.reading() as database:
        chain = for_others(outside(database, session, "session"))
        reviews = tuple(
            tuple(outside(database, row.id, "review"))
            for row in reversed(reviews_of(database, session))
            if choice.reviewer in {"", row.reviewer}
        )
        if choice.is_anonymous:
            return _anonymous(database, chain, choice)
        definitions = _definitions(database, chain) if choice.with_session else {}
    parcel = Parcel(
        (chain,) if choice.with_session else (),
        reviews if choice.with_reviews else (),
        definitions,
    )
    if not parcel.sessions and not parcel.reviews:
        raise StorageError("nothing-to-export", session=session)
    return parcel


def notes_kept(store: Store, session: str) -> int:
    """How many notes to oneself the stored `session` has, which stay here."""
    with store.reading() as database:
        return notes_in(outside(database, session, "session"))


def sealed(parcel: Parcel, *, program: str, at: datetime, debrief: object = None) -> str:
    """The text of the file that holds `parcel`, and a debrief as a JSON value beside it.

    Names that were taken out of the parcel are taken out of the debrief as well.
    """
    beside = debrief if parcel.names is None else without(debrief, parcel.names)
    inside = parcel.inside(has_debrief=debrief is not None)
    whole: dict[str, Any] = {
        "file": FILE,
        "format": FORMAT,
        "program": program,
        "made_at": stamp(at),
        "inside": inside.model_dump(mode="json"),
        "streams": [
            {"kind": kind, "id": chain[0].session, "links": [_link(link) for link in chain]}
            for kind, chains in (("session", parcel.sessions), ("review", parcel.reviews))
            for chain in chains
        ],
        "definitions": dict(parcel.definitions),
        "debrief": json.loads(canonical(beside)),
    }
    whole["digest"] = digest(canonical(whole))
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def write(path: Path, text: str) -> None:
    """Put `text` into the new file `path`, the owner's alone, on the disk when this returns.

    Raises `StorageError`: `file-exists`, or `cannot-write` with the reason.
    """
    try:
        place.reserve(path)
    except FileExistsError as error:
        raise StorageError("file-exists", path=path) from error
    except OSError as error:
        raise StorageError("cannot-write", path=path, reason=error.strerror) from error
    try:
        path.write_text(text, encoding="utf-8")
        place.sync_file(path)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StorageError("cannot-write", path=path, reason=error.strerror) from error


def _anonymous(database: Database, chain: Chain, choice: Choice) -> Parcel:
    opening = json.loads(chain[0].event)
    definitions = _definitions(database, chain)
    names = Names.of(opening["mentee"], definitions.values())
    renamed: dict[str, str] = {}
    if opening["actor"] == HUMAN:
        pinned = opening["scenario_hash"]
        text = definition_without(definitions.pop(pinned), names)
        renamed[pinned] = digest(text)
        definitions[renamed[pinned]] = text
    copy = copied(
        chain,
        names,
        renamed,
        with_private=choice.with_private,
        shared_with=choice.shared_with,
    )
    return Parcel((copy,), (), definitions, names=names, is_anonymous=True)


def _definitions(database: Database, chain: Chain) -> dict[str, str]:
    opening = json.loads(chain[0].event)
    found: dict[str, str] = {}
    for name in (opening["scenario_hash"], *opening["personas"].values()):
        text = text_of(database, name)
        if text is None:
            raise StorageError("definition-missing", hash=name, session=chain[0].session)
        found[name] = text
    return found


def _link(link: Link) -> Mapping[str, object]:
    return {one: getattr(link, one) for one in ("seq", "at", "event", "prev", "hash")}
