"""The debrief as one HTML page that stands alone: no script, nothing fetched, charts drawn inline.

Every text is escaped by the template, and the page forbids itself everything but its own style
sheet, by its hash, so that words said in a talk stay words. It is set to be printed on A4 by a
browser and follows the reader's light or dark setting; what stands behind the page is folded away,
and is printed only where it was opened.
"""

from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.reports.charts import LEFT, RIGHT, WIDTH, moves_chart, stance_charts
from simulator.reports.heading import heading
from simulator.views.debrief import Page, page
from simulator.views.debrief_moves import Timeline, timeline

_STYLE = "debrief.css"


@dataclass(frozen=True, slots=True)
class Cells:
    """One turn of the charts, in words."""

    turn: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The charts as a table: what each column is, and a row a turn."""

    names: tuple[str, ...]
    rows: tuple[Cells, ...]


def html(debrief: Debrief, t: Translator, *, suggested: Suggestion | None = None) -> str:
    """The whole page."""
    shown = page(debrief, t, whole=True, suggested=suggested)
    made = timeline(debrief, t)
    turns = shown.plot.turns if shown.plot else ()
    pages = Environment(
        loader=PackageLoader("simulator.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = pages.get_template(_STYLE).render()
    return (
        pages.get_template("debrief.html.jinja").render(
            page=shown,
            heading=heading(debrief, t),
            language=t.language,
            policy=_policy(style),
            style=style,
            stance=stance_charts(shown.plot, t) if shown.plot else (),
            moves=moves_chart(made, turns) if made else None,
            table=_table(shown, made, t),
            words=_words(shown, made, t),
        )
        + "\n"
    )


def _policy(style: str) -> str:
    """Nothing but this very style sheet."""
    seal = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{seal}'; base-uri 'none'; form-action 'none'"


def _words(shown: Page, made: Timeline | None, t: Translator) -> dict[str, str | int | bool]:
    """The words and measures that the charts need."""
    course = next((one for one in shown.sections if one.id == "course"), None)
    return {
        "width": WIDTH,
        "left": LEFT,
        "right": RIGHT,
        "several": shown.plot is not None and len(shown.plot.tracks) > 1,
        "turn": t("debrief.plot.turn"),
        "stance": t("reports.chart.stance"),
        "described": " ".join(line.text for line in course.items) if course else "",
        "moves": t("reports.chart.moves"),
        "made": _told(made, t) if made else "",
        "table": t("reports.chart.table"),
    }


def _told(made: Timeline, t: Translator) -> str:
    """The moves in a sentence a turn."""
    said = (
        t("reports.chart.made", turn=turn, moves=t.listed(made.moves_at(turn)))
        for turn in made.turns
        if made.moves_at(turn)
    )
    return " ".join(said)


def _table(shown: Page, made: Timeline | None, t: Translator) -> Table | None:
    """What the charts show, turn by turn; None where there is neither."""
    plot = shown.plot
    if plot is None and made is None:
        return None
    names: list[str] = []
    columns: list[dict[int, str]] = []
    for track in plot.tracks if plot else ():
        for what in ("trust", "tension"):
            label = t(f"debrief.plot.{what}")
            names.append(
                label if len(plot.tracks if plot else ()) == 1 else f"{label}, {track.name}"
            )
            columns.append(
                {
                    one.turn: t.number(one.trust if what == "trust" else one.tension, 1)
                    for one in track.points
                }
            )
    if made is not None:
        names.append(t("reports.chart.moves"))
        columns.append({turn: ", ".join(made.moves_at(turn)) for turn in made.turns})
    if plot is not None and plot.marks:
        names.append(t("reports.chart.marks"))
        columns.append(
            {
                one.turn: " ".join(mark.words for mark in plot.marks if mark.turn == one.turn)
                for one in plot.marks
            }
        )
    turns = plot.turns if plot else (made.turns if made else ())
    rows = (Cells(turn, tuple(column.get(turn, "") for column in columns)) for turn in turns)
    return Table(tuple(names), tuple(rows))
