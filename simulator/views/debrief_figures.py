"""The figures of a debrief, worded: what was counted, each with its unit, and no mark among them."""

from collections.abc import Iterator

from simulator.debrief.deal import Dealt
from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.briefing import amount
from simulator.views.debrief_words import Line, capital

_COUNTED: tuple[tuple[str, tuple[Move, ...]], ...] = (
    ("open-questions", (Move.OPEN_QUESTION,)),
    ("closed-questions", (Move.CLOSED_QUESTION,)),
    ("reflections", (Move.REFLECTION,)),
    ("acknowledgements", (Move.ACKNOWLEDGEMENT,)),
    ("i-statements", (Move.I_STATEMENT,)),
    ("proposals", (Move.PROPOSAL, Move.OFFER)),
    ("advice", (Move.ADVICE,)),
    ("blame", (Move.BLAME, Move.THREAT)),
    ("absolutes", (Move.ABSOLUTES,)),
)
_ALWAYS_SHOWN = frozenset({"open-questions", "closed-questions", "reflections", "acknowledgements"})


def figures(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was counted, each with its unit."""
    m = debrief.measures
    if m.talk_share is not None:
        share = {"share": t.percent(m.talk_share), "words": m.words.part, "all": m.words.whole}
        yield Line("point", t.n("figure.share", m.turns.part, **share))
        mean = {"mean": t.number(m.mean_words, 1), "theirs": t.number(m.mean_words_persona, 1)}
        yield Line("point", t("figure.mean", **mean))
    if m.longest is not None:
        yield Line("point", t.n("figure.longest", m.longest_words, turn=m.longest.turn))
    for name, moves in _COUNTED:
        if (count := m.count(*moves)) or name in _ALWAYS_SHOWN:
            yield Line("point", f"{t(f'figure.{name}')}{t('debrief.colon')}{count}")
    yield from _compared(debrief, t)
    if m.heard_before_arguing.whole:
        heard = m.heard_before_arguing
        yield Line("point", t.n("figure.heard-before-arguing", heard.whole, part=heard.part))
    if m.proposed_first is not None:
        key = "figure.proposed-first" if m.proposed_first else "figure.asked-first"
        yield Line("point", t(key, turn=m.first_proposal))
    if m.offers:
        said = [t("figure.offer", figure=one.quote.quote, turn=one.quote.turn) for one in m.offers]
        yield Line("point", t("figure.offers", offers=t.listed(said)))
    yield from _deal(debrief, t)
    if m.cues.whole:
        yield Line("point", t("figure.cues", part=m.cues.part, whole=m.cues.whole))


def _compared(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What one side did beside what the other did, or beside something else."""
    m = debrief.measures
    if m.interests.asked or m.interests.offered:
        asked, offered = m.interests.asked, m.interests.offered
        yield Line("point", t("figure.reasons", asked=asked, offered=offered))
    if m.reflections_per_question is not None:
        per = t.number(m.reflections_per_question, 1)
        yield Line("point", t("figure.per-question", per=per))
    if m.agenda_share is not None:
        yield Line("point", t("figure.agenda", share=t.percent(m.agenda_share)))
    if m.rates.self_focus:
        yield Line("point", t("figure.self-focus", share=t.percent(m.rates.self_focus)))
    if m.conceded:
        yield Line("point", t("figure.conceded", turns=t.listed(map(str, m.conceded))))
    if m.granted:
        turns = dict.fromkeys(str(one.turn) for one in m.granted)
        yield Line("point", t("figure.granted", turns=t.listed(turns)))
    if m.latency is not None and m.latency.longest >= 1:
        median, longest = t.number(m.latency.median, 0), t.number(m.latency.longest, 0)
        at = m.latency.longest_turn
        yield Line("point", t("figure.latency", median=median, longest=longest, turn=at))


def _deal(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was agreed beside what was aimed for, issue by issue."""
    for one in debrief.deal:
        aimed = _amount(one.aimed, one, t)
        if one.agreed is None:
            yield Line("point", t("figure.deal.none", name=capital(one.name), aimed=aimed))
        else:
            agreed = _amount(one.agreed, one, t)
            said = t("figure.deal", name=capital(one.name), agreed=agreed, aimed=aimed)
            yield Line("point", said)


def _amount(value: float | str, one: Dealt, t: Translator) -> str:
    figure = amount(value, one.unit, t)
    return t(f"views.per.{one.per}", amount=figure) if one.per else figure
