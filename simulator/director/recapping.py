"""How a recap is worded, in both languages: what leads in, what asks for a yes, what commits.

Works on folded lines. It knows forms of words only; what they amount to is settled elsewhere.
"""

import re
from collections.abc import Iterator

_ASKS_IF_AGREED = re.compile(
    r"\b(?:agreed|do we agree|deal|settled|d'accord|entendu|convenu|marche conclu|on fait comme ca"
    r"|ca marche)\s*\?+\s*$"
)
_ASKS_IF_RIGHT = re.compile(
    r"\b(?:correct|ok|okay|is that it|got that|got it|right|understood"
    r"|c'est (?:bien )?(?:ca|cela)|bien compris|bien resume|j'ai bon|rien oublie)\s*\?+\s*$"
)
_LEADS_IN = re.compile(
    r"^\W*(?:(?:ok|okay|good|great|fine|bon|bien|parfait|right)\W+)?(?:so|then|to sum up|to recap"
    r"|let me|in short|if i sum up|donc|alors|pour resumer|en resume|je resume|je recapitule"
    r"|si je resume|recapitulons|resumons)\b"
)
_VERBS = (
    "do go meet try start keep move present write speak tell give take send put sign call let agree "
    "change correct stay share pay add drop leave show teach help come"
)
_VERBES = "fait essaie passe garde commence met decale presente part dit partage ecrit se"
_COMMITS = re.compile(
    r"\b(?:will|would|shall|going to|from now on|(?:you|we|they|he|she|it)'(?:ll|d)"
    rf"|(?:we|you) (?:both |each )?(?:{'|'.join(_VERBS.split())})"
    rf"|on (?:{'|'.join(_VERBES.split())})"
    r"|(?:vous|tu|nous|on|il|elle|ca) (?:[\w']+ ){0,2}\w+(?:rai|ras|ra|rez|rons|ront)"
    r"|a partir de|desormais|(?:vas?|allez|allons) \w+(?:er|ir|re))\b"
)
_TELLS = re.compile(
    r"\b(?:was|were|had|did|been|felt|feel|feels|said|told|etait|etais|etiez|avait|avais|aviez"
    r"|avez|as|ete|ressen\w+|are|is|want|wanted|need|needed|like|fear|worr\w+|think|believe|mean"
    r"|es|est|etes|veux|voulez|veut|pens\w+|crai\w+|souhait\w+|aim\w+|trouv\w+|besoin|peur)\b"
)
_SOMEBODY = re.compile(
    r"^\W*(?:(?:and|so|et|donc|then|puis|ok|que|qu')\W*)*(?:you|we|tu|vous|on|nous)\b"
)
_OWN = re.compile(r"^\W*(?:(?:and|so|et|donc|then|puis)\W+)?(?:i|i'll|i'd|je|j'\w*|moi)\b")
_TELL_ME = re.compile(
    r"\b(?:(?:may|can|could) i ask|tell me|explain|describe|puis-je (?:te |vous )?demander"
    r"|je peux (?:te |vous )?demander|me (?:dire|raconter|parler|expliquer)|m'(?:expliquer|en dire))\b"
)
_WHEN = re.compile(
    r"(?:^|[.!?,;:] ?)\W*(?:(?:and|so|but|et|donc|mais) )?"
    r"(?:(?:by|until|till|from|on|since|for|pour|jusqu'a|a partir de|depuis|a|avant) )?"
    r"(?:when|(?:what|which) (?:date|day|days|week|weeks|month|time)"
    r"|quand|quel(?:le)?s? (?:date|jour|semaine|mois|delai)s?)\b[^.!]*\?"
)
_FOR_US = re.compile(
    r"\b(?:(?:could|can|may|might|would|should) (?:we|i|you give|you let)|pourr\w+|peut-on|peux-tu"
    r"|pouvez-vous|pouvons)\b"
)
_PARTS = re.compile(
    r"^\W*(?:(?:and|so|then|et|donc|alors|bon)\W+)?(?:until|till|see you|goodbye|bye|have a"
    r"|jusqu'|a (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|bientot|tout|plus)"
    r"|au revoir|bon(?:ne)? )"
)
_TOMORROW = re.compile(r"\b(?:demain|tomorrow),? (?:on |le )?(\w+day|\w+di)\b")
_SHORT_LEAVE = 5
"""Words of a clause that takes leave, at most."""
_TAG = 4
"""Words of a clause that only asks for a yes, at most."""
_DENIES = re.compile(
    r"\b(?:(?:have|has|had|did|do|does|am|are|is|was|were|could|can|would|will)(?: not|n't|not)"
    r" (?:\w+ ){0,2}(?:agree|agreed|say yes|said yes|accept|accepted|a deal|deal|settled)"
    r"|(?:i|we) (?:have )?(?:never|not) (?:agreed|accepted|said yes)|no deal|no agreement"
    r"|(?:n'ai|n'avons|n'avais|n'a) (?:encore |absolument )?(?:rien|pas|jamais|aucunement)"
    r" (?:\w+ )?(?:accepte|dit oui|conclu|convenu|signe|valide|donne mon accord)"
    r"|(?:n'ai|n'avons|n'y a|y a) (?:pas|aucun) (?:encore )?(?:d'|un )?accord"
    r"|(?:suis|sommes|etais) (?:pas|nullement) (?:du tout )?d'accord|pas d'accord)\b"
)
_BREAKS = re.compile(r"[,;:.!?…]|\b(?:and|then|but|et|puis|mais|ensuite)\b", re.IGNORECASE)


def asks_to_be_told(folded: str) -> bool:
    """Whether a request asks for nothing but to be told something: « may I ask », "tell me"."""
    return bool(_TELL_ME.search(folded))


def asks_when(folded: str) -> bool:
    """Whether the line asks for a date or a day, as a thing to know: "by what date …?"."""
    return bool(_WHEN.search(folded)) and not _FOR_US.search(folded)


def asks_if_agreed(folded: str) -> bool:
    """Whether the line ends by asking for a yes to an agreement."""
    return bool(_ASKS_IF_AGREED.search(folded))


def tomorrows(folded: str) -> tuple[str, ...]:
    """The weekdays that the line says tomorrow falls on."""
    return tuple(_TOMORROW.findall(folded))


def takes_leave(folded: str) -> bool:
    """Whether a clause belongs to a goodbye: « à lundi », "until Monday"."""
    return bool(_PARTS.search(folded)) and len(folded.split()) <= _SHORT_LEAVE


def denies(folded: str) -> bool:
    """Whether the line says that nothing was agreed: "I haven't agreed to anything"."""
    return bool(_DENIES.search(folded)) and not asks_if_agreed(folded)


def is_tag(folded: str) -> bool:
    """Whether a clause, its mark cut off, does nothing but ask for the yes: « ça marche »."""
    asks = f"{folded.strip()} ?"
    return len(folded.split()) <= _TAG and (asks_if_agreed(asks) or asks_if_right(asks))


def asks_if_right(folded: str) -> bool:
    """Whether the line ends by asking if that is how it is."""
    return bool(_ASKS_IF_RIGHT.search(folded))


def leads_in(folded: str) -> bool:
    """Whether the line begins as a recap does."""
    return bool(_LEADS_IN.search(folded))


def commits(folded: str) -> bool:
    """Whether a clause says what somebody is to do from now on."""
    return bool(_COMMITS.search(folded))


def names_somebody(folded: str) -> bool:
    """Whether a clause begins with the one who does something: you, we."""
    return bool(_SOMEBODY.search(folded))


def tells(folded: str) -> bool:
    """Whether a clause says how things were or are felt."""
    return bool(_TELLS.search(folded))


def is_own(folded: str) -> bool:
    """Whether a clause is about what the mentee will do."""
    return bool(_OWN.search(folded))


def clauses(line: str) -> Iterator[tuple[int, int]]:
    """Start and end of each clause of `line` that holds anything."""
    start = 0
    cuts = [match.span() for match in _BREAKS.finditer(line) if not _inside_a_figure(line, match)]
    for begin, end in [*cuts, (len(line), len(line))]:
        if line[start:begin].strip():
            yield start, begin
        start = end


def _inside_a_figure(line: str, match: re.Match[str]) -> bool:
    """Whether a comma or point stands between two digits."""
    before, after = line[: match.start()][-1:], line[match.end() :][:1]
    return before.isdigit() and after.isdigit()
