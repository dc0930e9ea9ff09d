"""Concerns: what the other person worried about aloud, and whether the mentee ever took it up.

In a rehearsal they are the cues that were offered and the facts that were told; where two people
talked, they are sentences in which the other speaks of themselves and of something hard. Taken up
is generous: hearing it, asking about it, or coming back to its words at any later turn. So what is
called passed over was answered with something else, and never came back. A reproach takes nothing
up, whatever words it shares, nor does a sorry that does not say what for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.findings import evidence
from simulator.debrief.gaps import Gap
from simulator.debrief.measures import HEARING
from simulator.debrief.quotes import Quote, distinct, excerpt, found_in
from simulator.debrief.wording import Wording, spoken
from simulator.director.topics import topics_of_fact
from simulator.practice.session import Utterance
from simulator.reading.moves import Found, Language, Move, Signal
from simulator.text import fold, words

ANSWERING = (
    *HEARING,
    *(Move.APOLOGY, Move.AFFIRMATION, Move.CHECKING_UNDERSTANDING, Move.HANDING_OVER),
    *(Move.SEEKING_COLLABORATION, Move.CONCEDING),
)
"""Moves that answer a person, whatever words they use."""
HEARD = (*HEARING, Move.APOLOGY)
ASKING = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE)
_OPEN = (Move.OPEN_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE)
_HARM = (Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.DISMISSAL)
"""Moves that answer nobody, unless the same line also does."""
COURTESY = 12
"""Words up to which a sorry that does not say what for is all there is."""
BENEFIT = 0.51
"""Confidence from which a doubtful answer is still given the benefit."""
STRAY = 0.34
"""Share of a line's words of meaning that may have been heard before by chance."""
SUBJECT = 2
"""Words of meaning from which a line is about something."""
SELF = 4
"""Words for oneself in a line that is about oneself."""
_FIRST_PERSON: dict[Language, frozenset[str]] = {
    "en": frozenset({"i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "myself"}),
    "fr": frozenset({"je", "j'", "moi", "me", "m'", "mon", "ma", "mes", "mien", "mienne"}),
}
_SECOND_PERSON: dict[Language, frozenset[str]] = {
    "en": frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "yours", "yourself"}),
    "fr": frozenset(
        {"tu", "te", "t'", "toi", "ton", "ta", "tes", "vous", "votre", "vos", "tien", "votres"}
    ),
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern: what was said, the mentee's turn that met it, and the turn that took it up."""

    kind: Literal["cue", "fact", "voiced"]
    said: Quote
    met: Step
    """The first of the mentee's turns after it."""
    passing: Step
    """The turn that shows best how it was passed over, if it was."""
    taking: Step | None
    """None where it never was."""

    @property
    def is_passed_over(self) -> bool:
        """Nothing in the whole talk took it up."""
        return self.taking is None

    @property
    def gap(self) -> Gap:
        """What passing it over is called."""
        return Gap.MISSED_CUE if self.kind == "cue" else Gap.PASSED_OVER

    @property
    def is_met(self) -> bool:
        """The very next turn took it up."""
        return self.taking is self.met

    @property
    def is_late(self) -> bool:
        """It was taken up, but only after something else had been said."""
        return self.taking is not None and self.taking.number > self.met.number + 1


def concerns(course: Course) -> tuple[Concern, ...]:
    """Every concern whose fate can be told, in order; one whose turns cannot be read is none."""
    return course.once(_concerns)


def _concerns(course: Course) -> tuple[Concern, ...]:
    found = _voiced(course) if course.is_recorded else (*_cued(course), *_told(course))
    return tuple(sorted(found, key=lambda one: one.met.number))


def is_to_machine(step: Step) -> bool:
    """Whether the line may give orders to a program: then it answers nobody in the talk."""
    return any(one.signal is Signal.META for one in step.reading.signals)


def said_to_other(step: Step) -> str:
    """The line without what is worded for a program, which blanks stand for."""
    text = step.line.text
    for one in step.reading.signals:
        if one.signal is Signal.META and one.is_sure:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def is_about_other(course: Course, step: Step) -> bool:
    """Whether the line speaks to the other person of themselves."""
    plain = fold(said_to_other(step))
    said = {plain[start:end] for start, end in words(plain)}
    return not said.isdisjoint(_SECOND_PERSON[course.scenario.language])


def is_about_self(course: Course, step: Step, most: int = SELF) -> bool:
    """Whether the line speaks of the mentee alone, several times over, and asks nothing."""
    if step.found(*ANSWERING, *ASKING, Move.PROPOSAL, Move.OFFER):
        return False
    return is_mostly_own(course, step, most)


def is_mostly_own(course: Course, step: Step, least: int) -> bool:
    """Whether the line has `least` words for oneself, few for the other, and no question mark."""
    if "?" in said_to_other(step):
        return False
    plain = fold(said_to_other(step))
    said = [plain[start:end] for start, end in words(plain)]
    own = sum(word in _FIRST_PERSON[course.scenario.language] for word in said)
    other = sum(word in _SECOND_PERSON[course.scenario.language] for word in said)
    return own >= least and own > 2 * other


def answering(step: Step) -> tuple[Found, ...]:
    """The finds that answer the other, sure or nearly so."""
    sure = step.found(*ANSWERING)
    return sure or tuple(
        one for one in step.reading.moves if one.move in ANSWERING and one.confidence >= BENEFIT
    )


def is_bare_sorry(step: Step) -> bool:
    """Whether all the line does is to say sorry, without what for."""
    if step.reading.words > COURTESY or answering(step) or step.found(*ASKING):
        return False
    return any(one.move is Move.APOLOGY for one in step.reading.moves)


def taken_words(step: Step) -> tuple[Quote, ...]:
    """The mentee's words that take something up."""
    return evidence(step, answering(step)[:1] or step.found(*ASKING)[:1]) or distinct(
        (excerpt(step.line),)
    )


def _cued(course: Course) -> Iterator[Concern]:
    for one in cue_courses(course):
        met, answer = course.at(one.offering.number + 1), one.offering.answer
        if one.outcome == "open" or met is None or answer is None or one.settling is None:
            continue
        said = _line(answer, one.cue.says)
        if said is None or not one.settling.is_readable:
            continue
        taking = one.settling if one.outcome == "taken" else None
        if taking is None and _is_met(course, said, met):
            taking = met
        taking = taking or _later(course, said, met.number + 1)
        yield Concern("cue", said, met, one.settling, taking)


def _told(course: Course) -> Iterator[Concern]:
    facts = {fact.id: fact for fact in course.scenario.facts}
    for step in course.steps:
        met = course.at(step.number + 1)
        told = [facts[name] for name in step.told if name in facts]
        if met is None or met.heard is None or not met.is_readable or not told:
            continue
        said = _line(met.heard, [line for fact in told for line in fact.says])
        topics = {name for fact in told for name in topics_of_fact(course.scenario, fact.id)}
        is_on_topic = not topics.isdisjoint(met.decision.record.topics)
        if said is not None and met.line.text.strip():
            is_met = is_on_topic or _is_met(course, said, met)
            taking = met if is_met else _later(course, said, met.number + 1, is_felt=False)
            yield Concern("fact", said, met, met, taking)


def _line(answer: Utterance, lines: Iterable[str]) -> Quote | None:
    """One of the author's lines as the reply said it; the reply itself where it was reworded."""
    located = (found_in(answer, line) for line in lines)
    return next((quote for quote in located if quote), None) or excerpt(answer)


def _voiced(course: Course) -> Iterator[Concern]:
    for met in course.steps:
        if met.heard is None or not met.is_readable or not met.line.text.strip():
            continue
        for said in islice(_hard(course, met.heard), 1):
            is_met = _is_met(course, said, met)
            taking = met if is_met else _later(course, said, met.number + 1)
            yield Concern("voiced", said, met, met, taking)


def _hard(course: Course, heard: Utterance) -> Iterator[Quote]:
    """The sentences in which the other speaks of themselves and of something hard."""
    wording = Wording.of(course.scenario.language)
    for said in spoken(heard):
        if wording.has("objects", said.quote):
            yield said
        elif _is_own(course, said.quote) and not said.quote.rstrip(' »”"').endswith("?"):
            is_hard = course.recogniser.heard(said.quote).hard
            if is_hard or wording.has("confides", said.quote):
                yield said


def _is_own(course: Course, text: str) -> bool:
    """Whether the speaker is in it themselves."""
    plain = fold(text)
    said = {plain[start:end] for start, end in words(plain)}
    return not said.isdisjoint(_FIRST_PERSON[course.scenario.language])


def _is_met(course: Course, said: Quote, met: Step) -> bool:
    """Whether the turn right after it answers it, asks about it, or goes on with its words.

    To put it off is an answer; whether it was kept is another question. A question about
    something else is none, however openly it is put.
    """
    if not said_to_other(met).strip():  # a whole turn to a program passes by what was said
        return False
    is_shared = not _content(course, said.utterance.text).isdisjoint(
        _content(course, said_to_other(met))
    )
    if _answers(met) or met.reading.signalled(Signal.DISTRESS):
        return True
    if met.found(*_HARM) or is_bare_sorry(met):
        return False
    wording = Wording.of(course.scenario.language)
    if wording.has("later", said_to_other(met)):
        return True
    if any(wording.opens("turns", one.quote) for one in spoken(met.line)):
        return False
    if wording.has("warms", said_to_other(met)) or _goes_on(course, met):
        return True
    if is_about_self(course, met) and is_elsewhere(course, met):
        return False
    if wording.opens("concludes", said_to_other(met)) and is_about_other(course, met):
        return True
    if is_shared or wording.has("refers", said_to_other(met)) or not is_elsewhere(course, met):
        return True
    return not wording.has("requests", said_to_other(met)) and _is_open(course, met)


def is_elsewhere(course: Course, met: Step) -> bool:
    """Whether the line is about something that the other has not spoken of, and the talk is not."""
    own = _content(course, said_to_other(met))
    if len(own) < SUBJECT or met.decision.record.topics:
        return False
    return len(own & _said_before(course, met)) <= len(own) * STRAY


def _said_before(course: Course, met: Step) -> frozenset[str]:
    """The words of meaning that the other has used up to the line."""
    none: frozenset[str] = frozenset()
    said = (one.heard for one in course.steps if one.number <= met.number)
    return none.union(*(_content(course, one.text) for one in said if one is not None))


def _answers(met: Step) -> bool:
    """Whether the line answers; what looks like a summary needs words of the other's beside."""
    return any(one.move is not Move.SUMMARY for one in answering(met))


def _goes_on(course: Course, met: Step) -> bool:
    """Whether a rehearsal goes on with what it is about: asked openly, or put forward."""
    asks = (*_OPEN, Move.PROPOSAL, Move.OFFER, Move.I_STATEMENT)
    return bool(not course.is_recorded and met.decision.record.topics and met.found(*asks))


def _is_open(course: Course, met: Step) -> bool:
    """Whether it asks openly about the other, or says something to them of themselves."""
    is_asking = "?" in said_to_other(met)
    return is_about_other(course, met) and (not is_asking or bool(met.found(*_OPEN)))


def _later(course: Course, said: Quote, number: int, *, is_felt: bool = True) -> Step | None:
    """The first turn from `number` on that comes back to it: to its words, or to how it felt."""
    concern = _content(course, said.quote)
    around = _content(course, said.utterance.text)
    for step in course.steps:
        if step.number < number or (step.found(*_HARM) and not _answers(step)):
            continue
        own = _content(course, said_to_other(step))
        if not is_felt or not answering(step):
            own -= course.recogniser.heard(said_to_other(step)).families
        shared = len(own & concern)
        is_answer = bool(answering(step) or step.found(*ASKING))
        if shared >= 2 or (is_answer and (shared or len(own & around) >= 2)):
            return step
    return None


def _content(course: Course, text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, and the families of feeling, in `text`."""
    heard = course.recogniser.heard(text)
    if not heard.known:
        return frozenset()
    slight = course.recogniser.heard(Wording.of(course.scenario.language).slight).content
    return (heard.content | heard.families) - slight
