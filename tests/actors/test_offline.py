"""The whole reply: what it always says, what it never does, how it sounds over many turns."""

import json
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.actors.draw import opening, parts_of
from simulator.actors.offline import OfflineActor, pieces, word
from simulator.director.direction import Direction, Mood
from simulator.director.state import BeatKind
from simulator.library.persona import Situation
from simulator.practice.ports import Actor
from simulator.reading.moves import Language, Move
from simulator.text import fold, words
from tests.actors.scene import (
    ENGLISH,
    FRENCH,
    MOODS,
    PACKAGE,
    STOCK_KINDS,
    any_direction,
    beat,
    did,
    direction,
    talk,
)

FACT = "My director counts badges. I was told off in May."
POSITION = ("Tuesdays everyone is in. That's the rule.", "The team meets on Tuesdays, all of it.")
FORTY = 40


def test_an_offline_actor_is_an_actor() -> None:
    actor: Actor = OfflineActor()

    assert actor.name == "offline"


async def test_the_pieces_of_a_reply_join_to_the_reply() -> None:
    order = direction(BeatKind.HEARD, beat(BeatKind.FACT, FACT), text="It sounds hard.")

    assert "".join([piece async for piece in OfflineActor().speak(order)]) == word(order)


@given(st.text(max_size=200))
def test_any_line_is_its_pieces_joined(line: str) -> None:
    assert "".join(pieces(line)) == line


def test_a_piece_is_never_long() -> None:
    line = "one two three four five six seven eight nine ten eleven, and then some more."

    assert max(len(words(piece)) for piece in pieces(line)) <= 5


@given(any_direction("en"))
def test_the_same_direction_gives_the_same_words(order: Direction) -> None:
    assert word(order) == word(order.model_copy(deep=True))


def test_another_process_finds_the_same_words() -> None:
    orders = [
        direction(kind, text=text, seed=str(place))
        for place, (kind, text) in enumerate(zip(STOCK_KINDS, ENGLISH * 3, strict=False))
    ]
    program = (
        "import json, sys\n"
        "from simulator.actors.offline import word\n"
        "from simulator.director.direction import Direction\n"
        "orders = json.load(sys.stdin)\n"
        "print(json.dumps([word(Direction.model_validate(one)) for one in orders]))\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps([one.model_dump(mode="json") for one in orders]),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )

    assert json.loads(answer.stdout) == [word(one) for one in orders]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("mood", MOODS)
def test_another_seed_finds_other_words(language: Language, mood: Mood) -> None:
    replies = {
        word(direction(BeatKind.PROBE, language=language, mood=mood, seed=str(seed)))
        for seed in range(30)
    }

    assert len(replies) > 8


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("mood", ["open", "hard"])
@pytest.mark.parametrize("kind", STOCK_KINDS)
def test_one_kind_of_beat_thirty_times_over_never_repeats_a_sentence(
    kind: BeatKind, mood: Mood, language: Language
) -> None:
    texts = (ENGLISH if language == "en" else FRENCH) * 3
    orders = [
        direction(kind, text=text, language=language, mood=mood, seed=str(place))
        for place, text in enumerate(texts)
    ]
    sentences = [part for reply in talk(orders) for part in set(parts_of(reply)) if " " in part]

    assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize("kind", [BeatKind.SILENT, BeatKind.POSITION, BeatKind.LEVER])
def test_even_a_hundred_turns_of_one_kind_give_no_reply_twice(kind: BeatKind) -> None:
    replies = talk(direction(kind, seed=str(place)) for place in range(100))

    assert len({fold(reply) for reply in replies}) == len(replies)


@settings(max_examples=15)
@given(st.lists(any_direction("en"), min_size=30, max_size=30))
def test_thirty_english_replies_never_repeat_nor_begin_alike(orders: list[Direction]) -> None:
    assert_lively(talk(orders))


@settings(max_examples=15)
@given(st.lists(any_direction("fr", "tu"), min_size=30, max_size=30))
def test_thirty_french_replies_never_repeat_nor_begin_alike(orders: list[Direction]) -> None:
    assert_lively(talk(orders))


def assert_lively(replies: list[str]) -> None:
    assert all(replies)
    assert len({fold(reply) for reply in replies}) == len(replies)
    openings = [opening(reply) for reply in replies]
    assert all(one != other for one, other in pairwise(openings))


@given(any_direction("fr", "tu"))
def test_whoever_is_on_first_name_terms_never_says_vous(order: Direction) -> None:
    assert not re.search(
        r"\b(?:vous|votre|vos|vôtre)\b|ez-(?:le|moi)\b", word(order), re.IGNORECASE
    )


@given(any_direction("fr", "vous"))
def test_whoever_says_vous_never_says_tu(order: Direction) -> None:
    assert not re.search(r"\b(?:tu|te|toi|(?<!ce )ton|ta|tes)\b|\bt’", word(order), re.IGNORECASE)


@given(any_direction("fr", "vous"))
def test_a_french_reply_has_no_english_in_it(order: Direction) -> None:
    assert not re.search(r"\b(?:the|you|your|what|that|is|are)\b", word(order), re.IGNORECASE)


@given(any_direction("en"))
def test_an_english_reply_has_no_french_in_it(order: Direction) -> None:
    assert not re.search(
        r"\b(?:vous|tu|est|que|les|une|pas|c’est)\b|\u202f", word(order), re.IGNORECASE
    )


@given(any_direction("en"))
def test_a_reply_begins_with_a_capital_and_ends_as_a_sentence(order: Direction) -> None:
    reply = word(order)

    assert re.match(r"[“]?[A-Z0-9€]", reply)
    assert reply.endswith((".", "?", "!", "…"))


@given(any_direction("en"))
def test_no_slot_is_left_open(order: Direction) -> None:
    assert not re.search(r"[{}]", word(order))


@given(any_direction("en"))
def test_a_reply_is_about_as_long_as_the_person_talks(order: Direction) -> None:
    assert len(words(word(order))) <= max(1.5 * order.voice.words, 14) + 8


@given(any_direction("en"), st.integers(6, 12))
def test_a_fact_is_said_whole_whatever_the_length(order: Direction, length: int) -> None:
    beats = (*order.beats, beat(BeatKind.FACT, FACT, ref="badges"))
    voice = order.voice.model_copy(update={"words": length})

    assert FACT in word(order.model_copy(update={"beats": beats, "voice": voice}))


@pytest.mark.parametrize(
    "kind",
    [BeatKind.CONCESSION, BeatKind.CUE, BeatKind.TWIST, BeatKind.ENDING, BeatKind.CONFIRM],
)
def test_what_the_director_decided_is_said(kind: BeatKind) -> None:
    order = direction(BeatKind.HEARD, beat(kind, FACT, ref="one"), BeatKind.PROBE, words=6)

    assert FACT in word(order)


def test_a_goodbye_comes_last_and_asks_nothing() -> None:
    order = direction(
        beat(BeatKind.ENDING, "Fine. I'll write it up.", ref="deal"),
        BeatKind.PROBE,
        beat(BeatKind.CONCESSION, "You get your two days.", ref="days"),
    )

    assert word(order).endswith("You get your two days. Fine. I'll write it up.")


def test_variants_not_said_yet_come_first() -> None:
    replies = talk(
        direction(beat(BeatKind.POSITION, *POSITION, ref="remote"), seed=str(turn))
        for turn in range(2)
    )

    assert all(any(line in reply for reply in replies) for line in POSITION)


def test_a_position_said_in_every_way_is_pointed_back_to_and_not_repeated() -> None:
    replies = talk(
        direction(beat(BeatKind.POSITION, *POSITION, ref="remote"), seed=str(turn))
        for turn in range(12)
    )
    said = " ".join(replies)

    assert all(said.count(line) == 1 for line in POSITION)


def test_a_fact_that_must_be_said_again_is_pointed_back_to() -> None:
    order = direction(beat(BeatKind.FACT, FACT, ref="badges"), said=(FACT,))

    assert FACT in word(order)
    assert not word(order).startswith(FACT)


def test_lines_of_the_persona_are_said_more_often_than_the_stock() -> None:
    own = tuple(f"Own line {place}, said by nobody else." for place in range(FORTY))
    lines = {Situation.PROBE: own}
    replies = [
        word(direction(BeatKind.PROBE, lines=lines, seed=str(seed))) for seed in range(FORTY * 5)
    ]
    share = sum("Own line" in reply for reply in replies) / len(replies)

    assert 0.55 < share < 0.8


def test_a_figure_without_a_reason_is_asked_about_by_that_figure() -> None:
    text = "I'd like 46k."
    reading = did(text, Move.OFFER)
    replies = [
        word(direction(BeatKind.PROBE, text=text, reading=reading, seed=str(seed)))
        for seed in range(10)
    ]

    assert not any("{" in reply for reply in replies)


@pytest.mark.parametrize("mood", MOODS)
def test_figures_put_forward_are_the_computed_ones_and_no_others(mood: Mood) -> None:
    text = "I'd like 46k a year and three days at home."
    for seed in range(20):
        reply = word(
            direction(
                BeatKind.HEARD,
                BeatKind.COUNTER,
                text=text,
                reading=did(text, Move.OFFER),
                counter=PACKAGE,
                mood=mood,
                seed=str(seed),
            )
        )

        assert "€44,000 a year and two days a week" in reply
        assert re.findall(r"\d[\d,]*", reply) == ["44,000"]


def test_a_deal_names_what_was_agreed_in_the_language_of_the_session() -> None:
    reply = word(direction(BeatKind.DEAL, language="fr", counter=PACKAGE))

    assert "44\u202f000\u202f€ par an et deux jours par semaine" in reply


def test_a_deal_without_figures_is_still_agreed() -> None:
    assert word(direction(BeatKind.DEAL))


def test_a_direction_without_beats_still_gets_an_answer() -> None:
    assert word(direction())


def test_a_guarded_persona_and_a_warm_one_do_not_sound_alike() -> None:
    def heard(mood: Mood) -> set[str]:
        return {word(direction(BeatKind.HEARD, mood=mood, seed=str(n))) for n in range(40)}

    warm, hard = heard("warm"), heard("hard")

    assert len(warm & hard) < len(warm) / 3
