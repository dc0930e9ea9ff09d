"""A review held over a channel: one point at a time, one key and, where it is due, one line.

For a terminal, a pipe or a screen reader: labelled lines, no box drawing. What is ruled is stored
at once, so that leaving loses nothing. A line that means nothing is refused and changes nothing.
"""

import shlex
from collections.abc import Callable, Iterator

from simulator.cli.plain import Channel
from simulator.debrief.review.records import Moment, Ruling, Verdict
from simulator.debrief.review.rulings import spot_of
from simulator.errors import UsageError
from simulator.i18n import Translator
from simulator.views import review as shown
from simulator.views.debrief_words import Line
from simulator.views.slash import PREFIX
from simulator.views.talk import talk
from simulator.wiring.desk import Reviewing

_VERDICTS: dict[str, Verdict] = {key: verdict for verdict, key in shown.VERDICT_KEYS.items()}
_LEAVING = frozenset({"q", "0", f"{PREFIX}quit"})
_MARGINS = {"text": "", "point": "- ", "quote": "    ", "note": "  "}


class PlainReview:
    """One mentor's review, point by point. `run` ends with the input, with `q`, or once signed."""

    def __init__(self, reviewing: Reviewing, channel: Channel, t: Translator) -> None:
        self._reviewing = reviewing
        self._channel = channel
        self._t = t
        self._place = 0
        self._known: set[str] = set()
        """Keys that were said: heard once, they need not be heard at every point."""
        self._differing: Verdict | None = None
        """The verdict just given blind that is not the draft's, while its reason is awaited."""
        self._deeds: dict[str, Callable[[str], None]] = {
            "a": lambda rest: self._rule("accepted", rest),
            "r": lambda rest: self._rule("rejected", rest),
            "j": self._adjust,
            "s": self._skip,
            "l": self._set_line_aside,
            "w": self._correct,
            "+": self._add,
            "-": self._withdraw,
            "c": self._comment,
            "t": self._transcript,
            "g": self._agenda,
            "all": self._accept_rest,
            "sign": self._sign,
            "?": self._help,
        }

    def run(self) -> None:
        """Go through the points that wait, then the agenda, then the signature."""
        self._say("cli.review.begin")
        self._show()
        while (line := self._channel.ask(self._t("cli.review.prompt"))) is not None:
            if line.strip().lower() in _LEAVING:
                break
            if not line.strip():
                continue
            try:
                self._take(line.strip())
            except UsageError as error:
                self._name_point(error)
                self._channel.say(self._t.error(error))
            if self._is_done():
                return
        self._left()

    def _name_point(self, error: UsageError) -> None:
        """Have a refusal name its point as the cards do, by number and words, not by its id."""
        for card in self._cards:
            if card.point == error.values.get("point"):
                error.values["point"] = card.heading

    def _take(self, line: str) -> None:
        key, _, rest = line.partition(" ")
        key, rest = key.lower(), rest.strip()
        differing, self._differing = self._differing, None
        if differing and key not in {"a", "j", "s", "?", "t"}:
            self._adjust(f"{shown.VERDICT_KEYS[differing]} {line}")
        elif key.startswith("#") and key[1:].isdecimal():
            self._go(int(key[1:]))
        elif key in _VERDICTS and self._card is not None and self._card.is_blind:
            self._rule_blind(_VERDICTS[key], rest)
        elif key in self._deeds:
            self._deeds[key](rest)
        else:
            self._say("cli.review.unknown", given=key)

    @property
    def _cards(self) -> tuple[shown.Card, ...]:
        one = self._reviewing
        return shown.cards(one.review, one.debrief, one.session, self._t)

    @property
    def _card(self) -> shown.Card | None:
        cards = self._cards
        return cards[self._place] if self._place < len(cards) else None

    def _show(self) -> None:
        """The point at hand, moved on to one that waits; or what is left to do."""
        cards = self._cards
        waiting = [one for one in range(len(cards)) if not cards[one].is_ruled]
        if not waiting:
            self._place = len(cards)
            self._say("cli.review.ruled-all")
            self._agenda("")
            self._say("cli.review.sign-how")
            return
        self._place = next((one for one in waiting if one >= self._place), waiting[0])
        self._write(cards[self._place])

    def _write(self, card: shown.Card) -> None:
        self._channel.say()
        self._channel.say(card.heading)
        self._lines(card.lines)
        keys = ", ".join(f"{one.key} {one.text}" for one in card.keys)
        if keys not in self._known or not self._channel.is_heard:
            self._known.add(keys)
            self._said("cli.review.keys", keys)

    def _said(self, label: str, text: str) -> None:
        self._channel.say(self._t("views.labelled", label=self._t(label), text=text))

    def _lines(self, lines: Iterator[Line] | tuple[Line, ...]) -> None:
        for line in lines:
            self._channel.say(f"{_MARGINS[line.kind]}{line.text}")

    def _rule(self, ruling: Ruling, reason: str) -> None:
        card = self._at_hand()
        self._reviewing.rule(card.point, ruling, reason=reason)
        self._next()

    def _adjust(self, rest: str) -> None:
        card = self._at_hand()
        key, _, reason = rest.partition(" ")
        verdict = _VERDICTS.get(key.lower())
        if verdict is None:
            keys = ", ".join(
                f"{one} ({shown.verdict_name(name, self._t)})" for one, name in _VERDICTS.items()
            )
            self._say("cli.review.adjust-how", keys=keys)
            return
        self._reviewing.rule(card.point, "adjusted", verdict=verdict, reason=reason.strip())
        self._next()

    def _rule_blind(self, verdict: Verdict, reason: str) -> None:
        """One's own verdict; then the draft's is shown, and a difference asks for its reason."""
        card = self._at_hand()
        self._reviewing.rule_blind(card.point, verdict, reason)
        self._write(self._cards[self._place])
        ruled = self._reviewing.review.rulings[card.point]
        if ruled.ruling == "accepted" or ruled.reason:
            self._next()
        else:
            self._differing = verdict
            self._say("cli.review.differs")

    def _next(self) -> None:
        self._place += 1
        self._show()

    def _skip(self, _rest: str) -> None:
        self._next()

    def _go(self, number: int) -> None:
        cards = self._cards
        if not 1 <= number <= len(cards):
            self._say("cli.review.no-such-number", number=number, last=len(cards))
            return
        self._place = number - 1
        self._write(cards[self._place])

    def _at_hand(self) -> shown.Card:
        card = self._card
        if card is None:
            raise UsageError("no-point-at-hand")
        return card

    def _add(self, rest: str) -> None:
        """`+ TURN y|n what was seen`."""
        turn, _, more = rest.partition(" ")
        key, _, text = more.strip().partition(" ")
        verdict = _VERDICTS.get(key.lower())
        if not turn.isdecimal() or verdict is None:
            self._say("cli.review.add-how")
            return
        spot = spot_of(self._reviewing.session, int(turn))
        self._reviewing.add(verdict, text, (spot,))
        number = self._reviewing.review.added[-1].point.partition(".")[2]
        self._say("cli.review.added", number=number)

    def _withdraw(self, rest: str) -> None:
        """`- N why`: the point of one's own of that number; `- c TURN`: the latest remark there."""
        number, _, reason = rest.partition(" ")
        if number == "c" and reason.strip().isdecimal():
            said = [one for one in self._reviewing.review.comments if one.turn == int(reason)]
            self._reviewing.withdraw_remark(int(reason), said[-1].text if said else "")
            self._say("cli.review.withdrawn")
            return
        if not number.isdecimal():
            self._say("cli.review.withdraw-how")
            return
        self._reviewing.withdraw(f"added.{number}", reason)
        self._say("cli.review.withdrawn")

    def _set_line_aside(self, reason: str) -> None:
        """`l why`: the better line of the point at hand, and nothing else of it."""
        self._reviewing.rule_line(self._at_hand().point, "rejected", reason)
        self._write(self._cards[self._place])

    def _correct(self, rest: str) -> None:
        """`w TURN why`: where the words stand that the point at hand is about."""
        turn, _, reason = rest.partition(" ")
        if not turn.isdecimal():
            self._say("cli.review.correct-how")
            return
        self._reviewing.correct(self._at_hand().point, int(turn), reason)
        self._write(self._cards[self._place])

    def _comment(self, rest: str) -> None:
        """`c TURN a remark`."""
        turn, _, text = rest.partition(" ")
        if not turn.isdecimal():
            self._say("cli.review.comment-how")
            return
        self._reviewing.comment(int(turn), text)
        self._say("cli.review.commented", turn=turn)

    def _transcript(self, _rest: str) -> None:
        session = self._reviewing.session
        for one in talk(session, self._reviewing.personas):
            words = " ".join(one.text.split())
            self._say("cli.plain.said", turn=one.turn, who=one.who, words=words)

    def _agenda(self, rest: str) -> None:
        """`g` shows it, `g keep` sets what is proposed, `g TURN question` adds a moment."""
        held = self._reviewing.review.agenda
        turn, _, question = rest.partition(" ")
        proposed = shown.moments(self._reviewing.propose(), self._t)
        if rest == "keep":
            self._reviewing.set_agenda(proposed)
        elif rest == "none":
            self._reviewing.set_agenda(())
        elif turn.isdecimal():
            self._reviewing.set_agenda((*held, Moment(turn=int(turn), question=question)))
        elif rest:
            self._say("cli.review.agenda-how")
            return
        held = self._reviewing.review.agenda
        self._say("cli.review.agenda" if held or rest else "cli.review.agenda-proposed")
        self._lines(shown.agenda(held or (() if rest else proposed), self._t))
        if not held and not rest:
            self._say("cli.review.agenda-how")

    def _accept_rest(self, _rest: str) -> None:
        """Accept what has no ruling yet, but for what must be ruled on unseen."""
        for card in self._cards:
            if not card.is_ruled and not card.is_blind:
                self._reviewing.rule(card.point, "accepted")
        self._show()

    def _sign(self, _rest: str) -> None:
        version = self._reviewing.sign()
        self._say("cli.review.signed", version=version, session=self._reviewing.session.id)

    def _is_done(self) -> bool:
        review = self._reviewing.review
        return review.is_signed and not review.is_amended

    def _left(self) -> None:
        review, session = self._reviewing.review, self._reviewing.session.id
        if self._is_done():
            version = review.signatures[-1].version
            self._say("cli.review.stands", version=version, session=session)
            return
        count, by = len(review.waiting), shlex.quote(review.reviewer)
        self._channel.say(
            self._t.n("cli.review.left", count, session=session, by=by)
            if count
            else self._t("cli.review.unsigned", session=session, by=by)
        )

    def _help(self, _rest: str) -> None:
        for name in ("ruling", "blind", "part", "beside", "end"):
            self._say(f"cli.review.help.{name}")

    def _say(self, wording: str, **values: object) -> None:
        self._channel.say(self._t(wording, **values))
