"""Items across turns: a fixed list of questions asked of every talk, whatever its scenario.

No single turn answers them, so each is looked for over the whole course, with the four verdicts of
every finding and under the same rule: what is observed quotes the mentee, what is not quotes the
other person and what the mentee said instead. They need no cue, no fact and no stance, only what
was said; where nothing called for one, it had no chance. Their words are in the catalogue, under
their id. Sources of the schemes are those of the gaps they name.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from simulator.debrief.bidding import given_alone
from simulator.debrief.closing import closing
from simulator.debrief.concerns import HEARD, Concern, concerns, taken_words
from simulator.debrief.course import Course, Step
from simulator.debrief.findings import SHORTEST, Finding, Why, evidence
from simulator.debrief.gaps import Gap
from simulator.debrief.insisting import insisted
from simulator.debrief.items import Item
from simulator.debrief.measures import asks_why, measures
from simulator.debrief.positions import asks_for_something, listened, proposed, repeats, shifts
from simulator.debrief.quotes import Quote, distinct, excerpt
from simulator.debrief.reasons import unasked
from simulator.debrief.repair import MENDS, blows
from simulator.debrief.returning import Deferred, deferred
from simulator.debrief.selfward import self_run
from simulator.reading.moves import Move

ITEMS: Mapping[str, Item] = {
    item.id: item
    for item in (
        Item("across.concern", "across", lacks=Gap.PASSED_OVER),
        Item("across.return", "across", lacks=Gap.LEFT_HANGING),
        Item("across.order", "across", lacks=Gap.EARLY_SOLUTION),
        Item("across.position", "across", avoid=True, lacks=Gap.POSITION_CHANGED),
        Item("across.repeat", "across", avoid=True, lacks=Gap.POSITION_REPEATED),
        Item("across.share", "across", lacks=Gap.SELF_FOCUS),
        Item("across.repair", "across", lacks=Gap.UNREPAIRED),
        Item("across.closing", "across", lacks=Gap.NO_SUMMARY),
    )
}
"""Every item across turns by its id, in the order in which they are asked."""

SKILLS: Mapping[str, tuple[str, ...]] = {
    "across.concern": ("acknowledging",),
    "across.return": ("acknowledging",),
    "across.order": ("open-questions", "starting-from-the-person"),
    "across.position": ("proposing", "speaking-for-oneself"),
    "across.repeat": ("proposing", "speaking-for-oneself"),
    "across.share": ("sharing-the-lead", "open-questions"),
    "across.repair": ("repairing", "acknowledging"),
    "across.closing": ("checking-understanding", "sharing-the-lead"),
}
"""The skills that an item may belong to; it counts for the first that the scenario is about."""

TALKS_MOST = 0.72
"""Share of the words from which somebody holds the floor, if they ask nothing."""
ASKED_LITTLE = 5
"""Turns from which a talk without any question about reasons is worth a word."""


def across(course: Course) -> tuple[Finding, ...]:
    """One finding per item across turns; none for a scene that was stopped or holds no word."""
    if course.is_stopped or not course.steps:
        return ()
    return tuple(_found(course, item) for item in ITEMS.values())


def _found(course: Course, item: Item) -> Finding:
    skills = (one for one in SKILLS[item.id] if one in course.scenario.skills)
    item = replace(item, skill=next(skills, ""))
    if len(course.steps) < SHORTEST:
        return Finding(item, "no-chance", "too-short")
    found = _FINDERS[item.id](course, item)
    if found.is_to_work_on and not item.avoid and (doubt := _doubt(course, found)):
        return Finding(item, "could-not-judge", doubt)
    return found


def _doubt(course: Course, found: Finding) -> Why | None:
    """Why nothing can be said to be missing: a line that might have been it cannot be read."""
    after = [one for one in course.steps if found.step is None or one.number >= found.step.number]
    return "unreadable" if any(not one.is_readable for one in after) else None


def _none(item: Item, why: Why = "never-called-for") -> Finding:
    return Finding(item, "no-chance", why)


def _seen(item: Item, step: Step, quotes: Sequence[Quote | None]) -> Finding:
    return Finding(item, "observed", quotes=distinct(quotes), step=step)


def _missed(item: Item, said: Quote | None, step: Step, instead: Quote | None = None) -> Finding:
    quotes = distinct((said, instead or excerpt(step.line)))
    if said is None or len(quotes) < 2:
        return _none(item)
    return Finding(item, "not-observed", quotes=quotes, step=step)


def _concern(course: Course, item: Item) -> Finding:
    """Is every concern that the other person raises taken up, sooner or later?"""
    found = concerns(course)
    passed = [one for one in found if one.is_passed_over]
    if passed:
        worst = min(passed, key=lambda one: one.passing.trust - one.passing.tension)
        item = replace(item, lacks=worst.gap)
        return _missed(item, worst.said, worst.passing)
    taken = [one.taking for one in found if one.taking is not None]
    if not taken:
        return _none(item)
    best = max(taken, key=lambda one: (bool(one.found(*HEARD)), one.trust - one.tension))
    return _seen(item, best, taken_words(best))


def _return(course: Course, item: Item) -> Finding:
    """Is what was put off, or first passed by, taken up again before the end?"""
    put_off = deferred(course)
    lost = [one for one in put_off if one.kept is None]
    if lost:
        return _missed(item, excerpt(lost[0].step.heard), lost[0].step, lost[0].quote)
    kept: list[Deferred | Concern] = [*put_off]
    kept += [one for one in concerns(course) if one.is_late]
    steps = [one.kept if isinstance(one, Deferred) else one.taking for one in kept]
    step = next((one for one in steps if one is not None), None)
    return _none(item) if step is None else _seen(item, step, taken_words(step))


def _order(course: Course, item: Item) -> Finding:
    """Does the mentee ask or listen before the first proposal?"""
    first = next((one for one in course.steps if proposed(course, one)), None)
    if first is None:
        return _none(item)
    asked = list(listened(course, first))
    for step, found in asked:
        if found.is_sure:
            return _seen(item, step, evidence(step, (found,)))
    if asked:
        return Finding(item, "could-not-judge", "unsure")
    best = max(proposed(course, first), key=lambda one: one.confidence)
    return _missed(item, excerpt(first.heard), first, next(iter(evidence(first, (best,))), None))


def _position(course: Course, item: Item) -> Finding:
    """Does the mentee change what they ask for without saying why?"""
    bids = [one.step for one in given_alone(course)]
    for shift in shifts(course):
        if shift.step in bids:
            continue
        return _seen(item, shift.step, shift.quotes)
    return Finding(item, "not-observed") if asks_for_something(course) else _none(item)


def _repeat(course: Course, item: Item) -> Finding:
    """Does the mentee ask for the same again, with nothing new beside it?"""
    for shift in (*insisted(course), *repeats(course)):
        return _seen(item, shift.step, shift.quotes)
    return Finding(item, "not-observed") if asks_for_something(course) else _none(item)


def _share(course: Course, item: Item) -> Finding:
    """Does the mentee leave the other person room, and ask them something?"""
    if run := self_run(course):
        return _missed(item, excerpt(run[-1].heard), run[-1])
    if (step := unasked(course)) is not None:
        item = replace(item, lacks=Gap.REASONS_NOT_ASKED)
        return _missed(item, excerpt(step.heard), step)
    asking = [step for step in course.steps if asks_why(step)]
    if asking:
        step = max(asking, key=lambda one: len(one.answer.text) if one.answer else 0)
        moves = (Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE, Move.INTERESTS)
        return _seen(item, step, evidence(step, step.found(*moves)[:1]))
    share = measures(course).talk_share
    if len(course.steps) < ASKED_LITTLE or share is None or share < TALKS_MOST:
        return _none(item)
    step = max(course.steps, key=lambda one: one.reading.words)
    return _missed(item, excerpt(step.heard), step)


def _repair(course: Course, item: Item) -> Finding:
    """After a break, is it mended in the next turns?"""
    for blow in blows(course):
        if blow.mended is not None:
            found = evidence(blow.mended, blow.mended.found(*MENDS)[:1])
            return _seen(item, blow.mended, found or (excerpt(blow.mended.line),))
        if blow.is_left:
            after = blow.window[0]
            return _missed(item, excerpt(after.heard), after)
    return _none(item)


def _closing(course: Course, item: Item) -> Finding:
    """Does the talk close with a summary, or with who does what next?"""
    ends = closing(course)
    if ends.gathered is not None:
        return _seen(item, *ends.gathered)
    if not ends.is_called_for:
        return _none(item, "cut-short" if not ends.is_parting else "never-called-for")
    last = course.steps[-1]
    return _missed(item, excerpt(last.heard), last)


_FINDERS: Mapping[str, Callable[[Course, Item], Finding]] = {
    "across.concern": _concern,
    "across.return": _return,
    "across.order": _order,
    "across.position": _position,
    "across.repeat": _repeat,
    "across.share": _share,
    "across.repair": _repair,
    "across.closing": _closing,
}
