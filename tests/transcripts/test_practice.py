"""Whatever happens in practice, the store keeps it as memory does, and finds itself whole."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing, suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import ActorError, UsageError
from simulator.practice.conversation import Conversation
from simulator.practice.events import Entry, Event
from simulator.practice.retry import retried
from simulator.practice.session import fold
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.practice.stage import Script, Ticks, opened, stage

LINES = (
    "Hello Claire.",
    "I would like to talk about home. What makes Tuesdays matter so much?",
    "You never listen to anyone.",
    "I want to die.",
    "",
)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(LINES)),
        st.tuples(st.sampled_from(["crash", "cut", "fail"]), st.integers(0, 5)),
        st.tuples(st.sampled_from(["stop", "go on", "leave", "reply", "reflect"]), st.just("")),
        st.tuples(st.sampled_from(["mark", "retry"]), st.integers(1, 6)),
    ),
    max_size=6,
)
Action = tuple[str, str | int]


class PowerCut(Exception):
    """The machine stopped."""


class Mortal:
    """A journal that stops working, for good, after so many appends."""

    def __init__(self, journal: StoreJournal, appends: int) -> None:
        self._journal = journal
        self._left = appends

    def append(self, events: Sequence[Event], expected_seq: int) -> tuple[Entry, ...]:
        if not self._left:
            raise PowerCut
        self._left -= 1
        return self._journal.append(events, expected_seq)

    def read(self, after: int = 0) -> tuple[Entry, ...]:
        return self._journal.read(after)


class Player:
    """Somebody who practises in a store, with bad luck."""

    def __init__(self, store: Store) -> None:
        self._store = store
        definitions = Definitions(store)
        self._opened = opened(
            self._next_id(),
            scenario_hash=definitions.put('{"title":"The rule on presence"}'),
            personas={"manager": definitions.put("{}")},
        )
        self.journal = StoreJournal(store, self._opened.session, Ticks())
        self.conversation = Conversation.begin(stage(), self.journal, self._opened)

    def _next_id(self) -> str:
        return f"s{len(Sessions(self._store).all()):03}"

    async def do(self, name: str, what: str | int) -> None:
        with suppress(UsageError):
            await self._do(name, what)

    async def _do(self, name: str, what: str | int) -> None:
        match name, what:
            case "say", str(line):
                await self._listen(line)
            case "crash", int(after):
                await self._crash(after)
            case "cut", int(after):
                await self._listen(LINES[1], after)
            case "fail", int(after):
                await self._fail(after)
            case "mark", int(turn):
                self.conversation.mark(turn, by="mentor", note="here")
            case "retry", int(turn):
                self._retry(turn)
            case _:
                await self._scene(name)

    async def _scene(self, name: str) -> None:
        match name:
            case "stop":
                self.conversation.stop()
            case "go on":
                self.conversation.go_on()
            case "leave":
                self.conversation.leave()
            case "reflect":
                self.conversation.reflect(("Turn two.",))
            case _:
                async for _ in self.conversation.reply():
                    pass

    async def _listen(self, line: str, entries: int = 1_000) -> None:
        async with aclosing(self.conversation.say(line)) as heard:
            async for _ in heard:
                if not entries:
                    break
                entries -= 1

    async def _crash(self, after: int) -> None:
        mortal = Mortal(self.journal, after)
        doomed = Conversation(stage(), mortal, self.conversation.session)
        with suppress(PowerCut):
            async for _ in doomed.say(LINES[1]):
                pass
        self.conversation = Conversation.resume(stage(), self.journal)

    async def _fail(self, after: int) -> None:
        self.conversation.play_on(stage(Script(fails_after=after)))
        try:
            with suppress(ActorError):
                await self._listen(LINES[1])
        finally:
            self.conversation.play_on(stage())

    def _retry(self, turn: int) -> None:
        session = self._next_id()
        copies = retried(self.journal.read(), turn, session=session)
        self.journal = StoreJournal(self._store, session, Ticks())
        self.journal.append(copies, 0)
        self.conversation = Conversation.resume(stage(), self.journal)


async def played(store: Store, actions: Sequence[Action]) -> None:
    player = Player(store)
    for name, what in actions:
        await player.do(name, what)

    assert verify(store) == ()
    assert fold(player.journal.read()) == player.conversation.session


@given(actions=ACTIONS)
@settings(max_examples=20)
def test_whatever_happens_in_practice_the_store_is_whole(
    tmp_path_factory: pytest.TempPathFactory, actions: list[Action]
) -> None:
    path = tmp_path_factory.mktemp("practice") / "transcripts.db"
    with Store.open(path) as store:
        asyncio.run(played(store, actions))
