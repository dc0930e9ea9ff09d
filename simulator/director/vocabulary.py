"""The words that one reading of the mentee's line looks for, and what was found, sorted again.

A reading knows only topics. So that one reading finds everything, the scenario's levers, the
guesses at its facts and the options of its issues go in as topics of their own, with a prefix that
no topic can have (ids hold no colon).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.library.scenario import Scenario
from simulator.reading.moves import Mention, Reading, Vocabulary

LEVER = "lever:"
FACT = "fact:"
OPTION = "option:"
REPLY = "reply:"


def vocabulary(scenario: Scenario) -> Vocabulary:
    """Everything that the scenario wants noticed in what the mentee says."""
    words: dict[str, tuple[str, ...]] = {topic.id: topic.about for topic in scenario.topics}
    words |= {LEVER + lever.id: lever.about for lever in scenario.levers}
    words |= {FACT + fact.id: fact.about for fact in scenario.facts if fact.about}
    words |= {REPLY + reply.id: reply.about for reply in scenario.replies if reply.about}
    if scenario.negotiation is not None:
        for issue in scenario.negotiation.issues:
            for option in issue.options:
                names = option.about or (option.id.replace("-", " "),)
                words[option_key(issue.id, option.id)] = names
    return Vocabulary(topics=words, terms=scenario.terms)


def option_key(issue: str, option: str) -> str:
    """The name under which an option of an issue is looked for."""
    return f"{OPTION}{issue}/{option}"


def option_of(name: str) -> tuple[str, str] | None:
    """The issue and the option that a mention of this name is about; None if it is about neither."""
    return _pair(name.removeprefix(OPTION)) if name.startswith(OPTION) else None


@dataclass(frozen=True, slots=True)
class Named:
    """What the mentee named in one line, each id once, in the order of mention."""

    topics: tuple[str, ...]
    levers: tuple[str, ...]
    facts: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    """Pairs of issue and option."""
    replies: tuple[str, ...] = ()
    """Answers of the scenario's that are about a word of the line."""


def named_in(reading: Reading) -> Named:
    """The mentions of `reading`, sorted by what they name."""
    names = reading.topics()
    return Named(
        topics=tuple(name for name in names if ":" not in name),
        levers=tuple(_behind(LEVER, names)),
        facts=tuple(_behind(FACT, names)),
        options=tuple(_pair(name) for name in _behind(OPTION, names)),
        replies=tuple(_behind(REPLY, names)),
    )


def topic_mentions(reading: Reading) -> tuple[Mention, ...]:
    """The mentions of topics proper."""
    return tuple(mention for mention in reading.mentions if ":" not in mention.topic)


def _behind(prefix: str, names: tuple[str, ...]) -> Iterator[str]:
    return (name.removeprefix(prefix) for name in names if name.startswith(prefix))


def _pair(name: str) -> tuple[str, str]:
    issue, _, option = name.partition("/")
    return issue, option
