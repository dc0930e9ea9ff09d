"""The translator: words by id, plurals, and what happens when there are none."""

import gettext
from pathlib import Path

import pytest

from simulator.errors import BadFile, SimulatorError, UsageError
from simulator.i18n import MissingWording, Translator, translator

LEVEL = UsageError("setting-level", value="9", where="--level")


def words_of(language: str, text: str, folder: Path) -> Translator:
    """A lenient translator whose catalogues hold only `text`, compiled as the product's are."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = folder / "words.po"
    source.write_text(text, encoding="utf-8")
    with source.open("rb") as written, (folder / "words.mo").open("wb") as compiled:
        write_mo(compiled, read_po(written, locale=language))
    with (folder / "words.mo").open("rb") as file:
        words = gettext.GNUTranslations(file)
    words.add_fallback(translator._Unknown())
    return Translator("fr" if language == "fr" else "en", words, strict=False)


COUNTED = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plural}\\n"

msgid "turns"
msgid_plural "turns"
msgstr[0] "%(n)s turn of %(who)s"
msgstr[1] "%(n)s turns of %(who)s"

msgid "share"
msgstr "%(share)s of 100%%"
"""
ENGLISH = COUNTED.format(plural="nplurals=2; plural=(n != 1);")
FRENCH = COUNTED.format(plural="nplurals=2; plural=(n > 1);")


def test_an_id_is_worded_in_the_language() -> None:
    assert "--level" in Translator.of("en", strict=True)("error.setting-level", **LEVEL.values)
    assert "niveau" in Translator.of("fr", strict=True)("error.setting-level", **LEVEL.values)


def test_an_unknown_language_is_answered_in_english() -> None:
    assert Translator.of("de").language == "en"


def test_an_unknown_id_is_answered_with_itself() -> None:
    assert Translator.of("fr")("no.such.id", n=3) == "no.such.id"
    assert Translator.of("fr").n("no.such.id", 3) == "no.such.id"
    assert not Translator.of("fr").has("no.such.id")


def test_a_strict_translator_refuses_an_unknown_id() -> None:
    strict = Translator.of("fr", strict=True)

    with pytest.raises(MissingWording):
        strict("no.such.id")
    with pytest.raises(MissingWording):
        strict.n("no.such.id", 2)


def test_a_value_that_was_not_given_shows_its_name() -> None:
    assert "{where}" in Translator.of("en")("error.setting-level", value=9)


def test_a_strict_translator_refuses_a_wording_without_its_values() -> None:
    with pytest.raises(MissingWording):
        Translator.of("en", strict=True)("error.setting-level", value=9)


def test_english_counts_one_alone_as_singular(tmp_path: Path) -> None:
    t = words_of("en", ENGLISH, tmp_path)

    assert [t.n("turns", n, who="Ann").split()[1] for n in (0, 1, 2)] == ["turns", "turn", "turns"]


def test_french_counts_nought_and_one_as_singular(tmp_path: Path) -> None:
    t = words_of("fr", FRENCH, tmp_path)

    assert [t.n("turns", n, who="Ann").split()[1] for n in (0, 1, 2)] == ["turn", "turn", "turns"]


def test_figures_among_the_values_are_written_as_the_language_does(tmp_path: Path) -> None:
    assert words_of("fr", FRENCH, tmp_path)("share", share=3.5) == "3,5 of 100%"
    assert words_of("en", ENGLISH, tmp_path)("share", share=3.5) == "3.5 of 100%"


def test_a_value_is_never_read_as_a_placeholder(tmp_path: Path) -> None:
    assert words_of("en", ENGLISH, tmp_path)("share", share="%(who)s %s") == "%(who)s %s of 100%"


def test_an_error_says_what_happened_and_what_to_do() -> None:
    happened, todo = Translator.of("en").error(LEVEL).splitlines()

    assert "not “9”" in happened
    assert "1 is the easiest" in todo


def test_an_error_without_words_still_says_its_code_and_values() -> None:
    assert Translator.of("en").error(SimulatorError("odd", at=3)) == "odd: at=3"


def test_missing_catalogues_are_said_by_name(
    monkeypatch: pytest.MonkeyPatch, nobody_home: Path
) -> None:
    monkeypatch.setattr(translator, "_LOCALES", nobody_home)

    with pytest.raises(BadFile) as raised:
        Translator.of("en")

    assert raised.value.code == "catalogue-missing"


def test_a_key_is_written_as_whoever_has_keys_says() -> None:
    named = Translator.of("en", strict=True).naming(lambda name: (name.upper(),))

    assert named("tui.how-to-quit").startswith("APP.QUIT leaves.")


def test_where_there_are_no_keys_a_wording_that_names_one_is_a_hole() -> None:
    with pytest.raises(MissingWording):
        Translator.of("en", strict=True)("tui.how-to-quit")
