"""A judge's reply: read, validated, and its quotes found again by code.

What is believed is the last valid object in the reply, whatever stands around it. A quote counts
where it stands whole in the utterance that the judge named, by the speaker it must be by; one that
stands elsewhere, in other words, or is too little to be anybody's is dropped and counted. A `yes`
without a quote of the mentee's, and a `no` without the other person's opening and what the mentee
said after it, are no verdicts.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from simulator.debrief.findings import Verdict
from simulator.debrief.judging.asking import Asking, Line
from simulator.debrief.quotes import Quote, span_of
from simulator.practice.events import Spot
from simulator.text import sentences, words

Valid = TypeVar("Valid", bound=BaseModel)
MOST = 3
"""Quotes of one reply that are looked at."""
LONGEST = 20_000
"""Characters of a reply beyond which it is not read."""
LEAST = 2
"""Words from which a quote is somebody's, unless it is a whole sentence."""


def _plain(value: object) -> object:
    return (
        value.strip().lower().replace("_", "-").replace(" ", "-")
        if isinstance(value, str)
        else value
    )


class Quoted(BaseModel):
    """Words copied from one turn."""

    model_config = ConfigDict(frozen=True)

    turn: int
    quote: str


class Reply(BaseModel):
    """The object that a judge is to answer with."""

    model_config = ConfigDict(frozen=True)

    verdict: Annotated[Literal["yes", "no", "no-chance"], BeforeValidator(_plain)]
    quotes: Annotated[tuple[Quoted, ...], Field(json_schema_extra={"maxItems": MOST})] = ()
    """At most three; more are dropped unread."""
    reason: str = ""
    """One short sentence. It is shown to nobody: evidence is what counts."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What of one reply may be believed."""

    verdict: Verdict
    why: str = ""
    """Why there is no verdict: the code of the LLM's failure (`llm-…`), or `judge-failed`,
    `judge-unreadable`, `judge-unproven`: its quotes did not hold; `judge-split`: it did not say the
    same often enough. And why there was no chance. Words: `why.<code>`."""
    spots: tuple[Spot, ...] = ()
    dropped: int = 0


FAILED = Answer("could-not-judge", "judge-failed")
"""The answer where no reply came."""


def failed(code: str) -> Answer:
    """The answer where no reply came and an error says why by its `code`."""
    return Answer("could-not-judge", code) if code.startswith("llm-") else FAILED


def read(raw: str) -> Reply | None:
    """The last valid reply among the JSON objects in `raw`; None if there is none."""
    return last_valid(Reply, raw)


def last_valid(shape: type[Valid], raw: str) -> Valid | None:
    """The last JSON object in `raw` that is a valid `shape`; None if there is none."""
    if len(raw) > LONGEST:
        return None
    found = None
    for value in _objects(raw):
        try:
            found = shape.model_validate(value)
        except ValidationError:
            continue
    return found


def answer(asking: Asking, raw: str) -> Answer:
    """What of the reply `raw` to `asking` may be believed."""
    reply = read(raw)
    if reply is None:
        return Answer("could-not-judge", "judge-unreadable")
    if reply.verdict == "no-chance":
        return Answer("no-chance", "never-called-for", dropped=len(reply.quotes))
    if reply.verdict == "no" and asking.is_to_avoid:
        return Answer("not-observed", dropped=len(reply.quotes))
    proven = tuple(dict.fromkeys(_proven(asking, reply.quotes[:MOST])))
    is_yes = reply.verdict == "yes"
    kept = _of_mentee(proven) if is_yes else _answered(proven)
    dropped = len(reply.quotes) - len(kept)
    if not kept:
        return Answer("could-not-judge", "judge-unproven", dropped=dropped)
    spots = tuple(Spot(turn=one.turn, start=one.start, end=one.end) for one in kept)
    return Answer("observed" if is_yes else "not-observed", "", spots, dropped)


def _objects(raw: str) -> Iterator[object]:
    """The JSON objects that stand in `raw`, none inside another."""
    decoder = json.JSONDecoder()
    at = raw.find("{")
    while at >= 0:
        try:
            value, end = decoder.raw_decode(raw, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            yield value
        at = raw.find("{", end)


def _proven(asking: Asking, quotes: tuple[Quoted, ...]) -> Iterator[Quote]:
    """The quotes that stand, whole and long enough, in the turn that was named."""
    lines = {line.turn: line for line in asking.lines}
    for one in quotes:
        line = lines.get(one.turn)
        quote = _found(line, one.quote) if line is not None else None
        if quote is not None and is_enough(quote):
            yield quote


def _found(line: Line, said: str) -> Quote | None:
    if len(said) > 2 * len(line.shown.text) + LEAST:
        return None
    span = line.shown.located(said)
    return span_of(line.utterance, *span) if span else None


def is_enough(quote: Quote) -> bool:
    """Whether it is cut out of no word, and is several words or a whole sentence."""
    text = quote.utterance.text
    inside = [one for one in words(text) if one.start < quote.end and quote.start < one.end]
    if any(one.start < quote.start or quote.end < one.end for one in inside):
        return False
    if len(inside) >= LEAST:
        return True
    return bool(inside) and any(
        quote.start <= one.start + 1 and one.end - 1 <= quote.end for one in sentences(text)
    )


def _of_mentee(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    return tuple(one for one in quotes if one.speaker == "mentee")


def _answered(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """What the other person said first, and the mentee's words after it; nothing without both."""
    openings = [one for one in quotes if one.speaker == "persona"]
    after = [one for one in _of_mentee(quotes) if openings and one.turn > openings[0].turn]
    return (openings[0], *after) if after else ()
