"""A review is a stream of its own: kept, listed, found, proved and forgotten with its session."""

from collections.abc import Callable

import pytest

from simulator.debrief.review.records import ReviewEvent
from simulator.debrief.review.review import fold
from simulator.errors import NotFound, SimulatorError, StorageError, UsageError
from simulator.practice.events import SessionShared, SharingRevoked
from simulator.transcripts.forget import forget
from simulator.transcripts.ids import SessionIds
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.review_journal import ReviewJournal
from simulator.transcripts.reviews import Reviews
from simulator.transcripts.search import search
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.reviewing import DRAFT, WORK, begin, review_opened, ruled, signed
from tests.transcripts.scene import Ticking, play, raw, tamper


def share(store: Store, session: str, name: str, *, back: bool = False) -> None:
    journal = StoreJournal(store, session, Ticking())
    event = SharingRevoked(with_whom=name) if back else SessionShared(with_whom=name)
    journal.append((event,), len(journal.read()))


def test_a_review_reads_back_as_it_was_made(store: Store) -> None:
    play(store, "aaaa")
    journal = begin(store, "rrrr", "aaaa", *WORK)
    review = fold(journal.read())

    assert (review.id, review.session, review.opened.draft) == ("rrrr", "aaaa", DRAFT)
    assert [entry.event for entry in journal.read(1)] == list(WORK)
    assert verify(store) == ()


def test_its_row_follows_it_append_by_append(store: Store) -> None:
    play(store, "aaaa")
    journal = begin(store, "rrrr", "aaaa")
    seen = []
    for seq, event in enumerate((*WORK, signed(), ruled("across.concern"), signed(2)), start=1):
        (entry,) = journal.append((event,), seq)
        row = Reviews(store).find("rrrr")
        seen.append((row.rulings, row.signed, row.is_amended))
        assert (row.entries, row.last_at, row.points) == (entry.seq, entry.at, len(DRAFT))

    assert seen == [*[(1, 0, True)] * 5, (1, 1, False), (2, 1, True), (2, 2, False)]
    assert verify(store) == ()


def test_the_list_says_how_far_mentors_are(store: Store) -> None:
    play(store, "aaaa")
    states = [Sessions(store).find("aaaa").reviewed]
    share(store, "aaaa", "Noor")
    states.append(Sessions(store).find("aaaa").reviewed)
    journal = begin(store, "rrrr", "aaaa", ruled())
    states.append(Sessions(store).find("aaaa").reviewed)
    journal.append((signed(),), 2)
    (row,) = Sessions(store).all()

    assert (*states, row.reviewed) == ("", "awaiting", "begun", "signed")
    assert verify(store) == ()


def test_the_list_says_who_may_read(store: Store) -> None:
    play(store, "aaaa")
    for name in ("Noor", "Ann «A»", "Noor"):
        share(store, "aaaa", name)
    assert Sessions(store).find("aaaa").shared_with == ("Ann «A»", "Noor")
    share(store, "aaaa", "Ann «A»", back=True)
    assert Sessions(store).find("aaaa").is_shared
    share(store, "aaaa", "Noor", back=True)

    assert not Sessions(store).find("aaaa").is_shared
    assert verify(store) == ()


def test_reviews_are_listed_newest_first_and_by_session(store: Store) -> None:
    play(store, "aaaa")
    play(store, "bbbb")
    for review, session in (("r1", "aaaa"), ("r2", "bbbb"), ("r3", "aaaa")):
        begin(store, review, session)

    assert [row.id for row in Reviews(store).all()] == ["r3", "r2", "r1"]
    assert [row.id for row in Reviews(store).of("aaaa")] == ["r3", "r1"]


@pytest.mark.parametrize(
    ("ref", "kind", "code"),
    [("r", UsageError, "review-ambiguous"), ("x", NotFound, "no-such-review")],
)
def test_what_names_no_one_review_is_refused(
    store: Store, ref: str, kind: type[SimulatorError], code: str
) -> None:
    play(store, "aaaa")
    begin(store, "rr11", "aaaa")
    begin(store, "rr22", "aaaa")

    with pytest.raises(kind) as raised:
        Reviews(store).find(ref)

    assert raised.value.code == code
    assert Reviews(store).find("RR2").id == "rr22"


def test_an_id_is_a_sessions_or_a_reviews_and_never_both(store: Store) -> None:
    play(store, "aaaa")
    begin(store, "0000000001", "aaaa")
    draws = iter((1 << 45, 2 << 45))
    ids = SessionIds(lambda _: next(draws), Sessions(store).is_taken)

    assert ids.session() == "0000000002"


REFUSED: dict[str, tuple[Callable[[Store], tuple[ReviewEvent, ...]], str]] = {
    "not opened": (lambda _: (ruled(),), "review-out-of-order"),
    "another's opening": (lambda _: (review_opened("ssss", "aaaa"),), "review-out-of-order"),
    "a state nobody knows": (lambda _: (review_opened("rrrr", "aaaa"),), "review-of-another"),
    "no such session": (lambda _: (review_opened("rrrr", "bbbb"),), "review-without-session"),
    "a point nobody made": (
        lambda store: (sound(store), ruled("nothing")),
        "review-out-of-order",
    ),
    "a version left out": (lambda store: (sound(store), signed(2)), "review-out-of-order"),
    "opened twice": (lambda store: (sound(store), sound(store)), "review-out-of-order"),
}


def sound(store: Store) -> ReviewEvent:
    return review_opened("rrrr", "aaaa", session_head=Sessions(store).find("aaaa").head)


@pytest.mark.parametrize(("events", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_an_unsound_review_is_refused_whole(
    store: Store, events: Callable[[Store], tuple[ReviewEvent, ...]], code: str
) -> None:
    play(store, "aaaa")

    with pytest.raises(StorageError) as raised:
        ReviewJournal(store, "rrrr", Ticking()).append(events(store), 0)

    assert raised.value.code == code
    assert Reviews(store).all() == ()
    assert verify(store) == ()


def test_two_mentors_at_one_review_do_not_write_over_each_other(store: Store) -> None:
    play(store, "aaaa")
    journal = begin(store, "rrrr", "aaaa")
    journal.append((ruled(),), 1)

    with pytest.raises(StorageError) as raised:
        journal.append((ruled("across.concern"),), 1)

    assert raised.value.code == "journal-conflict"


def test_what_a_mentor_writes_is_not_searched(store: Store) -> None:
    play(store, "aaaa")
    begin(store, "rrrr", "aaaa", ruled(reason="zanzibar"))

    assert search(store, "zanzibar") == ()


def test_a_forgotten_session_takes_its_reviews_with_it(store: Store) -> None:
    play(store, "aaaa")
    play(store, "bbbb")
    begin(store, "rrrr", "aaaa", ruled(reason="zanzibar"))
    begin(store, "ssss", "bbbb")
    forgotten = forget(store, "aaaa", Ticking())

    assert forgotten.reviews == ("rrrr",)
    assert [row.id for row in Reviews(store).all()] == ["ssss"]
    assert b"zanzibar" not in b"".join(one.read_bytes() for one in store.path.parent.iterdir())
    with raw(store.path) as connection:
        tombs = connection.execute("SELECT session, entries FROM tombstones ORDER BY 1").fetchall()
    assert tombs == [("aaaa", 10), ("rrrr", 2)]
    assert verify(store) == ()


def test_a_review_can_be_forgotten_alone(store: Store) -> None:
    play(store, "aaaa")
    begin(store, "rrrr", "aaaa")
    forget(store, "rrrr", Ticking())

    assert Reviews(store).of("aaaa") == ()
    assert Sessions(store).find("aaaa").reviewed == ""
    assert verify(store) == ()


SPOILT = {
    "row-differs": "UPDATE reviews SET signed = 3",
    "row-differs, no row": "DELETE FROM reviews",
    "row-differs, of another": "UPDATE reviews SET session = 'bbbb'",
    "chain-broken": "UPDATE events SET event = replace(event, 'Noor', 'Alex') WHERE seq = 1 "
    "AND session = 'rrrr'",
    "seq-gap": "DELETE FROM events WHERE session = 'rrrr' AND seq = 2",
    "opening": "DELETE FROM events WHERE session = 'rrrr' AND seq = 1",
    "version-order": "UPDATE events SET event = replace(event, '\"version\":1', '\"version\":2')",
    "point-unknown": "UPDATE events SET event = replace(event, 'point\":\"ask-why', 'point\":\"x')",
    "review-astray": "UPDATE events SET event = replace(event, 'session\":\"aaaa', 'session\":\"b')"
    " WHERE session = 'rrrr'",
    "unreadable": "UPDATE events SET event = '{\"kind\":\"sang\"}' WHERE session = 'rrrr'",
    "half-forgotten": "INSERT INTO tombstones VALUES ('rrrr', '', 7, '')",
    "row-differs, shares": "UPDATE sessions SET shared_with = '[\"Eve\"]'",
}


@pytest.mark.parametrize(("name", "statement"), SPOILT.items(), ids=SPOILT.keys())
def test_whatever_is_altered_in_a_review_shows(store: Store, name: str, statement: str) -> None:
    play(store, "aaaa")
    begin(store, "rrrr", "aaaa", *WORK, signed())
    tamper(store.path, statement)

    assert name.partition(",")[0] in {problem.code.value for problem in verify(store)}
