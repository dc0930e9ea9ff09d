"""A file that somebody sent is refused, by name, for whatever is not as the program writes it."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import BadFile, NotFound, SimulatorError
from simulator.i18n import Translator
from simulator.library.load import canonical as defined
from simulator.practice.events import (
    CommitmentMade,
    Event,
    IntentionSet,
    ItemJudged,
    LlmUsed,
    PredictionMade,
    ReadingRefined,
    RealTalkTold,
    ReflectionWritten,
    ReplyDone,
    SessionEnded,
    SessionShared,
    Spot,
    TurnMarked,
)
from simulator.reading.moves import Found, Move
from simulator.transcripts.chain import canonical, digest, linked
from simulator.transcripts.exchange import reading
from simulator.transcripts.exchange.form import LARGEST, LONGEST_DEFINITION, MOST_STREAMS, SUFFIX
from simulator.transcripts.exchange.merging import merge
from simulator.transcripts.exchange.reading import looks_like_one, read, take
from simulator.transcripts.exchange.schema import schema
from simulator.transcripts.schema import GENESIS
from simulator.transcripts.verify import verify
from tests.practice.stage import SCENARIO
from tests.transcripts.exchanging import REVIEW, SESSION, go_on, home, rehearse, sent
from tests.transcripts.reviewing import WORK, begin, signed

Whole = dict[str, Any]
AFTERWARDS: tuple[Event, ...] = (
    TurnMarked(turn=2, by="mentee", note="Here."),
    IntentionSet(text="To ask why."),
    ReflectionWritten(answers=("To ask why.",)),
    PredictionMade(expected={"open-questions": "yes"}),
    SessionShared(with_whom="Noor"),
    ItemJudged(
        item="ask-why", verdict="observed", spots=(Spot(turn=2, start=0, end=4),), by="judge"
    ),
    ReadingRefined(turn=2, added=(Found(Move.ADVICE, 0, 4, 0.7),), by="reader"),
    LlmUsed(by="reader", prompt=3, completion=4, cost=None),
    CommitmentMade(when="On Monday", then="I ask first", due=date(2026, 3, 9)),
    RealTalkTold(text="It went well.", kept="yes"),
)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with home(tmp_path_factory.mktemp("exchange"), "mentee") as store:
        rehearse(store)
        go_on(store, AFTERWARDS)
        begin(store, REVIEW, SESSION, *WORK, signed())
        return sent(store)


@pytest.fixture
def whole(content: bytes) -> Whole:
    found: Whole = json.loads(content)
    return found


def refusal(content: bytes) -> str:
    with pytest.raises(BadFile) as raised:
        read(content)
    for language in ("en", "fr"):
        t = Translator.of(language)
        assert t(raised.value.wording_id, **raised.value.values)
        assert t(raised.value.hint_id)
    return raised.value.code


def sealed_again(whole: Whole) -> bytes:
    """The file with a digest that fits, as somebody makes it who knows how."""
    rest = {key: value for key, value in whole.items() if key != "digest"}
    return json.dumps({**rest, "digest": digest(canonical(rest))}).encode()


def chained_again(whole: Whole, stream: int = 0) -> bytes:
    """The same with hashes that fit."""
    one = whole["streams"][stream]
    prev = GENESIS
    for link in one["links"]:
        new = linked(prev, one["id"], link["seq"], link["at"], link["event"])
        link["prev"], link["hash"] = prev, new.hash
        prev = new.hash
    return sealed_again(whole)


def event_of(whole: Whole, seq: int, stream: int = 0) -> Whole:
    found: Whole = json.loads(whole["streams"][stream]["links"][seq - 1]["event"])
    return found


def set_event(whole: Whole, seq: int, event: Whole, stream: int = 0) -> None:
    whole["streams"][stream]["links"][seq - 1]["event"] = canonical(event)


def with_text(text: str) -> Callable[[Whole], bytes]:
    def change(whole: Whole) -> bytes:
        set_event(whole, 4, {**event_of(whole, 4), "text": text})
        return chained_again(whole)

    return change


def test_what_was_sent_is_read(content: bytes, whole: Whole) -> None:
    assert read(content).inside().model_dump(mode="json") == whole["inside"]
    assert read(sealed_again(whole)) == read(chained_again(whole)) == read(content)


def test_it_is_what_its_schema_says(whole: Whole, root: Path) -> None:
    jsonschema.validate(whole, json.loads(schema()))
    published = (root / "docs" / "rehearsal.schema.json").read_text(encoding="utf-8")
    assert published == schema()


@given(place=st.integers(0, 1_000_000), bit=st.integers(0, 7))
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_flipped_bit_is_noticed_or_means_nothing(content: bytes, place: int, bit: int) -> None:
    spoilt = bytearray(content)
    spoilt[place % len(content)] ^= 1 << bit
    try:
        parcel = read(bytes(spoilt))
    except BadFile:
        return
    assert parcel == read(content), "a space became another space"


@pytest.mark.parametrize("part", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(content: bytes, part: float) -> None:
    assert refusal(content[: int(len(content) * part)]) == "exchange-unreadable"


FOREIGN = {
    "not text": (b"\xff\xfe{}", "exchange-unreadable"),
    "not JSON": (b"Dear diary", "exchange-unreadable"),
    "a list": (b"[]", "exchange-foreign"),
    "another program's": (b'{"file":"x"}', "exchange-foreign"),
    "a key told twice": (b'{"file":"simulator-rehearsal","file":"x"}', "exchange-unreadable"),
    "a figure JSON has not": (b'{"file":NaN}', "exchange-unreadable"),
    "too deep": (b"[" * 100_000, "exchange-too-deep"),
    "too deep behind quotes": (b'["\\"",' + b'{"a":' * 100, "exchange-too-deep"),
    "an endless figure": (b'{"file":' + b"9" * 10_000 + b"}", "exchange-unreadable"),
    "half a character": (b'{"file":"simulator-rehearsal","format":1,"a":"\\ud800"}', "exchange-altered"),
    "too large": (b" " * (LARGEST + 1), "exchange-too-large"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "code"), FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_no_such_file_is_refused(content: bytes, code: str) -> None:
    assert refusal(content) == code
    assert not looks_like_one(content) or b"simulator-rehearsal" in content


def _newer(whole: Whole) -> bytes:
    return sealed_again({**whole, "format": 2})


def _unknown_key(whole: Whole) -> bytes:
    return sealed_again({**whole, "run": "rm"})


def _edited(whole: Whole) -> bytes:
    return json.dumps({**whole, "program": "2"}).encode()


def _other_debrief(whole: Whole) -> bytes:
    return json.dumps({**whole, "debrief": {"score": 10}}).encode()


def _word_changed(whole: Whole) -> bytes:
    links = whole["streams"][0]["links"]
    links[3]["event"] = links[3]["event"].replace("rule", "law")
    return sealed_again(whole)


def _left_out(whole: Whole) -> bytes:
    del whole["streams"][0]["links"][4]
    return sealed_again(whole)


def _renumbered(whole: Whole) -> bytes:
    del whole["streams"][0]["links"][4]
    for seq, link in enumerate(whole["streams"][0]["links"], start=1):
        link["seq"] = seq
    return chained_again(whole)


def _spelled_otherwise(whole: Whole) -> bytes:
    link = whole["streams"][0]["links"][3]
    link["event"] = json.dumps(json.loads(link["event"]), indent=1)
    return chained_again(whole)


def _unknown_event(whole: Whole) -> bytes:
    set_event(whole, 4, {"kind": "sang", "turn": 2})
    return chained_again(whole)


def _deep_event(whole: Whole) -> bytes:
    whole["streams"][0]["links"][3]["event"] = "[" * 5_000
    return chained_again(whole)


def _endless(whole: Whole) -> bytes:
    whole["streams"][0]["links"][3]["event"] = '{"kind":"mentee-spoke","text":"a","turn":1e999}'
    return chained_again(whole)


def _too_many(whole: Whole) -> bytes:
    small = {**whole["streams"][0], "links": whole["streams"][0]["links"][:1]}
    return sealed_again({**whole, "streams": [small] * (MOST_STREAMS + 1)})


def _other_time(whole: Whole) -> bytes:
    whole["streams"][0]["links"][3]["at"] = "2026-02-30T09:00:01.000000Z"
    return chained_again(whole)


def _short_id(whole: Whole) -> bytes:
    whole["streams"][0]["id"] = "../../etc"
    return chained_again(whole)


def _twice(whole: Whole) -> bytes:
    whole["streams"].append(whole["streams"][0])
    return sealed_again(whole)


def _another_opening(whole: Whole) -> bytes:
    whole["streams"][0]["id"] = "bbbbbbbbbb"
    return chained_again(whole)


def _after_the_end(whole: Whole) -> bytes:
    set_event(whole, 9, SessionEnded(cause="left").model_dump(mode="json"))
    set_event(whole, 10, ReplyDone(turn=3, text="So.").model_dump(mode="json"))
    set_event(whole, 8, {**event_of(whole, 4), "turn": 9})
    return chained_again(whole)


def _unruly_review(whole: Whole) -> bytes:
    set_event(whole, 2, {**event_of(whole, 2, 1), "point": "nobodys"}, 1)
    return chained_again(whole, 1)


def _session_as_review(whole: Whole) -> bytes:
    whole["streams"][0]["kind"] = "review"
    return sealed_again(whole)


def _definition_altered(whole: Whole) -> bytes:
    name = defined(SCENARIO).hash
    whole["definitions"][name] = whole["definitions"][name].replace("home", "work")
    return sealed_again(whole)


def _definition_gone(whole: Whole) -> bytes:
    del whole["definitions"][defined(SCENARIO).hash]
    return sealed_again(whole)


def _definition_stray(whole: Whole) -> bytes:
    whole["definitions"][digest("{}")] = "{}"
    return sealed_again(whole)


def _definition(text: str) -> Callable[[Whole], bytes]:
    def change(whole: Whole) -> bytes:
        del whole["definitions"][defined(SCENARIO).hash]
        whole["definitions"][digest(text)] = text
        set_event(whole, 1, {**event_of(whole, 1), "scenario_hash": digest(text)})
        return chained_again(whole)

    return change


def _longer_list(whole: Whole) -> bytes:
    whole["inside"]["sessions"][0]["mentee"] = "Eve"
    return sealed_again(whole)


def _nothing_in_it(whole: Whole) -> bytes:
    return sealed_again({**whole, "streams": []})


BAD: dict[str, tuple[Callable[[Whole], bytes], str]] = {
    "of a newer program": (_newer, "exchange-newer"),
    "with more in it": (_unknown_key, "exchange-unreadable"),
    "edited": (_edited, "exchange-altered"),
    "with another debrief": (_other_debrief, "exchange-altered"),
    "a word changed": (_word_changed, "exchange-chain"),
    "an entry left out": (_left_out, "exchange-chain"),
    "an entry left out and the chain made anew": (_renumbered, "exchange-order"),
    "an event spelled otherwise": (_spelled_otherwise, "exchange-event"),
    "an event nobody knows": (_unknown_event, "exchange-event"),
    "an event too deep": (_deep_event, "exchange-too-deep"),
    "a figure beyond all bounds": (_endless, "exchange-event"),
    "more streams than anybody sends": (_too_many, "exchange-unreadable"),
    "a day that never was": (_other_time, "exchange-chain"),
    "an id that is a path": (_short_id, "exchange-unreadable"),
    "a stream twice": (_twice, "exchange-id"),
    "another's opening": (_another_opening, "exchange-order"),
    "said after the end": (_after_the_end, "exchange-order"),
    "a ruling on nothing": (_unruly_review, "exchange-order"),
    "a session called a review": (_session_as_review, "exchange-event"),
    "a terminal sequence": (with_text("Why\x1b]0;x\x07?"), "exchange-unclean"),
    "a hidden letter": (with_text("Why\u200b?"), "exchange-unclean"),
    "letters that run backwards": (with_text("Why\u202e?"), "exchange-unclean"),
    "letters taken apart": (with_text("e\u0301t"), "exchange-unclean"),
    "a definition altered": (_definition_altered, "exchange-definition"),
    "a definition left out": (_definition_gone, "exchange-definition"),
    "a definition nobody needs": (_definition_stray, "exchange-definition"),
    "a definition of nothing": (_definition("{}"), "exchange-definition"),
    "a definition that is a list": (_definition("[]"), "exchange-definition"),
    "a definition that hides": (
        _definition(defined(SCENARIO).text.replace("home", "ho\u200bme")),
        "exchange-definition",
    ),
    "a definition with an endless figure": (_definition('{"level":1e999}'), "exchange-definition"),
    "a definition longer than a file may be": (
        _definition(f'"{"a" * LONGEST_DEFINITION}"'),
        "exchange-unreadable",
    ),
    "a definition of another name": (
        _definition(defined(SCENARIO.model_copy(update={"id": "other"})).text),
        "exchange-definition",
    ),
    "a list that says otherwise": (_longer_list, "exchange-inside"),
    "nothing": (_nothing_in_it, "exchange-unreadable"),
}


@pytest.mark.parametrize(("change", "code"), BAD.values(), ids=BAD.keys())
def test_a_file_made_by_hand_is_refused(
    whole: Whole, change: Callable[[Whole], bytes], code: str
) -> None:
    assert refusal(change(whole)) == code


def test_the_place_is_named(whole: Whole) -> None:
    with pytest.raises(BadFile) as raised:
        read(with_text("Why\u200b?")(whole))

    assert raised.value.values == {"stream": SESSION, "seq": 4}


def test_a_reply_cut_inside_a_cluster_is_no_reason_to_refuse(whole: Whole) -> None:
    set_event(whole, 8, {**event_of(whole, 8), "text": "\ufe0f e\u0301"})

    assert read(chained_again(whole)).sessions


def test_a_file_is_taken_from_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / f"a{SUFFIX}"
    for code, kind in (("no-such-file", NotFound), ("unreadable-file", BadFile)):
        with pytest.raises(SimulatorError) as raised:
            take(path)
        assert (raised.value.code, type(raised.value)) == (code, kind)
        path.mkdir(exist_ok=True)


def test_a_file_without_end_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    path = tmp_path / "long"
    path.write_bytes(b"x" * 11)

    with pytest.raises(BadFile) as raised:
        take(path)
    assert raised.value.code == "exchange-too-large"


VALUE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 30),
    st.just(10**30),
    st.floats(allow_nan=False, allow_infinity=False, width=16),
    st.sampled_from(["", "session", "review", SESSION, REVIEW, "0" * 64, "mentee-spoke", "é"]),
    st.text(max_size=3),
    st.just([]),
    st.just({}),
)


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a JSON value, as the way to it."""
    found = [path] if path else []
    if isinstance(value, dict):
        for key, one in value.items():
            found += places(one, (*path, key))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            found += places(one, (*path, at))
    return found


def changed(value: Any, path: tuple[str | int, ...], new: object) -> None:
    """Put `new` at the end of the way `path` into `value`."""
    for step in path[:-1]:
        value = value[step]
    value[path[-1]] = new


def refused_or_kept(content: bytes, folder: Path) -> None:
    """Whatever is accepted can be kept, and leaves the store whole."""
    try:
        parcel = read(content)
    except BadFile:
        return
    with home(folder, "mentor") as store:
        with suppress(BadFile):
            merge(store, parcel)
        assert verify(store) == ()


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_part_may_be_anything(
    content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = json.loads(content)
    del whole["digest"]
    changed(whole, data.draw(st.sampled_from(places(whole))), data.draw(VALUE))

    refused_or_kept(sealed_again(whole), tmp_path_factory.mktemp("any"))


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_part_of_any_event_may_be_anything(
    content: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = json.loads(content)
    stream = data.draw(st.integers(0, len(whole["streams"]) - 1))
    seq = data.draw(st.integers(1, len(whole["streams"][stream]["links"])))
    event = event_of(whole, seq, stream)
    changed(event, data.draw(st.sampled_from(places(event))), data.draw(VALUE))
    set_event(whole, seq, event, stream)

    refused_or_kept(chained_again(whole, stream), tmp_path_factory.mktemp("any"))
