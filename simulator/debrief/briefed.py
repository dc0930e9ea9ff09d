"""Facts of the mentee's own brief, as they could say them: "your name" → "my name".

A fact is one short sentence of the situation about what is the mentee's, on a topic that is being
talked about. Where turning it is not certain, it is left alone.
"""

import re
from collections.abc import Mapping, Sequence

from simulator.debrief.course import Course, Step
from simulator.reading.moves import Language
from simulator.text import fold, sentences, words

_MOST = 17
_OTHERS = re.compile(r"[«»“”\"?!;:()]")
_SECOND: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"you", "you're", "you've", "yourself"}),
    "fr": frozenset({"vous", "vos", "vous-meme"}),
}
_OWN: Mapping[Language, Mapping[str, str]] = {
    "en": {"your": "my", "yours": "mine"},
    "fr": {"votre": "mon", "vôtre": "mien"},
}
_THIRD = frozenset(
    {
        *("he", "she", "him", "his", "her", "hers", "they", "them", "their", "it", "its"),
        *("il", "elle", "ils", "elles", "lui", "leur", "son", "sa", "ses", "cela"),
    }
)
"""With one of these nobody could tell, out of its place, who or what is meant."""
_POINTING = frozenset({"that", "this", "these", "those", "ce", "c'", "ca", "cela", "so", "then"})
"""What points back at the sentence before, which is not said."""
_MASCULINE = frozenset({"nom", "travail", "poste", "salaire", "projet", "rapport", "dossier"})
_VERBS = {"are": "am", "were": "was"}


def fact_of_brief(course: Course, step: Step) -> str | None:
    """The fact that fits best what the talk is about by then, to stand after a colon."""
    scenario = course.scenario
    past = step.before.history
    topics = {one for record in past for one in (*record.topics, *record.persona_topics)}
    topics.update(step.decision.record.topics)
    about = [fold(word) for one in scenario.topics if one.id in topics for word in one.about]
    names = frozenset(fold(one.name) for one in course.personas.values())
    text = " ".join(scenario.brief.situation.split())
    said = (_said(span.of(text), scenario.language, names) for span in sentences(text)[1:])
    fitting = [one for one in said if one and _nearness(one, about)[0]]
    return max(fitting, key=lambda one: _nearness(one, about), default=None)


def _nearness(said: str, about: Sequence[str]) -> tuple[int, bool]:
    plain = " ".join(("", *re.findall(r"\w+", fold(said)), ""))
    named = sum(f" {word} " in plain for word in about)
    return (named, any(char.isdigit() for char in said))


def _said(sentence: str, language: Language, names: frozenset[str]) -> str | None:
    plain = sentence.rstrip(". ")
    spans = words(plain)
    tokens = [plain[start:end] for start, end in spans]
    folds = [fold(token) for token in tokens]
    if not 4 <= len(tokens) <= _MOST or _OTHERS.search(plain) or folds[0] in _POINTING:
        return None
    if not (_THIRD | names).isdisjoint(folds):
        return None
    own = _OWN[language]
    if not any(token.lower() in own for token in tokens):
        return None
    parts: list[str] = []
    end = 0
    for place, (start, stop) in enumerate(spans):
        word = _turned(tokens, folds, place, language)
        if word is None:
            return None
        parts += [plain[end:start], word]
        end = stop
    said = "".join((*parts, plain[end:]))
    return said[:1].lower() + said[1:] if _may_lower(tokens[0], said) else said


def _turned(
    tokens: Sequence[str], folds: Sequence[str], place: int, language: Language
) -> str | None:
    token, own = tokens[place], _OWN[language]
    if language == "en" and place == 0 and folds[0] == "you":
        return "I"
    if language == "en" and place == 1 and folds[0] == "you" and folds[1] in _VERBS:
        return _VERBS[folds[1]]
    if folds[place] in _SECOND[language]:
        return None
    if token.lower() == "votre" and folds[place + 1 : place + 2]:
        following = folds[place + 1]
        return "mon" if following in _MASCULINE else None
    return own.get(token.lower(), token)


def _may_lower(first: str, said: str) -> bool:
    """Whether the first word is no name: short function words, and what was turned."""
    return fold(first) in _FIRST and not said.startswith("I ")


_FIRST = frozenset(
    {
        *("a", "an", "the", "your", "yours", "since", "in", "on", "it", "this", "that", "you"),
        *("un", "une", "le", "la", "les", "l'", "votre", "depuis", "en", "ce", "cette", "hier"),
        *("yesterday", "last", "for"),
    }
)
