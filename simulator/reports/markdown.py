"""The debrief as Markdown (CommonMark): every text is escaped, so that no word becomes markup.

What people and personas said, and what scenario files hold, is untrusted: each character that
Markdown, HTML or an autolink could act on is escaped, and no text can begin a line of its own.
"""

import re
from collections.abc import Iterator

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.reports.heading import heading
from simulator.views.debrief import Page, Section, page

_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|$]")
_AT_START = re.compile(r"^(?:[#+=-]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto)(?=:)|\b(www)(?=\.)")


def markdown(
    debrief: Debrief, t: Translator, *, whole: bool = False, suggested: Suggestion | None = None
) -> str:
    """The page, on demand with all that stands behind it."""
    shown = page(debrief, t, whole=whole, suggested=suggested)
    written = "\n".join(_lines(shown, heading(debrief, t)))
    return re.sub(r"\n{3,}", "\n\n", written).rstrip() + "\n"


def escaped(text: str) -> str:
    """`text` as Markdown that shows it as it is, on one line."""
    marked = _ACTIVE.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
    marked = _AT_START.sub(_disarmed, marked)
    return _ADDRESS.sub(lambda found: f"{found[0]}\\", marked).replace("@", "&#64;")


def _disarmed(found: re.Match[str]) -> str:
    """A sign that would begin a heading or a list; of a number, the stop after it."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _lines(shown: Page, under: str) -> Iterator[str]:
    yield f"# {escaped(shown.title)}"
    yield ""
    yield escaped(under) + "  "
    yield f"*{escaped(shown.standing)}*"
    for section in shown.sections:
        yield ""
        yield f"## {escaped(section.title)}"
        yield ""
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    is_in_list = False
    for line in section.items:
        words = escaped(line.text)
        match line.kind:
            case "text":
                if is_in_list:
                    yield ""
                yield words
                yield ""
                is_in_list = False
            case "point":
                yield f"- {words}"
                is_in_list = True
            case "quote":
                yield ""
                yield f"  > {words}"
                yield ""
            case "note":
                yield ""
                yield f"  {words}"
