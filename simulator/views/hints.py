"""A hint in words: one or two sentences, in the language of the talk.

The words around a quote are the catalogue's; the quote stays as it was said.
"""

from simulator.debrief.hints import Hint
from simulator.i18n import Translator
from simulator.practice.events import HintGiven
from simulator.views.words import skill_name


def hint_words(hint: Hint | HintGiven, t: Translator) -> str:
    """A hint, fresh or recorded, as it is shown."""
    if hint.text:
        return hint.text
    values = dict(hint.values)
    if "skill" in values:
        values["skill"] = skill_name(t, values["skill"])
    return t(hint.code, **values)
