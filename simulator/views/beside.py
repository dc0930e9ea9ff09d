"""What was told beside the talk, to the mentee alone: hints, notes, marks, a word outside the scene.

Told again from the events wherever a talk is taken up, so that nothing told once is gone. A
mentor's private mark is never among it.
"""

from collections.abc import Iterator
from typing import TypeAlias

from simulator.i18n import Translator
from simulator.practice.events import HelpShown, HintGiven, TurnMarked
from simulator.practice.session import Session
from simulator.views.hints import hint_words

Beside: TypeAlias = HelpShown | HintGiven | TurnMarked


def beside(session: Session, turn: int) -> Iterator[Beside]:
    """What was told after the utterance at `turn`, each kind in the order in which it came."""
    if turn in session.help_shown:
        yield HelpShown(turn=turn)
    yield from (one for one in session.followup.hints if one.turn == turn)
    for mark in session.marks:
        if mark.turn == turn and not (mark.private and mark.by == "mentor"):
            yield mark


def beside_words(told: Beside, t: Translator) -> str:
    """It in words."""
    match told:
        case HelpShown():
            return t("views.help-message")
        case HintGiven():
            return t("views.beside.hint", hint=hint_words(told, t))
        case TurnMarked(author=author, note=note, private=private):
            named = t("views.beside.mark-by", author=author) if author else ""
            label = named or t("views.beside.note" if private else "views.beside.mark")
            return t("views.labelled", label=label, text=note) if note else label
