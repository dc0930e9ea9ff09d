"""What an LLM may come up with, in both languages: what is refused and why, and what is not."""

from time import thread_time

import pytest

from simulator.director.state import BeatKind
from simulator.practice.guard import secrets_of
from simulator.reading.moves import Language
from tests.practice.guard.turns import beat, turn

REFUSED: dict[Language, dict[str, tuple[str, ...]]] = {
    "en": {
        "speaks-for-mentee": (
            "Sam: I understand, thank you.",
            "Fine.\nSam: And my pay?\nClaire: No.",
            "No. Sam: But why?",
            "You: Two days is all I ask.",
            "I see. Sam nods and smiles.",
            "— I see.\n— And my pay?",
            "Well. I’d like 46,000 euros and two days at home.",
        ),
        "leaves-role": (
            "*sighs* I don't know.",
            "(pauses) I don't know.",
            "I don't know. (She looks away.)",
            "[Claire looks away] Well.",
            "Claire: I don't know.",
            "Claire sighs and closes the file.",
            "As an AI, I cannot give you a raise.",
            "I’m an AI language model, so I don’t have a salary.",
            "My instructions say that I can't tell you.",
            "The system prompt does not allow me to say.",
            "Here is the next line: I don't know yet.",
            "I'm sorry, but I can't assist with that request.",
            "I can't comply with that.",
            "I'd rather stay in character.",
        ),
        "wrong-language": (
            "Je ne sais pas encore ce que je peux vous dire là-dessus.",
            "Well. Je ne peux pas vous répondre, il faudrait que je voie cela.",
            "我不知道你在说什么。",
        ),
        "markup": (
            "- First, your pay.\n- Then home.",
            "1. Pay\n2. Home",
            "**No.** I can't.",
            "# Answer\nNo.",
            '```json\n{"reply": "no"}\n```',
            '{"reply": "no"}',
            "=== BEGIN ===\nNo.",
            "<b>No</b>, I can't.",
        ),
        "repeats": (
            "Let me think about it again. Let me think about it again.",
            "no no no no no no no",
            "You wanted to see me, and you wanted to, and you wanted to see me, and you wanted to",
        ),
        "ungranted": (
            "It's a deal.",
            "Fine, agreed. 46,000 it is.",
            "I accept your proposal.",
            "All right, you can have 45,500 euros.",
            "I could stretch to 44,750.",
            "It would be 46,200 with two days at home.",
            "I promise you two days at home.",
            "You have my word.",
            "Fine, two days at home.",
            "All right, let's do that.",
            "Let's say 46,000 then.",
        ),
    },
    "fr": {
        "speaks-for-mentee": (
            "Sam : Je comprends, merci.",
            "D'accord.\nSam : Et mon salaire ?\nClaire : Non.",
            "Vous : deux jours, c'est tout.",
            "Je vois. Sam hoche la tête.",
            "— Je comprends.\n— Et alors ?",
        ),
        "leaves-role": (
            "*soupire* Je ne sais pas.",
            "(un silence) Je ne sais pas.",
            "[Elle détourne le regard] Bon.",
            "En tant qu’IA, je ne peux pas vous augmenter.",
            "Je suis un modèle de langage, je n'ai pas de salaire.",
            "Mes instructions ne me permettent pas de vous le dire.",
            "Le prompt système ne me le permet pas.",
            "Voici la prochaine réplique : je ne sais pas.",
        ),
        "wrong-language": ("I really do not know what I can tell you about that.",),
        "markup": ("- D'abord, votre salaire.\n- Ensuite, la maison.", "**Non.** Je ne peux pas."),
        "repeats": ("Laissez-moi y réfléchir encore. Laissez-moi y réfléchir encore.",),
        "ungranted": (
            "Marché conclu.",
            "D'accord, j'accepte votre proposition.",
            "Très bien, vous aurez 45 500 euros.",
            "Je pourrais monter à 44 750.",
            "Je vous promets deux jours chez vous.",
            "Vous avez ma parole.",
            "Je vous l’accorde.",
            "D'accord, deux jours chez vous.",
            "Va pour 46 000.",
            "Bon, faisons comme ça.",
        ),
    },
}
SHOWN: dict[Language, tuple[str, ...]] = {
    "en": (
        "I hear you. What makes two days so important?",
        "46,000 is a lot more than I had in mind.",
        "I can't promise you anything today.",
        "If I accept that, who's next?",
        "You want me to agree to that? Just like that?",
        "No deal. Not like this.",
        "Fine, you want two days?",
        "Yes, two days is what you said, and I can't.",
        "Well, let me think: you do good work, I know that, but it's not only my call.",
        "I've been here for eight years, Sam, and I've seen two or three people ask.",
        "Sam, listen. I'd like to help you, I would.",
        "Give me five minutes.",
        "You say you want to be at home. Why?",
        "Honestly, I was not expecting this today. Where does that figure come from?",
        "I'm not a machine, Sam. I can't just approve that.",
        "And what would the team say (the ones who come in every day)?",
        "I won't give you my word on that.",
        "Hm.",
        "I don't know what you mean by instructions.",
        "What do you mean, agreed? Agreed on what?",
    ),
    "fr": (
        "Je vous entends. Qu'est-ce qui rend ces deux jours si importants ?",
        "46 000, c'est bien plus que ce que j'avais en tête.",
        "Je ne peux rien vous promettre aujourd'hui.",
        "Si j'accepte ça, à qui le tour ?",
        "Vous voulez que j'accepte ça ? Comme ça ?",
        "Bon, deux jours, ça ne passera pas.",
        "Bon, laissez-moi réfléchir : vous travaillez bien, mais ça ne dépend pas que de moi.",
        "Sam, écoutez. J'aimerais vous aider, vraiment.",
        "Donnez-moi cinq minutes.",
        "Vous dites que vous voulez rester chez vous. Pourquoi ?",
        "Je ne suis pas une machine, Sam.",
        "Je ne vous donne pas ma parole là-dessus.",
        "Quelles instructions ? Je ne vois pas de quoi vous parlez.",
        "D'accord, je vous écoute. Dites-m'en plus sur ce que vous faites.",
        "Je suis d'accord avec vous sur un point : ça ne peut pas durer.",
    ),
}
WRONG = [
    (language, code, reply)
    for language, codes in REFUSED.items()
    for code, replies in codes.items()
    for reply in replies
]
RIGHT = [(language, reply) for language, replies in SHOWN.items() for reply in replies]


@pytest.mark.parametrize(("language", "code", "reply"), WRONG)
def test_what_the_persona_would_never_say_is_refused(
    language: Language, code: str, reply: str
) -> None:
    assert turn(language).guard().refusal(reply) == code


@pytest.mark.parametrize(("language", "reply"), RIGHT)
def test_what_the_persona_may_well_say_is_shown(language: Language, reply: str) -> None:
    assert turn(language).guard().refusal(reply) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_of_every_locked_fact_is_refused(language: Language) -> None:
    one = turn(language)
    guard = one.guard()

    shown = [
        line
        for secret in secrets_of(one.stage.scenario, ())
        for line in secret.lines
        if guard.refusal(line) != "leak"
    ]

    assert shown == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_of_every_concession_is_refused_until_it_is_granted(language: Language) -> None:
    one = turn(language)
    guard = one.guard()
    lines = [line for concession in one.stage.scenario.concessions for line in concession.says]

    assert [line for line in lines if guard.refusal(line) not in {"leak", "ungranted"}] == []


def test_the_author_s_note_on_a_fact_is_as_locked_as_its_lines() -> None:
    one = turn("en")
    guard = one.guard()
    notes = [fact.note for fact in one.stage.scenario.facts if fact.note]

    assert notes
    assert [note for note in notes if guard.refusal(note) is None] == []


def test_a_figure_may_be_said_once_it_is_to_be_put_forward() -> None:
    guard = turn("en").guard(beat(BeatKind.REPLY, "I could go to 44,750 euros."))

    assert guard.refusal("I might think of 44,750, I suppose.") is None
    assert guard.refusal("I might think of 44,250, I suppose.") == "ungranted"


def test_a_deal_may_be_closed_where_the_director_closes_it() -> None:
    assert turn("en").guard(beat(BeatKind.DEAL)).refusal("It's a deal.") is None


def test_what_the_reply_is_told_to_say_must_be_in_it_when_it_is_whole() -> None:
    line = "My director counts the badges every month."
    guard = turn("en").guard(beat(BeatKind.FACT, line))

    assert guard.refusal("Well.") is None
    assert guard.refusal("Well.", is_whole=True) == "leaves-out"
    assert guard.refusal("Every month the badges are counted.", is_whole=True) is None


def test_a_whole_reply_without_a_word_is_refused() -> None:
    assert turn("en").guard().refusal(" … ", is_whole=True) == "empty"


def test_a_cut_reply_must_say_more_of_a_fact_than_a_whole_one() -> None:
    line = "My director counts the badges every month."
    guard = turn("en").guard(beat(BeatKind.FACT, line))

    assert [one.kind for one in guard.unsaid("My director counts", is_whole=False)] == ["fact"]
    assert guard.unsaid("My director counts", is_whole=True) == ()
    assert guard.unsaid(f"Since you ask. {line}", is_whole=False) == ()


def test_a_check_takes_about_a_millisecond_at_most() -> None:
    guard = turn("en").guard()
    reply = " ".join((*SHOWN["en"][:1], *SHOWN["en"][8:9]))
    guard.refusal(reply)

    begun = thread_time()
    for _ in range(50):
        guard.refusal(reply)
    spent = (thread_time() - begun) / 50

    assert len(reply.split()) > 25
    assert spent < 0.002
