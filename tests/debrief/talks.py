"""Talks written out by hand, with what was read and decided in them, and played ones.

The written ones depend on no recogniser and no director, so that they hold still; the played ones
go through the shipped scenarios, as a person would.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

from simulator.actors.offline import OfflineActor
from simulator.config import shipped
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.openings import Audience
from simulator.director.fold import apply, start
from simulator.director.state import (
    Beat,
    BeatKind,
    Decision,
    Stance,
    State,
    Table,
    TurnRecord,
)
from simulator.library.catalogue import Library
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.playtest.runs import Talk, play
from simulator.practice.events import (
    Decided,
    Entry,
    Event,
    HelpShown,
    LineRead,
    MenteeSpoke,
    ReflectionWritten,
    ReplyDone,
    ReplyStarted,
    SceneStopped,
    SessionEnded,
    SessionOpened,
    TurnMarked,
)
from simulator.practice.recorded import recorded_talk
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.reading.moves import (
    Found,
    Language,
    Mention,
    Move,
    Noticed,
    Quantity,
    Reading,
    Signal,
)
from simulator.reading.recogniser import Recogniser
from simulator.text import fold as folded
from simulator.text import words

PERSONA = Persona.model_validate(
    {
        "format": 1,
        "id": "manager",
        "language": "en",
        "name": "Claire",
        "identity": "Runs the team.",
        "temperament": {
            "trust": {
                "open-question": 0.8,
                "acknowledgement": 0.8,
                "reflection": 0.8,
                "i-statement": 0.6,
                "interests": 0.5,
                "blame": -1.5,
                "threat": -2,
            },
            "tension": {
                "open-question": -0.3,
                "acknowledgement": -0.8,
                "reflection": -0.6,
                "i-statement": -0.4,
                "blame": 1.5,
                "threat": 2,
            },
        },
    }
)

SCENARIO_DATA: Mapping[str, object] = {
    "format": 1,
    "id": "presence",
    "language": "en",
    "kind": "difficult-conversation",
    "title": "The rule on presence",
    "skills": ["open-questions", "acknowledging"],
    "turns": {"soft": 8, "hard": 12},
    "cast": [{"persona": "manager", "stance": {"trust": 5, "tension": 3}}],
    "relation": {"persona-is": "your manager"},
    "brief": {
        "role": "Analyst",
        "situation": "Monday, your office. Your last raise is two years old.",
        "goals": [{"id": "find-out", "text": "Find out why."}],
    },
    "opening": "You wanted to see me?",
    "topics": [
        {
            "id": "remote",
            "about": ["rule", "home", "office"],
            "says": ["Tuesdays everyone is in."],
            "behind": "badges",
        },
        {"id": "pay", "about": ["raise", "pay"], "says": ["Pay comes round in spring."]},
    ],
    "facts": [
        {
            "id": "badges",
            "note": "Her director reads the badge counts.",
            "topic": "remote",
            "says": ["My director counts the badges. I was told off in May."],
            "about": ["badges"],
            "when": {"all": [{"move": "open-question", "topic": "remote"}, {"trust": 5}]},
        },
        {
            "id": "leaving",
            "note": "She is about to leave the team.",
            "says": ["I have signed elsewhere."],
            "when": {"trust": 9},
        },
    ],
    "cues": [
        {
            "id": "upstairs",
            "says": "It isn't a rule I dreamt up.",
            "calls-for": ["open-question", "reflection"],
            "within": 2,
            "points-to": "leaving",
        }
    ],
    "concessions": [
        {
            "id": "trial",
            "says": ["I'll give you a trial of three months."],
            "when": {"all": [{"move": "proposal"}, {"trust": 6}]},
        }
    ],
    "endings": [
        {
            "id": "settled",
            "note": "Both know where they stand.",
            "when": {"concession": "trial"},
            "says": ["Good."],
            "score": 1,
        },
        {"id": "out", "when": {"tension": 9}, "says": ["We are done."], "score": 0},
    ],
    "rubric": [
        {
            "id": "ask-why",
            "skill": "open-questions",
            "ask": "Does the mentee ask what is behind the rule?",
            "chance": {"topic": "remote"},
            "seen": {"move": ["open-question", "interests"], "within": 2},
        },
        {
            "id": "hear-her",
            "skill": "acknowledging",
            "ask": "Does the mentee show that it was heard?",
            "chance": {"fact": "badges"},
            "seen": {"move": ["acknowledgement", "reflection"], "within": 2},
        },
        {
            "id": "no-blame",
            "skill": "acknowledging",
            "ask": "Does the mentee blame?",
            "avoid": True,
            "seen": {"move": ["blame", "threat"], "within": 1},
        },
        {"id": "tone", "skill": "acknowledging", "ask": "Is the tone fitting?"},
    ],
    "debrief": {"questions": ["When did it turn?"]},
    "resources": [{"title": "A book", "for": "acknowledging"}],
    "playtest": {"skilled": ["What is behind the rule?"]},
}


def scenario(**changes: object) -> Scenario:
    return Scenario.model_validate({**SCENARIO_DATA, **changes})


@dataclass(frozen=True)
class Said:
    """One of the mentee's lines, what was read in it, what it did, and the reply."""

    text: str
    reply: str = "Hm."
    moves: Mapping[Move, str] = field(default_factory=dict)
    """Move → the words that do it; empty for the whole line."""
    doubtful: Mapping[Move, str] = field(default_factory=dict)
    maybe: Mapping[Move, float] = field(default_factory=dict)
    """Move → how sure the reading is that the whole line does it."""
    signals: tuple[Signal, ...] = ()
    topics: Mapping[str, str] = field(default_factory=dict)
    """Topic → the word that names it."""
    quantities: tuple[Quantity, ...] = ()
    raised: tuple[str, ...] = ()
    """Topics that the reply puts on the table."""
    trust: float = 0
    tension: float = 0
    told: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    table: Table | None = None
    ends: str | None = None
    is_helped: bool = False
    """Answered outside the scene: a message of support, and nothing kept of why."""


def stage(
    of: Scenario | None = None, language: Language = "en", persona: Persona = PERSONA
) -> Stage:
    return Stage(
        scenario=of or scenario(),
        personas={"manager": persona},
        recogniser=recogniser(language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )


@cache
def recogniser(language: Language) -> Recogniser:
    return Recogniser.of(language)


def reading(said: Said) -> Reading:
    finds = [_found(move, quote, said.text, 0.9) for move, quote in said.moves.items()]
    finds += [_found(move, quote, said.text, 0.5) for move, quote in said.doubtful.items()]
    finds += [_found(move, "", said.text, sure) for move, sure in said.maybe.items()]
    return Reading(
        moves=tuple(sorted(finds, key=lambda one: one.start)),
        signals=tuple(Noticed(one, 0, len(said.text), 0.9) for one in said.signals),
        quantities=said.quantities,
        mentions=tuple(
            Mention(topic, word, said.text.index(word), said.text.index(word) + len(word))
            for topic, word in said.topics.items()
        ),
        words=len(words(said.text)),
    )


def decision(said: Said, state: State) -> Decision:
    stance = state.stance["manager"]
    after = Stance(
        trust=min(10, max(0, round(stance.trust + said.trust, 2))),
        tension=min(10, max(0, round(stance.tension + said.tension, 2))),
    )
    return Decision(
        turn=state.turn + 1,
        voice="manager",
        record=TurnRecord(
            turn=state.turn + 1,
            moves=tuple(one.move for one in reading(said).sure_moves()),
            signals=said.signals,
            topics=tuple(said.topics),
            persona_topics=said.raised,
            words=len(words(said.text)),
            folded=folded(said.text),
        ),
        stance={"manager": after},
        spoken=said.told,
        granted=said.granted,
        cues_offered=said.offers,
        cues_taken=said.takes,
        cues_missed=said.misses,
        levers=said.levers,
        table=said.table,
        ended=said.ends,
        beats=tuple(Beat(kind=BeatKind.CUE, ref=cue) for cue in said.offers)
        or (Beat(kind=BeatKind.ANSWER),),
    )


def talk(
    *lines: Said,
    on: Stage | None = None,
    cause: str | None = "ending",
    answers: Sequence[str] | None = None,
    stops: bool = False,
    marks: Sequence[TurnMarked] = (),
    opening: str = "You wanted to see me?",
    actor: str = "offline",
) -> tuple[Session, Stage]:
    """A session of those lines, ended (or left, or still open) as `cause` says."""
    played = on or stage()
    events: list[Event] = [
        _opened(played, actor),
        ReplyStarted(turn=1, voice="manager", actor="offline"),
        ReplyDone(turn=1, text=opening),
    ]
    state = start(played.scenario, played.personas, 2)
    for place, said in enumerate(lines):
        turn = 2 * place + 2
        if said.is_helped:
            events += [MenteeSpoke(turn=turn, text=said.text), HelpShown(turn=turn)]
            continue
        decided = decision(said, state)
        state = apply(state, decided)
        events += [
            MenteeSpoke(turn=turn, text=said.text),
            LineRead(turn=turn, reading=reading(said)),
            Decided(turn=turn, decision=decided),
            ReplyStarted(turn=turn + 1, voice="manager", actor="offline"),
            ReplyDone(turn=turn + 1, text=said.reply),
        ]
    events += marks
    if stops:
        events.append(SceneStopped(by="mentee"))
    if cause is not None:
        ending = played.scenario.endings[0].id if cause == "ending" else None
        events.append(
            SessionEnded.model_validate(
                {"cause": cause, "ending": ending, "score": 0.5 if ending else None}
            )
        )
    if answers is not None:
        events.append(ReflectionWritten(answers=tuple(answers), skipped=not any(answers)))
    return fold(_entries(events)), played


@cache
def shipped_stage(name: str, language: Language) -> Stage:
    library = Library((shipped(),))
    loaded = library.scenario(library.scenario_path(name), language)
    return Stage(
        scenario=loaded.value,
        personas={name: one.value for name, one in library.cast(loaded).items()},
        recogniser=recogniser(language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )


@cache
def run(name: str, kind: str, language: Language = "en") -> tuple[Talk, Stage]:
    """A shipped scenario, played by one of its scripted mentees."""
    played = shipped_stage(name, language)
    return play(played, played.scenario.playtest[kind], mentee=kind, seed=1), played


@cache
def drafted(
    name: str, kind: str, language: Language = "en", audience: Audience = "mentee"
) -> Debrief:
    """The debrief of a shipped scenario, played by one of its scripted mentees."""
    played, on = run(name, kind, language)
    return draft(played.session, on, audience)


def recorded(text: str, mentee: str, language: Language) -> Debrief:
    """The debrief of a conversation that two people held, written down as `text`."""
    talk = recorded_talk(text, mentee=mentee, session="s1", program_version="0", language=language)
    on = Stage(
        scenario=talk.scenario,
        personas=talk.personas,
        recogniser=recogniser(language),
        actor=OfflineActor(),
        understudy=OfflineActor(),
    )
    return draft(fold(_entries(talk.events)), on)


def _found(move: Move, quote: str, text: str, confidence: float) -> Found:
    start = text.index(quote)
    return Found(move, start, start + (len(quote) or len(text)), confidence)


def _opened(played: Stage, actor: str) -> SessionOpened:
    return SessionOpened(
        session="s1",
        scenario=played.scenario.id,
        scenario_hash="0" * 64,
        personas={"manager": "1" * 64},
        language=played.scenario.language,
        level=2,
        seed=7,
        actor=actor,
        program_version="0",
        mentee="Sam",
    )


def _entries(events: Sequence[Event]) -> list[Entry]:
    began = datetime(2026, 1, 1, tzinfo=UTC)
    return [
        Entry(seq=seq, at=began + timedelta(seconds=seq), event=event)
        for seq, event in enumerate(events, start=1)
    ]
