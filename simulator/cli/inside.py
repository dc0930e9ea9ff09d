"""What a file brought in, in words."""

from simulator.i18n import Translator
from simulator.transcripts.exchange.merging import Imported


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
