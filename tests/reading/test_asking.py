"""A question is known by how it begins, by its word, or by the choice it offers."""

import pytest

from simulator.reading.asking import question_of
from simulator.reading.moves import Language


@pytest.mark.parametrize(
    ("line", "language", "asked"),
    [
        ("Why is that?", "en", "why"),
        ("All right. So, what would you need from me?", "en", "want"),
        ("Hello Claire, how was your weekend?", "en", "well"),
        ("Hey Daniel, got a minute?", "en", "minute"),
        ("Hello Helen, may I sit down?", "en", "minute"),
        ("And the rest of the week?", "en", "what"),
        ("Is there anything else that weighs on you?", "en", "what"),
        ("Il y a autre chose qui vous pèse ?", "fr", "what"),
        ("Tu as envie de quoi, toi ?", "fr", "want"),
        ("Et après le trente ?", "fr", "what"),
        ("Tu aurais besoin de quoi de ma part pour ça ?", "fr", "want"),
        ("Tu penses faire quoi là-dessus ?", "fr", "what"),
        ("Bonjour Sandrine, vous allez bien ?", "fr", "well"),
        ("What was that evening like for you?", "en", "feel"),
        ("How has this project been for your people?", "en", "feel"),
        ("What does Lina need to hear, then?", "en", "want"),
        ("Bon, on fait comment alors ?", "fr", "how"),
        ("Ça t’a fait quoi, d’être devant eux ?", "fr", "feel"),
        ("How did your day go?", "en", "well"),
        ("Comment s’est passée votre journée ?", "fr", "well"),
        ("I see. How do you feel about it?", "en", "feel"),
        ("Could we try it for three months?", "en", "can"),
        ("When will you know?", "en", "when"),
        ("It is late.", "en", None),
        ("Pourquoi ?", "fr", "why"),
        ("D'accord. Et vous, qu'est-ce qu'il vous faudrait ?", "fr", "want"),
        ("salut julien t'as deux minutes ?", "fr", "minute"),
        ("Bonjour, comment allez-vous ?", "fr", "well"),
        ("Tu le vis comment ?", "fr", "feel"),
        ("Est-ce qu’on pourrait essayer ?", "fr", "can"),
        ("Il est tard.", "fr", None),
    ],
)
def test_a_question_is_known_by_how_it_begins(
    line: str, language: Language, asked: str | None
) -> None:
    assert question_of(line, language) == asked


@pytest.mark.parametrize(
    ("line", "language", "asked"),
    [
        ("Which part is the yes and which the no?", "en", "which"),
        ("What day can you tell me what came of it?", "en", "when"),
        ("What goes wrong when there isn't?", "en", "what"),
        ("Is that a yes to both, Claire?", "en", "agreed"),
        ("Would half past nine or ten work better for you?", "en", "choice"),
        ("Will you do it or not?", "en", "can"),
        ("How is she?", "en", "kin"),
        ("Are you worried there'll be another?", "en", "yesno"),
        ("When I came in, nobody spoke.", "en", None),
        ("Où est-ce que ça coince ?", "fr", "where"),
        ("Tu préfères lundi ou mardi ?", "fr", "choice"),
        ("On en parle quand ?", "fr", "when"),
        ("Est-ce que tu le savais ?", "fr", "yesno"),
        ("On fait comme ça, d’accord ?", "fr", "agreed"),
        ("Depuis combien de temps tu portes ça ?", "fr", "long"),
    ],
)
def test_a_question_is_told_by_its_kind(line: str, language: Language, asked: str | None) -> None:
    assert question_of(line, language) == asked
