"""Weighing: how well words of the mentee's show what is looked for, in points.

What makes any words good evidence is weighed first (certain, on the subject, in time, met by the
other, in a line that hurts nobody), then what makes good evidence of a move of that kind: a question
explores, giving back takes up the other's words, a way forward is concrete and for both. What only
looks like it is told apart. The points rank; they mean nothing else and are shown to nobody.
"""

from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.occasions import Occasion
from simulator.debrief.persons import is_of_both, is_of_other, is_of_self, likens
from simulator.debrief.quotes import Quote
from simulator.debrief.wording import Wording
from simulator.reading.manner import MannerReader, Way
from simulator.reading.moves import Found, Move, Signal
from simulator.text import words

ASKING = frozenset(
    {Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE}
)
HEARING = frozenset(
    {Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.SUMMARY, Move.AFFIRMATION, Move.APOLOGY}
)
PUTTING = frozenset({Move.PROPOSAL, Move.OFFER, Move.CONCEDING, Move.SEEKING_COLLABORATION})
CLOSING = frozenset({Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL})
HARM = (Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.DISMISSAL)
SHORT = 6
"""Words under which a sentence says little by itself."""
FAR = 6
"""Turns after its chance from which a find is no further away."""
LONG = 15
"""Words from which a sentence says no more for being longer."""
EARLIER = 0.05
"""Points by which the same is better evidence for each turn that it was done sooner."""
_SEEKING = (Move.SEEKING_COLLABORATION, Move.ELICITING_PREFERENCE, Move.HANDING_OVER)
_LATER = PUTTING | {*_SEEKING, Move.CHECKING_UNDERSTANDING}
COURTESY = 7
"""Words up to which a sentence of thanks or greeting is nothing else."""


@dataclass(frozen=True, slots=True)
class Words:
    """A find in its sentence, and what the rest of the line does."""

    course: Course
    moves: tuple[Move, ...]
    """What is looked for, the foremost first."""
    ask: str
    step: Step
    found: Found
    quote: Quote

    @property
    def text(self) -> str:
        return self.quote.quote

    @property
    def asks(self) -> bool:
        return self.text.rstrip(' »”"').endswith("?")

    @property
    def length(self) -> int:
        return len(words(self.text))

    @property
    def is_asked_for(self) -> bool:
        """Questions are looked for before anything else."""
        return self.moves[0] in ASKING

    @property
    def is_closing(self) -> bool:
        """The item looks for the end of a talk: what was agreed, and what comes next."""
        return {*self.moves, Move.PROCEDURAL} >= CLOSING and self.moves[0] in CLOSING

    @property
    def is_soon(self) -> bool:
        """Asking, hearing and speaking up are the better the sooner; a way forward is not."""
        return self.is_asked_for or not (self.is_closing or self.found.move in _LATER)

    @property
    def figures(self) -> int:
        """Figures and dates in the sentence."""
        inside = (one for one in self.step.reading.quantities if self.holds(one.start, one.end))
        return sum(1 for _ in inside)

    def holds(self, start: int, end: int) -> bool:
        return self.quote.start <= start and end <= self.quote.end

    def meets(self, *moves: Move) -> bool:
        """Whether one of `moves` is surely done in the same sentence."""
        return any(
            one.start < self.quote.end and self.quote.start < one.end
            for one in self.step.found(*moves)
        )

    def shares(self, text: str) -> int:
        """Words of meaning in common with `text`."""
        heard = self.course.recogniser.heard
        return len(heard(text).content & heard(self.text).content)

    @property
    def is_of_self(self) -> bool:
        return is_of_self(self.text, self.course.scenario.language)

    @property
    def is_of_other(self) -> bool:
        return is_of_other(self.text, self.course.scenario.language)

    @property
    def is_of_both(self) -> bool:
        return is_of_both(self.text, self.course.scenario.language)

    @property
    def is_of_none(self) -> bool:
        """It speaks of neither of the two."""
        return not (self.is_of_self or self.is_of_other or self.is_of_both)


def is_beside(said: Words) -> bool:
    """Whether it only looks like what is asked for."""
    move = said.found.move
    if _is_courtesy(said) and move not in {Move.ACKNOWLEDGEMENT, Move.AFFIRMATION, Move.APOLOGY}:
        return True
    if said.is_asked_for and move in ASKING:
        return not said.asks and said.is_of_self and not said.is_of_other
    if move in {Move.PROPOSAL, Move.OFFER}:
        return _is_demand(said)
    return move in {Move.STATING_FACTS, Move.I_STATEMENT} and _is_own_story(said)


def _is_courtesy(said: Words) -> bool:
    """Whether the sentence only greets, thanks or takes leave."""
    kinds = (Signal.GREETING, Signal.THANKS, Signal.FAREWELL)
    return said.length <= COURTESY and any(
        one.signal in kinds and one.start < said.quote.end and said.quote.start < one.end
        for one in said.step.reading.signals
    )


def _is_own_story(said: Words) -> bool:
    """Whether it turns to the mentee's own life where the other has just told of theirs."""
    language = said.course.scenario.language
    step, mentions = said.step, said.step.reading.mentions
    if any(said.holds(one.start, one.end) for one in mentions) or step.heard is None:
        return False
    if not likens(said.text, language):
        return False
    earlier = said.course.at(step.number - 1)
    is_told = earlier is not None and bool(earlier.told or earlier.decision.cues_offered)
    if not is_told and not said.course.recogniser.heard(step.heard.text).hard:
        return False
    stretches = MannerReader.of(language).read(step.line.text)
    return any(
        Way.SPEAKS_OF_SELF in one.ways and one.start < said.quote.end and said.quote.start < one.end
        for one in stretches
    )


def _is_demand(said: Words) -> bool:
    """Whether it asks for one's own alone, and holds nothing for the other."""
    wording = Wording.of(said.course.scenario.language)
    if said.asks or said.is_of_other or said.is_of_both or wording.has("trades", said.text):
        return False
    return said.is_of_self and wording.has("demands", said.text) and not said.figures


def common(said: Words, chance: Occasion, topics: frozenset[str]) -> float:
    """Points for what makes any words good evidence."""
    step = said.step
    mentioned = {one.topic for one in step.reading.mentions if said.holds(one.start, one.end)}
    is_on_topic = not topics.isdisjoint(step.reading.topics())
    points = 1.5 * said.found.confidence
    points += 0.7 * is_on_topic + 0.5 * (not topics.isdisjoint(mentioned))
    points += 0.2 * min(3, said.shares(said.ask))
    points += 0.25 * max(-2.0, min(2.0, step.trust - step.tension))
    points += 0.3 * bool(step.told or step.granted) + 0.3 * bool(step.decision.cues_taken)
    points -= (0.15 if said.is_soon else 0.05) * min(FAR, step.number - chance.step.number)
    points -= 0.2 * said.moves.index(said.found.move)
    points -= 2.0 * bool(step.found(*HARM))
    points += 0.02 * min(LONG, said.length)
    points -= 0.8 * (said.asks and said.moves[0] in {Move.STATING_FACTS, Move.I_STATEMENT})
    return points - (EARLIER * step.number if said.is_soon else 0)


def of_its_kind(said: Words) -> float:
    """Points for what makes good evidence of that move."""
    move = said.found.move
    if said.is_closing and move in CLOSING:
        return _of_closing(said)
    if move in ASKING:
        return _of_asking(said)
    if move in HEARING:
        return _of_hearing(said)
    if move in PUTTING:
        return _of_putting(said)
    if move is Move.STATING_FACTS:
        points = 0.3 * min(2, said.figures) - 0.4 * said.asks - 0.6 * (said.length < SHORT)
        return points - 0.5 * said.meets(Move.APOLOGY, Move.CONCEDING)
    if move is Move.I_STATEMENT:
        wording = Wording.of(said.course.scenario.language)
        points = 0.3 * wording.has("reason", said.text) + 0.3 * said.is_of_self
        return points - 0.5 * wording.has("arranges", said.text)
    return 0.0


def _of_asking(said: Words) -> float:
    """A question that explores: open, about the other, and not yet about what to do."""
    move = said.found.move
    points = (0.4 if said.asks else -0.6) + 0.3 * (move is Move.OPEN_QUESTION)
    points -= 0.5 * (said.is_of_self and not said.is_of_other)
    if said.moves[0] is Move.OPEN_QUESTION:
        points -= 0.5 * said.meets(*_SEEKING)
    is_mentioned = any(said.holds(one.start, one.end) for one in said.step.reading.mentions)
    return points - 1.0 * (said.step.number == 1 and not is_mentioned)


def _of_hearing(said: Words) -> float:
    """Giving back is about the other, takes up their words, and brings nothing of one's own."""
    heard = said.step.heard.text if said.step.heard else ""
    points = 0.25 * min(3, said.shares(heard)) + 0.3 * said.is_of_other
    points -= 0.4 * said.asks + 0.3 * (said.found.move is Move.APOLOGY)
    if said.meets(Move.PROPOSAL, Move.OFFER, Move.STATING_FACTS):
        points -= 0.8
    return points - 0.4 * (said.is_of_self and not said.is_of_other)


def _of_putting(said: Words) -> float:
    """A way forward is concrete, and for both; to share the say is to ask, or to leave it."""
    wording = Wording.of(said.course.scenario.language)
    move = said.found.move
    points = 0.3 * min(2, said.figures) + 0.2 * (said.is_of_other or said.is_of_both)
    points += 0.4 * wording.has("trades", said.text) - 0.8 * (said.length < SHORT)
    points -= 0.8 * (not said.asks and said.is_of_none)
    points -= 0.8 * said.meets(Move.STATING_FACTS) + 1.5 * said.meets(Move.SUMMARY)
    if move is Move.SEEKING_COLLABORATION and not said.asks and not said.is_of_other:
        points -= 0.6
    return points + 0.5 * (move is not Move.CONCEDING and wording.has("proposes", said.text))


def _of_closing(said: Words) -> float:
    """What gathers names what was agreed, late in the talk."""
    wording = Wording.of(said.course.scenario.language)
    late = said.step.number / len(said.course.steps)
    points = late + 0.2 * min(2, said.figures) - 0.5 * wording.has("parting", said.text)
    points += 0.4 * (wording.has("gathers", said.text) or wording.has("next", said.text))
    return points - 0.8 * (said.length < SHORT)
