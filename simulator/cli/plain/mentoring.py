"""The mentor's desk: the sessions that were shared, those that wait first, and reviewing one.

Whoever sits here gives a name; nothing proves it. What is ruled is stored at once.
"""

from pathlib import Path

from simulator.cli.plain.sitting import Option, Sitting
from simulator.cli.reviewing import PlainReview
from simulator.config import LONGEST_NAME
from simulator.views.exchange import contents
from simulator.views.review import queue


def desk(sitting: Sitting) -> None:
    """Choose a session that was shared and review it, until somebody steps back."""
    if not _waiting(sitting):
        sitting.say("cli.plain.mentor.none")
        return
    if not sitting.mentor:
        sitting.mentor = sitting.line("cli.plain.mentor.name")[:LONGEST_NAME]
    if not sitting.mentor:
        sitting.say("cli.plain.unchanged")
        return
    while session := sitting.choose("cli.plain.mentor.queue", lambda: _waiting(sitting)):
        with sitting.telling():
            reviewing = sitting.house.desk.review(session, sitting.mentor)
            signed = len(reviewing.review.signatures)
            PlainReview(reviewing, sitting.channel, sitting.t).run()
            if len(reviewing.review.signatures) > signed:
                _send_back(sitting, session)


def _send_back(sitting: Sitting, session: str) -> None:
    """Write what was signed into a file for a mentee elsewhere, after what is in it was named."""
    post = sitting.house.post
    outgoing = post.reviewed(session, sitting.mentor)
    sitting.say_all(contents(outgoing.inside, sitting.t))
    path = Path(outgoing.name).absolute()
    if sitting.agrees("cli.plain.mentor.send", path=path):
        post.send_reviewed(session, sitting.mentor, path)
        sitting.say("cli.export.done", path=path)
    else:
        sitting.say("cli.export.kept")


def _waiting(sitting: Sitting) -> list[Option]:
    """The sessions that were shared, each with how far its review is."""
    house = sitting.house
    shared = house.desk.queue() if house.sessions() else ()
    listed = queue(
        [house.session(one.row.id) for one in shared],
        [review for one in shared for review in one.reviews],
        {one.row.scenario: one.row.title for one in shared},
        sitting.t,
        sitting.mentor,
    )
    return [Option(one.session, one.text) for one in listed]
