"""Debriefs: of every session kept in one workspace, drawn for one reader and written out.

What was signed is told as it was signed, and a mentor gets a copy only of what was shared.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.openings import Audience
from simulator.debrief.review.frozen import frozen
from simulator.debrief.tally import signed_last
from simulator.errors import StorageError, UsageError
from simulator.reports.render import Form, render
from simulator.wiring.machine import private

if TYPE_CHECKING:
    from simulator.wiring.house import House


class Debriefs:
    """What one workspace tells of the talks that were held in it."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def of(self, ref: str, audience: Audience = "mentee") -> Debrief:
        """The debrief of the session whose id begins with `ref`, for one of the two.

        Raises `UsageError` with the code `not-shared` where the mentor's copy is asked for of a
        session that the mentee did not share.
        """
        house = self._house
        session = house.session(ref)
        if audience == "mentor" and not session.followup.is_shared:
            raise UsageError("not-shared", session=session.id)
        reviews = house.desk.reviews_of(session.id)
        drawn = draft(session, house.stage_of(session), audience, reviews)
        signed = signed_last(reviews)
        return drawn if signed is None else frozen(drawn, signed[0], session)

    def report(
        self,
        ref: str,
        form: Form,
        audience: Audience = "mentee",
        *,
        whole: bool = False,
        plain: bool = False,
    ) -> str:
        """That debrief written out, in the language of the settings.

        `whole` leaves nothing out; `plain` draws nothing in text, for a screen reader.
        """
        house = self._house
        shown = self.of(ref, audience)
        suggested = None if form == "json" else house.learning.suggested(shown.mentee)
        return render(shown, form, house.translator, whole=whole, plain=plain, suggested=suggested)

    def save(self, ref: str, audience: Audience = "mentee", form: Form = "markdown") -> Path:
        """Write the debrief beside the transcripts, nothing left out; where it stands.

        Raises `StorageError` where it cannot be written.
        """
        name = f"debrief-{self._house.find(ref)}-{audience}{_ENDINGS[form]}"
        path = self._house.home / name
        try:
            with open(path, "w", encoding="utf-8", opener=private) as out:
                out.write(self.report(ref, form, audience, whole=True))
        except OSError as error:
            raise StorageError("cannot-write", path=path, reason=error.strerror) from error
        return path


_ENDINGS: Mapping[Form, str] = {
    "markdown": ".md",
    "html": ".html",
    "json": ".json",
    "text": ".txt",
}
