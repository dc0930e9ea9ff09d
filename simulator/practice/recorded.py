"""A conversation that two people held, brought in as a session like any other.

One speaker is the mentee; the others become the voices they talk with. Each of the mentee's lines
is read once, by the recogniser, and decided by nobody: the stance stands still, since no persona
was there to be moved. The invariant: the events are in the order that every session keeps, and
together with the definitions returned they are all that a debrief needs. It refuses to guess who
the mentee is, or a language that it cannot tell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.config import HUMAN, LANGUAGES
from simulator.director.fold import start
from simulator.director.state import Decision, Stance, TurnRecord
from simulator.errors import UsageError
from simulator.library.load import canonical
from simulator.library.persona import Persona
from simulator.library.recorded import RecordedScenario, recorded_personas, recorded_scenario
from simulator.library.scenario import Kind
from simulator.practice.dialogue import Spoken, dialogue, speakers
from simulator.practice.events import (
    Decided,
    Event,
    LineRead,
    MenteeSpoke,
    ReplyDone,
    ReplyStarted,
    SessionEnded,
    SessionOpened,
)
from simulator.reading.language import likeliest
from simulator.reading.lexicon import frequent_words
from simulator.reading.manner import MannerReader
from simulator.reading.moves import Language, Move, Reading, Signal
from simulator.reading.recogniser import Recogniser
from simulator.text import clean, fold

PAUSE = "pause."
"""With a turn's number: the parameter that holds the seconds before the mentee spoke there."""
_LEVEL = 2
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class RecordedTalk:
    """A conversation ready to be stored: its definitions, and its events from first to last."""

    scenario: RecordedScenario
    personas: Mapping[str, Persona]
    """By id, as a stage wants them."""
    events: tuple[Event, ...]


def recorded_talk(
    text: str,
    *,
    mentee: str,
    session: str,
    program_version: str,
    language: Language | None = None,
    title: str = "",
    kind: Kind = "difficult-conversation",
) -> RecordedTalk:
    """The conversation written down in `text` (see `practice.dialogue`), as session `session`.

    `mentee` is the name under which the mentee speaks in it; case and accents do not matter.
    Without `language` it is told from what was said. Without `title` the speakers' names stand.
    Raises `BadFile` where the text cannot be read, `UsageError` where the mentee is not named or
    not in it (with all speakers and their turns), or the language cannot be told.
    """
    said = dialogue(text)
    name = _mentee(mentee, said)
    spoken = language or _language(said)
    others = dict.fromkeys(one.speaker for one in said if one.speaker != name)
    cast = recorded_personas(others, spoken)
    first = said[0]
    scenario = recorded_scenario(
        clean(title, limit=_LONGEST_TITLE).strip() or ", ".join([name, *others]),
        cast.values(),
        language=spoken,
        kind=kind,
        opening="" if first.speaker == name else first.text,
    )
    personas = {one.id: one for one in cast.values()}
    opened = SessionOpened(
        session=session,
        scenario=scenario.id,
        scenario_hash=canonical(scenario).hash,
        personas={one.id: canonical(one).hash for one in cast.values()},
        language=spoken,
        level=_LEVEL,
        seed=0,
        actor=HUMAN,
        parameters=_pauses(said, name),
        program_version=program_version,
        mentee=name,
    )
    voices = {one.name: one.id for one in cast.values()}
    stance = start(scenario, personas, _LEVEL).stance
    events = _spoken(said, name, voices, stance, Recogniser.of(spoken))
    return RecordedTalk(scenario, personas, (opened, *events, SessionEnded(cause="left")))


def _mentee(name: str, said: Sequence[Spoken]) -> str:
    """The speaker's name as it is written in the conversation."""
    counted = speakers(said)
    listed = ", ".join(f"{speaker} ({turns})" for speaker, turns in counted.items())
    if not name.strip():
        raise UsageError("recorded-mentee-missing", speakers=listed)
    wanted = fold(name.strip())
    found = next((one for one in counted if fold(one) == wanted), None)
    if found is None:
        raise UsageError("recorded-mentee-unknown", mentee=clean(name, limit=80), speakers=listed)
    return found


def _language(said: Iterable[Spoken]) -> Language:
    found = likeliest(" ".join(one.text for one in said), frequent_words(LANGUAGES))
    for language in LANGUAGES:
        if found == language:
            return language
    raise UsageError("recorded-language", known=", ".join(LANGUAGES))


def _pauses(said: Sequence[Spoken], mentee: str) -> dict[str, str | float]:
    """Seconds from the end of the other's words to the mentee's, by turn, where both are known."""
    found: dict[str, str | float] = {}
    for turn, (before, one) in enumerate(pairwise(said), start=2):
        if one.speaker == mentee and before.end is not None and one.start is not None:
            found[f"{PAUSE}{turn}"] = round(max(0.0, one.start - before.end), 3)
    return found


def _spoken(
    said: Sequence[Spoken],
    mentee: str,
    voices: Mapping[str, str],
    stance: Mapping[str, Stance],
    recogniser: Recogniser,
) -> Iterator[Event]:
    manner = MannerReader.of(recogniser.language)
    heard = ""
    number = 0
    for turn, one in enumerate(said, start=1):
        if one.speaker != mentee:
            voice = voices[one.speaker]
            yield ReplyStarted(turn=turn, voice=voice, actor=HUMAN)
            yield ReplyDone(turn=turn, text=one.text)
            heard = one.text
            continue
        number += 1
        reading = recogniser.read(one.text, heard, is_spoken=True)
        reading = _kept(reading, is_listening=manner.is_backchannel(one.text))
        yield MenteeSpoke(turn=turn, text=one.text)
        yield LineRead(turn=turn, reading=reading)
        voice = _addressed(said, turn, mentee, voices)
        yield Decided(turn=turn, decision=_undecided(number, one.text, reading, voice, stance))


def _addressed(said: Sequence[Spoken], turn: int, mentee: str, voices: Mapping[str, str]) -> str:
    """Who answers the line at `turn`; after the last word, whoever was answered by it."""
    after = (one.speaker for one in said[turn:] if one.speaker != mentee)
    before = (one.speaker for one in reversed(said[: turn - 1]) if one.speaker != mentee)
    return voices[next(after, None) or next(before)]


def _kept(reading: Reading, *, is_listening: bool) -> Reading:
    """The reading as it may be kept: nothing of distress, and no mm-hmm held to be an answer."""
    signals = tuple(one for one in reading.signals if one.signal is not Signal.DISTRESS)
    moves = tuple(one for one in reading.moves if one.move is not Move.MINIMAL_ANSWER)
    return replace(reading, signals=signals, moves=moves if is_listening else reading.moves)


def _undecided(
    number: int, text: str, reading: Reading, voice: str, stance: Mapping[str, Stance]
) -> Decision:
    """What a line changes where nobody decides: it is on record, and nothing else is."""
    record = TurnRecord(
        turn=number,
        moves=tuple(dict.fromkeys(one.move for one in reading.sure_moves())),
        signals=tuple(dict.fromkeys(one.signal for one in reading.signals if one.is_sure)),
        words=reading.words,
        folded=fold(text),
    )
    return Decision(turn=number, voice=voice, record=record, stance=stance, beats=())
