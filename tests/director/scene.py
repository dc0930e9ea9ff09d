"""A small scenario for the director, readings made by hand, and a talk that keeps its decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from simulator.director import apply, decide, start
from simulator.director.conduct import Conduct, conduct_of
from simulator.director.state import BeatKind, Decision, State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.reading.moves import Found, Mention, Move, Noticed, Quantity, Reading, Signal

BARELY = 0.59
"""A confidence under which a find changes nothing."""

PERSONA_FILE: dict[str, object] = {
    "format": 1,
    "id": "manager",
    "language": "en",
    "name": "Claire Dawson",
    "identity": "Runs the team.",
    "temperament": {
        "trust": {
            "open-question": 1,
            "reflection": 1,
            "acknowledgement": 1,
            "summary": 0.5,
            "interests": 0.8,
            "apology": 0.5,
            "proposal": 0.3,
            "blame": -1.5,
            "threat": -2,
            "flattery": 2,
            "pleading": 2,
            "power": 2,
            "rights": 2,
            "abuse": 2,
            "meta": 2,
            "early-proposal": -0.5,
            "cue-taken": 1,
            "cue-missed": -0.5,
            "repeated-line": -0.4,
            "question-pile": -0.3,
        },
        "tension": {
            "acknowledgement": -1,
            "reflection": -0.5,
            "apology": -0.8,
            "blame": 2,
            "threat": 3,
            "flattery": -2,
            "pleading": -2,
            "power": -2,
            "abuse": -2,
            "meta": -2,
            "rights": -2,
            "early-proposal": 0.5,
        },
        "inertia": 0.2,
        "repeat": 0.5,
        "calms": 0.25,
        "rupture": 7,
    },
    "boundaries": ["Never speaks of other people's pay."],
}

SCENARIO_FILE: dict[str, object] = {
    "format": 1,
    "id": "presence",
    "language": "en",
    "kind": "negotiation",
    "title": "The rule on presence",
    "skills": ["open-questions"],
    "turns": {"soft": 9, "hard": 12},
    "cast": [{"persona": "manager", "stance": {"trust": 4, "tension": 4}}],
    "relation": {"persona-is": "your manager"},
    "brief": {
        "role": "Analyst",
        "situation": "You want two days at home and SECRET-BRIEF.",
        "goals": [{"id": "find-out", "text": "SECRET-GOAL."}],
        "issues": {"pay": {"target": 46000, "limit": 43500}},
    },
    "terms": ["OKR"],
    "opening": "You wanted to see me, {mentee}?",
    "topics": [
        {
            "id": "remote",
            "about": ["remote", "home"],
            "says": ["Tuesdays everyone is in, {mentee}.", "It is the rule.", "Four days here."],
            "behind": "badges",
        },
        {"id": "pay", "about": ["pay", "salary"], "says": ["Pay comes in spring."]},
        {"id": "team", "about": ["team"]},
    ],
    "facts": [
        {
            "id": "badges",
            "topic": "remote",
            "note": "SECRET-NOTE",
            "says": ["SECRET-BADGES are counted."],
            "about": ["turnstile"],
            "if-guessed": "confirm",
            "when": {"all": [{"move": "open-question", "topic": "remote"}, {"trust": 5}]},
        },
        {
            "id": "leaving",
            "topic": "team",
            "says": ["SECRET-LEAVING is what I fear."],
            "about": ["resignations"],
            "when": {"all": [{"move": "reflection", "topic": "team"}, {"trust": 6}]},
        },
    ],
    "levers": [
        {"id": "results", "about": ["results"], "worth": 1.5, "says": ["That counts."]},
        {"id": "training", "about": ["training"], "worth": 1.5},
    ],
    "negotiation": {
        "accepts-from": 0.35,
        "issues": [
            {
                "id": "pay", "topic": "pay", "unit": "EUR", "per": "year", "prefers": "low",
                "opens": 42000, "target": 43000, "limit": 46500, "step": 500, "weight": 6,
            },
            {
                "id": "remote", "topic": "remote", "unit": "day", "per": "week", "prefers": "low",
                "opens": 1, "target": 1, "limit": 3, "step": 1, "weight": 4,
            },
        ],
        "on-anchor": "ask-reason",
    },
    "concessions": [
        {
            "id": "trial",
            "topic": "remote",
            "says": ["SECRET-TRIAL, three months."],
            "gives": {"remote": 2},
            "when": {"all": [{"fact": "badges"}, {"move": "proposal"}, {"trust": 6}]},
        }
    ],
    "cues": [
        {
            "id": "long-day",
            "says": "I have been in meetings since eight.",
            "calls-for": ["acknowledgement", "open-question"],
            "within": 2,
            "when": {"turn": 3},
        },
        {
            "id": "not-mine",
            "says": "I did not invent it.",
            "calls-for": "open-question",
            "when": {"topic": "remote", "within": 2},
            "points-to": "badges",
        },
    ],
    "twists": [{"id": "freeze", "says": "A freeze was announced.", "when": {"turn": 11}}],
    "reactions": [
        {
            "id": "bidding",
            "when": {"move": "power"},
            "trust": 1,
            "tension": 0.5,
            "says": ["I do not bid."],
        }
    ],
    "endings": [
        {"id": "deal", "when": {"deal": True}, "grace": 1, "says": ["Agreed."], "score": 1},
        {"id": "shown-out", "when": {"tension": 9}, "says": ["We are done."], "score": 0},
        {"id": "parted", "when": {"signal": "farewell"}, "says": ["As you like."], "score": 0.1},
        {"id": "time", "when": {"turn": 12}, "says": ["I have to go."], "score": 0.2},
    ],
    "rubric": [
        {
            "id": "ask-why",
            "skill": "open-questions",
            "ask": "SECRET-RUBRIC?",
            "chance": {"topic": "remote"},
            "seen": {"move": "open-question", "topic": "remote"},
        }
    ],
}  # fmt: skip


def persona(**changes: object) -> Persona:
    return Persona.model_validate(PERSONA_FILE | changes)


def tempered(**changes: object) -> Persona:
    """The persona with another temperament."""
    temperament = PERSONA_FILE["temperament"]
    assert isinstance(temperament, dict)
    return persona(temperament=temperament | changes)


def scenario(**changes: object) -> Scenario:
    return Scenario.model_validate(SCENARIO_FILE | changes)


SCENARIO = scenario()
PERSONA = persona()
CAST = {"manager": PERSONA}


def reading(
    *done: Move | Signal,
    topics: Iterable[str] = (),
    quantities: Iterable[Quantity] = (),
    words: int = 8,
    confidence: float = 0.9,
) -> Reading:
    """A reading in which each of `done` was found over the whole line."""
    return Reading(
        moves=tuple(Found(one, 0, 200, confidence) for one in done if isinstance(one, Move)),
        signals=tuple(Noticed(one, 0, 200, confidence) for one in done if isinstance(one, Signal)),
        quantities=tuple(quantities),
        mentions=tuple(Mention(topic, topic, 0, len(topic)) for topic in topics),
        words=words,
    )


def conduct(*done: Move | Signal, words: int = 8, names_topic: bool = False) -> Conduct:
    return conduct_of(reading(*done, words=words), names_topic=names_topic)


def euros(value: float, per: str | None = None) -> Quantity:
    return Quantity("money", value, "EUR", per, 0, 5, f"{value:g}")


def days(value: float, per: str | None = "week") -> Quantity:
    return Quantity("count", value, "day", per, 6, 10, f"{value:g} days")


@dataclass
class Talk:
    """A talk under way: what was decided, and the state it made."""

    scenario: Scenario = SCENARIO
    personas: Mapping[str, Persona] = field(default_factory=lambda: CAST)
    level: int = 2
    seed: int = 1
    state: State = field(init=False)
    decisions: list[Decision] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.state = start(self.scenario, self.personas, self.level)

    def hears(
        self,
        *done: Move | Signal,
        line: str = "",
        topics: Iterable[str] = (),
        quantities: Iterable[Quantity] = (),
        words: int = 8,
        read: Reading | None = None,
    ) -> Decision:
        """The decision on a line that does `done`; every line differs unless one is given."""
        found = read or reading(*done, topics=topics, quantities=quantities, words=words)
        turn = self.state.turn + 1
        decision = decide(
            self.scenario,
            self.personas,
            self.state,
            found,
            line or f"you line{turn} number{turn} spoken{turn} {turn}",
            level=self.level,
            seed=self.seed,
        )
        self.state = apply(self.state, decision)
        self.decisions.append(decision)
        return decision

    def stands(self, *, trust: float | None = None, tension: float | None = None) -> "Talk":
        """The talk under way, past its first turn, with everybody's stance set as given."""
        stance = {
            name: one.model_copy(
                update={
                    key: value
                    for key, value in (("trust", trust), ("tension", tension))
                    if value is not None
                }
            )
            for name, one in self.state.stance.items()
        }
        self.state = self.state.model_copy(
            update={"stance": stance, "turn": max(1, self.state.turn)}
        )
        return self

    @property
    def trust(self) -> float:
        return self.state.stance["manager"].trust

    @property
    def tension(self) -> float:
        return self.state.stance["manager"].tension


def kinds(decision: Decision) -> list[BeatKind]:
    return [beat.kind for beat in decision.beats]


def codes(decision: Decision) -> list[str]:
    return [reason.code for reason in decision.reasons]


def unsure(one: Reading) -> Reading:
    """The same finds, none of them sure."""
    return replace(
        one,
        moves=tuple(replace(found, confidence=BARELY) for found in one.moves),
        signals=tuple(replace(found, confidence=BARELY) for found in one.signals),
    )
