"""The fixed catalogue of named gaps: known mistakes of talks at work, each from a published source.

A thing to try always carries one of these names, so that a mentor can look it up and two sessions
can be compared. A gap describes what was done or left undone in a talk, never who the mentee is.
The catalogue has the words: `gap.<id>` names it, `gap.<id>.noticed` says what was observed and
`gap.<id>.wondered` asks about it.
"""

from dataclasses import dataclass
from enum import StrEnum

from simulator.reading.moves import Move


class Gap(StrEnum):
    """One named gap."""

    BLAME = "blame"
    ABSOLUTES = "absolutes"
    BELITTLING = "belittling"
    THREAT = "threat"
    RIGHTS = "rights"
    ARGUING = "arguing"
    DISMISSAL = "dismissal"
    RIGHTING_REFLEX = "righting-reflex"
    EARLY_SOLUTION = "early-solution"
    QUESTION_STACKING = "question-stacking"
    CLOSED_RUN = "closed-run"
    MISSED_CUE = "missed-cue"
    PASSED_OVER = "passed-over"
    REASONS_NOT_ASKED = "reasons-not-asked"
    NOT_HEARD = "not-heard"
    NO_OWN_VOICE = "no-own-voice"
    UNSUPPORTED = "unsupported"
    NO_PROPOSAL = "no-proposal"
    NOT_SHARED = "not-shared"
    OWN_PART = "own-part"
    UNREPAIRED = "unrepaired"
    POSITION_REPEATED = "position-repeated"
    POSITION_CHANGED = "position-changed"
    LEFT_HANGING = "left-hanging"
    SINGLE_ISSUE = "single-issue"
    BIDDING_DOWN = "bidding-down"
    BELOW_LIMIT = "below-limit"
    JARGON = "jargon"
    PLEADING = "pleading"
    FLATTERY = "flattery"
    MONOLOGUE = "monologue"
    SELF_FOCUS = "self-focus"
    MINIMAL = "minimal"
    NO_SUMMARY = "no-summary"


@dataclass(frozen=True, slots=True)
class Scheme:
    """Where a gap is described, and the moves whose absence or presence it is about."""

    source: str
    moves: tuple[Move, ...] = ()


_GOTTMAN = "Gottman 1994: What Predicts Divorce?"
_FISHER = "Fisher & Ury 1981: Getting to Yes"
_MILLER = "Miller & Rollnick 2013: Motivational Interviewing"
_MITI = "Moyers, Manuel & Ernst 2014: MITI 4.2"
_CODES = "Zimmermann et al. 2011: VR-CoDES"
_URY = "Ury, Brett & Goldberg 1988: Getting Disputes Resolved"
_ROSENBERG = "Rosenberg 2003: Nonviolent Communication"
_STONE = "Stone, Patton & Heen 1999: Difficult Conversations"

CATALOGUE: dict[Gap, Scheme] = {
    Gap.BLAME: Scheme(_GOTTMAN, (Move.BLAME,)),
    Gap.ABSOLUTES: Scheme(_ROSENBERG, (Move.ABSOLUTES,)),
    Gap.BELITTLING: Scheme(_GOTTMAN, (Move.UNDERMINING,)),
    Gap.THREAT: Scheme(_URY, (Move.THREAT, Move.POWER)),
    Gap.RIGHTS: Scheme(_URY, (Move.RIGHTS,)),
    Gap.ARGUING: Scheme(_MITI, (Move.CONFRONT,)),
    Gap.DISMISSAL: Scheme(_CODES, (Move.DISMISSAL,)),
    Gap.RIGHTING_REFLEX: Scheme(_MILLER, (Move.ADVICE,)),
    Gap.EARLY_SOLUTION: Scheme(_FISHER, (Move.PROPOSAL, Move.OFFER)),
    Gap.QUESTION_STACKING: Scheme("Ivey, Ivey & Zalaquett 2013: Intentional Interviewing"),
    Gap.CLOSED_RUN: Scheme(_MITI, (Move.CLOSED_QUESTION,)),
    Gap.MISSED_CUE: Scheme(_CODES),
    Gap.PASSED_OVER: Scheme(_CODES),
    Gap.REASONS_NOT_ASKED: Scheme(
        _FISHER, (Move.OPEN_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE)
    ),
    Gap.NOT_HEARD: Scheme(_MITI, (Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.AFFIRMATION)),
    Gap.NO_OWN_VOICE: Scheme("Gordon 1970: Parent Effectiveness Training", (Move.I_STATEMENT,)),
    Gap.UNSUPPORTED: Scheme(_FISHER, (Move.STATING_FACTS, Move.VOUCHING_FAIRNESS)),
    Gap.NO_PROPOSAL: Scheme(
        _FISHER, (Move.PROPOSAL, Move.OFFER, Move.CONCEDING, Move.POSITIVE_EXPECTATION)
    ),
    Gap.NOT_SHARED: Scheme(_MITI, (Move.SEEKING_COLLABORATION, Move.HANDING_OVER)),
    Gap.OWN_PART: Scheme(_STONE, (Move.APOLOGY,)),
    Gap.UNREPAIRED: Scheme("Safran & Muran 2000: Negotiating the Therapeutic Alliance"),
    Gap.POSITION_REPEATED: Scheme(_FISHER),
    Gap.POSITION_CHANGED: Scheme("Lewicki, Barry & Saunders 2010: Negotiation"),
    Gap.LEFT_HANGING: Scheme("Schwarz 2002: The Skilled Facilitator"),
    Gap.SINGLE_ISSUE: Scheme("Pruitt 1981: Negotiation Behavior"),
    Gap.BIDDING_DOWN: Scheme("Raiffa 1982: The Art and Science of Negotiation"),
    Gap.BELOW_LIMIT: Scheme("Raiffa 1982: The Art and Science of Negotiation"),
    Gap.JARGON: Scheme("Castro et al. 2007: jargon in clinic talk", (Move.UNEXPLAINED_TERM,)),
    Gap.PLEADING: Scheme("Thompson 2020: The Mind and Heart of the Negotiator"),
    Gap.FLATTERY: Scheme("Jones 1964: Ingratiation"),
    Gap.MONOLOGUE: Scheme("Stivers et al. 2009: turn-taking in conversation"),
    Gap.SELF_FOCUS: Scheme("Huang et al. 2017: It Doesn’t Hurt to Ask"),
    Gap.MINIMAL: Scheme("Sacks, Schegloff & Jefferson 1974: turn-taking", (Move.MINIMAL_ANSWER,)),
    Gap.NO_SUMMARY: Scheme(_MILLER, (Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL)),
}
"""Every gap with its scheme."""

_HARMS = (
    *(Gap.BLAME, Gap.ABSOLUTES, Gap.BELITTLING, Gap.THREAT, Gap.RIGHTS, Gap.ARGUING),
    *(Gap.DISMISSAL, Gap.RIGHTING_REFLEX, Gap.EARLY_SOLUTION, Gap.JARGON, Gap.MINIMAL),
)
_LACKS = (
    *(Gap.REASONS_NOT_ASKED, Gap.NOT_HEARD, Gap.NO_OWN_VOICE, Gap.UNSUPPORTED),
    *(Gap.NO_PROPOSAL, Gap.NOT_SHARED, Gap.OWN_PART, Gap.NO_SUMMARY),
)


def harm_in(move: Move) -> Gap | None:
    """The gap that doing `move` is, if it is one."""
    return next((gap for gap in _HARMS if move in CATALOGUE[gap].moves), None)


def lack_of(moves: tuple[Move, ...]) -> Gap | None:
    """The gap that leaving out `moves` is: told by the first of them that has one."""
    found = (gap for move in moves for gap in _LACKS if move in CATALOGUE[gap].moves)
    return next(found, None)
