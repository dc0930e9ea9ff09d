"""What a mentee does with one session: share it, send it, resolve something, tell, delete it.

Each asks what it needs in a line, does one thing that is recorded, and says what it did. An empty
answer changes nothing.
"""

from pathlib import Path

from simulator.cli.plain.sitting import Option, Sitting
from simulator.debrief.next_step import resolved
from simulator.practice.events import RealTalkTold
from simulator.transcripts.exchange.gather import Choice
from simulator.views.exchange import contents


def shared(sitting: Sitting, session: str) -> None:
    """Let somebody read it."""
    name = sitting.line("cli.plain.share")
    if not name:
        sitting.say("cli.plain.unchanged")
        return
    sitting.house.afterwards(session).share(name)
    sitting.say("cli.share.done", name=name, session=session)
    sitting.say("cli.plain.share.inside")


def revoked(sitting: Sitting, session: str) -> None:
    """Take a share back."""
    after = sitting.house.afterwards(session)
    names = tuple(one.with_whom for one in after.session.followup.shares)
    name = sitting.choose("cli.plain.revoke", lambda: [Option(one, one) for one in names])
    if name:
        after.revoke(name)
        sitting.say("cli.share.revoked", session=session, name=name)


def sent(sitting: Sitting, session: str) -> None:
    """Write one file to send, after everything in it was named."""
    name = sitting.line("cli.plain.file.whom")
    choice = Choice(is_anonymous=False, with_private=False, with_session=True)
    outgoing = sitting.house.post.outgoing(session, choice, name)
    sitting.say_all(contents(outgoing.inside, sitting.t))
    path = Path(outgoing.name).absolute()
    if not sitting.agrees("cli.export.ask", path=path):
        sitting.say("cli.export.kept")
        return
    sitting.house.post.send(outgoing, choice, path)
    sitting.say("cli.export.done", path=path)


def committed(sitting: Sitting, session: str) -> None:
    """Keep one next step, as if and then."""
    when = sitting.line("cli.plain.commit.when")
    then = sitting.line("cli.plain.commit.then") if when else ""
    if not then:
        sitting.say("cli.plain.unchanged")
        return
    made = resolved(when, then, None)
    sitting.house.afterwards(session).commit(made)
    sitting.say("cli.commit.kept", when=made.when, then=made.then)


def retold(sitting: Sitting, session: str) -> None:
    """Keep how the real conversation went."""
    text = sitting.line("cli.plain.tell")
    if not text:
        sitting.say("cli.plain.unchanged")
        return
    sitting.house.afterwards(session).tell(RealTalkTold(text=text))
    sitting.say("cli.afterwards.kept", session=session)


def forgotten(sitting: Sitting, session: str) -> bool:
    """Delete it for good; whether that was done."""
    if not sitting.agrees("cli.forget.ask", session=session):
        sitting.say("cli.forget.kept")
        return False
    gone = sitting.house.forget(session)
    sitting.say("cli.forget.done", session=session)
    if gone.retries:
        sitting.say("cli.forget.retries", sessions=", ".join(gone.retries))
    copies = sorted(one.name for one in sitting.house.home.glob("backup-*.db"))
    if copies:
        sitting.say("cli.forget.copies", files=", ".join(copies))
    return True
