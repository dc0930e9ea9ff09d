"""Which question a line asks, so that it can be answered as what it is: a when with a when.

The last sentence with a question mark decides; without any mark, only a clause that begins as a
known question does, and no `when`, which begins a story as often. A question of no known beginning
is told by its question word, by the choice it offers, and is one of yes or no failing these. The
beginnings stand in `data/LANGUAGE/asking.toml`.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from simulator.reading.moves import Language
from simulator.text import fold

Asked = Literal[
    "feel",
    "think",
    "want",
    "why",
    "happened",
    "how",
    "can",
    "what",
    "which",
    "when",
    "who",
    "where",
    "much",
    "long",
    "choice",
    "yesno",
    "well",
    "minute",
    "kin",
    "agreed",
]
"""The kinds of question: how somebody feels, what they think, what they want or need, why, what
happened, how to go about it, whether something can be done, a plain what, which, when, who, where,
how much, how long, one thing or the other, yes or no; and how one is, whether there is time, how
somebody's family is, whether it is agreed."""
GREETED: frozenset[Asked] = frozenset({"well", "minute"})
"""Questions that belong to a greeting, wherever in a clause they come."""
OPEN: frozenset[Asked] = frozenset(get_args(Asked)) - {
    *("think", "can", "choice", "yesno", "well", "minute", "kin", "agreed")
}
"""Questions that yes and no do not answer."""
_ELLIPTIC = 6
ANY = re.escape(" * ")
_FEW = r" (?:\S+ ){1,4}"
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*")
_EITHER = frozenset({None, "can"})
"""What a question that offers a choice may be taken for."""


class _Beginnings(BaseModel):
    model_config = ConfigDict(extra="forbid")

    starters: frozenset[str]
    enders: frozenset[str]
    choice: frozenset[str]
    choice_of_none: frozenset[str]
    anywhere: frozenset[str]
    """Question words that ask wherever they stand in a clause."""
    going_on: frozenset[str]
    """How a question begins that only asks for more of what was just said."""
    questions: dict[Asked, tuple[str, ...]]
    asking: dict[str, Asked]


def question_of(line: str, language: Language) -> Asked | None:
    """The kind of question that `line` asks; None where it asks none that is known."""
    known = _beginnings(language)
    parts = [match[0].lower() for match in _SENTENCE.finditer(line)]
    asking = [part for part in parts if "?" in part]
    if not asking:
        found = _listed(fold(line), language)
        return None if found == "when" else found
    spoken = asking[-1].rstrip(" ?!\u202f\u00a0").split()
    last = fold(asking[-1])
    found = _listed(last, language)
    offers = bool(known.choice & set(spoken[1:-1])) and spoken[-1] not in known.choice_of_none
    if found in _EITHER and offers:
        return "choice"
    return found or _by_word(last, known) or ("what" if _goes_on(last, known) else "yesno")


@cache
def _beginnings(language: Language) -> _Beginnings:
    path = files("simulator.reading").joinpath("data", language, "asking.toml")
    return _Beginnings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def _patterns(language: Language) -> tuple[tuple[Asked, re.Pattern[str]], ...]:
    """Each kind with its beginnings as one pattern; a star in one stands for a few words."""
    return tuple(
        (
            kind,
            re.compile(
                rf"{'(?:.* )?' if kind in GREETED else ''}"
                rf"(?:{'|'.join(re.escape(one).replace(ANY, _FEW) for one in beginnings)}) "
            ),
        )
        for kind, beginnings in _beginnings(language).questions.items()
    )


def _listed(sentence: str, language: Language) -> Asked | None:
    """The last clause that begins, or greets, as a known question."""
    found: Asked | None = None
    known = _beginnings(language)
    for clause in _clauses(sentence):
        bare = _bare(clause, known)
        fitting = (kind for kind, pattern in _patterns(language) if pattern.match(bare))
        found = next(fitting, found)
    return found


def _by_word(sentence: str, known: _Beginnings) -> Asked | None:
    """By a question word that begins a clause, perhaps after one other word, or ends it."""
    for clause in reversed(_clauses(sentence)):
        bare = _bare(clause, known).split()
        always = (word for word in bare if word in known.anywhere)
        for word in (*bare[:2], *bare[-1:], *always):
            if (kind := known.asking.get(word)) is not None:
                return kind
    return None


def _goes_on(sentence: str, known: _Beginnings) -> bool:
    """Whether a few words take up what was just said: "And after the thirtieth?"."""
    said = sentence.rstrip(" ?!").split()
    return 2 < len(said) <= _ELLIPTIC and said[0] in known.going_on


def _clauses(folded: str) -> list[str]:
    for stop in ".!?;:,-()":
        folded = folded.replace(f"{stop} ", "\n").replace(f" {stop}", "\n")
    return [f"{part.strip().rstrip('.!?')} " for part in folded.split("\n") if part.strip(" .!?")]


def _bare(clause: str, known: _Beginnings) -> str:
    """The clause without what people say before they begin, or after they have done."""
    while (first := clause.partition(" ")[0]) in known.starters and len(clause) > len(first) + 1:
        clause = clause[len(first) + 1 :]
    while (last := clause.rstrip().rpartition(" ")[2]) in known.enders and " " in clause.strip():
        clause = clause.rstrip().removesuffix(last)
    return clause
