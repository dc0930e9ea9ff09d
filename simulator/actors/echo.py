"""What a reply may pick up of the mentee's line: a thing, a figure, a clause turned round.

Everything here is untrusted text. What is given back is short, made of plain words only, one of
the mentee's own phrases, and never from a line that was an insult, an order to a machine or not
in the session's language. A clause that blames or threatens is left alone. Nothing is given back
where the grammar is in doubt.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from simulator.actors.mirror import mirrored, possessive
from simulator.actors.words import Words, words_of
from simulator.director.direction import Direction
from simulator.reading.moves import Move, Reading, Signal
from simulator.text import Span, fold, words

_NO_ECHO = (
    Signal.ABUSE,
    Signal.META,
    Signal.NONSENSE,
    Signal.OTHER_LANGUAGE,
    Signal.DISTRESS,
)
_SORE = frozenset(
    {
        *(Move.BLAME, Move.THREAT, Move.UNDERMINING, Move.DISMISSAL),
        *(Move.CONFRONT, Move.POWER, Move.ABSOLUTES),
    }
)
_PLAIN = re.compile(r"[^\W_]+(?:['’\-‑][^\W_]+)*['’]?")
_FIGURE = re.compile(r"(?:[^\W_]|[ .,'’\-‑%€$£\u00a0\u202f])+")
_LONGEST = 48
_LONGEST_WORD = 18
_BREAK = re.compile(r"[.!?…;:,()\[\]{}<>\"“”«»*_=|/\\\n\t]|\s[-–—]+\s")
_MINIMAL = 2
_LEAST_BARE = 1_000
_TERM = 3
_Found = tuple[Span, Span]


def slots(direction: Direction) -> Mapping[str, str]:
    """The slots that this line can fill, by name; `Name` beside `name` starts a sentence."""
    found = dict(_filled(direction))
    return found | {name.capitalize(): _capital(value) for name, value in found.items()}


def _filled(direction: Direction) -> Iterator[tuple[str, str]]:
    known = words_of(direction.language)
    if _is_plain(direction.mentee, known) and len(words(direction.mentee)) == 1:
        yield "mentee", direction.mentee
    reading = direction.heard.reading
    if reading.signalled(*_NO_ECHO):
        return
    if direction.amiss and _is_plain(direction.amiss, known):
        yield "amiss", _quoted(_lowered(direction.amiss), direction)
    yield from _figure(direction)
    line = direction.heard.text
    if (topic := _topic(direction, known)) is not None:
        yield "topic", topic
    clauses = [span for span in _clauses(line, known) if not _is_sore(span, reading)]
    phrases = list(_noun_phrases(line, clauses, reading, known))
    thing = topic or next(_things(direction, phrases, known), None)
    if thing is not None:
        yield "thing", thing
    if (quote := _quote(direction, phrases, known)) is not None:
        yield "quote", quote
    for span in clauses if not reading.signalled(Signal.PLEADING) else ():
        if line[span.end : span.end + 3].lstrip("\u202f\u00a0 ").startswith("?"):
            continue
        if not _is_plain(span.of(line).strip(), known):
            continue
        turned = mirrored(span.of(line), direction.language, direction.address, known)
        if turned is not None and _is_plain(turned, known):
            yield "mirror", turned
            break
    bare = line.strip(" .!?…,\u202f\u00a0")
    if 0 < len(words(bare)) <= _MINIMAL and _is_plain(bare, known):
        yield "said", _quoted(bare.lower() if bare.lower() != "i" else bare, direction)
    term = next((f for f in reading.sure_moves() if f.move is Move.UNEXPLAINED_TERM), None)
    if term is not None and _is_plain(line[term.start : term.end], known):
        named = line[term.start : term.end]
        if len(words(named)) <= _TERM:
            yield "term", _quoted(named, direction)


def _figure(direction: Direction) -> Iterator[tuple[str, str]]:
    """The first quantity that is no date and no bare small number, in the mentee's own words."""
    for quantity in direction.heard.reading.quantities:
        text = quantity.text.strip(" .,")
        if quantity.kind == "count" or (text.isdigit() and quantity.value < _LEAST_BARE):
            continue
        if not any(char.isdigit() for char in text) and " " not in text:
            continue
        if quantity.kind != "date" and len(text) <= _LONGEST and _FIGURE.fullmatch(text):
            yield "figure", _lowered(text)
            return


def _topic(direction: Direction, known: Words) -> str | None:
    """The first topic that was named with its determiner, seen from the persona's side."""
    line = direction.heard.text
    spans = words(line)
    for mention in direction.heard.reading.mentions:
        if mention.topic not in direction.heard.topic_words:
            continue
        before = [span for span in spans if span.end <= mention.start]
        if not before or line[before[-1].end : mention.start].strip(" "):
            continue
        if not _ends(line, mention.end, known):
            continue
        phrase = _phrase(before[-1].of(line), line[mention.start : mention.end], direction, known)
        if phrase is not None:
            return phrase
    return None


def _ends(line: str, place: int, known: Words) -> bool:
    """Whether a noun phrase that reaches `place` certainly ends there."""
    following = next((span for span in words(line[place:])), None)
    if following is None or line[place : place + following.start].strip():
        return True
    return fold(following.of(line[place:])) in known.closers


def _things(direction: Direction, phrases: Sequence[_Found], known: Words) -> Iterator[str]:
    """Noun phrases of the line, seen from the persona's side."""
    line = direction.heard.text
    for determiner, rest in phrases:
        phrase = _phrase(determiner.of(line), rest.of(line), direction, known)
        if phrase is not None:
            yield phrase


def _quote(direction: Direction, phrases: Sequence[_Found], known: Words) -> str | None:
    """A noun phrase or a topic's word, between quotation marks, exactly as it was said."""
    line = direction.heard.text
    for determiner, rest in phrases:
        text = line[determiner.start : rest.end]
        if _is_plain(text, known) and fold(determiner.of(line)) not in known.second_person:
            return _quoted(text[0].lower() + text[1:], direction)
    for mention in direction.heard.reading.mentions:
        if mention.topic in direction.heard.topic_words and _is_plain(mention.word, known):
            return _quoted(mention.word, direction)
    return None


def _noun_phrases(
    line: str, clauses: Sequence[Span], reading: Reading, known: Words
) -> Iterator[_Found]:
    """Determiner and the rest of each phrase whose end is certain and that is no figure."""
    for clause in clauses:
        spans = [
            Span(start + clause.start, end + clause.start) for start, end in words(clause.of(line))
        ]
        folds = [fold(span.of(line)) for span in spans]
        for place, folded in enumerate(folds):
            size = _size(folds[place + 1 : place + 5], known) if folded in known.determiners else 0
            nouns = [span.of(line) for span in spans[place + 1 : place + size + 1]]
            if size and not _odd(nouns, known, is_last=place + size + 1 == len(folds)):
                rest = Span(spans[place + 1].start, spans[place + size].end)
                if not any(q.start < rest.end and rest.start < q.end for q in reading.quantities):
                    yield spans[place], rest


def _size(following: Sequence[str], known: Words) -> int:
    """How many words follow a determiner before its phrase ends; 0 where the end is in doubt."""
    size = 0
    for word in following:
        if word in known.closers:
            break
        size += 1
    while size and following[size - 1] in known.inside:
        size -= 1
    return size if size < 4 else 0


def _odd(words_found: Sequence[str], known: Words, *, is_last: bool) -> bool:
    """Whether what looks like a noun phrase is likely none, or not worth giving back."""
    nouns = [fold(noun) for noun in words_found]
    if nouns[0] in known.empty or nouns[-1] in known.empty:
        return True
    if any(not noun.replace("'", "").replace("-", "").isalpha() for noun in nouns):
        return True
    if len(nouns) == 1:
        return False
    if known.inside:  # French: a second word may be a verb, unless it is tied or a name
        return nouns[1] not in known.inside and not words_found[-1][0].isupper()
    return nouns[-1].endswith(("ly", "ed", "ing")) or (nouns[-1].endswith("s") and not is_last)


def _phrase(determiner: str, rest: str, direction: Direction, known: Words) -> str | None:
    if fold(determiner) not in known.determiners:
        return None
    turned = possessive(determiner, direction.language, direction.address, known)
    if turned is None or not _is_plain(rest, known):
        return None
    phrase = f"{turned}{'' if turned.endswith(('’', chr(39))) else ' '}{rest}"
    return phrase if _is_plain(phrase, known) else None


def _clauses(line: str, known: Words) -> Iterator[Span]:
    """The clauses of a line: cut at punctuation and before the words that join two of them."""
    start = 0
    cuts = [(match.start(), match.end()) for match in _BREAK.finditer(line)]
    cuts += [(begin, end) for begin, end in words(line) if fold(line[begin:end]) in known.joiners]
    for begin, end in [*sorted(cuts), (len(line), len(line))]:
        if line[start:begin].strip():
            yield Span(start, begin)
        start = max(start, end)


def _is_sore(span: Span, reading: Reading) -> bool:
    return any(
        found.move in _SORE and found.start < span.end and span.start < found.end
        for found in reading.moves
    )


def _is_plain(text: str, known: Words) -> bool:
    """Whether `text` is a few ordinary words and nothing else, none of them banned."""
    tokens = text.split(" ")
    return (
        0 < len(text) <= _LONGEST
        and all(_PLAIN.fullmatch(token) and len(token) <= _LONGEST_WORD for token in tokens)
        and not any(token.isupper() and len(token) > 5 for token in tokens)
        and not any(known.refuses(fold(token)) for token in tokens)
    )


def _quoted(text: str, direction: Direction) -> str:
    return f"“{text}”" if direction.language == "en" else f"«\u202f{text}\u202f»"


def _lowered(text: str) -> str:
    """`text` as inside a sentence: "Two days" was at the beginning of one."""
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def _capital(text: str) -> str:
    """`text` as a sentence begins, past an opening quotation mark."""
    for place, char in enumerate(text):
        if char.isalnum():
            return text[:place] + char.upper() + text[place + 1 :]
    return text
