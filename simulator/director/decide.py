"""One of the mentee's turns, decided whole: what it changes, why, and what the reply does.

The order is fixed: what was said is put on record; open cues are settled; the stance moves; the
situation reacts; figures are answered; something is told or granted; an ending may begin; last,
the reply is composed of beats. Pure: the same state, reading, line and seed give the same
decision. It refuses to word anything, and a find that is not sure changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simulator.director import reasons as why
from simulator.director.bearing import bears_on_scene
from simulator.director.beats import beats_of
from simulator.director.conditions import View, view_of
from simulator.director.conduct import Conduct, conduct_of
from simulator.director.cues import Settled, settle
from simulator.director.endings import is_crowned, is_time_short
from simulator.director.events import Events, events_of, levers_named
from simulator.director.fold import start
from simulator.director.moment import Moment
from simulator.director.patterns import is_early, is_repeated, patterns_of
from simulator.director.stance import Moved, Moving, is_ruptured
from simulator.director.state import Beat, BeatKind, Decision, Stance, State, TurnRecord
from simulator.director.topics import topics_raised
from simulator.director.vocabulary import Named, named_in
from simulator.director.voices import Addressee, addressee, patterns_between
from simulator.director.yielding import strained, yielding
from simulator.library.persona import Pattern, Persona
from simulator.library.scenario import Scenario
from simulator.reading.asking import question_of
from simulator.reading.moves import Reading
from simulator.text import fold

_NEWS = frozenset({BeatKind.FACT, BeatKind.MORE, BeatKind.CONCESSION, BeatKind.CUE})
"""What is thanked for itself: the thanks right after it take no leave."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The mentee's line, read for what the director needs."""

    conduct: Conduct
    named: Named
    record: TurnRecord
    addressee: Addressee

    @property
    def voice(self) -> str:
        """The persona who answers."""
        return self.addressee.voice


def decide(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    state: State,
    reading: Reading,
    line: str,
    *,
    level: int,
    seed: int,
) -> Decision:
    """What the mentee's next `line`, read as `reading`, changes, and what the reply does."""
    said = _said(scenario, personas, state, reading, line)
    turn = said.record.turn
    settled = settle(scenario, state, said.conduct, said.record)
    levers = () if said.conduct.is_pressing else levers_named(scenario, state, said.named.levers)
    began = start(scenario, personas, level)
    moving = Moving(personas, level, began, state, said.conduct, said.addressee.to)
    moved = moving.by_conduct(_patterns(scenario, personas, state, said, settled))
    seen = _view(state, said, settled, moved.stance, tuple(one.id for one in levers))
    events = events_of(scenario, state, seen, levers, voice=said.voice, seed=seed)
    may_gain = not said.conduct.is_hard
    pushes = {name: events.pushes(name, may_gain=may_gain) for name in state.stance}
    moved = moving.by_events(moved, pushes)
    voice = events.speaker(said.voice)
    persona, before, after = personas[voice], state.stance[voice], moved.stance[voice]
    moment = Moment(
        scenario=scenario,
        state=state,
        turn=turn,
        seed=seed,
        voice=voice,
        conduct=said.conduct,
        named=said.named,
        view=replace(seen, stance=after, stances=moved.stance),
        before=before,
        stance=after,
        trust_at_start=began.stance[voice].trust,
        gains=persona.at_level(level).gains,
        was_ruptured=is_ruptured(persona, before),
        is_ruptured=is_ruptured(persona, after),
        is_repeated=is_repeated(said.record, state.history),
        is_early=is_early(said.conduct, state.history),
        taken=settled.taken,
        missed=settled.missed,
        twist=events.twist,
        reactions=tuple(one for one in events.reactions if one.by in {None, voice}),
        levers=tuple(one for one in levers if one.by in {None, voice}),
        wraps_up=is_time_short(scenario, turn),
        asked=question_of(line, scenario.language),
    )
    return _decision(yielding(moment, reading, line, moved.stance), said, settled, events, moved)


def _said(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    state: State,
    reading: Reading,
    line: str,
) -> _Said:
    named = named_in(reading)
    folded = fold(line)
    room = view_of(state, strained(state.stance))
    is_fresh = not _NEWS.isdisjoint(beat.kind for beat in state.beats)
    has_won = room.has_deal or is_crowned(scenario, room) or (bool(state.granted) and not is_fresh)
    conduct = conduct_of(
        reading,
        names_topic=bool(named.topics or named.levers),
        bears=bears_on_scene(scenario, state, named, folded),
        has_won=has_won,
    )
    record = TurnRecord(
        turn=state.turn + 1,
        moves=conduct.moves,
        signals=conduct.signals,
        topics=named.topics,
        words=reading.words,
        folded=folded,
    )
    meant = addressee(scenario, personas, state, conduct, topics=named.topics, folded=folded)
    record = record.model_copy(update={"to": meant.to or ""})
    return _Said(conduct, named, record, meant)


def _patterns(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    state: State,
    said: _Said,
    settled: Settled,
) -> Mapping[str, tuple[Pattern, ...]]:
    """What shows across turns, for each persona."""
    common = tuple(patterns_of(said.conduct, said.record, state.history))
    return {
        name: (
            *common,
            *settled.patterns(scenario, name),
            *patterns_between(scenario, personas, name, said.conduct, said.record, state.history),
        )
        for name in state.stance
    }


def _view(
    state: State,
    said: _Said,
    settled: Settled,
    stances: Mapping[str, Stance],
    levers: tuple[str, ...],
) -> View:
    """What conditions see on this turn, once the mentee's conduct has moved everybody."""
    before = view_of(state, stances[said.voice])
    return replace(
        before,
        stances=stances,
        history=(*state.history, said.record),
        cues_taken=(*before.cues_taken, *settled.taken),
        levers=(*before.levers, *levers),
    )


def _decision(
    moment: Moment, said: _Said, settled: Settled, events: Events, moved: Moved
) -> Decision:
    beats = beats_of(moment)
    cue = moment.cue if _refs(beats, BeatKind.CUE) else None
    turn, ending = moment.turn, moment.outcome
    raised = topics_raised(moment.scenario, beats) or said.record.topics
    if not raised and moment.state.history:
        raised = moment.state.history[-1].persona_topics
    return Decision(
        turn=turn,
        voice=_last_voice(moment, beats),
        record=said.record.model_copy(update={"persona_topics": raised}),
        changes=moved.changes,
        stance=moved.stance,
        spoken=_refs(beats, BeatKind.FACT),
        granted=_refs(beats, BeatKind.CONCESSION),
        cues_offered=_refs(beats, BeatKind.CUE),
        cues_taken=settled.taken,
        cues_missed=settled.missed,
        twists=(events.twist.id,) if events.twist is not None else (),
        reactions=tuple(one.id for one in events.reactions),
        levers=tuple(one.id for one in events.levers),
        table=moment.answer.table,
        closing=ending.closing.id if ending.closing is not None else None,
        closes_at=ending.closes_at,
        ended=ending.ended.id if ending.ended is not None else None,
        warns=ending.warns,
        amiss=_amiss(moment, beats),
        reasons=(
            *why.of_cues(settled, cue, turn),
            *why.of_events(events.twist, events.reactions, events.levers, turn),
            *moment.answer.reasons,
            *why.of_gift(moment.scenario, moment.gift, turn, in_rupture=moment.is_closed_off),
            *why.of_outcome(ending, turn),
        ),
        beats=beats,
    )


def _amiss(moment: Moment, beats: tuple[Beat, ...]) -> str:
    """The mentee's words for what the reply says was never granted."""
    says_so = any(beat.kind in {BeatKind.PARTLY, BeatKind.AMISS} for beat in beats)
    return moment.recap.amiss[0] if moment.recap is not None and says_so else ""


def _last_voice(moment: Moment, beats: tuple[Beat, ...]) -> str:
    """Who speaks: whoever answers, but for closing words alone that are another's."""
    ended = moment.outcome.ended
    is_alone = all(beat.kind is BeatKind.ENDING for beat in beats)
    return ended.by if ended is not None and ended.by is not None and is_alone else moment.voice


def _refs(beats: tuple[Beat, ...], kind: BeatKind) -> tuple[str, ...]:
    return tuple(beat.ref for beat in beats if beat.kind is kind)
