"""A conversation that people held becomes a session that everything else can read."""

from datetime import UTC, datetime

import pytest

from simulator.config import HUMAN
from simulator.errors import UsageError
from simulator.library.load import canonical, persona_from, scenario_from
from simulator.practice.events import Entry, Event, LineRead, SessionEnded, SessionOpened
from simulator.practice.recorded import RecordedTalk, recorded_talk
from simulator.practice.session import Session, fold
from simulator.reading.moves import Language, Move, Signal
from simulator.transcripts.order import disorders

TALK = "Mia: What would help you most?\nPaul: Some rest.\nMia: You should sleep more."
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def recorded(text: str, mentee: str, language: Language | None = "en") -> RecordedTalk:
    return recorded_talk(
        text, mentee=mentee, session="aaaa", program_version="1", language=language
    )


def session(events: tuple[Event, ...]) -> Session:
    return fold(Entry(seq=seq, at=NOW, event=one) for seq, one in enumerate(events, start=1))


def test_it_is_a_session_with_both_sides_and_what_was_read() -> None:
    played = session(recorded(TALK, "mia").events)

    assert [(one.speaker, one.voice, one.text) for one in played.utterances] == [
        ("mentee", "Mia", "What would help you most?"),
        ("persona", "paul", "Some rest."),
        ("mentee", "Mia", "You should sleep more."),
    ]
    assert played.readings[1].has(Move.OPEN_QUESTION)
    assert played.readings[3].has(Move.ADVICE)
    assert played.opened.actor == HUMAN
    assert played.ended == SessionEnded(cause="left")


@pytest.mark.parametrize(
    "text",
    [
        TALK,
        "Paul: Hm.\nMia: Yes?\nPaul: No.",
        "Paul: Hm.\nJo: Ah.\nPaul: Oh.\nMia: Yes?\nJo: No.\nPaul: Well.",
        "Mia: Yes?\nPaul: No.\nJo: Ah.",
    ],
    ids=["mentee-at-both-ends", "other-at-both-ends", "three-people", "a-voice-after-another"],
)
def test_whoever_begins_and_ends_its_order_is_sound(text: str) -> None:
    assert not list(disorders("aaaa", recorded(text, "Mia").events))


def test_in_a_rehearsal_one_voice_may_not_follow_another() -> None:
    opened, *events = recorded("Paul: Hm.\nJo: Ah.\nMia: Yes?", "Mia").events
    assert isinstance(opened, SessionOpened)

    found = list(disorders("aaaa", (opened.model_copy(update={"actor": "offline"}), *events)))

    assert (4, "turn-order") in found


def test_nothing_moves_anybody() -> None:
    played = session(recorded("Mia: It's your fault.\nPaul: No.\nMia: Liar!", "Mia").events)

    first, second = played.decisions.values()
    assert first.stance == second.stance
    assert (first.changes, first.beats, first.ended) == ((), (), None)


def test_its_definitions_can_be_built_again_from_what_is_kept() -> None:
    talk = recorded(TALK, "Mia")
    opened = talk.events[0]
    assert isinstance(opened, SessionOpened)

    kept = canonical(talk.scenario)

    assert (scenario_from(kept.text), kept.hash) == (talk.scenario, opened.scenario_hash)
    for name, one in talk.personas.items():
        assert persona_from(canonical(one).text) == one
        assert canonical(one).hash == opened.personas[name]


def test_names_that_make_the_same_id_stay_apart() -> None:
    talk = recorded("Mia: Hello.\n\u674e: Hi.\n\u738b: Hm.\nPaul: Ah.", "Mia")

    assert len(talk.personas) == len({one.name for one in talk.personas.values()}) == 3


@pytest.mark.parametrize(
    ("mentee", "code"), [("", "recorded-mentee-missing"), ("Jo", "recorded-mentee-unknown")]
)
def test_a_mentee_who_is_not_there_is_refused_with_those_who_are(mentee: str, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        recorded(TALK, mentee)

    assert (refused.value.code, refused.value.values["speakers"]) == (code, "Mia (2), Paul (1)")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TALK, "en"),
        ("Mia : Qu'est-ce qui vous aiderait ?\nPaul : Un peu de repos, je crois.", "fr"),
    ],
)
def test_its_language_is_told_from_what_was_said(text: str, language: str) -> None:
    assert recorded(text, "Mia", None).scenario.language == language


@pytest.mark.parametrize(
    "text",
    ["Mia: Hm.\nPaul: Ah.", "Mia: \u00bfQu\u00e9 es lo que te ayuda?\nPaul: El sol, para los dos."],
)
def test_a_language_that_cannot_be_told_is_asked_for(text: str) -> None:
    with pytest.raises(UsageError, match="recorded-language"):
        recorded(text, "Mia", None)


def test_pauses_are_kept_where_both_ends_are_known() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nPaul: Hm.\n\n00:03.500 --> 00:04.000\nMia: Yes?\n\n"
        "00:05.000 --> 00:06.000\nPaul: No.\n\n00:05.500 --> 00:07.000\nMia: Oh."
    )
    opened = recorded(text, "Mia").events[0]

    assert isinstance(opened, SessionOpened)
    assert opened.parameters == {"pause.2": 1.5, "pause.4": 0.0}


def test_of_distress_nothing_is_kept() -> None:
    talk = recorded("Mia: I want to kill myself.\nPaul: Talk to me, please.", "Mia")

    readings = [one.reading for one in talk.events if isinstance(one, LineRead)]
    assert not any(one.signal is Signal.DISTRESS for read in readings for one in read.signals)


def test_a_sign_of_listening_is_no_minimal_answer() -> None:
    played = session(
        recorded("Paul: I left.\nMia: Mm-hmm, okay.\nPaul: Yes.\nMia: No.", "Mia").events
    )

    assert [one.has(Move.MINIMAL_ANSWER) for one in played.readings.values()] == [False, True]
