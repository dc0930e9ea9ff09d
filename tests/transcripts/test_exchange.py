"""What leaves one store arrives in another, whole, and comes back with what was added."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.errors import BadFile, StorageError
from simulator.practice.events import CommitmentMade, ReflectionWritten, SessionShared
from simulator.practice.session import fold
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.exchange.form import Inside, ReviewInside, SessionInside
from simulator.transcripts.exchange.gather import Choice, gather, sealed, write
from simulator.transcripts.exchange.merging import Imported
from simulator.transcripts.exchange.reading import looks_like_one, read, take
from simulator.transcripts.forget import forget
from simulator.transcripts.forks import fork_of
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.review_journal import ReviewJournal
from simulator.transcripts.reviews import Reviews
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.exchanging import (
    NOW,
    REVIEW,
    SESSION,
    go_on,
    home,
    received,
    rehearse,
    sent,
)
from tests.transcripts.reviewing import WORK, begin, ruled, signed
from tests.transcripts.scene import Ticking, raw

SHARED = SessionShared(with_whom="Noor")
BACK = Choice(with_session=False)


@pytest.fixture
def mentee(tmp_path: Path) -> Iterator[Store]:
    with home(tmp_path, "mentee") as store:
        rehearse(store)
        go_on(store, [SHARED])
        yield store


@pytest.fixture
def mentor(tmp_path: Path) -> Iterator[Store]:
    with home(tmp_path, "mentor") as store:
        yield store


def entries(store: Store, session: str = SESSION) -> object:
    return StoreJournal(store, session, Ticking()).read()


def test_a_session_arrives_as_it_left(mentee: Store, mentor: Store) -> None:
    assert received(mentor, sent(mentee)) == Imported(sessions_new=(SESSION,))

    assert entries(mentor) == entries(mentee)
    assert Sessions(mentor).all() == Sessions(mentee).all()
    assert Sessions(mentor).find(SESSION).reviewed == "awaiting"
    assert verify(mentor) == ()
    opened = fold(entries(mentor)).opened  # type: ignore[arg-type]
    assert Definitions(mentor).get(opened.scenario_hash)


def test_a_review_comes_back_and_both_stores_verify(mentee: Store, mentor: Store) -> None:
    received(mentor, sent(mentee))
    begin(mentor, REVIEW, SESSION, *WORK, signed())

    assert received(mentee, sent(mentor, BACK)) == Imported(reviews_new=(REVIEW,))
    assert Reviews(mentee).of(SESSION) == Reviews(mentor).of(SESSION)
    assert Sessions(mentee).find(SESSION).reviewed == "signed"
    assert verify(mentee) == verify(mentor) == ()


def test_an_amendment_comes_after(mentee: Store, mentor: Store) -> None:
    received(mentor, sent(mentee))
    journal = begin(mentor, REVIEW, SESSION, ruled(), signed())
    first = sent(mentor, BACK)
    received(mentee, first)
    journal.append((ruled("across.concern"), signed(2)), 3)

    assert received(mentee, sent(mentor)) == Imported(
        reviews_longer=(REVIEW,), unchanged=(SESSION,)
    )
    assert received(mentee, first) == Imported(unchanged=(REVIEW,))
    assert Reviews(mentee).find(REVIEW).signed == 2
    assert verify(mentee) == ()


def test_a_session_that_went_on_is_made_longer(mentee: Store, mentor: Store) -> None:
    first = sent(mentee)
    received(mentor, first)
    go_on(mentee, [CommitmentMade(when="On Monday", then="I ask first")])

    assert received(mentor, sent(mentee)) == Imported(sessions_longer=(SESSION,))
    assert received(mentor, first) == Imported(unchanged=(SESSION,))
    assert entries(mentor) == entries(mentee)
    assert verify(mentor) == ()


def test_what_is_inside_is_listed_before_anything_is_written(mentee: Store) -> None:
    go_on(mentee, [ReflectionWritten(answers=("Ask why.",))])
    begin(mentee, REVIEW, SESSION, signed())

    assert gather(mentee, SESSION).inside() == Inside(
        sessions=(
            SessionInside(
                id=SESSION,
                scenario="presence",
                mentee="Camille",
                language="en",
                opened_at="2026-03-02T09:00:01.000000Z",
                entries=12,
                utterances=3,
                holds=("reflection", "shares"),
            ),
        ),
        reviews=(ReviewInside(id=REVIEW, session=SESSION, reviewer="Noor", entries=2, versions=1),),
        definitions=2,
        is_anonymous=False,
        has_debrief=False,
    )


def test_only_the_reviews_of_one_mentor_go_where_that_is_asked(mentee: Store) -> None:
    begin(mentee, REVIEW, SESSION)

    assert gather(mentee, SESSION, Choice(with_session=False, reviewer="Noor")).reviews
    with pytest.raises(StorageError) as raised:
        gather(mentee, SESSION, Choice(with_session=False, reviewer="Eve"))
    assert raised.value.code == "nothing-to-export"


def test_a_debrief_goes_along_for_other_programs(mentee: Store) -> None:
    text = sealed(gather(mentee, SESSION), program="1", at=NOW, debrief={"findings": ["é"]})

    assert json.loads(text)["debrief"] == {"findings": ["é"]}
    assert read(text.encode()).sessions
    assert looks_like_one(text.encode())


def test_a_file_is_written_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.rehearsal.json"
    write(path, "{}")

    assert take(path) == b"{}"
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(StorageError) as raised:
        write(path, "[]")
    assert raised.value.code == "file-exists"
    assert path.read_bytes() == b"{}"
    with pytest.raises(StorageError) as raised:
        write(tmp_path / "nowhere" / "a", "[]")
    assert raised.value.code == "cannot-write"


def refusal(store: Store, content: bytes) -> str:
    before = [(row.id, row.head) for row in Sessions(store).all()]
    with pytest.raises(BadFile) as raised:
        received(store, content)
    assert [(row.id, row.head) for row in Sessions(store).all()] == before
    assert verify(store) == ()
    return raised.value.code


def test_what_was_forgotten_here_does_not_come_back(mentee: Store, mentor: Store) -> None:
    content = sent(mentee)
    received(mentor, content)
    begin(mentor, REVIEW, SESSION)
    review = sent(mentor, BACK)
    forget(mentor, SESSION, Ticking())
    forget(mentee, SESSION, Ticking())

    assert refusal(mentor, content) == "import-forgotten"
    assert refusal(mentor, review) == "import-forgotten"
    assert refusal(mentee, review) == "session-forgotten"


def test_a_review_without_its_session_is_refused(mentee: Store, mentor: Store) -> None:
    begin(mentee, REVIEW, SESSION)

    assert refusal(mentor, sent(mentee, BACK)) == "review-without-session"
    with raw(mentor.path) as connection:
        assert connection.execute("SELECT count(*) FROM definitions").fetchone() == (0,)


def test_a_review_of_a_state_nobody_knows_is_refused(mentee: Store, mentor: Store) -> None:
    received(mentor, sent(mentee))
    go_on(mentor, [SHARED], later=5)
    begin(mentor, REVIEW, SESSION)

    assert refusal(mentee, sent(mentor, BACK)) == "review-of-another"
    result = received(mentee, sent(mentor))
    assert (result.reviews_new, result.sessions_longer) == ((REVIEW,), (SESSION,))


def test_where_both_went_on_both_are_kept(mentee: Store, mentor: Store) -> None:
    received(mentor, sent(mentee))
    go_on(mentor, [SHARED], later=5)
    go_on(mentee, [CommitmentMade(when="On Monday", then="I ask first")])
    mine, theirs = entries(mentee), entries(mentor)
    result = received(mentee, sent(mentor))
    (fork,) = result.forks

    assert (fork.of, fork.seq) == (SESSION, 12)
    assert [row.fork_of for row in Sessions(mentee).all()] == [SESSION, None]
    assert entries(mentee) == mine
    assert entries(mentee, fork.id)[1:] == theirs[1:]  # type: ignore[index]
    assert verify(mentee) == ()
    assert received(mentee, sent(mentor)) == Imported(unchanged=(fork.id,))


def test_a_fork_leaves_under_the_name_it_came_by(mentee: Store, mentor: Store) -> None:
    received(mentor, sent(mentee))
    go_on(mentor, [SHARED], later=5)
    go_on(mentee, [CommitmentMade(when="On Monday", then="I ask first")])
    (fork,) = received(mentee, sent(mentor)).forks

    assert received(mentor, sent(mentee, session=fork.id)) == Imported(unchanged=(SESSION,))


def test_a_review_made_of_a_fork_is_one_of_the_session_outside(
    mentee: Store, mentor: Store
) -> None:
    received(mentor, sent(mentee))
    go_on(mentor, [SHARED], later=5)
    go_on(mentee, [CommitmentMade(when="On Monday", then="I ask first")])
    (fork,) = received(mentor, sent(mentee)).forks
    journal = begin(mentor, REVIEW, fork.id, signed())
    back = sent(mentor, BACK, session=fork.id)

    assert received(mentee, back) == Imported(reviews_new=(REVIEW,))
    assert Reviews(mentee).find(REVIEW).session == SESSION
    assert received(mentor, back) == Imported(unchanged=(REVIEW,))
    journal.append((ruled(), signed(2)), 2)
    assert received(mentee, sent(mentor, BACK, session=fork.id)) == Imported(
        reviews_longer=(REVIEW,)
    )
    assert verify(mentee) == verify(mentor) == ()


def test_a_forgotten_fork_stays_away_and_takes_its_reviews_along(
    mentee: Store, mentor: Store
) -> None:
    received(mentor, sent(mentee))
    go_on(mentor, [SHARED], later=5)
    begin(mentor, REVIEW, SESSION)
    go_on(mentee, [CommitmentMade(when="On Monday", then="I ask first")])
    (fork,) = received(mentee, sent(mentor)).forks
    assert Reviews(mentee).find(REVIEW).session == SESSION

    assert forget(mentee, fork.id, Ticking()).reviews == (REVIEW,)
    assert verify(mentee) == ()
    assert received(mentee, sent(mentor, Choice(with_reviews=False))) == Imported(
        unchanged=(fork.id,)
    )
    assert Sessions(mentee).find(SESSION).reviewed == "awaiting"


def test_a_record_of_a_fork_that_is_not_true_shows(mentee: Store, mentor: Store) -> None:
    with raw(mentee.path) as connection:
        connection.execute("INSERT INTO forks VALUES (?, 'bbbbbbbbbb', 2, ?)", (SESSION, "0" * 64))

    assert {one.code.value for one in verify(mentee)} == {"fork-differs"}
    with mentee.reading() as database:
        assert fork_of(database, SESSION)


def test_two_reviews_of_one_session_come_from_two_mentors(
    tmp_path: Path, mentee: Store, mentor: Store
) -> None:
    with home(tmp_path, "other") as other:
        for store, review in ((mentor, REVIEW), (other, "ssssssssss")):
            received(store, sent(mentee))
            begin(store, review, SESSION, ruled())
            received(mentee, sent(store, BACK))

    assert {row.id for row in Reviews(mentee).of(SESSION)} == {REVIEW, "ssssssssss"}
    assert len(ReviewJournal(mentee, REVIEW, Ticking()).read()) == 2
    assert verify(mentee) == ()
