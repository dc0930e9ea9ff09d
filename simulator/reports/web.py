"""The debrief as one HTML page that stands alone: no script, no picture, nothing fetched.

Every text is escaped, and the page forbids itself everything but its own style, so that words
said in a talk stay words. It prints well and follows the reader's light or dark setting.
"""

from collections.abc import Iterator
from html import escape

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.reports.heading import heading
from simulator.views.debrief import Page, Section, page

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.55 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.standing { font-style: italic; } ul { padding-left: 1.2rem; } li { margin: .7rem 0; }
blockquote { margin: .3rem 0 .3rem .8rem; padding-left: .8rem; border-left: .2rem solid #8888; }
.note { margin: .3rem 0; } @media print { body { margin: 0; max-width: none; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html(debrief: Debrief, t: Translator) -> str:
    """The whole page."""
    shown = page(debrief, t, whole=True)
    return "\n".join(_lines(shown, heading(debrief, t), t.language)) + "\n"


def _lines(shown: Page, under: str, language: str) -> Iterator[str]:
    yield "<!doctype html>"
    yield f'<html lang="{language}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(shown.title)}</title><style>{_STYLE}</style></head>"
    yield f"<body><main><h1>{escape(shown.title)}</h1>"
    yield f"<p>{escape(under)}</p>"
    yield f'<p class="standing">{escape(shown.standing)}</p>'
    for section in shown.sections:
        yield f'<section id="{section.id}"><h2>{escape(section.title)}</h2>'
        yield from _section(section)
        yield "</section>"
    yield "</main></body></html>"


def _section(section: Section) -> Iterator[str]:
    is_in_list = is_in_point = False
    for line in section.items:
        words = escape(line.text)
        if line.kind in {"text", "point"}:
            if is_in_point:
                yield "</li>"
            is_in_point = line.kind == "point"
            if is_in_list and line.kind == "text":
                yield "</ul>"
            if not is_in_list and line.kind == "point":
                yield "<ul>"
            is_in_list = line.kind == "point"
            yield f"<li>{words}" if is_in_point else f"<p>{words}</p>"
        elif line.kind == "quote":
            yield f"<blockquote>{words}</blockquote>"
        else:
            yield f'<p class="note">{words}</p>'
    if is_in_point:
        yield "</li>"
    if is_in_list:
        yield "</ul>"
