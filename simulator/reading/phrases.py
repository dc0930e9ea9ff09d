"""The small language in which the data files write what people say, compiled to linear patterns.

    sorry            the word, however it is spelt or contracted
    frustrat*        any word that begins so
    (see|can see)    one of these
    really? (so)?    may be absent
    @hard            one of a named list of words
    _                any one word
    ...              up to four words within a clause, none of them a negation
    ~                up to six words within a clause, negations among them
    ,?               a pause that may be absent
    !but             not followed by this word
    ^  ^^            at the start of a clause, of the sentence
    $                at the end of a clause
    [?]              at a question mark
    %money           a figure of this kind; %figure for any but a date

The invariant: nothing that is repeated is itself a repetition, and gaps are bounded, so a search
costs time in proportion to the line. A phrase that cannot be compiled is refused with its text.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.reading.tokens import Tokeniser

PREFIX_KEYS = (3, 4)
"""Lengths under which words that are given by their beginning are indexed."""

_LEX = re.compile(r"\.\.\.|~|\[\?\]|\^\^|[\^$_(|)?]|,\??|!?[@%]?[\w'\u2019-]+\*?|!\(")
_NEXT = "[ |>]"
_FIGURES = "money|percent|duration|count"


class Phrase:
    """A phrase that can be searched for. Its expression is compiled when it is first needed.

    Any line on which it is found has a word of `keys`, under which it is indexed, and a word of
    each of `needs`.
    """

    __slots__ = ("_expression", "_pattern", "keys", "needs", "source")

    def __init__(
        self,
        source: str,
        expression: str,
        keys: frozenset[str],
        needs: tuple[frozenset[str], ...],
    ) -> None:
        self.source = source
        self.keys = keys
        self.needs = needs
        self._expression = expression
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """What to search a line with."""
        if self._pattern is None:
            self._pattern = re.compile(self._expression)
        return self._pattern

    def may_be_in(self, keys: frozenset[str]) -> bool:
        """Whether a line with these keys could hold it."""
        for need in self.needs:
            if need.isdisjoint(keys):
                return False
        return not self.keys.isdisjoint(keys)


@dataclass(frozen=True, slots=True)
class _Part:
    """A compiled piece: its expression, and sets of words of each of which it needs one."""

    expression: str
    needs: tuple[frozenset[str], ...] = ()


class PhraseError(ValueError):
    """A phrase of a data file that cannot be read."""


class PhraseCompiler:
    """Compiles phrases for one language: its tokeniser, its named lists, its negations."""

    def __init__(
        self,
        tokeniser: Tokeniser,
        lists: Mapping[str, Sequence[str]],
        negations: Sequence[str],
        frequent: frozenset[str],
    ) -> None:
        self._tokeniser = tokeniser
        self._lists = lists
        self._frequent = frequent
        self._compiled_lists: dict[str, _Part] = {}
        self._compiled_words: dict[str, _Part] = {}
        negated = "|".join(map(re.escape, negations))
        self._gap = rf"(?:(?!(?:{negated}){_NEXT})[^ |>,?]+{_NEXT}){{0,4}}?"
        self._not_negated = rf"(?!(?:{negated}){_NEXT})"

    def compile(self, source: str) -> Phrase:
        """One phrase, ready to search lines with."""
        pieces = _LEX.findall(source)
        if "".join(pieces) != re.sub(r"\s+", "", source):
            message = f"cannot read the phrase {source!r}"
            raise PhraseError(message)
        part, rest = self._alternatives(pieces, source)
        if rest:
            message = f"unbalanced brackets in the phrase {source!r}"
            raise PhraseError(message)
        if not part.needs:
            message = f"no word that must be there in the phrase {source!r}"
            raise PhraseError(message)
        guard = "" if pieces[-1] in ("$", "?", "[?]") else self._not_negated
        keys = min(part.needs, key=self._cost)
        others = tuple(dict.fromkeys(need for need in part.needs if need != keys))
        return Phrase(source, rf"(?<={_NEXT}){part.expression}{guard}", keys, others)

    def _alternatives(self, pieces: list[str], source: str) -> tuple[_Part, list[str]]:
        """Reads `a b|c d` up to a closing bracket or the end."""
        options: list[_Part] = []
        current: list[_Part] = []
        rest = pieces
        while rest and rest[0] != ")":
            piece, rest = rest[0], rest[1:]
            if piece == "|":
                options.append(self._sequence(current))
                current = []
                continue
            if piece in ("(", "!("):
                part, rest = self._alternatives(rest, source)
                if not rest:
                    message = f"unbalanced brackets in the phrase {source!r}"
                    raise PhraseError(message)
                rest = rest[1:]
                if piece == "!(":
                    part = _Part(f"(?!{part.expression})")
            else:
                part = self._piece(piece, source)
            if rest and rest[0] == "?":
                part, rest = _Part(f"(?:{part.expression})?"), rest[1:]
            current.append(part)
        options.append(self._sequence(current))
        if len(options) == 1:
            return options[0], rest
        needs: tuple[frozenset[str], ...] = ()
        if all(option.needs for option in options):
            rarest = (min(option.needs, key=self._cost) for option in options)
            needs = (frozenset[str]().union(*rarest),)
        return _Part("(?:" + "|".join(part.expression for part in options) + ")", needs), rest

    def _sequence(self, parts: list[_Part]) -> _Part:
        return _Part(
            "".join(part.expression for part in parts),
            tuple(need for part in parts for need in part.needs),
        )

    def _cost(self, keys: frozenset[str]) -> int:
        """How often one of these words is met: rare ones make better keys."""
        return sum(50 if key in self._frequent else 2 if key[-1] == "*" else 1 for key in keys)

    def _piece(self, piece: str, source: str) -> _Part:
        if piece in ("^", "^^", "$", "[?]", "_", "...", "~"):
            return _Part(
                {
                    "^": "(?<=[|>])",
                    "^^": "(?<=>)",
                    "$": r"(?=[,?]|$)",
                    "[?]": r"(?=\?)",
                    "_": f"[^ |>,?]+{_NEXT}",
                    "...": self._gap,
                    "~": f"(?:[^ |>,?]+{_NEXT}){{0,6}}?",
                }[piece]
            )
        if piece[0] == ",":
            return _Part(f"(?:[,?]{_NEXT})?" if piece == ",?" else f"[,?]{_NEXT}")
        if piece[0] == "!":
            return _Part(f"(?!{self._piece(piece[1:], source).expression})")
        if piece[0] == "@":
            return self._list(piece[1:], source)
        if piece[0] == "%":
            kinds = _FIGURES if piece == "%figure" else piece[1:]
            keys = frozenset("%" + kind for kind in kinds.split("|"))
            return _Part(f"%(?:{kinds}){_NEXT}", (keys,))
        part = self._compiled_words.get(piece)
        if part is None:
            part = self._compiled_words[piece] = self._words(piece, source)
        return part

    def _words(self, piece: str, source: str) -> _Part:
        open_ended = piece.endswith("*")
        forms = self._tokeniser.forms(piece.rstrip("*"))
        if not forms:
            if piece.lower() in ("ne", "n'", "n\u2019"):
                return _Part("")
            message = f"no word in {piece!r} of the phrase {source!r}"
            raise PhraseError(message)
        expression = "".join(re.escape(form) + _NEXT for form in forms)
        keys = [frozenset((form,)) for form in forms]
        if open_ended:
            expression = expression[: -len(_NEXT)] + "[^ |>,?]*" + _NEXT
            stem = forms[-1]
            length = PREFIX_KEYS[1] if len(stem) >= PREFIX_KEYS[1] else PREFIX_KEYS[0]
            if len(stem) < length:
                message = f"{piece!r} is too short a beginning in the phrase {source!r}"
                raise PhraseError(message)
            keys[-1] = frozenset((stem[:length] + "*",))
        return _Part(expression, tuple(keys))

    def _list(self, name: str, source: str) -> _Part:
        if name not in self._compiled_lists:
            if name not in self._lists:
                message = f"no list {name!r}, named by the phrase {source!r}"
                raise PhraseError(message)
            joined = "|".join(self._lists[name])
            self._compiled_lists[name], _ = self._alternatives(_LEX.findall(joined), joined)
        return self._compiled_lists[name]
