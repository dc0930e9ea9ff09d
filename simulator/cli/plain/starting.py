"""From a scenario to the first word of a talk: choosing, the brief, and what is asked beforehand.

Nothing is stored before the last question is answered, and nothing is sent anywhere before it was
said who would receive it.
"""

from dataclasses import replace

from simulator.cli.plain.sitting import Option, Options, Sitting, SteppedBack
from simulator.cli.plain.telling import brief_lines
from simulator.config import LONGEST_NAME, OFFLINE
from simulator.practice.conversation import Conversation
from simulator.practice.stage import Stage
from simulator.views.briefing import Briefing
from simulator.views.consent import consent_lines
from simulator.views.shelf import shelf
from simulator.wiring.casting import cast_as

LEVELS = 3


def scenarios(sitting: Sitting) -> Options:
    """Every scenario, kind by kind, with how hard and how long it is."""

    def options() -> list[Option]:
        return [
            Option(one.id, one.title, one.kind, ". ".join(filter(None, (one.facts, one.done))))
            for one in shelf(sitting.house, sitting.t).scenarios
        ]

    return options


def prepared(sitting: Sitting, ref: str, level: int = 0) -> Conversation | None:
    """A talk ready to begin on the scenario of that id; None where it is not to be.

    The level is asked for where none is given. Raises `SteppedBack` where a question is left.
    """
    if (card := shelf(sitting.house, sitting.t).scenario(ref)) is not None:
        sitting.say_all((card.summary, card.skills))
    stage = sitting.house.stage(ref)
    level = level or _level(sitting, stage)
    briefing = Briefing.of(stage.scenario, stage.personas, level)
    sitting.say_all(brief_lines(briefing, sitting.t))
    _name(sitting)
    casting = sitting.house.casting
    actor = cast_as(_actor(sitting), sitting.house.settings, casting.waited)
    stage = replace(stage, actor=actor)
    asked = casting.unconsented(actor.name)
    if asked is not None:
        sitting.say_all(consent_lines(asked, sitting.t))
        if not sitting.agrees("cli.plain.consent"):
            sitting.say("cli.consent.kept")
            return None
    intention = sitting.line("cli.plain.intend")
    conversation = sitting.house.begin(stage, level=level, mentee=sitting.mentee)
    if asked is not None:
        casting.agreed(conversation, asked)
    conversation.intend(intention)
    return conversation


def lighter(sitting: Sitting, conversation: Conversation) -> Conversation:
    """The same scene again, one level down; the one that was stopped has ended."""
    opened = conversation.session.opened
    conversation.leave()
    level = max(1, opened.level - 1)
    begun = sitting.house.begin(conversation.stage, level=level, mentee=opened.mentee)
    begun.intend(conversation.session.followup.intention)
    return begun


def _level(sitting: Sitting, stage: Stage) -> int:
    """1 to 3; an empty answer takes the one that is proposed."""
    proposed = sitting.house.settings.level or stage.scenario.level
    while answer := sitting.line("cli.plain.level", proposed=proposed):
        if answer == "0":
            raise SteppedBack
        if answer in {str(one) for one in range(1, LEVELS + 1)}:
            return int(answer)
        sitting.say("cli.plain.no-level", given=answer)
    return proposed


def _name(sitting: Sitting) -> None:
    """The name the mentee gives; an empty answer keeps the one known."""
    known = sitting.mentee
    key = "cli.plain.name-known" if known else "cli.plain.name"
    answer = sitting.line(key, name=known)
    while len(answer) > LONGEST_NAME:
        answer = sitting.line("cli.plain.name-long", most=LONGEST_NAME)
    sitting.mentee = answer or known


def _actor(sitting: Sitting) -> str:
    """Who words the lines: only where an LLM is named in the settings is there a choice."""
    named = sitting.house.settings.actor
    if named == OFFLINE:
        return OFFLINE

    def options() -> list[Option]:
        t = sitting.t
        return [
            Option(named, t("cli.plain.actor.llm", name=named)),
            Option(OFFLINE, t("cli.plain.actor.offline")),
        ]

    if not (chosen := sitting.choose("cli.plain.actor", options)):
        raise SteppedBack
    return chosen
