"""Whatever an LLM does in a talk: what it is called, what is recorded, how the talk goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import perf_counter

import pytest

from simulator.actors.offline import OfflineActor
from simulator.errors import ActorError
from simulator.i18n import Translator
from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from simulator.llm.patience import Limits
from simulator.llm.persona import LlmPersona
from simulator.practice.conversation import Conversation
from simulator.practice.events import (
    Event,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.practice.memory import MemoryJournal
from tests.llm.faulty import EITHER_WAY, LATE, LOOPING, SHORT, STREAMED
from tests.llm.server import End, Reply, Server, cut, streamed
from tests.llm.talk import KEY, ONCE, client
from tests.practice.stage import Ticks, opened, stage

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

AGAIN = 2.0
"""Seconds after the error within which the talk goes on."""
LINE = "Why do we all have to come in on Tuesdays?"
GOOD = streamed(["Because it ", "is the rule, ", "and I did not write it."])
LONG = (
    "Well, you know how it went last year, when the whole floor was empty for a month and nobody "
    "could say who would be in on any given morning. I had three people at the window, two on the "
    "stairs, and a client who wanted coffee. After that we wrote something down, all of us "
    "together, and it has held better than I thought it would."
)
TOKENS = 200
SINGLE = 3
"""Tokens before a cut that come one by one."""


@dataclass(frozen=True)
class Row:
    """A server's behaviour, the deadlines under which it is met, and what comes of it."""

    reply: Reply
    code: str
    words: str | None = ""
    """What is heard before the failure; None where that depends on the machine."""
    limits: Limits = ONCE


ROWS = (
    {name: Row(reply, code) for name, (reply, code) in EITHER_WAY.items()}
    | {name: Row(reply, code, words) for name, (reply, words, code) in STREAMED.items()}
    | {name: Row(reply, code, words or None, SHORT) for name, (reply, words, code) in LATE.items()}
)


def talk(one: Client) -> Conversation:
    on = stage(LlmPersona(one), OfflineActor())
    return Conversation.begin(on, MemoryJournal(Ticks()), opened())


async def failed(conversation: Conversation) -> tuple[list[Event], ActorError]:
    """What is recorded of a turn that fails, and the error."""
    before = conversation.session.seq
    with pytest.raises(ActorError) as raised:
        [one async for one in conversation.say(LINE)]
    return recorded(conversation, before), raised.value


def assert_is_worded(error: ActorError) -> None:
    """Assert that what happened and what to do is told in both languages."""
    for language in ("en", "fr"):
        told = Translator.of(language, strict=True).error(error)
        assert len(told.splitlines()) >= 2
        assert KEY not in told


def recorded(conversation: Conversation, after: int) -> list[Event]:
    return [one.event for one in conversation._journal.read(after)]


def kinds(events: Sequence[Event]) -> list[str]:
    """The kinds of `events`, the parts of a reply as one."""
    found = [one.kind for one in events]
    return [kind for at, kind in enumerate(found) if at == 0 or kind != found[at - 1]]


async def goes_on(conversation: Conversation, one: Client) -> None:
    """Assert that the owed reply comes from the understudy at once, and the next from the LLM."""
    began = perf_counter()
    conversation.play_on(stage(OfflineActor(), OfflineActor()))
    offline = [entry.event async for entry in conversation.reply()]
    took = perf_counter() - began

    conversation.play_on(stage(LlmPersona(one), OfflineActor()))
    online = [entry.event async for entry in conversation.say("And who wrote it?")]

    assert [event for event in offline if isinstance(event, ReplyDone)]
    assert took < AGAIN
    spoken = [event for event in online if isinstance(event, ReplyStarted)]
    assert [event.actor for event in spoken] == ["openai/tiny"]
    assert isinstance(online[-1], ReplyDone)


@pytest.mark.parametrize("row", ROWS)
async def test_each_fault_has_its_code_its_record_and_no_end_of_the_talk(
    server: Server, row: str
) -> None:
    fault = ROWS[row]
    server.plays(fault.reply)
    conversation = talk(client(server, fault.limits))

    events, error = await failed(conversation)

    cut_off = events[-1]
    heard = [one.text for one in events if isinstance(one, ReplyPart)]
    assert error.code == fault.code
    assert_is_worded(error)
    assert [one for one in kinds(events) if one != "reply-part"] == [
        "mentee-spoke", "line-read", "decided", "reply-started", "reply-interrupted",
    ]  # fmt: skip
    assert isinstance(cut_off, ReplyInterrupted)
    assert (cut_off.cause, cut_off.text) == ("actor", "".join(heard))
    assert fault.words is None or cut_off.text.strip() == fault.words.strip()
    assert KEY not in repr(events)
    server.plays(GOOD)
    await goes_on(conversation, client(server))


@pytest.mark.parametrize(
    ("endpoint", "code"),
    [
        (Endpoint("openai/tiny", "http://127.0.0.1:1/v1"), "llm-unreachable"),
        (Endpoint("openai/tiny"), "llm-key-missing"),
        (Endpoint("nobody/knows"), "llm-unknown"),
    ],
    ids=["nobody listens", "no key", "no such provider"],
)
async def test_so_has_an_llm_that_is_not_there(
    server: Server, endpoint: Endpoint, code: str
) -> None:
    conversation = talk(Client(endpoint, ONCE, {}))

    events, error = await failed(conversation)

    assert error.code == code
    assert_is_worded(error)
    assert isinstance(events[0], MenteeSpoke)
    assert isinstance(events[-1], ReplyInterrupted)
    server.plays(GOOD)
    await goes_on(conversation, client(server))


async def test_an_llm_that_loops_is_stopped_and_the_understudy_speaks(server: Server) -> None:
    server.plays(LOOPING)
    conversation = talk(client(server))

    events = [one.event async for one in conversation.say(LINE)]

    assert {one.code for one in events if isinstance(one, ReplyReplaced)} == {"repeats"}
    assert isinstance(events[-1], ReplyDone)


def tokens() -> list[str]:
    """The long reply in two hundred pieces, none of them empty."""
    places = [round(at * len(LONG) / TOKENS) for at in range(TOKENS + 1)]
    return [LONG[start:end] for start, end in pairwise(places)]


def cut_after(kept: int, end: End) -> Reply:
    """The long reply, cut after `kept` of its tokens; those long before the cut come at once."""
    pieces, first = tokens(), max(1, kept - SINGLE)
    return cut(["".join(pieces[:first]), *pieces[first:kept]], end)


@pytest.mark.parametrize("end", ["clean", "reset"])
async def test_a_reply_cut_at_any_of_its_tokens_is_marked_as_interrupted(
    server: Server, end: End
) -> None:
    pieces = tokens()
    server.plays(cut_after(1, end))
    conversation = talk(client(server))
    ended: list[Event] = (await failed(conversation))[0][-1:]

    for kept in range(2, TOKENS + 1):
        server.plays(cut_after(kept, end))
        before = conversation.session.seq
        with pytest.raises(ActorError):
            [one async for one in conversation.reply()]
        ended += recorded(conversation, before)[-1:]

    interrupted = [one for one in ended if isinstance(one, ReplyInterrupted)]
    assert len(interrupted) == TOKENS
    assert {one.cause for one in interrupted} == {"actor"}
    assert [one.text for one in interrupted] == [
        "".join(pieces[:kept]) for kept in range(1, TOKENS + 1)
    ]
    assert not [one for one in recorded(conversation, 3) if isinstance(one, ReplyDone)]
