"""A report says what the debrief says, in both languages, and lets no text through as markup."""

import json
import re
from html.parser import HTMLParser

import pytest

from simulator.debrief.draft import draft
from simulator.debrief.openings import Audience
from simulator.i18n import Translator
from simulator.practice.events import TurnMarked
from simulator.reading.moves import Move
from simulator.reports.markdown import escaped
from simulator.reports.render import Form, render
from simulator.reports.text import WIDTH
from tests.debrief.talks import Said, drafted, run, talk

HOSTILE = (
    "# Ha! <script>alert(1)</script> [a](http://x.y) *b* `c` www.x.y a@b.c [@click=app.quit]x[/]"
)
FORMS: tuple[Form, ...] = ("text", "json", "markdown", "html")


def words(language: str) -> Translator:
    return Translator.of(language, strict=True)


def hostile(form: Form) -> str:
    lines = [Said(HOSTILE, reply=HOSTILE, moves={Move.BLAME: ""}, trust=-1, tension=1)] * 3
    return render(draft(*talk(*lines, answers=[HOSTILE])), form, words("en"), whole=True)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["skilled", "unskilled", "silent", "wandering"])
@pytest.mark.parametrize("form", FORMS)
def test_every_talk_is_reported_in_both_languages(language: str, kind: str, form: Form) -> None:
    debrief = drafted("pay-and-presence", kind, "fr" if language == "fr" else "en", "mentor")

    assert render(debrief, form, words(language)).endswith("\n")


@pytest.mark.parametrize("cause", ["ending", "left", None])
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_short_or_broken_talk_is_reported(turns: int, cause: str | None) -> None:
    debrief = draft(*talk(*[Said("Well.", reply="")] * turns, cause=cause))

    for form in FORMS:
        assert render(debrief, form, words("fr"))


def test_a_stopped_scene_is_reported_by_its_figures_alone() -> None:
    lines = [Said("You never listen.", moves={Move.BLAME: ""})] * 4
    report = render(draft(*talk(*lines, stops=True, cause=None)), "text", words("en"))

    assert "never scored" in report
    assert "You never listen" not in report


def test_text_keeps_within_its_width() -> None:
    report = render(drafted("credit-on-the-slide", "unskilled"), "text", words("en"), whole=True)

    assert max(map(len, report.splitlines())) <= WIDTH


def test_json_has_the_keys_that_others_rely_on() -> None:
    played, _ = run("credit-on-the-slide", "unskilled")
    report = json.loads(render(drafted("credit-on-the-slide", "unskilled"), "json", words("en")))

    assert report["session"] == played.session.id
    assert report["draft"] is True
    assert {"findings", "measures", "try", "keep", "alternatives", "format"} <= report.keys()
    assert all({"item", "verdict", "quotes"} <= one.keys() for one in report["findings"])
    said = {one.turn: one.text for one in played.session.utterances}
    quotes = [
        quote
        for part in ("findings", "try", "keep")
        for one in report[part]
        for quote in one["quotes"]
    ]
    assert quotes
    for quote in quotes:
        assert said[quote["turn"]][quote["start"] : quote["end"]] == quote["quote"]


def test_json_is_the_same_in_every_language_of_the_reader() -> None:
    debrief = drafted("credit-on-the-slide", "unskilled")

    assert render(debrief, "json", words("en")) == render(debrief, "json", words("fr"))


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_the_mentees_report_does_not_give_away_what_stayed_hidden(form: Form) -> None:
    _, on = run("pay-and-presence", "unskilled")
    report = render(drafted("pay-and-presence", "unskilled"), form, words("en"), whole=True)

    for fact in on.scenario.facts:
        assert not any(line in report for line in fact.says)
        assert fact.note.strip() not in report


def test_the_mentors_report_shows_what_stayed_hidden() -> None:
    debrief = drafted("pay-and-presence", "unskilled", audience="mentor")
    report = render(debrief, "text", words("en"), whole=True)

    assert "goodbye cakes" not in report
    assert "Two people have left since January" in " ".join(report.split())


def test_markdown_keeps_hostile_words_as_words() -> None:
    report = hostile("markdown")

    assert not re.search(r"(?<!\\)<(?!br)", report)
    assert not re.search(r"(?<!\\)[`*](?!Your copy|$)", report.replace(" last word on it.*", ""))
    assert not re.search(r"(?<!\\)\]\(", report)
    assert "http:" not in report
    assert "www." not in report
    assert not re.search(r"^# Ha", report, re.MULTILINE)


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "12) a", "= a", "> a", "| a", "~~~", "```", "***"]
)
def test_no_text_begins_a_block_of_its_own(text: str) -> None:
    assert re.match(r"\\|\d+\\", escaped(text))


def test_a_line_break_in_a_text_does_not_break_the_line() -> None:
    assert escaped("a\n\n# b") == "a # b"


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_stands_alone_closes_what_it_opens_and_keeps_words_as_words() -> None:
    page = Tags()
    page.feed(hostile("html"))

    assert page.open == []
    assert page.seen.isdisjoint({"script", "a", "img", "link"})
    assert "<script>alert(1)</script>" in page.text


def test_text_shows_hostile_words_on_lines_of_their_own_speaker() -> None:
    lines = [Said("Fine.\nTO TRY\n- Nothing", moves={Move.BLAME: ""}, tension=1)] * 3
    report = render(draft(*talk(*lines)), "text", words("en"))

    assert report.splitlines().count("TO TRY") == 1


MARKS = (
    TurnMarked(turn=3, by="mentor", author="Ines", note="here he joked"),
    TurnMarked(turn=2, by="mentee", author="Sam", note="ask *again*"),
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("audience", "is_shown"), [("mentor", True), ("mentee", False)])
def test_a_mark_is_read_by_its_author_and_the_mentor_reads_all(
    form: Form, audience: Audience, *, is_shown: bool
) -> None:
    played = talk(*[Said("Well.", reply="Hm.")] * 3, marks=MARKS)

    report = render(draft(*played, audience), form, words("en"), whole=True)

    assert "ask" in report
    assert "again" in report
    assert ("here he joked" in report) is is_shown
    assert ("Ines" in report) is is_shown


@pytest.mark.parametrize("language", ["en", "fr"])
def test_unanswered_questions_name_the_command_that_asks_them(language: str) -> None:
    report = render(draft(*talk(*[Said("Well.")] * 3)), "text", words(language))

    assert "simulator reflect s1" in " ".join(report.split())


def test_the_score_of_the_ending_is_the_mentors_alone() -> None:
    played = talk(*[Said("Well.")] * 3)

    mentee, mentor = (
        json.loads(render(draft(*played, audience), "json", words("en")))
        for audience in ("mentee", "mentor")
    )

    assert (mentee["outcome"]["score"], mentor["outcome"]["score"]) == (None, 0.5)
    assert mentee["outcome"]["ending"] == mentor["outcome"]["ending"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_plain_text_draws_nothing_and_says_the_same(language: str) -> None:
    debrief = drafted("pay-and-presence", "unskilled", "fr" if language == "fr" else "en")
    drawn = render(debrief, "text", words(language))
    said = render(debrief, "text", words(language), plain=True)

    assert re.search("[▁▂▃▄▅▆▇█▲▼○×]", drawn)
    assert not re.search("[▁▂▃▄▅▆▇█▲▼○×]", said)
    assert "10" in said


PAGE = 75
"""Lines of text that a page may take: the longest of the shipped talks need about 70."""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["skilled", "unskilled"])
def test_a_debrief_is_one_page(language: str, kind: str) -> None:
    debrief = drafted("pay-and-presence", kind, "fr" if language == "fr" else "en")

    page = render(debrief, "text", words(language)).splitlines()

    assert len(page) <= PAGE
    assert len(page) < len(render(debrief, "text", words(language), whole=True).splitlines()) / 2


def test_the_page_without_the_rest_says_how_to_read_the_rest() -> None:
    debrief = drafted("pay-and-presence", "unskilled")

    assert f"simulator debrief {debrief.session} --full" in render(debrief, "text", words("en"))
    assert "--full" not in render(debrief, "text", words("en"), whole=True)
