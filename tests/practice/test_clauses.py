"""A reply cut into clauses while it comes: none held longer than it must be, none cut within a figure."""

from collections.abc import AsyncGenerator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import ActorError
from simulator.practice.clauses import LONGEST, clauses
from simulator.text import words


async def spoken(*pieces: str, fault: ActorError | None = None) -> AsyncGenerator[str, None]:
    for piece in pieces:
        yield piece
    if fault is not None:
        raise fault


async def cut(*pieces: str) -> list[str]:
    return [clause async for clause in clauses(spoken(*pieces))]


@given(st.lists(st.text(st.sampled_from("ab 12.,;:!?…»”\u202f\n"), max_size=12), max_size=20))
async def test_the_clauses_join_to_what_was_said(pieces: list[str]) -> None:
    assert "".join(await cut(*pieces)) == "".join(pieces)


@pytest.mark.parametrize("mark", [".", "!", "?", "…", ",", ";", ":"])
async def test_a_clause_is_let_go_with_the_mark_that_ends_it(mark: str) -> None:
    heard: list[str] = []

    async def watched() -> AsyncGenerator[str, None]:
        for piece in ("I hear you say it", mark):
            yield piece
        assert heard == [f"I hear you say it{mark}"]
        yield " Go on."

    async for clause in clauses(watched()):
        heard.append(clause)  # noqa: PERF401 - what comes is looked at between two pieces

    assert heard == [f"I hear you say it{mark}", " Go on."]


async def test_a_few_words_before_a_comma_are_no_clause_of_their_own() -> None:
    assert await cut("Well", ",", " I am not so sure.") == ["Well, I am not so sure."]


@pytest.mark.parametrize("figure", ["46,000", "46.5", "12:30", "1,5"])
async def test_no_figure_is_cut(figure: str) -> None:
    parts = await cut("We could think of it as ", *figure, " or so, in the end.")

    assert any(figure in part for part in parts)


async def test_a_long_breath_is_let_go_without_a_mark() -> None:
    first, *_ = await cut(*(f"word{place} " for place in "abcdefghijklmnopqrst"))

    assert len(words(first)) == LONGEST


async def test_what_was_held_back_is_let_go_before_a_fault() -> None:
    heard = []

    with pytest.raises(ActorError) as caught:  # noqa: PT012 - what came before it is looked at
        async for clause in clauses(spoken("It is", fault=ActorError("llm-reset", actor="x"))):
            heard.append(clause)  # noqa: PERF401 - the fault comes after it

    assert heard == ["It is"]
    assert caught.value.code == "llm-reset"
