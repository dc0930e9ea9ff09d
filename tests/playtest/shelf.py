"""The shipped scenarios, staged with the offline actor, in each language."""

from functools import cache

from simulator.actors.offline import OfflineActor
from simulator.config import Language, shipped
from simulator.library.catalogue import Library
from simulator.practice.stage import Stage
from simulator.reading.recogniser import Recogniser

SCENARIOS = tuple(card.id for card in Library((shipped(),)).cards())
LANGUAGES: tuple[Language, ...] = ("en", "fr")


@cache
def recogniser(language: Language) -> Recogniser:
    """One a language: it never changes, and its rules take a moment to load."""
    return Recogniser.of(language)


@cache
def staged(scenario: str, language: Language) -> Stage:
    """A shipped scenario as a mentee meets it."""
    library = Library((shipped(),))
    loaded = library.scenario(scenario, language)
    cast = {name: one.value for name, one in library.cast(loaded).items()}
    understudy = OfflineActor(gives_back=False)
    return Stage(loaded.value, cast, recogniser(language), OfflineActor(), understudy)
