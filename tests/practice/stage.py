"""A small scenario, a clock and scripted actors: what the tests of practice play with."""

from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from simulator.director.direction import Direction
from simulator.errors import ActorError
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.events import SessionOpened
from simulator.practice.ports import Actor
from simulator.practice.stage import Stage
from simulator.reading.recogniser import Recogniser

PERSONA = Persona.model_validate(
    {
        "format": 1,
        "id": "manager",
        "language": "en",
        "name": "Claire",
        "identity": "Runs the team.",
        "temperament": {
            "trust": {"open-question": 1, "acknowledgement": 2, "blame": -2},
            "tension": {"blame": 2, "threat": 3, "acknowledgement": -1},
        },
    }
)

SCENARIO = Scenario.model_validate(
    {
        "format": 1,
        "id": "presence",
        "language": "en",
        "kind": "difficult-conversation",
        "title": "The rule on presence",
        "skills": ["open-questions"],
        "turns": {"soft": 6, "hard": 8},
        "cast": [{"persona": "manager", "stance": {"trust": 5, "tension": 3}}],
        "relation": {"persona-is": "your manager"},
        "brief": {
            "role": "Analyst",
            "situation": "You want two days at home.",
            "goals": [{"id": "find-out", "text": "Find out why."}],
        },
        "opening": "You wanted to see me?",
        "topics": [
            {
                "id": "remote",
                "about": ["remote", "home", "office"],
                "says": ["Tuesdays everyone is in.", "It is the rule for all of us."],
                "behind": "badges",
            }
        ],
        "facts": [
            {
                "id": "badges",
                "topic": "remote",
                "says": ["My director counts the badges every month."],
                "about": ["badges"],
                "when": {"all": [{"move": "open-question", "topic": "remote"}, {"trust": 5}]},
            }
        ],
        "endings": [
            {
                "id": "told",
                "when": {"fact": "badges"},
                "says": ["Let us leave it there."],
                "score": 1,
            },
            {"id": "shown-out", "when": {"tension": 9}, "says": ["We are done."], "score": 0},
            {"id": "time", "when": {"turn": 8}, "says": ["I have to go."], "score": 0.2},
        ],
        "rubric": [
            {
                "id": "ask-why",
                "skill": "open-questions",
                "ask": "Does the mentee ask what is behind the rule?",
                "chance": {"topic": "remote"},
                "seen": {"move": "open-question", "topic": "remote"},
            }
        ],
    }
)


class Ticks:
    """A clock that moves a second at every look."""

    def __init__(self) -> None:
        self._now = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


class Script:
    """An actor that says fixed pieces, whatever the direction; and counts the directions."""

    name = "script"

    def __init__(self, *pieces: str, fails_after: int | None = None) -> None:
        self._pieces = pieces or ("Well. ", "Perhaps.")
        self._fails_after = fails_after
        self.directions: list[Direction] = []

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self.directions.append(direction)
        for place, piece in enumerate(self._pieces):
            if self._fails_after == place:
                raise ActorError("actor-unreachable", actor=self.name)
            # Each reply differs, as an actor's must.
            yield piece if place else f"{len(direction.said)} {piece}"


@cache
def recogniser() -> Recogniser:
    """One for all tests: it never changes, and its rules take a moment to load."""
    return Recogniser.of("en")


def stage(actor: Actor | None = None, understudy: Actor | None = None) -> Stage:
    return Stage(
        scenario=SCENARIO,
        personas={"manager": PERSONA},
        recogniser=recogniser(),
        actor=actor or Script(),
        understudy=understudy or Script("I would ", "rather not say."),
    )


def opened(session: str = "s1", **changes: object) -> SessionOpened:
    fields: dict[str, object] = {
        "session": session,
        "scenario": "presence",
        "scenario_hash": "0" * 64,
        "personas": {"manager": "1" * 64},
        "language": "en",
        "level": 2,
        "seed": 7,
        "actor": "script",
        "program_version": "0",
        "mentee": "Sam",
    }
    return SessionOpened.model_validate(fields | changes)


def texts(lines: Sequence[object]) -> list[str]:
    return [str(getattr(line, "text", line)) for line in lines]
