"""Turns a decision into the order for one reply: its beats become lines, and only those lines.

Secrecy is owned here: the lines of a fact come in only once the state says that it was spoken,
those of a concession once granted; the mentee's goals and limits, the rubric, what conditions ask
for, and the persona's own limits at the table never do. Placeholders are names only, replaced as
plain text.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from simulator.director.amounts import package_phrase
from simulator.director.direction import BeatLines, Direction, Heard, Mood
from simulator.director.state import Beat, BeatKind, Decision, Package, Stance, State
from simulator.director.topics import fact_named, topic_named
from simulator.director.vocabulary import topic_mentions
from simulator.library.persona import Persona
from simulator.library.scenario import NegotiatedIssue, Scenario
from simulator.reading.moves import Reading
from simulator.text import fold

HARD_TENSION = 7.0
HARD_TRUST = 1.5
WARM_TRUST, WARM_TENSION = 6.5, 4.0
OPEN_TRUST, OPEN_TENSION = 5.0, 5.5


def direct(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    decision: Decision,
    state: State,
    *,
    reading: Reading,
    line: str,
    mentee: str,
    said: tuple[str, ...] = (),
    voices: tuple[str, ...] = (),
    mentee_said: tuple[str, ...] = (),
    session_seed: int = 0,
) -> Direction:
    """The order for the reply to `line`; `state` is the one after `decision`.

    `voices` are the ids of who gave each of `said`, where more than one persona speaks.
    """
    persona = personas[decision.voice]
    names = {"mentee": mentee, "persona": persona.name}
    stance = decision.stance[decision.voice]
    mentions = topic_mentions(reading)
    counter = _figures(decision, state)
    changes = [one for one in decision.changes if one.persona == decision.voice]
    lift = sum(one.trust - one.tension for one in changes)
    return Direction(
        language=scenario.language,
        address=scenario.relation.address,
        seed=f"{session_seed}/{scenario.id}/{decision.turn}",
        turn=decision.turn,
        persona=persona.id,
        name=persona.name,
        identity=persona.identity,
        manner=persona.voice.manner,
        habits=persona.voice.habits,
        boundaries=persona.boundaries,
        voice=persona.voice,
        lines={kind: _filled(lines, names) for kind, lines in persona.lines.items()},
        mentee=mentee,
        relation=scenario.relation.persona_is,
        mood=mood_of(stance, persona),
        stance=stance,
        warming=lift > 0,
        cooling=lift < 0,
        heard=Heard(
            text=line,
            reading=replace(reading, mentions=mentions),
            topic_words={one.topic: one.word for one in reversed(mentions)},
        ),
        beats=tuple(
            BeatLines(
                kind=beat.kind,
                ref=beat.ref,
                lines=_filled(_lines(scenario, state, beat), names),
            )
            for beat in decision.beats
        ),
        counter=counter,
        unsaid=_unsaid(scenario, decision, state),
        amiss=decision.amiss,
        told=_filled(_told(scenario, decision, state, said), names),
        standing=_standing(scenario, state) if counter is None else "",
        is_agreed=state.table.agreed is not None,
        issues=_units(scenario, counter),
        said=said,
        voices=tuple(personas[one].name for one in voices),
        mentee_said=mentee_said,
    )


def opening(scenario: Scenario, personas: Mapping[str, Persona], *, mentee: str) -> str:
    """The persona's first words."""
    names = {"mentee": mentee, "persona": personas[scenario.opener].name}
    return _filled((scenario.opening,), names)[0]


def mood_of(stance: Stance, persona: Persona) -> Mood:
    """How the persona is disposed, in one word."""
    rupture = min(HARD_TENSION, persona.temperament.rupture)
    if stance.tension >= rupture or stance.trust < HARD_TRUST:
        return "hard"
    if stance.trust >= WARM_TRUST and stance.tension < WARM_TENSION:
        return "warm"
    if stance.trust >= OPEN_TRUST and stance.tension < OPEN_TENSION:
        return "open"
    return "guarded"


def _lines(scenario: Scenario, state: State, beat: Beat) -> tuple[str, ...]:
    """The scenario's lines for a beat; none for what is not spoken or granted."""
    match beat.kind:
        case BeatKind.FACT:
            fact = fact_named(scenario, beat.ref)
            return fact.says if fact is not None and fact.id in state.spoken else ()
        case BeatKind.MORE:
            fact = fact_named(scenario, beat.ref)
            if fact is None or fact.id not in state.spoken:
                return ()
            place = state.added.get(fact.id, 1)
            return fact.more[place - 1 : place]
        case BeatKind.REPLY:
            return next((one.says for one in scenario.replies if one.id == beat.ref), ())
        case BeatKind.CONCESSION:
            granted = (one for one in scenario.concessions if one.id in state.granted)
            return next((one.says for one in granted if one.id == beat.ref), ())
        case BeatKind.POSITION:
            topic = topic_named(scenario, beat.ref)
            return topic.says if topic is not None else ()
        case BeatKind.CUE:
            return next((one.says for one in scenario.cues if one.id == beat.ref), ())
        case BeatKind.TWIST:
            return next((one.says for one in scenario.twists if one.id == beat.ref), ())
        case BeatKind.REACTION:
            return next((one.says for one in scenario.reactions if one.id == beat.ref), ())
        case BeatKind.LEVER:
            return next((one.says for one in scenario.levers if one.id == beat.ref), ())
        case BeatKind.ENDING:
            return next((one.says for one in scenario.endings if one.id == beat.ref), ())
        case _:
            return ()


def _filled(lines: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    """`lines` with the names in place of `{mentee}` and `{persona}`, in one pass."""
    return tuple(
        names["mentee"].join(
            part.replace("{persona}", names["persona"]) for part in line.split("{mentee}")
        )
        for line in lines
    )


def _figures(decision: Decision, state: State) -> Package | None:
    """The figures that the reply puts forward, if a beat of it does."""
    kinds = {beat.kind for beat in decision.beats}
    if BeatKind.DEAL in kinds:
        return state.table.agreed
    return state.table.offered if BeatKind.COUNTER in kinds else None


def _unsaid(scenario: Scenario, decision: Decision, state: State) -> tuple[str, ...]:
    """What of the figures put forward the mentee neither asked for nor was granted."""
    offered, asked = state.table.offered, state.table.asked
    is_put = any(beat.kind is BeatKind.COUNTER for beat in decision.beats)
    if scenario.negotiation is None or not is_put or not offered or not asked or not asked.values:
        return ()
    granted = (one.gives for one in scenario.concessions if one.id in state.granted)
    spoken = {*asked.values, *(name for gives in granted for name in gives)}
    about = {topic.id: topic.about[0] for topic in scenario.topics}
    return tuple(
        about.get(issue.topic, issue.id.replace("-", " "))
        for issue in scenario.negotiation.issues
        if issue.id in offered.values and issue.id not in spoken
    )


def _told(
    scenario: Scenario, decision: Decision, state: State, said: Iterable[str]
) -> Iterator[str]:
    """A line for each fact and concession of who speaks that was voiced on an earlier turn."""
    now = {beat.ref for beat in decision.beats}
    theirs = (None, decision.voice)
    heard = fold(" ".join(said))
    facts = {one.id: one.says for one in scenario.facts if one.by in theirs}
    granted = {one.id: one.says for one in scenario.concessions if one.by in theirs}
    for ids, lines in ((state.spoken, facts), (state.granted, granted)):
        for says in (lines[one] for one in ids if one in lines and one not in now):
            yield next((line for line in says if fold(line) in heard), says[0])


def _standing(scenario: Scenario, state: State) -> str:
    """The figures agreed on, or else those last offered, in words."""
    package = state.table.agreed or state.table.offered
    if package is None or scenario.negotiation is None:
        return ""
    return package_phrase(package, scenario.negotiation.issues, scenario.language) or ""


def _units(scenario: Scenario, counter: Package | None) -> tuple[NegotiatedIssue, ...]:
    """The issues of `counter` with their units alone: neither limits nor what they are worth."""
    if counter is None or scenario.negotiation is None:
        return ()
    return tuple(
        issue.model_copy(
            update={
                "now": None,
                "opens": None,
                "target": None,
                "limit": None,
                "step": 1.0,
                "weight": 1.0,
                "options": tuple(
                    option.model_copy(update={"value": 0.0}) for option in issue.options
                ),
            }
        )
        for issue in scenario.negotiation.issues
        if issue.id in counter.values
    )
