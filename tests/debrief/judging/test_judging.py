"""A judge at work: majorities, failures, and where it parts from the rules."""

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from simulator.debrief.course import Course
from simulator.debrief.findings import Verdict, findings
from simulator.debrief.judging.asking import Asking, askings
from simulator.debrief.judging.judging import AT_ONCE, compared, judged
from simulator.errors import ActorError
from simulator.practice.events import EVENTS, ItemJudged
from tests.debrief.judging.judges import LINES, Scripted, asked, reply
from tests.debrief.talks import talk

YES = reply("yes", (4, "You were told off in May, then."))
OTHER = reply("yes", (4, "I see."))
NO = reply("no", (5, "It was not pleasant."), (6, "You never listen!"))
FORGED = reply("yes", (4, "I hear how hard that was."))
BROKEN = ActorError("network")


async def settle(*replies: str | Exception) -> ItemJudged:
    judge = Scripted(replies)
    (found,) = [one async for one in judged(judge, [asked()], len(replies))]
    return found


async def test_an_answer_is_recorded_with_who_gave_it_and_its_evidence() -> None:
    found = await settle(YES)

    assert (found.item, found.by, found.verdict) == ("hear-her", "scripted", "observed")
    assert [(one.turn, one.start, one.end) for one in found.spots] == [(4, 7, 38)]
    assert (found.agreed, found.asked) == (1, 1)
    assert EVENTS.validate_json(EVENTS.dump_json(found)) == found


async def test_the_majority_counts_and_its_share_is_the_confidence() -> None:
    found = await settle(YES, NO, OTHER)

    assert (found.verdict, found.agreed, found.asked) == ("observed", 2, 3)


@pytest.mark.parametrize(
    "replies", [(YES, NO), (YES, NO, BROKEN), (YES, FORGED), (YES, YES, NO, BROKEN, "?")]
)
async def test_without_a_majority_there_is_no_verdict(replies: tuple[str | Exception, ...]) -> None:
    found = await settle(*replies)

    assert (found.verdict, found.why) == ("could-not-judge", "judge-split")
    assert found.spots == ()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (BROKEN, "judge-failed"),
        (ActorError("llm-busy", actor="x"), "llm-busy"),
        (TimeoutError(), "judge-failed"),
        ("no idea", "judge-unreadable"),
        (FORGED, "judge-unproven"),
    ],
)
async def test_a_failure_is_no_verdict_and_says_why(given: str | Exception, why: str) -> None:
    found = await settle(given)

    assert (found.verdict, found.why) == ("could-not-judge", why)


async def test_what_was_dropped_is_counted_over_all_times() -> None:
    assert (await settle(FORGED, FORGED, YES)).dropped == 2


async def test_one_failure_leaves_the_other_items_their_answers() -> None:
    judge = Scripted([BROKEN, YES, reply("no"), "?"])
    found = [one async for one in judged(judge, askings(*talk(*LINES)))]

    assert [one.verdict for one in found] == [
        "could-not-judge", "observed", "not-observed", "could-not-judge",
    ]  # fmt: skip


async def test_a_judge_is_told_which_time_it_is_asked() -> None:
    judge = Scripted([YES] * 3)
    async for _ in judged(judge, [asked()], 3):
        pass

    assert sorted(one.attempt for one in judge.asked) == [1, 2, 3]


async def test_a_judge_that_obeys_the_transcript_judges_nothing() -> None:
    obeyed = '{"open_questions": {"met": true, "quote": "What matters most?"}, "overall": 10}'

    assert (await settle(obeyed)).verdict == "could-not-judge"


@pytest.mark.parametrize(
    ("verdict", "standing"),
    [
        ("observed", "differ"),
        ("not-observed", "differ"),
        ("no-chance", "agree"),
        ("could-not-judge", "rules-alone"),
    ],
)
def test_a_judges_answer_stands_beside_the_finding(verdict: Verdict, standing: str) -> None:
    found = findings(Course.of(*talk(*LINES[:1])))
    answered = ItemJudged(item="no-blame", verdict=verdict, by="one")
    beside = compared(
        [one for one in found if one.id != "no-blame"],
        [answered.model_copy(update={"item": "hear-her"})],
    )

    assert [(one.item, one.found, one.standing) for one in beside] == [
        ("hear-her", "no-chance", standing)
    ]


def test_an_item_that_only_a_judge_can_tell_is_the_judges_alone() -> None:
    found = findings(Course.of(*talk(*LINES)))
    answers = [ItemJudged(item="tone", verdict=v, by=v) for v in ("observed", "could-not-judge")]

    assert [one.standing for one in compared(found, answers)] == ["judge-alone", "neither"]


class Slow:
    """A judge that answers the later items first."""

    name = "slow"

    def __init__(self) -> None:
        self.under_way = self.most = 0
        self.waiting: list[asyncio.Event] = []

    async def ask(self, asking: Asking) -> str:
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        mine = asyncio.Event()
        self.waiting.append(mine)
        await asyncio.sleep(0)
        self.waiting[-1].set()
        await mine.wait()
        self.waiting.remove(mine)
        if self.waiting:
            self.waiting[-1].set()
        self.under_way -= 1
        return YES


async def test_a_few_items_are_under_way_at_once_and_told_in_their_order() -> None:
    judge = Slow()
    items = [replace(asked(), item=f"item-{place}") for place in range(3 * AT_ONCE)]

    found = [one async for one in judged(judge, items)]

    assert [one.item for one in found] == [one.item for one in items]
    assert judge.most == AT_ONCE


async def test_whoever_stops_listening_ends_what_is_under_way() -> None:
    class Never(Slow):
        async def ask(self, asking: Asking) -> str:
            if asking.item == "first":
                return YES
            self.under_way += 1
            try:
                await asyncio.Event().wait()
            finally:
                self.under_way -= 1
            return YES

    judge = Never()
    items = [replace(asked(), item=name) for name in ("first", "second", "third")]
    answers = judged(judge, items)

    async with aclosing(answers) as found:
        first = await anext(found)

    assert first.item == "first"
    assert judge.under_way == 0
