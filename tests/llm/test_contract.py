"""One contract for whoever words a reply: our own actor and an LLM keep the same laws."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import pytest

from simulator.actors.offline import pieces, word
from simulator.director.direction import Direction
from simulator.errors import ActorError
from simulator.practice.events import (
    Event,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.practice.ports import Actor
from simulator.practice.session import Utterance
from simulator.reading.moves import Language
from tests.llm.contract import (
    LAWS,
    ORDERED,
    House,
    Kind,
    Seat,
    Told,
    held,
    house,
    it_comes_in_order,
    it_is_in_the_language_and_the_address,
    missing,
    nothing_is_empty,
)

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.usefixtures("litellm"),
]

PAY, DESKS = "pay-and-presence", "between-two-desks"
"""Figures and a formal address in one; a cast of two and a familiar address in the other."""
TALKS: tuple[tuple[Kind, str, Language], ...] = (
    ("offline", PAY, "en"),
    ("offline", PAY, "fr"),
    ("offline", DESKS, "en"),
    ("offline", DESKS, "fr"),
    ("llm", PAY, "en"),
    ("llm", PAY, "fr"),
    ("llm", DESKS, "en"),
    ("llm", DESKS, "fr"),
    ("vague", PAY, "fr"),
    ("vague", DESKS, "en"),
)
BOTH = pytest.mark.parametrize("kind", ["offline", "llm"])
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])


class Odd:
    """An actor that breaks the contract: with an empty piece, by going on, or by a wrong address."""

    name = "odd"

    def __init__(self, how: str) -> None:
        self._how = how

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        try:
            if self._how == "empty":
                yield ""
            if self._how == "rude":
                yield "Tu sais, comme vous, "  # both at once is more than the guard is sure of
            for piece in pieces(word(direction)):
                yield piece
        finally:
            if self._how == "going-on":
                yield "And another thing."


def to_be_closed(language: Language) -> int:
    """Which line of the talk on pay is answered at length, with something that was ordered."""
    calls = held("offline", PAY, language).tap.calls
    return next(
        place
        for place, call in enumerate(calls)
        if len(call.pieces) > 4 and missing(call.direction, "".join(call.pieces[:3]), ())
    )


async def closed_early(one: House, seat: Seat, place: int) -> str:
    """What is shown of the reply to that line, which is left after its first part."""
    await seat.say(*seat.lines[:place])
    if isinstance(one.actor, Told):
        one.actor.never_ends = True
    shown = ""
    async with aclosing(seat.talk.say(seat.lines[place])) as entries:
        async for entry in entries:
            if isinstance(entry.event, ReplyPart):
                shown = entry.event.text
                break
    if isinstance(one.actor, Told):
        one.actor.never_ends = False
    return shown


@pytest.mark.parametrize("law", LAWS, ids=lambda law: str(law.__name__))
@pytest.mark.parametrize(("kind", "name", "language"), TALKS)
def test_a_law_holds_in_a_whole_talk(
    kind: Kind, name: str, language: Language, law: Callable[[Seat], None]
) -> None:
    law(held(kind, name, language))


@pytest.mark.parametrize(("kind", "name", "language"), TALKS)
def test_only_the_one_that_leaves_out_its_order_is_taken_back(
    kind: Kind, name: str, language: Language
) -> None:
    seat = held(kind, name, language)

    refused = {one.code for one in seat.events if isinstance(one, ReplyReplaced)}
    assert ("leaves-out" in refused) is (kind == "vague")
    assert kind == "vague" or not refused
    assert seat.talk.session.ended is not None


@LANGUAGES
def test_what_is_ordered_can_be_missed(language: Language) -> None:
    calls = held("offline", PAY, language).tap.calls

    kinds = {beat.kind for call in calls for beat in missing(call.direction, "Well.", ())}
    assert kinds >= ORDERED - {"counter"}


@BOTH
@LANGUAGES
def test_a_reply_that_is_closed_stops_at_once_and_keeps_what_was_shown(
    kind: Kind, language: Language
) -> None:
    async def hold() -> tuple[Seat, str, list[str], tuple[Event, ...]]:
        async with house(kind) as one:
            seat = one.seat(PAY, language)
            shown = await closed_early(one, seat, place)
            at_once = list(seat.tap.calls[-1].pieces), seat.events
            if one.server is not None:
                await asyncio.wait_for(one.server.closed.wait(), 10)
            return seat, shown, *at_once

    place = to_be_closed(language)
    seat, shown, pieces_then, stored = asyncio.run(hold())

    call, last = seat.tap.calls[-1], stored[-1]
    assert isinstance(last, ReplyInterrupted)
    assert (last.cause, last.turn, last.text) == ("mentee", 2 * place + 3, shown)
    assert shown
    assert len(shown.strip()) < len(word(call.direction))
    assert not call.is_open
    assert (call.pieces, seat.events) == (pieces_then, stored)
    assert missing(call.direction, shown, ())
    assert missing(call.direction, shown, last.unsaid) == []


@BOTH
@LANGUAGES
def test_a_talk_that_was_closed_is_resumed_and_goes_on(kind: Kind, language: Language) -> None:
    async def hold() -> tuple[Seat, str, Utterance]:
        async with house(kind) as one:
            seat = one.seat(PAY, language)
            shown = await closed_early(one, seat, place)
            again = seat.again()
            cut = again.talk.session.utterances[-1]
            return await again.say(seat.lines[place + 1]), shown, cut

    place = to_be_closed(language)
    again, shown, cut = asyncio.run(hold())

    last = again.talk.session.utterances[-1]
    assert (cut.text, cut.complete) == (shown, False)
    assert (last.turn, last.complete) == (2 * place + 5, True)
    assert last.text == "".join(again.tap.calls[-1].pieces)
    it_comes_in_order(again)


@BOTH
@LANGUAGES
def test_two_talks_at_once_with_one_actor_do_not_mix(kind: Kind, language: Language) -> None:
    async def hold() -> tuple[Seat, ...]:
        async with house(kind) as one:
            seats = (one.seat(PAY, language), one.seat(DESKS, language))
            for place in range(3):
                under_way = [seat.talk.say(seat.lines[place]) for seat in seats]
                while under_way:
                    heard = [await anext(stream, None) for stream in under_way]
                    under_way = [
                        stream for stream, entry in zip(under_way, heard, strict=True) if entry
                    ]
            return seats

    for seat, name in zip(asyncio.run(hold()), (PAY, DESKS), strict=True):
        assert seat.said == held(kind, name, language).said[:7]
        assert [one for one in seat.events if isinstance(one, ReplyReplaced)] == []
        assert {call.direction.persona for call in seat.tap.calls} <= set(seat.stage.personas)


@BOTH
@LANGUAGES
def test_played_on_another_actor_the_same_persona_speaks_on(kind: Kind, language: Language) -> None:
    other: Kind = "llm" if kind == "offline" else "offline"

    async def hold() -> tuple[Seat, bool]:
        async with house(kind) as one, house(other) as two:
            seat = await one.seat(PAY, language).say(*one.seat(PAY, language).lines[:3])
            before = seat.stage.state(seat.talk.session)
            on = seat.on_with(two.actor)
            is_same = on.stage.state(on.talk.session) == before
            return await on.say(*seat.lines[3:6]), is_same

    seat, is_same = asyncio.run(hold())
    alone = held(kind, PAY, language)

    actors = [one.actor for one in seat.events if isinstance(one, ReplyStarted)]
    assert is_same
    assert actors == [alone.tap.name] * 4 + [held(other, PAY, language).tap.name] * 3
    assert seat.said == alone.said[:13]
    assert {call.direction.name for call in seat.tap.calls} == {
        call.direction.name for call in alone.tap.calls
    }
    assert seat.talk.session.decisions == {
        turn: one for turn, one in alone.talk.session.decisions.items() if turn <= 12
    }
    it_comes_in_order(seat)


@pytest.mark.parametrize(
    ("how", "law"),
    [("empty", nothing_is_empty), ("rude", it_is_in_the_language_and_the_address)],
)
async def test_an_actor_that_breaks_a_law_is_found(how: str, law: Callable[[Seat], None]) -> None:
    actor: Actor = Odd(how)
    async with house("offline") as one:
        seat = await one.seat(PAY, "fr", actor).say("Bonjour Claire.")

    with pytest.raises(AssertionError):
        law(seat)


async def test_an_actor_that_says_more_after_it_was_closed_is_found() -> None:
    async with house("offline") as one:
        with pytest.raises(ActorError, match="kind=RuntimeError"):
            await closed_early(one, one.seat(PAY, "en", Odd("going-on")), 1)
