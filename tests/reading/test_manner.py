"""How a line treats the other, told from its wording alone."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reading.breath import Breath
from simulator.reading.lexicon import Lexicon
from simulator.reading.manner import MannerReader, Way
from simulator.reading.moves import Language, Move
from simulator.reading.recogniser import Recogniser

LINES: tuple[tuple[Language, str, tuple[Way, ...]], ...] = (
    ("en", "Tell me more about what those evenings are like.", (Way.ELICITS,)),
    ("en", "and what was that like for you", (Way.ELICITS,)),
    ("en", "Do you want to talk about it?", (Way.ELICITS,)),
    ("en", "How many drinks did you have?", ()),
    ("en", "You should really talk to your doctor.", (Way.ADVISES,)),
    ("en", "Have you tried going for a walk?", (Way.ADVISES,)),
    ("en", "so what you need to do is stop", (Way.ADVISES,)),
    ("en", "Maybe try a different brand.", (Way.ADVISES,)),
    ("en", "Your health is something you have to make time for.", ()),
    ("en", "What do you think you could do?", (Way.ELICITS, Way.COLLABORATES)),
    ("en", "you know smoking causes cancer and heart disease", (Way.PERSUADES,)),
    ("en", "If you keep drinking you are going to lose your job.", (Way.PERSUADES,)),
    ("en", "That sounds incredibly frustrating.", (Way.VALIDATES,)),
    ("en", "It makes complete sense.", (Way.VALIDATES,)),
    ("en", "that took a lot of courage", (Way.VALIDATES,)),
    ("en", "It's really up to you.", (Way.COLLABORATES,)),
    ("en", "you feel torn between the two of them", (Way.REFLECTS,)),
    ("en", "so being there for your girls is really important to you", (Way.REFLECTS,)),
    ("en", "sounds like you don't want to try", ()),
    ("en", "When I was your age I lost my job too.", (Way.SPEAKS_OF_SELF,)),
    ("en", "My cousin goes to the gym every day.", (Way.SPEAKS_OF_SELF,)),
    ("en", "I am going to ask you a few questions.", ()),
    ("fr", "Racontez-moi ce qui s'est passé.", (Way.ELICITS,)),
    ("fr", "Depuis quand fumez-vous ?", ()),
    ("fr", "Tu devrais lui en parler.", (Way.ADVISES,)),
    ("fr", "Avez-vous essayé d'en parler à votre médecin ?", (Way.ADVISES,)),
    ("fr", "Fumer, c'est mauvais pour votre santé.", (Way.PERSUADES,)),
    ("fr", "Ça doit être vraiment difficile.", (Way.VALIDATES,)),
    ("fr", "Il vous a fallu beaucoup de courage.", (Way.VALIDATES,)),
    ("fr", "Vous vous sentez seul face à tout ça.", (Way.REFLECTS,)),
    ("fr", "C'est à vous de décider.", (Way.COLLABORATES,)),
    ("fr", "Moi aussi, j'ai divorcé il y a trois ans.", (Way.SPEAKS_OF_SELF,)),
)
SPOKEN = st.lists(
    st.sampled_from(
        [
            "so",
            "you",
            "feel",
            "what",
            "was",
            "that",
            "like",
            "i",
            "you",
            "should",
            "okay",
            "and,",
            "it.",
            "sounds",
        ]
    ),
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize(("language", "line", "ways"), LINES)
def test_the_wording_tells_how_the_other_is_treated(
    language: Language, line: str, ways: tuple[Way, ...]
) -> None:
    found = {way for one in MannerReader.of(language).read(line) for way in one.ways}

    assert found == set(ways)


@pytest.mark.parametrize(
    ("language", "line", "is_one"),
    [
        ("en", "mm-hmm", True),
        ("en", "Okay, right.", True),
        ("en", "okay so you left", False),
        ("en", "Right?", False),
        ("en", "", False),
        ("fr", "Mm-hmm, d'accord.", True),
        ("fr", "D\u2019accord mais pourquoi", False),
    ],
)
def test_a_sign_of_listening_is_told_from_a_turn(
    language: Language, line: str, is_one: bool
) -> None:
    assert MannerReader.of(language).is_backchannel(line) is is_one


@given(SPOKEN)
def test_the_stretches_hold_every_word_once(text: str) -> None:
    stretches = MannerReader.of("en").read(text)

    assert sum(one.words for one in stretches) == len(text.replace(",", " ").split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(stretches))


@given(SPOKEN)
def test_a_breath_cuts_between_words_and_loses_none(text: str) -> None:
    lexicon = Lexicon.of("en")
    breath = Breath(lexicon)

    for span, words in lexicon.tokeniser.sentences(text):
        pieces = list(breath.pieces(span, words))

        assert [word for _, piece in pieces for word in piece] == words
        assert (pieces[0][0].start, pieces[-1][0].end) == span


def test_speech_without_a_stop_is_heard_as_it_was_said() -> None:
    line = "so being outside was something you enjoyed do you want to tell me what else helps"
    prev = "it was nice being outside I enjoyed that"

    written = Recogniser.of("en").read(line, prev)
    spoken = Recogniser.of("en").read(line, prev, is_spoken=True)

    assert not written.has(Move.REFLECTION)
    assert spoken.has(Move.REFLECTION)
    assert spoken.has(Move.OPEN_QUESTION)
