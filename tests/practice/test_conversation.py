"""What a conversation stores, when, and what it refuses."""

from collections.abc import AsyncGenerator

import pytest

from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.errors import ActorError, UsageError
from simulator.practice.conversation import Conversation
from simulator.practice.events import (
    Decided,
    Entry,
    LineRead,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
    SessionEnded,
)
from simulator.practice.memory import MemoryJournal
from simulator.practice.session import fold
from tests.practice.stage import Script, Ticks, opened, stage


def begun(*, actor: Script | None = None) -> tuple[Conversation, MemoryJournal]:
    journal = MemoryJournal(Ticks())
    return Conversation.begin(stage(actor), journal, opened()), journal


async def said(conversation: Conversation, text: str) -> list[Entry]:
    return [entry async for entry in conversation.say(text)]


def test_the_persona_opens_the_talk() -> None:
    conversation, _ = begun()

    assert [one.text for one in conversation.session.utterances] == ["You wanted to see me?"]


async def test_a_turn_is_spoken_read_decided_and_answered_in_that_order() -> None:
    conversation, _ = begun()

    kinds = [type(entry.event) for entry in await said(conversation, "Hello Claire.")]

    assert kinds == [
        MenteeSpoke,
        LineRead,
        Decided,
        ReplyStarted,
        ReplyPart,
        ReplyPart,
        ReplyDone,
    ]


async def test_every_event_is_stored_before_it_is_seen() -> None:
    conversation, journal = begun()

    async for entry in conversation.say("Why is that the rule for working at home?"):
        assert journal.read()[-1] == entry


async def test_the_line_is_stored_when_the_actor_fails() -> None:
    failing = Script("Well. ", "Perhaps.", fails_after=0)
    conversation, journal = begun(actor=failing)

    with pytest.raises(ActorError):
        await said(conversation, "Could we talk about home working?")

    session = fold(journal.read())
    assert session.said_by("mentee")[0].text == "Could we talk about home working?"
    assert conversation.is_owed_a_reply


async def test_a_failed_reply_is_worded_again_from_the_same_decision() -> None:
    conversation, _ = begun(actor=Script(fails_after=1))
    with pytest.raises(ActorError):
        await said(conversation, "Could we talk about home working?")
    decision = conversation.session.decisions[2]

    conversation.play_on(stage())
    entries = [entry async for entry in conversation.reply()]

    assert not any(isinstance(entry.event, Decided) for entry in entries)
    assert conversation.session.decisions[2] == decision
    assert conversation.session.utterances[-1].complete


async def test_closing_the_iterator_cuts_the_reply_where_it_stands() -> None:
    conversation, journal = begun()

    entries = conversation.say("Hello Claire.")
    async for entry in entries:
        if isinstance(entry.event, ReplyPart):
            break
    await entries.aclose()

    last = journal.read()[-1].event
    assert isinstance(last, ReplyInterrupted)
    assert (last.cause, last.text) == ("mentee", "1 Well.")


@pytest.mark.parametrize("event", [ReplyStarted, ReplyReplaced])
async def test_closing_before_a_word_leaves_no_reply_hanging(event: type) -> None:
    conversation, journal = begun(actor=Script("My director counts the badges."))

    entries = conversation.say("Hello Claire.")
    async for entry in entries:
        if isinstance(entry.event, event):
            break
    await entries.aclose()

    assert not conversation.session.is_speaking
    assert fold(journal.read()) == conversation.session
    assert isinstance(journal.read()[-1].event, ReplyInterrupted)


async def test_a_reply_that_nobody_could_word_is_still_owed() -> None:
    leaking = Script("My director counts the badges.")
    conversation = Conversation.begin(stage(leaking, leaking), MemoryJournal(Ticks()), opened())

    with pytest.raises(ActorError) as raised:
        await said(conversation, "Hello Claire.")

    assert raised.value.code == "no-safe-reply"
    assert conversation.is_owed_a_reply


class Slip(Script):
    """Leaks as long as it is given more than a bare order."""

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self.directions.append(direction)
        yield "Hm. Go on." if not direction.heard.text else "My director counts the badges."


async def test_when_every_wording_is_refused_a_neutral_line_stands_behind() -> None:
    slip = Slip()
    conversation = Conversation.begin(stage(slip, slip), MemoryJournal(Ticks()), opened())

    entries = await said(conversation, "Hello Claire.")

    assert conversation.session.said_by("persona")[-1].text == "Hm. Go on."
    assert not conversation.is_owed_a_reply
    assert sum(isinstance(entry.event, ReplyReplaced) for entry in entries) == 3
    bare = slip.directions[-1]
    assert (bare.lines, bare.heard.text, len(bare.beats)) == ({}, "", 1)


async def test_what_a_neutral_line_left_out_does_not_count_as_told() -> None:
    class Evasive(Script):
        async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
            plain = {beat.kind for beat in direction.beats}.isdisjoint({BeatKind.FACT})
            said = len(direction.said)
            yield f"Hm. That makes {said}." if plain else f"# {said}"

    conversation = Conversation.begin(stage(Evasive(), Evasive()), MemoryJournal(Ticks()), opened())
    await said(conversation, "Hello Claire.")
    entries = await said(conversation, "What makes being in the office so important to you?")

    decided = next(one.event for one in entries if isinstance(one.event, Decided))
    assert decided.decision.spoken == ("badges",)
    assert conversation.stage.state(conversation.session).spoken == ()


async def test_an_interrupted_fact_does_not_count_as_told() -> None:
    class Teller(Script):
        pass

    conversation, _ = begun(actor=Teller("Since you ask. ", "My director counts the badges."))
    await said(conversation, "Hello Claire.")
    entries = conversation.say("What makes being in the office so important to you?")
    async for entry in entries:
        if isinstance(entry.event, Decided):
            assert entry.event.decision.spoken == ("badges",)
        if isinstance(entry.event, ReplyPart):
            conversation.interrupt()

    assert conversation.stage.state(conversation.session).spoken == ()


async def test_a_leaking_actor_is_replaced_before_a_word_shows() -> None:
    conversation, _ = begun(actor=Script("Fine. ", "My director counts the badges every month."))

    entries = await said(conversation, "Hello Claire, how are you?")

    shown = "".join(e.event.text for e in entries if isinstance(e.event, ReplyPart | ReplyDone))
    assert any(isinstance(e.event, ReplyReplaced) and e.event.code == "leak" for e in entries)
    assert "badges" not in shown


async def test_an_ending_closes_the_session_with_its_score() -> None:
    conversation, _ = begun()
    for turn in range(12):
        if conversation.session.ended:
            break
        await said(conversation, f"Let me say point {turn} then.")

    ended = conversation.session.ended
    assert isinstance(ended, SessionEnded)
    assert (ended.ending, ended.score) == ("time", 0.2)


async def test_nothing_can_be_said_after_the_end() -> None:
    conversation, _ = begun()
    conversation.leave()

    with pytest.raises(UsageError, match="session-over"):
        await said(conversation, "One more thing.")


async def test_stop_halts_the_scene_until_it_is_resumed() -> None:
    conversation, _ = begun()
    conversation.stop()
    with pytest.raises(UsageError, match="scene-stopped"):
        await said(conversation, "Hello?")

    conversation.go_on()

    assert await said(conversation, "Hello again.")


async def test_a_stopped_scene_that_is_left_has_no_score() -> None:
    conversation, _ = begun()
    conversation.stop()
    conversation.leave()

    ended = conversation.session.ended
    assert ended is not None
    assert (ended.cause, ended.score) == ("stopped", None)


async def test_distress_is_answered_out_of_role_and_only_that_is_recorded() -> None:
    conversation, journal = begun()

    kinds = [e.event.kind for e in await said(conversation, "I want to kill myself.")]

    assert kinds == ["mentee-spoke", "help-shown"]
    assert not any(isinstance(e.event, LineRead | Decided) for e in journal.read())
    assert await said(conversation, "I am all right, let us go on. How are you?")


@pytest.mark.parametrize("kept", range(3, 11))
async def test_a_session_cut_anywhere_resumes_and_loses_no_line(kept: int) -> None:
    conversation, journal = begun()
    await said(conversation, "What makes the office important to you?")
    left = MemoryJournal(Ticks())
    left.append([entry.event for entry in journal.read()[:kept]], 0)
    lines = [one.text for one in fold(left.read()).said_by("mentee")]

    resumed = Conversation.resume(stage(), left)
    async for _ in resumed.reply():
        pass

    assert [one.text for one in resumed.session.said_by("mentee")] == lines
    assert not resumed.is_owed_a_reply


async def test_control_characters_never_reach_the_journal() -> None:
    conversation, _ = begun()

    await said(conversation, "Hi\x1b]52;c;ZXZpbA==\x07 there\x00")

    assert conversation.session.said_by("mentee")[0].text == "Hi there"


async def test_a_reply_that_a_fault_nobody_foresaw_cut_short_is_owed_again() -> None:
    class Faulty(Script):
        async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
            yield f"{len(direction.said)} Well. "
            raise ZeroDivisionError

    conversation, journal = begun(actor=Faulty())
    with pytest.raises(ActorError, match="actor-fault"):
        await said(conversation, "Could we talk about home working?")

    last = journal.read()[-1].event
    assert isinstance(last, ReplyInterrupted)
    assert last.cause == "actor"
    assert conversation.is_owed_a_reply


def test_an_intention_is_one_line_in_the_mentees_own_words() -> None:
    conversation, journal = begun()

    conversation.intend("  Ask first,\nthen\x1b[2J propose. ")

    assert fold(journal.read()).followup.intention == "Ask first, then propose."


def test_no_intention_is_no_event() -> None:
    conversation, journal = begun()

    assert conversation.intend(" \n ") is None
    assert fold(journal.read()).followup.intention == ""
