"""The talk as a screen shows it: who said what, with the names people see."""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.library.persona import Persona
from simulator.practice.session import Session, Speaker, Utterance


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance with its speaker's name; `is_cut` for a reply that was interrupted."""

    turn: int
    speaker: Speaker
    who: str
    text: str
    is_cut: bool


def talk(session: Session, personas: Mapping[str, Persona]) -> tuple[Said, ...]:
    """Everything said so far, oldest first."""
    return tuple(said(one, personas) for one in session.utterances)


def said(utterance: Utterance, personas: Mapping[str, Persona]) -> Said:
    """One utterance as shown."""
    is_persona = utterance.speaker == "persona"
    return Said(
        turn=utterance.turn,
        speaker=utterance.speaker,
        who=personas[utterance.voice].name if is_persona else utterance.voice,
        text=utterance.text,
        is_cut=is_persona and not utterance.complete,
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the talk has come, in the mentee's turns."""

    taken: int
    soft: int
    hard: int

    @property
    def is_closing(self) -> bool:
        """Whether the persona is about to bring things to an end."""
        return self.taken >= self.soft


def progress(session: Session, *, soft: int, hard: int) -> Progress:
    """The mentee's turns so far, against the scenario's limits."""
    return Progress(taken=len(session.said_by("mentee")), soft=soft, hard=hard)
