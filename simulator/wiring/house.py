"""The house put together: settings in, everything a front end needs out.

This is the one place where adapters meet the core. Nothing is built at import; the store is opened
at the first need of it, and the offline path never loads an LLM library.

The house itself imports only what a first screen shows. Each of its rooms is a module, imported
when somebody first goes in: a method that needs one goes through its `cached_property`, and what
a room alone knows is named in annotations only.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from simulator.config import Language, Settings, Shelf, Workspace, shipped
from simulator.i18n import Translator
from simulator.library.cards import Card, cards
from simulator.transcripts.place import FILE_NAME
from simulator.wiring.machine import SystemClock

if TYPE_CHECKING:
    from simulator.debrief.draft import Debrief
    from simulator.debrief.openings import Audience
    from simulator.library.catalogue import Library
    from simulator.practice.afterwards import Afterwards
    from simulator.practice.conversation import Conversation
    from simulator.practice.events import Event
    from simulator.practice.ports import Clock
    from simulator.practice.session import Session
    from simulator.practice.stage import Stage
    from simulator.reading.recogniser import Recogniser
    from simulator.reports.render import Form
    from simulator.transcripts.forget import Forgotten
    from simulator.transcripts.proof import Problem
    from simulator.transcripts.rows import ReviewRow, SessionRow
    from simulator.transcripts.search import Hit
    from simulator.transcripts.store import Store
    from simulator.wiring.archive import Archive
    from simulator.wiring.casting import Casting
    from simulator.wiring.choices import Choices
    from simulator.wiring.debriefs import Debriefs
    from simulator.wiring.desk import Desk
    from simulator.wiring.floor import Floor
    from simulator.wiring.learning import Learning
    from simulator.wiring.lists import Lists
    from simulator.wiring.notebook import Notebook
    from simulator.wiring.post import Post
    from simulator.wiring.second_opinion import SecondOpinion


class House:
    """One person's workspace, with everything that works on it. Close it, or use it in a `with`."""

    def __init__(
        self,
        settings: Settings,
        workspace: Workspace,
        *,
        clock: "Clock | None" = None,
        bits: Callable[[int], int] | None = None,
    ) -> None:
        self.settings = settings
        self.workspace = workspace
        self.clock = clock or SystemClock()
        self.translator = Translator.of(settings.language)
        self.bits = bits or random.SystemRandom().getrandbits
        """Where ids and seeds come from: `n` random bits at a call."""
        self.recognisers: dict[Language, Recogniser] = {}

    @classmethod
    def build(cls, settings: Settings) -> Self:
        """The house of the workspace that `settings` and the working folder name."""
        return cls(settings, Workspace.of(settings))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store, if it was opened."""
        if "store" in self.__dict__:
            if "casting" in self.__dict__:
                self.casting.close()
            self.store.close()

    @property
    def home(self) -> Path:
        """The folder in which words are kept."""
        return self.workspace.transcripts

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """Where definitions stand, the nearest first."""
        return tuple(dict.fromkeys((self.workspace.shelf, shipped())))

    @cached_property
    def library(self) -> "Library":
        """The definitions of all shelves, opened and checked."""
        from simulator.library.catalogue import Library

        return Library(self.shelves)

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever kept here."""
        try:
            return "store" not in self.__dict__ and not (self.home / FILE_NAME).exists()
        except OSError:
            return False

    @cached_property
    def store(self) -> "Store":
        """The transcripts, opened at the first need and made with the first session."""
        from simulator.transcripts.store import Store

        return Store.open(self.home / FILE_NAME)

    def speaking(self, language: Language) -> "House":
        """The same house in another language, with the same open store."""
        return self.under(replace(self.settings, language=language))

    def under(self, settings: Settings) -> "House":
        """The same house under other settings, with the same open store."""
        other = type(self)(settings, self.workspace, clock=self.clock, bits=self.bits)
        for shared in ("store", "recognisers"):
            if shared in self.__dict__:
                other.__dict__[shared] = self.__dict__[shared]
        if "casting" in self.__dict__:
            other.__dict__["casting"] = self.casting.under(other)
        return other

    def apart(self) -> "House":
        """The same house with a store of its own, for another thread; it is closed there."""
        return type(self)(self.settings, self.workspace, clock=self.clock, bits=self.bits)

    @cached_property
    def choices(self) -> "Choices":
        """What this person chose, and where it is kept."""
        from simulator.wiring.choices import Choices

        return Choices(self)

    @cached_property
    def floor(self) -> "Floor":
        """Where stages are set and talks begun and taken up again."""
        from simulator.wiring.floor import Floor

        return Floor(self)

    @cached_property
    def archive(self) -> "Archive":
        """What was kept."""
        from simulator.wiring.archive import Archive

        return Archive(self)

    @cached_property
    def lists(self) -> "Lists":
        """What was kept, unopened."""
        from simulator.wiring.lists import Lists

        return Lists(self)

    @cached_property
    def debriefs(self) -> "Debriefs":
        """What is told of it."""
        from simulator.wiring.debriefs import Debriefs

        return Debriefs(self)

    @cached_property
    def desk(self) -> "Desk":
        """The mentor's desk."""
        from simulator.wiring.desk import Desk

        return Desk(self)

    @cached_property
    def learning(self) -> "Learning":
        """Progress, ways tried and what is next."""
        from simulator.wiring.learning import Learning

        return Learning(self)

    @cached_property
    def notebook(self) -> "Notebook":
        """What somebody is still writing."""
        from simulator.wiring.notebook import Notebook

        return Notebook(self)

    @cached_property
    def casting(self) -> "Casting":
        """Who words the persona's lines."""
        from simulator.wiring.casting import Casting

        return Casting(self)

    @cached_property
    def second_opinion(self) -> "SecondOpinion":
        """An LLM as judge or coach, where one is named."""
        from simulator.wiring.second_opinion import SecondOpinion

        return SecondOpinion(self)

    @cached_property
    def post(self) -> "Post":
        """What leaves as a file, and what comes in as one."""
        from simulator.wiring.post import Post

        return Post(self)

    def cards(self) -> tuple[Card, ...]:
        """The scenarios to choose from."""
        return cards(self.shelves, self.settings.language)

    def recogniser(self, language: Language) -> "Recogniser":
        """The recogniser of `language`; its rules take a moment to load, once."""
        if language not in self.recognisers:
            from simulator.reading.recogniser import Recogniser

            self.recognisers[language] = Recogniser.of(language)
        return self.recognisers[language]

    def stage(self, ref: str | Path, language: Language | None = None) -> "Stage":
        """The scenario of that id or path with its cast, ready to be played.

        It is in `language` (the settings' by default) where it is offered in it.
        """
        return self.floor.stage(ref, language)

    def stage_of(self, session: "Session") -> "Stage":
        """The stage on which `session` was played, from the definitions it pinned."""
        return self.floor.stage_of(session)

    def begin(
        self,
        stage: "Stage",
        *,
        level: int | None = None,
        mentee: str | None = None,
        seed: int | None = None,
    ) -> "Conversation":
        """A new session on `stage`, opened and stored with the definitions it is played by."""
        return self.floor.begin(stage, level=level, mentee=mentee, seed=seed)

    def resume(self, ref: str) -> "Conversation":
        """The session whose id begins with `ref`, as it was left."""
        return self.floor.resume(ref)

    def retry(self, ref: str, turn: int) -> "Conversation":
        """A new session that takes the one of `ref` up again at `turn`."""
        return self.floor.retry(ref, turn)

    def session(self, ref: str) -> "Session":
        """The session whose id begins with `ref`, as its events tell it."""
        return self.archive.session(ref)

    def afterwards(self, ref: str) -> "Afterwards":
        """What may be added to the session whose id begins with `ref`, beside the talk."""
        return self.archive.afterwards(ref)

    def keep(self, events: "Sequence[Event]") -> str:
        """Store the events of a whole session that was not played here; its id."""
        return self.archive.keep(events)

    def debrief(self, ref: str, audience: "Audience" = "mentee") -> "Debrief":
        """The debrief of the session whose id begins with `ref`, for one of the two.

        Raises `UsageError` with the code `not-shared` where the mentor's copy is asked for of a
        session that the mentee did not share.
        """
        return self.debriefs.of(ref, audience)

    def report(
        self,
        ref: str,
        form: "Form",
        audience: "Audience" = "mentee",
        *,
        whole: bool = False,
        plain: bool = False,
    ) -> str:
        """That debrief written out, in the language of the settings.

        `whole` leaves nothing out; `plain` draws nothing in text, for a screen reader.
        """
        return self.debriefs.report(ref, form, audience, whole=whole, plain=plain)

    def save_debrief(
        self, ref: str, audience: "Audience" = "mentee", form: "Form" = "markdown"
    ) -> Path:
        """Write the debrief beside the transcripts; where it stands.

        Raises `StorageError` where it cannot be written.
        """
        return self.debriefs.save(ref, audience, form)

    def sessions(self) -> "tuple[SessionRow, ...]":
        """Every session kept here, newest first."""
        return () if self.is_new else self.lists.sessions()

    def reviews(self) -> "tuple[ReviewRow, ...]":
        """Every review kept here as a list tells it, newest first; none is read."""
        return () if self.is_new else self.lists.reviews()

    def search(self, words: str) -> "tuple[Hit, ...]":
        """Where `words` were said."""
        return self.archive.search(words)

    def verify(self) -> "tuple[Problem, ...]":
        """What is wrong with the transcripts; nothing, if they are whole and untouched."""
        return self.archive.verify()

    def find(self, ref: str) -> str:
        """The whole id of the session that begins with `ref`; raises `NotFound`."""
        return self.archive.find(ref)

    def backup(self, target: Path) -> Path:
        """Copy the transcripts into the new file `target`."""
        return self.archive.backup(target)

    def forget(self, session: str) -> "Forgotten":
        """Delete a session for good; a tombstone stays."""
        return self.archive.forget(session)

    def new_id(self) -> str:
        """An id that no session and no review has or had."""
        return self.archive.new_id()

    def head_of(self, session: str) -> str:
        """Hash of the latest entry of the session of that id, as others may have it."""
        return self.archive.head_of(session)
