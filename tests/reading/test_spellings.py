"""What is said terse, clumsy, in haste or as a learner reads as the same content said well."""

import pytest

from simulator.reading.moves import Language, Move
from simulator.reading.recogniser import Recogniser

SAME: list[tuple[Language, set[Move], tuple[str, ...]]] = [
    (
        "en",
        {Move.PROPOSAL},
        (
            "I propose we start on Monday.",
            "i propose we start monday",
            "I propose start on Monday.",
            "me i propose we start on monday ok",
        ),
    ),
    (
        "en",
        {Move.APOLOGY},
        (
            "I'm sorry that I interrupted you.",
            "im sorry i interrupted you",
            "sorry that i interrupt you",
        ),
    ),
    (
        "en",
        {Move.OPEN_QUESTION},
        (
            "What would you need from me?",
            "What you would need from me?",
            "what u need from me",
            "what do you need from me",
        ),
    ),
    ("en", {Move.CLOSED_QUESTION}, ("Would Tuesday suit you?", "would tuesday suit you")),
    ("en", {Move.ADVICE}, ("Why don't you just ask him?", "why you don't just ask him?")),
    (
        "en",
        {Move.ADVICE},
        ("You should talk to her first.", "you should to talk with her first"),
    ),
    (
        "en",
        {Move.RIGHTS},
        ("That's against the rules.", "thats against rules", "this is against the rule"),
    ),
    (
        "en",
        {Move.DISMISSAL},
        ("It doesn't matter, let's move on.", "it doesnt matter lets move on"),
    ),
    (
        "fr",
        {Move.PROPOSAL},
        (
            "Je propose qu'on commence lundi.",
            "je propose on commence lundi",
            "je propose quon commence lundi",
            "moi je propose commencer lundi",
        ),
    ),
    (
        "fr",
        {Move.APOLOGY},
        (
            "Je suis désolé de vous avoir interrompu.",
            "desole de vous avoir interrompu",
            "je suis désolé j'ai interrompu vous",
        ),
    ),
    (
        "fr",
        {Move.ADVICE},
        ("Tu devrais lui parler d'abord.", "tu devrai lui parler dabord", "tu devrait lui parler"),
    ),
    (
        "fr",
        {Move.PROPOSAL},
        (
            "On pourrait essayer trois mois.",
            "nous pourrions essayer trois mois",
            "on pourait essayer 3 mois",
        ),
    ),
    ("fr", {Move.OPEN_QUESTION}, ("Qu'en penses-tu ?", "quen penses tu", "tu en penses quoi")),
    (
        "fr",
        {Move.INTERESTS},
        ("Quelles sont vos craintes ?", "c'est quoi vos craintes ?", "vous avez peur de quoi"),
    ),
    (
        "fr",
        {Move.THREAT},
        ("Si tu n'es pas d'accord, j'irai voir les RH.", "si tu es pas daccord jirai voir les rh"),
    ),
    (
        "fr",
        {Move.DISMISSAL},
        ("Ce n'est pas grave, passons à autre chose.", "cest pas grave passons a autre chose"),
    ),
]


@pytest.mark.parametrize(("language", "moves", "lines"), SAME)
def test_a_way_of_writing_changes_no_move(
    language: Language, moves: set[Move], lines: tuple[str, ...]
) -> None:
    recogniser = Recogniser.of(language)

    lost = [line for line in lines for move in moves if not recogniser.read(line).has(move)]

    assert not lost


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "What you think about it matters to me."),
        ("en", "That is a good way to think about it."),
        ("fr", "De quoi avez-vous besoin de moi ?"),
    ],
)
def test_asking_for_a_view_is_no_pressure(language: Language, line: str) -> None:
    assert not Recogniser.of(language).read(line).has(Move.THREAT, Move.POWER)
