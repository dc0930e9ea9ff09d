"""Composes the reply: at most three beats, so that it answers what was said and goes somewhere.

A reply opens (a twist, a reaction, what the turn did to the persona), then gives its core (a fact,
a concession, figures, an answer), and may end on a cue or on a word about the time. A twist that
falls on a turn that wants an answer comes after it. A reply does not do twice running what can be
done otherwise. Every kind of turn has an answer, silence included.
"""

from collections.abc import Iterable
from dataclasses import replace

from simulator.director.conduct import BARGAINING, QUESTIONS
from simulator.director.friction import friction
from simulator.director.moment import Moment
from simulator.director.replies import CLOSE
from simulator.director.state import Beat, BeatKind
from simulator.library.scenario import Twist
from simulator.reading.moves import Move, Signal

LONGEST = 3
TWO_IN_THREE = 2 / 3
"""How often the likelier of two fitting answers comes first."""
TENSE_ENOUGH = 5.5
"""Tension from which a way forward is refused before it is looked at."""
_WORDY = 12
"""Words from which a line that says nothing readable is an aside rather than vague."""


def beats_of(moment: Moment) -> tuple[Beat, ...]:
    """The reply to the turn."""
    if moment.outcome.ended is not None:
        return _last_words(moment)
    corrects = moment.recap is not None and bool(moment.recap.amiss)
    if moment.twist is not None and (corrects or _wants_an_answer(moment)):
        answer = beats_of(replace(moment, twist=None, cue=None, wraps_up=False))
        return _joined(answer[: LONGEST - 1], _broken_in(moment.twist))
    opener = () if corrects else _opener(moment)
    core = _gift(moment) or (_corrected(moment) if corrects else moment.answer.beats)
    hurt = friction(moment)
    if moment.outcome.warns:
        first = tuple(beat for beat in hurt if beat.kind is not BeatKind.SHARPEN)
        return _joined(opener or first[:1], _plain(BeatKind.SHARPEN))
    if hurt:
        opener, core = opener or hurt[:1], core or hurt[1:] or _under_friction(moment)
    elif not core:
        core = _core(moment, is_opened=bool(opener))
    if _is_whole(moment, opener) and not _gift(moment):
        core = tuple(beat for beat in core if beat.kind in _MATTER)
    room = LONGEST - len(opener) - len(core)
    return _joined(opener, core, _tail(moment, core) if room > 0 else ())


_WANTS_AN_ANSWER = (
    QUESTIONS
    | BARGAINING
    | {
        *(Move.APOLOGY, Move.HANDING_OVER, Move.I_STATEMENT, Move.SEEKING_COLLABORATION),
        *(Move.ELICITING_PREFERENCE, Move.SUMMARY),
    }
)


def _wants_an_answer(moment: Moment) -> bool:
    """Whether the turn asks, offers or opens up, so that no news may stand in for the answer."""
    if moment.outcome.warns or moment.conduct.is_hostile or moment.conduct.is_pressing:
        return False
    has_answer = bool(_gift(moment)) or bool(moment.answer.beats)
    return has_answer or moment.conduct.does(*_WANTS_AN_ANSWER)


def _broken_in(twist: Twist) -> tuple[Beat, ...]:
    return (Beat(kind=BeatKind.TWIST, ref=twist.id),)


_MATTER = frozenset(
    {
        *(
            BeatKind.DEAL,
            BeatKind.REOPEN,
            BeatKind.COUNTER,
            BeatKind.SETTLED,
            BeatKind.PARTLY,
            BeatKind.AMISS,
        ),
        *(BeatKind.REPLY, BeatKind.SHARPEN, BeatKind.DEFLECT),
    }
)
"""What is said even after a line of the scenario's has answered the turn."""


def _is_whole(moment: Moment, opener: tuple[Beat, ...]) -> bool:
    """Whether a reaction or an argument's own line has answered the turn: nothing was asked."""
    spoken = any(one.says for one in (*moment.levers,)) or any(one.says for one in moment.reactions)
    kinds = {beat.kind for beat in opener}
    asks = moment.conduct.asks or not QUESTIONS.isdisjoint(moment.conduct.moves)
    return spoken and not asks and not kinds.isdisjoint({BeatKind.REACTION, BeatKind.LEVER})


def _corrected(moment: Moment) -> tuple[Beat, ...]:
    """Which part of a recap does not stand, with the persona's own figures if they have any."""
    stands = moment.recap is not None and bool(moment.recap.stands)
    own = (beat for beat in moment.answer.beats if beat.kind is BeatKind.COUNTER)
    return (*_plain(BeatKind.PARTLY if stands else BeatKind.AMISS), *own)


def _last_words(moment: Moment) -> tuple[Beat, ...]:
    """What is given on the last turn, then the ending's own words."""
    ending = moment.outcome.ended
    refs = ending.id if ending is not None else ""
    last = (Beat(kind=BeatKind.ENDING, ref=refs),)
    given = _gift(moment) or tuple(
        beat for beat in moment.answer.beats if beat.kind is BeatKind.DEAL
    )
    return _joined(given, last)


def _opener(moment: Moment) -> tuple[Beat, ...]:
    """What comes before the answer: news, this situation's reaction, or what landed."""
    if moment.twist is not None:
        return _broken_in(moment.twist)
    spoken = next((one for one in moment.reactions if one.says), None)
    if spoken is not None:
        return (Beat(kind=BeatKind.REACTION, ref=spoken.id),)
    conduct = moment.conduct
    if conduct.is_hostile or conduct.is_pressing:
        return ()
    weighty = next((lever for lever in moment.levers if lever.worth > 0), None)
    if weighty is not None:
        return (Beat(kind=BeatKind.LEVER, ref=weighty.id),)
    if moment.turn == 1 and conduct.shows(Signal.GREETING, Signal.THANKS):
        hello = conduct.shows(Signal.GREETING)
        return _plain(BeatKind.GREET if hello else BeatKind.THANKED)
    if conduct.hears or conduct.does(Move.APOLOGY, Move.AFFIRMATION):
        return _unless_just_done(moment, BeatKind.HEARD, BeatKind.SOFTEN)
    if conduct.does(Move.CONCEDING) and moment.is_warm:
        return _unless_just_done(moment, BeatKind.SOFTEN)
    return ()


def _gift(moment: Moment) -> tuple[Beat, ...]:
    gift = moment.gift
    if gift.fact is not None:
        told = Beat(kind=BeatKind.FACT, ref=gift.fact.id)
        return (Beat(kind=BeatKind.CONFIRM), told) if gift.guessed else (told,)
    if gift.concession is not None:
        return (Beat(kind=BeatKind.CONCESSION, ref=gift.concession.id),)
    return ()


def _under_friction(moment: Moment) -> tuple[Beat, ...]:
    """What is still said to the matter on a turn that hurt."""
    if moment.is_ruptured or moment.conduct.is_silent or moment.conduct.is_unreadable:
        return ()
    if not QUESTIONS.isdisjoint(moment.conduct.moves) or moment.named.topics:
        return tuple(beat for beat in moment.position() if beat not in moment.state.beats)
    return ()


def _core(moment: Moment, *, is_opened: bool) -> tuple[Beat, ...]:
    """The answer to a turn that earned nothing and hurt nobody."""
    conduct = moment.conduct
    if moment.is_closed_off:
        kinds = (BeatKind.SHARPEN, BeatKind.DEFLECT, BeatKind.REFUSE)
        return () if is_opened else moment.fresh(_plain(*kinds))
    if moment.asks_for_a_yes:
        return moment.fresh(_plain(BeatKind.SETTLED, BeatKind.SOFTEN, BeatKind.THANKED))
    asks = conduct.asks or not QUESTIONS.isdisjoint(conduct.moves)
    if moment.missed and not is_opened and not asks:
        return moment.fresh((*_plain(BeatKind.UNHEARD), *_plain(BeatKind.PROBE)))
    if not BARGAINING.isdisjoint(conduct.moves) and moment.asks_for_what_was_granted:
        return moment.fresh(_plain(BeatKind.SETTLED, BeatKind.SOFTEN))
    if asks and (close := moment.reply(at_least=CLOSE)):
        return close
    is_answered = any(one.says for one in moment.reactions) or bool(moment.levers)
    if not is_answered and (more := moment.more()):
        return more
    if conduct.is_aside and not conduct.moves:
        return moment.fresh(_plain(BeatKind.ASIDE, BeatKind.VAGUE, BeatKind.PROBE))
    if conduct.does(Move.UNEXPLAINED_TERM):
        return moment.fresh(_plain(BeatKind.PROBE, BeatKind.VAGUE))
    if moment.gift.locked is not None:
        return (moment.reply() if _asks_in_general(moment) else ()) or _withheld(moment)
    if conduct.shows(Signal.ASKS_TO_CLARIFY):
        return moment.fresh((*moment.position(), *_plain(BeatKind.ANSWER, BeatKind.PROBE)))
    if not QUESTIONS.isdisjoint(conduct.moves) or conduct.asks:
        return _answer(moment)
    if not BARGAINING.isdisjoint(conduct.moves) or conduct.does(
        Move.ADVICE, Move.SEEKING_COLLABORATION, Move.HANDING_OVER
    ):
        return _to_a_way_forward(moment)
    return _to_a_statement(moment, is_opened=is_opened)


def _asks_in_general(moment: Moment) -> bool:
    """Whether a question names neither a topic nor anything that is locked."""
    return not moment.named.topics and not moment.named.facts


def _withheld(moment: Moment) -> tuple[Beat, ...]:
    """Asked for what is locked: the open position first, then turned aside, by turns."""
    locked = moment.gift.locked
    aside = Beat(kind=BeatKind.DEFLECT, ref=moment.topic)
    stated = moment.state.positions.get(moment.topic, 0)
    if locked is not None and locked.id in moment.named.facts and locked.if_guessed != "deny":
        return moment.fresh((aside, *_plain(BeatKind.ANSWER)))
    if stated % 2 == 0:
        return moment.fresh((*moment.position(), aside, *_plain(BeatKind.ANSWER)))
    return moment.fresh((aside, *moment.position(), *_plain(BeatKind.ANSWER)))


def _answer(moment: Moment) -> tuple[Beat, ...]:
    """A question about something that is not locked."""
    general = (*moment.reply(), *_plain(BeatKind.ANSWER))
    if moment.is_explained:
        return moment.fresh((*general, *_plain(BeatKind.PROBE), *moment.position()))
    if moment.named.topics:
        return moment.fresh((*moment.position(), *general, *_plain(BeatKind.PROBE)))
    if len(general) > 1:
        return moment.fresh(general)
    if moment.conduct.does(Move.CLOSED_QUESTION) and moment.falls("answer", TWO_IN_THREE):
        return moment.fresh((*general, *moment.position(), *_plain(BeatKind.PROBE)))
    if moment.state.beats and moment.topic:
        return moment.fresh((*moment.position(), *general, *_plain(BeatKind.PROBE)))
    return moment.fresh((*general, *moment.position(), *_plain(BeatKind.PROBE)))


def _to_a_way_forward(moment: Moment) -> tuple[Beat, ...]:
    """A proposal or an advice that earned nothing yet."""
    if moment.conduct.does(Move.ADVICE) or moment.stance.tension >= TENSE_ENOUGH:
        kinds = (BeatKind.REFUSE, BeatKind.PROBE, BeatKind.SHARPEN)
    elif moment.is_warm:
        kinds = (BeatKind.PROBE, BeatKind.SOFTEN, BeatKind.ANSWER)
    else:
        kinds = (BeatKind.PROBE, BeatKind.REFUSE, BeatKind.SHARPEN)
    first = _plain(*kinds)
    if moment.is_early:
        return moment.fresh((*moment.position(), *first))
    return moment.fresh((*first, *moment.position()))


def _to_a_statement(moment: Moment, *, is_opened: bool) -> tuple[Beat, ...]:
    """Something was told, agreed, thanked for, or said in passing."""
    conduct = moment.conduct
    if conduct.shows(Signal.THANKS) and not conduct.moves:
        return moment.fresh(_plain(BeatKind.THANKED, BeatKind.PROBE))
    if conduct.shows(Signal.REFUSAL):
        return moment.fresh((*_plain(BeatKind.PROBE), *moment.position()))
    if conduct.shows(Signal.AGREEMENT) and not moment.named.topics:
        kinds = (BeatKind.SOFTEN, BeatKind.PROBE) if moment.is_warm else (BeatKind.PROBE,)
        return moment.fresh(_plain(*kinds, BeatKind.VAGUE))
    if is_opened:
        return moment.position() if moment.named.topics and not moment.is_explained else ()
    if conduct.shows(Signal.GREETING) and not moment.named.topics:
        return moment.fresh(_plain(BeatKind.GREET, BeatKind.VAGUE))
    if moment.named.topics:
        asked = _plain(BeatKind.PROBE)
        ways = (*moment.position(), *asked, *_plain(BeatKind.ANSWER))
        leads = not moment.is_explained and moment.falls("state", TWO_IN_THREE)
        return moment.fresh(ways if leads else (*asked, *ways))
    if moment.takes_up_the_told:
        return moment.fresh((*moment.more(), *_plain(BeatKind.HEARD, BeatKind.SOFTEN)))
    if conduct.moves:
        return moment.fresh((*_plain(BeatKind.PROBE), *moment.position()))
    if conduct.words >= _WORDY:
        return moment.fresh(_plain(BeatKind.PROBE, BeatKind.ASIDE, BeatKind.VAGUE))
    return moment.fresh(_plain(BeatKind.VAGUE, BeatKind.ASIDE, BeatKind.PROBE))


def _tail(moment: Moment, core: tuple[Beat, ...]) -> tuple[Beat, ...]:
    """A word about the time, or a cue where the reply leaves room."""
    made_deal = any(beat.kind is BeatKind.DEAL for beat in core)
    if moment.wraps_up or (moment.outcome.has_begun and not made_deal):
        return _plain(BeatKind.WRAP_UP)
    told = any(beat.kind in _WHOLE for beat in core)
    if moment.cue is not None and moment.twist is None and not told:
        return (Beat(kind=BeatKind.CUE, ref=moment.cue.id),)
    return ()


_WHOLE = frozenset(
    {
        BeatKind.FACT,
        BeatKind.MORE,
        BeatKind.CONCESSION,
        BeatKind.DEAL,
        BeatKind.COUNTER,
        BeatKind.REOPEN,
    }
)
"""Beats beside which a cue would be lost."""


def _unless_just_done(moment: Moment, *kinds: BeatKind) -> tuple[Beat, ...]:
    done = {beat.kind for beat in moment.state.beats}
    return next((_plain(kind) for kind in kinds if kind not in done), ())


def _plain(*kinds: BeatKind) -> tuple[Beat, ...]:
    return tuple(Beat(kind=kind) for kind in kinds)


def _joined(*parts: Iterable[Beat]) -> tuple[Beat, ...]:
    """All parts, each beat once, no more than a reply holds."""
    return tuple(dict.fromkeys(beat for part in parts for beat in part))[:LONGEST]
