"""Whether the program hears the words that an author listens for.

A topic, a lever, a fact or an option is noticed by the recogniser, which works on words and their
inflections. A word under `about` that it does not find even when it is said alone will be found in
no talk; better that the author learns it from a line of the check than from a deaf persona.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from simulator.library.diagnostics import Diagnostic, warning
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Document, Trail
from simulator.reading.moves import Language, Vocabulary
from simulator.reading.recogniser import Recogniser


def check(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    """The words of `scenario` that are never heard."""
    recogniser = _recogniser(scenario.language)
    for trail, words in _listened_for(scenario):
        for at, word in enumerate(words):
            alone = Vocabulary(topics={"it": (word,)})
            if not recogniser.read(word, vocabulary=alone).mentions:
                yield warning(document.place((*trail, "about", at)), "word-not-heard", word=word)


@cache
def _recogniser(language: Language) -> Recogniser:
    return Recogniser.of(language)


def _listened_for(scenario: Scenario) -> Iterator[tuple[Trail, Iterable[str]]]:
    for at, topic in enumerate(scenario.topics):
        yield ("topics", at), topic.about
    for at, fact in enumerate(scenario.facts):
        yield ("facts", at), fact.about
    for at, reply in enumerate(scenario.replies):
        yield ("replies", at), reply.about
    for at, lever in enumerate(scenario.levers):
        yield ("levers", at), lever.about
    for at, issue in enumerate(scenario.negotiation.issues if scenario.negotiation else ()):
        for nth, option in enumerate(issue.options):
            yield ("negotiation", "issues", at, "options", nth), option.about
