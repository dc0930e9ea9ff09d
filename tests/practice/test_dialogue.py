"""Who said what, read from what people write down."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadFile
from simulator.practice.dialogue import LARGEST, LONGEST_TURN, Spoken, dialogue, speakers
from simulator.text import clean


def said(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.text) for one in dialogue(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann: Hello.\nBob: Hi there.",
        "\ufeffAnn: Hello.\r\n\r\nBob: Hi\r\nthere.\r\n",
        "[00:12] Ann: Hello.\n[00:15] Bob: Hi there.",
        "00:12 Ann: Hello.\n00:15 Bob: Hi there.",
        "(12:03:11) Ann : Hello.\n(12:03:14) Bob\u202f: Hi there.",
        "Ann [00:12]: Hello.\nBob (00:15): Hi there.",
        "**Ann:** Hello.\n\n**Bob:** Hi there.",
        "- Ann: Hello.\n- Bob: Hi there.",
        (
            "WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:02.000\n<v Ann>Hello.</v>\n\n"
            "00:03.000 --> 00:04.000 align:start\n<v.loud Bob>Hi <i>there</i>.\n"
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nAnn: Hello.\n\n"
            "2\n00:00:03,000 --> 00:00:04,000\nBob: Hi\n\n"
            "3\n00:00:04,000 --> 00:00:05,000\nthere.\n"
        ),
        '{"speaker": "Ann", "text": "Hello."}\n\n{"speaker": "Bob", "text": "Hi there.", "at": 3}',
    ],
    ids=[
        *("plain", "windows", "brackets", "bare-time", "hours", "time-after", "bold", "list"),
        *("webvtt", "subrip", "jsonl"),
    ],
)
def test_every_way_of_writing_it_down_gives_the_same_conversation(text: str) -> None:
    assert said(text) == [("Ann", "Hello."), ("Bob", "Hi there.")]


def test_a_colon_within_what_is_said_names_nobody() -> None:
    text = "T: I told him this: go.\nand then: silence\nC: See https://example.org/a: it helps."

    assert said(text) == [
        ("T", "I told him this: go. and then: silence"),
        ("C", "See https://example.org/a: it helps."),
    ]


def test_where_every_line_is_named_a_small_word_names_somebody_too() -> None:
    assert said("counselor: Hello.\nclient: Hi.") == [("counselor", "Hello."), ("client", "Hi.")]


def test_two_lines_of_one_speaker_are_one_utterance_whatever_the_case_of_the_name() -> None:
    text = "Ann: One.\nBOB: Two.\nBob: Three.\nbob: Four.\nAnn: Five."

    assert said(text) == [("Ann", "One."), ("BOB", "Two. Three. Four."), ("Ann", "Five.")]


def test_an_empty_utterance_is_none_and_its_neighbours_are_joined() -> None:
    assert said("Ann: One.\nBob:\nAnn: Two.\nBob: Three.") == [
        ("Ann", "One. Two."),
        ("Bob", "Three."),
    ]


def test_subtitles_tell_when_each_began_and_ended() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.500\nAnn: Hello.\n\n01:00:03.000 --> 01:00:04.000\nBob: Hi."
    )

    assert dialogue(text) == (
        Spoken("Ann", "Hello.", 1.0, 2.5),
        Spoken("Bob", "Hi.", 3603.0, 3604.0),
    )


def test_speakers_are_counted_by_their_turns() -> None:
    assert speakers(dialogue("A: x\nB: y\nA: z")) == {"A": 2, "B": 1}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("", "recorded-empty", None),
        ("A:\nB:\n", "recorded-empty", None),
        ("\nno name here\nAnn: Hi.", "recorded-no-speaker", 2),
        ("Ann: Hi.\nAnn: Hello.", "recorded-one-speaker", None),
        ('{"speaker": "A", "text": "x"}\n{"speaker": "B"}', "recorded-json", 2),
        ('{"speaker": "A", "text": "x"}\n[1]', "recorded-json", 2),
        ('{"speaker": "A", "text": "x"}\n{' + "[" * 5000, "recorded-json", 2),
        ("A: x\nB: " + "y" * (LONGEST_TURN + 1), "recorded-turn-too-long", 2),
        ("A: x\nB: y\n" * 2000, "recorded-too-many-turns", 3001),
        ("".join(f"P{n}: x\n" for n in range(13)), "recorded-too-many-speakers", None),
        ("A: " + "y" * LARGEST, "recorded-too-large", None),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(
    text: str, code: str, line: int | None
) -> None:
    with pytest.raises(BadFile) as refused:
        dialogue(text)

    assert (refused.value.code, refused.value.values.get("line")) == (code, line)


def test_nothing_comes_in_that_was_not_cleaned() -> None:
    for speaker, text in said("A\u202en\x1b[31mn: He\x1b]8;;x\x07llo\u200b.\nBob: Hi\u202e."):
        assert (speaker, text) == (clean(speaker), clean(text))


@given(st.text(alphabet='AB: \n[]0123:<v>-{}"\u202f', max_size=120))
def test_any_text_is_a_conversation_or_is_refused(text: str) -> None:
    try:
        found = dialogue(text)
    except BadFile:
        return

    assert len({one.speaker for one in found}) > 1
    assert all(one.text and one.speaker for one in found)
    assert all(a.speaker != b.speaker for a, b in itertools.pairwise(found))
