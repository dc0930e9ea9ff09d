"""How long a server asks to be left alone: in a header, in seconds or as a date, or in words."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_WORDS = re.compile(r"(?:retry|try again) (?:in|after) ([\d.]+) ?s", re.IGNORECASE)
MOST = 86_400.0
"""Seconds; a server that asks for more than a day means that it will not answer."""


def seconds_asked(error: BaseException, now: datetime | None = None) -> float | None:
    """Seconds that the server behind `error` asks to wait; None where it names none."""
    for headers in _headers(error):
        lowered = {str(name).lower(): str(value) for name, value in headers.items()}
        thousandths = _number(lowered.get("retry-after-ms", ""))
        found = thousandths / 1000 if thousandths is not None else None
        if found is None:
            found = _read(lowered.get("retry-after", ""), now)
        if found is not None:
            return found
    said = _WORDS.search(str(error))
    return _number(said[1]) if said else None


def _headers(error: BaseException) -> Iterator[Mapping[str, str]]:
    response = getattr(error, "response", None)
    for one in (
        getattr(error, "litellm_response_headers", None),
        getattr(response, "headers", None),
    ):
        if isinstance(one, Mapping):
            yield one


def _read(value: str, now: datetime | None) -> float | None:
    if (number := _number(value)) is not None:
        return number
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(MOST, max(0.0, (until - (now or datetime.now(UTC))).total_seconds()))


def _number(value: str) -> float | None:
    return min(MOST, float(value)) if re.fullmatch(r"\d+(?:\.\d+)?", value.strip(" .")) else None
