"""Gives somebody's clause about themselves back to them: "I need two days" → "you need two days".

Only short, whole clauses in the first person are turned round, and only where the turn is certain:
a verb the lists know, no second person, no dangling end. The alternative is always to give nothing
back. French is turned into the address of the session and no other.
"""

import re
from collections.abc import Sequence

from simulator.actors.stock import Address
from simulator.actors.words import Words
from simulator.reading.moves import Language
from simulator.text import fold, words

_LEAST, _MOST = 3, 10
_ENGLISH = {
    "i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll",
    "my": "your", "mine": "yours", "me": "you", "myself": "yourself",
}  # fmt: skip
_BE = {"am": "are", "was": "were", "wasn't": "weren't"}
_OWN: dict[Address, dict[str, str]] = {
    "tu": {"mon": "ton", "ma": "ta", "mes": "tes", "moi": "toi", "me": "te", "m'": "t'"},
    "vous": {
        "mon": "votre", "ma": "votre", "mes": "vos", "moi": "vous", "me": "vous", "m'": "vous ",
    },
}  # fmt: skip
_CLITICS = frozenset({"ne", "n'", "l'", "le", "la", "les", "y", "en", "lui", "leur"})


def mirrored(clause: str, language: Language, address: Address, known: Words) -> str | None:
    """`clause` as said of the one who spoke it, beginning in lower case; None if uncertain."""
    tokens = [clause[start:end] for start, end in words(clause)]
    folds = [fold(token) for token in tokens]
    while folds and folds[0] in known.starters:
        tokens, folds = tokens[1:], folds[1:]
    if (
        not _LEAST <= len(folds) <= _MOST
        or folds[-1] in known.dangling
        or (known.paired | known.courtesies) & set(folds)
    ):
        return None
    if known.second_person & set(folds) or any(known.refuses(one) for one in folds):
        return None
    turned = _english(tokens, folds, known) if language == "en" else None
    if language == "fr":
        turned = _french(tokens, folds, address, known)
    if turned is None:
        return None
    return re.sub(r"(['’]) ", r"\1", " ".join(turned)).replace("  ", " ")


def possessive(determiner: str, language: Language, address: Address, known: Words) -> str | None:
    """The determiner seen from the other side: my → your; None where the gender is not known."""
    folded = fold(determiner)
    if language == "en":
        return {"my": "your", "your": "my"}.get(folded, folded)
    if folded in known.second_person:
        return {"ton": "mon", "ta": "ma", "tes": "mes", "vos": "mes"}.get(folded)
    return _OWN[address].get(folded, determiner.lower())


def _english(tokens: Sequence[str], folds: Sequence[str], known: Words) -> list[str] | None:
    if folds[0] not in ("i", "i'm", "i've", "i'd"):
        return None
    verb = folds[0] if folds[0] != "i" else folds[1]
    if verb not in known.verbs_kept:
        return None
    follows = folds[1] if folds[0] != "i" else folds[2]
    if verb in ("i'm", "am", "was", "i've") and follows in known.unmirrored:
        return None
    turned: list[str] = []
    for place, (token, folded) in enumerate(zip(tokens, folds, strict=True)):
        after_i = place > 0 and folds[place - 1] == "i"
        turned.append(_BE[folded] if after_i and folded in _BE else _ENGLISH.get(folded, token))
    return turned


def _french(
    tokens: Sequence[str], folds: Sequence[str], address: Address, known: Words
) -> list[str] | None:
    if folds[0] == "moi" and len(folds) > _LEAST:
        tokens, folds = tokens[1:], folds[1:]
    if folds[0] not in ("je", "j'"):
        return None
    own = _OWN[address]
    turned: list[str] = [address]
    place = 1
    while place < len(folds) and (folds[place] in _CLITICS or folds[place] in ("me", "m'")):
        turned.append(own.get(folds[place], tokens[place]).strip())
        place += 1
    if place >= len(folds) - 1 or folds[place] not in known.verbs:
        return None
    follows = folds[place + 2 : place + 3] if folds[place + 1] == "pas" else folds[place + 1 :][:1]
    if known.unmirrored & {*follows} or {"je", "j'"} & {*folds[1:]}:
        return None
    if "pas" in folds and not {"ne", "n'"} & set(folds):
        return None
    forms = known.verbs[folds[place]]
    turned.append(forms[0] if address == "tu" else forms[1])
    turned += [
        own.get(f, t).strip() for t, f in zip(tokens[place + 1 :], folds[place + 1 :], strict=True)
    ]
    return _elided(turned)


def _elided(turned: Sequence[str]) -> list[str]:
    """`n'` before a verb that begins with no vowel now, `ne` and `te` cut before one that does."""
    result = list(turned)
    for place, word in enumerate(result[:-1]):
        vowel = fold(result[place + 1])[:1] in "aeiouyh"
        if fold(word) == "n'" and not vowel:
            result[place] = "ne"
        elif fold(word) in ("ne", "te") and vowel:
            result[place] = f"{word[0]}’"
    return result
