"""The typography rules themselves: each must be able to fail."""

import pytest

from tests.i18n.typography import faults, placeholders


@pytest.mark.parametrize(
    "text",
    [
        "C'est dit.",
        "Vraiment?",
        "Vraiment ?",
        "Vraiment\u00a0?",
        "Un\u00a0: deux",
        "Un: deux",
        "Fin:",
        "« Oui »",
        "«\u202fOui »",
        "“Oui”",
        "Attendez...",
        "Oui; non",
        "%(n)s!",
    ],
)
def test_a_french_fault_is_seen(text: str) -> None:
    assert faults("fr", text)


@pytest.mark.parametrize(
    "text",
    [
        "C’est dit.",
        "Vraiment\u202f?!",
        "Un\u202f: deux\u202f; trois…",
        "«\u202fPourquoi\u202f?\u202f»",
        "%(path)s:%(line)s\u202f: erreur",
        "à 12:30",
        "`simulator show: 'x'`",
    ],
)
def test_sound_french_is_left_alone(text: str) -> None:
    assert faults("fr", text) == []


def test_an_english_apostrophe_is_curled() -> None:
    assert faults("en", "don't")
    assert faults("en", "don’t: “why?”") == []


def test_only_named_placeholders_are_taken() -> None:
    assert placeholders("%(a)s and %(b)s, 5%%") == {"a", "b"}
    for wrong in ("%s", "%(a)d", "5 %", "%(a)"):
        with pytest.raises(ValueError):
            placeholders(wrong)
