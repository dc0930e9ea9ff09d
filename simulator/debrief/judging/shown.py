"""Text as a judge is shown it: without people's names, and with nothing a fence is made of.

Angle, square and curly brackets and backticks give way to plain ones, so that an utterance holds
no tag, no template token, no code block and no JSON object; a name, with its title, gives way to
one word for all names. Every character knows where in the source it came from: a quote of what was
shown is found again in what was said.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.reading.moves import Language
from simulator.text import Span, locate

NAMED: dict[Language, str] = {"en": "(name)", "fr": "(nom)"}
"""What stands in the place of a name."""
_PLAIN = str.maketrans({"<": "‹", ">": "›", "[": "(", "]": ")", "{": "(", "}": ")", "`": "'"})
_TITLE = r"(?:\b(?:Mr|Mrs|Ms|Miss|Mme|Mlle|M|Madame|Monsieur|Dr|Pr|Prof|Sir)\b\.?[ \u00a0\u202f]+)?"
_LEAST = 2
"""Letters from which a part of a name is looked for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown, and for each of its characters the part of the source it stands for."""

    text: str
    source: tuple[Span, ...]

    def located(self, quote: str) -> Span | None:
        """Where in the source `quote`, copied from what was shown, stands; None if it does not."""
        found = locate(quote.translate(_PLAIN), self.text)
        if found is None:
            return None
        return Span(self.source[found.start].start, self.source[found.end - 1].end)


@dataclass(frozen=True, slots=True)
class Screen:
    """Shows text in one language, with the names of these people taken out."""

    language: Language
    names: tuple[str, ...] = ()
    """Names as declared; each of their parts is looked for, with a capital."""

    def shown(self, text: str) -> Shown:
        """`text` as a judge may see it."""
        chars: list[str] = []
        source: list[Span] = []
        end = 0
        for match in self._matches(text):
            chars += text[end : match.start].translate(_PLAIN)
            source += (Span(at, at + 1) for at in range(end, match.start))
            word = NAMED[self.language]
            chars += word
            source += [match] * len(word)
            end = match.end
        chars += text[end:].translate(_PLAIN)
        source += (Span(at, at + 1) for at in range(end, len(text)))
        return Shown("".join(chars), tuple(source))

    def _matches(self, text: str) -> Iterable[Span]:
        parts = sorted(set(_parts(self.names)), key=lambda one: (-len(one), one))
        if not parts:
            return
        named = "|".join(re.escape(part) for part in parts)
        pattern = rf"{_TITLE}(?<!\w)(?:{named})(?!\w)(?:[ \u00a0\u202f]+(?:{named})(?!\w))*"
        for match in re.finditer(pattern, text):
            yield Span(*match.span())


def _parts(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        for part in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name):
            raised = part[:1].upper() + part[1:]
            if len(part) >= _LEAST and not re.fullmatch(_TITLE, f"{raised} "):
                yield raised
