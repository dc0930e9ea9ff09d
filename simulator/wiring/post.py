"""The post: what leaves this machine as one file, and what comes in as one.

A file leaves only after its content could be seen, and leaving is a share, recorded in the session
it belongs to; notes to oneself are in no file. What comes in is checked whole before anything of
it is kept.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.config import Language
from simulator.debrief.draft import draft
from simulator.errors import BadFile, StorageError, UsageError
from simulator.library.load import canonical
from simulator.practice.recorded import recorded_talk
from simulator.practice.session import fold
from simulator.reports.render import render
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.exchange.form import SUFFIX
from simulator.transcripts.exchange.gather import Choice, gather, notes_kept, sealed, write
from simulator.transcripts.exchange.listing import Listing, listing
from simulator.transcripts.exchange.merging import Imported, merge
from simulator.transcripts.exchange.parcel import Parcel
from simulator.transcripts.exchange.reading import looks_like_one, read, take

if TYPE_CHECKING:
    from simulator.wiring.house import House


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file that could be written: what would be in it, and what it would be called."""

    session: str
    inside: Listing
    name: str
    with_whom: str
    """The share that leaving makes; empty where it was shared before."""


class Post:
    """Files out of one workspace and into it."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def outgoing(self, ref: str, choice: Choice, with_whom: str = "") -> Outgoing:
        """What a file of the session of `ref` would hold; nothing is written or recorded.

        Raises `UsageError` with the code `export-to-whom` where it is not shared with anybody yet
        and nobody is named.
        """
        session = self._house.session(ref)
        if not with_whom and not session.followup.is_shared:
            raise UsageError("export-to-whom", session=session.id)
        parcel = gather(self._house.store, session.id, choice)
        notes = notes_kept(self._house.store, session.id) if choice.with_session else 0
        inside = self._listed(parcel, has_debrief=choice.with_session, notes=notes)
        return Outgoing(session.id, inside, parcel.name, with_whom)

    def send(self, outgoing: Outgoing, choice: Choice, path: Path) -> None:
        """Record the share, then write the file at `path`, where nothing may stand yet.

        Raises `StorageError`: `file-exists`, `cannot-write`.
        """
        house, session = self._house, outgoing.session
        if path.exists():
            raise StorageError("file-exists", path=path)
        if choice.is_anonymous:
            choice = replace(choice, shared_with=outgoing.with_whom)
        elif outgoing.with_whom and choice.with_session:
            house.afterwards(session).share(outgoing.with_whom)
        parcel = gather(house.store, session, choice)
        debrief = json.loads(self._debrief(session, parcel)) if choice.with_session else None
        text = sealed(parcel, program=__version__, at=house.clock.now(), debrief=debrief)
        write(path, text)
        if choice.is_anonymous:
            shares = house.session(session).followup.shares
            whom = outgoing.with_whom or shares[-1].with_whom
            house.afterwards(session).share(whom, parcel.head(session))

    def reviewed(self, ref: str, reviewer: str) -> Outgoing:
        """What a file of that mentor's review alone would hold: what they send back."""
        return self.outgoing(ref, Choice(with_session=False, reviewer=reviewer))

    def send_reviewed(self, ref: str, reviewer: str, path: Path) -> None:
        """Write that file; raises as `send` does."""
        choice = Choice(with_session=False, reviewer=reviewer)
        self.send(self.outgoing(ref, choice), choice, path)

    def shared(self, ref: str) -> Outgoing:
        """What a file of the whole session would hold, told to its mentee, for those who may read it.

        Raises `UsageError` with the code `export-to-whom` where that is nobody.
        """
        outgoing = self.outgoing(ref, Choice())
        sessions = tuple(replace(one, is_own=True) for one in outgoing.inside.sessions)
        return replace(outgoing, inside=replace(outgoing.inside, sessions=sessions))

    def send_shared(self, ref: str, path: Path) -> None:
        """Write that file; raises as `send` does."""
        self.send(self.shared(ref), Choice(), path)

    def look(self, path: Path) -> Listing:
        """What the file at `path` holds; nothing of it is kept yet."""
        return self._listed(read(take(path)))

    def receive(self, path: Path) -> Imported:
        """Keep what the file at `path` has and this workspace has not."""
        return merge(self._house.store, read(take(path)))

    def is_file_of_ours(self, path: Path) -> bool:
        """Whether the file says, or its name does, that it came from this program."""
        return path.name.endswith(SUFFIX) or looks_like_one(take(path))

    def bring_in(
        self, path: Path, mentee: str, language: Language | None = None, title: str = ""
    ) -> str:
        """Keep a conversation that two people held, written down at `path`; its session's id."""
        try:
            text = take(path).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise BadFile("not-text", path=path) from error
        house = self._house
        talk = recorded_talk(
            text,
            mentee=mentee,
            session=house.new_id(),
            program_version=__version__,
            language=language,
            title=title or path.stem,
        )
        definitions = Definitions(house.store)
        definitions.put(canonical(talk.scenario).text)
        for persona in talk.personas.values():
            definitions.put(canonical(persona).text)
        return house.keep(talk.events)

    def _listed(self, parcel: Parcel, *, has_debrief: bool = False, notes: int = 0) -> Listing:
        house = self._house
        return listing(
            parcel,
            has_debrief=has_debrief,
            notes=notes,
            own=house.settings.mentee,
            known={} if house.is_new else {row.id: row.title for row in house.sessions()},
        )

    def _debrief(self, session: str, parcel: Parcel) -> str:
        """The debrief of what the parcel holds, as JSON: of a copy, nothing that it leaves out."""
        house = self._house
        kept = fold(parcel.entries(session))
        stage = house.stage_of(house.session(session))
        reviews = () if parcel.is_anonymous else house.desk.reviews_of(session)
        return render(draft(kept, stage, "mentor", reviews), "json", house.translator)
