"""Sessions held before: as a list, and where words were said in them."""

from collections.abc import Iterator

from simulator.cli.plain.debriefing import opened, talk_lines
from simulator.cli.plain.holding import hold
from simulator.cli.plain.sitting import Option, Options, Sitting
from simulator.practice.session import Session
from simulator.transcripts.search import Hit
from simulator.views.debrief_words import quoted
from simulator.views.shelf import ShelfSession, shelf
from simulator.views.words import one_line

AROUND = 1
"""Utterances before and after a hit that are said with it."""


def listed(sitting: Sitting, *, is_open: bool | None = None) -> Options:
    """Sessions, newest first: all of them, those that are open, or those that are not."""

    def options() -> list[Option]:
        house = sitting.house
        held = shelf(house, sitting.t, now=house.clock.now(), reviews=house.reviews())
        return [
            Option(one.id, one.title, more=_more(one))
            for one in held.sessions
            if is_open is None or one.is_open == is_open
        ]

    return options


def go_on(sitting: Sitting) -> None:
    """Take up a talk that was left open."""
    options = listed(sitting, is_open=True)
    if not options():
        sitting.say("cli.plain.none-open")
    elif session := sitting.choose("cli.plain.open-sessions", options):
        hold(sitting, sitting.house.resume(session))


def browse(sitting: Sitting) -> None:
    """Choose a session, and what to do with it, until somebody steps back."""
    options = listed(sitting)
    while options():
        session = sitting.choose("cli.plain.sessions", options)
        if not session:
            return
        hold(sitting, opened(sitting, session))
    sitting.say("cli.sessions.none")


def search(sitting: Sitting) -> None:
    """Where words were said, in all sessions; a hit opens with what was said around it."""
    words = sitting.line("cli.plain.search")
    while hits := {str(at): one for at, one in enumerate(sitting.house.search(words))}:
        found = [Option(key, _hit(sitting, one)) for key, one in hits.items()]
        sitting.channel.say(sitting.t.n("cli.plain.hits", len(found)))
        key = sitting.choose("cli.plain.hit", _always(found))
        if not key:
            return
        hit = hits[key]
        sitting.say_all(_around(sitting, sitting.house.session(hit.session), hit.turn))
        hold(sitting, opened(sitting, hit.session))
    sitting.say("cli.search.none")


def _always(found: list[Option]) -> Options:
    return lambda: found


def _more(one: ShelfSession) -> str:
    """What is said of a session in a list, and where mentors are with it if it was shared."""
    return ", ".join(filter(None, (one.when, one.mentee, one.length, one.outcome, one.standing)))


def _hit(sitting: Sitting, hit: Hit) -> str:
    """A hit in its place: which session, which turn, whose words."""
    t = sitting.t
    held = shelf(sitting.house, t).session(hit.session)
    who = t("cli.plain.me") if hit.speaker == "mentee" else t("cli.plain.partner")
    said = t("cli.plain.said", turn=hit.turn, who=who, words=quoted(one_line(hit.snippet), t))
    return f"{held.title if held else hit.session}, {said}"


def _around(sitting: Sitting, session: Session, turn: int) -> Iterator[str]:
    """What was said at a turn, before it and after it."""
    for line, one in zip(talk_lines(sitting, session), session.utterances, strict=True):
        if abs(one.turn - turn) <= AROUND:
            yield line
