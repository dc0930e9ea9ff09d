"""Which of the stock's lines answer which kind of line."""

import pytest

from simulator.actors.aspects import place_of
from simulator.actors.offline import word
from simulator.actors.questions import question_of
from simulator.actors.stock import stock_of
from simulator.actors.words import words_of
from simulator.director.state import BeatKind
from simulator.reading.moves import Language, Move, Reading, Signal
from tests.actors.scene import did, direction, noticed


@pytest.mark.parametrize(
    ("line", "language", "asked"),
    [
        ("Why is that?", "en", "why"),
        ("All right. So, what would you need from me?", "en", "want"),
        ("Hello Claire, how was your weekend?", "en", "well"),
        ("Hey Daniel, got a minute?", "en", "minute"),
        ("I see. How do you feel about it?", "en", "feel"),
        ("Could we try it for three months?", "en", "can"),
        ("When will you know?", "en", "when"),
        ("It is late.", "en", ""),
        ("Pourquoi ?", "fr", "why"),
        ("D'accord. Et vous, qu'est-ce qu'il vous faudrait ?", "fr", "want"),
        ("salut julien t'as deux minutes ?", "fr", "minute"),
        ("Bonjour, comment allez-vous ?", "fr", "well"),
        ("Tu le vis comment ?", "fr", "feel"),
        ("Est-ce qu’on pourrait essayer ?", "fr", "can"),
        ("Il est tard.", "fr", ""),
    ],
)
def test_a_question_is_known_by_how_it_begins(line: str, language: Language, asked: str) -> None:
    assert question_of(line, words_of(language)) == asked


@pytest.mark.parametrize(
    ("kind", "reading", "place"),
    [
        (BeatKind.HEARD, did("x", Move.APOLOGY), ("heard", "apology")),
        (BeatKind.HEARD, did("x", Move.SUMMARY, Move.REFLECTION), ("heard", "summary")),
        (BeatKind.HEARD, noticed("x", Signal.THANKS), ("thanked", "")),
        (BeatKind.PROBE, did("x", Move.OFFER), ("probe", "figure")),
        (BeatKind.PROBE, did("x", Move.UNEXPLAINED_TERM), ("probe", "term")),
        (BeatKind.PROBE, noticed("x", Signal.REFUSAL), ("probe", "refusal")),
        (BeatKind.LOST, noticed("x", Signal.OTHER_LANGUAGE), ("lost", "language")),
        (BeatKind.REFUSE, did("x", Move.OFFER), ("refuse", "figure")),
        (BeatKind.ANSWER, did("x", Move.CHECKING_UNDERSTANDING), ("heard", "reflection")),
        (BeatKind.SHARPEN, Reading(), ("sharpen", "")),
    ],
)
def test_a_beat_finds_the_lines_for_what_was_done(
    kind: BeatKind, reading: Reading, place: tuple[str, str]
) -> None:
    found = place_of(kind, direction(text="x and y and z", reading=reading))

    assert (found.kind, found.aspect) == place


def test_a_short_line_is_asked_about_as_such() -> None:
    assert place_of(BeatKind.VAGUE, direction(text="Fine.")).aspect == "minimal"


def test_whoever_asks_how_one_is_gets_an_answer_to_that() -> None:
    text = "Hello Claire, how are you?"
    reply = word(direction(BeatKind.HEARD, BeatKind.ANSWER, text=text, mood="open"))
    wells = stock_of("en").lines("answer", "open", "vous", "well")

    assert reply in {line.text for line in wells}


def test_a_summary_that_asks_for_a_yes_gets_it_and_nothing_beside() -> None:
    text = "So it is about the rota and the money. Did I get that right?"
    reading = did(text, Move.SUMMARY, Move.CHECKING_UNDERSTANDING)
    reply = word(direction(BeatKind.HEARD, BeatKind.ANSWER, text=text, reading=reading))
    yeses = stock_of("en").lines("heard", "guarded", "vous", "summary")

    assert reply in {line.text for line in yeses}
