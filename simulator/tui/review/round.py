"""A review under way: where its mentor is, what they may do there, and what a key does.

Owned here: the order of a review, which is the talk, the points, the agenda, the signature; and
that a line is asked for before anything that owes a reason. It holds nothing that is lost by being
left: every deed goes to the review at once, and a refusal changes nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Literal

from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import Drafted, Moment, Verdict
from simulator.debrief.review.review import Review
from simulator.errors import UsageError
from simulator.i18n import Translator
from simulator.tui.review.asks import Ask, What, answer
from simulator.tui.review.offers import VERDICTS, offers
from simulator.views.review import moments, point_name
from simulator.views.reviewing import is_settled, next_place, turn_of
from simulator.wiring.desk import Reviewing

Mode = Literal["talk", "points", "closing"]
Step = Literal["", "adjusting", "adding", "picking"]
"""What is chosen before a line is asked for: a verdict of one's own, or a turn."""


@contextmanager
def naming(review: Review, t: Translator) -> Iterator[None]:
    """A refusal names the point it is about by its words."""
    try:
        yield
    except UsageError as error:
        drafted = review.drafted(str(error.values.get("point", "")))
        if drafted is None:
            raise
        values = {**error.values, "point": point_name(drafted, t)}
        raise UsageError(error.code, **values) from error


class Round:
    """One mentor's way through one review."""

    def __init__(self, reviewing: Reviewing, t: Translator) -> None:
        self.reviewing = reviewing
        self.t = t
        """In whose words an agenda is proposed."""
        place = next_place(reviewing.review)
        self.mode: Mode = "closing" if place is None else "points"
        if not reviewing.review.rulings:
            self.mode = "talk"
        self.place = place or 0
        self.turn = 1
        """The turn that is marked in the talk."""
        self.step: Step = ""
        self.ask: Ask | None = None
        """The line that is awaited."""
        self._before: Mode | None = None
        """Where the talk was opened from."""
        self.seen: set[str] = set()
        """The points that were in front, with all that the draft says of them."""
        self._elsewhere = False
        """The turn that is chosen is where the behaviour was seen that the draft did not find."""
        self.marked = ""
        """Id of the line that is marked while closing."""
        if self.mode == "points":
            self._come_to(self.place)

    @property
    def review(self) -> Review:
        """As it stands."""
        return self.reviewing.review

    @property
    def point(self) -> Drafted:
        """The point at hand."""
        return in_turn(self.review)[self.place]

    @property
    def is_blind(self) -> bool:
        """The draft's verdict on the point at hand is still hidden."""
        return self.point.id in unseen(self.review)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The agenda, or what is proposed for one."""
        return self.review.agenda or moments(self.reviewing.propose(), self.t)

    @property
    def last(self) -> Literal["due", "ready", "signed"]:
        """What is left to do at the end."""
        if next_place(self.review) is not None:
            return "due"
        is_signed = self.review.is_signed and not self.review.is_amended
        return "signed" if is_signed else "ready"

    @property
    def offered(self) -> frozenset[str]:
        """The names of everything that can be done now."""
        return frozenset(("back", *offers(self)))

    def do(self, name: str) -> None:
        """What the command of that name does; `UsageError` where the review refuses it."""
        deeds: dict[str, Callable[[], None]] = {
            **{one: partial(self._give, verdict) for one, verdict in VERDICTS.items()},
            "accept": self._accept,
            "adjust": self._adjust,
            "reject": self._reject,
            "set-aside": self._set_aside,
            "other-words": self._other_words,
            "elsewhere": self._seen_elsewhere,
            "accept-rest": self._accept_rest,
            "go-on": self.go_on,
            "previous": self._previous,
            "next": self._next,
            "talk": self.talk,
            "remark": self._remark,
            "add-point": self._add_point,
            "moment": self._moment,
            "agenda": self._agenda,
            "take-off": self._take_off,
        }
        deeds[name]()

    def written(self, text: str) -> None:
        """The line that was awaited is there."""
        if self.ask is None:
            return
        ask = self.ask
        answer(self.reviewing, ask, text, self.moments)
        self.ask = None
        if ask.what in {"adjust", "differ", "reject", "elsewhere"}:
            self.go_on()
        elif ask.what == "other-words":
            self._come_to(self.place)

    def leave(self) -> bool:
        """Step back from what is half done; whether there was nothing to step back from."""
        if self.ask is not None:
            self.ask = None
        elif self.step:
            if self.step == "picking":
                self.mode = "points"
            self.step = ""
        elif self.mode == "talk" and self._before is not None:
            self.talk()
        else:
            return True
        return False

    def go_on(self) -> None:
        """From the talk to the points, from a point to the next that is due, then to the end."""
        if self.step == "picking":
            self.step = ""
            self.mode = "points"
            what: What = "elsewhere" if self._elsewhere else "other-words"
            self.ask = Ask(what, point=self.point.id, turn=self.turn)
            return
        if self.mode == "talk":
            self.talk()
            return
        place = next_place(self.review, self.place)
        if place is None:
            self.mode = "closing"
        else:
            self._come_to(place)

    def _previous(self) -> None:
        """The point before; from the end, the last."""
        last = len(self.review.opened.draft) - 1
        self._come_to(last if self.mode == "closing" else max(0, self.place - 1))

    def _next(self) -> None:
        """The point after; after the last, the end."""
        if self.place + 1 < len(self.review.opened.draft):
            self._come_to(self.place + 1)
        else:
            self.mode = "closing"

    def talk(self) -> None:
        """To the talk, or back from it; at first on to what is due."""
        if self.mode != "talk":
            self._before, self.mode = self.mode, "talk"
        elif self._before == "closing" or next_place(self.review) is None:
            self.mode = "closing"
        else:
            self._come_to(self.place)

    def _accept(self) -> None:
        """Let the draft stand on the point at hand."""
        self.reviewing.rule(self.point.id, "accepted")
        self.go_on()

    def _adjust(self) -> None:
        """Choose a verdict of one's own."""
        self.step = "adjusting"

    def _reject(self) -> None:
        """Ask why the point is rejected."""
        self.ask = Ask("reject", point=self.point.id)

    def _set_aside(self) -> None:
        """Ask why the better line is set aside; take it up again where it was."""
        line = self.review.lines.get(self.point.id)
        if line is not None and line.ruling == "rejected":
            self.reviewing.rule_line(self.point.id, "accepted")
        else:
            self.ask = Ask("set-aside", point=self.point.id)

    def _other_words(self) -> None:
        """Choose the turn at which the words stand that the point is about."""
        self.step, self.mode, self._elsewhere = "picking", "talk", False

    def _seen_elsewhere(self) -> None:
        """Choose the turn at which was seen what the draft did not find."""
        self.step, self.mode, self._elsewhere = "picking", "talk", True

    @property
    def rest(self) -> tuple[str, ...]:
        """The points that wait, once each of them was in front with all that the draft says."""
        waiting = tuple(one.id for one in self.review.waiting)
        return waiting if self.seen.issuperset(waiting) else ()

    def _accept_rest(self) -> None:
        """Let the draft stand on every point that was seen and waits."""
        for point in self.rest:
            self.reviewing.rule(point, "accepted")

    def _remark(self) -> None:
        """Ask for a remark on the turn that is marked."""
        self.ask = Ask("remark", turn=self.turn)

    def _add_point(self) -> None:
        """Choose whether something was there or was missing, at the turn that is marked."""
        self.step = "adding"

    def _moment(self) -> None:
        """Ask for the question with which the marked turn is to be talked over."""
        self.ask = Ask("moment", turn=self.turn)

    def _agenda(self) -> None:
        """Set the agenda that is proposed."""
        self.reviewing.set_agenda(self.moments)

    def _take_off(self) -> None:
        """Take the marked moment off the agenda, a remark back, or a point, for a reason."""
        what, _, name = self.marked.partition(":")
        if what == "moment":
            held = self.moments
            self.reviewing.set_agenda((*held[: int(name)], *held[int(name) + 1 :]))
        elif what == "remark":
            remark = self.review.comments[int(name)]
            self.reviewing.withdraw_remark(remark.turn, remark.text)
        elif what == "added":
            self.ask = Ask("withdraw", point=name)

    def look_at(self, marked: str) -> None:
        """Another line of the closing is marked; with a moment, its turn in the talk."""
        self.marked = marked
        what, _, name = marked.partition(":")
        if what == "moment":
            self.turn = self.moments[int(name)].turn

    def reword(self) -> str:
        """Ask for another question for the marked moment; the one it has."""
        what, _, name = self.marked.partition(":")
        if what != "moment":
            return ""
        moment = self.moments[int(name)]
        self.ask = Ask("question", turn=moment.turn, place=int(name))
        return moment.question

    def _give(self, verdict: Verdict) -> None:
        """One's own verdict: on a point to add, on one whose verdict is hidden, or another."""
        step, self.step = self.step, ""
        if step == "adding":
            self.ask = Ask("add-point", verdict=verdict, turn=self.turn)
        elif self.is_blind:
            self.reviewing.rule_blind(self.point.id, verdict)
            self._come_to(self.place)
        else:
            self.ask = Ask("adjust", point=self.point.id, verdict=verdict)

    def _come_to(self, place: int) -> None:
        self.mode, self.step, self.place = "points", "", place
        self.turn = turn_of(self.review, place) or self.turn
        if not self.is_blind:
            self.seen.add(self.point.id)
        ruled = self.review.rulings.get(self.point.id)
        if ruled is not None and not is_settled(self.review, self.point.id):
            self.ask = Ask("differ", point=self.point.id, verdict=ruled.verdict)
