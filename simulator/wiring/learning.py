"""Looking back and looking ahead: one person's sessions skill by skill, ways tried, what is next.

Everything is computed from what was recorded. Only the sessions of the name asked for are counted:
nobody is laid beside anybody else.
"""

from collections import Counter
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.config import OFFLINE
from simulator.debrief.course import Course
from simulator.debrief.next_step import Reminder, Suggestion, fitting, reminders, suggestions
from simulator.debrief.progress import Past, SkillProgress, past, progress
from simulator.debrief.ways import Laid, ways
from simulator.errors import NotFound, UsageError
from simulator.library.persona import Persona
from simulator.library.scenario import Resource
from simulator.transcripts.sessions import Sessions

if TYPE_CHECKING:
    from simulator.wiring.house import House


LATEST = 6
"""Sessions that are looked at for the one line of a debrief that says what to practise next."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """One person's sessions so far, and what may come next."""

    mentee: str
    skills: tuple[SkillProgress, ...]
    suggestions: tuple[Suggestion, ...]
    reminders: tuple[Reminder, ...]
    resources: tuple[Resource, ...]
    people: tuple[tuple[str, int], ...] = ()
    """Every name under which sessions are kept, and how many; who practised last comes first."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One moment of a session, and the ways it was tried."""

    session: str
    laid: Laid


class Learning:
    """What one workspace tells of the people who practise in it."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def outlook(self, mentee: str = "") -> Outlook:
        """The sessions of `mentee`; by default of whoever practised here last.

        Raises `UsageError` with the code `no-such-mentee`, and who is known, for another name.
        """
        house = self._house
        rows = house.sessions()
        known = tuple(dict.fromkeys(row.mentee for row in rows))
        name = mentee or house.settings.mentee or (known[0] if known else "")
        if known and name not in known:
            raise UsageError("no-such-mentee", name=name, known=", ".join(known))
        pasts = tuple(self._past(row.id) for row in rows if row.mentee == name)
        found = suggestions(pasts, house.cards(), house.settings.language)
        return Outlook(
            mentee=name,
            skills=progress(pasts),
            suggestions=found,
            reminders=reminders(pasts, house.clock.now().date()),
            resources=self._resources(found),
            people=tuple(Counter(row.mentee for row in rows).items()),
        )

    def suggested(self, mentee: str) -> Suggestion | None:
        """The scenario to practise next; a turn to say anew is the debrief's own to name."""
        house = self._house
        rows = [row for row in house.sessions() if row.mentee == mentee][:LATEST]
        pasts = tuple(self._past(row.id) for row in rows)
        found = suggestions(pasts, house.cards(), house.settings.language)
        return next((one for one in found if one.kind != "retry"), None)

    def ways(self, ref: str, turn: int = 0) -> tuple[Laid, ...]:
        """The ways tried from `turn` of the session of `ref`; 0: from any turn.

        Raises `UsageError` with the code `no-way-yet` where nothing was tried there.
        """
        parent = self._course(self._house.find(ref))
        retries = [self._course(one) for one in self._family(parent.session.id)]
        laid = tuple(one for one in ways(parent, retries) if not turn or one.turn == turn)
        if turn and not laid:
            raise UsageError("no-way-yet", session=parent.session.id, turn=turn)
        return laid

    def tried(self, ref: str) -> tuple[Tried, ...]:
        """Every moment at which the session of `ref` can be laid beside others.

        The one it is itself a retry of comes first, then those from which it was tried again.
        """
        session = self._house.find(ref)
        begun = self._begun(session)
        own = [Tried(session, one) for one in self.ways(session)]
        if begun is None:
            return tuple(own)
        name, turn = begun
        beside = [Tried(name, one) for one in self.ways(name) if one.turn == turn]
        return (*beside, *(one for one in own if one.laid.turn > turn))

    async def try_line(self, ref: str, turn: int, line: str, samples: int = 1) -> None:
        """Say `line` at `turn` in a retry of its own; several times where the actor is an LLM."""
        parent = self._house.session(ref)
        times = 1 if parent.opened.actor == OFFLINE else samples
        for _ in range(times):
            conversation = self._house.retry(ref, turn)
            async with aclosing(conversation.say(line)) as entries:
                async for _entry in entries:
                    pass

    def personas(self, ref: str) -> dict[str, Persona]:
        """The cast of the session of `ref`, by id."""
        return dict(self._course(self._house.find(ref)).personas)

    def _past(self, session: str) -> Past:
        return past(self._course(session), self._house.desk.reviews_of(session))

    def _course(self, session: str) -> Course:
        kept = self._house.session(session)
        return Course.of(kept, self._house.stage_of(kept))

    def _begun(self, session: str) -> tuple[str, int] | None:
        """The session whose own words stand before a retry, and the turn at which it begins anew.

        None for what is no retry, or one of a session that was forgotten.
        """
        opened = self._house.session(session).opened
        begins = opened.parent_turn
        while begins is not None and opened.parent is not None:
            try:
                opened = self._house.session(opened.parent).opened
            except NotFound:
                return None
            if opened.parent_turn is None or opened.parent_turn < begins:
                return opened.session, begins
        return None

    def _family(self, session: str) -> list[str]:
        """The retries of a session, and theirs."""
        found: list[str] = []
        waiting = [session]
        while waiting:
            more = Sessions(self._house.store).retries_of(waiting.pop())
            found += more
            waiting += more
        return found

    def _resources(self, found: Sequence[Suggestion]) -> tuple[Resource, ...]:
        """What the scenarios suggested recommend for the skill they are suggested for.

        A scenario that stands on no shelf any more recommends nothing.
        """
        house = self._house
        kept: dict[str, Resource] = {}
        offered_here = {one.id for one in house.cards()}
        for one in found:
            if one.scenario not in offered_here:
                continue
            offered = house.stage(one.scenario).scenario.resources
            kept |= {each.title: each for each in fitting(offered, one.skill)}
        return tuple(kept.values())
