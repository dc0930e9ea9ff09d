"""The client: one prompt in, pieces of text or one whole answer out, or an error of ours.

Owned here: that a turn has its deadlines whatever the server does, that a failed attempt is made
again only where that can help and before anything was heard, that a stream which ends early is
never taken for complete, and that the socket is closed when whoever listens stops listening.
It refuses retries by the library, and to pass on an error that it does not know.
"""

import os
from asyncio import sleep, timeout_at
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.errors import ActorError
from simulator.llm.endpoint import Endpoint
from simulator.llm.faults import Faults, foreign
from simulator.llm.keys import (
    Safe,
    is_set,
    kept,
    keyring_of_the_system,
    known_variable,
    missing,
    variables_of,
)
from simulator.llm.loading import loaded
from simulator.llm.looping import is_looping
from simulator.llm.patience import Deadline, Limits, Turn, Waiting
from simulator.llm.purse import Purse
from simulator.llm.scrub import secrets_of
from simulator.llm.thoughts import Thoughts
from simulator.llm.usage import Usage, reckoned, usage_of
from simulator.prompts.render import Prompt

T = TypeVar("T")
_ENDS = (".", "!", "?", "…", "»", "”", '"', "'", "’", ")", "]", "}", "*")
"""What a text that was said to its end ends in."""
Attempt = Callable[["_Call", Turn], AsyncGenerator[str, None]]


@dataclass(frozen=True, slots=True)
class Sampling:
    """How words are drawn. What a server does not know of is left out on the way."""

    temperature: float = 0.7
    seed: int | None = None
    tokens: int = 400
    """Tokens of the reply, at most."""


@dataclass(frozen=True, slots=True)
class _Call:
    """What one call needs: the loaded library and what to tell it."""

    litellm: Any
    faults: Faults
    wanted: Mapping[str, Any] = field(repr=False)

    async def guarded(self, coming: Awaitable[T], deadline: Deadline) -> T:
        """What `coming` gives before `deadline`, or an error of ours."""
        fault: ActorError
        try:
            async with timeout_at(deadline.at) as limit:
                return await coming
        except foreign(self.litellm) as error:
            if limit.expired():
                fault = self.faults.named(deadline.code, seconds=deadline.seconds)
            else:
                fault = self.faults.of(error)
        raise fault  # outside of the handler: nothing of the foreign error hangs on it


@dataclass(slots=True)
class Client:
    """Calls one LLM, as long as its purse allows."""

    endpoint: Endpoint
    limits: Limits = field(default_factory=Limits)
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    waited: Callable[[Waiting], None] = lambda _: None
    """Told of each pause before another attempt."""
    purse: Purse = field(default_factory=Purse)
    """What was used and how much may be; all clients of one session share one."""
    safe: Safe = field(default=keyring_of_the_system, repr=False)
    """Where a key is looked for that the environment does not have."""
    _kept: str = field(default="", init=False, repr=False)

    @property
    def usage(self) -> Usage:
        """What the calls on its purse have used so far."""
        return self.purse.usage

    async def stream(
        self, prompt: Prompt, sampling: Sampling | None = None
    ) -> AsyncGenerator[str, None]:
        """The reply in pieces as they come. Close it, and the socket is closed.

        Raises `ActorError`, after the pieces that had come; only a reply that ended as it should
        ends without.
        """
        wanted = self._wanted(prompt, sampling or Sampling())
        wanted |= {"stream": True, "stream_options": {"include_usage": True}}
        async with aclosing(self._tried(wanted, self._streamed)) as pieces:
            async for piece in pieces:
                yield piece

    async def ask(
        self,
        prompt: Prompt,
        sampling: Sampling | None = None,
        schema: type[BaseModel] | None = None,
    ) -> str:
        """The whole reply; asked to be JSON of `schema`, which whoever asked has to check.

        A server that refuses the schema is asked again without it. Raises `ActorError`.
        """
        wanted = self._wanted(prompt, sampling or Sampling())
        if schema is not None:
            try:
                return await self._answer(wanted | {"response_format": schema})
            except ActorError as fault:
                if fault.code != "llm-refused":
                    raise
        return await self._answer(wanted)

    async def ready(self) -> None:
        """Load what is needed; raises `ActorError` for an unknown LLM or a missing key."""
        await self._call({})

    async def _answer(self, wanted: dict[str, Any]) -> str:
        async with aclosing(self._tried(wanted, self._whole)) as pieces:
            return "".join([piece async for piece in pieces])

    async def _tried(
        self, wanted: Mapping[str, Any], attempt: Attempt
    ) -> AsyncGenerator[str, None]:
        """What `attempt` gives, made again while that can help and nothing was heard yet."""
        self.purse.open(self.endpoint.name)
        call = await self._call(wanted)
        turn = Turn.start(self.limits)
        for number in count(1):
            has_spoken = False
            self.purse.open(self.endpoint.name)
            try:
                async with aclosing(attempt(call, turn)) as pieces:
                    async for piece in pieces:
                        has_spoken = True
                        yield piece
            except ActorError as fault:
                pause = None if has_spoken else turn.pause(fault, number)
                if pause is None:
                    raise
                self.waited(Waiting(fault.code, pause, number + 1))
            else:
                return
            await sleep(pause)

    async def _streamed(self, call: _Call, turn: Turn) -> AsyncGenerator[str, None]:
        """One attempt, in pieces."""
        first = turn.deadline(has_spoken=False)
        stream = await call.guarded(call.litellm.acompletion(**call.wanted), first)
        said, thoughts, has_spoken, is_counted = "", Thoughts(), False, False
        try:
            while chunk := await call.guarded(
                anext(stream, None), turn.deadline(has_spoken=has_spoken)
            ):
                is_counted |= self._count(chunk, call)
                if piece := _text(chunk, "delta"):
                    said += piece
                    if is_looping(said):
                        raise call.faults.named("llm-looping")
                    if spoken := thoughts.spoken(piece):
                        has_spoken = True
                        yield spoken
        finally:
            if not is_counted:
                self.purse.pay(self._reckoned(call, said), self.endpoint.name)
            await stream.aclose()
        if rest := thoughts.rest():
            has_spoken = True
            yield rest
        code = _flaw(_ended(stream, said), said if has_spoken else "")
        if code is not None:
            raise call.faults.named(code)

    async def _whole(self, call: _Call, turn: Turn) -> AsyncGenerator[str, None]:
        """One attempt, in one piece."""
        answer = await call.guarded(call.litellm.acompletion(**call.wanted), turn.whole)
        self._count(answer, call)
        thoughts = Thoughts()
        text = thoughts.spoken(_text(answer, "message")) + thoughts.rest()
        code = _flaw(answer.choices[0].finish_reason if answer.choices else "stop", text)
        if code is not None or is_looping(text):
            raise call.faults.named(code or "llm-looping")
        yield text

    async def _call(self, wanted: Mapping[str, Any]) -> _Call:
        """Everything ready, or the error of an LLM that nobody knows or has no key for."""
        key = await self._key()
        litellm = await loaded()
        secrets = secrets_of(self.environ, self.endpoint.key)
        faults = Faults(self.endpoint, secrets, variables_of(litellm, self.endpoint))
        if not faults.variables:
            raise faults.named("llm-unknown")
        absent = () if key else missing(litellm, self.endpoint)
        if len(absent) == 1:
            key = self._kept = self._kept or await kept(self.safe, absent[0])
        if absent and not key:
            raise Faults(self.endpoint, secrets, absent).named("llm-key-missing")
        if key:
            faults = replace(faults, secrets=secrets_of(self.environ, self.endpoint.key, key))
            return _Call(litellm, faults, {**wanted, "api_key": key})
        return _Call(litellm, faults, wanted)

    async def _key(self) -> str:
        """A key that the environment does not have; empty where it has one, or none is needed.

        Raises `llm-key-missing` where one is, and the provider is told by the name.
        """
        variable = known_variable(self.endpoint)
        if not variable or is_set(self.endpoint, self.environ):
            return ""
        self._kept = self._kept or await kept(self.safe, variable)
        if not self._kept and not self.endpoint.base:
            raise Faults(self.endpoint, (), (variable,)).named("llm-key-missing")
        return self._kept

    def _wanted(self, prompt: Prompt, sampling: Sampling) -> dict[str, Any]:
        return {
            **self.endpoint.route,
            "messages": [
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": prompt.user},
            ],
            "temperature": sampling.temperature,
            "seed": sampling.seed,
            "max_tokens": sampling.tokens,
            "timeout": self.limits.turn,
            "max_retries": 0,
            "num_retries": 0,
            "drop_params": True,
        }

    def _count(self, answer: Any, call: _Call) -> bool:
        """Pay what `answer` says was used; whether it says so."""
        used = usage_of(answer, self.endpoint, call.litellm.model_cost)
        if used is not None:
            self.purse.pay(used, self.endpoint.name)
        return used is not None

    def _reckoned(self, call: _Call, said: str) -> Usage:
        asked = "".join(one["content"] for one in call.wanted["messages"])
        return reckoned(asked, said, self.endpoint, call.litellm.model_cost)


def _text(answer: Any, part: str) -> str:
    """The words of an answer or a piece, which may have none at all."""
    if not answer.choices:
        return ""
    return str(getattr(answer.choices[0], part).content or "")


def _ended(stream: Any, text: str) -> str | None:
    """Why the server said that it stopped; None where it said nothing and simply stopped.

    For some providers the library fills in a `stop` of its own, seen only in
    `intermittent_finish_reason`: there a text that breaks off within a sentence is not complete.
    One that breaks off behind a sentence passes for whole. It cannot be told: of Gemini's stream
    every piece is given that `stop`, its own word for the end is dropped, and its count of tokens
    stands in every piece.
    """
    if stream.received_finish_reason is not None:
        return str(stream.received_finish_reason)
    finish = stream.intermittent_finish_reason
    if finish != "stop" or text.rstrip().endswith(_ENDS):
        return finish if finish is None else str(finish)
    return None


def _flaw(finish: str | None, text: str) -> str | None:
    """Why a reply that came to its end is not a complete one; None if it is."""
    if finish == "content_filter":
        return "llm-filtered"
    if finish == "length":
        return "llm-cut-off"
    if not text.strip():
        return "llm-empty"
    return "llm-interrupted" if finish is None else None
