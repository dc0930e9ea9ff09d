"""What an LLM outside this machine receives, said before the first word is sent to it."""

from collections.abc import Iterator
from typing import Protocol

from simulator.i18n import Translator


class Receiver(Protocol):
    """Who would be sent what is said."""

    @property
    def name(self) -> str: ...
    @property
    def address(self) -> str: ...


def consent_lines(receiver: Receiver, t: Translator) -> Iterator[str]:
    """Who receives what, what they never receive, and what else there is."""
    where = t("consent.at", address=receiver.address) if receiver.address else ""
    yield t("consent.who", who=f"{receiver.name} {where}".strip())
    yield t("consent.what")
    yield t("consent.never")
    yield t("consent.terms")
    yield t("consent.else")
