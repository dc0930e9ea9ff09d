"""Both languages are whole, say the same, keep their typography, and hold nothing unused."""

import re
from collections import Counter

import pytest

from simulator.i18n import DOMAINS
from tests.i18n.catalogues import SOURCE, asked, entries, is_used, raised
from tests.i18n.typography import faults, placeholders

LANGUAGES = ("en", "fr")
both = pytest.mark.parametrize("domain", DOMAINS)


def everything(language: str) -> dict[str, tuple[str, ...]]:
    return {key: words for domain in DOMAINS for key, words in entries(language, domain).items()}


@both
def test_both_languages_have_the_same_ids(domain: str) -> None:
    assert entries("en", domain).keys() == entries("fr", domain).keys()


@both
def test_no_wording_is_empty(domain: str) -> None:
    empty = [
        (language, key)
        for language in LANGUAGES
        for key, words in entries(language, domain).items()
        if not all(word.strip() for word in words)
    ]

    assert empty == []


@both
def test_both_languages_ask_for_the_same_values(domain: str) -> None:
    def asked_for(words: tuple[str, ...]) -> set[str]:
        return set().union(*map(placeholders, words))

    english, french = entries("en", domain), entries("fr", domain)

    assert [
        key for key in english.keys() & french if asked_for(english[key]) != asked_for(french[key])
    ] == []


@both
def test_what_is_counted_is_counted_in_both_languages(domain: str) -> None:
    english, french = entries("en", domain), entries("fr", domain)

    assert [key for key in english.keys() & french if len(english[key]) != len(french[key])] == []


@both
@pytest.mark.parametrize("language", LANGUAGES)
def test_wordings_keep_the_typography_of_their_language(language: str, domain: str) -> None:
    found = {
        key: faults(language, word)
        for key, words in entries(language, domain).items()
        for word in words
        if faults(language, word)
    }

    assert found == {}


def test_an_id_stands_in_one_domain_only() -> None:
    counted = Counter(key for domain in DOMAINS for key in entries("en", domain))

    assert [key for key, times in counted.items() if times > 1] == []


def test_there_is_no_catalogue_beside_the_known_domains() -> None:
    for language in LANGUAGES:
        folder = SOURCE / "i18n" / "locale" / language / "LC_MESSAGES"

        assert {path.stem for path in folder.glob("*.po")} == set(DOMAINS)


def test_every_id_that_the_source_asks_for_has_words() -> None:
    known = everything("en")

    assert sorted(one for one in asked() if one[1] not in known) == []


def test_every_error_that_can_be_raised_has_words() -> None:
    known = entries("en", "errors")

    assert sorted(one for one in raised() if f"error.{one[1]}" not in known) == []


def test_every_error_says_what_to_do() -> None:
    known = entries("en", "errors")

    assert [key for key in known if not key.endswith(".hint") and f"{key}.hint" not in known] == []


def test_no_words_are_left_that_nobody_uses() -> None:
    assert sorted(key for key in everything("en") if not is_used(key)) == []


_LITERAL = re.compile(
    r"\bF\d{1,2}\b|\b(?:Ctrl|Alt|Maj|Shift)\b|\b(?:Escape|Esc|Échap|Entrée|Suppr|PgUp|PgDn|PgSuiv|PgPréc)\b"
    r"|\bTab\b|\bEnter\b|(?:^|(?<=[:.,] ))[B-HJ-XZ](?= )"
    r"|\b(?:Press|press|Tapez|tapez) [A-Z]\b"
)
"""A key as it is written on some keyboard; `A`, `I` and `Y` are words as well."""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_wording_of_the_app_names_a_key_as_it_is_on_one_keyboard(language: str) -> None:
    """The plain mode and the commands may: theirs are the terminal's own, and stay so."""
    literal = [
        wording
        for domain in DOMAINS
        if domain != "cli"
        for wording, words in entries(language, domain).items()
        if not wording.startswith("tui.keyboard.")
        if any(_LITERAL.search(re.sub(r"%\([^)]*\)s", "", one)) for one in words)
    ]

    assert literal == []
