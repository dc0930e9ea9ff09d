"""Which question a line asks, so that it is answered as what it is: a when with a when.

The last sentence with a question mark decides; without any mark, only a clause that begins as a
known question does, and no `when`, which begins a story as often. A question of no known beginning is told by its question word, by the choice
it offers, and is one of yes or no failing these.
"""

import re

from simulator.actors.words import Words
from simulator.text import fold

GREETED = frozenset({"well", "minute"})
"""Questions that belong to a greeting, wherever in a clause they come."""
OPEN = frozenset(
    {
        "feel",
        "happened",
        "how",
        "long",
        "much",
        "want",
        "what",
        "when",
        "where",
        "which",
        "who",
        "why",
    }
)
"""Questions that yes and no do not answer."""
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_EITHER = frozenset({"", "can"})
"""What a question that offers a choice may be taken for."""


def question_of(line: str, known: Words) -> str:
    """The aspect of the question; empty where the line asks none that is known."""
    parts = [match[0].lower() for match in _SENTENCE.finditer(line)]
    asking = [part for part in parts if "?" in part]
    if not asking:
        found = _listed(fold(line), known)
        return "" if found == "when" else found
    spoken = asking[-1].rstrip(" ?!\u202f\u00a0").split()
    last = fold(asking[-1])
    found = _listed(last, known)
    offers = bool(known.choice & set(spoken[1:-1])) and spoken[-1] not in known.choice_of_none
    if found in _EITHER and offers:
        return "choice"
    return found or _by_word(last, known) or "yesno"


def _listed(sentence: str, known: Words) -> str:
    """The last clause that begins, or greets, as a known question."""
    found = ""
    for clause in _clauses(sentence):
        bare = _without_starters(clause, known.starters)
        for aspect, beginnings in known.questions.items():
            anywhere = aspect in GREETED
            if any(
                bare.startswith(f"{one} ") or (anywhere and f" {one} " in bare)
                for one in beginnings
            ):
                found = aspect
                break
    return found


def _by_word(sentence: str, known: Words) -> str:
    """By a question word that begins a clause, perhaps after one other word, or ends it."""
    for clause in reversed(_clauses(sentence)):
        bare = _without_starters(clause, known.starters).split()
        places = (*bare[:2], *bare[-1:])
        for word in places:
            if (aspect := known.asking.get(word)) is not None:
                return aspect
    return ""


def _clauses(folded: str) -> list[str]:
    for stop in ".!?;:,-()":
        folded = folded.replace(f"{stop} ", "\n").replace(f" {stop}", "\n")
    return [f"{part.strip().rstrip('.!?')} " for part in folded.split("\n") if part.strip(" .!?")]


def _without_starters(clause: str, starters: frozenset[str]) -> str:
    while (first := clause.partition(" ")[0]) in starters and len(clause) > len(first) + 1:
        clause = clause[len(first) + 1 :]
    return clause
