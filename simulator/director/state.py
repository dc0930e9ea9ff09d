"""What the persona thinks, knows and has yielded, and the decision that one turn makes of it.

`State` is a fold of `Decision`s by `simulator.director.fold`: a decision carries everything that
changes, so that a recorded session is rebuilt without reading or deciding anything again.
Turns here are the mentee's own, numbered from 1; a stance is bounded to 0–10.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict

from simulator.reading.moves import Move, Signal


class Record(BaseModel):
    """A value that is kept: frozen, refuses what it does not know, goes to JSON and back."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Stance(Record):
    """The persona's state towards the mentee: trust and tension, each 0 to 10."""

    trust: float
    tension: float


class Reason(Record):
    """Why something changed: a stable code, and the values its wording needs.

    Codes live in the catalogue's domain `reasons`; values are codes, figures or the mentee's words.
    """

    code: str
    values: Mapping[str, str | float] = {}


class StanceChange(Record):
    """How far one persona's stance moved (signed, after inertia and bounds), and why."""

    persona: str
    trust: float = 0
    tension: float = 0
    reason: Reason


class BeatKind(StrEnum):
    """What one part of a reply does. Those with a `ref` use the scenario's own lines."""

    FACT = "fact"
    MORE = "more"
    """Adds to a fact that was told, while the talk stays with it."""
    REPLY = "reply"
    """Gives the scenario's own answer to a question of that kind."""
    CONCESSION = "concession"
    CUE = "cue"
    TWIST = "twist"
    REACTION = "reaction"
    LEVER = "lever"
    ENDING = "ending"
    POSITION = "position"
    """States the open position on a topic."""
    COUNTER = "counter"
    """Puts the persona's own figures forward, as computed."""
    DEAL = "deal"
    """Takes the mentee's package."""
    REOPEN = "reopen"
    """Takes a deal back that the mentee says was none."""
    SETTLED = "settled"
    """Says yes, when asked, to what was granted or agreed before."""
    PARTLY = "partly"
    """Says yes to a part of a recap, and that the rest was never granted."""
    AMISS = "amiss"
    """Says of a recap that this was never granted."""
    GREET = "greet"
    ANSWER = "answer"
    """Answers a question that no topic covers, in general and in role."""
    PROBE = "probe"
    """Asks for the reason, the figure or the example that is missing."""
    DEFLECT = "deflect"
    """Asked about what is locked: turns it aside without a lie."""
    SOFTEN = "soften"
    SHARPEN = "sharpen"
    REFUSE = "refuse"
    HEARD = "heard"
    """Shows that an acknowledgement or a reflection landed."""
    UNHEARD = "unheard"
    """Shows that a cue or a concern was passed over."""
    BLAMED = "blamed"
    THREATENED = "threatened"
    FLATTERED = "flattered"
    PLEADED = "pleaded"
    VAGUE = "vague"
    """Asks back when the mentee is vague."""
    SILENT = "silent"
    """Answers a silence or a minimal answer."""
    MACHINE = "machine"
    """Spoken to as a machine: does not understand, stays in role."""
    ABUSED = "abused"
    LOST = "lost"
    """Did not understand: nonsense, another language."""
    ASIDE = "aside"
    """Small talk or off topic: a word on it, then back."""
    THANKED = "thanked"
    FAREWELL = "farewell"
    CONFIRM = "confirm"
    """A guess was right, and the fact says so."""
    WRAP_UP = "wrap-up"
    """The soft limit is near: brings things to a close."""


class Beat(Record):
    """One part of a reply; `ref` is the id of a fact, topic, cue … where the kind has one."""

    kind: BeatKind
    ref: str = ""


class CueState(Record):
    """A cue after it was offered, at which of the mentee's turns, and what became of it."""

    id: str
    offered: int
    outcome: Literal["open", "taken", "missed"] = "open"
    is_again: bool = False
    """It was missed before, and offered once more in other words."""


class Package(Record):
    """Values by issue id: a figure, or the id of an option."""

    values: Mapping[str, float | str]


class Table(Record):
    """The negotiation as it stands."""

    asked: Package | None = None
    """The mentee's latest standing demands, merged over turns."""
    first_asked: Package | None = None
    offered: Package | None = None
    """The persona's latest offer."""
    agreed: Package | None = None
    value: float | None = None
    """Value of the agreed package to the persona, 0 to 1."""


class TurnRecord(Record):
    """What the conditions may look back on: one of the mentee's turns."""

    turn: int
    moves: tuple[Move, ...] = ()
    signals: tuple[Signal, ...] = ()
    topics: tuple[str, ...] = ()
    """Named by the mentee."""
    persona_topics: tuple[str, ...] = ()
    """On the table by the persona's reply to this turn."""
    words: int = 0
    to: str = ""
    """The persona it was said to; empty where it was said to all."""
    folded: str = ""
    """The line, folded, to notice when it is said again."""


class Decision(Record):
    """Everything that one of the mentee's turns changes, and what the persona does about it."""

    turn: int
    voice: str
    """Persona who answers."""
    record: TurnRecord
    changes: tuple[StanceChange, ...] = ()
    stance: Mapping[str, Stance]
    """After the changes, by persona id."""
    spoken: tuple[str, ...] = ()
    """Facts told this turn."""
    granted: tuple[str, ...] = ()
    cues_offered: tuple[str, ...] = ()
    cues_taken: tuple[str, ...] = ()
    cues_missed: tuple[str, ...] = ()
    twists: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    table: Table | None = None
    """The table after this turn; none where nothing was negotiated."""
    closing: str | None = None
    """The ending that has begun, with turns of grace left."""
    closes_at: int | None = None
    """The mentee's turn after which it is over."""
    ended: str | None = None
    """The ending that is reached with this reply."""
    warns: bool = False
    """The persona warns that they will end the talk."""
    amiss: str = ""
    """The mentee's words for what their recap held and was never granted."""
    reasons: tuple[Reason, ...] = ()
    """Why facts, concessions, cues, endings moved: everything but the stance."""
    beats: tuple[Beat, ...]


class State(Record):
    """All that the director remembers of a session so far."""

    turn: int = 0
    """The mentee's turns taken."""
    stance: Mapping[str, Stance]
    history: tuple[TurnRecord, ...] = ()
    changes: tuple[StanceChange, ...] = ()
    """Those of the latest turn, for inertia."""
    spoken: tuple[str, ...] = ()
    told_at: tuple[int, ...] = ()
    """The turns on which a fact was told."""
    granted: tuple[str, ...] = ()
    granted_at: tuple[int, ...] = ()
    """The turns on which something was granted or agreed."""
    cues: tuple[CueState, ...] = ()
    twists: tuple[str, ...] = ()
    reactions: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    table: Table = Table()
    closing: str | None = None
    closes_at: int | None = None
    ended: str | None = None
    warned_at: int | None = None
    """The turn on which the persona warned that they would end the talk."""
    beats: tuple[Beat, ...] = ()
    """Of the latest reply, so that the next does not do the same again."""
    positions: Mapping[str, int] = {}
    """How often each topic's open position was stated."""
    added: Mapping[str, int] = {}
    """How often something was added to each told fact."""
    replied: Mapping[str, int] = {}
    """How often each of the scenario's own answers was given."""
    voices: tuple[str, ...] = ()
    """Who answered, turn by turn."""
