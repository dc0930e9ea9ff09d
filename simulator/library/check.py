"""All that can be said of a definition by itself: form, references, wording, leaks, structure.

Rules work on what was loaded and report everything in one run. What needs the dynamics of a talk
(can this ever happen?) is asked by `simulator.checking`, which also puts both together.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from simulator.library import bargaining, character, leaks, lines, structure, wording
from simulator.library.diagnostics import Diagnostic
from simulator.library.load import Loaded
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario


def check_scenario(
    loaded: Loaded[Scenario], cast: Mapping[str, Loaded[Persona]]
) -> tuple[Diagnostic, ...]:
    """What is wrong with a scenario that loads, alone and with the people cast in it."""
    scenario, document = loaded.value, loaded.document
    return (
        *loaded.warnings,
        *wording.check_texts(document),
        *wording.check_lines(lines.spoken(scenario), document),
        *structure.check(scenario, document),
        *bargaining.check(scenario, document),
        *leaks.check(scenario, document),
        *_check_register(scenario, loaded, cast.values()),
        *chain.from_iterable(
            leaks.check_persona(scenario, one.value, one.document) for one in cast.values()
        ),
    )


def check_persona(loaded: Loaded[Persona]) -> tuple[Diagnostic, ...]:
    """What is wrong with a persona that loads."""
    persona, document = loaded.value, loaded.document
    own = tuple(lines.of_persona(persona))
    return (
        *loaded.warnings,
        *wording.check_texts(document),
        *wording.check_lines(own, document),
        *character.check(persona, document),
        *(wording.check_one_register(own, document) if persona.language == "fr" else ()),
    )


def _check_register(
    scenario: Scenario, loaded: Loaded[Scenario], cast: Iterable[Loaded[Persona]]
) -> Iterator[Diagnostic]:
    if scenario.language != "fr":
        return
    register = scenario.relation.address
    yield from wording.check_register(lines.spoken(scenario), loaded.document, register)
    for one in cast:
        yield from wording.check_register(lines.of_persona(one.value), one.document, register)
