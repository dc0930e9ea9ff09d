"""What a file holds, in words: the list seen before anything leaves, and what one brought in."""

from collections.abc import Iterator

from simulator.i18n import Translator
from simulator.transcripts.exchange.form import Inside, SessionInside
from simulator.transcripts.exchange.merging import Imported


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


def brought(done: Imported, t: Translator) -> list[str]:
    """What is new or longer here since a file came in, and where it went on differently."""
    told = [
        t(f"cli.import.{kind}", ids=", ".join(ids))
        for kind, ids in (
            ("sessions-new", done.sessions_new),
            ("sessions-longer", done.sessions_longer),
            ("reviews-new", done.reviews_new),
            ("reviews-longer", done.reviews_longer),
        )
        if ids
    ]
    told += [t("cli.import.fork", id=one.id, of=one.of) for one in done.forks]
    return told or [t("cli.import.nothing-new")]


def _session(session: SessionInside, t: Translator) -> str:
    return t.n(
        "exchange.session",
        session.utterances,
        session=session.id,
        scenario=session.scenario,
        who=session.mentee,
    )
