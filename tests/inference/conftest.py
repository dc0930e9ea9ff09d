"""What tests of the real server stand on: litellm loaded once, and servers that live for a while."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from simulator.llm.loading import released
from tests.inference.served import ENDS_SOON, FOR_EVER, Llama, served
from tests.llm.conftest import litellm, no_keys

__all__ = ("litellm", "no_keys")


@pytest.fixture(scope="session")
def endless() -> Iterator[Llama]:
    """Its replies end at the most tokens, and never before."""
    with served(FOR_EVER) as one:
        yield one


@pytest.fixture(scope="session")
def brief() -> Iterator[Llama]:
    """Its replies come to an end of their own after some words."""
    with served(*ENDS_SOON) as one:
        yield one


@pytest.fixture(autouse=True)
async def connections(litellm: Any) -> AsyncIterator[None]:
    """None is left open."""
    yield
    await released()
