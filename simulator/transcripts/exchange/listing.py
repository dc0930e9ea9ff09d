"""What is in a file as people call it: titles, names and lines, where the file has ids and counts.

Read off the links and definitions themselves, like the list that the file carries; it is what is
shown before anything leaves or is kept.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.transcripts.exchange.parcel import Chain, Parcel

_INTENTION = ("intention",)


@dataclass(frozen=True, slots=True)
class ListedSession:
    """One talk in a file."""

    title: str
    mentee: str
    lines: int
    """The mentee's."""
    holds: tuple[str, ...]
    """What there is beside the talk: what the file's own list says, and the intention."""
    is_own: bool = False
    """Of whoever reads the list."""


@dataclass(frozen=True, slots=True)
class ListedReview:
    """One review in a file."""

    reviewer: str
    title: str
    """Of the talk it is of; empty where that is known neither here nor in the file."""
    versions: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in a file, and how many notes to oneself are not."""

    sessions: tuple[ListedSession, ...]
    reviews: tuple[ListedReview, ...]
    definitions: int
    is_anonymous: bool
    has_debrief: bool
    notes: int = 0


def listing(
    parcel: Parcel,
    *,
    has_debrief: bool = False,
    notes: int = 0,
    own: str = "",
    known: Mapping[str, str] | None = None,
) -> Listing:
    """The list of what `parcel` holds, read by the mentee `own`; `known` are titles by session."""
    inside = parcel.inside(has_debrief=has_debrief)
    titles = {one[0].session: _title(parcel, one) for one in parcel.sessions}
    named = {**(known or {}), **titles}
    return Listing(
        sessions=tuple(
            ListedSession(
                title=titles[one.id],
                mentee=one.mentee,
                lines=_count(chain, "mentee-spoke"),
                holds=(*_INTENTION[: _count(chain, "intention-set")], *one.holds),
                is_own=bool(own) and one.mentee == own,
            )
            for one, chain in zip(inside.sessions, parcel.sessions, strict=True)
        ),
        reviews=tuple(
            ListedReview(one.reviewer, named.get(one.session, ""), one.versions)
            for one in inside.reviews
        ),
        definitions=inside.definitions,
        is_anonymous=inside.is_anonymous,
        has_debrief=inside.has_debrief,
        notes=notes,
    )


def _title(parcel: Parcel, chain: Chain) -> str:
    opening = json.loads(chain[0].event)
    definition = json.loads(parcel.definitions.get(opening["scenario_hash"], "{}"))
    return str(definition.get("title") or opening["scenario"])


def _count(chain: Chain, kind: str) -> int:
    return sum(json.loads(link.event)["kind"] == kind for link in chain)
