"""What people mean and what only looks like it: whole classes of lines, a few of each."""

from collections.abc import Mapping

import pytest

from simulator.reading.moves import Language, Reading
from simulator.reading.recogniser import Recogniser


def done(reading: Reading) -> set[str]:
    """Everything that is surely done, moves and signals."""
    return {
        *(str(one.move) for one in reading.moves if one.is_sure),
        *(str(one.signal) for one in reading.signals if one.is_sure),
    }


MEANT: list[tuple[Language, str, str]] = [
    ("en", "What do you need the crane for?", "open-question"),
    ("en", "And Petra, what do you need him for?", "open-question"),
    ("en", "This was not correct to you.", "apology"),
    ("en", "That was not fair to you, and I knew it.", "apology"),
    ("en", "That was clumsy of me.", "apology"),
    ("en", "How about telling the council?", "proposal"),
    ("en", "I have 36 hours.", "stating-facts"),
    ("en", "What if you told the council on Thursday?", "proposal"),
    ("en", "Petra, what if you told the council on Thursday?", "proposal"),
    ("en", "And Petra, how about a call on Monday?", "proposal"),
    ("en", "Petra, no, I'm afraid not.", "refusal"),
    ("en", "No way.", "refusal"),
    ("en", "You promised her a rise, didn't you? We want it now, you promised us.", "rights"),
    ("en", "You talk like a machine.", "meta"),
    ("en", "So what if you told the council on Thursday?", "proposal"),
    ("en", "I'd propose the hall first, on 4 May, and the rest on 12 June.", "proposal"),
    ("en", "You should've been warned. I'd have been furious.", "acknowledgement"),
    ("en", "You always interrupt me.", "blame"),
    ("en", "You'll never work for this city again.", "threat"),
    ("en", "What were you thinking?", "confront"),
    ("en", "I beg you, just this once.", "pleading"),
    ("fr", "Nos avocats vont vous ruiner.", "threat"),
    ("fr", "J'ai 36 heures.", "stating-facts"),
    ("fr", "C'est toi qui as tout cassé.", "blame"),
    ("fr", "C'est vous qui n'avez rien dit.", "blame"),
    ("fr", "Tu signes ou je vais voir la direction.", "threat"),
    ("fr", "Non, je ne peux pas.", "refusal"),
    ("fr", "Mais qu'est-ce qui vous prend ?", "confront"),
    ("fr", "Doris, et si tu le disais au comité jeudi ?", "proposal"),
]
ONLY_LIKE: list[tuple[Language, str, set[str]]] = [
    ("en", "What do you need the crane for?", {"undermining", "dismissal"}),
    ("en", "I would go on, but not each second Tuesday like a machine.", {"meta"}),
    ("en", "You work like a machine, day and night.", {"meta"}),
    ("en", "You promised Omar his course, I see.", {"rights", "blame", "power"}),
    ("en", "This was not correct to you.", {"confront", "rights", "blame"}),
    ("en", "Sorry, could I stop you right there?", {"apology"}),
    ("en", "Pardon, what was the last word?", {"apology"}),
    ("en", "I have 12 people and 36 hours.", {"offer", "proposal"}),
    ("en", "No, not a list. It was Omar who told me.", {"refusal"}),
    ("en", "I have 9,000 left, and up to 12,000 my director can sign.", {"offer", "proposal"}),
    ("en", "Prices have gone up nine percent.", {"offer", "proposal"}),
    ("en", "I get nervous when I think about it.", {"threat"}),
    ("en", "I need quiet in the evening, otherwise I lose the thread.", {"threat"}),
    ("en", "I'll tell everybody how well you did it.", {"threat"}),
    ("en", "My lawyer is on holiday.", {"threat"}),
    ("en", "You should've been asked.", {"blame"}),
    ("en", "You forgot your coat in the hall.", {"blame"}),
    ("en", "Do you always cycle here?", {"blame", "absolutes"}),
    ("en", "You always give credit to your people.", {"blame", "absolutes"}),
    ("en", "Who cares for your mother today?", {"dismissal"}),
    ("en", "What were you thinking of for the present?", {"confront"}),
    ("en", "So there's something you have to get over every evening.", {"advice"}),
    ("en", "I'd spit on you if I could.", {"offer", "proposal"}),
    ("en", "Please accept my apologies.", {"pleading"}),
    ("en", "I beg to differ.", {"pleading"}),
    ("en", "Prompt injection is the real danger.", {"meta"}),
    ("fr", "Vous en avez parlé avec Inès ?", {"meta"}),
    ("fr", "Ça doit être lourd à porter chaque fois que tu relis.", {"absolutes", "blame"}),
    ("fr", "Merci. Ça suffit pour aujourd'hui.", {"dismissal"}),
    ("fr", "Deux dossiers confondus, et c'est toi qui as pris l'avertissement.", {"blame"}),
    ("fr", "Et c'est vous qui avez appelé les écoles.", {"blame"}),
    ("fr", "Tu écris à Paul, ou on le fait à deux ?", {"threat", "power"}),
    ("fr", "Une chose à la fois, sinon je me sens débordé.", {"threat", "power"}),
    ("fr", "Non, pas une liste. C'est Paul qui me l'a dit hier.", {"refusal"}),
    ("fr", "Pardon, je t'arrête : c'est quoi, un index ?", {"apology"}),
    ("fr", "Pardon, vous pouvez répéter ?", {"apology"}),
    ("fr", "Qu'est-ce qui vous prend le plus de temps ?", {"confront"}),
]


@pytest.mark.parametrize(("language", "line", "meant"), MEANT)
def test_what_is_meant_is_read(
    language: Language, line: str, meant: str, recognisers: Mapping[Language, Recogniser]
) -> None:
    assert meant in done(recognisers[language].read(line))


@pytest.mark.parametrize(("language", "line", "not_meant"), ONLY_LIKE)
def test_what_only_looks_like_it_is_not(
    language: Language, line: str, not_meant: set[str], recognisers: Mapping[Language, Recogniser]
) -> None:
    assert not done(recognisers[language].read(line)) & not_meant
