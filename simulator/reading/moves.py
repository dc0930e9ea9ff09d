"""What an utterance does: the moves, the signals and the quantities that a reading holds.

The catalogue is the product's one list of moves. Each member names the published scheme it
comes from, so that a mentor can look the idea up:

* MITI 4.2 / MISC 2.5 (Moyers, Manuel & Ernst 2014; Houck et al. 2010): questions, reflections,
  affirmation, seeking collaboration, advice without permission, confront;
* IRP, Interests–Rights–Power (Ury, Brett & Goldberg 1988; coded by Lytle, Brett & Shapiro 1999);
* negotiation coding (CaSiNo, Chawla et al. 2021; Weingart et al. 1990);
* I-statements (Gordon 1970), acknowledging feelings (MITI empathy; VR-CoDES 2011).

Spans are half-open and count code points of the cleaned, NFC text. A find under `SURE` is kept
for the record and changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["en", "fr"]

SURE = 0.6
"""Confidence from which a move counts; below it nothing moves and nothing is found."""


class Move(StrEnum):
    """One thing an utterance does."""

    OPEN_QUESTION = "open-question"
    """MITI: a question that leaves room for a wide range of answers."""
    CLOSED_QUESTION = "closed-question"
    """MITI: a question that can be answered by yes, no or one figure."""
    REFLECTION = "reflection"
    """MITI: gives back what the other just said, as a statement about the other."""
    AFFIRMATION = "affirmation"
    """MITI: names something good the other did or is, with its ground."""
    SEEKING_COLLABORATION = "seeking-collaboration"
    """MITI: shares the power to decide, asks for the other's consent or idea."""
    ADVICE = "advice"
    """MISC "advise without permission": tells the other what to do, unasked."""
    CONFRONT = "confront"
    """MITI: disputes, corrects or shames the other directly."""
    INTERESTS = "interests"
    """IRP: names or asks for needs, concerns, reasons behind a position."""
    POSITIVE_EXPECTATION = "positive-expectation"
    """IRP: recognises common ground, says that a way will be found."""
    PROPOSAL = "proposal"
    """IRP: puts a concrete way forward on the table."""
    CONCEDING = "conceding"
    """IRP: gives up or lowers something asked for before."""
    STATING_FACTS = "stating-facts"
    """IRP: gives checkable information: dates, figures, events."""
    PROCEDURAL = "procedural"
    """IRP: speaks of how to talk: agenda, order, time, next meeting."""
    RIGHTS = "rights"
    """IRP: appeals to rules, contract, law, precedent or fairness as a norm."""
    POWER = "power"
    """IRP: uses status, coercion or leaving to force the outcome, short of a threat."""
    OFFER = "offer"
    """Negotiation: a proposal that carries a quantity."""
    ELICITING_PREFERENCE = "eliciting-preference"
    """CaSiNo elicit-pref: asks what the other wants or ranks highest."""
    VOUCHING_FAIRNESS = "vouching-fairness"
    """CaSiNo vouch-fair: argues that a deal is fair to both."""
    I_STATEMENT = "i-statement"
    """Gordon: own feeling or need, tied to a fact, without blame."""
    ACKNOWLEDGEMENT = "acknowledgement"
    """VR-CoDES: recognises a feeling or a difficulty that the other voiced."""
    APOLOGY = "apology"
    """Takes responsibility and says so."""
    SUMMARY = "summary"
    """MITI: gathers several things that were said, or what was agreed."""
    CHECKING_UNDERSTANDING = "checking-understanding"
    """Asks whether one has understood, or whether the other has."""
    HANDING_OVER = "handing-over"
    """Lets the other do, choose or try it."""
    UNEXPLAINED_TERM = "unexplained-term"
    """Uses one of the scenario's terms without saying what it means."""
    BLAME = "blame"
    """Gottman criticism: puts the fault on the other's person or conduct."""
    UNDERMINING = "undermining"
    """CaSiNo uv-part: makes the other's needs or case look smaller than they are."""
    THREAT = "threat"
    """Announces harm if the other does not give way."""
    DISMISSAL = "dismissal"
    """Brushes a concern or a feeling aside."""
    ABSOLUTES = "absolutes"
    """Always, never, everyone: about the other's conduct."""
    MINIMAL_ANSWER = "minimal-answer"
    """A word or two that leave the other to carry the talk."""


class Signal(StrEnum):
    """What a partner has to react to, though no scheme counts it as a move."""

    GREETING = "greeting"
    THANKS = "thanks"
    FAREWELL = "farewell"
    AGREEMENT = "agreement"
    """Says yes to what the other proposed."""
    REFUSAL = "refusal"
    """Says no to what the other proposed."""
    ASKS_TO_CLARIFY = "asks-to-clarify"
    FLATTERY = "flattery"
    """Praises the person without a ground, to please."""
    PLEADING = "pleading"
    """Begs; emotion as the only argument."""
    META = "meta"
    """Speaks to the partner as a machine, or orders it about its instructions."""
    ABUSE = "abuse"
    """Insults."""
    DISTRESS = "distress"
    """The mentee states, explicitly and of themselves, a wish to die or to hurt themselves."""
    NONSENSE = "nonsense"
    """No words of the language."""
    OTHER_LANGUAGE = "other-language"
    """Clearly not the session's language."""


QuantityKind = Literal["money", "percent", "duration", "count", "date"]


@dataclass(frozen=True, slots=True)
class Found:
    """One move, where it stands, and how sure the recogniser is (0 to 1)."""

    move: Move
    start: int
    end: int
    confidence: float

    @property
    def is_sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Noticed:
    """One signal, where it stands, and how sure the recogniser is (0 to 1)."""

    signal: Signal
    start: int
    end: int
    confidence: float

    @property
    def is_sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as it was said: `value` in `unit` (EUR, percent, day …), `per` week, month or year.

    A date has the kind `date`, the unit `weekday`, `month-day` or `day`, and its words in `text`.
    """

    kind: QuantityKind
    value: float
    unit: str
    per: str | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic of the scenario named in the utterance; `word` is the mentee's own wording."""

    topic: str
    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the scenario brings to a reading: words of each topic, and terms that need explaining."""

    topics: Mapping[str, Sequence[str]] = field(default_factory=dict)
    terms: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one utterance was found to do. Finds are ordered by start, then by move."""

    moves: tuple[Found, ...] = ()
    signals: tuple[Noticed, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    names: tuple[str, ...] = ()
    words: int = 0

    def sure_moves(self) -> tuple[Found, ...]:
        """The moves that count."""
        return tuple(found for found in self.moves if found.is_sure)

    def has(self, *moves: Move) -> bool:
        """Whether one of `moves` was found with enough confidence."""
        return any(found.move in moves for found in self.sure_moves())

    def signalled(self, *signals: Signal) -> bool:
        """Whether one of `signals` was noticed with enough confidence."""
        return any(one.signal in signals and one.is_sure for one in self.signals)

    def topics(self) -> tuple[str, ...]:
        """Ids of the topics mentioned, each once, in the order of mention."""
        return tuple(dict.fromkeys(mention.topic for mention in self.mentions))
