"""Notes to oneself: in no file that leaves, and in the way of nothing that comes back."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.config import Settings
from simulator.debrief.review.points import unseen
from simulator.practice.events import Event, ReflectionWritten, SessionShared, TurnMarked
from simulator.text import fold
from simulator.transcripts.exchange.gather import Choice, gather, notes_kept, sealed
from simulator.transcripts.exchange.merging import Imported
from simulator.transcripts.notes import for_others
from simulator.transcripts.review_journal import ReviewJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.streams import links_of
from simulator.transcripts.verify import verify
from simulator.wiring import House
from tests.transcripts.exchanging import (
    NOW,
    REVIEW,
    SESSION,
    go_on,
    home,
    packed,
    received,
    rehearse,
    sent,
)
from tests.transcripts.reviewing import begin, review_opened, ruled, signed
from tests.transcripts.scene import Ticking
from tests.transcripts.test_round import rehearsed

SECRET = "zanzibarqux"
SHARED = SessionShared(with_whom="Noor")
BACK = Choice(with_session=False)
LATER: Sequence[Event] = (SHARED, ReflectionWritten(answers=("I asked.",)))


def note(text: str = SECRET) -> TurnMarked:
    return TurnMarked(turn=1, by="mentee", note=text, private=True)


@contextmanager
def two_homes() -> Iterator[tuple[Store, Store]]:
    """A mentee's store with a talk in it, and a mentor's."""
    with (
        TemporaryDirectory() as folder,
        home(Path(folder), "mentee") as mentee,
        home(Path(folder), "mentor") as mentor,
    ):
        rehearse(mentee)
        yield mentee, mentor


WORDS = st.text("bcdfghjkmpqvxz", min_size=4, max_size=10).map(lambda one: f"zq{one}qz")
EVENTS = st.one_of(
    WORDS.map(note),
    st.just(TurnMarked(turn=2, by="mentee", note="Was it right?")),
    st.just(SHARED),
)


@settings(max_examples=15, deadline=None)
@given(
    told=st.lists(EVENTS, max_size=5),
    choice=st.builds(
        Choice,
        is_anonymous=st.booleans(),
        with_private=st.booleans(),
        shared_with=st.sampled_from(["", "Noor"]),
    ),
)
def test_no_file_holds_a_word_of_a_note_to_oneself(told: list[Event], choice: Choice) -> None:
    with two_homes() as (mentee, mentor):
        go_on(mentee, told)
        content = packed(gather(mentee, SESSION, choice))
        received(mentor, content)
        notes = [one.note for one in told if isinstance(one, TurnMarked) and one.private]

        assert [one for one in notes if one in fold(content.decode())] == []
        assert b'\\"private\\":true' not in content
        assert notes_kept(mentee, SESSION) == len(notes)
        assert verify(mentor) == verify(mentee) == ()


@given(cut=st.integers(0, 6))
def test_what_others_may_have_of_a_longer_session_is_longer(cut: int) -> None:
    with two_homes() as (mentee, _):
        go_on(mentee, [note(), SHARED, note("again")])
        with mentee.reading() as database:
            links = links_of(database, SESSION)
    first, whole = for_others(links[: len(links) - cut]), for_others(links)

    assert whole[: len(first)] == first
    assert all(one.is_sound for one in whole)


def test_a_session_without_notes_leaves_as_it_is() -> None:
    with two_homes() as (mentee, _):
        go_on(mentee, LATER)
        with mentee.reading() as database:
            links = links_of(database, SESSION)

    assert for_others(links) == tuple(links)


def test_a_review_comes_home_to_a_session_with_notes() -> None:
    with two_homes() as (mentee, mentor):
        go_on(mentee, [note(), *LATER])
        assert received(mentor, sent(mentee)) == Imported(sessions_new=(SESSION,))
        begin(mentor, REVIEW, SESSION, ruled(), signed())
        assert verify(mentor) == ()

        assert received(mentee, sent(mentor, BACK)) == Imported(reviews_new=(REVIEW,))
        assert received(mentee, sent(mentor)) == Imported(unchanged=(SESSION, REVIEW))
        assert verify(mentee) == ()
        assert notes_kept(mentee, SESSION) == 1
        assert len(Sessions(mentee).all()) == 1


def test_a_second_file_follows_the_first_whatever_was_noted_between() -> None:
    with two_homes() as (mentee, mentor):
        go_on(mentee, [SHARED])
        received(mentor, sent(mentee))
        go_on(mentee, [note(), TurnMarked(turn=2, by="mentee", note="Look here")], later=2)

        assert received(mentor, sent(mentee)) == Imported(sessions_longer=(SESSION,))


def test_what_a_mentor_added_to_a_session_follows_the_notes_in_it() -> None:
    with two_homes() as (mentee, mentor):
        go_on(mentee, [note(), SHARED])
        received(mentor, sent(mentee))
        go_on(mentor, [TurnMarked(turn=2, by="mentor", author="Noor", note="Here")], later=3)

        assert received(mentee, sent(mentor)) == Imported(sessions_longer=(SESSION,))
        assert verify(mentee) == ()
        assert notes_kept(mentee, SESSION) == 1
        assert received(mentor, sent(mentee)) == Imported(unchanged=(SESSION,))


def test_a_review_on_the_mentees_own_machine_can_be_sent_on() -> None:
    with two_homes() as (mentee, mentor):
        go_on(mentee, [note(), SHARED])
        with mentee.reading() as database:
            head = for_others(links_of(database, SESSION))[-1].hash
        opening = review_opened(REVIEW, SESSION, session_head=head)
        ReviewJournal(mentee, REVIEW, Ticking()).append((opening, ruled()), 0)

        done = received(mentor, sealed(gather(mentee, SESSION), program="1", at=NOW).encode())
        assert done == Imported(sessions_new=(SESSION,), reviews_new=(REVIEW,))
        assert verify(mentee) == verify(mentor) == ()


@pytest.mark.parametrize("is_shared_machine", [False, True])
def test_what_is_signed_holds_no_note_to_oneself(tmp_path: Path, is_shared_machine: bool) -> None:
    there, back = tmp_path / "there", tmp_path / "back"
    with (
        House.build(Settings(home=tmp_path / "mentee", mentee="Camille Roux")) as mentee,
        House.build(Settings(home=tmp_path / "mentor")) as other,
    ):
        session = rehearsed(mentee)
        mentee.archive.journal(session).append((note(),), mentee.session(session).seq)
        outgoing = mentee.post.outgoing(session, Choice(), "Noor")
        mentee.post.send(outgoing, Choice(), there)
        mentor = mentee if is_shared_machine else other
        if not is_shared_machine:
            mentor.post.receive(there)
        reviewing = mentor.desk.review(session, "Noor")
        for point in reviewing.review.waiting:
            if point.id in unseen(reviewing.review):
                reviewing.rule_blind(point.id, "could-not-judge", "Too short a talk to say.")
            else:
                reviewing.rule(point.id, "accepted")
        reviewing.sign()
        mentor.post.send_reviewed(session, "Noor", back)

        (review,) = mentor.desk.reviews_of(session)
        last = review.signatures[-1]
        assert outgoing.inside.notes == 1
        assert [SECRET in one.read_text("utf-8") for one in (there, back)] == [False, False]
        assert SECRET not in json.dumps([last.data, last.page])
        assert mentee.verify() == mentor.verify() == ()
        mentee.post.receive(back)
        assert f"for you alone: {SECRET}" in mentee.debriefs.report(session, "markdown")
