"""What follows a talk: who may read it, what was foreseen, judged, resolved, and how life went on.

A fold like the session's own, of the events that may come after its end. Nothing here changes what
was said in the talk.
"""

from dataclasses import dataclass, replace
from typing import Self

from simulator.practice.events import (
    ActorChanged,
    CommitmentMade,
    ConsentGiven,
    Event,
    HintGiven,
    IntentionSet,
    ItemJudged,
    LlmUsed,
    PredictionMade,
    ReadingAgreed,
    ReadingRefined,
    RealTalkTold,
    SessionShared,
    SharingRevoked,
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Everything a session holds beside the talk, the scene and the reflection."""

    hints: tuple[HintGiven, ...] = ()
    """In the order in which they were asked for."""
    intention: str = ""
    """What the mentee meant to do; the latest line, empty for none."""
    prediction: PredictionMade | None = None
    """The first one made: a guess after the draft was seen is none."""
    shares: tuple[SessionShared, ...] = ()
    """Those not taken back, oldest first."""
    judged: tuple[ItemJudged, ...] = ()
    """The latest answer to each item by each judge."""
    commitment: CommitmentMade | None = None
    """The latest one."""
    told: tuple[RealTalkTold, ...] = ()
    consents: tuple[ConsentGiven | ReadingAgreed, ...] = ()
    actor: str = ""
    """The actor that took over last; empty while the first one goes on."""
    refined: tuple[ReadingRefined, ...] = ()
    """What an LLM reader made of the mentee's lines, the latest of each."""
    used: tuple[LlmUsed, ...] = ()
    """What LLMs have used, in the order in which it was said."""
    awaited: CommitmentMade | None = None
    """The latest resolution, until it is told how the real conversation went."""

    @property
    def is_shared(self) -> bool:
        """Whether anybody but the mentee may read the session."""
        return bool(self.shares)

    def after(self, event: Event) -> Self:
        """This with one more event; events of other kinds change nothing."""
        match event:
            case HintGiven():
                return replace(self, hints=(*self.hints, event))
            case IntentionSet(text=text):
                return replace(self, intention=text)
            case PredictionMade():
                return replace(self, prediction=self.prediction or event)
            case SessionShared(with_whom=name):
                others = (one for one in self.shares if one.with_whom != name)
                return replace(self, shares=(*others, event))
            case SharingRevoked(with_whom=name):
                left = tuple(one for one in self.shares if one.with_whom != name)
                return replace(self, shares=left)
            case ItemJudged(item=item, by=judge):
                kept = (one for one in self.judged if (one.item, one.by) != (item, judge))
                return replace(self, judged=(*kept, event))
            case CommitmentMade():
                return replace(self, commitment=event, awaited=event)
            case RealTalkTold():
                return replace(self, told=(*self.told, event), awaited=None)
            case ConsentGiven() | ReadingAgreed():
                return replace(self, consents=(*self.consents, event))
            case ReadingRefined(turn=turn):
                earlier = tuple(one for one in self.refined if one.turn != turn)
                return replace(self, refined=(*earlier, event))
            case LlmUsed():
                return replace(self, used=(*self.used, event))
            case ActorChanged(actor=name):
                return replace(self, actor=name)
            case _:
                return self
