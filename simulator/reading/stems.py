"""Cuts normalised words to stems, so that `trainings`, `trained` and `train` are one.

Light on purpose: plural, feminine and the common verb endings, irregular forms by list, and a
least length for what remains. The invariant: a stem is never shorter than the language's least.
It refuses derivation (`manager` is not `manage`): a missed mention is better than a wrong one.
"""

from simulator.reading.lexicon import Endings

_SHORTEST = 3


class Stemmer:
    """The stems of one language; remembers those it has cut."""

    def __init__(self, endings: Endings) -> None:
        self._endings = endings
        self._seen: dict[str, str] = {}

    def stem(self, form: str) -> str:
        """The stem of one normalised word."""
        stem = self._seen.get(form)
        if stem is None:
            stem = self._cut(form)
            if len(self._seen) < 50_000:
                self._seen[form] = stem
        return stem

    def _cut(self, form: str) -> str:
        endings = self._endings
        form = endings.irregular.get(form, form)
        if form in endings.kept or len(form) <= _SHORTEST:
            return form
        for suffix, replacement, least in endings.suffixes:
            if form.endswith(suffix):
                rest = form[: len(form) - len(suffix)]
                if len(rest) < max(least, _SHORTEST):
                    continue
                return self._settle(rest + replacement, doubled=suffix != "e")
        return form

    def _settle(self, stem: str, *, doubled: bool) -> str:
        """Undoes a doubled consonant (`planned`) and a last silent `e` (`raise`, `raised`)."""
        if stem in self._endings.kept:
            return stem
        if len(stem) > _SHORTEST and stem[-1] == "e":
            stem = stem[:-1]
        if doubled and len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "aeious":
            stem = stem[:-1]
        return stem
