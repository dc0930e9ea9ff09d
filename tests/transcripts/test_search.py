"""Words are found however they are written, and nothing typed is a query language."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from simulator.practice.events import ReplyInterrupted, ReplyStarted
from simulator.text import fold
from simulator.transcripts.forget import forget
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.search import search
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.scene import Ticking, define, exchange, greeting, opened, play


@pytest.fixture
def spoken(store: Store) -> Store:
    """Two talks, one in each language."""
    play(
        store,
        "aaaa",
        ("What is behind the rule?", "My director counts the badges."),
        ("Would a trial work?", "Three months, then we look."),
    )
    play(
        store,
        "bbbb",
        ("L’idée d’être là, ça vous pèse ?", "Au cœur de l’équipe, NON."),
        language="fr",
    )
    return store


def found(store: Store, words: str) -> list[tuple[str, int]]:
    return [(hit.session, hit.turn) for hit in search(store, words)]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("badges", ("aaaa", 3)),
        ("BADGES director", ("aaaa", 3)),
        ("badg", ("aaaa", 3)),
        ("trial", ("aaaa", 4)),
        ("idee", ("bbbb", 2)),
        ("l'idée", ("bbbb", 2)),
        ("pese etre", ("bbbb", 2)),
        ("coeur", ("bbbb", 3)),
        ("cœur", ("bbbb", 3)),
        ("non", ("bbbb", 3)),
        ("months, look.", ("aaaa", 5)),
    ],
)
def test_words_are_found_whatever_their_case_accents_and_order(
    spoken: Store, words: str, where: tuple[str, int]
) -> None:
    assert found(spoken, words) == [where]


@pytest.mark.parametrize(
    "words",
    ["", "  ", "?!", "badges trial", "adges", "we OR badges xyzzy", "text:badges", "ba", '"', "*"],
)
def test_what_was_not_said_is_not_found(spoken: Store, words: str) -> None:
    assert found(spoken, words) == []


def test_both_sides_are_searched_and_told_apart(spoken: Store) -> None:
    hits = search(spoken, "the")

    assert {(hit.turn, hit.speaker) for hit in hits} == {
        (2, "mentee"),
        (3, "persona"),
        (5, "persona"),
    }


def test_a_hit_says_where_its_words_stand(spoken: Store) -> None:
    (hit,) = search(spoken, "director badg")

    assert hit.snippet == "My director counts the badges."
    assert [span.of(hit.snippet) for span in hit.found] == ["director", "badges"]


def test_what_looks_like_markup_stays_words(store: Store) -> None:
    play(store, "aaaa", ("[@click=app.quit]Run[/]", "<b>No</b> badges"))
    (hit,) = search(store, "badges")

    assert hit.snippet == "<b>No</b> badges"


@given(words=st.text(max_size=40))
@example('"')
@example('a"b')
@example("NEAR(a b)")
@example("a* -b ^c")
@example("{text}: badges")
@example("\0")
@example("é\u0301")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_fails(spoken: Store, words: str) -> None:
    for hit in search(spoken, words):
        assert all(span.of(hit.snippet) for span in hit.found)


@given(
    word=st.sampled_from(
        ["What", "behind", "rule", "director", "counts", "badges", "trial", "months"]
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_word_said_is_found_where_it_was_said(spoken: Store, word: str) -> None:
    hits = search(spoken, word)

    assert hits
    assert all(fold(word) in fold(hit.snippet) for hit in hits)


def test_the_latest_sessions_come_first_among_equals(store: Store) -> None:
    for session in ("aaaa", "bbbb", "cccc"):
        play(store, session, ("Hello", "badges"))

    assert [session for session, _ in found(store, "badges")] == ["cccc", "bbbb", "aaaa"]


def test_no_more_is_given_than_asked_for(store: Store) -> None:
    for session in ("aaaa", "bbbb", "cccc"):
        play(store, session, ("Hello", "badges"))

    assert len(search(store, "badges", limit=2)) == 2


def test_only_the_last_wording_of_a_reply_was_said(store: Store) -> None:
    define(store)
    events = (opened("aaaa"), *greeting(), *exchange(2, "Why?", "Because of the weather."))
    journal = StoreJournal(store, "aaaa", Ticking())
    journal.append(
        (
            *events[:-1],
            ReplyInterrupted(turn=3, text="Because of the weather", cause="crash"),
            ReplyStarted(turn=3, voice="manager", actor="offline"),
            exchange(2, "", "Because of the badges.")[-1],
        ),
        0,
    )

    assert found(store, "weather") == []
    assert found(store, "badges") == [("aaaa", 3)]
    assert verify(store) == ()


def test_a_forgotten_session_is_not_found(spoken: Store) -> None:
    forget(spoken, "aaaa", Ticking())

    assert found(spoken, "badges") == []
    assert found(spoken, "coeur") == [("bbbb", 3)]
