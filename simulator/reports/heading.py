"""What stands under the title of a report: of whom, which session, when."""

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator


def heading(debrief: Debrief, t: Translator) -> str:
    """The people, then session and day, on one line."""
    names = t.listed(name for _, name in debrief.personas)
    mentee = " ".join(debrief.mentee.split())
    people = t("reports.people", mentee=mentee, personas=names)
    session = t("reports.session", session=debrief.session, date=t.date(debrief.opened_at))
    return f"{people} · {session}"
