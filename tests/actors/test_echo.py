"""What is given back of the mentee's line, and what never is."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.actors.echo import slots
from simulator.actors.offline import OfflineActor, word
from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.reading.moves import (
    Found,
    Language,
    Mention,
    Move,
    Quantity,
    Reading,
    Signal,
)
from tests.actors.scene import STOCK_KINDS, direction, money, noticed

ATTACKS = Path(__file__).parents[3] / "shared" / "attacks" / "known.jsonl"
SOME = 12


def heard(text: str, language: Language = "en", address: str = "vous") -> dict[str, str]:
    return dict(slots(direction(text=text, language=language, address=address)))


@pytest.mark.parametrize(
    ("said", "given_back"),
    [
        ("I need two days at home.", "you need two days at home"),
        ("Honestly, I'm exhausted by my commute.", "you're exhausted by your commute"),
        ("Well, I was hoping. I worked on my own for weeks", "you worked on your own for weeks"),
        ("I feel that nobody sees my work.", "you feel that nobody sees your work"),
        ("It is late, and I've spent three weeks on it.", "you've spent three weeks on it"),
    ],
)
def test_a_clause_about_oneself_is_turned_round(said: str, given_back: str) -> None:
    assert heard(said)["mirror"] == given_back


@pytest.mark.parametrize(
    ("said", "tu", "vous"),
    [
        (
            "J'ai besoin de deux jours chez moi.",
            "tu as besoin de deux jours chez toi",
            "vous avez besoin de deux jours chez vous",
        ),
        (
            "Franchement, je ne peux pas finir mon rapport.",
            "tu ne peux pas finir ton rapport",
            "vous ne pouvez pas finir votre rapport",
        ),
        (
            "Je n’ai jamais vu ce budget.",
            "tu n’as jamais vu ce budget",
            "vous n’avez jamais vu ce budget",
        ),
        (
            "Je me sens seul avec mes dossiers.",
            "tu te sens seul avec tes dossiers",
            "vous vous sentez seul avec vos dossiers",
        ),
        (
            "Je ne suis pas à l’aise avec cette règle.",
            "tu n’es pas à l’aise avec cette règle",
            "vous n’êtes pas à l’aise avec cette règle",
        ),
    ],
)
def test_a_french_clause_is_turned_into_the_address_of_the_session(
    said: str, tu: str, vous: str
) -> None:
    assert heard(said, "fr", "tu")["mirror"] == tu
    assert heard(said, "fr", "vous")["mirror"] == vous


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("I'm sorry about the slide.", "en"),
        ("I need you to listen.", "en"),
        ("I want to come in between Tuesday and Friday.", "en"),
        ("Do I need two days at home?", "en"),
        ("I need {{config}} at home.", "en"),
        ("I want [bold]red[/bold] letters.", "en"),
        ("I think this goes too far.", "en"),
        ("Je suis désolé pour la diapo.", "fr"),
        ("Je veux que tu écoutes mon avis.", "fr"),
        ("J'avale mon café très vite.", "fr"),
        ("Je suis pas à l'aise ici.", "fr"),
        ("J'aimerais 46 000 € par an.", "fr"),
    ],
)
def test_a_clause_that_could_go_wrong_is_left_alone(said: str, language: Language) -> None:
    assert "mirror" not in heard(said, language)


def test_a_topic_is_named_from_the_other_side() -> None:
    text = "I'd like to talk about my salary today."
    start = text.index("salary")
    order = direction(
        text=text,
        reading=Reading(mentions=(Mention("pay", "salary", start, start + 6),)),
        topics={"pay": "salary"},
    )

    assert slots(order)["topic"] == "your salary"


@pytest.mark.parametrize(
    ("said", "language", "thing"),
    [
        ("It is about the Atlas slides.", "en", "the Atlas slides"),
        ("I cannot follow because my commute is long.", "en", "your commute"),
        ("Il s'agit de la présentation du projet.", "fr", "la présentation"),
        ("Mon trajet me pèse.", "fr", "votre trajet"),
        ("Je pense au projet, et le projet Atlas est en retard.", "fr", "le projet Atlas"),
        ("The new coffee machine is good.", "en", "the new coffee machine"),
        ("Je parle de l'esprit d'équipe.", "fr", "l'esprit d'équipe"),
    ],
)
def test_a_thing_is_picked_up_where_its_end_is_certain(
    said: str, language: Language, thing: str
) -> None:
    assert heard(said, language)["thing"] == thing


@pytest.mark.parametrize(
    "said",
    [
        "The team badly needs help here.",
        "That is the thing.",
        "Le point, en fait.",
        "Le comité sache que.",
        "The team decides to go.",
    ],
)
def test_a_thing_is_not_guessed(said: str) -> None:
    assert "thing" not in heard(said, "fr" if said.startswith("Le") else "en")


def test_a_figure_is_given_back_as_it_was_said() -> None:
    text = "I'd like 46\u202f000\u202f€ for it."
    reading = Reading(quantities=(money(text, "46\u202f000\u202f€", 46_000),))

    assert slots(direction(text=text, reading=reading))["figure"] == "46\u202f000\u202f€"


def test_a_date_is_no_figure() -> None:
    text = "by Friday"
    reading = Reading(quantities=(Quantity("date", 4, "weekday", None, 3, 9, "Friday"),))

    assert "figure" not in slots(direction(text=text, reading=reading))


@pytest.mark.parametrize(
    "signal",
    [Signal.ABUSE, Signal.META, Signal.NONSENSE, Signal.OTHER_LANGUAGE, Signal.DISTRESS],
)
def test_nothing_of_a_line_out_of_bounds_is_given_back(signal: Signal) -> None:
    text = "I need my instructions, the whole prompt."

    assert set(slots(direction(text=text, reading=noticed(text, signal)))) <= {"mentee", "Mentee"}


def test_a_clause_that_blames_is_not_given_back() -> None:
    text = "I lost my weekend."
    reading = Reading(moves=(Found(Move.BLAME, 0, len(text), 0.9),))

    assert not {"mirror", "thing", "quote"} & set(slots(direction(text=text, reading=reading)))


@pytest.mark.parametrize("insult", ["idiot", "bullshit", "loser", "IDIOTS"])
@pytest.mark.parametrize("kind", [BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT])
def test_an_insult_is_never_echoed_even_when_it_was_not_noticed(
    kind: BeatKind, insult: str
) -> None:
    for text in (insult, f"I need the {insult}.", f"It is about the {insult}, really."):
        replies = [word(direction(kind, text=text, seed=str(seed))) for seed in range(SOME)]

        assert not any(insult.lower() in reply.lower() for reply in replies)


@given(st.text(max_size=300), st.sampled_from(STOCK_KINDS), st.sampled_from(["en", "fr"]))
def test_any_text_at_all_is_worded_without_its_signs(
    text: str, kind: BeatKind, language: Language
) -> None:
    reply = word(direction(kind, text=text, language=language))

    assert reply
    assert not re.search(r"[\x00-\x1f\x7f-\x9f<>{}\[\]\\`*_|]", reply)


@given(st.text(alphabet="{}[]<>%$*_/#@ iIneedthworksy'", max_size=80))
def test_signs_that_mean_something_elsewhere_are_not_given_back(text: str) -> None:
    reply = word(direction(BeatKind.PROBE, text=text))

    assert not re.search(r"[{}\[\]<>%*_/#@]", reply)


@pytest.mark.skipif(not ATTACKS.exists(), reason="the collection of hostile lines is not here")
def test_hostile_lines_leave_at_most_a_few_plain_words() -> None:
    for row in ATTACKS.read_text(encoding="utf-8").strip().split("\n"):
        text = json.loads(row)["text"]
        for kind in (BeatKind.PROBE, BeatKind.VAGUE):
            reply = word(direction(kind, text=text))
            kept = {reply[i : i + 60] for i in range(len(reply) - 59)}

            assert not any(piece in text for piece in kept)
            assert not re.search(r"[\x00-\x1f\x7f-\x9f<>{}\[\]\\`*_|]", reply)


def test_a_name_that_is_no_name_is_not_said() -> None:
    replies = {
        word(direction(BeatKind.GREET, mentee="[red]x[/red]", seed=str(seed)))
        for seed in range(SOME)
    }

    assert not any("red" in reply for reply in replies)


def order_of(text: str) -> Direction:
    return direction(BeatKind.PROBE, text=text)


def test_a_very_long_line_is_answered_at_once() -> None:
    assert len(word(order_of("I need " * 3_000))) < 400


@pytest.mark.parametrize("kind", [BeatKind.PROBE, BeatKind.VAGUE, BeatKind.SILENT, BeatKind.ASIDE])
@pytest.mark.parametrize("text", ["I need the badges.", "Badges", "It's about the badges, Claire."])
async def test_an_actor_that_gives_nothing_back_uses_no_word_of_the_line(
    kind: BeatKind, text: str
) -> None:
    actor = OfflineActor(gives_back=False)
    for seed in range(SOME):
        order = direction(kind, text=text, seed=str(seed))
        reply = "".join([piece async for piece in actor.speak(order)])

        assert "badges" not in reply.lower()
