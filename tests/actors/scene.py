"""Directions to word: one with sound defaults, and strategies for any."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from simulator.actors.offline import word
from simulator.director.direction import BeatLines, Direction, Heard, Mood
from simulator.director.state import BeatKind, Package, Stance
from simulator.library.persona import Situation, Voice
from simulator.library.scenario import NegotiatedIssue
from simulator.reading.moves import Found, Language, Move, Noticed, Quantity, Reading, Signal

MOODS: tuple[Mood, ...] = ("warm", "open", "guarded", "hard")
ISSUES = (
    NegotiatedIssue(id="pay", topic="pay", unit="EUR", per="year", opens=42_000, limit=46_500),
    NegotiatedIssue(id="remote", topic="remote", unit="day", per="week", opens=1, limit=3),
)
PACKAGE = Package(values={"pay": 44_000.0, "remote": 2.0})
SCENARIO_KINDS = frozenset(
    {
        *(BeatKind.FACT, BeatKind.CONCESSION, BeatKind.CUE, BeatKind.TWIST),
        *(BeatKind.REACTION, BeatKind.ENDING, BeatKind.MORE, BeatKind.REPLY),
    }
)
"""Kinds that are nothing without the scenario's lines."""
STOCK_KINDS = tuple(
    kind
    for kind in BeatKind
    if kind not in SCENARIO_KINDS and kind not in (BeatKind.COUNTER, BeatKind.DEAL)
)


def beat(kind: BeatKind, *lines: str, ref: str = "") -> BeatLines:
    return BeatLines(kind=kind, ref=ref, lines=lines)


def direction(
    *beats: BeatLines | BeatKind,
    text: str = "",
    language: Language = "en",
    address: str = "vous",
    mood: Mood = "guarded",
    seed: str = "seed",
    said: Iterable[str] = (),
    reading: Reading | None = None,
    topics: Mapping[str, str] | None = None,
    lines: Mapping[Situation, tuple[str, ...]] | None = None,
    counter: Package | None = None,
    words: int = 17,
    mentee: str = "Alex",
    warming: bool = False,
    cooling: bool = False,
) -> Direction:
    """A direction as the director would give it."""
    said = tuple(said)
    return Direction(
        language=language,
        address="tu" if address == "tu" else "vous",
        seed=f"{seed}/{len(said) + 1}",
        turn=len(said) + 1,
        persona="manager",
        name="Claire",
        identity="A team manager.",
        manner="dry",
        voice=Voice(words=words),
        lines=lines or {},
        mentee=mentee,
        mood=mood,
        stance=Stance(trust=4, tension=4),
        warming=warming,
        cooling=cooling,
        heard=Heard(text=text, reading=reading or Reading(), topic_words=topics or {}),
        beats=tuple(beat(one) if isinstance(one, BeatKind) else one for one in beats),
        counter=counter,
        issues=ISSUES if counter else (),
        said=said,
    )


def talk(directions: Iterable[Direction]) -> list[str]:
    """The replies to a run of directions, each told what was said before."""
    said: list[str] = []
    for place, one in enumerate(directions):
        said.append(word(one.model_copy(update={"said": tuple(said), "turn": place + 1})))
    return said


def did(text: str, *moves: Move) -> Reading:
    """A reading in which the whole line makes these moves."""
    return Reading(moves=tuple(Found(move, 0, len(text), 0.9) for move in moves))


def noticed(text: str, *signals: Signal) -> Reading:
    return Reading(signals=tuple(Noticed(one, 0, len(text), 0.9) for one in signals))


def money(text: str, said: str, value: float) -> Quantity:
    start = text.index(said)
    return Quantity("money", value, "EUR", "year", start, start + len(said), said)


ENGLISH = (
    "I need two days at home because my commute is killing me.",
    "What's behind the rule?",
    "How do you feel about the deadline?",
    "I'd like 46k a year.",
    "That's not fair to our team.",
    "ok",
    "",
    "Could we try it for three months?",
    "I took on the onboarding and my evenings went with it.",
    "Honestly, I worked on the Atlas slides for three weeks.",
)
FRENCH = (
    "J'ai besoin de deux jours chez moi parce que mon trajet est épuisant.",
    "Qu'est-ce qu'il y a derrière cette règle ?",
    "Comment vous vivez le délai ?",
    "J'aimerais 46 000 € par an.",
    "Ce n'est pas juste pour notre équipe.",
    "ok",
    "",
    "On pourrait essayer pendant trois mois ?",
    "J'ai pris en charge les nouveaux, et mes soirées y sont passées.",
    "Je travaille sur le rapport depuis trois semaines.",
)


@st.composite
def any_direction(draw: st.DrawFn, language: Language, address: str = "vous") -> Direction:
    """One to three beats of the stock's kinds, in any mood, on an ordinary line."""
    text = draw(st.sampled_from(ENGLISH if language == "en" else FRENCH))
    moves = draw(st.lists(st.sampled_from(Move), max_size=2, unique=True))
    return direction(
        *draw(st.lists(st.sampled_from(STOCK_KINDS), min_size=1, max_size=3, unique=True)),
        text=text,
        language=language,
        address=address,
        mood=draw(st.sampled_from(MOODS)),
        seed=draw(st.text(alphabet="0123456789abcdef", min_size=4, max_size=4)),
        reading=did(text, *moves),
        warming=draw(st.booleans()),
        cooling=draw(st.booleans()),
        words=draw(st.integers(6, 24)),
    )
