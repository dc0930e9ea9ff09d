"""Hardened YAML: whatever a file holds, reading ends soon and gives data or diagnostics."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.door import LARGEST, decode, read_text
from simulator.library.yamlfile import DEEPEST, Document, parse_yaml, read_yaml

ATTACKS = Path(__file__).parent.parent.parent.parent / "shared" / "attacks" / "known.jsonl"
HALF = LARGEST // 2
BOMB = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a, *a]\n" for n in range(2000))
FLOODS = {
    "brackets": "[" * LARGEST,
    "braces": "{" * LARGEST,
    "brackets in a value": "a: " + "[" * (LARGEST - 3),
    "nested records": "a: " + "{a: " * (LARGEST // 5),
    "dashes": "- " * HALF,
    "question marks": "? " * HALF,
    "colons": ":" * LARGEST,
    "exclamation marks": "! " * HALF,
    "one long text": "a: " + "x " * (HALF - 2),
    "one long number": "a: " + "9" * (LARGEST - 3),
    "an open quotation": 'a: "' + "x " * (HALF - 2),
    "escapes": 'a: "' + "\\n" * (HALF - 3) + '"',
    "many keys": "".join(f"k{n}: v\n" for n in range(20_000)),
    "one key again and again": "a: 1\n" * 40_000,
    "empty items": "a:\n" + "- \n" * 80_000,
    "a list in one line": "a: [" + "x," * (HALF - 4) + "]",
    "line ends": "\n" * LARGEST,
    "comments": "#\n" * HALF,
    "documents": "---\n" * (LARGEST // 4),
    "aliases of aliases": BOMB,
}


def read(text: str) -> Document:
    return parse_yaml(text, "file.yaml")


def codes(document: Document) -> list[str]:
    return [problem.code for problem in document.problems]


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_is_refused_within_two_seconds(flood: str) -> None:
    start = time.perf_counter()
    document = read(flood)

    assert document.problems
    assert time.perf_counter() - start < 2


@given(st.text(alphabet=" \n\t-?:,[]{}#&*!|>'\"%@`ab1\\\u00e9\u2028", max_size=80))
def test_any_text_gives_a_document(text: str) -> None:
    for whole in (text, f"a: {text}"):
        document = read(whole)

        assert document.problems or document.is_whole


@given(st.binary(max_size=200))
def test_any_bytes_come_in_as_text_or_not_at_all(raw: bytes) -> None:
    text = decode(raw, "file.yaml")

    assert isinstance(text, str) or text.code in {"not-utf8", "control-character"}


_SCALARS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=20),
    st.integers(-(10**14), 10**14),
    st.booleans(),
)
_KEYS = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12)


@given(
    st.dictionaries(
        _KEYS,
        st.recursive(
            _SCALARS,
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_what_was_written_is_what_is_read_and_everything_has_its_place(
    data: dict[str, object],
) -> None:
    document = read(json.dumps(data, ensure_ascii=False, indent=1))
    kept = {problem.code for problem in document.problems} <= {"hidden-characters", "empty-value"}

    assert kept
    assert {trail[0] for trail in document.places if trail} == set(document.data) == set(data)
    assert all(place.line >= 1 and place.col >= 1 for place in document.places.values())


def test_values_mean_what_a_facilitator_means() -> None:
    text = "a: no\nb: on\nc: 12:30\nd: 2026-03-01\ne: 1_000\nf: true\ng: .35\nh: -2\ni: 0x1F\n"

    assert read(text).data == {
        "a": "no",
        "b": "on",
        "c": "12:30",
        "d": "2026-03-01",
        "e": "1_000",
        "f": True,
        "g": 0.35,
        "h": -2,
        "i": "0x1F",
    }


def test_positions_count_from_one_in_characters() -> None:
    document = read("é: 'x'\nlist:\n  - {id: a, été: [u, v]}\n")

    assert document.place(("list", 0, "été", 1))[1:] == (3, 22)
    assert document.key_place(("list", 0, "été"))[1:] == (3, 13)
    assert document.place(("list", 0, "nothing"))[1:] == (3, 5)


def test_escape_sequences_in_quotes_are_taken_out_and_told() -> None:
    document = read('a: "\\e[2J\\e]0;title\\aHello\\u202E"\n')

    assert document.data == {"a": "Hello"}
    assert codes(document) == ["hidden-characters"]


def test_nesting_is_allowed_up_to_the_cap_and_no_further() -> None:
    def nested(depth: int) -> str:
        return f"a: {'[' * depth}x{']' * depth}\n"

    assert codes(read(nested(DEEPEST - 1))) == []
    assert codes(read(nested(DEEPEST + 1))) == ["too-deep"]


@pytest.mark.skipif(not ATTACKS.is_file(), reason="the collection of hostile texts is not here")
def test_every_known_attack_is_text_as_a_value_and_harmless_as_a_file() -> None:
    for line in ATTACKS.read_text(encoding="utf-8").split("\n"):
        attack = json.loads(line)["text"] if line else ""
        as_value = read(f"a: {json.dumps(attack)}\n")
        read(attack)

        assert as_value.is_whole
        assert isinstance(as_value.data["a"], str)
        assert "\x1b" not in as_value.data["a"]


def test_a_byte_order_mark_is_forgiven_and_utf_16_is_not(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(path).data == {"a": 1}

    path.write_bytes("a: 1\n".encode("utf-16"))
    assert codes(read_yaml(path)) == ["not-utf8"]


def test_the_byte_that_is_not_utf8_is_pointed_at() -> None:
    found = decode("a: 1\nb: é".encode() + b"\xff", "file.yaml")

    assert not isinstance(found, str)
    assert (found.line, found.col, found.values["byte"]) == (2, 5, "0xFF")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "unreadable"), (tmp_path / "none.yaml", "unreadable")):
        found = read_text(path)

        assert not isinstance(found, str)
        assert found.code in {code, "not-a-file"}


def test_reading_stops_once_the_wanted_keys_were_read() -> None:
    document = parse_yaml("id: a\ntitle: b\nrest: [unclosed\n", "f", frozenset({"id", "title"}))

    assert document.data == {"id": "a", "title": "b"}
    assert document.problems == []
