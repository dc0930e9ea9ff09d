"""What tests of LLMs stand on: litellm loaded once, a failing server, and no key of anybody's."""

import os
import sys
import warnings
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from simulator.llm.loading import SWITCHES, library, released
from tests.llm.server import Server, serving

pytest.register_assert_rewrite("tests.llm.contract")


@pytest.fixture(scope="session")
def litellm() -> Iterator[Any]:
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        for name in SWITCHES:
            patch.setenv(name, "")
        warnings.simplefilter("ignore")
        yield library()


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in tuple(os.environ):
        if name.endswith(("_API_KEY", "_API_BASE", "_TOKEN")):
            monkeypatch.delenv(name)
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
async def server(litellm: Any) -> AsyncIterator[Server]:
    async with serving() as one:
        yield one
        await released()
