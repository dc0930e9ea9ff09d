"""What a file to send holds, in words: the list that is seen before anything leaves."""

from collections.abc import Iterator

from simulator.i18n import Translator
from simulator.transcripts.exchange.form import Inside, SessionInside


def contents(inside: Inside, t: Translator) -> Iterator[str]:
    """One line for each thing that will be in the file, and what will not."""
    yield t("exchange.inside")
    for session in inside.sessions:
        yield f"- {_session(session, t)}"
        for held in session.holds:
            yield f"  - {t(f'exchange.holds.{held}')}"
    for review in inside.reviews:
        told = t.n("exchange.review", review.versions, session=review.session, who=review.reviewer)
        yield f"- {told}"
    if inside.definitions:
        yield f"- {t.n('exchange.definitions', inside.definitions)}"
    if inside.has_debrief:
        yield f"- {t('exchange.debrief')}"
    yield t("exchange.anonymous" if inside.is_anonymous else "exchange.named")


def _session(session: SessionInside, t: Translator) -> str:
    return t.n(
        "exchange.session",
        session.utterances,
        session=session.id,
        scenario=session.scenario,
        who=session.mentee,
    )
