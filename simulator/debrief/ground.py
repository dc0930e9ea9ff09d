"""The ground on which a line is run again: the state it is said in, and who hears it.

In a rehearsal that is the state before the mentee's turn, and the persona who was there. Where two
people talked nobody knows what the other would have made of another line; there a neutral partner
hears both, the line that was said and the other one: an ordinary temperament, half-way between
trust and distrust. The invariant: both lines are run from the very same state. It refuses to pass
the neutral partner off as the person, and says which of the two it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator import director
from simulator.debrief.course import Course, Step
from simulator.director.state import Stance, State
from simulator.library.conditions import Condition
from simulator.library.persona import Pattern, Persona, Temperament
from simulator.library.scenario import Ending, Fact, Scenario
from simulator.practice.stage import Stage
from simulator.reading.moves import Move, Reading, Signal

MIDDLE = Stance(trust=5, tension=4)
"""Where a neutral partner stands, each time anew."""

ORDINARY = Temperament(
    trust={
        Move.OPEN_QUESTION: 0.6,
        Move.ELICITING_PREFERENCE: 0.6,
        Move.INTERESTS: 0.6,
        Move.REFLECTION: 0.7,
        Move.ACKNOWLEDGEMENT: 0.8,
        Move.I_STATEMENT: 0.5,
        Move.APOLOGY: 0.8,
        Move.SEEKING_COLLABORATION: 0.6,
        Move.HANDING_OVER: 0.5,
        Move.SUMMARY: 0.5,
        Move.CHECKING_UNDERSTANDING: 0.4,
        Move.STATING_FACTS: 0.3,
        Move.PROPOSAL: 0.3,
        Move.OFFER: 0.3,
        Move.CONCEDING: 0.5,
        Move.PROCEDURAL: 0.2,
        Move.AFFIRMATION: 0.3,
        Pattern.EARLY_PROPOSAL: -0.4,
        Pattern.REPEATED_LINE: -0.5,
        Pattern.QUESTION_PILE: -0.4,
        Move.ADVICE: -0.5,
        Move.CONFRONT: -0.5,
        Move.RIGHTS: -0.6,
        Move.POWER: -1.1,
        Move.BLAME: -1.1,
        Move.UNDERMINING: -1.1,
        Move.THREAT: -1.7,
        Move.DISMISSAL: -1.0,
        Move.ABSOLUTES: -0.4,
        Move.MINIMAL_ANSWER: -0.3,
        Signal.FLATTERY: -0.3,
        Signal.PLEADING: -0.3,
        Signal.ABUSE: -2.5,
    },
    tension={
        Move.OPEN_QUESTION: -0.25,
        Move.ELICITING_PREFERENCE: -0.3,
        Move.INTERESTS: -0.3,
        Move.REFLECTION: -0.5,
        Move.ACKNOWLEDGEMENT: -0.7,
        Move.I_STATEMENT: -0.35,
        Move.APOLOGY: -0.8,
        Move.SEEKING_COLLABORATION: -0.4,
        Move.HANDING_OVER: -0.3,
        Move.SUMMARY: -0.3,
        Move.CHECKING_UNDERSTANDING: -0.2,
        Move.CONCEDING: -0.4,
        Pattern.EARLY_PROPOSAL: 0.3,
        Pattern.REPEATED_LINE: 0.4,
        Pattern.QUESTION_PILE: 0.3,
        Move.ADVICE: 0.4,
        Move.CONFRONT: 0.5,
        Move.RIGHTS: 0.6,
        Move.POWER: 1.1,
        Move.BLAME: 1.1,
        Move.UNDERMINING: 1.1,
        Move.THREAT: 1.8,
        Move.DISMISSAL: 1.0,
        Move.ABSOLUTES: 0.4,
        Signal.ABUSE: 2.6,
    },
)
"""What moves a neutral partner: about the middle of what moves the personas that are shipped."""

_UNREACHABLE = Condition(concession="never")
_NOTHING: Mapping[str, object] = {
    "facts": (Fact(id="never", note="-", says=("-",), when=_UNREACHABLE),),
    "endings": (Ending(id="never", when=_UNREACHABLE, says=("-",), score=0),),
}
"""Nothing was set up in a real talk: what a scene has to have is there, and never comes up."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Lines are read and decided here as in the talk itself."""

    course: Course
    stage: Stage
    scenario: Scenario
    personas: Mapping[str, Persona]
    is_neutral: bool

    @classmethod
    def of(cls, course: Course, stage: Stage) -> "Ground":
        """The talk's own, or a neutral partner's where two people held it."""
        if not course.is_recorded:
            return cls(course, stage, stage.scenario, stage.personas, is_neutral=False)
        neutral = {
            name: one.model_copy(update={"temperament": ORDINARY})
            for name, one in stage.personas.items()
        }
        scenario = stage.scenario.model_copy(update=_NOTHING)
        return cls(course, stage, scenario, neutral, is_neutral=True)

    def said(self, step: Step) -> Stance:
        """The stance that the line of `step` left."""
        return self._left(step, step.reading, step.line.text) if self.is_neutral else step.stands

    def read(self, step: Step, text: str) -> Reading:
        """What `text` would have been read as, in answer to the same."""
        heard = self.course.session.before(step.turn)
        return self.stage.recogniser.read(
            text, heard, self.stage.vocabulary, is_spoken=self.is_neutral
        )

    def instead(self, step: Step, reading: Reading, text: str) -> Stance:
        """The stance that `text`, read as `reading`, would have left."""
        return self._left(step, reading, text)

    def _before(self, step: Step) -> State:
        if not self.is_neutral:
            return step.before
        return step.before.model_copy(
            update={"stance": dict.fromkeys(step.before.stance, MIDDLE), "changes": ()}
        )

    def _left(self, step: Step, reading: Reading, text: str) -> Stance:
        before = self._before(step)
        opened = self.course.session.opened
        decision = director.decide(
            self.scenario,
            self.personas,
            before,
            reading,
            text,
            level=opened.level,
            seed=opened.seed,
        )
        return director.apply(before, decision).stance[step.decision.voice]
