"""What the mentee was after is taken out of their own line where that is certain, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.clauses import MOST
from simulator.debrief.meant import meant
from simulator.reading.moves import Found, Language, Move, Reading
from simulator.text import words

NOTHING = Reading()


@pytest.mark.parametrize(
    ("said", "hole", "filling"),
    [
        ("You should just call them and cancel.", "advised", "call them and cancel"),
        ("Tell him no.", "advised", "tell him no"),
        ("You give me the raise today, or I leave.", "wanted", "give me the raise"),
        ("If you don't sign it by Friday, I'll go to your boss.", "wanted", "sign it by Friday"),
        ("You promised me that letter, you have to send it.", "wanted", "send it"),
        ("I want two days at home, or I leave.", "want", "two days at home"),
        ("I need 48,000 a year.", "want", "48,000 a year"),
        ("Let's move the launch to September.", "ours", "move the launch to September"),
        ("You always do this.", "does", "you do this"),
        ("You never listen to us.", "does", "you don't listen to us"),
        ("Judith, you're always late and everybody is fed up.", "does", "you're late"),
        ("You didn't put my name on it.", "did", "you didn't put my name on it"),
        ("It's your fault that the release is late.", "fault", "the release is late"),
    ],
)
def test_english_is_taken_out(said: str, hole: str, filling: str) -> None:
    assert meant(said, NOTHING, "en")[hole] == filling


@pytest.mark.parametrize(
    ("said", "hole", "filling"),
    [
        ("Tu devrais juste lui dire non.", "advised", "lui dire non"),
        ("Vous n’avez qu’à les appeler.", "de_advised", "de les appeler"),
        ("Vous devriez appeler le client.", "de_advised", "d’appeler le client"),
        ("Pouvez-vous reculer la date ?", "wanted", "reculer la date"),
        ("Je veux deux jours à la maison, sinon je pars.", "want", "deux jours à la maison"),
        ("On pourrait reporter le lancement.", "ours", "reporter le lancement"),
        ("J’exige que vous retiriez cette date.", "that", "vous retiriez cette date"),
        ("Donnez-moi une réponse demain.", "that", "vous me donniez une réponse demain"),
        ("Vous me donnez mon augmentation ou je pars.", "that", "vous me donniez mon augmentation"),
        ("Retirez cette date.", "that", "vous retiriez cette date"),
        ("Vous changez toujours d’avis.", "does", "vous changez d’avis"),
        ("Vous ne m’écoutez jamais.", "does", "vous ne m’écoutez pas"),
        ("Tu m’as coupé la parole.", "did", "tu m’as coupé la parole"),
        ("Vous êtes toujours en retard et on en a marre.", "does", "vous êtes en retard"),
        ("C’est votre faute si la livraison a du retard.", "fault", "la livraison a du retard"),
    ],
)
def test_french_is_taken_out(said: str, hole: str, filling: str) -> None:
    assert meant(said, NOTHING, "fr")[hole] == filling


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You're lazy."),
        ("en", "You are useless, all of you."),
        ("en", "You never asked me anything."),
        ("en", "You should be ashamed."),
        ("en", "You don't understand anything."),
        ("en", "I want you."),
        ("fr", "Vous êtes nul."),
        ("fr", "Vous ne comprenez jamais rien."),
        ("fr", "Écoutez-moi bien."),
        ("fr", "Tu devrais avoir honte."),
    ],
)
def test_nothing_is_taken_out_of_a_judgement_or_where_the_form_is_in_doubt(
    language: Language, said: str
) -> None:
    assert meant(said, NOTHING, language) == {}


def test_an_open_question_of_their_own_can_stand_alone() -> None:
    said = "Is it the money? How do you see the new rule?"
    asked = "How do you see the new rule?"
    found = Found(Move.OPEN_QUESTION, said.index(asked), len(said), 0.9)

    assert meant(said, Reading(moves=(found,)), "en")["question"] == asked


@given(st.sampled_from(["en", "fr"]), st.text(max_size=120))
def test_whatever_is_said_a_filling_is_short_and_holds_no_brace(
    language: Language, said: str
) -> None:
    for filling in meant(said, NOTHING, language).values():
        assert 0 < len(words(filling)) <= MOST + 3
