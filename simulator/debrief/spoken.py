"""What a better line may be made of: words that both sides had already said at that moment.

Everything here comes from the mentee's own lines or from what the persona had spoken; a fact that
was not told yet, the brief, the rubric and its samples are out of reach. A hole that cannot be
filled with certainty stays unfilled.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.config import OFFLINE
from simulator.debrief.briefed import fact_of_brief
from simulator.debrief.course import Course, Step
from simulator.debrief.meant import meant
from simulator.debrief.measures import offered_figures
from simulator.debrief.naming import after_de, noun_phrase
from simulator.debrief.quotes import found_in
from simulator.debrief.turning import Address, Turner, statements
from simulator.debrief.wording import Wording
from simulator.director.vocabulary import topic_mentions
from simulator.practice.session import Utterance
from simulator.reading.moves import Language, Move
from simulator.text import fold, locate, sentences, words

_SHORTEST, _LONGEST = 4, 16
"""Words of a sentence that is quoted inside a line."""
_TELLING = 6
"""Words from which a sentence is worth giving back in one's own words."""
_DRAWN = ("that's why", "since then", "c'est pour ca", "depuis,", "voila pourquoi")
"""How a sentence begins that makes no sense without the one before."""
_LATELY = 3
"""Turns of the mentee's within which what they spoke of is still what they speak of."""
_NAMED = 3
"""Words of a term."""
_BACK = 4
"""Turns of the mentee's over which a closing looks back."""
_LOOKING_BACK = {"ours": "plan", "pledge": "pledged"}
"""What a closing takes up again, and the hole it fills."""
_OTHER_ADDRESS: Mapping[Address, frozenset[str]] = {
    "vous": frozenset({"tu", "te", "t'", "toi", "ton", "ta", "tes"}),
    "tu": frozenset({"vous", "votre", "vos"}),
}
_TO_THE_OTHER = (
    *_OTHER_ADDRESS.values(),
    frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "let's"}),
)
_MATTER = 6
"""Words from which somebody's remark of themselves has a matter."""
_BEGINNING = frozenset(
    {
        *("if", "so", "yes", "no", "ok", "okay", "well", "then", "fine", "that's", "right"),
        *("si", "alors", "oui", "non", "ca", "bon", "bien", "voila", "donc", "c'"),
    }
)
"""Words with which somebody answers, or sets a condition, rather than tells something."""
_OF_SELF = frozenset(
    {
        *("i", "i'm", "i've", "i'd", "i'll", "my", "me", "we", "we're", "we've", "our", "us"),
        *("je", "j'", "me", "m'", "moi", "mon", "ma", "mes", "on", "nous", "nos", "notre"),
    }
)
_ASKING = (Move.PROPOSAL, Move.OFFER, Move.CONCEDING)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The fillings for one moment, by hole; and what sort of moment it is."""

    holes: Mapping[str, str]
    is_personal: bool
    is_hurt: bool
    is_asking: bool
    is_underway: bool
    is_cue: bool = False

    def suits(self, when: str) -> bool:
        """Whether the moment is of the sort that a pattern is for."""
        kinds = {
            "personal": self.is_personal,
            "hurt": self.is_hurt,
            "asking": self.is_asking,
            "underway": self.is_underway,
            "cue": self.is_cue,
        }
        return kinds.get(when, True)


def address_of(course: Course) -> Address:
    """How the mentee addresses the other: the scenario's register, or as they did in a real talk."""
    address: Address = course.scenario.relation.address
    if not course.is_recorded:
        return address
    said = [
        fold(span.of(step.line.text)) for step in course.steps for span in words(step.line.text)
    ]
    counted = {one: sum(word in _OTHER_ADDRESS[one] for word in said) for one in _OTHER_ADDRESS}
    return "tu" if counted["vous"] > counted["tu"] else "vous"


def spoken_at(course: Course, step: Step, turner: Turner) -> Spoken:
    """What there is to work with as the mentee speaks at `step`."""
    earlier = course.at(step.number - 1)
    own = tuple(_own_words(course, step))
    holes: dict[str, str] = {}
    lines = own or _position(course, step)
    if lines:
        holes |= _given_back(lines, turner)
    holes |= _meant(course, step, turner)
    if (asked := _asked(step)) is not None:
        holes["asked"] = asked
    holes |= _granted(course, step, turner)
    if (cue := _still_open(course, step)) is not None:
        holes["earlier"] = cue
    if (fact := fact_of_brief(course, step)) is not None:
        holes["fact"] = fact
    if (thing := _thing(course, step, turner.language)) is not None:
        holes["thing"] = thing
        holes["de"] = after_de(thing)
    if (figure := _figure(step)) is not None:
        holes["figure"] = figure
        earlier_figures = (_figure(one) for one in course.steps if one.number < step.number)
        was = [one for one in earlier_figures if one is not None and one != figure]
        holes |= {"was": was[-1]} if was else {}
    if (term := _term(course, step)) is not None:
        holes["term"] = term
    return Spoken(
        holes=holes,
        is_personal=bool(own),
        is_hurt=earlier is not None and (earlier.tension > 0 or course.is_recorded),
        is_asking=bool(step.found(*_ASKING)),
        is_cue=any(cue.offered == step.number - 1 for cue in step.before.cues),
        is_underway=any(one.topics for one in (*step.before.history, step.decision.record)),
    )


def _meant(course: Course, step: Step, turner: Turner) -> Mapping[str, str]:
    """What the mentee was after in this line, and what a closing may gather of the last ones."""
    language = turner.language
    holes = dict(meant(step.line.text, step.reading, language))
    for one in reversed(course.steps):
        is_kind = not one.found(Move.THREAT, Move.POWER)
        if is_kind and 0 < step.number - one.number <= _BACK:
            said = meant(one.line.text, one.reading, language)
            for hole, name in _LOOKING_BACK.items():
                if hole in said:
                    holes.setdefault(name, said[hole])
    if language == "en":
        return holes
    return {name: one.replace("'", "’") for name, one in holes.items() if _fits(one, turner)}


def _fits(filling: str, turner: Turner) -> bool:
    """Whether the mentee's own words address the other as the line around them does."""
    said = {fold(span.of(filling)) for span in words(filling)}
    return said.isdisjoint(_OTHER_ADDRESS[turner.address])


def _term(course: Course, step: Step) -> str | None:
    """The first of the scenario's terms that the line used and did not explain, as it was said."""
    for found in step.found(Move.UNEXPLAINED_TERM):
        said = step.line.text[found.start : found.end]
        spans = (locate(term, said) for term in course.scenario.terms)
        if first := min((span for span in spans if span is not None), default=None):
            return first.of(said)
        if len(words(said)) <= _NAMED:
            return said
    return None


def _asked(step: Step) -> str | None:
    """The question that the persona has just ended with, as they asked it."""
    text = step.heard.text if step.heard is not None else ""
    last = next((span.of(text) for span in reversed(sentences(text))), "")
    is_plain = not set(last) & set('«»“”"')
    is_fit = last.endswith("?") and _SHORTEST <= len(words(last)) <= _LONGEST
    return last if is_plain and is_fit else None


def _figure(step: Step) -> str | None:
    """The one figure that the mentee put forward in this line."""
    figures = [one.text.strip(" .,") for one in offered_figures(step.reading)]
    is_one = len(figures) == 1 and any(char.isdigit() for char in figures[0])
    return figures[0] if is_one else None


def _own_words(course: Course, step: Step) -> Iterator[str]:
    """Sentences of facts and cues that the persona has just brought, as they said them.

    An LLM finds its own words for them: then it is what it said as a whole.
    """
    earlier = course.at(step.number - 1)
    if course.is_recorded:
        yield from _worries(course, step)
        return
    if earlier is None or step.heard is None:
        return
    cues = {cue.id: cue.says for cue in course.scenario.cues}
    facts = {fact.id: (*fact.says, *fact.more) for fact in course.scenario.facts}
    brought = [line for name in step.before.spoken for line in facts.get(name, ())]
    offered = [cue.id for cue in step.before.cues if cue.offered == earlier.number]
    brought += [line for name in offered for line in cues.get(name, ())]
    said = list(_said_so(step.heard, brought))
    if not said and brought and course.session.opened.actor != OFFLINE:
        said = list(statements(step.heard.text))
    yield from said


def _worries(course: Course, step: Step) -> Iterator[str]:
    """What somebody who held the talk worried about aloud, sentence by sentence."""
    wording = Wording.of(course.scenario.language)
    for quote in wording.said("objects", step.heard):
        yield from statements(quote.quote)


def _still_open(course: Course, step: Step) -> str | None:
    """A cue of two or more turns ago that nobody has taken up yet, as it was said."""
    cues = {cue.id: cue.says for cue in course.scenario.cues}
    for one in step.before.cues:
        offering = course.at(one.offered)
        is_late = one.offered < step.number - 1
        if one.outcome != "open" or not is_late or offering is None or offering.answer is None:
            continue
        lines = list(_said_so(offering.answer, list(cues.get(one.id, ()))))
        if plain := [line for line in lines if _SHORTEST <= len(words(line)) <= _LONGEST]:
            return max(plain, key=lambda line: len(words(line)))
    return None


def _position(course: Course, step: Step) -> tuple[str, ...]:
    """Sentences of the open positions, levers and so on that the persona has just spoken."""
    if step.heard is None:
        return ()
    if course.session.opened.actor != OFFLINE:
        return tuple(one for one in statements(step.heard.text) if _is_of_self(one))
    known = [line for topic in course.scenario.topics for line in topic.says]
    known += [line for lever in course.scenario.levers for line in lever.says]
    known += [line for reply in course.scenario.replies for line in reply.says]
    return tuple(_said_so(step.heard, known))


def _is_of_self(sentence: str) -> bool:
    """Whether somebody said it of themselves, and of what is: a remark to the other is no matter."""
    said = [fold(span.of(sentence)) for span in words(sentence)]
    is_told = not any(word in both for word in said for both in _TO_THE_OTHER)
    is_matter = len(said) >= _MATTER and said[0] not in _BEGINNING
    return is_told and is_matter and any(word in _OF_SELF for word in said)


def _said_so(heard: Utterance, lines: list[str]) -> Iterator[str]:
    for line in lines:
        if line and (quote := found_in(heard, line)) is not None:
            yield from statements(quote.quote)


def _given_back(lines: tuple[str, ...], turner: Turner) -> Mapping[str, str]:
    """The most telling of `lines`, turned round, and one as it was said."""
    holes: dict[str, str] = {}
    turned = [
        (line, new)
        for line in lines
        if len(words(line)) >= _TELLING
        and not fold(line).startswith(_DRAWN)
        and (new := turner.turned(line)) is not None
    ]
    if turned:
        _, new = max(turned, key=lambda pair: len(words(pair[0])))
        holes["turned"] = new
        holes["que"] = f"qu’{new}" if fold(new)[:1] in "aeiouy" else f"que {new}"
    short = [line for line in lines if _SHORTEST <= len(words(line)) <= _LONGEST]
    plain = [line for line in short if not set(line) & set('«»“”"')]
    if plain:
        holes["their"] = max(plain, key=lambda line: len(words(line)))
    return holes


def _granted(course: Course, step: Step, turner: Turner) -> Mapping[str, str]:
    """What the persona has granted by then, in their words."""
    said = {one.turn: one for one in course.session.utterances}
    for one in course.scenario.concessions:
        if one.id not in step.before.granted:
            continue
        for utterance in reversed(said.values()):
            if utterance.speaker != "persona" or utterance.turn >= step.turn:
                continue
            lines = list(_said_so(utterance, list(one.says)))
            if lines:
                holes = {"granted": max(lines, key=lambda line: len(words(line)))}
                turned = (turner.turned(line) for line in lines if len(words(line)) >= _TELLING)
                agreed = next((line for line in turned if line), None)
                return holes | ({"agreed": agreed} if agreed else {})
    return {}


def _thing(course: Course, step: Step, language: Language) -> str | None:
    """A topic as the mentee named it, with its determiner; of this line, else of an earlier one."""
    lately = [one for one in course.steps if 0 <= step.number - one.number <= _LATELY]
    for one in reversed(lately):
        for mention in topic_mentions(one.reading):
            phrase = noun_phrase(one.line.text, mention.start, mention.end, language)
            if phrase is not None:
                return phrase
    return None
