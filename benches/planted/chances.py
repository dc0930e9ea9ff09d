"""Talks without an opportunity: whatever had no occasion must be answered by `no-chance`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from benches.planted.debriefed import Debriefed, Job
from benches.planted.talks import HERE
from simulator.config import LANGUAGES

_NAMES = ("Fran", "Kim")


@dataclass(frozen=True, slots=True)
class Flat:
    """A talk in which nothing happened, and the items that had no occasion in it."""

    job: Job
    items: tuple[str, ...]


def flats() -> Iterator[Flat]:
    """Every one of them."""
    data: dict[str, Any] = tomllib.loads((HERE / "chances.toml").read_text("utf-8"))
    for one in data["played"]:
        for language in LANGUAGES:
            lines = tuple(data["lines"][language])
            yield Flat(Job(language, one["scenario"], lines), tuple(one["items"]))
    for one in data["recorded"]:
        mentee, other = _NAMES
        said = tuple(
            (mentee if number % 2 else other, text) for number, text in enumerate(one["said"])
        )
        yield Flat(Job(one["language"], names=_NAMES, said=said), tuple(one["items"]))


def figures(found: list[Flat], done: Mapping[Job, Debriefed]) -> Iterator[tuple[str, str]]:
    """Name and value, in the order in which they are printed."""
    for name, is_played in (("played", True), ("recorded", False)):
        hits = count = 0
        for one in found:
            came = done[one.job]
            if bool(one.job.scenario) is not is_played or (is_played and came.has_told):
                continue
            verdicts = [came.verdicts.get(item) for item in one.items]
            count += len(verdicts)
            hits += verdicts.count("no-chance")
        yield f"no_chance.{name}", f"{hits / count:.2f} {hits}/{count}" if count else "none"
