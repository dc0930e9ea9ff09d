"""What goes into a file or came out of one: links and definitions, before and after any file.

The list of what is inside is computed from the links themselves, on both sides, so that a file
cannot say one thing and hold another.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.practice.events import Entry
from simulator.transcripts.chain import Link
from simulator.transcripts.exchange.form import SUFFIX, Held, Inside, ReviewInside, SessionInside
from simulator.transcripts.exchange.names import Names
from simulator.transcripts.journal import entry_of

Chain = tuple[Link, ...]
_HELD: Mapping[str, Held] = {
    "turn-marked": "marks",
    "hint-given": "hints",
    "reflection-written": "reflection",
    "prediction-made": "prediction",
    "session-shared": "shares",
    "item-judged": "judgements",
    "commitment-made": "commitment",
    "real-talk-told": "real-talk",
}
_SAID = frozenset({"mentee-spoke", "reply-done", "reply-interrupted"})


@dataclass(frozen=True, slots=True)
class Parcel:
    """Whole chains of sessions and reviews, and the definitions that the sessions pin."""

    sessions: tuple[Chain, ...] = ()
    reviews: tuple[Chain, ...] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)
    """Hash → text."""
    names: Names | None = None
    """The names that were taken out, to keep them out of what is put beside."""
    is_anonymous: bool = False

    @property
    def name(self) -> str:
        """A file name for it: that of its first session, or of its first review."""
        first = (*self.sessions, *self.reviews)[0]
        return f"{first[0].session}{SUFFIX}"

    def entries(self, session: str) -> tuple[Entry, ...]:
        """The entries of the session of that id, as they are in here."""
        return tuple(map(entry_of, self._chain(self.sessions, session)))

    def head(self, session: str) -> str:
        """Hash of the last entry of the session of that id, as it is in here."""
        return self._chain(self.sessions, session)[-1].hash

    def inside(self, *, has_debrief: bool = False) -> Inside:
        """The list of what is in it."""
        return Inside(
            sessions=tuple(map(_session_inside, self.sessions)),
            reviews=tuple(map(_review_inside, self.reviews)),
            definitions=len(self.definitions),
            is_anonymous=self.is_anonymous,
            has_debrief=has_debrief,
        )

    @staticmethod
    def _chain(chains: Sequence[Chain], stream: str) -> Chain:
        return next(one for one in chains if one[0].session == stream)


def _session_inside(chain: Chain) -> SessionInside:
    opening, *events = [json.loads(link.event) for link in chain]
    kinds = [event["kind"] for event in events]
    said = {event["turn"] for event in events if event["kind"] in _SAID}
    return SessionInside(
        id=chain[0].session,
        scenario=opening["scenario"],
        mentee=opening["mentee"],
        language=opening["language"],
        opened_at=chain[0].at,
        entries=len(chain),
        utterances=len(said),
        holds=tuple(held for kind, held in _HELD.items() if kind in kinds),
    )


def _review_inside(chain: Chain) -> ReviewInside:
    opening, *events = [json.loads(link.event) for link in chain]
    return ReviewInside(
        id=chain[0].session,
        session=opening["session"],
        reviewer=opening["reviewer"],
        entries=len(chain),
        versions=sum(event["kind"] == "review-signed" for event in events),
    )
