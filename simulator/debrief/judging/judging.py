"""A judge at work: each item asked as often as wanted, the majority of the answers recorded.

A majority is more than half of the times asked: no reply, one that cannot be read and one whose
quotes do not hold are answers too, and count for nothing else. Its share is the confidence.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from simulator.debrief.findings import Verdict
from simulator.debrief.judging.asking import Asking, Judge
from simulator.debrief.judging.reply import FAILED, Answer, answer, failed
from simulator.errors import ActorError
from simulator.practice.events import ItemJudged

AT_ONCE = 4
"""Items that are asked at the same time."""
Standing = Literal["agree", "differ", "judge-alone", "rules-alone", "neither"]
"""How the rules and a judge stand to each other: the same verdict; two; one of them has none."""


class Found(Protocol):
    """A finding, as far as it is compared."""

    @property
    def id(self) -> str: ...
    @property
    def verdict(self) -> Verdict: ...


@dataclass(frozen=True, slots=True)
class Compared:
    """One item as the rules found it and as one judge answered."""

    item: str
    found: Verdict
    judged: ItemJudged
    standing: Standing


async def judged(
    judge: Judge, askings: Iterable[Asking], times: int = 1
) -> AsyncGenerator[ItemJudged, None]:
    """The answer to each asking, in order, each asked `times` times (at least once) at once.

    `AT_ONCE` askings are under way at the same time. Whoever stops listening ends them all.
    """
    gate = asyncio.Semaphore(AT_ONCE)
    tasks = [asyncio.create_task(_judged(judge, one, times, gate)) for one in askings]
    try:
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _judged(judge: Judge, asking: Asking, times: int, gate: asyncio.Semaphore) -> ItemJudged:
    attempts = (replace(asking, attempt=place + 1) for place in range(max(1, times)))
    async with gate:
        answers = await asyncio.gather(*(_answer(judge, one) for one in attempts))
    return settled(asking.item, answers, judge.name)


def settled(item: str, answers: Sequence[Answer], by: str) -> ItemJudged:
    """The verdict that more than half of `answers` give, with the evidence of the first of them."""
    verdict, agreed = Counter(one.verdict for one in answers).most_common(1)[0]
    dropped = sum(one.dropped for one in answers)
    if 2 * agreed <= len(answers):
        return ItemJudged(
            item=item, verdict="could-not-judge", why="judge-split", agreed=agreed,
            asked=len(answers), dropped=dropped, by=by,
        )  # fmt: skip
    first = next(one for one in answers if one.verdict == verdict)
    return ItemJudged(
        item=item, verdict=verdict, why=first.why, spots=first.spots, agreed=agreed,
        asked=len(answers), dropped=dropped, by=by,
    )  # fmt: skip


def compared(findings: Iterable[Found], judgements: Iterable[ItemJudged]) -> tuple[Compared, ...]:
    """Each answer of a judge beside the finding on the same item, in the order of the findings."""
    answers = tuple(judgements)
    return tuple(
        Compared(finding.id, finding.verdict, one, _standing(finding.verdict, one.verdict))
        for finding in findings
        for one in answers
        if one.item == finding.id
    )


def _standing(found: Verdict, answered: Verdict) -> Standing:
    has_rules, has_judge = found != "could-not-judge", answered != "could-not-judge"
    if has_rules and has_judge:
        return "agree" if found == answered else "differ"
    if has_judge:
        return "judge-alone"
    return "rules-alone" if has_rules else "neither"


async def _answer(judge: Judge, asking: Asking) -> Answer:
    try:
        return answer(asking, await judge.ask(asking))
    except ActorError as error:
        return failed(error.code)
    except TimeoutError:
        return FAILED
