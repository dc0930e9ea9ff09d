"""What happens in a talk, as lines: a label, the colon of the reader's language, and the words."""

from simulator.cli.plain.channel import Channel
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.events import Entry, HelpShown, ReplyDone, ReplyInterrupted
from simulator.practice.session import Utterance
from simulator.views.briefing import Briefing
from simulator.wiring.casting import Delay


class Telling:
    """Says the talk that is under way over a channel. `with_keys` tells of the app's keys too."""

    def __init__(self, channel: Channel, t: Translator, *, with_keys: bool) -> None:
        self._channel = channel
        self._t = t
        self._with_keys = with_keys

    def say(self, wording: str, **values: object) -> None:
        """One line from the catalogue."""
        self._channel.say(self._t(wording, **values))

    def labelled(self, label: str, words: str) -> None:
        """One line: whose words they are, or what they are, and the words."""
        self._channel.say(f"{label}{self._t('debrief.colon')}{' '.join(words.split())}")

    def entry(self, entry: Entry, conversation: Conversation) -> None:
        """One line where something was said; nothing else that happens is heard."""
        match entry.event:
            case ReplyDone(turn=turn, text=text):
                self.labelled(_name(conversation, turn), text)
            case ReplyInterrupted(turn=turn, text=text):
                self.labelled(_name(conversation, turn), f"{text} {self._t('cli.plain.cut')}")
            case HelpShown():
                self.say("views.help-message")
                if not self._with_keys:
                    self.say("cli.plain.outside")
            case _:
                pass

    def cut(self, conversation: Conversation) -> None:
        """What was said of a reply that was interrupted here."""
        last = conversation.session.utterances[-1]
        if last.speaker == "persona":
            self.labelled(_name(conversation, last.turn), f"{last.text} {self._t('cli.plain.cut')}")
        self.say("cli.plain.interrupted")

    def delayed(self, delay: Delay) -> None:
        """Why no answer comes yet."""
        self._channel.say(delay.told(self._t))

    def said(self, conversation: Conversation, one: Utterance) -> None:
        """One utterance."""
        is_persona = one.speaker == "persona"
        self.labelled(
            _name(conversation, one.turn) if is_persona else self._t("cli.plain.me"), one.text
        )

    def recall(self, conversation: Conversation, latest: int = 0) -> None:
        """What was said so far: the `latest` of it, or all."""
        for one in conversation.session.utterances[-latest:]:
            self.said(conversation, one)

    def brief(self, conversation: Conversation) -> None:
        """The brief, and what the mentee meant to do."""
        stage, session = conversation.stage, conversation.session
        briefing = Briefing.of(stage.scenario, stage.personas, session.opened.level)
        for line in brief_lines(briefing, self._t):
            self._channel.say(line)
        if self._with_keys:
            self.say("cli.plain.stops")
        if session.followup.intention:
            self.say("cli.plain.intended", text=session.followup.intention)


def brief_lines(briefing: Briefing, t: Translator) -> tuple[str, ...]:
    """The brief without what it says of keys, which are the app's."""
    of_keys = t("views.contract.stop")
    return tuple(line for line in briefing.lines(t) if line != of_keys)


def _name(conversation: Conversation, turn: int) -> str:
    session = conversation.session
    voice = next(one.voice for one in session.utterances if one.turn == turn)
    return conversation.stage.personas[voice].name
