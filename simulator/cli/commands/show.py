"""`simulator show`: a session word for word; the mentor's copy adds what moved the persona."""

import sys
from argparse import Namespace

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.debrief.marks import is_read_by
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.practice.events import TurnMarked
from simulator.practice.session import Session
from simulator.views.talk import Said, refused_words, talk
from simulator.views.words import named_in, reason_words
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Print every utterance with its turn."""
    with House.build(settings) as house:
        session = house.session(options.session)
        if options.copy == "mentor" and not session.followup.is_shared:
            raise UsageError("not-shared", session=session.id)
        stage = house.stage_of(session)
    said, named = talk(session, stage.personas), named_in(stage.scenario)
    is_mentor = options.copy == "mentor"
    marks = tuple(one for one in session.marks if is_read_by(options.copy, one))
    if options.format == "json":
        print_json(_as_json(session, said, marks), sys.stdout)
        return ExitCode.FINE
    opened = session.opened
    print_lines(
        [t("cli.show.head", session=session.id, scenario=opened.scenario, mentee=opened.mentee)],
        sys.stdout,
    )
    for one in said:
        cut = f" {t('cli.plain.cut')}" if one.is_cut else ""
        words = f"{' '.join(one.text.split())}{cut}"
        print_lines([f"{one.turn:>3}  {one.who}{t('debrief.colon')}{words}"], sys.stdout)
        for mark in marks:
            if mark.turn == one.turn:
                author = mark.author or t(f"cli.show.{mark.by}")
                print_lines([t("cli.show.mark", author=author, note=mark.note)], sys.stdout)
        if is_mentor:
            refused = refused_words(t, session, one.turn)
            print_lines((f"     · {words}" for words in refused), sys.stdout)
        if is_mentor and one.turn in session.decisions:
            decision = session.decisions[one.turn]
            print_lines(
                (f"     · {reason_words(t, change.reason, named)}" for change in decision.changes),
                sys.stdout,
            )
            print_lines(
                (f"     · {reason_words(t, reason, named)}" for reason in decision.reasons),
                sys.stdout,
            )
    return ExitCode.FINE


def _as_json(
    session: Session, said: tuple[Said, ...], marks: tuple[TurnMarked, ...]
) -> dict[str, object]:
    opened, ended = session.opened, session.ended
    return {
        "format": FORMAT,
        "session": session.id,
        "scenario": opened.scenario,
        "language": opened.language,
        "level": opened.level,
        "seed": opened.seed,
        "actor": opened.actor,
        "mentee": opened.mentee,
        "parent": opened.parent,
        "parent_turn": opened.parent_turn,
        "outcome": "open" if ended is None else ended.ending or ended.cause,
        "marks": [
            {"turn": one.turn, "by": one.by, "author": one.author, "note": one.note}
            for one in marks
        ],
        "refused": [
            {
                "turn": one.turn,
                "reason": one.code,
                "by": one.by,
                "attempt": one.attempt,
                "shown": one.shown,
            }
            for one in session.refusals
        ],
        "turns": [
            {
                "turn": one.turn,
                "speaker": one.speaker,
                "name": one.who,
                "text": one.text,
                "complete": not one.is_cut,
            }
            for one in said
        ],
    }
