"""The persona through an LLM: the director's order worded as a line.

The LLM is asked in the third person for the next line of somebody whose every thought, fact and
concession is decided already; it is given the direction and nothing else. Asked a second time, it
is told what was wrong, never the words that were refused. Owned here: that the prompt is bounded.
Its stable part comes first, the same for a persona on every turn of every talk with one mentee;
what changes holds what was told, granted and put on the table so far, which is no more than the
scenario has, `EARLIER` replies in `SHORT` words, `LATEST` utterances in `LONG` words, and the order,
so that from turn 20 on it hardly grows. Whether a line may be shown is decided by whoever asked.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from itertools import zip_longest

from simulator.debrief.judging.asking import boundary
from simulator.director.amounts import package_phrase
from simulator.director.direction import BeatLines, Direction
from simulator.director.state import BeatKind
from simulator.i18n.formats import quoted
from simulator.llm.bare import Bare
from simulator.llm.client import Client, Sampling
from simulator.llm.patience import Limits
from simulator.prompts.render import Plain, Prompt, render
from simulator.text import fold, words

IN_A_TALK = Limits(first=25.0, silence=15.0, turn=60.0, attempts=3, pause=0.5)
LATEST = 8
"""Utterances that stand in the prompt word for word."""
EARLIER = 8
"""Older replies of the persona's that stand there in short."""
LONG, SHORT = 120, 14
"""Words kept of an utterance, and of one in short."""
WIDE = 12
"""Code points that a word may take on average, or a wall of letters would be one word."""
SAMPLES = 6
"""Lines of the persona's own that show how they sound."""
ROOM = 3
"""A reply may be so many times the usual length; the guard allows a little more."""
TOKENS = 1_500
"""A line takes 80; the rest is for an LLM that thinks first."""
FIGURES = frozenset({BeatKind.COUNTER, BeatKind.DEAL})


@dataclass(slots=True)
class LlmPersona:
    """The port `Actor` over a client."""

    client: Client

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        return self.client.endpoint.name

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        """The line as it comes; raises `ActorError`, after what had come of it."""
        bare = Bare(direction.name)
        spoken = self.client.stream(prompt_of(direction), Sampling(tokens=TOKENS))
        async with aclosing(spoken) as pieces:
            async for piece in pieces:
                if said := bare.spoken(piece):
                    yield said
        if rest := bare.rest():
            yield rest


def prompt_of(direction: Direction) -> Prompt:
    """What the LLM is given for one line; every text in it comes from `direction`."""
    said = tuple(_dialogue(direction))
    latest = said[-LATEST:]
    mark = boundary("", "persona", latest)
    shift = "warming" if direction.warming else "cooling" if direction.cooling else ""
    values: dict[str, Plain] = {
        "name": direction.name,
        "mentee": direction.mentee,
        "identity": _clipped(direction.identity, LONG),
        "relation": direction.relation,
        "manner": direction.manner,
        "habits": direction.habits,
        "boundaries": direction.boundaries,
        "samples": tuple(lines[0] for _, lines in sorted(direction.lines.items()) if lines)[
            :SAMPLES
        ],
        "words": direction.voice.words,
        "most": ROOM * direction.voice.words,
        "told": tuple(_clipped(one, LONG) for one in direction.told),
        "standing": direction.standing,
        "is_agreed": int(direction.is_agreed),
        "earlier": tuple(_earlier(direction)),
        "opens": f"=== {mark} BEGIN ===",
        "latest": latest,
        "closes": f"=== {mark} END ===",
        "mood": direction.mood,
        "shift": shift,
        "correction": direction.correction,
        "beats": tuple((str(beat.kind), _order(beat, direction)) for beat in direction.beats),
    }
    if direction.language == "fr":
        values["address"] = direction.address
    return render("persona", direction.language, **values)


def _dialogue(direction: Direction) -> Iterator[str]:
    """The latest utterances, oldest first, the line to be answered last."""
    mentee = (*direction.mentee_said, direction.heard.text)
    backwards = zip_longest(reversed(mentee), reversed(tuple(_replies(direction))))
    lines: list[str] = []
    for theirs, reply in backwards:
        lines += [f"{direction.mentee} | {_clipped(theirs, LONG)}"] if theirs else []
        lines += [f"{reply[0]} | {_clipped(reply[1], LONG)}"] if reply else []
    yield from reversed(lines)


def _replies(direction: Direction) -> Iterator[tuple[str, str]]:
    """Every reply so far with the name of who gave it."""
    yield from zip_longest(direction.voices, direction.said, fillvalue=direction.name)


def _earlier(direction: Direction) -> Iterator[str]:
    """The persona's own replies from before the latest utterances, in short."""
    older = tuple(_replies(direction))[: -LATEST // 2]
    own = (said for name, said in older if name == direction.name)
    yield from (_clipped(one, SHORT) for one in tuple(own)[-EARLIER:])


def _order(beat: BeatLines, direction: Direction) -> str:
    """What a beat is to be worded from; empty where the kind says it all."""
    if beat.kind in FIGURES and direction.counter is not None:
        return package_phrase(direction.counter, direction.issues, direction.language) or ""
    if beat.kind is BeatKind.AMISS:
        return quoted(direction.language, _clipped(direction.amiss, SHORT))
    before = {fold(one) for one in direction.said}
    fresh = (one for one in beat.lines if fold(one) not in before)
    return _one_line(next(fresh, beat.lines[0] if beat.lines else ""))


def _clipped(text: str, most: int) -> str:
    """`text` on one line, cut after `most` words, and after `WIDE` code points for each."""
    line = _one_line(text)
    spans = words(line)
    end = len(line) if len(spans) <= most else spans[most - 1].end
    end = min(end, most * WIDE)
    return line if end == len(line) else f"{line[:end]} …"


def _one_line(text: str) -> str:
    return " ".join(text.split())
