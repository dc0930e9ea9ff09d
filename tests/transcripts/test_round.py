"""A whole round between two workspaces: rehearsed, sent, reviewed, signed, sent back."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.config import Settings
from simulator.debrief.review.points import unseen
from simulator.practice.events import ReflectionWritten
from simulator.text import fold
from simulator.transcripts.exchange.gather import Choice
from simulator.wiring import House

LINE = "I am Camille. What is behind the rule about Tuesdays?"


@pytest.fixture
def mentee(tmp_path: Path) -> Iterator[House]:
    with House.build(Settings(home=tmp_path / "mentee", mentee="Camille Roux")) as house:
        yield house


@pytest.fixture
def mentor(tmp_path: Path) -> Iterator[House]:
    with House.build(Settings(home=tmp_path / "mentor")) as house:
        yield house


def rehearsed(house: House) -> str:
    async def talk() -> str:
        conversation = house.begin(house.stage(house.cards()[0].id))
        async for _ in conversation.reply():
            pass
        async for _ in conversation.say(LINE):
            pass
        conversation.leave()
        conversation.reflect(("I, Camille, asked about zanzibar.",))
        return conversation.session.id

    return asyncio.run(talk())


@pytest.mark.parametrize("is_anonymous", [False, True])
def test_the_mentee_sees_what_the_mentor_signed_and_both_stores_verify(
    mentee: House, mentor: House, tmp_path: Path, is_anonymous: bool
) -> None:
    session = rehearsed(mentee)
    choice = Choice(is_anonymous=is_anonymous)
    there, back = tmp_path / "there", tmp_path / "back"
    mentee.post.send(mentee.post.outgoing(session, choice, "Noor"), choice, there)
    mentor.post.receive(there)
    reviewing = mentor.desk.review(session, "Noor")
    for point in reviewing.review.waiting:
        if point.id in unseen(reviewing.review):
            reviewing.rule_blind(point.id, "could-not-judge", "Too short a talk to say.")
        else:
            reviewing.rule(point.id, "accepted")
    version = reviewing.sign()
    only = Choice(with_session=False)
    mentor.post.send(mentor.post.outgoing(session, only), only, back)
    mentee.post.receive(back)

    (review,) = mentee.desk.reviews_of(session)
    assert (version, review.is_signed, review.waiting) == (1, True, ())
    assert mentee.sessions()[0].reviewed == "signed"
    assert mentee.verify() == mentor.verify() == ()


def test_nothing_of_the_mentees_own_is_in_a_copy_without_their_name(
    mentee: House, tmp_path: Path
) -> None:
    session = rehearsed(mentee)
    choice = Choice(is_anonymous=True)
    path = tmp_path / "copy"
    mentee.post.send(mentee.post.outgoing(session, choice, "Noor"), choice, path)
    whole = path.read_text(encoding="utf-8")

    assert isinstance(mentee.session(session).reflection, ReflectionWritten)
    assert json.loads(whole)["debrief"] is not None
    assert [word for word in ("camille", "roux", "zanzibar") if word in fold(whole)] == []
    (share,) = mentee.session(session).followup.shares
    assert share.copy_head == json.loads(whole)["streams"][0]["links"][-1]["hash"]
