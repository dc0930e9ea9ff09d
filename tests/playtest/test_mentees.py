"""Generated mentees speak as well as their dial says, and never look behind the scenes."""

from simulator.playtest.mentees import DIALS, PRESSERS, Deck, Dialled, Mentee, Scripted, generated
from simulator.playtest.phrasebook import Phrasebook

BOOK = Phrasebook.of("en")
DECK = Deck(
    good=tuple(f"Good line number {one}." for one in range(12)),
    bad=tuple(f"Bad line number {one}." for one in range(12)),
)
HEARD = "It was a long night. They rang me at six."


def said(mentee: Mentee, heard: str = HEARD) -> list[str]:
    lines: list[str] = []
    while (line := mentee.answer(heard)) is not None:
        lines.append(line)
    return lines


def share_of_good(dial: float) -> float:
    lines = [line for seed in range(12) for line in said(Dialled(dial, DECK, BOOK, seed))]
    listening = (*BOOK.acts["asking"], *BOOK.acts["acknowledging"])
    good = [
        line for line in lines if "ood line" in line or line in listening or "They rang" in line
    ]
    return len(good) / len(lines)


def test_the_dial_is_the_chance_of_speaking_well() -> None:
    assert share_of_good(1.0) == 1
    assert share_of_good(0.0) == 0
    assert 0.3 < share_of_good(0.5) < 0.7


def test_good_lines_come_in_the_order_in_which_they_were_written() -> None:
    lines = [line for line in said(Dialled(1.0, DECK, BOOK, 3)) if "ood line" in line]

    assert [int(line.rstrip(".").rsplit(" ", 1)[-1]) for line in lines] == list(range(len(lines)))
    assert lines


def test_a_reflection_quotes_the_last_thing_the_persona_stated() -> None:
    lines = [line for seed in range(12) for line in said(Dialled(1.0, DECK, BOOK, seed))]

    assert any("They rang me at six" in line for line in lines)
    assert not any("{quote}" in line for line in lines)


def test_nothing_is_quoted_of_a_persona_who_only_asked() -> None:
    lines = [line for one in range(12) for line in said(Dialled(1.0, DECK, BOOK, one), "Why now?")]

    assert not any("Why now" in line or "{" in line for line in lines)


def test_the_same_seed_is_the_same_mentee() -> None:
    for kind in (*DIALS, *PRESSERS):
        assert said(generated(kind, DECK, BOOK, 7)) == said(generated(kind, DECK, BOOK, 7))
        assert said(generated(kind, DECK, BOOK, 7)) != said(generated(kind, DECK, BOOK, 8))


def test_a_script_listens_to_nobody() -> None:
    assert said(Scripted(["One.", "Two."])) == ["One.", "Two."]
