"""A language's data, read from the TOML files beside this module into typed records.

Every file of a language's folder is read once per `Lexicon`. The invariant: what the data names
exists (a rule's move or signal, a list in a phrase), or loading fails with the file's entry. It
refuses to know what a rule means: it reads, checks and hands over.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from simulator.reading.figures import NumberWords
from simulator.reading.moves import Language, Move, Signal
from simulator.reading.phrases import Phrase, PhraseCompiler
from simulator.reading.tokens import Orthography, Tokeniser
from simulator.reading.units import Units
from simulator.text import fold

Mood = Literal["any", "question", "statement"]
Extent = Literal["clause", "sentence"]
Table = Mapping[str, Any]
"""A table of a TOML file, before it is read into records."""

RULE_FILES = (
    "questions",
    "listening",
    "bargaining",
    "own-side",
    "harm",
    "pressure",
    "reproach",
    "signals",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """Phrases that do one thing, how sure they are, and when they do not count."""

    does: Move | Signal
    confidence: float
    say: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()
    """Anywhere in the same sentence, one of these cancels the find."""
    mood: Mood = "any"
    extent: Extent = "clause"
    hides: tuple[Move, ...] = ()
    """Moves that the same sentence does not do, though it looks like them."""
    contrast: float = 1.0
    """What remains of the confidence when the clause is followed by `but`."""
    framed: bool = True
    """Cancelled by `I'm not saying that`, `he told me that`."""


@dataclass(frozen=True, slots=True)
class Frames:
    """What makes the words that follow not the speaker's own."""

    denied: tuple[Phrase, ...]
    reported: tuple[Phrase, ...]
    contrasts: frozenset[str]
    """`but`, `mais`: a frame reaches no further."""


@dataclass(frozen=True, slots=True)
class Listening:
    """What reflections and acknowledgements are recognised by."""

    strong: tuple[Phrase, ...]
    """Openings that announce that the other is given back."""
    weak: tuple[Phrase, ...]
    """Statements about the other that may be a reflection, if they take up what was said."""
    other: frozenset[str]
    """`you`, `vous`, `tu`."""
    concluding: frozenset[str]
    """`so`, `donc`: what follows is drawn from what was said."""
    refused: tuple[Phrase, ...]
    """Advice, blame and the like: never a reflection."""
    feelings: Mapping[str, frozenset[str]]
    """Family → its words, as they are spoken of oneself or given back."""
    hardship: tuple[Phrase, ...]
    """What voices a difficulty or a feeling."""


@dataclass(frozen=True, slots=True)
class Endings:
    """How a language's words are cut to stems."""

    suffixes: tuple[tuple[str, str, int], ...]
    """Ending, what replaces it, least length of what remains."""
    irregular: Mapping[str, str]
    kept: frozenset[str]


class Lexicon:
    """All of one language's data."""

    @staticmethod
    @cache
    def of(language: Language) -> "Lexicon":
        """The data of a language; there is one, and all who ask share it."""
        return Lexicon(language)

    def __init__(self, language: Language) -> None:
        self.language = language
        folder = files(__package__) / "data" / language
        words = _toml(folder, "words")
        self.function_words = frozenset(_split(words["function-words"]))
        self.orthography = _orthography(words)
        self.tokeniser = Tokeniser(self.orthography)
        self._lists: dict[str, Sequence[str]] = words["lists"]
        self._compiler = PhraseCompiler(
            self.tokeniser, self._lists, tuple(_split(words["negations"])), self.function_words
        )
        self.endings = _endings(words["stems"])
        self.units = _units(_toml(folder, "figures"))
        self.not_names = self.function_words | frozenset(_split(words["not-names"]))
        self.explaining = self.phrases(words["explaining"])
        self.defining = self.phrases(words["defining"])
        self.defined_before = self.phrases(words["defined-before"])
        self.machines = frozenset(_split(words["machines"]["spoken-of"]))
        self.aimed = self.phrases(words["machines"]["aimed"])
        frames = words["frames"]
        self.frames = Frames(
            self.phrases(frames["denied"]),
            self.phrases(frames["reported"]),
            frozenset(_split(frames["contrasts"])),
        )
        listening = _toml(folder, "feelings")
        self.listening = Listening(
            strong=self.phrases(listening["strong"]),
            weak=self.phrases(listening["weak"]),
            other=frozenset(_split(listening["other"])),
            concluding=frozenset(_split(listening["concluding"])),
            refused=self.phrases(listening["refused"]),
            feelings={
                family: frozenset(_split(entries))
                for family, entries in listening["families"].items()
            },
            hardship=self.phrases(listening["hardship"]),
        )
        self.rules = tuple(
            self._rule(name, table) for name in RULE_FILES for table in _toml(folder, name)["rule"]
        )

    def phrases(self, sources: Iterable[str]) -> tuple[Phrase, ...]:
        """The phrases that `sources` write down, with this language's lists and negations."""
        return tuple(self._compiler.compile(source) for source in sources)

    def _rule(self, name: str, table: Table) -> Rule:
        try:
            does = Move(table["move"]) if "move" in table else Signal(table["signal"])
            return Rule(
                does=does,
                confidence=table["sure"],
                say=self.phrases(table["say"]),
                unless=self.phrases(table.get("unless", ())),
                mood=table.get("mood", "any"),
                extent=table.get("extent", "clause"),
                hides=tuple(Move(hidden) for hidden in table.get("hides", ())),
                contrast=table.get("contrast", 1.0),
                framed=table.get("framed", True),
            )
        except (KeyError, ValueError) as problem:
            message = f"{self.language}/{name}.toml: {problem} in {dict(table)!r:.200}"
            raise ValueError(message) from problem


def strangers(language: Language) -> Mapping[str, frozenset[str]]:
    """The most frequent words of other languages, to notice that a line is not in this one."""
    others = _toml(files(__package__) / "data", "languages")
    return {name: frozenset(_split(words)) for name, words in others.items() if name != language}


def frequent_words(languages: Iterable[Language]) -> Mapping[str, frozenset[str]]:
    """The short words of `languages`, all of them, and the most frequent of every other."""
    folder = files(__package__) / "data"
    known = {name: frozenset(_split(words)) for name, words in _toml(folder, "languages").items()}
    return known | {
        name: known.get(name, frozenset())
        | frozenset(_split(_toml(folder / name, "words")["function-words"]))
        for name in languages
    }


def _toml(folder: Traversable, name: str) -> Table:
    return tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))


def _split(entries: str | Iterable[str]) -> Iterator[str]:
    """Entries given as one string of words or as a list, folded as the words of a text are."""
    for entry in entries.split() if isinstance(entries, str) else entries:
        yield fold(entry)


def _orthography(words: Table) -> Orthography:
    spelling = words["spelling"]
    return Orthography(
        whole={fold(form): tuple(_split(full)) for form, full in spelling["whole"].items()},
        before={form: tuple(_split(full)) for form, full in spelling["before"].items()},
        after={form: tuple(_split(full)) for form, full in spelling["after"].items()},
        dropped=frozenset(_split(spelling["dropped"])),
        joints=frozenset(_split(words["joints"])),
        fillers=frozenset(_split(words["fillers"])),
    )


def _endings(table: Table) -> Endings:
    return Endings(
        suffixes=tuple((suffix, new, least) for suffix, new, least in table["suffixes"]),
        irregular=table["irregular"],
        kept=frozenset(_split(table["kept"])),
    )


def _units(table: Table) -> Units:
    numbers = table["numbers"]
    spelt = NumberWords(
        roles={
            word: (role, value)
            for role, entries in numbers["roles"].items()
            for word, value in entries.items()
        },
        joints=frozenset(_split(numbers["joints"])),
        halves=tuple(tuple(half.split()) for half in numbers["halves"]),
        articles=frozenset(_split(numbers["articles"])),
        thousands=frozenset(_split(numbers["thousands"])),
        scores=frozenset(_split(numbers["scores"])),
    )
    return Units(
        numbers=spelt,
        currencies=_inverted(table["currencies"]),
        times={
            word: (entry["unit"], entry.get("of", 1.0))
            for entry in table["times"]
            for word in _split(entry["words"])
        },
        counted=_inverted(table["counted"]),
        percent=tuple(tuple(entry.split()) for entry in table["percent"]),
        periods=_inverted(table["periods"]),
        weekdays=table["weekdays"],
        months=table["months"],
        times_over=table["times-over"],
        nth=table["nth"],
        weeks_meant={float(days): weeks for days, weeks in table.get("weeks-meant", {}).items()},
        **{
            name: frozenset(_split(table["words"][name.replace("_", "-")]))
            for name in (
                *("per", "between", "links", "ranges", "pairs", "lasting", "clock", "counting"),
                *("hours", "dated", "idle", "sums", "before_dates"),
                *("uncertain_months", "calendar", "ordinals", "halves"),
            )
        },
    )


def _inverted(table: Mapping[str, str]) -> dict[str, str]:
    """`{EUR = "euro euros"}` → `{euro: EUR, euros: EUR}`."""
    return {word: code for code, words in table.items() for word in _split(words)}
