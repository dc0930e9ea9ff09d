"""The translator: from a stable id and its values to words in one language.

Ids are unique over all domains, so whoever asks needs no domain. A lenient translator answers an
unknown id in English, then with the id itself, and a value it was not given with the value's
name: a screen never fails over a word. A strict one raises, which is how tests find the hole.

A sentence names a key as `%(key:ID)s`, never as it is written on some keyboard: whoever has keys
says how the key of that command is written now. `%(keys:ID)s` names all of them.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final, Literal

from simulator.errors import BadFile, SimulatorError
from simulator.i18n import formats

Language = Literal["en", "fr"]

DOMAINS: Final = (
    *("errors", "reasons", "debrief", "review", "progress", "hints", "exchange"),
    *("views", "reports", "llm", "tui", "cli", "checks"),
)
"""One catalogue per room that has words; the room's owner fills it."""

Day = date
Caps = Callable[[str], tuple[str, ...]]
"""The keys of a command, or of what is a key itself, as they are written on the keyboard."""

_LOCALES = Path(__file__).parent / "locale"


class MissingWording(LookupError):
    """A strict translator was asked for words that no catalogue has, or for want of a value."""


class _Unknown(NullTranslations):
    """The end of the line: no catalogue knew the id."""

    def gettext(self, message: str) -> str:
        raise MissingWording(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        raise MissingWording(msgid1)


class _Values(dict[str, str]):
    """Values for a wording, keys among them; one that was not given shows as its name."""

    def __init__(self, given: Mapping[str, str], keys: Callable[[str], str], *, strict: bool):
        super().__init__(given)
        self._keys = keys
        self._strict = strict

    def __missing__(self, name: str) -> str:
        if found := self._keys(name):
            return found
        if self._strict:
            raise KeyError(name)
        return f"{{{name}}}"


class Translator:
    """Words, figures and lists in one language. Call it with an id."""

    def __init__(
        self,
        language: Language,
        words: NullTranslations,
        *,
        strict: bool,
        caps: Caps | None = None,
    ) -> None:
        self.language: Final[Language] = language
        self._words = words
        self._strict = strict
        self._caps = caps

    @classmethod
    def of(cls, language: str, *, strict: bool = False) -> "Translator":
        """The translator for `language`; one we do not speak is answered in English.

        Raises `BadFile` when the compiled catalogues are not there.
        """
        spoken: Language = "fr" if language == "fr" else "en"
        chain: list[Language] = [spoken] if strict or spoken == "en" else [spoken, "en"]
        words: NullTranslations = _Unknown()
        for one in reversed([_read(name, domain) for name in chain for domain in DOMAINS]):
            one.add_fallback(words)
            words = one
        return cls(spoken, words, strict=strict)

    def naming(self, caps: Caps) -> "Translator":
        """The same, with the keys that a wording names written as `caps` says."""
        return type(self)(self.language, self._words, strict=self._strict, caps=caps)

    def __call__(self, wording_id: str, /, **values: object) -> str:
        """The words of `wording_id`; figures among the values are written as the language does."""
        try:
            return self._fill(self._words.gettext(wording_id), values)
        except MissingWording:
            if self._strict:
                raise
            return wording_id

    def n(self, wording_id: str, n: int, /, **values: object) -> str:
        """The words of `wording_id` for `n` things; `%(n)s` is the count itself."""
        try:
            words = self._words.ngettext(wording_id, wording_id, n)
            return self._fill(words, {"n": n, **values})
        except MissingWording:
            if self._strict:
                raise
            return wording_id

    def has(self, wording_id: str) -> bool:
        """Whether there are words for `wording_id`."""
        try:
            self._words.gettext(wording_id)
        except MissingWording:
            return False
        return True

    def error(self, error: SimulatorError) -> str:
        """What went wrong and, when the catalogue knows, what to do; on two lines."""
        if not self.has(error.wording_id):
            return str(error)
        said = self(error.wording_id, **error.values)
        return f"{said}\n{self(error.hint_id, **error.values)}" if self.has(error.hint_id) else said

    def listed(self, items: Iterable[str], joined_by: Literal["and", "or"] = "and") -> str:
        """`a, b and c`."""
        return formats.listed(self.language, list(items), joined_by)

    def number(self, value: float, digits: int | None = None) -> str:
        """A figure with the language's decimal sign and groups of thousands."""
        return formats.number(self.language, value, digits)

    def percent(self, share: float, digits: int = 0) -> str:
        """A share of 0 to 1 as a percentage."""
        return formats.percent(self.language, share, digits)

    def money(self, amount: float, currency: str) -> str:
        """An amount in a currency named by its ISO 4217 code."""
        return formats.money(self.language, amount, currency)

    def date(self, day: date | datetime) -> str:
        """A day, written out; a moment is shown with its hour."""
        return formats.moment(self.language, day)

    def day(self, day: Day) -> str:
        """A day of the year one is in, without its year."""
        return formats.day_of_year(self.language, day)

    def short_day(self, day: Day) -> str:
        """A day where there is little room."""
        return formats.short_day(self.language, day)

    def read_day(self, text: str) -> Day:
        """The day that `text` is, however it is written; raises `ValueError` for no day."""
        return formats.read_day(self.language, text)

    def time(self, moment: datetime) -> str:
        """The hour and minute of a moment."""
        return formats.hour(self.language, moment)

    def duration(self, seconds: float) -> str:
        """A length of time in minutes and seconds, or hours and minutes."""
        return formats.duration(seconds)

    def quoted(self, text: str) -> str:
        """`text` between the language's quotation marks."""
        return formats.quoted(self.language, text)

    def _fill(self, words: str, values: Mapping[str, object]) -> str:
        shown = {name: self._shown(value) for name, value in values.items()}
        try:
            return words % _Values(shown, self._key, strict=self._strict)
        except KeyError as absent:
            raise MissingWording(f"{words!r} needs {absent}") from absent

    def _key(self, name: str) -> str:
        """What stands for the placeholder `name` where it asks for a key; empty for another."""
        kind, _, command = name.partition(":")
        if self._caps is None or kind not in {"key", "keys"}:
            return ""
        caps = self._caps(command)
        return caps[0] if caps and kind == "key" else self.listed(caps, "or")

    def _shown(self, value: object) -> str:
        return self.number(value) if isinstance(value, float) else str(value)


def _read(language: Language, domain: str) -> GNUTranslations:
    path = _LOCALES / language / "LC_MESSAGES" / f"{domain}.mo"
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except OSError as error:
        raise BadFile("catalogue-missing", path=str(path)) from error
