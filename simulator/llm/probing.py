"""One question to a server of this machine: what does it answer to a GET?

A plain request over a loopback socket, without a key, a cookie or a name, so that asking a server
that may not be there costs no library. Whatever is no JSON, or comes too late, is no answer.
"""

import asyncio
import json
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from io import BytesIO
from urllib.parse import urlsplit

LARGEST = 1_000_000
"""Bytes of an answer that are read."""
_OK = 200


async def asked(address: str, wait: float) -> object | None:
    """The JSON at `address` (http alone), or None where none came within `wait` seconds."""
    parts = urlsplit(address)
    head = f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n"
    with suppress(TimeoutError, OSError, ValueError, HTTPException):
        async with asyncio.timeout(wait):
            return _read(await _sent(parts.hostname or "", parts.port or 80, head.encode()))
    return None


async def _sent(host: str, port: int, head: bytes) -> bytes:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(head)
        await writer.drain()
        answer = b""
        while len(answer) < LARGEST and (part := await reader.read(65_536)):
            answer += part
        return answer
    finally:
        writer.close()


def _read(answer: bytes) -> object | None:
    with HTTPResponse(_Received(answer)) as response:  # type: ignore[arg-type]
        response.begin()
        found: object = json.loads(response.read()) if response.status == _OK else None
    return found


class _Received:
    """Bytes that have come, as the standard library's reader of responses wants to find them."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    def makefile(self, *_: object, **__: object) -> BytesIO:
        """The bytes, to be read from their beginning."""
        return BytesIO(self._answer)
