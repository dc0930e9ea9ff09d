"""Words with keys in them, each named by its command: which key that is, the app knows."""

from simulator.i18n import Translator

KEYS = {"enter": "Enter", "library.open": "Enter", "library.clear": "Esc", "practice.stop": "F8"}


def keyed(language: str) -> Translator:
    """A strict translator that knows some keys."""
    return Translator.of(language, strict=True).naming(lambda name: (KEYS.get(name, name),))
