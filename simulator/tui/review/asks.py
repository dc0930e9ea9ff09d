"""One line that a review asks its mentor for, and what is done with it once it is written.

Owned here: which line leads to which deed. Whether the deed may be done is the review's to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.review.records import Moment, Verdict
from simulator.debrief.review.rulings import spot_of
from simulator.i18n import Translator
from simulator.views.review import verdict_name
from simulator.wiring.desk import Reviewing

What = Literal[
    "adjust",
    "differ",
    "reject",
    "set-aside",
    "other-words",
    "elsewhere",
    "remark",
    "add-point",
    "withdraw",
    "moment",
    "question",
]


@dataclass(frozen=True, slots=True)
class Ask:
    """What the line is for: a point, a verdict on it, a turn, or a place on the agenda."""

    what: What
    point: str = ""
    verdict: Verdict | None = None
    turn: int = 0
    place: int = 0

    def words(self, t: Translator) -> str:
        """What is asked."""
        verdict = verdict_name(self.verdict, t) if self.verdict else ""
        return t(f"review.asks.{self.what}", verdict=verdict, turn=self.turn)


def answer(reviewing: Reviewing, ask: Ask, text: str, moments: Sequence[Moment]) -> None:
    """Do what was asked about, with `text`; `moments` is the agenda as it is shown.

    Raises `UsageError` where the review refuses it; nothing is changed then.
    """
    match ask:
        case Ask(what="adjust" | "differ", point=point, verdict=verdict):
            reviewing.rule(point, "adjusted", verdict=verdict, reason=text)
        case Ask(what="reject", point=point):
            reviewing.rule(point, "rejected", reason=text)
        case Ask(what="set-aside", point=point):
            reviewing.rule_line(point, "rejected", text)
        case Ask(what="other-words", point=point, turn=turn):
            reviewing.correct(point, turn, text)
        case Ask(what="elsewhere", point=point, turn=turn):
            reviewing.correct(point, turn, text)
            reviewing.rule(point, "adjusted", verdict="observed", reason=text)
        case Ask(what="remark", turn=turn):
            reviewing.comment(turn, text)
        case Ask(what="add-point", verdict=verdict, turn=turn) if verdict is not None:
            reviewing.add(verdict, text, (spot_of(reviewing.session, turn),))
        case Ask(what="withdraw", point=point):
            reviewing.withdraw(point, text)
        case Ask(what="moment", turn=turn):
            held = reviewing.review.agenda
            reviewing.set_agenda((*held, Moment(turn=turn, question=text)))
        case Ask(what="question", place=place):
            changed = Moment(turn=moments[place].turn, question=text)
            reviewing.set_agenda((*moments[:place], changed, *moments[place + 1 :]))
