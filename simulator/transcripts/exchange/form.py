"""The exchange file's shape, as models: what a JSON schema is made of, and what reading accepts.

The file carries every stream with its links as they are stored, so that a chain can be checked
where it lands; the definitions it was played by; what is inside, in words of its own; and for
other programs a debrief. A digest covers all of it.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from simulator.transcripts.streams import Kind

FILE = "simulator-rehearsal"
FORMAT = 1
SUFFIX = ".rehearsal.json"
LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is read at all."""
DEEPEST = 48
"""Brackets inside brackets, in the file and in every text of JSON in it."""
LARGEST_NUMBER = 2**63 - 1
MOST_STREAMS = 500
MOST_LINKS = 20_000
"""Of one stream; a long talk with an LLM has some two thousand."""
LONGEST_DEFINITION = 1024 * 1024
"""Characters; a scenario's file has a quarter of that at most."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Id = Annotated[str, Field(pattern=r"^[0-9a-hjkmnp-tv-z]{10}$")]
At = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$")]
Held = Literal[
    "marks", "hints", "reflection", "prediction", "shares", "judgements", "commitment", "real-talk"
]


class Part(BaseModel):
    """A part of the file: frozen, refuses what it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SessionInside(Part):
    """What a session in the file is, without its words."""

    id: Id
    scenario: str
    mentee: str
    language: str
    opened_at: At
    entries: int
    utterances: int
    """Of both sides."""
    holds: tuple[Held, ...]
    """What there is in it beside the talk."""


class ReviewInside(Part):
    """What a review in the file is, without its words."""

    id: Id
    session: Id
    reviewer: str
    entries: int
    versions: int
    """How many were signed."""


class Inside(Part):
    """The list of what is in a file, shown before it is written."""

    sessions: tuple[SessionInside, ...]
    reviews: tuple[ReviewInside, ...]
    definitions: int
    """Scenarios and personas, with everything their authors wrote in them."""
    is_anonymous: bool
    """The mentee's declared name was taken out."""
    has_debrief: bool


class StoredLink(Part):
    """One event as it is stored; `event` is its canonical JSON, as text."""

    seq: Annotated[int, Field(ge=1)]
    at: At
    event: str
    prev: Hash
    hash: Hash


class Stream(Part):
    """A session or a review, from its first link to its last."""

    kind: Kind
    id: Id
    links: Annotated[tuple[StoredLink, ...], Field(min_length=1, max_length=MOST_LINKS)]


class Rehearsal(Part):
    """The whole file. `digest` is the SHA-256 of everything else in canonical JSON."""

    file: Literal["simulator-rehearsal"]
    format: Literal[1]
    program: str
    """Version of the program that wrote it."""
    made_at: At
    inside: Inside
    streams: Annotated[tuple[Stream, ...], Field(min_length=1, max_length=MOST_STREAMS)]
    definitions: dict[Hash, Annotated[str, Field(max_length=LONGEST_DEFINITION)]]
    """Text of every scenario and persona that the sessions pin, by its hash."""
    debrief: JsonValue
    """For other programs; null where none was put in. Importing pays it no heed."""
    digest: Hash
