"""The shape of a reply: plain speech of a person's length, in the talk's language, said once.

Markup, lists and headings are no speech; a line said before is none of this turn; words that go
round in circles are a machine's. Each check takes time in proportion to the reply.
"""

import re
from collections import Counter

from simulator.director.direction import Direction
from simulator.practice.guard.reply import Reply, fold_of, tokens_of
from simulator.practice.guard.role import TERMS
from simulator.reading.language import foreign

LONGEST = 4
"""A reply may be so many times the persona's usual length, and `SHORTEST_LIMIT` words anyway."""
SHORTEST_LIMIT = 60
SAME = 6
"""Words of a sentence that a person does not say twice in one talk, but for lines given again."""
AGAIN = 4
"""Words of a sentence that is not said twice in one reply, or of a run not said three times."""
STUTTER = 5
"""The same word so often in a row."""
FOREIGN = 0.75
"""How sure it must be that words are of another language."""
_TOLD = 5
"""Words of a sentence from which its language is told."""

_BLOCKS = re.compile(
    r"(?m)^\s*(?:#{1,6}(?:\s|$)|[-*+•▪◦·]\s|\d{1,2}[.)]\s|```|~~~|\||>\s|[{}]|={3,}|-{3,}|_{3,})"
)
_INLINE = re.compile(r"\*\*|__|`|\]\(|</?[a-zA-Z][^>]{0,40}>|={3,}|\\[nt]|\{\{|\}\}|<\|")
_LATIN = re.compile(r"[a-z]")


def is_markup(reply: Reply) -> bool:
    """Whether it is written for a screen, in lists, headings or code, and not spoken."""
    return bool(_BLOCKS.search(reply.text) or _INLINE.search(reply.text))


def is_too_long(reply: Reply, direction: Direction) -> bool:
    """Whether it goes on for longer than this persona ever would."""
    return len(reply.tokens) > max(SHORTEST_LIMIT, LONGEST * direction.voice.words)


def repeats(reply: Reply, direction: Direction) -> bool:
    """Whether it was said before, by this persona, or turns in circles."""
    earlier = {fold_of(one) for one in direction.said}
    if reply.folded in earlier or reply.is_ours:
        return reply.folded in earlier
    if _turns_in_circles(reply):
        return True
    again = {one for one in reply.sentences if len(tokens_of(one)) >= SAME}
    if not again or any(beat.kind in TERMS for beat in direction.beats):
        return False
    given = " ".join(fold_of(line) for beat in direction.beats for line in beat.lines)
    return any(one in text for one in again if one not in given for text in earlier)


def _turns_in_circles(reply: Reply) -> bool:
    spoken = Counter(one for one in reply.sentences if len(tokens_of(one)) >= AGAIN)
    if any(times > 1 for times in spoken.values()):
        return True
    tokens = reply.tokens
    if any(len(set(tokens[at : at + STUTTER])) == 1 for at in range(len(tokens) - STUTTER + 1)):
        return True
    windows = Counter(zip(*(tokens[start:] for start in range(AGAIN)), strict=False))
    return any(times > 2 for times in windows.values())


def is_foreign(reply: Reply) -> bool:
    """Whether it, or a sentence of it, is in another language or script."""
    letters = [char for char in reply.folded if char.isalpha()]
    if letters and sum(bool(_LATIN.match(char)) for char in letters) < 0.7 * len(letters):
        return True
    tongue = reply.tongue
    return any(
        foreign(words, tongue.function_words, tongue.strangers) >= FOREIGN
        for words in reply.read
        if len(words) >= _TOLD
    )
