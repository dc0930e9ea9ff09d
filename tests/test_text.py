"""Cleaning, folding, words, sentences and finding quotes: the laws, and the cases people meet."""

import json
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from simulator.text import LIMIT, Span, clean, fold, folded, locate, sentences, words

ATTACKS = Path(__file__).parents[2] / "shared" / "attacks" / "known.jsonl"

RAW = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b\x9b\x9d\x07[]0;m\u200d\u200c\ufe0f\u202e❤🔥é\u0301\u0316\u064bکمœ…’ \r\n"
        ),
    ),
    max_size=60,
)
TEXT = RAW.map(clean)


@given(RAW)
@example("\u0301\u200d\u064b\u200c\u0627")
@example("ک\u0301\u200d\u064b\u200cم")
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(RAW)
def test_cleaned_text_is_composed_and_holds_nothing_a_terminal_acts_on(raw: str) -> None:
    cleaned = clean(raw)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {unicodedata.category(char) for char in cleaned if char not in "\n\t"} & {"Cc", "Cs"}
    assert not set(cleaned) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200b\u2060\ufeff")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]52;c;cHduZWQ=\x1b\\b", "ab"),
        ("a\x9d0;title\x9cb", "ab"),
        ("a\x1bPq#0\x1b\\b", "ab"),
        ("a\x9b2Jb", "ab"),
        ("a\x1bcb", "ab"),
        ("left open \x1b]0;and said", "left open 0;and said"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("no\u202ee\u2066vil", "noevil"),
        ("ig\u200bno\u00adre\ufeff", "ignore"),
        ("la\u200dtin", "latin"),
        ("hid\U000e0041den\U000e0101", "hidden"),
        ("e\u0301te\u0301", "été"),
        ("Z" + "\u0310" * 50 + "!", "Z" + "\u0310" * 8 + "!"),
        ("\ue000\U000f0000x\ud800", "x"),
    ],
)
def test_what_cannot_be_seen_is_dropped(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "👩‍💻 ❤️‍🔥 1️⃣",
        "می‌خواهم",
        "क्‍ष",
        "tab\there\n\nand there",
        "46\u202f000\u00a0€",
        "C’est [b]dit[/b]",
    ],
)
def test_what_people_write_is_kept(text: str) -> None:
    assert clean(text) == text


def test_a_text_is_cut_at_its_limit() -> None:
    assert clean("a" * 30_000) == "a" * LIMIT
    assert clean("abc", limit=2) == "ab"


@pytest.mark.skipif(
    not ATTACKS.exists(), reason="no collection of hostile inputs beside the checkout"
)
def test_collected_attacks_are_defused_and_ordinary_speech_passes_unchanged() -> None:
    rows = [json.loads(line) for line in ATTACKS.read_text("utf-8").split("\n") if line]

    changed = [
        row["id"] for row in rows if "benign" in row["kind"] and clean(row["text"]) != row["text"]
    ]
    live = [row["id"] for row in rows if set(clean(row["text"])) & set("\x1b\x07\x9b\x9d\u202e")]

    assert (changed, live) == ([], [])


@given(RAW)
def test_folding_twice_is_folding_once(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)


@given(TEXT)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    result = folded(text)

    assert len(result.text) == len(result.origin)
    assert list(result.origin) == sorted(result.origin)
    assert all(char == " " or char in fold(text[at]) for char, at in zip(*result, strict=True))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("L’ÉTÉ", "l'ete"),
        ("cœur  de\n la   Straße", "coeur de la strasse"),
        ("« Oui » — dit-il…", '" oui " - dit-il...'),
        ("ligne\u202f: 46\u00a0000", "ligne : 46 000"),
    ],
)
def test_case_accents_and_typography_fold_away(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(TEXT, TEXT)
def test_what_is_located_folds_to_what_the_quote_folds_to(quote: str, text: str) -> None:
    span = locate(quote, text)

    assert span is None or fold(span.of(text)) == fold(quote)


@given(TEXT, TEXT, TEXT)
def test_a_quote_that_is_there_is_found(before: str, quote: str, after: str) -> None:
    assume(quote.strip())
    text = before + quote + after

    span = locate(quote, text)

    assert span is not None
    assert span.of(text) == quote


@given(TEXT, st.data())
def test_a_quote_written_plainly_is_found(text: str, data: st.DataObject) -> None:
    spans = words(text)
    assume(spans)
    word = data.draw(st.sampled_from(spans)).of(text)
    assume(fold(word))

    assert locate(fold(word), text) is not None


@pytest.mark.parametrize(
    ("quote", "text", "found"),
    [
        ("ca n'ira pas", "Bon. « Ça n’ira   pas »", "Ça n’ira   pas"),
        ("no", "I know. no!", "no"),
        ("e", "cœur", None),
        ("..", "Oui…", None),
        ("I said so", "I said\nso.", "I said\nso"),
        ("  ", "a  b", None),
        ("absent", "Present.", None),
        ("\u0301", "a", None),
    ],
)
def test_quotes_people_make(quote: str, text: str, found: str | None) -> None:
    span = locate(quote, text)

    assert (span and span.of(text)) == found


def test_a_whole_word_is_preferred_to_a_piece_of_one() -> None:
    assert locate("no", "I know, no") == Span(8, 10)


@given(TEXT)
def test_words_and_sentences_are_ordered_and_apart(text: str) -> None:
    for spans in (words(text), sentences(text)):
        assert all(span.start < span.end for span in spans)
        assert all(one.end <= two.start for one, two in pairwise(spans))


@given(TEXT)
def test_sentences_leave_nothing_out_but_space(text: str) -> None:
    covered = {at for span in sentences(text) for at in range(*span)}

    assert all(at in covered or text[at].isspace() for at in range(len(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’idée d'aujourd'hui", ["L’", "idée", "d'", "aujourd'hui"]),
        ("I don't, qu'il", ["I", "don't", "qu'", "il"]),
        ("46\u202f000 € ou 3,5 k€", ["46\u202f000", "ou", "3,5", "k"]),
        ("avez-vous un rendez-vous ?", ["avez-vous", "un", "rendez-vous"]),
        ("…!", []),
    ],
)
def test_words_are_cut_as_the_language_does(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in words(text)] == found


@pytest.mark.parametrize(
    "parts",
    [
        ["M. Dupuis est là.", "Il dit : « Vous partez ? » demande-t-elle.", "Oui… peut-être."],
        ["It costs 3.5 points.", "He said no.", "Tell me.", "Then we look."],
        ["Well... maybe.", "What?!", "Fine…", "Next."],
        ["Des notes, des dates, etc. et puis rien.", "Des notes, etc.", "Voilà."],
        ["Mr. Smith and J. Doe came at 3 p.m. with e.g. Ann.", "I did.", "So did I.", "Good."],
        ["« Non ! »", "Il est parti."],
        ["(He left.)", "“Really?”", "Yes."],
    ],
)
def test_sentences_end_where_people_end_them(parts: list[str]) -> None:
    text = " ".join(parts)

    assert [span.of(text) for span in sentences(text)] == parts


def test_a_line_break_ends_a_sentence() -> None:
    assert [span.of("one\ntwo") for span in sentences("one\ntwo")] == ["one", "two"]


@pytest.mark.parametrize(
    "bad",
    ["\x90", "\x1b]", "\x1b[", ".", "’", "a.b.", "M. ", "… ", "\u200d\u0301", "ab", "1,", "« "],
)
def test_hostile_text_takes_no_longer_than_any_other(bad: str) -> None:
    text = bad * (LIMIT // len(bad))
    began = time.process_time()

    clean(text)
    words(text)
    sentences(text)
    locate(bad * 2_000 + "!", text)

    assert time.process_time() - began < 1
