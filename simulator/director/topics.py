"""Which topic a thing of the scenario belongs to, as far as its author said so."""

from collections.abc import Iterable

from simulator.director.state import Beat, BeatKind
from simulator.library.scenario import Fact, Scenario, Topic


def topic_named(scenario: Scenario, name: str) -> Topic | None:
    return next((topic for topic in scenario.topics if topic.id == name), None)


def fact_named(scenario: Scenario, name: str | None) -> Fact | None:
    return next((fact for fact in scenario.facts if fact.id == name), None)


def topics_of_fact(scenario: Scenario, name: str) -> tuple[str, ...]:
    """The fact's own topic, and those it stands behind."""
    fact = fact_named(scenario, name)
    own = (fact.topic,) if fact is not None and fact.topic else ()
    behind = tuple(topic.id for topic in scenario.topics if topic.behind == name)
    return tuple(dict.fromkeys((*own, *behind)))


def topics_raised(scenario: Scenario, beats: Iterable[Beat]) -> tuple[str, ...]:
    """The topics that a reply made of `beats` puts on the table."""
    raised: list[str] = []
    for beat in beats:
        raised.extend(_topics_of_beat(scenario, beat))
    return tuple(dict.fromkeys(raised))


def _topics_of_beat(scenario: Scenario, beat: Beat) -> tuple[str, ...]:
    match beat.kind:
        case BeatKind.POSITION | BeatKind.DEFLECT:
            return (beat.ref,) if beat.ref else ()
        case BeatKind.REPLY:
            found = (one.topic for one in scenario.replies if one.id == beat.ref)
            return tuple(topic for topic in found if topic)
        case BeatKind.FACT | BeatKind.CONFIRM | BeatKind.MORE:
            return topics_of_fact(scenario, beat.ref)
        case BeatKind.CONCESSION:
            found = (one.topic for one in scenario.concessions if one.id == beat.ref)
            return tuple(topic for topic in found if topic)
        case BeatKind.CUE:
            facts = (cue.points_to for cue in scenario.cues if cue.id == beat.ref)
            return tuple(
                topic for fact in facts if fact for topic in topics_of_fact(scenario, fact)
            )
        case BeatKind.COUNTER | BeatKind.DEAL:
            issues = scenario.negotiation.issues if scenario.negotiation else ()
            return tuple(issue.topic for issue in issues)
        case _:
            return ()
