"""The talk as shown, and how far it has come."""

from datetime import timedelta
from typing import get_args

import pytest

from simulator.i18n import Translator
from simulator.practice.events import (
    Entry,
    Event,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.practice.guard import Refusal
from simulator.practice.session import Session, fold
from simulator.views.talk import LONGEST_PAUSE, progress, refused_words, talk
from tests.practice.stage import PERSONA, SCENARIO, Ticks, opened

OPENING: tuple[Event, ...] = (
    ReplyStarted(turn=1, voice="manager", actor="script"),
    ReplyDone(turn=1, text="You wanted to see me?"),
)


def session(*events: Event, pause: timedelta = timedelta()) -> Session:
    ticks = Ticks()
    entries = [
        Entry(seq=seq, at=ticks.now() + pause * seq, event=event)
        for seq, event in enumerate((opened(), *OPENING, *events), 1)
    ]
    return fold(entries)


def test_each_line_has_the_name_of_its_speaker() -> None:
    shown = talk(session(MenteeSpoke(turn=2, text="Yes.")), {"manager": PERSONA})

    assert [(one.who, one.text) for one in shown] == [
        ("Claire", "You wanted to see me?"),
        ("Sam", "Yes."),
    ]


def test_a_reply_that_was_cut_says_so() -> None:
    shown = talk(
        session(
            MenteeSpoke(turn=2, text="Yes."),
            ReplyStarted(turn=3, voice="manager", actor="script"),
            ReplyPart(turn=3, text="Well. "),
            ReplyInterrupted(turn=3, text="Well. ", cause="mentee"),
        ),
        {"manager": PERSONA},
    )

    assert [one.is_cut for one in shown] == [False, False, True]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("code", get_args(Refusal))
def test_every_refusal_has_words_for_a_mentor(code: str, language: str) -> None:
    t = Translator.of(language, strict=True)
    one = session(
        MenteeSpoke(turn=2, text="Yes."),
        ReplyStarted(turn=3, voice="manager", actor="llm"),
        ReplyReplaced(turn=3, code=code, by="llm", attempt=1, shown=12),
        ReplyStarted(turn=3, voice="manager", actor="llm"),
        ReplyReplaced(turn=3, code=code, by="", attempt=2),
    )

    first, last = refused_words(t, one, 3)

    assert t(f"views.refused.{code}") in first
    assert "12" in first
    assert "llm" in first
    assert "12" not in last
    assert refused_words(t, one, 1) == ()


def test_progress_counts_the_lines_of_the_mentee() -> None:
    one = session(MenteeSpoke(turn=2, text="Yes."))

    far = progress(one, SCENARIO.turns, one.opened_at)

    assert (far.taken, far.soft, far.hard) == (1, 6, 8)
    assert round(far.share, 3) == round(1 / 6, 3)


def test_the_way_is_never_longer_than_whole() -> None:
    lines = [MenteeSpoke(turn=turn, text="Yes.") for turn in range(2, 20)]

    assert progress(session(*lines), SCENARIO.turns, session().opened_at).share == 1


def test_time_away_does_not_count_as_time_spent() -> None:
    held = session(MenteeSpoke(turn=2, text="Yes."), pause=timedelta(hours=2))
    last = held.utterances[-1].at

    assert progress(held, SCENARIO.turns, last).minutes == 2 * LONGEST_PAUSE.total_seconds() // 60


def test_a_clock_that_was_set_back_takes_nothing_away() -> None:
    held = session(MenteeSpoke(turn=2, text="Yes."))

    assert progress(held, SCENARIO.turns, held.opened_at - timedelta(days=1)).minutes == 0
