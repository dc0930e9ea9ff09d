"""A copy without its mentee's name: no trace of the name, the same talk, and a way back."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.review.records import ReviewSigned
from simulator.library.load import canonical
from simulator.practice.events import (
    EVENTS,
    CommitmentMade,
    Event,
    HintGiven,
    IntentionSet,
    ItemJudged,
    LineRead,
    MenteeSpoke,
    PredictionMade,
    ReadingRefined,
    RealTalkTold,
    ReflectionWritten,
    ReplyDone,
    ReplyPart,
    ReplyStarted,
    SessionEnded,
    SessionShared,
    Spot,
    TurnMarked,
)
from simulator.practice.recorded import recorded_talk
from simulator.practice.session import fold as fold_session
from simulator.reading.moves import Found, Mention, Move, Quantity, Reading
from simulator.text import Span, clean, fold
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.exchange.copying import WORDED
from simulator.transcripts.exchange.gather import Choice, gather, sealed
from simulator.transcripts.exchange.merging import Imported
from simulator.transcripts.exchange.names import Names, moved
from simulator.transcripts.exchange.parcel import Parcel
from simulator.transcripts.exchange.reading import read
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.exchanging import (
    NOW,
    PINS,
    REVIEW,
    SESSION,
    go_on,
    home,
    packed,
    received,
    rehearse,
    sent,
)
from tests.transcripts.reviewing import begin, ruled
from tests.transcripts.scene import Ticking, define, exchange, greeting, opened

MENTEE = "Camille Hébert-Roux"
LINE = "Well, I am Camille, and Hebert-Roux wants 2 days at home."
SECRETS = ("camille", "hebert", "roux")
COPY = Choice(is_anonymous=True, shared_with="Noor")


def spot(word: str, text: str = LINE) -> dict[str, int]:
    return {"start": text.index(word), "end": text.index(word) + len(word)}


def named() -> tuple[Event, ...]:
    """A talk in which the name occurs wherever a name can."""
    _, read_, decided, *_ = exchange(2, LINE, "")
    assert isinstance(read_, LineRead)
    reading = Reading(
        moves=(Found(move=Move.PROPOSAL, confidence=0.9, **spot("wants 2 days")),),
        quantities=(Quantity("duration", 2, "day", None, text="2 days", **spot("2 days")),),
        mentions=(Mention(topic="remote", word="home", **spot("home")),),
        names=("Camille",),
        words=12,
    )
    return (
        opened(SESSION, **PINS, mentee=MENTEE),
        *greeting("CAMILLE! You wanted to see me?"),
        MenteeSpoke(turn=2, text=LINE),
        LineRead(turn=2, reading=reading),
        decided,
        ReplyStarted(turn=3, voice="manager", actor="offline"),
        ReplyPart(turn=3, text="So, Cam"),
        ReplyPart(turn=3, text="ille, "),
        ReplyPart(turn=3, text="why?"),
        ReplyDone(turn=3, text="So, Camille, why?"),
        HintGiven(turn=3, code="ask", text="Ask, Camille.", values={"name": "Camille"}),
        SessionEnded(cause="left"),
        TurnMarked(turn=2, by="mentee", author=MENTEE, note="Camille was here"),
        TurnMarked(turn=2, by="mentee", note="I, Camille, was afraid", private=True),
        IntentionSet(text="Camille asks why"),
        ReflectionWritten(answers=("I, Camille, asked.",)),
        PredictionMade(expected={"open-questions": "yes"}),
        ItemJudged(
            item="ask-why", verdict="observed", by="x", spots=(Spot(turn=2, **spot("home")),)
        ),
        ReadingRefined(
            turn=2, by="x", added=(Found(move=Move.OFFER, confidence=0.7, **spot("2 days")),)
        ),
        CommitmentMade(when="Camille is calm", then="I ask"),
        RealTalkTold(text="Camille did it"),
    )


@pytest.fixture
def mentee(tmp_path: Path) -> Iterator[Store]:
    with home(tmp_path, "mentee") as store:
        rehearse(store, session="bbbbbbbbbb")
        StoreJournal(store, SESSION, Ticking()).append(named(), 0)
        yield store


def texts_of(parcel: Parcel) -> str:
    return fold(" ".join(link.event for chain in parcel.sessions for link in chain))


def kinds_of(parcel: Parcel) -> list[str]:
    return [entry.event.kind for entry in parcel.entries(SESSION)]


def test_the_name_is_nowhere_in_the_file(mentee: Store) -> None:
    parcel = gather(mentee, SESSION, Choice(is_anonymous=True, with_private=True))
    content = fold(sealed(parcel, program="1", at=NOW, debrief={"who": ["Camille Hébert-Roux"]}))

    assert [secret for secret in SECRETS if secret in content] == []
    assert parcel.inside().is_anonymous


def test_what_was_written_for_oneself_stays_out_unless_asked_for(mentee: Store) -> None:
    own = {"reflection-written", "prediction-made", "commitment-made", "real-talk-told"}

    assert not own & set(kinds_of(gather(mentee, SESSION, COPY)))
    assert own <= set(
        kinds_of(gather(mentee, SESSION, Choice(is_anonymous=True, with_private=True)))
    )


@pytest.mark.parametrize("with_private", [False, True])
def test_a_note_to_oneself_stays_out_whatever_is_asked_for(
    mentee: Store, with_private: bool
) -> None:
    choice = Choice(is_anonymous=True, with_private=with_private)

    assert kinds_of(gather(mentee, SESSION, choice)).count("turn-marked") == 1


def test_every_span_covers_the_words_it_covered(mentee: Store) -> None:
    session = fold_session(gather(mentee, SESSION, COPY).entries(SESSION))
    line, reading = session.utterances[1].text, session.readings[2]

    assert line == "Well, I am Sam, and Sam wants 2 days at home."
    assert [line[one.start : one.end] for one in reading.moves] == ["wants 2 days"]
    assert [line[one.start : one.end] for one in reading.quantities] == ["2 days"]
    assert [line[one.start : one.end] for one in reading.mentions] == ["home"]
    (refined,) = session.followup.refined
    assert [line[one.start : one.end] for one in refined.added] == ["2 days"]
    (judged,) = session.followup.judged
    assert [line[one.start : one.end] for one in judged.spots] == ["home"]
    assert (session.utterances[0].text, session.utterances[2].text) == (
        "Sam! You wanted to see me?",
        "So, Sam, why?",
    )


def test_a_name_spread_over_the_pieces_of_a_reply_goes_too(mentee: Store) -> None:
    entries = gather(mentee, SESSION, COPY).entries(SESSION)

    assert [one.event.text for one in entries if isinstance(one.event, ReplyPart)] == [
        "So, Sam, why?"
    ]


def test_the_copy_arrives_and_its_review_comes_back(tmp_path: Path, mentee: Store) -> None:
    parcel = gather(mentee, SESSION, COPY)
    shared = SessionShared(with_whom="Noor", copy_head=parcel.head(SESSION))
    go_on(mentee, [shared])
    with home(tmp_path, "mentor") as mentor:
        assert received(mentor, packed(parcel)) == Imported(sessions_new=(SESSION,))
        row = Sessions(mentor).find(SESSION)
        assert (row.mentee, row.shared_with, row.head) == ("Sam", ("Noor",), shared.copy_head)
        begin(mentor, REVIEW, SESSION, ruled())
        back = sent(mentor, Choice(with_session=False))
        whole = sent(mentor)
        assert verify(mentor) == ()

    assert received(mentee, back) == Imported(reviews_new=(REVIEW,))
    assert received(mentee, whole) == Imported(unchanged=(SESSION, REVIEW))
    assert Sessions(mentee).find(SESSION).mentee == MENTEE
    assert verify(mentee) == ()


def test_a_review_of_a_copy_that_never_left_is_refused(tmp_path: Path, mentee: Store) -> None:
    with home(tmp_path, "mentor") as mentor:
        received(mentor, packed(gather(mentee, SESSION, COPY)))
        begin(mentor, REVIEW, SESSION)
        back = sent(mentor, Choice(with_session=False))

    with pytest.raises(Exception, match="review-of-another"):
        received(mentee, back)


def test_a_later_copy_follows_an_earlier_one(tmp_path: Path, mentee: Store) -> None:
    first = gather(mentee, SESSION, COPY)
    go_on(mentee, [SessionShared(with_whom="Noor", copy_head=first.head(SESSION))])
    go_on(mentee, [TurnMarked(turn=1, by="mentee", note="Camille again")], later=2)
    second = gather(mentee, SESSION, Choice(is_anonymous=True))
    with home(tmp_path, "mentor") as mentor:
        received(mentor, packed(first))

        assert received(mentor, packed(second)) == Imported(sessions_longer=(SESSION,))
        assert received(mentor, packed(first)) == Imported(unchanged=(SESSION,))


def test_reviews_stay_out_of_a_copy_without_names(mentee: Store) -> None:
    begin(mentee, REVIEW, SESSION, ReviewSigned(version=1, data="{}", page=MENTEE))

    assert gather(mentee, SESSION, COPY).reviews == ()


def test_a_name_that_is_the_stand_ins_own_gets_another(tmp_path: Path) -> None:
    with home(tmp_path, "sam") as store:
        rehearse(store, ("I am Sam.", "Yes, Sam."), mentee="Sam")
        session = fold_session(gather(store, SESSION, COPY).entries(SESSION))

    assert session.opened.mentee == "Alex"
    assert session.utterances[1].text == "I am Alex."


def test_a_recorded_conversation_loses_the_name_in_its_definition_too(tmp_path: Path) -> None:
    talk = recorded_talk(
        "Camille: Hello Bruno.\nBruno: Hello Camille.\nCamille: Could we talk about Monday?\n"
        "Bruno: Yes, what about it?\n",
        mentee="Camille",
        session=SESSION,
        program_version="1",
        language="en",
    )
    with home(tmp_path, "mentee") as store:
        Definitions(store).put(canonical(talk.scenario).text)
        for persona in talk.personas.values():
            Definitions(store).put(canonical(persona).text)
        StoreJournal(store, SESSION, Ticking()).append(talk.events, 0)
        content = packed(gather(store, SESSION, COPY))

    assert "camille" not in fold(content.decode())
    with home(tmp_path, "mentor") as mentor:
        received(mentor, content)
        assert verify(mentor) == ()


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("camille, CAMILLE and Càmille’s", "Sam, Sam and Sam’s"),
        ("Camillette and décamille stay", "Camillette and décamille stay"),
        ("Camille Hébert-Roux et Roux seule", "Sam et Sam seule"),
        ("l’amie de Camille", "l’amie de Sam"),
        ("Mme Hébert‑Roux, la dame de fer", "Mme Sam, la dame de fer"),
        ("", ""),
    ],
)
def test_whole_words_go_however_they_are_written(text: str, without: str) -> None:
    assert Names.of("Camille de Hébert-Roux").taken_out(text) == without


WORDS = st.lists(st.sampled_from(["Camille", "é", "œ", "de", "Roux", "camilles", "!", "’s"]))


@given(words=WORDS, gaps=st.sampled_from([" ", "  ", ", ", "-"]))
def test_spans_of_other_words_still_cover_them(words: Sequence[str], gaps: str) -> None:
    text = clean(gaps.join(words))
    names = Names.of("Camille Roux")
    rewritten, edits = names.rewritten(text)
    taken = [Span(one.start, one.end) for one in edits]

    assert names.rewritten(rewritten) == (rewritten, ())
    for start in range(len(text)):
        span = Span(start, start + 1)
        if not any(span.start < one.end and one.start < span.end for one in taken):
            assert moved(span, edits).of(rewritten) == span.of(text)


def test_a_copy_can_be_read_by_whoever_gets_it(mentee: Store) -> None:
    define(mentee)

    assert read(packed(gather(mentee, SESSION, COPY))).inside().sessions[0].mentee == "Sam"


CODES = frozenset(
    {
        *("kind", "session", "scenario", "scenario_hash", "personas", "language", "actor", "by"),
        *("parameters", "prompt_version", "program_version", "parent", "voice", "code", "cause"),
        *("ending", "expected", "copy_head", "item", "verdict", "why", "kept", "ref", "id", "due"),
        "address",
        *("move", "moves", "signal", "signals", "topic", "topics", "persona_topics", "persona"),
        *("unit", "per", "to", "spoken", "granted", "cues_offered", "cues_taken", "cues_missed"),
        *("twists", "reactions", "levers", "closing", "ended", "amiss"),
    }
)
"""Keys under which there is a code, an id, a hash or a declared setting."""


def texts_in(part: dict[str, Any], key: str = "") -> set[str]:
    """The keys under which a schema has texts."""
    if "$ref" in part:
        return set()
    found = {key} if part.get("type") == "string" and key else set()
    for name in ("items", "additionalProperties"):
        if isinstance(part.get(name), dict):
            found |= texts_in(part[name], key)
    for one in (*part.get("anyOf", ()), *part.get("prefixItems", ())):
        found |= texts_in(one, key)
    for name, one in part.get("properties", {}).items():
        found |= texts_in(one, name)
    return found


def test_every_text_of_every_event_is_either_words_or_a_code() -> None:
    definitions = EVENTS.json_schema()["$defs"]
    found = {key for part in definitions.values() for key in texts_in(part)}

    assert found - CODES - WORDED == set()
    assert set() == CODES & WORDED
