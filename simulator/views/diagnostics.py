"""Diagnostics in words: one line each, `path:line:col: severity CODE: message (hint)`.

The line's beginning, its severity and its code are the same in every language, because editors,
terminals and scripts read them; the message and the hint are the reader's.
"""

from simulator.i18n import Translator
from simulator.library.diagnostics import Diagnostic


def worded(diagnostic: Diagnostic, t: Translator) -> str:
    """The diagnostic as one line, in the translator's language."""
    one = diagnostic
    said, advice = message(one, t), hint(one, t)
    return f"{one.where}: {one.severity} {one.code}: {said} ({advice})"


def message(diagnostic: Diagnostic, t: Translator) -> str:
    """What is wrong."""
    return t(f"check.{diagnostic.code}", **_values(diagnostic, t))


def hint(diagnostic: Diagnostic, t: Translator) -> str:
    """What to do about it; where a word is nearly right, the word that was meant."""
    values = _values(diagnostic, t)
    if "close" in values:
        return t("check.close", close=values["close"])
    return t(f"check.{diagnostic.code}.hint", **values)


def _values(diagnostic: Diagnostic, t: Translator) -> dict[str, object]:
    values: dict[str, object] = dict(diagnostic.values)
    if diagnostic.code == "wrong-type":
        values["kind"] = t(f"check.kind.{values['kind']}")
    return values
