"""Reading a file that somebody sent: nothing in it is believed before it was checked.

Size and depth first, then the digest, the shape, every chain, every text, every id, every
definition and the order of every stream. Nothing is executed, looked up or stored. It refuses the
whole file at the first thing that is wrong, and says which and where.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from simulator.errors import BadFile, NotFound, StorageError
from simulator.library.load import persona_from, scenario_from
from simulator.practice.events import SessionOpened
from simulator.practice.session import fold
from simulator.transcripts.chain import Link, canonical, digest, stamp
from simulator.transcripts.exchange.form import (
    DEEPEST,
    FILE,
    FORMAT,
    LARGEST,
    LARGEST_NUMBER,
    Rehearsal,
    Stream,
)
from simulator.transcripts.exchange.parcel import Chain, Parcel
from simulator.transcripts.exchange.texts import unfit
from simulator.transcripts.journal import entry_of
from simulator.transcripts.order import disorders
from simulator.transcripts.review_journal import review_entry
from simulator.transcripts.review_rows import review_disorders
from simulator.transcripts.schema import GENESIS

_BRACKETS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]', re.DOTALL)


def looks_like_one(content: bytes) -> bool:
    """Whether `content` says of itself that it is such a file."""
    return re.match(rb'\s*\{\s*"file"\s*:\s*"' + FILE.encode() + b'"', content) is not None


def take(path: Path) -> bytes:
    """The bytes of the file at `path`; `NotFound`, or `BadFile` if it cannot or must not be read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise NotFound("no-such-file", path=path) from error
    except OSError as error:
        raise BadFile("unreadable-file", path=path, reason=error.strerror) from error
    if len(content) > LARGEST:
        raise BadFile("exchange-too-large", most=LARGEST // (1024 * 1024))
    return content


def read(content: bytes) -> Parcel:
    """What the file of that content holds, checked; `BadFile` says what is wrong with it."""
    if len(content) > LARGEST:
        raise BadFile("exchange-too-large", most=LARGEST // (1024 * 1024))
    whole = _opened(content)
    for stream in whole.streams:
        _check_chain(stream)
    chains = {stream.id: _chain(stream) for stream in whole.streams}
    if len(chains) < len(whole.streams):
        _refuse("exchange-id", next(iter(chains)))
    sessions = tuple(chains[one.id] for one in whole.streams if one.kind == "session")
    reviews = tuple(chains[one.id] for one in whole.streams if one.kind == "review")
    openings = [_check_session(chain) for chain in sessions]
    for chain in reviews:
        _check_review(chain)
    _check_definitions(whole.definitions, openings)
    anonymous = whole.inside.is_anonymous
    parcel = Parcel(sessions, reviews, whole.definitions, is_anonymous=anonymous)
    if parcel.inside(has_debrief=whole.debrief is not None) != whole.inside:
        raise BadFile("exchange-inside")
    return parcel


def _opened(content: bytes) -> Rehearsal:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadFile("exchange-unreadable", reason="UTF-8") from error
    data = _json(text)
    if not isinstance(data, dict) or data.get("file") != FILE:
        raise BadFile("exchange-foreign")
    found = data.get("format")
    if not isinstance(found, int) or found > FORMAT:
        raise BadFile("exchange-newer", found=str(found)[:20], known=FORMAT)
    told = data.pop("digest", None)
    try:
        is_whole = digest(canonical(data)) == told
    except ValueError:
        is_whole = False
    if not is_whole:
        raise BadFile("exchange-altered")
    try:
        return Rehearsal.model_validate_json(text, strict=True)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))[:80]
        raise BadFile("exchange-unreadable", reason=where) from error


def _json(text: str) -> Any:
    """`text` as JSON, not too deep, without doubled keys and without figures JSON has no word for."""
    if _depth(text) > DEEPEST:
        raise BadFile("exchange-too-deep", most=DEEPEST)
    try:
        return json.loads(text, object_pairs_hook=_once, parse_int=_kept, parse_constant=_no_word)
    except ValueError as error:
        raise BadFile("exchange-unreadable", reason="JSON") from error


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _BRACKETS.finditer(text):
        mark = found[0]
        if mark in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "]}":
            depth -= 1
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs[0][0])
    return found


def _kept(digits: str) -> int:
    """A whole number, if the store has room for it."""
    number = int(digits)
    if abs(number) > LARGEST_NUMBER:
        raise ValueError(digits[:20])
    return number


def _no_word(name: str) -> NoReturn:
    raise ValueError(name)


def _chain(stream: Stream) -> Chain:
    return tuple(
        Link(stream.id, one.seq, one.at, one.event, one.prev, one.hash) for one in stream.links
    )


def _check_chain(stream: Stream) -> None:
    """Numbers, times and hashes; then the texts, each in its one spelling and clean."""
    prev = GENESIS
    for seq, link in enumerate(_chain(stream), start=1):
        if link.seq != seq or link.prev != prev or not link.is_sound or not _is_time(link.at):
            _refuse("exchange-chain", stream.id, seq)
        event = _json(link.event)
        if not isinstance(event, dict) or not _is_canonical(event, link.event):
            _refuse("exchange-event", stream.id, seq)
        if unfit(event):
            _refuse("exchange-unclean", stream.id, seq)
        prev = link.hash


def _is_canonical(value: object, text: str) -> bool:
    """Whether `text` is the one spelling of `value`; a figure beyond all bounds has none."""
    try:
        return canonical(value) == text
    except ValueError:
        return False


def _is_time(at: str) -> bool:
    try:
        return stamp(datetime.fromisoformat(at)) == at
    except ValueError:
        return False


def _check_session(chain: Chain) -> SessionOpened:
    name = chain[0].session
    entries = []
    for link in chain:
        try:
            entries.append(entry_of(link))
        except StorageError:
            _refuse("exchange-event", name, link.seq)
    for seq, _ in disorders(name, (entry.event for entry in entries)):
        _refuse("exchange-order", name, seq)
    try:
        return fold(entries).opened
    except (ValueError, IndexError):
        _refuse("exchange-order", name, len(chain))


def _check_review(chain: Chain) -> None:
    name = chain[0].session
    events = []
    for link in chain:
        try:
            events.append(review_entry(link).event)
        except StorageError:
            _refuse("exchange-event", name, link.seq)
    for seq, _ in review_disorders(name, events):
        _refuse("exchange-order", name, seq)


def _check_definitions(texts: Mapping[str, str], openings: Iterable[SessionOpened]) -> None:
    """Each is what its hash says, is pinned by a session, clean, and can be played."""
    needed: set[str] = set()
    for opened in openings:
        pins = {opened.scenario_hash: opened.scenario}
        pins |= {pin: persona for persona, pin in opened.personas.items()}
        needed |= pins.keys()
        for pin, name in pins.items():
            text = texts.get(pin, "")
            if digest(text) != pin or not _is_playable(text, name, pin == opened.scenario_hash):
                raise BadFile("exchange-definition", hash=pin[:12])
    for stray in texts.keys() - needed:
        raise BadFile("exchange-definition", hash=stray[:12])


def _is_playable(text: str, name: str, is_scenario: bool) -> bool:  # noqa: FBT001 - of two kinds
    data = _json(text)
    if not isinstance(data, dict) or not _is_canonical(data, text) or unfit(data):
        return False
    try:
        definition = scenario_from(text) if is_scenario else persona_from(text)
    except (ValidationError, ValueError):
        return False
    return definition.id == name


def _refuse(code: str, stream: str, seq: int = 0) -> NoReturn:
    raise BadFile(code, stream=stream, seq=seq)
