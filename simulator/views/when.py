"""When something was: today and yesterday by their names, further back by the date."""

from datetime import datetime, timedelta

from simulator.i18n import Translator


def when(t: Translator, moment: datetime, now: datetime) -> str:
    """`moment` as one says it at `now`, both in the reader's own time."""
    then, today = moment.astimezone(), now.astimezone().date()
    if then.date() == today:
        return t("views.today", time=t.time(then))
    if then.date() == today - timedelta(days=1):
        return t("views.yesterday", time=t.time(then))
    return t.day(then.date()) if then.year == today.year else t.date(then.date())
