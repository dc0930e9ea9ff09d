"""A session folded at once is the session that grew event by event."""

from datetime import UTC, datetime, timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.events import (
    Entry,
    Event,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
    SessionOpened,
)
from simulator.practice.session import Session, fold

MOMENT = datetime(2026, 3, 19, 15, 4, tzinfo=UTC)
OPENED = SessionOpened(
    session="abc",
    scenario="a",
    scenario_hash="",
    personas={"claire": ""},
    language="en",
    level=2,
    seed=1,
    actor="offline",
    program_version="0",
    mentee="Sam",
)
PIECES = st.lists(st.sampled_from(["I ", "see. ", "No. "]), max_size=3)


@st.composite
def takes(draw: st.DrawFn) -> list[list[str]]:
    """The pieces of each wording of one reply; all but the last are refused."""
    return draw(st.lists(PIECES, min_size=1, max_size=3))


def reply(turn: int, wordings: list[list[str]], end: str) -> list[Event]:
    """The events of a reply at `turn`, with how it ended: done, cut, or not yet."""
    told: list[Event] = []
    for number, pieces in enumerate(wordings, start=1):
        told.append(ReplyStarted(turn=turn, voice="claire", actor="bench"))
        told += [ReplyPart(turn=turn, text=one) for one in pieces]
        if number < len(wordings):
            told.append(ReplyReplaced(turn=turn, code="repeats", by="offline", attempt=number))
    text = "".join(wordings[-1])
    if end == "done":
        told.append(ReplyDone(turn=turn, text=text))
    elif end == "cut":
        told.append(ReplyInterrupted(turn=turn, text=text, cause="mentee"))
    return told


@given(
    st.lists(st.tuples(takes(), st.sampled_from(["done", "cut"])), max_size=3),
    takes(),
    st.sampled_from(["done", "cut", "open"]),
)
def test_folding_at_once_and_one_by_one_tell_the_same(
    before: list[tuple[list[list[str]], str]], last: list[list[str]], end: str
) -> None:
    events: list[Event] = [OPENED]
    for place, (wordings, ending) in enumerate(before):
        events += reply(2 * place + 1, wordings, ending)
        events.append(MenteeSpoke(turn=2 * place + 2, text="And why?"))
    events += reply(2 * len(before) + 1, last, end)
    entries = [
        Entry(seq=seq, at=MOMENT + timedelta(seconds=seq), event=event)
        for seq, event in enumerate(events, start=1)
    ]
    grown = Session(opened=OPENED, opened_at=entries[0].at, seq=1)

    assert fold(entries) == reduce(Session.after, entries[1:], grown)
    assert fold(entries[: len(entries) // 2 + 1]) == reduce(
        Session.after, entries[1 : len(entries) // 2 + 1], grown
    )
