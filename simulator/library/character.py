"""Rules about a person's temperament: pressure wins nothing, skill wins something, levels climb."""

from collections.abc import Iterator, Mapping

from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.persona import PRESSURE, Persona, Trigger
from simulator.library.yamlfile import Document


def check(persona: Persona, document: Document) -> Iterator[Diagnostic]:
    """All rules about the person alone."""
    temper = persona.temperament
    yield from _check_pressure(temper.trust, "trust", 1, document)
    yield from _check_pressure(temper.tension, "tension", -1, document)
    place = document.key_place(("temperament",))
    if not any(points > 0 for points in temper.trust.values()):
        yield warning(place, "nothing-wins-trust")
    losing = any(points < 0 for points in temper.trust.values())
    if not losing and not any(points > 0 for points in temper.tension.values()):
        yield warning(place, "nothing-costs-anything")
    easy, hard = persona.at_level(1), persona.at_level(3)
    if hard.gains > easy.gains or hard.losses < easy.losses or hard.trust > easy.trust:
        yield warning(document.key_place(("levels",)), "levels-out-of-order")


def _check_pressure(
    table: Mapping[Trigger, float], name: str, winning: int, document: Document
) -> Iterator[Diagnostic]:
    for trigger, points in table.items():
        if trigger in PRESSURE and points * winning > 0:
            place = document.place(("temperament", name, str(trigger)))
            yield error(place, "pressure-wins", value=str(trigger), table=name)
