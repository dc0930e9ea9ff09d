"""The house put together: settings in, everything a front end needs out.

This is the one place where adapters meet the core. Nothing is built at import; the store is opened
at the first need of it, and the offline path never loads an LLM library. A session is always
rebuilt from the definitions it pinned, never from files that may have changed since.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from simulator import __version__
from simulator.actors.offline import OfflineActor
from simulator.config import HUMAN, Language, Settings, Workspace, shipped
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.openings import Audience
from simulator.debrief.review.frozen import frozen
from simulator.debrief.tally import signed_last
from simulator.errors import StorageError, UsageError
from simulator.i18n import Translator
from simulator.library import overlay
from simulator.library.catalogue import Card, Library
from simulator.library.load import canonical, persona_from, scenario_from
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.afterwards import Afterwards
from simulator.practice.conversation import Conversation
from simulator.practice.events import Event, SessionOpened
from simulator.practice.ports import Clock
from simulator.practice.retry import retried
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.reading.recogniser import Recogniser
from simulator.reports.render import Form, render
from simulator.transcripts.backup import backup
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.forget import Forgotten, forget
from simulator.transcripts.ids import SessionIds
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.proof import Problem
from simulator.transcripts.rows import SessionRow
from simulator.transcripts.search import Hit, search
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import FILE_NAME, Store
from simulator.transcripts.verify import verify
from simulator.wiring.casting import Casting, cast_as, prompt_version
from simulator.wiring.desk import Desk
from simulator.wiring.learning import Learning
from simulator.wiring.machine import SystemClock, private
from simulator.wiring.post import Post
from simulator.wiring.second_opinion import SecondOpinion

NAMELESS = {"en": "Sam", "fr": "Sacha"}
"""What the persona calls a mentee who gave no name."""


class House:
    """One person's workspace, with everything that works on it. Close it, or use it in a `with`."""

    def __init__(
        self,
        settings: Settings,
        workspace: Workspace,
        *,
        clock: Clock | None = None,
        bits: Callable[[int], int] | None = None,
    ) -> None:
        self.settings = settings
        self.workspace = workspace
        self.clock = clock or SystemClock()
        self.library = Library((workspace.shelf, shipped()))
        self.translator = Translator.of(settings.language)
        self._bits = bits or random.SystemRandom().getrandbits
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
            self.store.close()

    @property
    def home(self) -> Path:
        """The folder in which words are kept."""
        return self.workspace.transcripts

    @cached_property
    def store(self) -> Store:
        """The transcripts, opened at the first need and made with the first session."""
        return Store.open(self.home / FILE_NAME)

    def speaking(self, language: Language) -> "House":
        """The same house in another language, with the same open store."""
        settings = replace(self.settings, language=language)
        other = type(self)(settings, self.workspace, clock=self.clock, bits=self._bits)
        for shared in ("store", "recognisers"):
            if shared in self.__dict__:
                other.__dict__[shared] = self.__dict__[shared]
        return other

    def recogniser(self, language: Language) -> Recogniser:
        """The recogniser of `language`; its rules take a moment to load, once."""
        if language not in self.recognisers:
            self.recognisers[language] = Recogniser.of(language)
        return self.recognisers[language]

    def cards(self) -> tuple[Card, ...]:
        """The scenarios to choose from."""
        return self.library.cards(self.settings.language)

    def stage(self, ref: str | Path, language: Language | None = None) -> Stage:
        """The scenario of that id or path with its cast, ready to be played.

        It is in `language` (the settings' by default) where it is offered in it.
        """
        path = self.library.scenario_path(ref)
        spoken = self._offered(path, language or self.settings.language)
        scenario = self.library.scenario(path, spoken)
        cast = {name: one.value for name, one in self.library.cast(scenario).items()}
        return self._staged(scenario.value, cast)

    def begin(
        self,
        stage: Stage,
        *,
        level: int | None = None,
        mentee: str | None = None,
        seed: int | None = None,
    ) -> Conversation:
        """A new session on `stage`, opened and stored with the definitions it is played by."""
        language = stage.scenario.language
        definitions = Definitions(self.store)
        opened = SessionOpened(
            session=self.new_id(),
            scenario=stage.scenario.id,
            scenario_hash=definitions.put(canonical(stage.scenario).text),
            personas={
                name: definitions.put(canonical(persona).text)
                for name, persona in stage.personas.items()
            },
            language=language,
            level=level or self.settings.level or stage.scenario.level,
            seed=self._seed(seed),
            actor=stage.actor.name,
            prompt_version=prompt_version(stage.actor.name, language),
            program_version=__version__,
            mentee=mentee or self.settings.mentee or NAMELESS[language],
        )
        return Conversation.begin(stage, self._journal(opened.session), opened)

    def resume(self, ref: str) -> Conversation:
        """The session whose id begins with `ref`, as it was left."""
        journal = self._journal(self.find(ref))
        return Conversation.resume(self.stage_of(fold(journal.read())), journal)

    def retry(self, ref: str, turn: int) -> Conversation:
        """A new session that takes the one of `ref` up again at `turn`."""
        entries = self._journal(self.find(ref)).read()
        if fold(entries).opened.actor == HUMAN:
            raise UsageError("recorded-not-played", session=self.find(ref))
        session = self.new_id()
        journal = self._journal(session)
        journal.append(retried(entries, turn, session=session), 0)
        return Conversation.resume(self.stage_of(fold(journal.read())), journal)

    def session(self, ref: str) -> Session:
        """The session whose id begins with `ref`, as its events tell it."""
        return fold(self._journal(self.find(ref)).read())

    def afterwards(self, ref: str) -> Afterwards:
        """What may be added to the session whose id begins with `ref`, beside the talk."""
        return Afterwards(self._journal(self.find(ref)))

    def stage_of(self, session: Session) -> Stage:
        """The stage on which `session` was played, from the definitions it pinned."""
        opened = session.opened
        definitions = Definitions(self.store)
        scenario = scenario_from(definitions.get(opened.scenario_hash))
        cast = {name: persona_from(definitions.get(pin)) for name, pin in opened.personas.items()}
        return self._staged(scenario, cast, session.followup.actor or opened.actor)

    @cached_property
    def desk(self) -> Desk:
        """The mentor's desk."""
        return Desk(self)

    @cached_property
    def learning(self) -> Learning:
        """Progress, ways tried and what is next."""
        return Learning(self)

    @cached_property
    def casting(self) -> Casting:
        """Who words the persona's lines."""
        return Casting(self)

    @cached_property
    def second_opinion(self) -> SecondOpinion:
        """An LLM as judge or coach, where one is named."""
        return SecondOpinion(self)

    @cached_property
    def post(self) -> Post:
        """What leaves as a file, and what comes in as one."""
        return Post(self)

    def keep(self, events: Sequence[Event]) -> str:
        """Store the events of a whole session that was not played here; its id."""
        opened = events[0]
        if not isinstance(opened, SessionOpened):
            raise TypeError(opened.kind)
        self._journal(opened.session).append(events, 0)
        return opened.session

    def debrief(self, ref: str, audience: Audience = "mentee") -> Debrief:
        """The debrief of the session whose id begins with `ref`, for one of the two.

        Raises `UsageError` with the code `not-shared` where the mentor's copy is asked for of a
        session that the mentee did not share.
        """
        session = self.session(ref)
        if audience == "mentor" and not session.followup.is_shared:
            raise UsageError("not-shared", session=session.id)
        reviews = self.desk.reviews_of(session.id)
        drawn = draft(session, self.stage_of(session), audience, reviews)
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
        shown = self.debrief(ref, audience)
        suggested = None if form == "json" else self.learning.suggested(shown.mentee)
        return render(shown, form, self.translator, whole=whole, plain=plain, suggested=suggested)

    def save_debrief(self, ref: str, audience: Audience = "mentee") -> Path:
        """Write the debrief as Markdown beside the transcripts; where it stands.

        Raises `StorageError` where it cannot be written.
        """
        path = self.home / f"debrief-{self.find(ref)}-{audience}.md"
        try:
            with open(path, "w", encoding="utf-8", opener=private) as out:
                out.write(self.report(ref, "markdown", audience, whole=True))
        except OSError as error:
            raise StorageError("cannot-write", path=path, reason=error.strerror) from error
        return path

    def sessions(self) -> tuple[SessionRow, ...]:
        """Every session kept here, newest first."""
        return Sessions(self.store).all()

    def search(self, words: str) -> tuple[Hit, ...]:
        """Where `words` were said."""
        return search(self.store, words)

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the transcripts; nothing, if they are whole and untouched."""
        return verify(self.store)

    def find(self, ref: str) -> str:
        """The whole id of the session that begins with `ref`; raises `NotFound`."""
        return Sessions(self.store).find(ref).id

    def backup(self, target: Path) -> Path:
        """Copy the transcripts into the new file `target`."""
        return backup(self.store, target)

    def forget(self, session: str) -> Forgotten:
        """Delete a session for good; a tombstone stays."""
        return forget(self.store, session, self.clock)

    def _journal(self, session: str) -> StoreJournal:
        return StoreJournal(self.store, session, self.clock)

    def new_id(self) -> str:
        """An id that no session and no review has or had."""
        return SessionIds(self._bits, Sessions(self.store).is_taken).session()

    def head_of(self, session: str) -> str:
        """Hash of the latest entry of the session of that id."""
        return Sessions(self.store).find(session).head

    def _staged(
        self, scenario: Scenario, cast: Mapping[str, Persona], actor: str | None = None
    ) -> Stage:
        return Stage(
            scenario=scenario,
            personas=cast,
            recogniser=self.recogniser(scenario.language),
            actor=cast_as(actor or self.settings.actor, self.settings, self.casting.waited),
            understudy=OfflineActor(gives_back=False),
        )

    @staticmethod
    def _offered(path: Path, language: Language) -> Language | None:
        """`language` where the scenario at `path` is translated into it; None for its own."""
        base, _ = overlay.split(path)
        return language if overlay.translation_path(base, language).is_file() else None

    def _seed(self, given: int | None) -> int:
        if given is not None:
            return given
        if self.settings.seed is not None:
            return self.settings.seed
        return self._bits(20)
