"""The small language of the data files."""

import re

import pytest

from simulator.reading.lexicon import Lexicon
from simulator.reading.moves import Language, Move, Signal
from simulator.reading.phrases import PhraseCompiler, PhraseError
from simulator.reading.tokens import Orthography, Tokeniser
from simulator.text import Span

ORTHOGRAPHY = Orthography(
    whole={"don't": ("do", "not"), "dont": ("do", "not")},
    after={"m": ("am",)},
    joints=frozenset({"but", "and"}),
    fillers=frozenset({"well"}),
)
TOKENISER = Tokeniser(ORTHOGRAPHY)
COMPILER = PhraseCompiler(TOKENISER, {"hard": ("hard", "so tough")}, ("not",), frozenset({"i"}))


def found(phrase: str, text: str) -> bool:
    words = list(TOKENISER.words(text))
    line = TOKENISER.sentence(Span(0, len(text)), words).line
    return COMPILER.compile(phrase).pattern.search(line) is not None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("i am sorry", "I'm sorry"),
        ("do not go", "dont go"),
        ("frustrat*", "so frustrating"),
        ("i (see|hear) you", "I hear you"),
        ("i (really)? see", "I see"),
        ("i really? see", "I really see"),
        ("it is @hard", "it is so tough"),
        ("i ... tired", "I am very very tired"),
        ("if ~ leave", "if you do not stop I leave"),
        ("^ stop", "well, stop"),
        ("^ stop", "I heard you but stop"),
        ("^^ stop", "well stop"),
        ("stop $", "please stop, now"),
        ("stop [?]", "will you stop?"),
        ("go _ now", "go home now"),
        ("stop ,? now", "stop, now"),
        ("go !home", "go away"),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("i am sorry", "am I sorry"),
        ("tire", "tired"),
        ("i ... tired", "I am not tired"),
        ("i ... tired", "I left, she was tired"),
        ("i ... tired", "I am very very very very tired"),
        ("^ stop", "please stop"),
        ("^^ stop", "I heard you but stop"),
        ("stop $", "stop it"),
        ("stop [?]", "stop."),
        ("go !home", "go home"),
        ("i see", "I see not"),
    ],
)
def test_a_phrase_finds_nothing_else(phrase: str, text: str) -> None:
    assert not found(phrase, text)


@pytest.mark.parametrize("phrase", ["(a|b", "a)", "@nothing", "...", "a{2}", "no*", "^ ?"])
def test_a_phrase_that_cannot_be_read_is_refused(phrase: str) -> None:
    with pytest.raises(PhraseError):
        COMPILER.compile(phrase)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_phrase_of_the_data_can_be_searched_for(language: Language) -> None:
    lexicon = Lexicon(language)

    phrases = [one for rule in lexicon.rules for one in (*rule.say, *rule.unless)]

    assert all(isinstance(phrase.pattern, re.Pattern) for phrase in phrases)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_move_and_signal_has_its_rule_or_its_code(language: Language) -> None:
    by_rule = {rule.does for rule in Lexicon(language).rules}
    by_code = {Move.UNEXPLAINED_TERM}
    by_code_too = {Signal.NONSENSE, Signal.OTHER_LANGUAGE}

    assert by_rule == (set(Move) | set(Signal)) - by_code - by_code_too
