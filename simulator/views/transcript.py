"""A talk to be read: every turn with its number, and what was noted beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.practice.session import Session
from simulator.views.talk import Said, talk


@dataclass(frozen=True, slots=True)
class Written:
    """One utterance, or a note on one; `is_sought` where somebody looked for it."""

    turn: int
    role: Literal["mentee", "persona", "note"]
    who: str
    text: str
    is_sought: bool = False


def transcript(
    session: Session, personas: Mapping[str, Persona], t: Translator, *, sought: int = 0
) -> tuple[Written, ...]:
    """What was meant, then everything said, each turn followed by its notes; `sought` is a turn."""
    meant = session.followup.intention
    head = (Written(0, "note", "", t("views.transcript.meant", intention=meant)),) if meant else ()
    return head + tuple(
        one
        for said in talk(session, personas)
        for one in (_said(said, t, is_sought=said.turn == sought), *_notes(session, said.turn, t))
    )


def _said(one: Said, t: Translator, *, is_sought: bool) -> Written:
    text = one.text or t("views.silence")
    if one.is_cut:
        text = f"{one.text.rstrip()} {t('views.cut')}".lstrip()
    name = t("views.you") if one.speaker == "mentee" else one.who
    who = t(
        "views.transcript.sought" if is_sought else "views.transcript.who", who=name, turn=one.turn
    )
    return Written(one.turn, one.speaker, who, text, is_sought)


def _notes(session: Session, turn: int, t: Translator) -> Iterator[Written]:
    """The marks on a turn, each with its note where it has one."""
    for mark in session.marks:
        if mark.turn != turn:
            continue
        if mark.by == "mentee":
            text = t("views.transcript.own", note=mark.note)
        elif mark.note:
            text = t("views.transcript.mentor", author=mark.author, note=mark.note)
        else:
            text = t("views.transcript.mark", author=mark.author)
        yield Written(turn, "note", "", text)
