"""One door to every form of a report."""

from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.reports.data import as_json
from simulator.reports.markdown import markdown
from simulator.reports.text import text
from simulator.reports.web import html

Form = Literal["text", "json", "markdown", "html"]


def render(debrief: Debrief, form: Form, t: Translator) -> str:
    """`debrief` written out in `form`; JSON holds codes and is the same in every language."""
    match form:
        case "text":
            return text(debrief, t)
        case "json":
            return as_json(debrief)
        case "markdown":
            return markdown(debrief, t)
        case "html":
            return html(debrief, t)
