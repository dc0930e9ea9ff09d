"""What is added to a session beside the talk: sharing, a resolution, how life went on.

Each is an event appended after what is stored; the talk itself is never touched. It refuses what
would mean nothing: a share with nobody, a share that was never given taken back, nothing told.
"""

from collections.abc import Iterable

from simulator.errors import UsageError
from simulator.practice.events import (
    CommitmentMade,
    Entry,
    Event,
    HintGiven,
    ItemJudged,
    LlmUsed,
    RealTalkTold,
    SessionShared,
    SharingRevoked,
)
from simulator.practice.ports import Journal
from simulator.practice.session import Session, fold
from simulator.text import clean

LONGEST = 2_000
"""Characters of one entry of the mentee's."""
LONGEST_NAME = 80


class Afterwards:
    """The events that may be added to the session of `journal` once something was said in it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._session = fold(journal.read())

    @property
    def session(self) -> Session:
        """The session as stored so far."""
        return self._session

    def share(self, with_whom: str, copy_head: str = "") -> Entry:
        """Let `with_whom` read the session; `copy_head` is of a copy without names that left."""
        return self._append(SessionShared(with_whom=_name(with_whom), copy_head=copy_head))

    def revoke(self, with_whom: str) -> Entry:
        """Take a share back."""
        name = _name(with_whom)
        shares = self._session.followup.shares
        if name not in {one.with_whom for one in shares}:
            known = ", ".join(one.with_whom for one in shares)
            code = "not-shared-with" if known else "not-shared"
            raise UsageError(code, session=self._session.id, name=name, known=known)
        return self._append(SharingRevoked(with_whom=name))

    def commit(self, made: CommitmentMade) -> Entry:
        """Keep one next step in real life; it takes the place of an earlier one."""
        return self._append(made)

    def tell(self, real: RealTalkTold) -> Entry:
        """Keep how the real conversation went."""
        told = real.model_copy(update={"text": clean(real.text, limit=LONGEST).strip()})
        if not told.text and not told.kept:
            raise UsageError("nothing-told", session=self._session.id)
        return self._append(told)

    def hint(self, given: HintGiven, used: Iterable[LlmUsed] = ()) -> Entry:
        """Keep a hint that was asked for, and what an LLM has `used` for it."""
        if self._session.ended:
            raise UsageError("session-over", session=self._session.id)
        for one in used:
            self._append(one)
        return self._append(given)

    def judge(self, judged: Iterable[ItemJudged]) -> None:
        """Keep what an LLM judge answered."""
        for one in judged:
            self._append(one)

    def _append(self, event: Event) -> Entry:
        (entry,) = self._journal.append((event,), expected_seq=self._session.seq)
        self._session = self._session.after(entry)
        return entry


def _name(given: str) -> str:
    name = _line(given)
    if not name or len(name) > LONGEST_NAME:
        raise UsageError("share-with-whom", given=name[:LONGEST_NAME], most=LONGEST_NAME)
    return name


def _line(text: str) -> str:
    """`text` on one line, clean."""
    return " ".join(clean(text, limit=LONGEST).split())
