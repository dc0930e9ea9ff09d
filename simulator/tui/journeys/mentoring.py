"""Mentoring: the desk, and from there the review of a session, and back."""

from typing import TYPE_CHECKING

from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.name import NameScreen
from simulator.tui.screens.review import ReviewScreen
from simulator.views.words import one_line

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def sit_down(app: "SimulatorApp") -> None:
    """The desk, as often as somebody comes back to it; a name is asked for once."""
    if any(isinstance(one, DeskScreen | ReviewScreen) for one in app.screen_stack):
        return
    if not app.mentor:
        app.mentor = await app.push_screen_wait(NameScreen(_last_reviewer(app)))
    at: str | None = ""
    while app.mentor and (at := await app.push_screen_wait(DeskScreen(at or ""))) is not None:
        with app.telling():
            reviewing = app.house.desk.review(at, app.mentor)
            opened = reviewing.session.opened
            who, title = one_line(opened.mentee), one_line(reviewing.title)
            title = app.t("review.desk.title", who=who, title=title)
            await app.push_screen_wait(ReviewScreen(reviewing, title))
    await app.refill()


def _last_reviewer(app: "SimulatorApp") -> str:
    """Who began the latest review here, which is likely who sits here now."""
    if app.house.is_new:
        return ""
    reviews = app.house.desk.every_review()
    return reviews[-1].reviewer if reviews else ""
