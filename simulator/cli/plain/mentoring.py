"""The mentor's desk: the sessions that were shared, those that wait first, and reviewing one.

Whoever sits here gives a name; nothing proves it. What is ruled is stored at once.
"""

from simulator.cli.plain.sitting import Option, Sitting
from simulator.cli.reviewing import PlainReview
from simulator.config import LONGEST_NAME
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
            PlainReview(reviewing, sitting.channel, sitting.t).run()


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
