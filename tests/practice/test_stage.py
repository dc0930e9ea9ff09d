"""The state of a session is what was decided, less what an interruption kept from being said."""

import pytest

from simulator import director
from simulator.director.state import Beat, BeatKind, Decision, Package, Table, TurnRecord
from simulator.practice.events import Decided, Event, MenteeSpoke, ReplyInterrupted, ReplyStarted
from simulator.practice.memory import MemoryJournal
from simulator.practice.session import fold
from tests.practice.stage import Ticks, opened, stage

ASKED = Package(values={"pay": 46000.0})
FIGURES = Package(values={"pay": 45000.0})


def decision(beat: Beat) -> Decision:
    start = director.start(stage().scenario, stage().personas, 2)
    return Decision(
        turn=1,
        voice="manager",
        record=TurnRecord(turn=1),
        stance=start.stance,
        spoken=("badges",) if beat.kind is BeatKind.FACT else (),
        granted=("trial",) if beat.kind is BeatKind.CONCESSION else (),
        table=Table(asked=ASKED, offered=FIGURES, agreed=FIGURES, value=0.5),
        closing="told",
        closes_at=2,
        beats=(beat,),
    )


@pytest.mark.parametrize("kind", [BeatKind.DEAL, BeatKind.COUNTER, BeatKind.CONCESSION])
def test_figures_that_were_never_said_are_not_on_the_table(kind: BeatKind) -> None:
    beat = Beat(kind=kind, ref="trial" if kind is BeatKind.CONCESSION else "")
    journal = MemoryJournal(Ticks())
    events: list[Event] = [
        opened(),
        MenteeSpoke(turn=2, text="46,000?"),
        Decided(turn=2, decision=decision(beat)),
        ReplyStarted(turn=3, voice="manager", actor="script"),
        ReplyInterrupted(turn=3, text="Well", cause="mentee", unsaid=(beat,)),
    ]
    journal.append(events, 0)

    state = stage().state(fold(journal.read()))

    assert (state.table.asked, state.table.offered, state.table.agreed) == (ASKED, None, None)
    assert state.granted == ()


def test_what_was_said_before_the_cut_counts() -> None:
    journal = MemoryJournal(Ticks())
    events: list[Event] = [
        opened(),
        MenteeSpoke(turn=2, text="46,000?"),
        Decided(turn=2, decision=decision(Beat(kind=BeatKind.FACT, ref="badges"))),
        ReplyStarted(turn=3, voice="manager", actor="script"),
        ReplyInterrupted(turn=3, text="The badges.", cause="mentee"),
    ]
    journal.append(events, 0)

    assert stage().state(fold(journal.read())).spoken == ("badges",)
