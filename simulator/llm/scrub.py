"""Taking keys out of text that somebody else wrote, before anybody reads it.

A provider may answer a wrong key with the whole key. Whatever of a foreign message is kept passes
`scrubbed`: known secrets of the environment go by value, unknown ones by their shape.
"""

import re
from collections.abc import Iterable, Mapping

from simulator.text import clean

HIDDEN = "•••"
LONGEST = 200
"""Code points of a foreign message that are kept."""
_NAMED = re.compile(r"KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL", re.IGNORECASE)
_LEAST = 6
"""Characters from which a value is a secret; a shorter one would blank out common words."""
_SHAPES = (
    re.compile(r"(?i)\b(?:bearer|basic)\s+\S+"),
    re.compile(
        r"(?i)\b(?:api[-_ ]?key|key|token|secret|password)\b['\"]?\s*[:=]\s*['\"]?[^\s'\",&]+"
    ),
    re.compile(r"\b(?:sk|pk|gsk|xai|hf|AIza|AKIA|r8|or)[-_]?[\w-]{8,}[*\w-]*"),
    re.compile(r"(?<=://)[^/\s@]+@"),
    re.compile(r"\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9_-]{24,}"),
)


def secrets_of(environ: Mapping[str, str], *more: str) -> tuple[str, ...]:
    """The values that no message may hold, longest first."""
    found = {value for name, value in environ.items() if _NAMED.search(name)} | {*more}
    return tuple(sorted((one for one in found if len(one) >= _LEAST), key=len, reverse=True))


def scrubbed(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` on one line, cleaned, short, and with no key in it."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    for shape in _SHAPES:
        text = shape.sub(HIDDEN, text)
    line = " ".join(clean(text).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
