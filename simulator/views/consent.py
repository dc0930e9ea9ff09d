"""What an LLM outside this machine receives, said before the first word is sent to it."""

from collections.abc import Iterator
from typing import Literal, Protocol

from simulator.i18n import Translator


class Receiver(Protocol):
    """Who would be sent what is said."""

    @property
    def name(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def task(self) -> Literal["persona", "reader"]: ...
    @property
    def also(self) -> "Receiver | None": ...


def consent_lines(receiver: Receiver, t: Translator) -> Iterator[str]:
    """Who receives what, what they never receive, and what else there is."""
    if receiver.task == "reader":
        yield t("consent.reader.who", who=_named(receiver, t))
        yield t("consent.reader.what")
        yield t("consent.terms")
        yield t("consent.reader.else")
        return
    yield t("consent.who", who=_named(receiver, t))
    yield t("consent.what")
    yield t("consent.never")
    if receiver.also is not None:
        yield t("consent.reader.also", who=_named(receiver.also, t))
    yield t("consent.terms")
    yield t("consent.else" if receiver.also is None else "consent.both.else")


def _named(receiver: Receiver, t: Translator) -> str:
    where = t("consent.at", address=receiver.address) if receiver.address else ""
    return f"{receiver.name} {where}".strip()


class Sent(Protocol):
    """What a judge would be sent."""

    @property
    def who(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def is_hosted(self) -> bool: ...
    @property
    def utterances(self) -> int: ...
    @property
    def items(self) -> int: ...


def judge_lines(sent: Sent, t: Translator) -> Iterator[str]:
    """What a judge gets of a session, for whom, and what not."""
    where = t("cli.judge.at", address=sent.address) if sent.address else ""
    who = f"{sent.who} {where}".strip()
    yield t("cli.judge.hosted" if sent.is_hosted else "cli.judge.local", who=who)
    yield t.n("cli.judge.what", sent.utterances, items=sent.items)
    yield t("cli.judge.without")
