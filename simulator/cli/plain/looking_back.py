"""The mentee's own words, before anything is said of the talk: three questions, then a guess.

Each answer is one line. Whatever was answered is stored, also where the rest is passed over.
"""

from collections.abc import Mapping

from simulator.cli.plain.channel import Channel
from simulator.debrief.reflection import QUESTIONS
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.events import Expected
from simulator.views.slash import PREFIX
from simulator.views.words import skill_name

_EXPECTED: Mapping[str, Expected] = {"y": "yes", "o": "yes", "n": "no", "?": "unsure"}
"""How the answers of either language begin."""
LEAVE = f"{PREFIX}quit"
"""Passes over everything that is still to be asked."""


def reflect(
    conversation: Conversation, channel: Channel, t: Translator, *, may_wait: bool = False
) -> None:
    """Ask the three questions and for the guess; the end of the input skips what is left.

    With `may_wait` nothing is stored where not one question was answered, so that they can be
    asked another time.
    """
    answers: list[str] = []
    answer: str | None = ""
    channel.say(t("cli.plain.reflect"))
    try:
        for question in QUESTIONS:
            channel.say(t(question))
            answer = channel.ask(t("cli.plain.you"))
            if answer is None or answer.strip().lower() == LEAVE:
                break
            answers.append(answer)
    finally:
        if answers or not may_wait:
            conversation.reflect(tuple(answers))
    if answer is None or answer.strip().lower() != LEAVE:
        predict(conversation, channel, t)


def predict(conversation: Conversation, channel: Channel, t: Translator) -> None:
    """Ask of each skill whether its behaviour will be found; what is passed over is left out."""
    skills = conversation.stage.scenario.skills
    if not skills or conversation.session.followup.prediction is not None:
        return
    answers: dict[str, Expected] = {}
    channel.say(t("cli.plain.predict"))
    try:
        for skill in skills:
            channel.say(skill_name(t, skill))
            answer = channel.ask(t("cli.plain.you"))
            if answer is None or answer.strip().lower() == LEAVE:
                break
            if (expected := _EXPECTED.get(answer.strip()[:1].lower())) is not None:
                answers[skill] = expected
    finally:
        conversation.predict(answers)
