"""The mentor's desk: the sessions that were shared, and the reviews of them.

Nothing is opened here that the mentee did not share. A review is a stream of its own: what a mentor
rules is stored at once, and what was signed stays as it was signed. A mentee's notes to themselves
are never on the desk, nor in what is signed there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.marks import for_others
from simulator.debrief.review import rulings
from simulator.debrief.review.agenda import Proposed, proposed
from simulator.debrief.review.frozen import frozen
from simulator.debrief.review.points import opened
from simulator.debrief.review.records import (
    Moment,
    ReviewEntry,
    ReviewEvent,
    ReviewOpened,
    ReviewSigned,
    Ruling,
    Verdict,
)
from simulator.debrief.review.review import Review, Signature, fold
from simulator.errors import NotFound, UsageError
from simulator.library.persona import Persona
from simulator.practice.events import Spot, TurnMarked
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reports.render import render
from simulator.transcripts.review_journal import ReviewJournal
from simulator.transcripts.reviews import Reviews
from simulator.transcripts.rows import SessionRow

if TYPE_CHECKING:
    from simulator.wiring.house import House


class Reviewing:
    """One mentor's review of one session, under way."""

    def __init__(
        self,
        house: "House",
        journal: ReviewJournal,
        session: Session,
        stage: Stage,
        drawn: Debrief,
        opening: ReviewOpened,
    ) -> None:
        self._house = house
        self._journal = journal
        self._stage = stage
        self.session = session
        entries = journal.read()
        self._opening = () if entries else (opening,)
        """What a review begins with, stored with the first thing that is done in it."""
        self.review = fold(entries or (_entry(1, house.clock.now(), opening),))
        self._draft = frozen(drawn, self.review, session)

    @property
    def personas(self) -> Mapping[str, Persona]:
        """The cast, by id."""
        return self._stage.personas

    @property
    def title(self) -> str:
        """What the scenario is called."""
        return self._stage.scenario.title

    @property
    def debrief(self) -> Debrief:
        """The mentor's copy, with this review in it as far as it has come."""
        return replace(self._draft, reviews=(self.review,))

    def rule(
        self, point: str, ruling: Ruling, *, verdict: Verdict | None = None, reason: str = ""
    ) -> None:
        """Rule on a point whose verdict was shown."""
        self._append(rulings.ruled(self.review, point, ruling, verdict=verdict, reason=reason))

    def rule_blind(self, point: str, verdict: Verdict, reason: str = "") -> None:
        """Give one's own verdict before the draft's is shown."""
        self._append(rulings.ruled_blind(self.review, point, verdict, reason))

    def add(self, verdict: Verdict, text: str, spots: Sequence[Spot], skill: str = "") -> None:
        """Add what the draft did not see."""
        self._append(
            rulings.added(self.review, self.session, verdict, text, spots=spots, skill=skill)
        )

    def withdraw(self, point: str, reason: str) -> None:
        """Take a point of one's own back."""
        self._append(rulings.withdrawn(self.review, point, reason))

    def rule_line(self, point: str, ruling: rulings.LineRuling, reason: str = "") -> None:
        """Rule on the better line of a point alone."""
        self._append(rulings.line_ruled(self.review, point, ruling, reason))

    def correct(self, point: str, turn: int, reason: str, quote: str = "") -> None:
        """Say at which turn the words stand that a point is about."""
        self._append(rulings.quote_corrected(self.review, self.session, point, turn, reason, quote))

    def comment(self, turn: int, text: str) -> None:
        """Remark on one utterance."""
        self._append(rulings.commented(self.session, turn, text))

    def withdraw_remark(self, turn: int, text: str) -> None:
        """Take a remark back."""
        self._append(rulings.remark_withdrawn(self.review, turn, text))

    def propose(self) -> tuple[Proposed, ...]:
        """The moments proposed for the meeting."""
        return proposed(self.review, self.debrief, self.session)

    def set_agenda(self, moments: Sequence[Moment]) -> None:
        """Set what the meeting is about."""
        self._append(rulings.agenda_set(self.session, moments))

    def sign(self) -> int:
        """Sign what was ruled so far; the number of the version."""
        bare = rulings.signed(self.review, "", "")
        shown = self._as_signed(bare)
        data = render(shown, "json", self._house.translator)
        page = render(shown, "markdown", self._house.translator, whole=True)
        self._append(rulings.signed(self.review, data, page))
        return bare.version

    def _as_signed(self, event: ReviewSigned) -> Debrief:
        """The mentee's copy as it stands once `event` is on record."""
        entry = _entry(self.review.seq + 1, self._house.clock.now(), event)
        signed = self.review.after(entry)
        drawn = draft(self.session, self._stage, "mentee", (signed,))
        return frozen(drawn, signed, self.session)

    def _append(self, event: ReviewEvent) -> None:
        stored = 0 if self._opening else self.review.seq
        added = self._journal.append((*self._opening, event), stored)
        self._opening = ()
        self.review = self.review.after(added[-1])


def _entry(seq: int, at: datetime, event: ReviewEvent) -> ReviewEntry:
    return ReviewEntry(seq=seq, at=at, event=event)


@dataclass(frozen=True, slots=True)
class Shared:
    """A session that was shared, with the reviews of it."""

    row: SessionRow
    reviews: tuple[Review, ...]


class Desk:
    """Everything a mentor does with the sessions of one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def queue(self) -> tuple[Shared, ...]:
        """The sessions that were shared, newest first, with their reviews."""
        rows = (row for row in self._house.sessions() if row.is_shared)
        return tuple(Shared(row, self.reviews_of(row.id)) for row in rows)

    def review(self, ref: str, by: str) -> Reviewing:
        """The review of the session of `ref` by this mentor: taken up again, or begun.

        Raises `UsageError`: `not-shared`, `not-ended` while the talk goes on.
        """
        house = self._house
        session = for_others(house.session(ref))
        if not session.followup.is_shared:
            raise UsageError("not-shared", session=session.id)
        if session.ended is None:
            raise UsageError("not-ended", session=session.id)
        stage = house.stage_of(session)
        name = " ".join(by.split())
        drawn = draft(session, stage, "mentor")
        for begun in self.reviews_of(session.id):
            if begun.reviewer == name:
                journal = self._journal(begun.id)
                return Reviewing(house, journal, session, stage, drawn, begun.opened)
        review = house.new_id()
        opening = opened(
            drawn,
            session,
            review=review,
            reviewer=name,
            head=house.head_of(session.id),
            program_version=__version__,
        )
        return Reviewing(house, self._journal(review), session, stage, drawn, opening)

    def signed(self, ref: str, version: int, by: str = "") -> Signature:
        """What was signed as `version` of the session of `ref`, as it was then.

        Raises `NotFound` with the code `no-such-version`, `UsageError` with `signed-by-whom` where
        several mentors signed and none is named.
        """
        session = self._house.find(ref)
        reviews = [one for one in self.reviews_of(session) if one.is_signed]
        reviews = [one for one in reviews if by in {"", one.reviewer}]
        if len(reviews) > 1:
            known = ", ".join(one.reviewer for one in reviews)
            raise UsageError("signed-by-whom", session=session, known=known)
        for review in reviews:
            for one in review.signatures:
                if one.version == version:
                    return one
        raise NotFound("no-such-version", session=session, version=version)

    def asked(self, session: str) -> tuple[TurnMarked, ...]:
        """What the mentee marked in the session of that id for whoever reads it, by turn."""
        marks = for_others(self._house.session(session)).marks
        mine = (one for one in marks if one.by == "mentee")
        return tuple(sorted(mine, key=lambda one: one.turn))

    def reviews_of(self, session: str) -> tuple[Review, ...]:
        """The reviews of the session of that id, oldest first."""
        rows = reversed(Reviews(self._house.store).of(session))
        return tuple(fold(self._journal(row.id).read()) for row in rows)

    def every_review(self) -> tuple[Review, ...]:
        """Every review kept here, oldest first."""
        rows = reversed(Reviews(self._house.store).all())
        return tuple(fold(self._journal(row.id).read()) for row in rows)

    def _journal(self, review: str) -> ReviewJournal:
        return ReviewJournal(self._house.store, review, self._house.clock)
