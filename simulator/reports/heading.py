"""What stands under the title of a report: which session, of whom, when."""

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator


def heading(debrief: Debrief, t: Translator) -> tuple[str, ...]:
    """Session and day, then the people."""
    names = t.listed(name for _, name in debrief.personas)
    mentee = " ".join(debrief.mentee.split())
    return (
        t("reports.people", mentee=mentee, personas=names),
        t("reports.session", session=debrief.session, date=t.date(debrief.opened_at)),
    )
