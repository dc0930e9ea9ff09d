"""The HTML page: it stands alone, forbids itself everything, and its charts can be read unseen."""

import re
from base64 import b64encode
from hashlib import sha256
from xml.etree import ElementTree as ET

import pytest

from simulator.config import HUMAN
from simulator.debrief.draft import draft
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.reports.charts import (
    CEILING,
    FLOOR,
    LABELS_APART,
    LEFT,
    RIGHT,
    WIDTH,
    moves_chart,
    stance_charts,
)
from simulator.reports.web import html
from simulator.views.debrief_moves import timeline
from simulator.views.debrief_plot import plot
from tests.debrief.talks import Said, drafted, talk

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
LINES = (
    Said("The weather is nice today.", moves={Move.CLOSED_QUESTION: ""}),
    Said("You never listen.", moves={Move.BLAME: ""}, trust=-1, tension=1),
    Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1),
)


def svgs(page: str) -> list[ET.Element]:
    return [
        ET.fromstring(one) for one in re.findall(r'<svg class="chart".*?</svg>', page, re.DOTALL)
    ]


def test_the_page_allows_itself_its_own_style_sheet_and_nothing_else() -> None:
    page = html(drafted("pay-and-presence", "unskilled"), ENGLISH)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)

    assert style is not None
    assert policy is not None
    seal = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{seal}&#39;" in policy[1]
    assert policy[1].startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize(
    "words", ["<script", "<link", "<img", " src=", " href=", "url(", " style="]
)
def test_the_page_fetches_runs_and_styles_nothing_in_passing(words: str) -> None:
    assert words not in html(drafted("pay-and-presence", "unskilled"), ENGLISH)


@pytest.mark.parametrize("t", [ENGLISH, FRENCH])
def test_each_chart_has_a_title_and_says_in_words_what_it_shows(t: Translator) -> None:
    debrief = drafted("pay-and-presence", "unskilled", t.language)
    stance, moves = svgs(html(debrief, t))

    assert stance.attrib["role"] == "img"
    assert (stance.findtext("title") or "").startswith(t("reports.chart.stance"))
    assert "Claire Morel" in (stance.findtext("desc") or "") or t is ENGLISH
    assert "10" in (stance.findtext("desc") or "")
    assert moves.findtext("title") == t("reports.chart.moves")
    assert t("move.blame.short") in (moves.findtext("desc") or "")


def test_trust_and_tension_differ_by_more_than_their_colour() -> None:
    stance, _ = svgs(html(drafted("pay-and-presence", "unskilled"), ENGLISH))
    trust, tension = (
        next(one for one in stance.iter("g") if one.get("class") == name)
        for name in ("trust", "tension")
    )

    assert trust.find("circle") is not None
    assert tension.find("rect") is not None
    line = tension.find("polyline")
    assert line is not None
    assert "stroke-dasharray" in line.attrib
    assert (trust.findtext("text") or "").startswith("trust")


def test_the_charts_stand_as_a_table_too() -> None:
    page = html(draft(*talk(*LINES)), ENGLISH)
    table = re.search(r"<table>.*?</table>", page, re.DOTALL)

    assert table is not None
    rows = ET.fromstring(table[0]).findall("tbody/tr")
    assert [[cell.text or "" for cell in row][:3] for row in rows] == [
        ["1", "5.0", "3.0"],
        ["2", "5.0", "3.0"],
        ["4", "4.0", "4.0"],
        ["6", "5.0", "4.0"],
    ]


def test_what_stands_behind_the_page_is_folded_away() -> None:
    page = html(drafted("pay-and-presence", "unskilled"), ENGLISH)

    assert '<details id="criteria">' in page
    assert "details open" not in page
    assert "details:not([open]) { display: none; }" in page
    assert "@page { size: A4" in page


def test_a_talk_two_people_held_shows_its_moves_and_no_stance() -> None:
    page = html(draft(*talk(*LINES, actor=HUMAN)), ENGLISH)

    assert len(svgs(page)) == 1
    assert 'id="moves"' in page


def test_a_talk_without_a_word_has_no_chart() -> None:
    assert svgs(html(draft(*talk()), ENGLISH)) == []


def test_everything_is_drawn_inside_the_drawing() -> None:
    debrief = drafted("between-two-desks", "unskilled")
    shown, told = plot(debrief, ENGLISH), timeline(debrief, ENGLISH)

    assert shown is not None
    assert told is not None
    charts = stance_charts(shown, ENGLISH)
    dots = [dot for chart in charts for curve in chart.curves for dot in curve.dots]
    dots += [dot for row in moves_chart(told, shown.turns).rows for dot in row.dots]
    assert len(charts) == 2
    assert all(LEFT <= dot.x <= WIDTH - RIGHT for dot in dots)
    assert all(
        CEILING <= dot.y <= FLOOR for chart in charts for one in chart.curves for dot in one.dots
    )


def test_labels_at_the_end_of_close_lines_keep_apart() -> None:
    shown = plot(draft(*talk(*LINES)), ENGLISH)

    assert shown is not None
    trust, tension = stance_charts(shown, ENGLISH)[0].curves
    assert abs(trust.dots[-1].y - tension.dots[-1].y) < LABELS_APART
    assert abs(trust.label_y - tension.label_y) >= LABELS_APART


def test_the_page_is_in_the_readers_language() -> None:
    page = html(drafted("pay-and-presence", "unskilled", "fr"), FRENCH)

    assert '<html lang="fr">' in page
    assert "Confiance et tension, tour par tour" in page
