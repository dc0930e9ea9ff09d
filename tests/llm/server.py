"""A server that speaks the protocol of OpenAI and fails on purpose, on a loopback socket.

A script says what each request gets: a whole answer, a stream, an error, a stream that is cut,
resets, stalls or never ends. A script is called with the request, so that a reply may depend on
the prompt; every request is kept for looking at. It runs in the loop of the test that uses it.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, Literal

End = Literal["clean", "torn", "reset", "hang"]
"""How a reply's connection ends: as it should, without its last chunk, by a reset, or never."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client sent."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]

    @property
    def prompt(self) -> str:
        """All that was said to the LLM."""
        return "\n".join(str(one["content"]) for one in self.body["messages"])


@dataclass(frozen=True, slots=True)
class Reply:
    """Bytes to send: `parts` one after the other, `pause` seconds after each."""

    parts: tuple[bytes, ...] = ()
    status: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0
    first: float = 0
    """Seconds after the first part, which holds no word yet: what an LLM needs for a prompt."""
    end: End = "clean"
    repeats: bool = False
    """Whether the last part is sent again and again."""


Script = Callable[[Request], Reply]


def whole(content: str | None, finish: str | None = "stop", **more: Any) -> Reply:
    """One complete answer."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}}
    return given({**_frame("chat.completion"), "choices": [{**choice, "finish_reason": finish}],
                  "usage": USAGE, **more})  # fmt: skip


USAGE = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def given(body: object, status: int = 200, **headers: str) -> Reply:
    """`body` as JSON."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply((json.dumps(body).encode(),), status=status, headers=sent)


def failure(status: int, code: str = "", message: str = "no", **headers: str) -> Reply:
    """An error as OpenAI words it."""
    error = {"message": message, "type": code or "error", "code": code or None}
    return given({"error": error}, status, **headers)


def streamed(
    tokens: Iterable[str],
    *,
    finish: str | None = "stop",
    done: bool = True,
    end: End = "clean",
    pause: float = 0,
    first: float = 0,
    repeats: bool = False,
) -> Reply:
    """`tokens` as server-sent events; with `finish` None and `done` False the stream is cut."""
    parts = [_event({"role": "assistant", "content": ""})]
    parts += [_event({"content": token}) for token in tokens]
    if finish is not None:
        parts.append(_event({}, finish))
        parts.append(_data({**_frame("chat.completion.chunk"), "choices": [], "usage": USAGE}))
    if done:
        parts.append(b"data: [DONE]\n\n")
    kind = "text/event-stream"
    return Reply(tuple(parts), kind=kind, pause=pause, first=first, end=end, repeats=repeats)


def cut(tokens: Iterable[str], end: End = "clean", *, repeats: bool = False) -> Reply:
    """`tokens`, and no word of their being all."""
    return streamed(tokens, finish=None, done=False, end=end, repeats=repeats)


def raw(text: str, kind: str = "text/event-stream", status: int = 200, end: End = "clean") -> Reply:
    """Whatever stands in `text`, as it is."""
    return Reply((text.encode(),), status=status, kind=kind, end=end)


def worst(request: Request) -> Reply:
    """The worst LLM imaginable: it repeats its whole prompt, whoever asks."""
    return answered(request, request.prompt)


def answered(request: Request, text: str) -> Reply:
    """`text` in the way that the request asks for: streamed word by word, or whole."""
    if not request.body.get("stream"):
        return whole(text)
    return streamed(one + " " for one in text.split(" "))


def _frame(kind: str) -> dict[str, object]:
    return {"id": "x", "object": kind, "created": 0, "model": "tiny"}


def _event(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return _data({**_frame("chat.completion.chunk"), "choices": [choice]})


def _data(body: object) -> bytes:
    return b"data: " + json.dumps(body).encode() + b"\n\n"


class Server:
    """Answers each request by the next script; the last one serves all that follow."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.asked = asyncio.Event()
        """Set once a request has come."""
        self.closed = asyncio.Event()
        """Set once the client has closed a connection before the reply had ended."""
        self.base = ""
        self._scripts: list[Script] = []

    def plays(self, *replies: Reply | Script) -> None:
        """What the coming requests get."""
        self._scripts = [_script(one) for one in replies]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._answer(reader, writer)
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await _read(reader)
        self.requests.append(request)
        self.asked.set()
        script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
        reply = script(request)
        writer.write(_head(reply))
        try:
            await self._send(reply, reader, writer)
        except ConnectionError:
            self.closed.set()
            return
        if reply.end == "reset":
            writer.transport.abort()
        elif reply.end == "clean":
            writer.write(b"0\r\n\r\n")
            await writer.drain()

    async def _send(
        self, reply: Reply, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        for place, part in enumerate(reply.parts):
            pause = reply.pause if place else reply.first or reply.pause
            await self._part(part, pause, reader, writer)
        while reply.repeats:
            await self._part(reply.parts[-1], reply.pause, reader, writer)
        if reply.end == "hang":
            await _gone(reader)

    async def _part(
        self,
        part: bytes,
        pause: float,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        writer.write(b"%x\r\n%s\r\n" % (len(part), part))
        await writer.drain()
        with suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await _gone(reader)


async def _gone(reader: asyncio.StreamReader) -> None:
    """Return never; raise once the client has closed the connection."""
    await reader.read(1)
    raise ConnectionResetError


def _script(one: Reply | Script) -> Script:
    return (lambda _: one) if isinstance(one, Reply) else one


async def _read(reader: asyncio.StreamReader) -> Request:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.strip().split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(first.split(" ")[1], headers, json.loads(body or b"{}"))


def _head(reply: Reply) -> bytes:
    lines = [
        f"HTTP/1.1 {reply.status} X",
        f"content-type: {reply.kind}",
        "transfer-encoding: chunked",
        "connection: close",
        *(f"{name}: {value}" for name, value in reply.headers.items()),
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


@asynccontextmanager
async def serving() -> AsyncIterator[Server]:
    """A server on a free port of 127.0.0.1."""
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    server.base = f"http://127.0.0.1:{port}/v1"
    async with listening:
        yield server
