"""What the mentee was after, out of their own line: to be said again in another way.

A line that goes wrong mostly has a matter in it: something wanted, something proposed, something
that the other did. It is taken out by the words before it ("you should …", "give me …, or I'll …",
"you always …"), cut where another thought begins, and filled into a line that says it without the
reproach. The invariant: every filling is made of the mentee's own words in their order, and fits
where it is filled in. Where that is not certain there is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from simulator.debrief.clauses import (
    LEAST,
    MOST,
    Openers,
    Words,
    end_of,
    is_denied,
    is_spoilt,
)
from simulator.debrief.deeds import deeds
from simulator.reading.moves import Language, Move, Reading
from simulator.text import fold, sentences, words


def meant(text: str, reading: Reading, language: Language) -> Mapping[str, str]:
    """The fillings for the mentee's line `text`, by hole; the first that is certain of each."""
    holes: dict[str, str] = {}
    known = Openers.of(language)
    for span in sentences(text):
        said = Words.of(span.of(text))
        for hole, filling in _of_sentence(known, said, language):
            holes.setdefault(hole, filling)
    if (question := _own_question(text, reading)) is not None:
        holes["question"] = question
    return holes


def _of_sentence(known: Openers, said: Words, language: Language) -> Iterator[tuple[str, str]]:
    for place, start in _starts(known, said):
        yield from _at(known, said, start, language)
        if place <= 1 and not said.text.rstrip().endswith("?"):
            yield from _told(known, said, start, language)


def _told(known: Openers, said: Words, start: int, language: Language) -> Iterator[tuple[str, str]]:
    """What is said of the other, or ordered: at the head of a sentence, or after a name."""
    yield from deeds(known, said, start, language)
    if start < len(said.folds):
        ordered = _english_order if language == "en" else _french_order
        yield from ordered(known, said, start)


def _starts(known: Openers, said: Words) -> Iterator[tuple[int, int]]:
    """The words with which a thought begins: of the sentence, and after a comma."""
    for place in range(len(said.folds)):
        is_first = place == 0
        if (
            not is_first
            and "," not in said.text[said.spans[place - 1].end : said.spans[place].start]
        ):
            continue
        start = place
        while start < len(said.folds) and known.has("fillers", said.folds[start]):
            start += 1
        yield place, start


def _at(known: Openers, said: Words, start: int, language: Language) -> Iterator[tuple[str, str]]:
    for hole, opener in known.openers:
        after = start + len(opener)
        if list(said.folds[start:after]) != list(opener):
            continue
        while after < len(said.folds) and known.has("adverbs", said.folds[after]):
            after += 1
        yield from _filled(known, said, after, hole, language)


def _filled(
    known: Openers, said: Words, first: int, hole: str, language: Language
) -> Iterator[tuple[str, str]]:
    """What begins at word `first`, where it is of the kind that `hole` takes."""
    end = end_of(known, said, first)
    inside = said.folds[first:end]
    if not LEAST <= len(inside) <= MOST or is_spoilt(known, inside) or is_denied(known, inside):
        return
    if hole == "pledge" and not set(inside[:3]) & set(known.data["pledges"]):
        return
    filling = said.written(first, end)
    filling = filling[:1].lower() + filling[1:]
    if hole == "want":
        is_thing = known.has("determiners", inside[0]) or inside[0][0].isdigit()
        if is_thing and not (language == "fr" and inside[1].endswith(("er", "ir", "re"))):
            yield hole, filling
    elif hole == "fault":
        if known.has("determiners", inside[0]):
            yield hole, filling
    elif hole == "that":
        if known.has("you", inside[0]) or known.has("subjects", inside[0]):
            yield hole, filling
    elif _is_infinitive(known, inside, language) and not _is_of_other(known, inside, hole):
        yield hole, f"you {filling}" if hole == "does" else filling
        if language == "fr":
            yield f"de_{hole}", _de(filling)


def _is_of_other(known: Openers, folds: Sequence[str], hole: str) -> bool:
    """« vous lever »: said as an idea of one's own it would be oneself who gets up."""
    return hole == "advised" and (folds[0] in known.data["you"] or folds[0] in {"te", "t'"})


def _english_order(known: Openers, said: Words, start: int) -> Iterator[tuple[str, str]]:
    """ "Tell him no", "You give me the raise, or I leave": what the other is told to do."""
    first = start + (said.folds[start] in known.data["you"])
    if first < len(said.folds) and known.has("orders", said.folds[first]):
        is_pressed = re.search(r"\bor (i|we)\b", fold(said.text).replace("'", " ")) is not None
        if first == start or is_pressed:
            for hole in ("advised", "wanted"):
                yield from _filled(known, said, first, hole, "en")


def _french_order(known: Openers, said: Words, start: int) -> Iterator[tuple[str, str]]:
    """« Donnez-moi une réponse », « Vous retirez ça, sinon je… »: as a clause after « que »."""
    is_condition = said.folds[start] == "si" and "pas" in said.folds[start:]
    start += is_condition
    is_told = start < len(said.folds) and said.folds[start] in known.data["you"]
    first = start + is_told
    if first >= len(said.folds) or (is_condition and not is_told):
        return
    if is_condition:
        clause = _french_condition(known, said, first)
        if clause is not None and len(words(clause)) <= MOST:
            yield "that", clause
        return
    pressed = re.search(r"\b(sinon|ou (je|j'|on|alors)|autrement)\b", fold(said.text)) is not None
    if is_told and not pressed:
        return
    end = end_of(known, said, first)
    if end - first < LEAST or is_spoilt(known, said.folds[first:end]):
        return
    clause = _french_clause(known, said, first, end, is_told=is_told)
    if clause is not None and len(words(clause)) <= MOST:
        yield "that", clause


def _french_condition(known: Openers, said: Words, first: int) -> str | None:
    """« Si vous ne signez pas demain, … » as « vous signiez demain »."""
    end = end_of(known, said, first)
    kept = [place for place in range(first, end) if said.folds[place] not in {"ne", "n'", "pas"}]
    denied = said.folds[first:end]
    if not {"ne", "n'"} & set(denied) or "pas" not in denied or is_spoilt(known, denied):
        return None
    plain = Words.of(" ".join(said.written(place, place + 1) for place in kept).replace("’ ", "’"))
    if not plain.folds:
        return None
    who = said.written(first - 1, first).lower()
    clause = _french_clause(known, plain, 0, len(plain.folds), is_told=True)
    return clause if clause is not None and clause.startswith(who) else None


def _french_clause(
    known: Openers, said: Words, first: int, end: int, *, is_told: bool
) -> str | None:
    verb, *objects = said.written(first, first + 1).lower().replace("‑", "-").split("-")
    before: list[str] = []
    if is_told:
        while first < end and known.has("clitics", said.folds[first]):
            before.append(said.written(first, first + 1))
            first += 1
        if first >= end:
            return None
        verb, objects = said.written(first, first + 1).lower(), []
    if len(objects) > 1 or known.has("no-orders", fold(verb)):
        return None
    clitics = " ".join((*before, *(known.data["objects"].get(one, "") for one in objects)))
    has_order = any("-" in one for one in said.folds[first + 1 : end])
    if (objects and not clitics) or has_order:
        return None
    if fold(verb).endswith("ez"):
        who, form = "vous", f"{verb[:-2]}iez"
    elif (objects and fold(verb).endswith("e")) or (is_told and fold(verb).endswith("es")):
        who, form = "tu", f"{verb.removesuffix('s')}s"
    else:
        return None
    rest = said.written(first + 1, end) if first + 1 < end else ""
    clause = " ".join(part for part in (who, clitics, form, rest) if part)
    return re.sub(r"(?<=[’']) ", "", clause)


def _is_infinitive(known: Openers, folds: Sequence[str], language: Language) -> bool:
    """Whether an action begins here: a plain verb in English, an infinitive in French."""
    if language == "en":
        return folds[0].isalpha() and not known.has("no-verbs", folds[0]) and folds[0][-3:] != "ing"
    place = 0
    while place < len(folds) - 1 and known.has("clitics", folds[place]):
        place += 1
    verb = folds[place]
    return len(verb) > 3 and verb.endswith(("er", "ir", "re")) and not known.has("no-verbs", verb)


def _de(filling: str) -> str:
    return f"d’{filling}" if fold(filling)[:1] in "aeiouyh" else f"de {filling}"


def _own_question(text: str, reading: Reading) -> str | None:
    """The mentee's own open question, where it can stand by itself."""
    for found in reading.sure_moves():
        if found.move not in {Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE, Move.INTERESTS}:
            continue
        for span in sentences(text):
            asked = span.of(text)
            if span.start <= found.start < span.end and asked.endswith("?"):
                return asked if 4 <= len(words(asked)) <= 16 else None
    return None
