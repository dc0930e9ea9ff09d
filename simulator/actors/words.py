"""Words by which the actor finds what it may pick up of somebody's line, per language.

They stand in `data/LANGUAGE/words.toml`, folded. `never` lists what no reply gives back, whatever
the reading made of it: insults, and the vocabulary of machines.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from simulator.reading.moves import Language
from simulator.text import fold, words


class _Phrases(BaseModel):
    model_config = ConfigDict(extra="forbid")

    determiners: frozenset[str]
    closers: frozenset[str]
    inside: frozenset[str]
    empty: frozenset[str]
    never: frozenset[str]
    joiners: frozenset[str]
    starters: frozenset[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sorry: tuple[str, ...]
    pity: tuple[str, ...]
    invites: frozenset[str]
    phrases: _Phrases
    verbs: dict[str, tuple[str, str]] = {}
    """French: first person → the forms for `tu` and for `vous`."""
    second_person: frozenset[str]
    unmirrored: frozenset[str]
    courtesies: frozenset[str]
    dangling: frozenset[str]
    paired: frozenset[str]
    figures: frozenset[str]
    verbs_kept: frozenset[str] = frozenset()
    """English: verbs that may follow I in a clause worth giving back."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language's lists."""

    sorry: Sequence[str]
    """How an apology begins."""
    pity: Sequence[str]
    """What follows such a beginning where it is none."""
    invites: frozenset[str]
    """Lines that are no more than leave to go on."""
    determiners: frozenset[str]
    closers: frozenset[str]
    """Where a noun phrase ends: words that are never part of it."""
    inside: frozenset[str]
    """Words that may tie two nouns into one phrase."""
    empty: frozenset[str]
    """Nouns that say nothing when they are given back."""
    joiners: frozenset[str]
    """Between two clauses."""
    starters: frozenset[str]
    """What people say before they begin."""
    second_person: frozenset[str]
    unmirrored: frozenset[str]
    """After I am, I have: what does not bear being given back (sorry, sure)."""
    courtesies: frozenset[str]
    """What a clause is about that opens a talk rather than its matter."""
    dangling: frozenset[str]
    """Words with which no clause ends that is whole."""
    paired: frozenset[str]
    """Between, either: what they announce may have been cut off."""
    verbs: Mapping[str, tuple[str, str]]
    verbs_kept: frozenset[str]
    figures: frozenset[str]
    """Words by which a line speaks of a figure."""
    banned: frozenset[str]
    banned_stems: tuple[str, ...]

    def refuses(self, word: str) -> bool:
        """Whether a folded word is never given back."""
        return word in self.banned or word.startswith(self.banned_stems)

    def names_a_figure(self, line: str) -> bool:
        """Whether a line speaks of a figure."""
        folded = fold(line)
        return any(folded[start:end] in self.figures for start, end in words(folded))


@cache
def words_of(language: Language) -> Words:
    """The lists of a language, read from the package once."""
    path = files("simulator.actors").joinpath("data", language, "words.toml")
    data = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    phrases = data.phrases
    return Words(
        sorry=data.sorry,
        pity=data.pity,
        invites=data.invites,
        determiners=phrases.determiners,
        closers=phrases.closers,
        inside=phrases.inside,
        empty=phrases.empty,
        joiners=phrases.joiners,
        starters=phrases.starters,
        second_person=data.second_person,
        unmirrored=data.unmirrored,
        courtesies=data.courtesies,
        dangling=data.dangling,
        paired=data.paired,
        figures=data.figures,
        verbs=data.verbs,
        verbs_kept=data.verbs_kept,
        banned=frozenset(word for word in phrases.never if not word.endswith("*")),
        banned_stems=tuple(word[:-1] for word in phrases.never if word.endswith("*")),
    )
