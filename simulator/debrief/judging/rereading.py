"""A reader's second look at one line: what it is shown, and what of its answer may be believed.

It is asked yes or no for each kind of move, with the words for every yes. Believed is a yes whose
words stand in the mentee's line, whole and long enough, and a no to what the recogniser itself was
not firm about. An answer that finds everything in one line is none, and neither are two answers to
one question. It is shown the line and what it answered, fenced and free of people's names; nothing
else of the talk, the scenario or its rubric.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from simulator.debrief.judging.asking import boundary
from simulator.debrief.judging.reply import is_enough, last_valid
from simulator.debrief.judging.shown import Screen, Shown
from simulator.debrief.quotes import span_of
from simulator.practice.events import ReadingRefined
from simulator.practice.refining import Look
from simulator.practice.session import Utterance
from simulator.reading.moves import Found, Language, Move

COUNTED = frozenset({Move.UNEXPLAINED_TERM, Move.MINIMAL_ANSWER, Move.OFFER})
"""What code alone can tell: by the scenario's terms, by the words, by the figures."""
ASKED = tuple(move for move in Move if move not in COUNTED)
"""The moves that are asked for, one by one."""
MOST = 6
"""Kinds of move that one line makes; an answer that claims more is not a reading."""
FIRM = 0.85
"""Confidence from which the recogniser's find stands, whatever a reader says."""
SURENESS = 0.7
"""Confidence that an added move is given: it counts, and outweighs nothing the rules are surer of."""
HEARD = 1_200
"""Code points of the other's words that are shown, from the end."""


def _plain(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


class Answered(BaseModel):
    """One kind of move: whether it is in the line, and with which words."""

    model_config = ConfigDict(frozen=True)

    move: Annotated[
        str,
        BeforeValidator(_plain),
        Field(json_schema_extra={"enum": [one.value for one in ASKED]}),
    ]
    """Another than these is passed over, and costs the others nothing."""
    answer: Annotated[Literal["yes", "no"], BeforeValidator(_plain)]
    quote: str = ""


class Answers(BaseModel):
    """The object that a reader is to answer with."""

    model_config = ConfigDict(frozen=True)

    answers: Annotated[tuple[Answered, ...], Field(json_schema_extra={"maxItems": len(ASKED)})]


@dataclass(frozen=True, slots=True)
class Rereading:
    """One line as a reader is shown it."""

    look: Look
    language: Language
    heard: str
    shown: Shown
    boundary: str

    @classmethod
    def of(cls, look: Look) -> Self:
        """The line of `look`, free of people's names."""
        screen = Screen(look.language, look.names)
        heard = screen.shown(look.heard[-HEARD:]).text
        shown = screen.shown(look.line)
        mark = boundary("", "reader", (heard, shown.text))
        return cls(look, look.language, heard, shown, mark)

    @property
    def transcript(self) -> str:
        """Both lines inside their fence, to stand in the prompt as they are."""
        both = (("other", self.heard), ("mentee", self.shown.text))
        said = (
            f"{who} | {part}" for who, text in both for part in text.splitlines() if part.strip()
        )
        return "\n".join((f"=== {self.boundary} BEGIN ===", *said, f"=== {self.boundary} END ==="))


def unread(look: Look, why: str, *, by: str, prompt_version: str) -> ReadingRefined:
    """What is kept where nothing came of a look, with the code of why."""
    return ReadingRefined(turn=look.turn, why=why, by=by, prompt_version=prompt_version)


def reread(asked: Rereading, raw: str, *, by: str, prompt_version: str) -> ReadingRefined:
    """What of the answer `raw` may be believed; `by` is the name of the LLM."""
    look = asked.look
    answers = last_valid(Answers, raw)
    if answers is None:
        return unread(look, "reader-unreadable", by=by, prompt_version=prompt_version)
    said = _unanimous(answers.answers)
    claimed = [one for one in said if one.answer == "yes"]
    if len(claimed) > MOST:
        return unread(look, "reader-everything", by=by, prompt_version=prompt_version)
    proven = tuple(_proven(asked, claimed))
    refused = {one.move for one in said if one.answer == "no"}
    return ReadingRefined(
        turn=look.turn,
        added=tuple(one for one in proven if not look.reading.has(one.move)),
        withdrawn=tuple(
            one for one in look.reading.moves if one.move in refused and one.confidence < FIRM
        ),
        dropped=len(claimed) - len(proven),
        by=by,
        prompt_version=prompt_version,
    )


def _unanimous(answers: Iterable[Answered]) -> tuple[Answered, ...]:
    """One answer to each question that was asked and answered in one way only."""
    first: dict[str, Answered] = {}
    disputed: set[str] = set()
    for one in answers:
        if first.setdefault(one.move, one).answer != one.answer:
            disputed.add(one.move)
    return tuple(first[move] for move in ASKED if move in first and move not in disputed)


def _proven(asked: Rereading, claimed: Iterable[Answered]) -> Iterator[Found]:
    """Each claim at the words it quotes, where the mentee said them."""
    said = Utterance(asked.look.turn, "mentee", "", asked.look.line, _NEVER)
    for one in claimed:
        is_short = len(one.quote) <= 2 * len(asked.shown.text)
        span = asked.shown.located(one.quote) if is_short else None
        quote = span_of(said, *span) if span is not None else None
        if quote is not None and is_enough(quote):
            yield Found(Move(one.move), quote.start, quote.end, SURENESS)


_NEVER = datetime.min.replace(tzinfo=UTC)
"""When a line was said is nothing to its words."""
