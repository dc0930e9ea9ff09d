"""What the persona gives on one turn: figures, one fact or concession, an ending, a cue.

The order is fixed and each step sees the one before: a recap is held against what was granted; the
table answers; something is told or granted, unless figures were put forward that it is not about;
an ending may begin; a cue is left for the reply that has room. Nothing here words anything.
"""

from collections.abc import Mapping
from dataclasses import replace

from simulator.director.bargain import Answer, answered
from simulator.director.conditions import topics_now
from simulator.director.cues import offered
from simulator.director.demands import demanded
from simulator.director.disclosure import Gift, gift
from simulator.director.endings import outcome, says_farewell
from simulator.director.moment import Moment
from simulator.director.occasion import Occasion
from simulator.director.recap import Recap, is_recap, recap_of
from simulator.director.recapping import asks_if_agreed, asks_to_be_told, asks_when
from simulator.director.state import BeatKind, Stance
from simulator.director.told import told_figures
from simulator.library.scenario import Concession, Scenario
from simulator.reading.moves import Move, Reading
from simulator.text import fold

_WHAT_OF_IT = frozenset({None, "think", "feel", "yesno", "can", "agreed", "choice"})
"""Questions beside an offer that ask no more than what the persona thinks of it."""
_LOOKING_BACK = frozenset({"feel", "happened", "why", "well", "kin", "long"})
"""Questions that ask how things are or were, and for nothing to be done."""


def yielding(moment: Moment, reading: Reading, line: str, stance: Mapping[str, Stance]) -> Moment:
    """The moment with all that the persona gives; `stance` is everybody's after the turn."""
    moment = _with_figures(moment, reading, line)
    if moment.answer.reopens:
        moment = replace(moment, view=replace(moment.view, has_deal=False), recap=None)
    elif not moment.answer.is_deal:
        moment = _with_given(_with_gift(moment, line))
    gift_, view = moment.gift, moment.view
    spoken = (gift_.fact.id,) if gift_.fact is not None else ()
    granted = (gift_.concession.id,) if gift_.concession is not None else ()
    after = replace(
        view,
        stance=strained(stance),
        spoken=(*view.spoken, *spoken),
        granted=(*view.granted, *granted),
        has_deal=view.has_deal or moment.answer.has_agreed,
    )
    if granted and moment.recap is not None:
        moment = replace(moment, recap=_recap(replace(moment, view=after), reading, line))
    ending = outcome(moment.scenario, moment.state, after, moment.conduct, moment.recap)
    is_open = ending.closing is None and not moment.is_closed_off
    cue = offered(
        moment.scenario,
        moment.state,
        view,
        moment.conduct,
        voice=moment.voice,
        seed=moment.seed,
        waiting=gift_.waiting,
    )
    return replace(moment, outcome=ending, cue=cue if is_open else None)


def strained(stance: Mapping[str, Stance]) -> Stance:
    """The stance that decides how it ends: the least trust and the highest tension in the room."""
    return Stance(
        trust=min(one.trust for one in stance.values()),
        tension=max(one.tension for one in stance.values()),
    )


def _with_figures(moment: Moment, reading: Reading, line: str) -> Moment:
    """The moment with the table's answer, and with the recap that the line may be."""
    recap = _recap(moment, reading, line)
    is_amiss = recap is not None and bool(recap.amiss)
    answer = answered(
        moment.scenario,
        moment.state,
        reading,
        line=line,
        conduct=moment.conduct,
        view=moment.view,
        earning=moment.earning,
        is_closed=moment.is_closed_off or is_amiss,
        may_close=not _asks_first(moment),
    )
    if not _is_taken_up(answer) and is_recap(moment.conduct, fold(line)):
        recap = _recap(moment, reading, line, is_refused=True)
        if recap is not None and recap.is_whole and answer.silent is not None:
            answer = answer.unvoiced()
    return replace(moment, answer=answer, recap=recap)


def _is_taken_up(answer: Answer) -> bool:
    """Whether the persona takes all figures of the line, for a deal or with something still open."""
    table = answer.table
    if answer.is_deal or table is None or table.offered is None or table.asked is None:
        return answer.is_deal
    mine, theirs = table.offered.values, table.asked.values
    is_put = any(beat.kind is BeatKind.COUNTER for beat in answer.beats)
    return is_put and bool(answer.asked) and all(mine.get(x) == theirs.get(x) for x in answer.asked)


def _with_gift(moment: Moment, line: str) -> Moment:
    """The moment with what is told or granted, which then stands in for the table's answer."""
    recap, answer = moment.recap, moment.answer
    occasion = Occasion(
        moment.scenario,
        moment.view,
        moment.conduct,
        moment.named,
        voice=moment.voice,
        cues_taken=moment.taken,
        told_at=moment.state.told_at,
        replied=tuple(beat.kind for beat in moment.state.beats),
        is_closing=_is_closing(moment, line),
        asks_wants=moment.asked == "want",
        looks_back=moment.asked in _LOOKING_BACK,
        asks_when=asks_when(fold(line)),
        is_request=moment.asked == "can" and not asks_to_be_told(fold(line)),
        claimed=recap.claimed if recap is not None and recap.amiss else None,
    )
    given = gift(occasion, is_closed=moment.is_closed_off or moment.is_hurt)
    if answer.asked and not _is_about_figures(moment.scenario, given.concession, answer):
        given = Gift(locked=given.locked, waiting=given.waiting)
    if given.fact is not None or given.concession is not None:
        answer = answer.unvoiced().giving(moment.scenario, moment.state, given.concession)
    return replace(moment, gift=given, answer=answer)


def _with_given(moment: Moment) -> Moment:
    """The moment with the deal that was made piece by piece: concessions settle every issue."""
    if moment.view.has_deal or moment.gift.concession is None:
        return moment
    granted = {*moment.view.granted, moment.gift.concession.id}
    given = [one for one in moment.scenario.concessions if one.id in granted]
    return replace(moment, answer=moment.answer.settled(moment.scenario, moment.state, given))


def _asks_first(moment: Moment) -> bool:
    """Whether the turn asks openly for more than what the persona thinks of its figures."""
    return moment.conduct.does(Move.OPEN_QUESTION) and moment.asked not in _WHAT_OF_IT


def _is_about_figures(scenario: Scenario, one: Concession | None, answer: Answer) -> bool:
    """Whether a concession answers figures that were put forward: on the one thing they are about.

    Several at once are a package, and are answered as one.
    """
    if one is None or scenario.negotiation is None:
        return False
    asked = answer.asked
    if len(asked) > 1:
        return False
    topics = {issue.topic for issue in scenario.negotiation.issues if issue.id in asked}
    return one.topic in topics or not one.gives.keys().isdisjoint(asked)


def _recap(
    moment: Moment, reading: Reading, line: str, *, is_refused: bool = False
) -> Recap | None:
    """What a recap in the line holds, its figures included."""
    bargain = moment.scenario.negotiation
    table = topics_now(moment.view)
    told = told_figures(moment.scenario, moment.state)
    demands = demanded(bargain, reading, line=line, table=table, told=told) if bargain else {}
    return recap_of(
        moment.scenario,
        moment.state,
        moment.view,
        moment.conduct,
        reading,
        line=line,
        demands=demands,
        is_refused=is_refused,
    )


def _is_closing(moment: Moment, line: str) -> bool:
    """Whether the turn winds up: a recap, a request for a yes, a goodbye."""
    if moment.recap is not None or moment.asks_for_a_yes:
        return True
    return asks_if_agreed(fold(line)) or says_farewell(moment.conduct, moment.turn)
