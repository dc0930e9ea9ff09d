"""A session that is over, or was left: its debrief, and everything that can be done with it.

The mentee's own words come before the debrief. The page is the one that every front end shows, a
sentence a line.
"""

from collections.abc import Iterator

from simulator.cli.plain import deeds
from simulator.cli.plain.audible import uncommanded
from simulator.cli.plain.looking_back import reflect
from simulator.cli.plain.sitting import Option, Sitting
from simulator.debrief.reflection import is_due
from simulator.practice.conversation import Conversation
from simulator.practice.session import Session
from simulator.reports.heading import heading
from simulator.transcripts.rows import OPEN
from simulator.views.debrief import page
from simulator.views.shelf import shelf
from simulator.views.ways import ways_labelled
from simulator.views.words import one_line

STOPPED = "stopped"
"""Outcome of a session in which nothing is looked into."""


def debriefed(sitting: Sitting, session: str) -> Conversation | None:
    """The debrief, then what may be done next; the talk that follows from it, if one does."""
    with sitting.telling():
        told(sitting, session)
    return opened(sitting, session)


def opened(sitting: Sitting, session: str) -> Conversation | None:
    """What may be done with a session, until a talk follows from it or somebody steps back."""
    while True:
        held = sitting.house.session(session)
        listed = shelf(sitting.house, sitting.t).session(session)
        key = sitting.choose(
            "cli.plain.session.title",
            lambda: tuple(_options(sitting, session)),
            title=listed.title if listed else session,
        )
        if not key:
            return None
        with sitting.telling():
            match key:
                case "resume":
                    return sitting.house.resume(session)
                case "end":
                    sitting.house.resume(session).leave()
                    sitting.say("cli.plain.session.ended")
                case "again":
                    if (turn := _turn(sitting, held)) is not None:
                        retry = sitting.house.retry(session, turn)
                        sitting.say("cli.plain.from.back", turn=turn)
                        return retry
                case "forget":
                    if deeds.forgotten(sitting, session):
                        return None
                case _:
                    _done(sitting, key, session)


def told(sitting: Sitting, session: str, *, whole: bool = False) -> None:
    """The mentee's own words where they are still due, then the debrief; `whole`: what is behind."""
    house = sitting.house
    conversation = house.resume(session)
    if is_due(conversation.session):
        sitting.say("cli.plain.over")
        reflect(conversation, sitting.channel, sitting.t, may_wait=True)
    sitting.say_all(debrief_lines(sitting, session, whole=whole))


def debrief_lines(sitting: Sitting, session: str, *, whole: bool = False) -> Iterator[str]:
    """The page, each section behind its title; with `whole`, what stands behind it instead.

    A stopped talk has no findings: what was counted stands behind an almost empty page.
    """
    house, t = sitting.house, sitting.t
    debrief = house.debrief(session)
    suggested = house.learning.suggested(debrief.mentee)
    is_stopped = debrief.standing == "stopped"
    shown = page(debrief, t, whole=whole or is_stopped, suggested=suggested)
    if not whole:
        yield shown.title
        yield heading(debrief, t)
        yield shown.standing
    for section in shown.sections:
        if is_stopped or section.is_behind == whole:
            yield f"{section.title}{t('debrief.colon').rstrip()}"
            yield from (uncommanded(line.text, t) for line in section.items)


def talk_lines(sitting: Sitting, session: Session) -> Iterator[str]:
    """Everything said, each line with its turn and its speaker."""
    t = sitting.t
    stage = sitting.house.stage_of(session)
    for one in session.utterances:
        is_persona = one.speaker == "persona"
        who = stage.personas[one.voice].name if is_persona else t("cli.plain.me")
        words = one_line(one.text) or t("views.silence")
        yield t("cli.plain.said", turn=one.turn, who=who, words=words)


def _options(sitting: Sitting, session: str) -> Iterator[Option]:
    """What may be done with it now; what may come to it is said last, and moves no number."""
    row = next(one for one in sitting.house.sessions() if one.id == session)
    keys = ["resume", "end", "talk"]
    if row.outcome != OPEN:
        again = ("again",) if row.turns else ()
        told = ("counted",) if row.outcome == STOPPED else ("debrief", "whole")
        keys = [*told, "talk", *again, "commit", "share", "file"]
    keys.append("forget")
    if _tried(sitting, session):
        keys.append("ways")
    if sitting.house.session(session).followup.awaited is not None:
        keys.append("tell")
    if row.shared_with:
        keys.append("revoke")
    for key in keys:
        yield Option(key, sitting.t(f"cli.plain.session.{key}"))


def _tried(sitting: Sitting, session: str) -> str:
    """The session whose ways can be laid side by side: this one, or the one it is a retry of."""
    rows = sitting.house.sessions()
    if any(one.parent == session for one in rows):
        return session
    return next((one.parent or "" for one in rows if one.id == session), "")


def _done(sitting: Sitting, key: str, session: str) -> None:
    house, t = sitting.house, sitting.t
    match key:
        case "debrief" | "whole" | "counted":
            told(sitting, session, whole=key == "whole")
        case "talk":
            sitting.say_all(talk_lines(sitting, house.session(session)))
        case "ways":
            ref = _tried(sitting, session)
            laid = house.learning.ways(ref)
            sitting.say_all(ways_labelled(laid, house.learning.personas(ref), t))
        case "commit":
            deeds.committed(sitting, session)
        case "tell":
            deeds.retold(sitting, session)
        case "share":
            deeds.shared(sitting, session)
        case "revoke":
            deeds.revoked(sitting, session)
        case "file":
            deeds.sent(sitting, session)


def _turn(sitting: Sitting, session: Session) -> int | None:
    """Which of the mentee's lines to say anew, chosen from all of them."""

    def options() -> list[Option]:
        return [
            Option(str(one.turn), one_line(one.text) or sitting.t("views.silence"), number=one.turn)
            for one in session.said_by("mentee")
        ]

    return int(sitting.choose("cli.plain.again", options) or 0) or None
