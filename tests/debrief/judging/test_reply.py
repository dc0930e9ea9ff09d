"""What is believed of a judge: nothing that was not said, and no verdict without its evidence."""

import json

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from simulator.debrief.judging.reply import LONGEST, Answer, Reply, answer, read
from simulator.text import Span
from tests.debrief.judging.judges import LINES, asked, reply
from tests.debrief.talks import Said

HEARD = "You were told off in May, then."


def words(given: Answer) -> list[str]:
    """What the spots of the answer cover."""
    lines = {line.turn: line.utterance.text for line in asked().lines}
    return [lines[spot.turn][spot.start : spot.end] for spot in given.spots]


def test_a_yes_with_the_mentees_words_at_their_turn_is_observed() -> None:
    given = answer(asked(), reply("yes", (4, HEARD)))

    assert (given.verdict, words(given), given.dropped) == ("observed", [HEARD], 0)


def test_a_quote_may_differ_in_case_accent_and_typography() -> None:
    assert words(answer(asked(), reply("yes", (4, "you were TOLD off")))) == ["You were told off"]


def test_a_quote_with_a_name_in_it_points_to_the_name_that_was_said() -> None:
    given = answer(asked(), reply("yes", (2, "(name), what is behind the rule?")))

    assert words(given) == ["Claire, what is behind the rule?"]


FORGED = {
    "invented": (4, "I hear how hard that was."),
    "the other person's": (3, "My director counts the badges."),
    "right words, wrong turn": (2, HEARD),
    "right words, no such turn": (99, HEARD),
    "right words, turn before the first": (-1, HEARD),
    "near miss": (4, "You were told of in May, then."),
    "two turns in one": (4, f"{HEARD} You never listen!"),
    "with an ellipsis": (4, "You were … in May"),
    "empty": (4, ""),
    "blank": (4, " \n\t "),
    "signs alone": (4, "."),
    "one letter": (4, "o"),
    "one word": (4, "told"),
    "cut out of words": (4, "ou were tol"),
    "huge": (4, "You were told off " * 900),
    "the line with its prefix": (4, f"4 mentee | {HEARD}"),
}


@pytest.mark.parametrize("quote", FORGED.values(), ids=FORGED.keys())
def test_a_forged_quote_is_dropped_and_leaves_no_verdict(quote: tuple[int, str]) -> None:
    given = answer(asked(), reply("yes", quote))

    assert given in {
        Answer("could-not-judge", "judge-unproven", dropped=1),
        Answer("could-not-judge", "judge-unreadable"),
    }


@pytest.mark.parametrize("quote", FORGED.values(), ids=FORGED.keys())
def test_a_forged_quote_beside_a_true_one_is_dropped_alone(quote: tuple[int, str]) -> None:
    given = answer(asked(), reply("yes", quote, (4, HEARD)))

    assert words(given) in ([HEARD], [])
    assert (given.verdict, given.dropped) in {("observed", 1), ("could-not-judge", 0)}


def test_of_ten_thousand_quotes_none_is_believed_unread() -> None:
    given = answer(asked(), reply("yes", *[(4, HEARD)] * 10_000))

    assert given == Answer("could-not-judge", "judge-unreadable")


def test_more_quotes_than_were_asked_for_are_dropped() -> None:
    given = answer(asked(), reply("yes", *[(4, "I see.")], *[(4, HEARD)] * 9))

    assert (words(given), given.dropped) == (["I see.", HEARD], 8)


def test_a_word_is_quoted_where_it_is_a_whole_sentence() -> None:
    lines = [Said("Why?"), *LINES]

    assert answer(asked(lines=lines), reply("yes", (2, "Why?"))).verdict == "observed"
    assert answer(asked(lines=lines), reply("yes", (2, "Why"))).verdict == "observed"


def test_a_no_shows_what_was_heard_and_what_was_said_to_it() -> None:
    given = answer(asked(), reply("no", (6, "You never listen!"), (5, "It was not pleasant.")))

    assert given.verdict == "not-observed"
    assert words(given) == ["It was not pleasant.", "You never listen!"]


@pytest.mark.parametrize(
    "quotes",
    [
        [],
        [(6, "You never listen!")],
        [(5, "It was not pleasant.")],
        [(5, "It was not pleasant."), (4, HEARD)],
        [(5, "It was dreadful."), (6, "You never listen!")],
    ],
    ids=["nothing", "the reply alone", "the opening alone", "a reply before it", "invented"],
)
def test_a_no_without_an_opening_and_its_reply_is_no_verdict(quotes: list[tuple[int, str]]) -> None:
    given = answer(asked(), reply("no", *quotes))

    assert (given.verdict, given.why) == ("could-not-judge", "judge-unproven")


def test_what_is_to_be_left_out_and_was_not_done_has_nothing_to_quote() -> None:
    assert answer(asked("no-blame"), reply("no")) == Answer("not-observed")


def test_no_chance_has_nothing_to_quote() -> None:
    assert answer(asked(), reply("no-chance")) == Answer("no-chance", "never-called-for")


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "yes",
        "{",
        "{" * 15_000,
        '{"verdict":' * 1_500,
        "null",
        "[]",
        '{"score": 10}',
        '{"verdict": "excellent"}',
        '{"verdict": "yes", "quotes": "all of them"}',
        '{"verdict": "yes", "quotes": [{"turn": "four", "quote": "I see."}]}',
        f'{{"verdict": "yes", "quotes": [{{"turn": {"9" * 5000}, "quote": "I see."}}]}}',
        reply("yes", (4, HEARD)) + " " * LONGEST,
    ],
)
def test_what_cannot_be_read_is_no_verdict(raw: str) -> None:
    assert answer(asked(), raw) == Answer("could-not-judge", "judge-unreadable")


def test_text_around_the_reply_is_passed_over_and_the_last_reply_counts() -> None:
    raw = f"For example {reply('yes', (4, HEARD))}. So:\n```json\n{reply('no-chance')}\n```\nDone {{}}."

    assert read(raw) == Reply(verdict="no-chance")


def test_a_reply_inside_another_object_is_none() -> None:
    assert read(json.dumps({"result": json.loads(reply("no-chance"))})) is None


def test_a_verdict_is_read_however_it_is_spelt() -> None:
    assert read('{"verdict": " No_Chance "}') == Reply(verdict="no-chance")


PIECES = st.sampled_from([
    HEARD, "You were told", "told off", "I see.", "see", "You never listen!", "never", "Excuse me?",
    "It was not pleasant.", "My director", "(name)", "(name), what", "", " ", ".", "You wanted",
    "I see. You were told off", "i SEE", "pleasant. You", "{", "what is behind the rule?",
])  # fmt: skip


@drawn(
    st.sampled_from(["yes", "no", "no-chance"]),
    st.lists(st.tuples(st.integers(-1, 9), PIECES | st.text(max_size=12)), max_size=5),
)
def test_whatever_a_judge_says_only_words_said_at_their_turn_are_evidence(
    verdict: str, quotes: list[tuple[int, str]]
) -> None:
    asking = asked()
    given = answer(asking, reply(verdict, *quotes))
    lines = {line.turn: line for line in asking.lines}
    speakers = [lines[spot.turn].utterance.speaker for spot in given.spots]

    for spot in given.spots:
        shown = lines[spot.turn].shown
        claimed = [shown.located(quote) for turn, quote in quotes if turn == spot.turn]
        assert Span(spot.start, spot.end) in claimed
    if given.verdict == "observed":
        assert verdict == "yes"
        assert set(speakers) == {"mentee"}
    elif given.verdict == "not-observed":
        assert verdict == "no"
        assert speakers[0] == "persona"
        assert set(speakers[1:]) == {"mentee"}
    else:
        assert not given.spots
