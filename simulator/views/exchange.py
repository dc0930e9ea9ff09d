"""What a file to send holds, in words: the list seen before anything leaves or is kept."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from simulator.i18n import Translator
from simulator.views.words import one_line


class SessionListed(Protocol):
    """A talk in a file, without its words."""

    @property
    def title(self) -> str: ...
    @property
    def mentee(self) -> str: ...
    @property
    def lines(self) -> int: ...
    @property
    def holds(self) -> Sequence[str]: ...
    @property
    def is_own(self) -> bool: ...


class ReviewListed(Protocol):
    """A review in a file, without its words."""

    @property
    def title(self) -> str: ...
    @property
    def reviewer(self) -> str: ...
    @property
    def versions(self) -> int: ...


class Listed(Protocol):
    """The list of what is in a file."""

    @property
    def sessions(self) -> Sequence[SessionListed]: ...
    @property
    def reviews(self) -> Sequence[ReviewListed]: ...
    @property
    def definitions(self) -> int: ...
    @property
    def is_anonymous(self) -> bool: ...
    @property
    def has_debrief(self) -> bool: ...
    @property
    def notes(self) -> int: ...


def contents(inside: Listed, t: Translator, *, is_here: bool = False) -> Iterator[str]:
    """One line for each thing that is in the file, and what is not; `is_here` for one that came."""
    yield t("exchange.here" if is_here else "exchange.inside")
    for session in inside.sessions:
        yield f"- {_session(session, t)}"
        for held in session.holds:
            yield f"  - {t(f'exchange.holds.{held}')}"
    for review in inside.reviews:
        who, title = one_line(review.reviewer), t.quoted(one_line(review.title))
        key = "exchange.review.of" if review.title else "exchange.review"
        yield f"- {t.n(key, review.versions, title=title, who=who)}"
    if inside.definitions:
        yield f"- {t.n('exchange.definitions', inside.definitions)}"
    if inside.has_debrief:
        yield f"- {t('exchange.debrief')}"
    if inside.notes:
        yield t.n("exchange.notes", inside.notes)
    yield t("exchange.anonymous" if inside.is_anonymous else "exchange.named")


def _session(session: SessionListed, t: Translator) -> str:
    title, who = t.quoted(one_line(session.title)), one_line(session.mentee)
    key = "exchange.session.own" if session.is_own else "exchange.session"
    return t.n(key, session.lines, title=title, who=who)
