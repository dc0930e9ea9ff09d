"""Topics, terms and names."""

import pytest

from simulator.reading.moves import Move, Vocabulary
from simulator.reading.recogniser import Recogniser

ENGLISH = Vocabulary(
    topics={
        "pay": ("pay", "raise", "salary"),
        "remote": ("remote", "home", "work from home"),
        "training": ("train", "newcomer"),
    },
    terms=("OKR", "run rate"),
)
FRENCH = Vocabulary(
    topics={
        "paie": ("salaire", "augmentation", "payer"),
        "distance": ("télétravail", "chez moi", "distance"),
        "nouveaux": ("nouveau", "former", "formation"),
    },
    terms=("ETP",),
)


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("I'd like to talk about my salaries and raises.", ("pay",)),
        ("I was paid less, and I trained the newcomers.", ("pay", "training")),
        ("Working remotely helps me.", ("remote",)),
        ("I work from home.", ("remote",)),
        ("The chairman arrived in the evening.", ()),
        ("The payload and the homestead.", ()),
    ],
)
def test_english_topics_are_named_by_inflected_words(
    line: str, topics: tuple[str, ...], english: Recogniser
) -> None:
    assert english.read(line, vocabulary=ENGLISH).topics() == topics


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("Mes salaires n'ont pas bougé, je suis mal payée.", ("paie",)),
        ("Je télétravaille deux jours, chez moi.", ("distance",)),
        ("J'ai formé les nouvelles et les nouveaux.", ("nouveaux",)),
        ("La forme du document est sobre.", ()),
    ],
)
def test_french_topics_are_named_by_inflected_words(
    line: str, topics: tuple[str, ...], french: Recogniser
) -> None:
    found = french.read(line, vocabulary=FRENCH).topics()

    assert set(topics) <= set(found)
    assert topics or "paie" not in found


def test_a_mention_carries_the_mentee_s_own_words(english: Recogniser) -> None:
    line = "Working from home matters."

    mentions = english.read(line, vocabulary=ENGLISH).mentions

    assert [(one.topic, line[one.start : one.end]) for one in mentions] == [
        ("remote", "Working from home")
    ]


def test_a_term_without_its_meaning_is_unexplained(english: Recogniser) -> None:
    reading = english.read("Our OKRs are off track.", vocabulary=ENGLISH)

    assert reading.has(Move.UNEXPLAINED_TERM)


@pytest.mark.parametrize(
    "line",
    [
        "Our OKRs, i.e. the goals of the quarter, are off track.",
        "Our OKRs (the goals of the quarter) are off track.",
        "The run rate, which means what we spend a month, is fine.",
        "Our goals are off track.",
    ],
)
def test_a_term_with_its_meaning_is_not(line: str, english: Recogniser) -> None:
    assert not english.read(line, vocabulary=ENGLISH).has(Move.UNEXPLAINED_TERM)


def test_a_french_term_is_explained_by_saying_so(french: Recogniser) -> None:
    assert french.read("Il manque un ETP.", vocabulary=FRENCH).has(Move.UNEXPLAINED_TERM)
    assert not french.read("Il manque un ETP, c'est-à-dire un temps plein.", vocabulary=FRENCH).has(
        Move.UNEXPLAINED_TERM
    )


def test_names_inside_a_sentence_are_kept(french: Recogniser) -> None:
    reading = french.read("Hier, Paul Durand a vu les RH. Mardi on part en France.")

    assert reading.names == ("Paul Durand",)


def test_no_name_is_taken_from_a_first_word_a_day_or_shouting(english: Recogniser) -> None:
    assert english.read("Yesterday I saw Karim on Monday.").names == ("Karim",)
    assert english.read("I SAW KARIM YESTERDAY").names == ()
