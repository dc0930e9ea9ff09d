"""Whatever the store refuses or finds can be said in both languages."""

import pytest

from simulator.config import LANGUAGES, Language
from simulator.i18n import Translator
from simulator.transcripts.faults import CODES, UNNAMED
from simulator.transcripts.proof import Flaw


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_has_words(language: Language, flaw: Flaw) -> None:
    wording = f"cli.verify.{flaw}"

    assert Translator.of(language)(wording) != wording


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted({*CODES.values(), UNNAMED}))
def test_every_failure_of_the_disk_has_words_and_a_hint(language: Language, code: str) -> None:
    t = Translator.of(language)

    assert "there.db" in t(f"error.{code}", path="there.db", reason="SQLITE_FULL")
    assert t(f"error.{code}.hint")
