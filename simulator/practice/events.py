"""Everything that can happen in a session, as one discriminated union of facts.

Events are appended and never changed; a session is the fold of its events. Names are past
participles. `turn` numbers utterances of either speaker from 1 (the persona's opening is turn 1).
"""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from simulator.director.state import Beat, Decision, Record
from simulator.reading.moves import Found, Language, Reading

Expected = Literal["yes", "no", "unsure"]


class SessionOpened(Record):
    """The first event: what was run, pinned by hash, by whom, with what."""

    kind: Literal["session-opened"] = "session-opened"
    session: str
    scenario: str
    scenario_hash: str
    personas: dict[str, str]
    """Persona id → hash of its definition."""
    language: Language
    level: int
    seed: int
    actor: str
    parameters: dict[str, str | float] = {}
    prompt_version: str = ""
    program_version: str
    mentee: str
    """Declared, not authenticated."""
    parent: str | None = None
    """The session this one is a retry of."""
    parent_turn: int | None = None
    """The mentee's turn (numbered by utterance) that is tried again."""


class MenteeSpoke(Record):
    kind: Literal["mentee-spoke"] = "mentee-spoke"
    turn: int
    text: str


class LineRead(Record):
    """What was read in the mentee's line."""

    kind: Literal["line-read"] = "line-read"
    turn: int
    reading: Reading


class Decided(Record):
    """What the director made of it."""

    kind: Literal["decided"] = "decided"
    turn: int
    decision: Decision


class ReplyStarted(Record):
    kind: Literal["reply-started"] = "reply-started"
    turn: int
    voice: str
    actor: str


class ReplyPart(Record):
    """A piece of the reply as it was worded; the pieces joined are the reply."""

    kind: Literal["reply-part"] = "reply-part"
    turn: int
    text: str


class ReplyDone(Record):
    kind: Literal["reply-done"] = "reply-done"
    turn: int
    text: str
    unsaid: tuple[Beat, ...] = ()
    """What the decision meant to say and this reply does not: it does not count as said."""


class ReplyInterrupted(Record):
    """The reply stopped before its end; what was shown is kept."""

    kind: Literal["reply-interrupted"] = "reply-interrupted"
    turn: int
    text: str
    cause: Literal["mentee", "actor", "crash"]
    unsaid: tuple[Beat, ...] = ()
    """What the decision meant to say and the reply never got to: it does not count as said."""


class ReplyReplaced(Record):
    """The guard refused a wording, and what was shown of it is taken back.

    `code` says why it was refused, `by` who words the reply next: the same actor once more, the
    understudy, or nobody.
    """

    kind: Literal["reply-replaced"] = "reply-replaced"
    turn: int
    code: str
    by: str
    attempt: int = 1
    """Which wording of this reply it was, from 1."""
    shown: int = 0
    """Code points that had been shown."""


class HelpShown(Record):
    """An out-of-role message of support was shown. Nothing else is kept of why."""

    kind: Literal["help-shown"] = "help-shown"
    turn: int


class SceneStopped(Record):
    """STOP: the scene was halted at once, no reason asked, never scored."""

    kind: Literal["scene-stopped"] = "scene-stopped"
    by: Literal["mentee", "mentor"] = "mentee"


class SceneResumed(Record):
    kind: Literal["scene-resumed"] = "scene-resumed"
    by: Literal["mentee", "mentor"] = "mentee"


class TurnMarked(Record):
    """A private mark on a turn, with its author."""

    kind: Literal["turn-marked"] = "turn-marked"
    turn: int
    by: Literal["mentee", "mentor"]
    author: str = ""
    note: str = ""
    private: bool = False
    """Whether nobody but whoever set it reads it, even where the session is shared."""


class SessionEnded(Record):
    """The talk is over. `ending` is the scenario's own, or none when it was left or stopped."""

    kind: Literal["session-ended"] = "session-ended"
    cause: Literal["ending", "left", "stopped"]
    ending: str | None = None
    score: float | None = None


class ReflectionWritten(Record):
    """The mentee's own answers to the three questions; `skipped` when they passed them over."""

    kind: Literal["reflection-written"] = "reflection-written"
    answers: tuple[str, ...] = ()
    skipped: bool = False


class IntentionSet(Record):
    """What the mentee means to do in this talk, in one line of their own, before it begins."""

    kind: Literal["intention-set"] = "intention-set"
    text: str


class HintGiven(Record):
    """The mentee asked for a hint and got one; never given unasked.

    `turn` is that of the latest utterance. A hint is a code of the catalogue's domain `hint` with
    its values, or, from an LLM, the words of `text`.
    """

    kind: Literal["hint-given"] = "hint-given"
    turn: int
    code: str
    values: dict[str, str] = {}
    text: str = ""
    by: str = "offline"


class PredictionMade(Record):
    """What the mentee expects the debrief to find, skill by skill, before they see it."""

    kind: Literal["prediction-made"] = "prediction-made"
    expected: dict[str, Expected]
    """Skill → whether its behaviour will be found; skills that were passed over are absent."""


class SessionShared(Record):
    """The mentee let somebody read this session; until then nobody else may."""

    kind: Literal["session-shared"] = "session-shared"
    with_whom: str
    """Declared, not authenticated."""
    copy_head: str = ""
    """Hash of the last entry of the copy that left, where one did and its names were taken out."""


class SharingRevoked(Record):
    """The mentee took that back; a copy that has left cannot be called back, and this says so."""

    kind: Literal["sharing-revoked"] = "sharing-revoked"
    with_whom: str


class ConsentGiven(Record):
    """The mentee agreed, once, to what an LLM outside this machine receives."""

    kind: Literal["consent-given"] = "consent-given"
    to: str
    """The name by which litellm knows it."""
    address: str = ""
    """Where it is, if that is not its provider's own address."""


class ReadingAgreed(Record):
    """The mentee agreed, once, to what an LLM outside this machine receives that reads along."""

    kind: Literal["reading-agreed"] = "reading-agreed"
    to: str
    """The name by which litellm knows it."""
    address: str = ""
    """Where it is, if that is not its provider's own address."""


class ActorChanged(Record):
    """The mentee goes on with another actor in the same state, after the first one failed."""

    kind: Literal["actor-changed"] = "actor-changed"
    turn: int
    """Of the latest utterance."""
    actor: str


class Spot(Record):
    """Where quoted words stand: an utterance's turn and half-open code points of its text."""

    turn: int
    start: int
    end: int


class ItemJudged(Record):
    """What an LLM judge answered to one yes/no item, its quotes already checked by code."""

    kind: Literal["item-judged"] = "item-judged"
    item: str
    verdict: Literal["observed", "not-observed", "no-chance", "could-not-judge"]
    why: str = ""
    """The code of the reason where there is no verdict."""
    spots: tuple[Spot, ...] = ()
    agreed: int = 1
    """How many of the `asked` times this was the answer."""
    asked: int = 1
    dropped: int = 0
    """Quotes that were not found, or were not the mentee's."""
    by: str


class ReadingRefined(Record):
    """What an LLM reader made of a line that was answered already, its quotes checked by code.

    Nothing that was decided on the line changes by it; only what is counted and found afterwards.
    """

    kind: Literal["reading-refined"] = "reading-refined"
    turn: int
    """Of the mentee's line."""
    added: tuple[Found, ...] = ()
    """Moves that the recogniser had not surely found, each where its quote stands."""
    withdrawn: tuple[Found, ...] = ()
    """The recogniser's own finds that are none, as they were found."""
    dropped: int = 0
    """Moves that it claimed with words that the mentee did not say, or with too few."""
    why: str = ""
    """The code of why nothing of its answer counts; empty where it was read."""
    by: str
    prompt_version: str = ""


class LlmUsed(Record):
    """What calls to an LLM have used for this session since it was last said."""

    kind: Literal["llm-used"] = "llm-used"
    by: str
    """The name by which litellm knows it."""
    prompt: int
    """Tokens that went in."""
    completion: int
    """Tokens that came out."""
    cost: float | None = 0.0
    """US dollars; None where no price is known."""


class CommitmentMade(Record):
    """One next step in real life, as if and then; a later one takes its place."""

    kind: Literal["commitment-made"] = "commitment-made"
    when: str
    then: str
    due: date | None = None
    """The day from which to ask how it went."""


class RealTalkTold(Record):
    """How the real conversation went, in the mentee's words; it is never judged."""

    kind: Literal["real-talk-told"] = "real-talk-told"
    text: str
    kept: Literal["yes", "partly", "no", ""] = ""
    """Whether the commitment was kept; empty where they did not say."""


Event = Annotated[
    SessionOpened
    | MenteeSpoke
    | LineRead
    | Decided
    | ReplyStarted
    | ReplyPart
    | ReplyDone
    | ReplyInterrupted
    | ReplyReplaced
    | HelpShown
    | SceneStopped
    | SceneResumed
    | TurnMarked
    | SessionEnded
    | ReflectionWritten
    | IntentionSet
    | HintGiven
    | PredictionMade
    | SessionShared
    | SharingRevoked
    | ItemJudged
    | CommitmentMade
    | RealTalkTold
    | ConsentGiven
    | ActorChanged
    | ReadingAgreed
    | ReadingRefined
    | LlmUsed,
    Field(discriminator="kind"),
]

EVENTS: TypeAdapter[Event] = TypeAdapter(Event)
"""Reads an event from JSON (`EVENTS.validate_json`) and writes it (`EVENTS.dump_json`)."""


class Entry(Record):
    """An event at its place: `seq` from 1 without gaps, `at` in UTC with microseconds."""

    seq: int
    at: datetime
    event: Event
