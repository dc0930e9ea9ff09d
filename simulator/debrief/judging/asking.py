"""What a judge is asked: one yes/no question, and the talk it is about, line by line in a fence.

The talk stands between two lines that carry a boundary, and every line of it begins with its turn
and who spoke: `6 mentee | …`, `7 other | …`. The boundary is the first of a fixed sequence of
hashes that no text of the talk holds, in whatever disguise of case, accent, space or punctuation;
no utterance can therefore open or close the fence, and none can begin a line of its own. For a
session and an item it is always the same. Left out are turns that were answered outside the scene.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Literal, Protocol

from simulator.debrief.course import Course
from simulator.debrief.judging.shown import Screen, Shown
from simulator.library.scenario import RubricItem
from simulator.practice.session import Session, Speaker, Utterance
from simulator.practice.stage import Stage
from simulator.reading.moves import Language
from simulator.text import fold

BOUNDARY = 16
"""Hexadecimal digits of a boundary."""
ROLES: dict[Speaker, Literal["mentee", "other"]] = {"mentee": "mentee", "persona": "other"}
"""How the speakers are called before a judge, who is told nothing else of either."""


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance, as it was said and as it is shown."""

    utterance: Utterance
    shown: Shown

    @property
    def turn(self) -> int:
        """Number of the utterance."""
        return self.utterance.turn

    @property
    def role(self) -> Literal["mentee", "other"]:
        """Who spoke."""
        return ROLES[self.utterance.speaker]


@dataclass(frozen=True, slots=True)
class Asking:
    """One question to a judge; every text in it is free of people's names."""

    item: str
    """Id of the item: of the rubric, or across turns."""
    question: str
    """To be answered by yes or no, in the language of the talk."""
    language: Language
    is_to_avoid: bool
    """The behaviour is one to leave out; the question is still whether it was there."""
    yes_looks_like: tuple[str, ...]
    """The author's samples: they illustrate, and are no evidence."""
    no_looks_like: tuple[str, ...]
    boundary: str
    lines: tuple[Line, ...]
    attempt: int = 1
    """Which time this is asked, where it is asked several times."""

    @property
    def opens(self) -> str:
        """The line that opens the fence."""
        return f"=== {self.boundary} BEGIN ==="

    @property
    def closes(self) -> str:
        """The line that closes it."""
        return f"=== {self.boundary} END ==="

    @property
    def transcript(self) -> str:
        """The whole talk inside its fence, to stand in the prompt as it is."""
        said = (
            f"{line.turn} {line.role} | {part}"
            for line in self.lines
            for part in line.shown.text.splitlines()
            if part.strip()
        )
        return "\n".join((self.opens, *said, self.closes))


@dataclass(frozen=True, slots=True)
class Across:
    """An item across turns, asked of every talk: a question with no samples."""

    id: str
    ask: str
    """In the language of the talk: the core has no words for it."""
    avoid: bool = False
    yes_looks_like: tuple[str, ...] = ()
    no_looks_like: tuple[str, ...] = ()


class Judge(Protocol):
    """Puts an asking to an LLM."""

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        ...

    async def ask(self, asking: Asking) -> str:
        """The reply as it came, whatever it holds; raises `ActorError` when there is none."""
        ...


def askings(
    session: Session,
    stage: Stage,
    across: Iterable[Across] = (),
    only: Collection[str] | None = None,
) -> tuple[Asking, ...]:
    """One asking per item of the rubric, then per item across turns; none of a stopped scene.

    `only` keeps the items of those ids.
    """
    said = tuple(_judgeable(session))
    is_empty = not any(one.speaker == "mentee" for one in said)
    if is_empty or Course.of(session, stage).is_stopped:
        return ()
    names = (session.opened.mentee, *(one.name for one in stage.personas.values()))
    screen = Screen(stage.scenario.language, names)
    lines = tuple(Line(one, screen.shown(one.text)) for one in said)
    items: tuple[RubricItem | Across, ...] = (*stage.scenario.rubric, *across)
    asked = (one for one in items if only is None or one.id in only)
    return tuple(_asking(one, session.id, screen, lines) for one in asked)


def boundary(session: str, item: str, texts: Iterable[str]) -> str:
    """The first hash of the sequence for `session` and `item` that stands in none of `texts`."""
    text = _bare("".join(texts))
    drawn = (_drawn(session, item, place) for place in count())
    return next(one for one in drawn if one not in text)


def _asking(
    item: RubricItem | Across, session: str, screen: Screen, lines: tuple[Line, ...]
) -> Asking:
    question = screen.shown(item.ask).text
    yes = tuple(screen.shown(one).text for one in item.yes_looks_like)
    no = tuple(screen.shown(one).text for one in item.no_looks_like)
    texts = (question, *yes, *no, *(line.shown.text for line in lines))
    return Asking(
        item=item.id,
        question=question,
        language=screen.language,
        is_to_avoid=item.avoid,
        yes_looks_like=yes,
        no_looks_like=no,
        boundary=boundary(session, item.id, texts),
        lines=lines,
    )


def _drawn(session: str, item: str, place: int) -> str:
    return sha256(f"{session}\n{item}\n{place}".encode()).hexdigest()[:BOUNDARY]


def _judgeable(session: Session) -> Iterable[Utterance]:
    for one in session.utterances:
        if one.text.strip() and one.turn not in session.help_shown:
            yield one


def _bare(text: str) -> str:
    """Letters and digits alone, as they fold."""
    return "".join(char for char in fold(text) if char.isalnum())
