"""Which of the stock's lines answer which kind of line."""

import re

import pytest

from simulator.actors.aspects import is_sorry, place_of
from simulator.actors.offline import word
from simulator.actors.stock import stock_of
from simulator.director.direction import Mood
from simulator.director.state import BeatKind
from simulator.library.persona import Situation
from simulator.reading.moves import Language, Move, Reading, Signal
from tests.actors.scene import did, direction, noticed


@pytest.mark.parametrize(
    ("kind", "reading", "place"),
    [
        (BeatKind.HEARD, did("x", Move.APOLOGY), ("heard", "apology")),
        (BeatKind.HEARD, did("x", Move.SUMMARY, Move.REFLECTION), ("heard", "summary")),
        (BeatKind.HEARD, noticed("x", Signal.THANKS), ("thanked", "")),
        (BeatKind.PROBE, did("x", Move.OFFER), ("probe", "figure")),
        (BeatKind.PROBE, did("x", Move.STATING_FACTS), ("probe", "facts")),
        (BeatKind.PROBE, did("x", Move.INTERESTS), ("probe", "interests")),
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


def test_a_choice_is_answered_as_one_and_not_with_a_yes() -> None:
    text = "Would you like to hand it over, or would you rather keep it?"
    reading = did(text, Move.CHECKING_UNDERSTANDING)

    assert place_of(BeatKind.ANSWER, direction(text=text, reading=reading)).aspect == "choice"


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


@pytest.mark.parametrize(
    ("line", "language"),
    [("What goes wrong when there isn't?", "en"), ("On en parle quand ?", "fr")],
)
@pytest.mark.parametrize("mood", ["warm", "guarded"])
def test_an_open_question_is_never_answered_by_yes_or_no(
    line: str, language: Language, mood: Mood
) -> None:
    own = {Situation.ANSWER: ("Yes and no.", "Partly.")}
    for seed in range(40):
        reply = word(
            direction(
                BeatKind.ANSWER, text=line, language=language, mood=mood, seed=str(seed), lines=own
            )
        )
        assert not re.match(r"(yes|no|oui|non|partly|en partie)\b", reply.lower()), reply


@pytest.mark.parametrize(
    "line",
    ["Sorry, that came out wrong.", "Sorry to hear about your week.", "Sorry, agreed on what?"],
)
def test_only_an_apology_is_taken_as_one(line: str) -> None:
    assert is_sorry(direction(text=line)) is line.endswith("wrong.")


def test_at_most_one_reply_in_four_opens_with_the_words_that_were_heard() -> None:
    said = ["You wanted to see me?"]
    echoes = 0
    for _ in range(16):
        reply = word(direction(BeatKind.PROBE, text="I need the Atlas slides.", said=said))
        echoes += bool(re.match(r"(\S+ )?(the Atlas slides|you need)", reply, re.IGNORECASE))
        said.append(reply)
    assert echoes <= 16 / 4


def test_an_open_question_about_what_is_settled_gets_an_answer_of_its_kind() -> None:
    order = direction(BeatKind.SETTLED, text="When could you tell me?")

    assert place_of(BeatKind.SETTLED, order).aspect == "when"
    assert place_of(BeatKind.SETTLED, direction(text="Is it settled?")).kind == "settled"


def test_an_open_question_about_what_is_agreed_gets_no_yes() -> None:
    text = "What would you tell them, if you told the truth?"

    assert place_of(BeatKind.SETTLED, direction(text=text)).kind == "answer"


def test_a_question_that_also_checks_is_answered_as_the_question_it_is() -> None:
    text = "Which of the two would you do with my offers?"
    reading = did(text, Move.CHECKING_UNDERSTANDING)
    heard = direction(BeatKind.HEARD, BeatKind.ANSWER, text=text, reading=reading, mood="open")
    nods = {line.text for line in stock_of("en").lines("heard", "open", "vous", "reflection")}

    assert not any(nod in word(heard) for nod in nods)


@pytest.mark.parametrize(
    ("text", "language"), [("I'm listening.", "en"), ("Je t’écoute.", "fr"), ("Go on …", "en")]
)
def test_whoever_gives_leave_to_go_on_is_not_told_to_speak(text: str, language: Language) -> None:
    for kind in (BeatKind.SILENT, BeatKind.VAGUE, BeatKind.PROBE):
        assert place_of(kind, direction(text=text, language=language)).aspect == "invited"


def test_a_greeting_before_an_answer_is_the_personas_own() -> None:
    lines = {Situation.GREET: ("Ahoy, {mentee}. Sit where you like.", "What is it now?")}
    said = word(
        direction(BeatKind.GREET, BeatKind.THANKED, BeatKind.ANSWER, text="Hello.", lines=lines)
    )

    assert said.startswith("Ahoy, Alex.")
    assert "Sit" not in said


def test_whoever_only_greets_and_thanks_is_greeted_at_length() -> None:
    lines = {Situation.GREET: ("Ahoy, {mentee}. Sit where you like.",)}
    seeds = map(str, range(20))
    order = [
        direction(BeatKind.GREET, BeatKind.THANKED, text="Hello.", lines=lines, seed=seed)
        for seed in seeds
    ]

    assert "Ahoy, Alex. Sit where you like." in {word(one) for one in order}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("aspect", ["summary", "reflection"])
def test_what_is_said_in_every_talk_has_many_wordings(language: Language, aspect: str) -> None:
    for mood in ("warm", "open", "guarded", "hard"):
        assert len(stock_of(language).lines("heard", mood, "vous", aspect)) >= 10
