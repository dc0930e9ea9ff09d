"""One door to every form of a report."""

from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.reports.data import as_json
from simulator.reports.markdown import markdown
from simulator.reports.text import text

Form = Literal["text", "json", "markdown", "html"]


def render(
    debrief: Debrief,
    form: Form,
    t: Translator,
    *,
    whole: bool = False,
    plain: bool = False,
    suggested: Suggestion | None = None,
) -> str:
    """`debrief` written out in `form`.

    `whole` adds to text and Markdown what stands behind the page; HTML always holds it, folded
    away. `plain` draws nothing in text; `suggested` is what to practise next. JSON holds codes and is the same in every language.
    """
    match form:
        case "text":
            return text(debrief, t, whole=whole, plain=plain, suggested=suggested)
        case "json":
            return as_json(debrief)
        case "markdown":
            return markdown(debrief, t, whole=whole, suggested=suggested)
        case "html":
            from simulator.reports.web import html

            return html(debrief, t, suggested=suggested)
