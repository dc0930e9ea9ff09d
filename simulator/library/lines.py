"""Every text of a scenario or persona, with its trail and the part it plays.

Rules about wording and about leaks ask here instead of walking the models themselves. A line is
`spoken` if the persona may say it, `public` if the mentee reads it before the talk.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.library.conditions import Condition
from simulator.library.persona import Persona
from simulator.library.scalars import Plain
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Trail

Part = Literal["spoken", "public"]


@dataclass(frozen=True, slots=True)
class Line:
    """One text: where it stands, who gets to read or hear it, and when at the earliest."""

    trail: Trail
    text: str
    part: Part
    when: Condition | None = None
    fact: str = ""
    """The fact whose own line this is."""


def spoken(scenario: Scenario) -> Iterator[Line]:
    """All that the persona may say in this scenario."""
    one = scenario
    yield Line(("opening",), one.opening, "spoken")
    for at, topic in enumerate(one.topics):
        yield from _said(("topics", at), topic.says)
    for at, fact in enumerate(one.facts):
        yield from _said(("facts", at), fact.says, fact.when, fact.id)
        for line, text in enumerate(fact.more):
            yield Line(("facts", at, "more", line), text, "spoken", fact.when, fact.id)
    for at, reply in enumerate(one.replies):
        yield from _said(("replies", at), reply.says, reply.when)
    for at, lever in enumerate(one.levers):
        yield from _said(("levers", at), lever.says)
    for at, concession in enumerate(one.concessions):
        yield from _said(("concessions", at), concession.says, concession.when)
    for at, cue in enumerate(one.cues):
        yield from _said(("cues", at), cue.says, cue.when)
    for at, twist in enumerate(one.twists):
        yield from _said(("twists", at), twist.says, twist.when)
    for at, reaction in enumerate(one.reactions):
        yield from _said(("reactions", at), reaction.says, reaction.when)
    for at, ending in enumerate(one.endings):
        yield from _said(("endings", at), ending.says, ending.when)


def public(scenario: Scenario) -> Iterator[Line]:
    """All that the mentee reads before the talk."""
    one = scenario
    yield Line(("title",), one.title, "public")
    yield Line(("summary",), one.summary, "public")
    yield Line(("relation", "persona-is"), one.relation.persona_is, "public")
    yield Line(("brief", "role"), one.brief.role, "public")
    yield Line(("brief", "situation"), one.brief.situation, "public")
    for at, goal in enumerate(one.brief.goals):
        yield Line(("brief", "goals", at, "text"), goal.text, "public")


def of_persona(persona: Persona) -> Iterator[Line]:
    """All that this person may say, wherever they are cast."""
    for situation, says in persona.lines.items():
        for at, text in enumerate(says):
            yield Line(("lines", str(situation), at), text, "spoken")


def character(persona: Persona) -> Iterator[Line]:
    """What describes the person to an actor, without being said."""
    yield Line(("identity",), persona.identity, "spoken")
    yield Line(("voice", "manner"), persona.voice.manner, "spoken")
    for at, habit in enumerate(persona.voice.habits):
        yield Line(("voice", "habits", at), habit, "spoken")
    for at, boundary in enumerate(persona.boundaries):
        yield Line(("boundaries", at), boundary, "spoken")


def every_text(value: Plain, trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """All strings of a document, whatever they are for."""
    match value:
        case str():
            yield trail, value
        case dict():
            for key, inner in value.items():
                yield from every_text(inner, (*trail, key))
        case list():
            for at, inner in enumerate(value):
                yield from every_text(inner, (*trail, at))
        case _:
            return


def _said(
    trail: Trail, says: Iterable[str], when: Condition | None = None, fact: str = ""
) -> Iterator[Line]:
    for at, text in enumerate(says):
        yield Line((*trail, "says", at), text, "spoken", when, fact)
