"""Scenario: one situation to rehearse, as a facilitator writes it.

Everything here is typed, frozen and in one language; a translated scenario is this same record
after its overlay was laid over it. Cross references (a fact named by a condition, a topic named
by a cue) are checked by `library.check`, so that all problems of a file show in one run.

In a cast of two, `by` says whose something is; without it, it belongs to both.

Line texts may hold the placeholders `{mentee}` and `{persona}`, names only, nothing else.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from simulator.library.conditions import Condition, Definition, Identifier, StanceFigure
from simulator.reading.asking import Asked
from simulator.reading.moves import Language, Move

Says = Annotated[tuple[str, ...], Field(min_length=1)]


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Wordings = Annotated[Says, BeforeValidator(_listed, json_schema_input_type=str | Says)]
"""One wording, or several to draw from."""
Kind = Literal["negotiation", "conflict", "difficult-conversation"]
Level = Annotated[int, Field(ge=1, le=3)]


class StartingStance(Definition):
    """Trust and tension towards the mentee at the opening, 0 to 10."""

    trust: StanceFigure = 4
    tension: StanceFigure = 4


class CastMember(Definition):
    persona: Identifier
    stance: StartingStance = StartingStance()


class Relation(Definition):
    """Who the persona is to the mentee, who holds the power, and how they address each other."""

    persona_is: str
    power: Literal["persona", "mentee", "equal"] = "equal"
    address: Annotated[Literal["tu", "vous"], Field(alias="register")] = "vous"
    """Register in French; written `register` in the file."""


class Goal(Definition):
    """An observable goal, shown to the mentee before, during and after."""

    id: Identifier
    text: str


class MenteeIssue(Definition):
    """What the mentee is after on one negotiated issue. Never shown to the persona."""

    target: float | str
    limit: float | str
    weight: Annotated[float, Field(gt=0, le=10)] = 5


class Brief(Definition):
    """What the mentee reads before the talk; nothing the persona hides."""

    role: str
    situation: str
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    issues: dict[Identifier, MenteeIssue] = {}


class TurnLimits(Definition):
    """Mentee's turns: from `soft` the persona brings things to a close, at `hard` it ends."""

    soft: Annotated[int, Field(ge=3, le=100)] = 14
    hard: Annotated[int, Field(ge=4, le=120)] = 20


class Topic(Definition):
    """Something that can be talked about: the persona's open position, and what lies behind it."""

    id: Identifier
    about: Annotated[tuple[str, ...], Field(min_length=1)]
    """Words and short phrases by which the mentee names it; light inflection is understood."""
    says: tuple[str, ...] = ()
    """The open position, in the persona's words; several variants keep the talk alive."""
    behind: Identifier | None = None
    """The fact that explains the position."""
    by: Identifier | None = None
    """In a cast of two: whose position it is."""


class Fact(Definition):
    """Something only the persona knows. Locked until earned; known means spoken."""

    id: Identifier
    note: str = ""
    """For author and mentor only."""
    topic: Identifier | None = None
    says: Says
    when: Condition
    if_guessed: Literal["confirm", "evade", "deny"] = "evade"
    about: tuple[str, ...] = ()
    """Words by which a guess is recognised, and which no reply may use while it is locked."""
    more: tuple[str, ...] = ()
    """What they add when the talk stays with it once it is told: a line at a time, in this order."""
    by: Identifier | None = None
    """In a cast of two: who knows it, and alone tells it."""


class Reply(Definition):
    """What the persona answers freely when asked so: nothing in it has to be earned.

    Of several that fit, the one about the words named comes first, then the one on the topic, then
    the one for the kind of question; of equals, the first in the file with a line left.
    """

    id: Identifier
    asked: Asked | tuple[Asked, ...] = ()
    """The kinds of question it answers; none given, any question."""
    about: tuple[str, ...] = ()
    """Words of which the question must name one."""
    topic: Identifier | None = None
    """The topic that must be named, or on the table while no other is named."""
    when: Condition | None = None
    """From when it may be said: a fact that is known, a trust that was won."""
    says: Says
    by: Identifier | None = None
    """In a cast of two: who answers so."""

    @property
    def kinds(self) -> tuple[Asked, ...]:
        """The kinds of question it answers; none for any."""
        return (self.asked,) if isinstance(self.asked, str) else self.asked


class Lever(Definition):
    """An argument that counts with this persona, by the words that name it."""

    id: Identifier
    about: Annotated[tuple[str, ...], Field(min_length=1)]
    worth: Annotated[float, Field(ge=0, le=3)] = 1
    says: tuple[str, ...] = ()
    by: Identifier | None = None
    """In a cast of two: with whom it counts."""


class OptionValue(Definition):
    """One option of an issue without numbers, with its worth to the persona (0 to 1)."""

    id: Identifier
    value: Annotated[float, Field(ge=0, le=1)]
    about: tuple[str, ...] = ()
    until: Identifier | None = None
    """A fact: once it is told, the persona no longer puts this option forward."""


class NegotiatedIssue(Definition):
    """One thing on the table, from the persona's side."""

    id: Identifier
    topic: Identifier
    unit: str = "count"
    per: Literal["week", "month", "year"] | None = None
    prefers: Literal["low", "high"] = "low"
    now: float | None = None
    """What holds today: from here a raise in per cent is reckoned."""
    opens: float | None = None
    target: float | None = None
    limit: float | None = None
    step: Annotated[float, Field(gt=0)] = 1
    weight: Annotated[float, Field(gt=0, le=10)] = 5
    of: str = ""
    """What a figure is of, as it follows the figure when it is said: "of support"."""
    options: tuple[OptionValue, ...] = ()


class Negotiation(Definition):
    """Figures from which offers are judged and counter-offers made."""

    accepts_from: Annotated[float, Field(ge=0, le=1)] = 0.35
    """Least value of a whole package to the persona, 0 (their limits) to 1 (their opening)."""
    issues: Annotated[tuple[NegotiatedIssue, ...], Field(min_length=1)]
    on_anchor: Literal["ignore", "ask-reason", "counter", "close"] = "ask-reason"


class Concession(Definition):
    """Something the persona may grant or do. Sticky once granted."""

    id: Identifier
    note: str = ""
    topic: Identifier | None = None
    says: Says
    when: Condition
    worth: Annotated[float, Field(gt=0, le=10)] = 1
    gives: dict[Identifier, float | str] = {}
    """What it settles at the table: values by negotiated issue, offered from then on."""
    by: Identifier | None = None
    """In a cast of two: who grants it."""


class Cue(Definition):
    """An opening that the persona offers on purpose, and what would take it up."""

    id: Identifier
    says: Wordings
    calls_for: Move | tuple[Move, ...]
    within: Annotated[int, Field(ge=1, le=5)] = 2
    when: Condition | None = None
    """From when it may be offered; without it, as soon as the talk leaves room. A `turn` in it may
    come up to two turns later, by the seed."""
    points_to: Identifier | None = None
    """The fact it hints at."""
    by: Identifier | None = None
    """In a cast of two: who offers it."""

    @property
    def takers(self) -> tuple[Move, ...]:
        """The moves that take it up."""
        return (self.calls_for,) if isinstance(self.calls_for, Move) else self.calls_for


class Twist(Definition):
    """Something that happens during the talk and changes it."""

    id: Identifier
    says: Wordings
    when: Condition
    """A `turn` in it may come up to two turns later, by the seed."""
    trust: Annotated[float, Field(ge=-3, le=3)] = 0
    tension: Annotated[float, Field(ge=-3, le=3)] = 0
    by: Identifier | None = None
    """In a cast of two: to whom it happens, and who tells it."""


class Reaction(Definition):
    """How this situation, rather than the person, answers to something the mentee does."""

    id: Identifier
    when: Condition
    trust: Annotated[float, Field(ge=-3, le=3)] = 0
    tension: Annotated[float, Field(ge=-3, le=3)] = 0
    says: tuple[str, ...] = ()
    once: bool = True
    by: Identifier | None = None
    """In a cast of two: whom alone it moves; with `says`, they take the word."""


class Ending(Definition):
    """How the talk can finish. `score` (0 to 1) is the outcome; `grace` is turns left to speak."""

    id: Identifier
    note: str = ""
    """One sentence for the debrief: what this outcome means for the two people."""
    when: Condition
    says: Says
    grace: Annotated[int, Field(ge=0, le=3)] = 0
    score: Annotated[float, Field(ge=0, le=1)]
    by: Identifier | None = None
    """In a cast of two: who has the last word; without it, whoever was speaking."""


class Seen(Definition):
    """What counts as observed: one of `moves`, within so many turns of the chance."""

    move: Move | tuple[Move, ...]
    topic: Identifier | None = None
    within: Annotated[int, Field(ge=1, le=99)] = 2

    @property
    def moves(self) -> tuple[Move, ...]:
        return (self.move,) if isinstance(self.move, Move) else self.move


class RubricItem(Definition):
    """One yes/no question about the mentee's behaviour, with its chance and its evidence."""

    id: Identifier
    goal: Identifier | None = None
    skill: Identifier
    ask: str
    chance: Condition | None = None
    """When there was an occasion; without it, the whole talk is one."""
    seen: Seen | None = None
    """Without it the item cannot be judged offline."""
    avoid: bool = False
    """The behaviour is one to leave out: observed is the thing to work on."""
    yes_looks_like: tuple[str, ...] = ()
    no_looks_like: tuple[str, ...] = ()


class DebriefGuide(Definition):
    questions: tuple[str, ...] = ()
    """Asked by the mentor over the debrief."""


class Resource(Definition):
    title: str
    for_: Annotated[Identifier, Field(alias="for")]
    link: str = ""
    note: str = ""


class Scenario(Definition):
    """A situation to rehearse, whole, in one language."""

    format: Literal[1]
    id: Identifier
    language: Language
    kind: Kind
    title: str
    summary: str = ""
    level: Level = 2
    minutes: Annotated[int, Field(ge=3, le=60)] = 12
    turns: TurnLimits = TurnLimits()
    status: Literal["draft", "validated", "retired"] = "draft"
    reviewers: tuple[str, ...] = ()
    skills: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=4)]
    cast: Annotated[tuple[CastMember, ...], Field(min_length=1, max_length=2)]
    relation: Relation
    brief: Brief
    terms: tuple[str, ...] = ()
    opening: str
    opening_by: Identifier | None = None
    """In a cast of two: who speaks first; without it, the first of the cast."""
    topics: Annotated[tuple[Topic, ...], Field(min_length=1)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    replies: tuple[Reply, ...] = ()
    levers: tuple[Lever, ...] = ()
    negotiation: Negotiation | None = None
    concessions: tuple[Concession, ...] = ()
    cues: tuple[Cue, ...] = ()
    twists: tuple[Twist, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    endings: Annotated[tuple[Ending, ...], Field(min_length=2)]
    rubric: Annotated[tuple[RubricItem, ...], Field(min_length=1)]
    debrief: DebriefGuide = DebriefGuide()
    resources: tuple[Resource, ...] = ()
    playtest: dict[Identifier, tuple[str, ...]] = {}

    @property
    def opener(self) -> str:
        """Id of the persona who speaks first."""
        return self.opening_by or self.cast[0].persona
