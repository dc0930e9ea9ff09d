"""The order of a session's events is checked as practice makes them."""

import pytest

from simulator.practice.events import (
    CommitmentMade,
    Event,
    HelpShown,
    HintGiven,
    ItemJudged,
    MenteeSpoke,
    PredictionMade,
    RealTalkTold,
    ReplyDone,
    ReplyInterrupted,
    ReplyReplaced,
    ReplyStarted,
    SessionEnded,
    SessionShared,
    SharingRevoked,
    TurnMarked,
)
from simulator.transcripts.order import disorders
from tests.transcripts.scene import exchange, greeting, opened, talk

SPOKE, READ, DECIDED, STARTED, PART, DONE = exchange(2, "Why?", "So.")
BEGUN = (opened("aaaa"), *greeting())
AGAIN = ReplyStarted(turn=3, voice="manager", actor="offline")
REFUSED = ReplyReplaced(turn=3, code="leak", by="offline", attempt=2, shown=3)
HINT = HintGiven(turn=1, code="ask")
SHARED = SessionShared(with_whom="Noor")

SOUND = {
    "a whole talk": talk("aaaa", ("Why?", "So."), ("Since when?", "May.")),
    "an opening alone": BEGUN[:1],
    "a crash before reading": (*BEGUN, SPOKE),
    "a crash between reading and deciding": (*BEGUN, SPOKE, READ, READ, DECIDED, STARTED),
    "a reply cut off and begun again": (
        *BEGUN,
        *(SPOKE, READ, DECIDED, STARTED, PART),
        ReplyInterrupted(turn=3, text="So.", cause="crash"),
        *(AGAIN, DONE),
    ),
    "a reply replaced": (
        *BEGUN,
        *(SPOKE, READ, DECIDED, STARTED, PART),
        ReplyReplaced(turn=3, code="secret", by="offline"),
        *(AGAIN, DONE),
    ),
    "a reply refused twice and given up": (
        *BEGUN,
        *(SPOKE, READ, DECIDED, STARTED, PART, REFUSED, AGAIN, REFUSED),
        ReplyInterrupted(turn=3, text="", cause="actor"),
    ),
    "help instead of a reply": (*BEGUN, SPOKE, HelpShown(turn=2), MenteeSpoke(turn=3, text="Yes")),
    "a mark after the end": (
        *BEGUN,
        SessionEnded(cause="left"),
        TurnMarked(turn=1, by="mentor"),
    ),
    "a hint about the latest turn": (*BEGUN, HINT, SPOKE),
    "what follows a talk, after its end and before": (
        *(*BEGUN, SHARED),
        SessionEnded(cause="left"),
        PredictionMade(expected={}),
        *(SHARED, SharingRevoked(with_whom="Noor")),
        ItemJudged(item="ask-why", verdict="no-chance", by="judge"),
        CommitmentMade(when="Monday", then="I ask"),
        RealTalkTold(text="Well."),
    ),
}
UNSOUND: dict[str, tuple[tuple[Event, ...], str]] = {
    "not opened": (greeting(), "opening"),
    "opened twice": ((*BEGUN, opened("aaaa")), "opening"),
    "another's opening": ((opened("bbbb"),), "opening"),
    "a turn left out": ((*BEGUN, MenteeSpoke(turn=3, text="Why?")), "turn-order"),
    "a turn said twice": ((*BEGUN, SPOKE, SPOKE), "turn-order"),
    "two replies running": ((*BEGUN, ReplyStarted(turn=2, voice="m", actor="o")), "turn-order"),
    "a piece of no reply": ((*BEGUN, SPOKE, PART), "turn-order"),
    "a piece after the end of the reply": ((*BEGUN, ReplyDone(turn=1, text="")), "turn-order"),
    "a piece of a wording that was refused": (
        (*BEGUN, SPOKE, READ, DECIDED, STARTED, REFUSED, PART),
        "turn-order",
    ),
    "the end of a wording that was refused": (
        (*BEGUN, SPOKE, READ, DECIDED, STARTED, REFUSED, DONE),
        "turn-order",
    ),
    "read what was not said": ((*BEGUN, READ), "turn-order"),
    "help for another turn": ((*BEGUN, SPOKE, HelpShown(turn=1)), "turn-order"),
    "a mark on nothing": ((*BEGUN, TurnMarked(turn=2, by="mentee")), "turn-order"),
    "decided without reading": ((*BEGUN, SPOKE, DECIDED), "decision-missing"),
    "answered without deciding": ((*BEGUN, SPOKE, READ, STARTED), "decision-missing"),
    "a hint about an earlier turn": ((*BEGUN, SPOKE, HINT), "turn-order"),
    "a hint after the end": ((*BEGUN, SessionEnded(cause="left"), HINT), "after-the-end"),
    "said after the end": ((*BEGUN, SessionEnded(cause="left"), SPOKE), "after-the-end"),
}


@pytest.mark.parametrize("events", SOUND.values(), ids=SOUND.keys())
def test_sound(events: tuple[Event, ...]) -> None:
    assert list(disorders("aaaa", events)) == []


@pytest.mark.parametrize(("events", "how"), UNSOUND.values(), ids=UNSOUND.keys())
def test_unsound(events: tuple[Event, ...], how: str) -> None:
    assert how in {disorder for _, disorder in disorders("aaaa", events)}


def test_the_place_is_the_number_of_the_event() -> None:
    assert list(disorders("aaaa", (*BEGUN, SPOKE, DECIDED))) == [(5, "decision-missing")]
