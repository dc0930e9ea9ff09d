"""What the actor is handed for one reply: everything it may use, and nothing else.

Secrecy is by construction: a direction is built from the decision's beats, so the lines of a
locked fact, the rubric, the brief and the goals are never in it. `secrets` holds no text of
theirs either: the guard, not the actor, knows what is locked.
"""

from collections.abc import Mapping
from typing import Literal

from simulator.director.state import BeatKind, Package, Record, Stance
from simulator.library.persona import Situation, Voice
from simulator.library.scenario import NegotiatedIssue
from simulator.reading.moves import Language, Reading

Mood = Literal["warm", "open", "guarded", "hard"]
"""Warm and open: the persona leans in; guarded: the default; hard: near rupture."""


class BeatLines(Record):
    """One beat with the lines it may be worded from, in the order the author wrote them.

    Empty `lines` means that the actor finds the words from the persona's and its own stock.
    """

    kind: BeatKind
    ref: str = ""
    lines: tuple[str, ...] = ()


class Heard(Record):
    """The mentee's line as the actor may use it: the words, and what was read in them."""

    text: str
    reading: Reading
    topic_words: Mapping[str, str] = {}
    """Topic id → the mentee's own word for it."""


class Direction(Record):
    """The whole order for one reply."""

    language: Language
    address: Literal["tu", "vous"]
    seed: str
    """Names this session and turn; the only source of chance."""
    turn: int
    persona: str
    name: str
    identity: str
    manner: str
    habits: tuple[str, ...] = ()
    boundaries: tuple[str, ...] = ()
    voice: Voice
    lines: Mapping[Situation, tuple[str, ...]] = {}
    mentee: str
    relation: str = ""
    mood: Mood
    stance: Stance
    warming: bool = False
    """Trust rose or tension fell this turn."""
    cooling: bool = False
    heard: Heard
    beats: tuple[BeatLines, ...]
    counter: Package | None = None
    """The persona's figures, where a beat puts them forward."""
    unsaid: tuple[str, ...] = ()
    """What in `counter` the mentee has said nothing on, each by the first word for its topic."""
    issues: tuple[NegotiatedIssue, ...] = ()
    """Units and periods of the figures in `counter`."""
    amiss: str = ""
    """The mentee's words for what their recap held and was never granted."""
    told: tuple[str, ...] = ()
    """What the persona told and granted before this reply, a line of the scenario's for each."""
    standing: str = ""
    """The persona's figures from before this reply, in words; empty where it has new ones."""
    is_agreed: bool = False
    """Whether `standing` is what both agreed on."""
    said: tuple[str, ...] = ()
    """The replies so far, oldest first; in a cast of two, the other's as well."""
    voices: tuple[str, ...] = ()
    """Who gave each of `said`, by name; empty where there is only this persona."""
    mentee_said: tuple[str, ...] = ()
    correction: str = ""
    """The guard's code for why this actor's first wording was refused; empty on the first try."""
