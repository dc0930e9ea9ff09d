"""The briefing as prose: the whole page before the talk, and what one looks up during it."""

from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.tui.widgets.prose import Block, Kind, sections
from simulator.views.briefing import Briefing, aim_line

Part = tuple[Block, ...]


def before(briefing: Briefing, t: Translator, sent_to: str = "") -> tuple[Part, Part]:
    """The page in two columns: who and where one is, and what counts.

    `sent_to` is the LLM outside this machine that hears the talk, if there is one.
    """
    contract = _part("views.briefing.contract", "point", t, *briefing.contract(t, sent_to))
    return (
        sections([_role(briefing, t), _situation(briefing, t)]),
        sections([_facing(briefing, t), _goals(briefing, t), _aims(briefing, t), contract]),
    )


def during(conversation: Conversation, t: Translator) -> Part:
    """What is looked up while talking, the most wanted first."""
    stage, session = conversation.stage, conversation.session
    briefing = Briefing.of(stage.scenario, stage.personas, session.opened.level)
    intention = session.followup.intention
    meant = _part("views.briefing.intention", "text", t, *filter(None, (intention,)))
    parts = (_goals, _aims, _situation, _role)
    return sections([meant, *(part(briefing, t) for part in parts)])


def _role(briefing: Briefing, t: Translator) -> Part:
    return _part("views.briefing.role", "text", t, briefing.role)


def _situation(briefing: Briefing, t: Translator) -> Part:
    parts = [[Block("text", paragraph)] for paragraph in briefing.situation]
    return (Block("heading", t("views.briefing.situation")), *sections(parts))


def _facing(briefing: Briefing, t: Translator) -> Part:
    lines = (briefing.partner_line(t), briefing.length_line(t))
    return _part("views.briefing.facing", "text", t, *lines)


def _goals(briefing: Briefing, t: Translator) -> Part:
    return _part("views.briefing.goals", "point", t, *briefing.goals)


def _aims(briefing: Briefing, t: Translator) -> Part:
    return _part("views.briefing.aims", "point", t, *(aim_line(aim, t) for aim in briefing.aims))


def _part(heading: str, kind: Kind, t: Translator, *lines: str) -> Part:
    """A heading with its lines; nothing where there are none."""
    if not lines:
        return ()
    return (Block("heading", t(heading)), *(Block(kind, line) for line in lines))
