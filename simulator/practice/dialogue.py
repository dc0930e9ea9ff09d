"""Reads a conversation that was written down: from plain text to who said what, in order.

Understood are lines `Name: what was said` (with a time before or after the name, in brackets or
not), WebVTT and SubRip subtitles whose speakers are named, and JSON Lines of
`{"speaker": …, "text": …, "at": …}`. What stands on further lines belongs to whoever spoke last.
The invariant: every text that leaves here went through `clean`, and two utterances in a row never
have the same speaker. It refuses to guess who spoke: a file without names is no conversation.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from simulator.errors import BadFile
from simulator.text import clean, fold

LARGEST = 2_000_000
"""Characters of a conversation."""
MOST_TURNS = 3_000
LONGEST_TURN = 20_000
"""Characters of one utterance."""
LONGEST_NAME = 60
MOST_SPEAKERS = 12

_CLOCK = r"(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?"
_STAMP = rf"[\[(<]?{_CLOCK}[\])>]?"
_LINE = re.compile(
    rf"""^\s*[-\u2013\u2014*>]*\s*(?:(?P<at>{_STAMP})\s*[-\u2013\u2014|]?\s*)?
    [*_]{{0,3}}(?P<name>[^\W\d_][^:\uff1a\[\]<>{{}}|"\u201c\u201d\u00ab\u00bb?!;,\t]{{0,59}}?)
    [\s*_]*(?:(?P<after>[\[(]{_CLOCK}[\])])\s*)?
    [*_]{{0,3}}\s*[:\uff1a](?!//)[*_]{{0,3}}(?P<text>.*)$""",
    re.VERBOSE,
)
_STAMP_ALONE = re.compile(rf"^\s*{_STAMP}\s*(?P<text>.*)$")
_TIMING = re.compile(
    r"^\s*(?P<start>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?P<end>(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})"
)
_VOICE = re.compile(r"<v(?:\.[^ >]*)?\s+(?P<name>[^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<\d[^>]*>")
_NAME_WORDS = 4
_REGULAR = 0.9
"""Share of the lines that look named from which a small word before a colon is a name too."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance: who, what, and when in the recording, in seconds, where that is known."""

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the file: a line of its own, or, without a speaker, more of the last one."""

    line: int
    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


def dialogue(text: str) -> tuple[Spoken, ...]:
    """Who said what in `text`, in order; neighbours of one speaker are joined.

    Raises `BadFile` with the line of what cannot be read: nothing in it, words before any name,
    a broken JSON line, too much, fewer than two speakers.
    """
    if len(text) > LARGEST:
        raise BadFile("recorded-too-large", size=len(text), most=LARGEST)
    lines = clean(text, limit=LARGEST).split("\n")
    first = next((line.strip() for line in lines if line.strip()), "")
    if first.startswith("{"):
        pieces = _from_json(lines)
    elif first.startswith("WEBVTT") or any(_TIMING.match(line) for line in lines[:40]):
        pieces = _from_subtitles(lines)
    else:
        pieces = _from_text(lines)
    return _joined(pieces)


def speakers(said: Iterable[Spoken]) -> dict[str, int]:
    """Each speaker's name, as first written, with their number of turns."""
    return dict(Counter(one.speaker for one in said))


def _from_json(lines: Iterable[str]) -> Iterator[_Piece]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        speaker, text = (row.get("speaker"), row.get("text")) if isinstance(row, dict) else ("", "")
        at = row.get("at") if isinstance(row, dict) else None
        if not isinstance(speaker, str) or not isinstance(text, str) or not speaker.strip():
            raise BadFile("recorded-json", line=number)
        is_number = isinstance(at, int | float) and not isinstance(at, bool)
        start = float(at) if is_number and at is not None else _seconds(str(at or ""))
        yield _Piece(number, speaker, text, start)


def _from_subtitles(lines: Iterable[str]) -> Iterator[_Piece]:
    """Cues of WebVTT or SubRip: what stands after a timing, up to an empty line."""
    times: tuple[float | None, float | None] | None = None
    payload: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], start=1):
        if (timing := _TIMING.match(line)) is not None:
            times, payload = (_seconds(timing["start"]), _seconds(timing["end"])), []
        elif line.strip():
            if times is not None:
                payload.append((number, line))
        elif times is not None:
            yield from _cue(payload, *times)
            times = None


def _cue(
    payload: Iterable[tuple[int, str]], start: float | None, end: float | None
) -> Iterator[_Piece]:
    for number, line in payload:
        voice = _VOICE.search(line)
        bare = _TAG.sub("", line)
        named = _LINE.match(bare)
        if voice is not None:
            yield _Piece(number, voice["name"], _TAG.sub("", line[voice.end() :]), start, end)
        elif named is not None and _is_name_like(named["name"]):
            yield _Piece(number, named["name"], named["text"], start, end)
        else:
            yield _Piece(number, "", bare, start, end)


def _from_text(lines: list[str]) -> Iterator[_Piece]:
    matches = [_LINE.match(line) for line in lines]
    named = Counter(_key(found["name"]) for found in matches if found is not None)
    filled = sum(bool(line.strip()) for line in lines)
    is_regular = sum(found is not None for found in matches) >= _REGULAR * filled
    is_first = True
    for number, (line, found) in enumerate(zip(lines, matches, strict=True), start=1):
        if not line.strip():
            continue
        if found is not None and (
            is_first
            or named[_key(found["name"])] > 1
            or _is_name_like(found["name"])
            or (is_regular and " " not in found["name"])
        ):
            start = _seconds(found["at"] or found["after"] or "")
            yield _Piece(number, found["name"], found["text"], start)
        else:
            stamped = _STAMP_ALONE.match(line)
            yield _Piece(number, "", stamped["text"] if stamped is not None else line)
        is_first = False


def _is_name_like(name: str) -> bool:
    """Whether it is written as a name is: few words, each with a capital or a figure first."""
    words = name.split()
    return len(words) <= _NAME_WORDS and all(not word[0].islower() for word in words)


def _joined(pieces: Iterable[_Piece]) -> tuple[Spoken, ...]:
    """The utterances: what one speaker says without a break is one."""
    names: dict[str, str] = {}
    said: list[Spoken] = []
    for piece in pieces:
        text = " ".join(clean(piece.text, limit=LARGEST).split())
        name = " ".join(clean(piece.speaker, limit=LONGEST_NAME * 2).split()).strip("*_ ")
        if not name and not said:
            raise BadFile("recorded-no-speaker", line=piece.line)
        speaker = names.setdefault(_key(name), name) if name else said[-1].speaker
        if len(speaker) > LONGEST_NAME:
            raise BadFile("recorded-name-too-long", line=piece.line, most=LONGEST_NAME)
        if said and said[-1].speaker == speaker:
            before = said.pop()
            joined = f"{before.text} {text}".strip()
            said.append(Spoken(speaker, joined, before.start, piece.end))
        else:
            said.append(Spoken(speaker, text, piece.start, piece.end))
        if len(said[-1].text) > LONGEST_TURN:
            raise BadFile("recorded-turn-too-long", line=piece.line, most=LONGEST_TURN)
        if len(said) > MOST_TURNS:
            raise BadFile("recorded-too-many-turns", line=piece.line, most=MOST_TURNS)
    return _checked(_without_silence(said))


def _without_silence(said: Iterable[Spoken]) -> list[Spoken]:
    """The utterances that hold a word or a sign, and are joined again where one fell out."""
    kept: list[Spoken] = []
    for one in said:
        if not one.text:
            continue
        if kept and kept[-1].speaker == one.speaker:
            before = kept.pop()
            one = Spoken(one.speaker, f"{before.text} {one.text}", before.start, one.end)  # noqa: PLW2901
        kept.append(one)
    return kept


def _checked(said: list[Spoken]) -> tuple[Spoken, ...]:
    if not said:
        raise BadFile("recorded-empty")
    found = speakers(said)
    if len(found) == 1:
        raise BadFile("recorded-one-speaker", speaker=said[0].speaker)
    if len(found) > MOST_SPEAKERS:
        raise BadFile("recorded-too-many-speakers", count=len(found), most=MOST_SPEAKERS)
    return tuple(said)


def _key(name: str) -> str:
    return fold(name.strip("*_ \u00a0\u202f"))


def _seconds(stamp: str) -> float | None:
    """`00:12`, `(12:03:11)`, `00:00:01,500` in seconds; None for anything else."""
    bare = stamp.strip("[]()<> ").replace(",", ".")
    parts = bare.split(":")
    if not 2 <= len(parts) <= 3 or not all(re.fullmatch(r"\d+(?:\.\d+)?", one) for one in parts):
        return None
    total = 0.0
    for part in parts:
        total = total * 60 + float(part)
    return total
