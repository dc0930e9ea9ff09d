"""How a mentee objects, in both languages: to one figure of a line, or to a deal as it was said.

"Not 28,000", "28,000 is more than we can pay" and « pas 28 000 » name a figure and put nothing
forward; "no more than 20,000" sets a cap and does. It knows forms of words only, and refuses to
say what becomes of the table.
"""

import re

from simulator.text import fold

_NO = (
    r"(?:not|cannot|never|no|nor|neither|without|instead of|rather than|\w+n't|\w+nt"
    r"|pas|jamais|ni|sans|au lieu d\w*|plutot que?)"
)
_MORE = r"(?:more|over|above|beyond|past|exceed\w*|higher|further|plus|au-dela|au-dessus|depass\w*)"
_DENIED_BEFORE = re.compile(rf"\b{_NO}\b(?P<between>(?:[^\w,;:.!?]+[\w']+){{0,3}})[^\w,;:.!?]*$")
_DENIED_AFTER = re.compile(
    r"^[^\w.!?;]*(?:(?:euros?|dollars|pounds|in all|en tout|that|ca|cela)\W+){0,2}"
    r"(?:is|are|was|'s|would be|goes|c'est|est|sont|serait|ferait)\W+(?:\w+\W+){0,2}?"
    rf"(?:too|trop|out of|hors|impossible|not|pas|{_MORE})\b"
)
_IS_CAP = re.compile(rf"\b{_MORE}\b")
_LIMIT = re.compile(
    r"\b(?:at most|at the most|maximum|max|tops|no more than|not more than|up to|can only|ceiling"
    r"|my limit|(?:can|could) (?:sign|pay|go)|au plus|pas plus|jusqu'a|plafond|ma limite|seulement"
    r"|(?:peux|peut|pouvons|pourrais|pourrions) (?:signer|payer|aller))\b"
)
_CLAIMS = re.compile(
    r"\b(?:(?:i|we) (?:said|offered|meant|proposed|wrote)|my (?:offer|figure|proposal) (?:is|was|stands)"
    r"|hold on|wait|(?:can't|cannot|can not|couldn't|won't|will not) (?:\w+ ){0,2}(?:go|do)"
    r"|(?:j'ai|nous avons|j'avais|on a) (?:bien )?(?:dit|propose|offert|parle)"
    r"|(?:peux|peut|pouvons|pourrai|pourrais) pas|mon offre (?:est|etait|reste)|attendez|attends)\b"
)
_PROTESTS = re.compile(
    r"\b(?:(?:not|isn't|wasn't|isnt|never)(?: \w+){0,2} what (?:i|we)"
    r"|(?:did not|didn't|never|haven't|have not) (?:say|said|mean|meant|offer\w*|propose\w*|name\w*)"
    r"|(?:can't|cannot|can not|won't|will not) (?:\w+ ){0,2}(?:sign|pay|agree to|accept)"
    r"|(?:not|never) (?:agree|sign|accept) (?:to )?(?:that|this|it)|that's wrong|that is wrong"
    r"|(?:pas|jamais) (?:\w+ ){0,2}ce que (?:j'|je|nous|on)"
    r"|(?:n'ai|n'avons|n'avais) (?:pas|jamais) (?:\w+ )?(?:dit|propose|offert|parle|accepte)"
    r"|(?:peux|pouvons|pourrai|pourrais) pas (?:\w+ ){0,2}(?:signer|payer|accepter)"
    r"|non,? pas (?:comme ca|ca|cela)|c'est faux)\b"
)


def is_denied(line: str, start: int, end: int) -> bool:
    """Whether the figure at `start` to `end` (code points) is turned down where it is named."""
    before = _DENIED_BEFORE.search(fold(line[:start]))
    if before is not None and not _IS_CAP.search(before.group("between")):
        return True
    return bool(_DENIED_AFTER.search(fold(line[end:])))


def protests(folded: str) -> bool:
    """Whether the line says that it was meant otherwise: "that isn't what I said"."""
    return bool(_PROTESTS.search(folded))


def claims(folded: str) -> bool:
    """Whether the line holds on to a figure of its own: "I said 19,000", "20,000 at most"."""
    return bool(_CLAIMS.search(folded)) or sets_limit(folded)


def sets_limit(folded: str) -> bool:
    """Whether the line says how far the mentee can go: "20,000 at most"."""
    return bool(_LIMIT.search(folded))
