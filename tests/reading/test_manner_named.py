"""A manner laid at somebody's door is belittling; the same words spared, denied or kind are not."""

import pytest

from simulator.reading.moves import Move
from simulator.reading.recogniser import Recogniser


@pytest.mark.parametrize(
    ("line", "is_belittling"),
    [
        ("Honestly, you're just being defensive again.", True),
        ("You are being ridiculous.", True),
        ("You're being very kind.", False),
        ("I'm not saying you're being difficult.", False),
        ("I thought you were being difficult, and I was wrong.", False),
    ],
)
def test_a_manner_named_in_english(line: str, is_belittling: bool, english: Recogniser) -> None:
    assert english.read(line).has(Move.UNDERMINING) is is_belittling


@pytest.mark.parametrize(
    ("line", "is_belittling"),
    [
        ("Franchement, tu es encore sur la défensive.", True),
        ("Vous faites toujours des histoires.", True),
        ("Tu es bien gentil de venir.", False),
        ("Je ne dis pas que vous êtes ridicule.", False),
        ("Vous n'êtes pas ridicule.", False),
    ],
)
def test_a_manner_named_in_french(line: str, is_belittling: bool, french: Recogniser) -> None:
    assert french.read(line).has(Move.UNDERMINING) is is_belittling
