"""Taking back one's own words is an apology, with or without the word; faulting another's is none."""

import pytest

from simulator.reading.moves import Move
from simulator.reading.recogniser import Recogniser

MENDED = {
    "en": [
        "You're right, that was badly put.",
        "That was uncalled for.",
        "I take that back.",
        "That came out harder than I meant.",
        "Sorry, I went straight past what you said.",
        "I could have put that better.",
    ],
    "fr": [
        "Vous avez raison, c'était mal dit.",
        "Je retire ce que j'ai dit.",
        "Ma phrase était déplacée.",
        "Je me suis mal exprimé.",
        "C'est sorti trop sec.",
        "J'aurais dû le dire autrement.",
    ],
}
NOT_MENDED = {
    "en": [
        "Your remark was uncalled for.",
        "The report was badly written.",
        "I take the train back.",
    ],
    "fr": ["Votre remarque était déplacée.", "Cette réunion est de trop.", "Je reprends lundi."],
}


@pytest.mark.parametrize("line", MENDED["en"])
def test_words_taken_back_are_an_apology(line: str, english: Recogniser) -> None:
    assert english.read(line).has(Move.APOLOGY)


@pytest.mark.parametrize("line", MENDED["fr"])
def test_words_taken_back_in_french_are_an_apology(line: str, french: Recogniser) -> None:
    assert french.read(line).has(Move.APOLOGY)


@pytest.mark.parametrize("line", NOT_MENDED["en"])
def test_faulting_another_is_no_apology(line: str, english: Recogniser) -> None:
    assert not english.read(line).has(Move.APOLOGY)


@pytest.mark.parametrize("line", NOT_MENDED["fr"])
def test_faulting_another_in_french_is_no_apology(line: str, french: Recogniser) -> None:
    assert not french.read(line).has(Move.APOLOGY)
