"""The floor: stages set, talks begun, taken up again, and tried another way.

A session is always rebuilt from the definitions it pinned, never from files that may have changed
since.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.actors.offline import OfflineActor
from simulator.config import HUMAN, Language
from simulator.errors import UsageError
from simulator.library import naming
from simulator.library.load import canonical, persona_from, scenario_from
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.conversation import Conversation
from simulator.practice.events import SessionOpened
from simulator.practice.ports import Journal
from simulator.practice.retry import retried
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.transcripts.definitions import Definitions
from simulator.wiring.casting import cast_as, prompt_version

if TYPE_CHECKING:
    from simulator.wiring.house import House

NAMELESS = {"en": "Sam", "fr": "Sacha"}
"""What the persona calls a mentee who gave no name."""


class Floor:
    """Where the talks of one workspace are held."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def stage(self, ref: str | Path, language: Language | None = None) -> Stage:
        """The scenario of that id or path with its cast, ready to be played.

        It is in `language` (the settings' by default) where it is offered in it.
        """
        library = self._house.library
        path = library.scenario_path(ref)
        spoken = _offered(path, language or self._house.settings.language)
        scenario = library.scenario(path, spoken)
        cast = {name: one.value for name, one in library.cast(scenario).items()}
        return self._staged(scenario.value, cast)

    def stage_of(self, session: Session) -> Stage:
        """The stage on which `session` was played, from the definitions it pinned."""
        opened = session.opened
        definitions = Definitions(self._house.store)
        scenario = scenario_from(definitions.get(opened.scenario_hash))
        cast = {name: persona_from(definitions.get(pin)) for name, pin in opened.personas.items()}
        return self._staged(scenario, cast, session.followup.actor or opened.actor)

    def begin(
        self,
        stage: Stage,
        *,
        level: int | None = None,
        mentee: str | None = None,
        seed: int | None = None,
    ) -> Conversation:
        """A new session on `stage`, opened and stored with the definitions it is played by."""
        house, language = self._house, stage.scenario.language
        definitions = Definitions(house.store)
        opened = SessionOpened(
            session=house.new_id(),
            scenario=stage.scenario.id,
            scenario_hash=definitions.put(canonical(stage.scenario).text),
            personas={
                name: definitions.put(canonical(persona).text)
                for name, persona in stage.personas.items()
            },
            language=language,
            level=level or house.settings.level or stage.scenario.level,
            seed=self._seed(seed),
            actor=stage.actor.name,
            prompt_version=prompt_version(stage.actor.name, language),
            program_version=__version__,
            mentee=mentee or house.settings.mentee or NAMELESS[language],
        )
        begun = Conversation.begin(stage, house.archive.journal(opened.session), opened)
        return house.casting.attended(begun)

    def resume(self, ref: str) -> Conversation:
        """The session whose id begins with `ref`, as it was left."""
        return self._taken_up(self._house.archive.journal(self._house.find(ref)))

    def retry(self, ref: str, turn: int) -> Conversation:
        """A new session that takes the one of `ref` up again at `turn`."""
        house = self._house
        entries = house.archive.journal(house.find(ref)).read()
        if fold(entries).opened.actor == HUMAN:
            raise UsageError("recorded-not-played", session=house.find(ref))
        session = house.new_id()
        journal = house.archive.journal(session)
        journal.append(retried(entries, turn, session=session), 0)
        return self._taken_up(journal)

    def _taken_up(self, journal: Journal) -> Conversation:
        session = fold(journal.read())
        held = Conversation.resume(self.stage_of(session), journal, session)
        return self._house.casting.attended(held)

    def _staged(
        self, scenario: Scenario, cast: Mapping[str, Persona], actor: str | None = None
    ) -> Stage:
        house = self._house
        return Stage(
            scenario=scenario,
            personas=cast,
            recogniser=house.recogniser(scenario.language),
            actor=cast_as(actor or house.settings.actor, house.settings, house.casting.waited),
            understudy=OfflineActor(gives_back=False),
        )

    def _seed(self, given: int | None) -> int:
        if given is not None:
            return given
        if self._house.settings.seed is not None:
            return self._house.settings.seed
        return self._house.bits(20)


def _offered(path: Path, language: Language) -> Language | None:
    """`language` where the scenario at `path` is translated into it; None for its own."""
    base, _ = naming.split(path)
    return language if naming.translation_path(base, language).is_file() else None
