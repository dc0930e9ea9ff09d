"""What was said at one moment, then and in the retries, side by side."""

from collections.abc import AsyncGenerator, Sequence

import pytest

from simulator.debrief.course import Course
from simulator.debrief.ways import Laid, Spread, ways
from simulator.director.direction import Direction
from simulator.practice.conversation import Conversation
from simulator.practice.memory import MemoryJournal
from simulator.practice.ports import Actor
from simulator.practice.retry import retried
from simulator.practice.stage import Stage
from tests.debrief.talks import shipped_stage
from tests.practice.stage import Ticks, opened

BLAMES = "You never listen, it is your fault that people leave."
ASKS = "What is the rule there to protect, for you?"
GREETS = "Thank you for seeing me. I would like to talk about days at home."


class Various:
    """An actor who words the same thing otherwise each time."""

    name = "somebody/llm"

    def __init__(self, *replies: str) -> None:
        self._replies = list(replies)
        self._latest = ""

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        if not direction.correction:
            self._latest = self._replies.pop(0)
        yield self._latest


def stage(actor: Actor | None = None) -> Stage:
    on = shipped_stage("pay-and-presence", "en")
    return on if actor is None else Stage(on.scenario, on.personas, on.recogniser, actor, on.actor)


async def said(journal: MemoryJournal, lines: Sequence[str], on: Stage | None = None) -> Course:
    conversation = Conversation.resume(on or stage(), journal)
    for line in lines:
        if conversation.session.ended:
            break
        async for _ in conversation.say(line):
            pass
    return Course.of(conversation.session, conversation.stage)


async def parent() -> tuple[MemoryJournal, Course]:
    journal = MemoryJournal(Ticks())
    start = opened().model_copy(
        update={"scenario": "pay-and-presence", "level": 2, "language": "en"}
    )
    Conversation.begin(stage(), journal, start)
    return journal, await said(journal, [GREETS, BLAMES, ASKS])


async def tried(
    journal: MemoryJournal, turn: int, name: str, *lines: str, on: Stage | None = None
) -> tuple[MemoryJournal, Course]:
    copy = MemoryJournal(Ticks())
    copy.append(retried(journal.read(), turn, session=name), 0)
    return copy, await said(copy, lines, on)


async def laid_at(turn: int, *lines: str) -> Laid:
    journal, before = await parent()
    retries = [(await tried(journal, turn, f"r{at}", line))[1] for at, line in enumerate(lines)]
    (one,) = ways(before, retries)
    return one


async def test_the_original_stands_first_and_the_retries_follow() -> None:
    laid = await laid_at(4, ASKS, "Fine.")

    assert [one.is_original for one in laid.ways] == [True, False, False]
    assert [one.line.text for one in laid.ways] == [BLAMES, ASKS, "Fine."]
    assert laid.turn == 4


async def test_every_way_starts_from_the_same_stance() -> None:
    laid = await laid_at(4, ASKS)
    stood = laid.stood["team-manager"]

    for way in laid.ways:
        sample = way.samples[0]
        shift, stands = sample.shift("team-manager"), sample.stands["team-manager"]
        assert stands.trust == pytest.approx(stood.trust + shift.trust)
        assert stands.tension == pytest.approx(stood.tension + shift.tension)


async def test_what_each_way_did_is_told_apart() -> None:
    blamed, asked = (await laid_at(4, ASKS)).ways

    assert blamed.trust("team-manager").high < asked.trust("team-manager").low
    assert blamed.tension("team-manager").low > asked.tension("team-manager").high


async def test_what_was_told_is_quoted_from_the_reply() -> None:
    journal, before = await parent()
    _, course = await tried(journal, 4, "r1", "I see that you have little room.", ASKS)

    (laid,) = ways(before, [course])

    told = [quote for sample in laid.ways[1].samples for quote in sample.told]
    assert all(quote.quote in quote.utterance.text for quote in told)
    assert laid.ways[1].samples[0].finish.turns == 2


async def test_the_same_line_said_again_is_one_way_with_several_samples() -> None:
    laid = await laid_at(4, ASKS, BLAMES, ASKS.upper())

    assert [(one.is_original, one.k) for one in laid.ways] == [(True, 2), (False, 2)]
    assert laid.ways[0].trust("team-manager").is_one


async def test_replies_that_differ_are_shown_and_the_same_only_once() -> None:
    journal, before = await parent()
    replies = ("It helps me, mostly.", "Let us leave that.", "Let us leave that.")
    on = stage(Various(*replies))
    line = "Good morning to you."
    retries = [(await tried(journal, 4, f"r{at}", line, on=on))[1] for at in range(3)]

    (laid,) = ways(before, retries)

    assert laid.ways[1].k == 3
    assert [one.text for one in laid.ways[1].replies] == list(replies[:2])


async def test_a_retry_in_which_nothing_was_said_is_left_out() -> None:
    journal, before = await parent()
    _, silent = await tried(journal, 4, "r1")

    assert ways(before, [silent]) == ()


async def test_moments_come_in_the_order_of_the_talk() -> None:
    journal, before = await parent()
    _, late = await tried(journal, 6, "r1", "Fine.")
    _, soon = await tried(journal, 2, "r2", "Fine.")

    assert [one.turn for one in ways(before, [late, soon])] == [2, 6]


async def test_a_retry_of_a_retry_at_the_same_moment_is_one_more_way() -> None:
    journal, before = await parent()
    copy, first = await tried(journal, 4, "r1", ASKS)
    _, second = await tried(copy, 4, "r2", "Fine.")

    (laid,) = ways(before, [second, first])

    assert [one.samples[0].session for one in laid.ways] == ["s1", "r1", "r2"]


async def test_a_retry_of_what_only_the_retry_said_belongs_to_the_retry() -> None:
    journal, before = await parent()
    copy, first = await tried(journal, 4, "r1", ASKS, "Fine.")
    _, second = await tried(copy, 6, "r2", "I see.")

    assert [one.turn for one in ways(before, [first, second])] == [4]
    assert [one.turn for one in ways(first, [second])] == [6]


async def test_a_talk_that_stood_open_has_no_original_to_lay_beside() -> None:
    journal, before = await parent()
    _, course = await tried(journal, 7, "r1", "Fine.")

    (laid,) = ways(before, [course])

    assert [one.is_original for one in laid.ways] == [False]


async def test_a_talk_that_ended_says_how() -> None:
    journal, before = await parent()
    _, course = await tried(journal, 4, "r1", *[BLAMES] * 9)

    finish = ways(before, [course])[0].ways[0].samples[-1].finish

    assert (finish.cause, bool(finish.ending)) == ("ending", True)
    assert finish.score is not None


def test_a_spread_of_one_figure_is_one() -> None:
    assert Spread(1, 1).is_one
    assert not Spread(1, 2).is_one
