"""A retry takes the parent's state up at a turn and leaves the parent alone."""

import pytest

from simulator.errors import UsageError
from simulator.practice.conversation import Conversation
from simulator.practice.events import Event
from simulator.practice.memory import MemoryJournal
from simulator.practice.retry import retried
from simulator.practice.session import Session, fold
from tests.practice.stage import Ticks, opened, stage

LINES = ("Hello Claire.", "I would like to talk about home.", "You never listen to anyone.")


async def talked() -> tuple[MemoryJournal, Session]:
    journal = MemoryJournal(Ticks())
    conversation = Conversation.begin(stage(), journal, opened())
    for line in LINES:
        async for _ in conversation.say(line):
            pass
    return journal, conversation.session


def fold_events(events: tuple[Event, ...]) -> Session:
    journal = MemoryJournal(Ticks())
    journal.append(events, 0)
    return fold(journal.read())


@pytest.mark.parametrize(("turn", "chosen"), [(4, 4), (3, 4), (2, 2), (6, 6), (7, 8)])
async def test_a_retry_starts_from_the_state_before_its_turn(turn: int, chosen: int) -> None:
    journal, parent = await talked()
    copy = MemoryJournal(Ticks())

    copy.append(retried(journal.read(), turn, session="s2"), 0)

    session = fold(copy.read())
    assert (session.opened.parent, session.opened.parent_turn) == ("s1", chosen)
    assert stage().state(session) == stage().state(parent, before=chosen)


async def test_what_the_mentee_meant_to_do_goes_along() -> None:
    journal = MemoryJournal(Ticks())
    conversation = Conversation.begin(stage(), journal, opened())
    conversation.intend("Ask before I propose.")
    async for _ in conversation.say(LINES[0]):
        pass

    taken_up = fold_events(retried(journal.read(), 2, session="s2"))

    assert taken_up.followup.intention == "Ask before I propose."


async def test_the_parent_is_untouched() -> None:
    journal, _ = await talked()
    before = journal.read()

    retried(before, 4, session="s2")

    assert journal.read() == before


async def test_the_same_line_said_again_gets_the_same_answer() -> None:
    journal, parent = await talked()
    copy = MemoryJournal(Ticks())
    copy.append(retried(journal.read(), 6, session="s2"), 0)
    conversation = Conversation.resume(stage(), copy)

    async for _ in conversation.say(LINES[2]):
        pass

    assert conversation.session.decisions[6] == parent.decisions[6]
    assert conversation.session.utterances[-1].text == parent.utterances[-1].text


async def test_a_line_that_was_answered_with_help_is_not_owed_a_reply_in_the_retry() -> None:
    journal = MemoryJournal(Ticks())
    conversation = Conversation.begin(stage(), journal, opened())
    for line in ("I want to kill myself.", "Hello Claire."):
        async for _ in conversation.say(line):
            pass
    copy = MemoryJournal(Ticks())

    copy.append(retried(journal.read(), 3, session="s2"), 0)

    taken_up = Conversation.resume(stage(), copy)
    assert taken_up.session.help_shown == (2,)
    assert not taken_up.is_owed_a_reply


@pytest.mark.parametrize("turn", [0, -1, 9, 100])
async def test_a_turn_that_does_not_exist_is_refused(turn: int) -> None:
    journal, _ = await talked()

    with pytest.raises(UsageError, match="no-such-turn"):
        retried(journal.read(), turn, session="s2")
