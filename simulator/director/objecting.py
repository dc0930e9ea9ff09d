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
_PROTESTS = re.compile(
    r"\b(?:(?:not|n't|never|no) (?:\w+ ){0,3}(?:what|the figure|the sum|that figure|that sum|that)\b"
    r"|(?:did not|didn't|never|haven't|have not) (?:say|said|mean|meant|offer|offered|propose\w*|name\w*)"
    r"|(?:i|we) (?:said|offered|meant|proposed|wrote)|my (?:offer|figure|proposal) (?:is|was|stands)"
    r"|(?:can't|cannot|can not|couldn't|won't|will not) (?:\w+ ){0,2}(?:sign|pay|agree|accept|do|go)"
    r"|(?:sign|pay|do|go|offer|is|give) (?:\w+ ){0,3}(?:[\d.,]+ )?(?:at most|maximum|max|at the most|tops)"
    r"|(?:at most|no more than|not more than|up to|my limit|my maximum|my ceiling|only (?:sign|pay))"
    r"|that's wrong|that is wrong|hold on|wait"
    r"|(?:pas|jamais) (?:\w+ ){0,2}(?:ce que|ca|cela|le montant|le chiffre)\b"
    r"|(?:n'ai|n'avons|n'avais) (?:pas|jamais) (?:\w+ )?(?:dit|propose|offert|parle|accepte)"
    r"|(?:j'ai|nous avons|j'avais|on a) (?:bien )?(?:dit|propose|offert|parle)"
    r"|(?:ne )?(?:peux|peut|pouvons|pourrai|pourrais) (?:pas|signer|payer|aller)"
    r"|mon offre (?:est|etait|reste)|au plus|au maximum|maximum|pas plus|jusqu'a|ma limite"
    r"|mon plafond|attendez|attends|c'est faux|une erreur)\b"
)


def is_denied(line: str, start: int, end: int) -> bool:
    """Whether the figure at `start` to `end` (code points) is turned down where it is named."""
    before = _DENIED_BEFORE.search(fold(line[:start]))
    if before is not None and not _IS_CAP.search(before.group("between")):
        return True
    return bool(_DENIED_AFTER.search(fold(line[end:])))


def protests(folded: str) -> bool:
    """Whether the line says that it was meant otherwise, or where the mentee's limit lies."""
    return bool(_PROTESTS.search(folded))
