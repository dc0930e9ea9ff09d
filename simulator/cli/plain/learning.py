"""Progress skill by skill, and what may come next: each suggestion can be begun at once."""

from simulator.cli.plain.audible import uncommanded
from simulator.cli.plain.holding import hold
from simulator.cli.plain.sitting import Option, Sitting
from simulator.cli.plain.starting import prepared
from simulator.debrief.next_step import Suggestion
from simulator.views.progress import next_page, progress_page


def look_ahead(sitting: Sitting) -> None:
    """Say how it went so far and what is suggested; then begin one of the suggestions, or none."""
    t = sitting.t
    outlook = sitting.house.learning.outlook(sitting.mentee)
    blocks = (
        *progress_page(outlook.skills, t),
        *next_page(outlook.suggestions, outlook.reminders, outlook.resources, t),
    )
    for block in blocks:
        sitting.channel.say(f"{block.title}{t('debrief.colon').rstrip()}")
        sitting.say_all(uncommanded(line, t) for line in block.lines)
    offered = {str(at): one for at, one in enumerate(outlook.suggestions)}
    if not offered:
        return
    options = [Option(key, _named(sitting, one)) for key, one in offered.items()]
    if key := sitting.choose("cli.plain.next", lambda: options):
        _begin(sitting, offered[key])


def _named(sitting: Sitting, one: Suggestion) -> str:
    """A suggestion in a few words: what, and at which level or turn."""
    if one.kind == "retry":
        return sitting.t("cli.plain.next.turn", title=one.title, turn=one.turn)
    return sitting.t("cli.plain.next.scenario", title=one.title, level=one.level)


def _begin(sitting: Sitting, one: Suggestion) -> None:
    if one.kind == "retry" and one.turn is not None:
        hold(sitting, sitting.house.retry(one.session, one.turn))
    else:
        hold(sitting, prepared(sitting, one.scenario, one.level), is_told=True)
