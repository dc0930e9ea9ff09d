"""Arbitrary events and clocks, whatever their texts and figures."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from simulator.director.state import (
    Beat,
    BeatKind,
    Decision,
    Package,
    Reason,
    Stance,
    StanceChange,
    Table,
    TurnRecord,
)
from simulator.practice.events import (
    CommitmentMade,
    Decided,
    Event,
    HelpShown,
    HintGiven,
    IntentionSet,
    ItemJudged,
    LineRead,
    LlmUsed,
    MenteeSpoke,
    PredictionMade,
    ReadingAgreed,
    ReadingRefined,
    RealTalkTold,
    ReflectionWritten,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
    SceneResumed,
    SceneStopped,
    SessionEnded,
    SessionShared,
    SharingRevoked,
    Spot,
    TurnMarked,
)
from simulator.reading.moves import Found, Mention, Move, Noticed, Quantity, Reading, Signal
from tests.transcripts.scene import Ticking

TEXT = st.text(max_size=20)
TURN = st.integers(1, 400)
FIGURE = st.floats(allow_nan=False, allow_infinity=False)
TURNS = {"turn": TURN}
SIDES = st.sampled_from(["mentee", "mentor"])


def several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """None, one or two."""
    return st.lists(one, max_size=2).map(tuple)


SPAN = {"start": TURN, "end": TURN}
READING = st.builds(
    Reading,
    moves=several(st.builds(Found, move=st.sampled_from(Move), confidence=FIGURE, **SPAN)),
    signals=several(st.builds(Noticed, signal=st.sampled_from(Signal), confidence=FIGURE, **SPAN)),
    quantities=several(
        st.builds(
            Quantity,
            kind=st.sampled_from(["money", "date"]),
            value=FIGURE,
            unit=TEXT,
            per=st.none() | TEXT,
            text=TEXT,
            **SPAN,
        )
    ),
    mentions=several(st.builds(Mention, topic=TEXT, word=TEXT, **SPAN)),
    names=several(TEXT),
    words=TURN,
)
REASON = st.builds(Reason, code=TEXT, values=st.dictionaries(TEXT, TEXT | FIGURE, max_size=2))
BEATS = several(st.builds(Beat, kind=st.sampled_from(BeatKind), ref=TEXT))
PACKAGE = st.builds(Package, values=st.dictionaries(TEXT, FIGURE | TEXT, max_size=2))
DECISION = st.builds(
    Decision,
    turn=TURN,
    voice=TEXT,
    record=st.builds(TurnRecord, turn=TURN, moves=several(st.sampled_from(Move)), folded=TEXT),
    changes=several(st.builds(StanceChange, persona=TEXT, trust=FIGURE, reason=REASON)),
    stance=st.dictionaries(TEXT, st.builds(Stance, trust=FIGURE, tension=FIGURE), max_size=2),
    spoken=several(TEXT),
    table=st.none() | st.builds(Table, asked=st.none() | PACKAGE, value=st.none() | FIGURE),
    reasons=several(REASON),
    beats=BEATS,
)
SAID = {"turn": TURN, "text": TEXT}
NAMED = st.dictionaries(TEXT, TEXT, max_size=2)
EXPECTED = st.sampled_from(["yes", "no", "unsure"])
EVENT: st.SearchStrategy[Event] = st.one_of(
    st.builds(MenteeSpoke, **SAID),
    st.builds(LineRead, turn=TURN, reading=READING),
    st.builds(Decided, turn=TURN, decision=DECISION),
    st.builds(ReplyStarted, turn=TURN, voice=TEXT, actor=TEXT),
    st.builds(ReplyPart, **SAID),
    st.builds(ReplyDone, **SAID),
    st.builds(
        ReplyInterrupted, cause=st.sampled_from(["mentee", "actor", "crash"]), unsaid=BEATS, **SAID
    ),
    st.builds(ReplyReplaced, turn=TURN, code=TEXT, by=TEXT),
    st.builds(HelpShown, turn=TURN),
    st.builds(SceneStopped, by=SIDES),
    st.builds(SceneResumed, by=SIDES),
    st.builds(TurnMarked, turn=TURN, by=SIDES, author=TEXT, note=TEXT, private=st.booleans()),
    st.builds(
        SessionEnded,
        cause=st.sampled_from(["ending", "left", "stopped"]),
        ending=st.none() | TEXT,
        score=st.none() | FIGURE,
    ),
    st.builds(ReflectionWritten, answers=several(TEXT), skipped=st.booleans()),
    st.builds(IntentionSet, text=TEXT),
    st.builds(HintGiven, turn=TURN, code=TEXT, values=NAMED, text=TEXT, by=TEXT),
    st.builds(PredictionMade, expected=st.dictionaries(TEXT, EXPECTED, max_size=2)),
    st.builds(SessionShared, with_whom=TEXT, copy_head=TEXT),
    st.builds(SharingRevoked, with_whom=TEXT),
    st.builds(
        ItemJudged,
        item=TEXT,
        verdict=st.sampled_from(["observed", "not-observed", "no-chance", "could-not-judge"]),
        spots=several(st.builds(Spot, turn=TURN, **SPAN)),
        by=TEXT,
    ),
    st.builds(CommitmentMade, when=TEXT, then=TEXT, due=st.none() | st.dates()),
    st.builds(
        ReadingRefined,
        turn=TURN,
        added=several(st.builds(Found, move=st.sampled_from(Move), confidence=FIGURE, **SPAN)),
        why=TEXT,
        by=TEXT,
    ),
    st.builds(ReadingAgreed, to=TEXT, address=TEXT),
    st.builds(LlmUsed, by=TEXT, prompt=TURN, completion=TURN, cost=st.none() | FIGURE),
    st.builds(RealTalkTold, text=TEXT, kept=st.sampled_from(["yes", "partly", "no", ""])),
)


def events() -> st.SearchStrategy[list[Event]]:
    """Any events, in any order: the journal keeps what it is given."""
    return st.lists(EVENT, max_size=5)


def clocks() -> st.SearchStrategy[Ticking]:
    """Clocks that start at any time, in any time zone."""
    zones = st.integers(-14 * 60, 14 * 60).map(lambda one: timezone(timedelta(minutes=one)))
    starts = st.datetimes(
        min_value=datetime(2, 1, 1),  # noqa: DTZ001 - the bounds of wall clocks
        max_value=datetime(9998, 1, 1),  # noqa: DTZ001
        timezones=zones,
    )
    return starts.map(Ticking)
