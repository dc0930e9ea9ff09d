"""What a file to send holds, in words: the list seen before anything leaves or is kept."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from simulator.i18n import Translator
from simulator.views.words import one_line


class SessionListed(Protocol):
    """A session in a file, without its words."""

    @property
    def id(self) -> str: ...
    @property
    def scenario(self) -> str: ...
    @property
    def mentee(self) -> str: ...
    @property
    def utterances(self) -> int: ...
    @property
    def holds(self) -> Sequence[str]: ...


class ReviewListed(Protocol):
    """A review in a file, without its words."""

    @property
    def session(self) -> str: ...
    @property
    def reviewer(self) -> str: ...
    @property
    def versions(self) -> int: ...


class Listed(Protocol):
    """The list that a file carries of what is in it."""

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


def contents(inside: Listed, t: Translator, *, is_here: bool = False) -> Iterator[str]:
    """One line for each thing that is in the file, and what is not; `is_here` for one that came."""
    yield t("exchange.here" if is_here else "exchange.inside")
    for session in inside.sessions:
        yield f"- {_session(session, t)}"
        for held in session.holds:
            yield f"  - {t(f'exchange.holds.{held}')}"
    for review in inside.reviews:
        who = one_line(review.reviewer)
        yield f"- {t.n('exchange.review', review.versions, session=review.session, who=who)}"
    if inside.definitions:
        yield f"- {t.n('exchange.definitions', inside.definitions)}"
    if inside.has_debrief:
        yield f"- {t('exchange.debrief')}"
    yield t("exchange.anonymous" if inside.is_anonymous else "exchange.named")


def _session(session: SessionListed, t: Translator) -> str:
    return t.n(
        "exchange.session",
        session.utterances,
        session=session.id,
        scenario=session.scenario,
        who=one_line(session.mentee),
    )
