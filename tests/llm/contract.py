"""The contract of `practice.ports.Actor`, as laws that any talk must keep whoever words it.

A `House` seats one actor: the offline one, or the persona through an LLM, whose server says for each
prompt what a good LLM would. `Tap` stands between the conversation and the actor and keeps what each
of them was given. A law takes a talk that was held and fails by an assertion.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal

from simulator.actors.offline import OfflineActor, word
from simulator.director.amounts import package_phrase
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import Beat, BeatKind
from simulator.llm.loading import released
from simulator.llm.persona import LlmPersona, prompt_of
from simulator.practice.conversation import Conversation
from simulator.practice.events import (
    Decided,
    Event,
    LineRead,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.practice.memory import MemoryJournal
from simulator.practice.ports import Actor
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.text import fold
from simulator.transcripts.order import disorders
from tests.llm.played import staged
from tests.llm.secrecy import facts_in
from tests.llm.server import Reply, Request, Server, cut, serving, streamed
from tests.llm.talk import client
from tests.practice.stage import Ticks, opened

Kind = Literal["offline", "llm", "vague"]
"""Our own actor, an LLM that does as it is told, and one that leaves out what it was told to say."""

ORDERED = frozenset({BeatKind.FACT, BeatKind.CONCESSION, BeatKind.COUNTER, BeatKind.DEAL})
ENDS = (ReplyDone, ReplyInterrupted, ReplyReplaced)
FIGURES = frozenset({BeatKind.COUNTER, BeatKind.DEAL})
ENGLISH = ("the", "and", "of", "to", "is", "it", "you", "i", "that", "was", "for", "not", "what")
FRENCH = (
    "le",
    "la",
    "les",
    "un",
    "une",
    "et",
    "de",
    "est",
    "je",
    "tu",
    "vous",
    "que",
    "qui",
    "pas",
)
COMMON = {"en": frozenset(ENGLISH), "fr": frozenset(FRENCH)}
"""Words that stand in nearly every sentence of a language, and in none of the other's."""
FAMILIAR = re.compile(r"\b(?:tu|te|toi|ton|tes|t’\w+|t'\w+)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)


@dataclass
class Call:
    """One time that an actor was asked for a reply."""

    direction: Direction
    stored: tuple[Event, ...]
    """What the journal held when the actor was called."""
    pieces: list[str] = field(default_factory=list)
    is_open: bool = True

    @property
    def turn(self) -> int:
        """The latest line that was stored by then: the one to be answered."""
        return max(one.turn for one in self.stored if isinstance(one, MenteeSpoke))


class Tap:
    """`actor`, with each of its calls kept."""

    def __init__(self, actor: Actor, journal: MemoryJournal) -> None:
        self.actor = actor
        self._journal = journal
        self.calls: list[Call] = []

    @property
    def name(self) -> str:
        return self.actor.name

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        call = Call(direction, tuple(entry.event for entry in self._journal.read()))
        self.calls.append(call)
        try:
            async with aclosing(self.actor.speak(direction)) as pieces:
                async for piece in pieces:
                    call.pieces.append(piece)
                    yield piece
        finally:
            call.is_open = False


@dataclass
class Told:
    """The LLM behind `server`; it knows each direction, and words it as our own actor would."""

    persona: LlmPersona
    kind: Kind
    lines: dict[str, str] = field(default_factory=dict)
    never_ends: bool = False

    @property
    def name(self) -> str:
        return self.persona.name

    def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        line = word(direction) if self.kind == "llm" else _vague(direction)
        self.lines["\n".join(prompt_of(direction))] = line
        return self.persona.speak(direction)

    def answer(self, request: Request) -> Reply:
        """The reply to a prompt, a word at a time."""
        tokens = re.findall(r"\S+\s*", self.lines[request.prompt])
        return cut(tokens, "hang") if self.never_ends else streamed(tokens)


def _vague(direction: Direction) -> str:
    pauses = "hm, " * len(direction.said)
    said = {"en": f"Well, {pauses}let me think.", "fr": f"Bon, {pauses}il faut que j’y pense."}
    return said[direction.language]


@dataclass
class House:
    """Where talks are held with one actor."""

    actor: Actor
    server: Server | None = None

    def seat(self, name: str, language: Language, actor: Actor | None = None) -> "Seat":
        """A talk of a shipped scenario that has begun; `actor` in place of the house's own."""
        journal = MemoryJournal(Ticks())
        tap = Tap(actor or self.actor, journal)
        stage = replace(staged(name, language), actor=tap)
        begun = opened(scenario=name, language=language, actor=tap.name)
        return Seat(stage, journal, tap, Conversation.begin(stage, journal, begun))


@dataclass
class Seat:
    """One talk, and all that is known of it."""

    stage: Stage
    journal: MemoryJournal
    tap: Tap
    talk: Conversation

    @property
    def lines(self) -> tuple[str, ...]:
        """What a skilled mentee says."""
        return self.stage.scenario.playtest["skilled"]

    @property
    def events(self) -> tuple[Event, ...]:
        return tuple(entry.event for entry in self.journal.read())

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.talk.session.utterances]

    async def say(self, *lines: str) -> "Seat":
        """Each of `lines`, and the reply heard to its end."""
        for line in lines:
            if self.talk.session.ended is None:
                async for _ in self.talk.say(line):
                    pass
        return self

    def again(self) -> "Seat":
        """The same talk taken up from its journal."""
        return replace(self, talk=Conversation.resume(self.stage, self.journal))

    def on_with(self, actor: Actor) -> "Seat":
        """The same talk, with `actor` from here on."""
        tap = Tap(actor, self.journal)
        stage = replace(self.stage, actor=tap)
        self.talk.play_on(stage)
        return replace(self, stage=stage, tap=tap)


@asynccontextmanager
async def house(kind: Kind) -> AsyncIterator[House]:
    """A house with an actor of that kind; its server, if it has one, is gone afterwards."""
    if kind == "offline":
        yield House(OfflineActor())
        return
    async with serving() as server:
        told = Told(LlmPersona(client(server)), kind)
        server.plays(told.answer)
        yield House(told, server)
        await released()


@cache
def held(kind: Kind, name: str, language: Language) -> Seat:
    """The whole talk of a skilled mentee."""

    async def hold() -> Seat:
        async with house(kind) as one:
            seat = one.seat(name, language)
            return await seat.say(*seat.lines)

    return asyncio.run(hold())


def wordings(seat: Seat) -> list[tuple[ReplyStarted, list[ReplyPart], Event]]:
    """Every wording after the opening: its start, its parts, and how it ended."""
    found: list[tuple[ReplyStarted, list[ReplyPart], Event]] = []
    begun, parts = None, list[ReplyPart]()
    for event in seat.events:
        if isinstance(event, ReplyStarted):
            begun, parts = event, []
        elif isinstance(event, ReplyPart):
            parts.append(event)
        elif isinstance(event, ENDS) and begun is not None and begun.turn > 1:
            found.append((begun, parts, event))
    return found


def done(seat: Seat) -> dict[int, ReplyDone]:
    """Every whole reply by the turn of the line it answers."""
    return {one.turn - 1: one for one in seat.events if isinstance(one, ReplyDone) and one.turn > 1}


def it_has_a_name(seat: Seat) -> None:
    assert seat.tap.name.strip()
    assert seat.tap.name in {begun.actor for begun, _, _ in wordings(seat)}


def nothing_is_empty(seat: Seat) -> None:
    assert seat.tap.calls
    assert [call.turn for call in seat.tap.calls if "" in call.pieces] == []
    assert [one for _, parts, _ in wordings(seat) for one in parts if not one.text] == []
    assert [turn for turn, one in done(seat).items() if not one.text.strip()] == []


def pieces_join_to_the_line(seat: Seat) -> None:
    heard = {call.turn: "".join(call.pieces) for call in seat.tap.calls}
    whole = {one.turn: one.text for one in seat.talk.session.said_by("persona")}
    assert done(seat)
    for begun, parts, end in wordings(seat):
        if isinstance(end, ReplyDone):
            assert "".join(one.text for one in parts) == end.text == whole[end.turn]
            if begun.actor == seat.tap.name:
                assert heard[end.turn - 1] == end.text


def the_line_is_stored_first(seat: Seat) -> None:
    assert seat.tap.calls
    for call in seat.tap.calls:
        kinds = (MenteeSpoke, LineRead, Decided)
        stored = [one for one in call.stored if isinstance(one, kinds) and one.turn == call.turn]
        begun = call.stored[-1]
        assert tuple(type(one) for one in stored) == kinds
        assert isinstance(begun, ReplyStarted)
        assert (begun.turn, begun.actor) == (call.turn + 1, seat.tap.name)


def it_comes_in_order(seat: Seat) -> None:
    assert list(disorders("s1", seat.events)) == []
    turns = [one.turn for one in seat.talk.session.utterances]
    assert turns == list(range(1, len(turns) + 1))


def what_was_ordered_is_said_or_recorded_as_unsaid(seat: Seat) -> None:
    for call in seat.tap.calls:
        end = done(seat).get(call.turn)
        text, unsaid = (end.text, end.unsaid) if end else ("", ())
        assert missing(call.direction, text, unsaid) == []


def missing(direction: Direction, text: str, unsaid: Iterable[Beat]) -> list[BeatLines]:
    """What was ordered, is not in `text`, and is not recorded as left out either."""
    return [
        beat
        for beat in direction.beats
        if beat.kind in ORDERED
        and Beat(kind=beat.kind, ref=beat.ref) not in unsaid
        and not _is_in(beat, direction, fold(text))
    ]


def _is_in(beat: BeatLines, direction: Direction, text: str) -> bool:
    if beat.kind in FIGURES and direction.counter is not None:
        figures = package_phrase(direction.counter, direction.issues, direction.language)
        return bool(figures) and fold(figures or "") in text
    return any(fold(line).rstrip(".!?") in text for line in beat.lines)


def nothing_locked_is_said(seat: Seat) -> None:
    session, told = seat.talk.session, done(seat)
    for turn, end in told.items():
        spoken = seat.stage.state(session, before=turn + 1).spoken
        locked = [one for one in seat.stage.scenario.facts if one.id not in spoken]
        aloud = tuple(one.text for one in session.utterances if one.turn <= turn)
        assert facts_in(end.text, locked, aloud) == []


def it_is_in_the_language_and_the_address(seat: Seat) -> None:
    language = seat.stage.scenario.language
    own, other = COMMON[language], COMMON["en" if language == "fr" else "fr"]
    wrong = FAMILIAR if seat.stage.scenario.relation.address == "vous" else FORMAL
    assert {call.direction.language for call in seat.tap.calls} == {language}
    for text in (one.text for one in done(seat).values()):
        words = re.findall(r"\w+", fold(text))
        assert len([one for one in words if one in own]) >= len([x for x in words if x in other])
        assert language == "en" or wrong.findall(text) == []


def the_voice_that_was_decided_speaks(seat: Seat) -> None:
    decided = {turn: one.voice for turn, one in seat.talk.session.decisions.items()}
    begun = {(one.turn - 1, one.voice) for one, _, _ in wordings(seat)}
    asked = {(call.turn, call.direction.persona) for call in seat.tap.calls}
    assert begun == set(decided.items()) == asked
    assert set(decided.values()) == set(seat.stage.personas)


LAWS: tuple[Callable[[Seat], None], ...] = (
    it_has_a_name,
    nothing_is_empty,
    pieces_join_to_the_line,
    the_line_is_stored_first,
    it_comes_in_order,
    what_was_ordered_is_said_or_recorded_as_unsaid,
    nothing_locked_is_said,
    it_is_in_the_language_and_the_address,
    the_voice_that_was_decided_speaks,
)
