"""What the other person did or does, as the mentee said it, without "always" and "never".

"You always change the plan" is said again as "you change the plan", which one can find hard
without blaming anybody. The invariant: only what anybody could have seen is taken, and nothing
that judges ("you don't care"); where the form of the verb is in doubt, nothing.
"""

import re
from collections.abc import Iterator

from simulator.debrief.clauses import LEAST, MOST, Openers, Words, end_of, is_spoilt
from simulator.reading.moves import Language
from simulator.text import words

_BEING = (("you're",), ("you", "are"), ("vous", "etes"), ("tu", "es"), ("t'", "es"))
_EVER = (("always",), ("constantly",), ("toujours",), ("encore",), ("tout", "le", "temps"))
_BEFORE_PARTICIPLE = frozenset(
    {"pas", "jamais", "deja", "bien", "tout", "toujours", "encore", "mal"}
)
_STATED = 4
"""Words of a state."""
_PAST_FR = re.compile(r".*(?:é|ée|és|ées|i|is|it|u|us|ert|ait)$", re.IGNORECASE)


def deeds(known: Openers, said: Words, start: int, language: Language) -> Iterator[tuple[str, str]]:
    """What the other did or does, said without "always"."""
    folds = said.folds
    if (state := _state(known, said, start)) is not None:
        yield "does", state
    if len(folds) - start < LEAST + 1 or folds[start] not in known.data["you"]:
        return
    end = end_of(known, said, start + 1)
    inside = folds[start + 1 : end]
    if not LEAST <= len(inside) <= MOST or any(known.has("judging", one) for one in inside):
        return
    spoken = _english_deed if language == "en" else _french_deed
    yield from spoken(known, said, start, end)


def _state(known: Openers, said: Words, start: int) -> str | None:
    """ "You're always late" as "you're late": a state that anybody could see, and no other."""
    folds = said.folds
    opener = next((one for one in _BEING if folds[start : start + len(one)] == one), None)
    if opener is None or len(folds) <= (place := start + len(opener)):
        return None
    after = next((one for one in _EVER if folds[place : place + len(one)] == one), None)
    if after is None or len(folds) <= (place := place + len(after)):
        return None
    end = next(
        (one for one in range(place + 1, len(folds)) if folds[one] in {"and", "et"}), len(folds)
    )
    end = min(end, end_of(known, said, place))
    if (
        not place < end <= place + _STATED
        or not known.has("states", folds[place])
        or is_spoilt(known, folds[place:end])
    ):
        return None
    being = said.written(start, start + len(opener)).lower()
    return f"{being} {said.written(place, end)}"


def _english_deed(known: Openers, said: Words, start: int, end: int) -> Iterator[tuple[str, str]]:
    verb = start + 1
    absolute = said.folds[verb] if said.folds[verb] in {"always", "never", "constantly"} else ""
    verb += bool(absolute)
    while verb < end and known.has("adverbs", said.folds[verb]):
        verb += 1
    if end - verb < LEAST or is_spoilt(known, said.folds[verb:end]):
        return
    head, rest = said.folds[verb], said.written(verb, end)
    is_past = head.endswith("ed") or known.has("past", head)
    if known.has("modals", head) or (absolute == "never" and is_past):
        return
    if head in {"didn't", "don't", "keep"} or is_past or absolute:
        hole = "did" if is_past or head == "didn't" else "does"
        deed = f"don't {rest}" if absolute == "never" else rest
        yield hole, f"you {deed}"


def _french_deed(known: Openers, said: Words, start: int, end: int) -> Iterator[tuple[str, str]]:
    drop = {"toujours", "encore", "constamment", "systematiquement"}
    is_absolute, parts = False, [said.written(start, start + 1).lower()]
    folds = said.folds
    if any(
        fold_ in {"rien", "personne", "plus", "aucun", "aucune", "que"}
        for fold_ in folds[start:end]
    ):
        return
    verb = start + 1
    while verb < end and known.has("clitics", folds[verb]):
        verb += 1
    if verb >= end or known.has("modals", folds[verb]) or is_spoilt(known, folds[start + 1 : end]):
        return
    is_past = folds[verb] in {"as", "avez"}
    for place in range(start + 1, end):
        gap = said.text[said.spans[place - 1].end : said.spans[place].start]
        if folds[place] in drop:
            is_absolute = True
            continue
        word = said.written(place, place + 1)
        if folds[place] == "jamais":
            is_absolute, word = True, "pas"
        parts.append(gap + word)
    is_denied = "jamais" in folds[start:end] or "pas" in folds[start:end]
    if is_denied and folds[start + 1] not in {"ne", "n'"}:
        return
    after = verb + 1
    while after < end and folds[after] in _BEFORE_PARTICIPLE:
        after += 1
    if is_past and not (after < end and _PAST_FR.match(said.written(after, after + 1))):
        return
    if (is_past or is_absolute or is_denied) and len(words("".join(parts))) > LEAST:
        yield ("did" if is_past else "does"), "".join(parts)
