"""Ways side by side in words: once as compact lines, once spelt out for a screen reader.

Both say the same. The compact form sets what belongs to a way under its letter; the labelled form
is one sentence a line, with no column, sign or letter that must be seen to be understood.
"""

from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import Literal

from simulator.debrief.quotes import Quote
from simulator.debrief.ways import Finish, Laid, Sample, Spread, Way
from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.views.debrief_words import quoted, signed
from simulator.views.words import one_line


def ways_lines(
    laid: Sequence[Laid], personas: Mapping[str, Persona], t: Translator
) -> tuple[str, ...]:
    """Every moment with its ways under each other; one line where nothing was tried."""
    if not laid:
        return (t("ways.nothing"),)
    return tuple(line for one in laid for line in _moment(one, personas, t))


def ways_labelled(
    laid: Sequence[Laid], personas: Mapping[str, Persona], t: Translator
) -> tuple[str, ...]:
    """The same, each figure with its label on a line of its own."""
    if not laid:
        return (t("ways.nothing"),)
    return tuple(line for one in laid for line in _spelt(one, personas, t))


def ways_data(laid: Sequence[Laid]) -> list[dict[str, object]]:
    """The same as plain data: `turn`, `stood`, `ways` with a row for each sample."""
    return [
        {
            "turn": one.turn,
            "stood": {
                name: {"trust": stance.trust, "tension": stance.tension}
                for name, stance in one.stood.items()
            },
            "ways": [
                {
                    "line": way.line.text,
                    "original": way.is_original,
                    "samples": [_sample_data(sample) for sample in way.samples],
                }
                for way in one.ways
            ],
        }
        for one in laid
    ]


def stood(one: Laid, personas: Mapping[str, Persona], t: Translator) -> str:
    """How everybody stood before the line."""
    return ", ".join(
        t(
            "ways.stood",
            who=persona_name(name, personas),
            trust=t.number(stance.trust, 1),
            tension=t.number(stance.tension, 1),
        )
        for name, stance in one.stood.items()
    )


def moves(one: Laid, way: Way, t: Translator) -> Iterator[tuple[str, str, str]]:
    """Who, and what became of their trust and tension, in signed points.

    Whoever was not moved at all is left out of a pair.
    """
    for name in one.stood:
        trust, tension = way.trust(name), way.tension(name)
        is_moved = any(one.low or one.high for one in (trust, tension))
        if is_moved or len(one.stood) == 1:
            yield name, _points(trust, t), _points(tension, t)


def came(way: Way, t: Translator) -> Iterator[str]:
    """What else came of it, each thing once, with how often where it was not every time."""
    found: dict[str, int] = {}
    for sample in way.samples:
        for line in dict.fromkeys(_brought(sample, t)):
            found[line] = found.get(line, 0) + 1
    for line, times in found.items():
        yield line if times == way.k else t("ways.times", line=line, times=times, k=way.k)


def persona_name(voice: str, personas: Mapping[str, Persona]) -> str:
    """What the persona of that id is called."""
    return personas[voice].name if voice in personas else voice


def _moment(one: Laid, personas: Mapping[str, Persona], t: Translator) -> Iterator[str]:
    yield _heading(one, personas, t)
    for at, way in enumerate(one.ways):
        yield ""
        yield f"{_letter(at)}  {_named(way, t)}"
        for reply in way.replies:
            who = persona_name(reply.voice, personas)
            yield f"   {t('ways.reply', who=who, words=quoted(one_line(reply.text), t))}"
        yield from (f"   {effect}" for effect in _effects(one, way, personas, t))
        yield from (f"   {line}" for line in came(way, t))
    yield ""


def _spelt(one: Laid, personas: Mapping[str, Persona], t: Translator) -> Iterator[str]:
    yield _heading(one, personas, t)
    for at, way in enumerate(one.ways, 1):
        number = t("ways.number", number=at, of=len(one.ways))
        yield f"{number} {_named(way, t)}"
        for reply in way.replies:
            who = persona_name(reply.voice, personas)
            yield t("ways.reply", who=who, words=quoted(one_line(reply.text), t))
        yield from _effects(one, way, personas, t)
        yield from came(way, t)


def _heading(one: Laid, personas: Mapping[str, Persona], t: Translator) -> str:
    if one.heard is None:
        return t("ways.moment.unheard", turn=one.turn, stood=stood(one, personas, t))
    words = quoted(one_line(one.heard.text), t)
    who = persona_name(one.heard.voice, personas)
    return t("ways.moment", turn=one.turn, who=who, words=words, stood=stood(one, personas, t))


def _named(way: Way, t: Translator) -> str:
    """The line, and whether it is the one that was said first."""
    which = "original" if way.is_original else "retry"
    return t.n(f"ways.{which}", way.k, words=quoted(one_line(way.line.text), t))


def _effects(one: Laid, way: Way, personas: Mapping[str, Persona], t: Translator) -> Iterator[str]:
    for name, trust, tension in moves(one, way, t):
        yield t("ways.effect", who=persona_name(name, personas), trust=trust, tension=tension)


def _points(spread: Spread, t: Translator) -> str:
    low, high = _figure(spread.low, t), _figure(spread.high, t)
    return low if low == high else t("ways.spread", low=low, high=high)


def _figure(points: float, t: Translator) -> str:
    return signed(points, t) if round(points, 1) else t.number(0)


def _brought(sample: Sample, t: Translator) -> Iterator[str]:
    yield from (t("ways.took", words=_words(one, t)) for one in sample.taken)
    yield from (_given("told", one, t) for one in sample.told)
    yield from (_given("granted", one, t) for one in sample.granted)
    if sample.is_agreed:
        yield t("ways.agreed")
    if sample.is_ruptured:
        yield t("ways.ruptured")
    yield _finished(sample.finish, t)


def _given(what: Literal["told", "granted"], quote: Quote, t: Translator) -> str:
    """What the reply gave; its words again only where the reply said more than that."""
    is_all = len(quote.quote.strip()) == len(quote.utterance.text.strip())
    return t(f"ways.{what}.all") if is_all else t(f"ways.{what}", words=_words(quote, t))


def _finished(finish: Finish, t: Translator) -> str:
    if finish.cause != "ending":
        return t.n(f"ways.finish.{finish.cause}", finish.turns)
    if not finish.note:
        return t.n("ways.finish.ended", finish.turns)
    return t.n("ways.finish.ending", finish.turns, note=finish.note)


def _words(quote: Quote, t: Translator) -> str:
    return quoted(one_line(quote.quote), t)


def _letter(at: int) -> str:
    return ascii_uppercase[at] if at < len(ascii_uppercase) else str(at + 1)


def _sample_data(one: Sample) -> dict[str, object]:
    return {
        "session": one.session,
        "actor": one.actor,
        "reply": one.reply.text if one.reply else None,
        "moved": {
            shift.persona: {"trust": shift.trust, "tension": shift.tension} for shift in one.shifts
        },
        "told": [quote.quote for quote in one.told],
        "granted": [quote.quote for quote in one.granted],
        "cues": [quote.quote for quote in one.taken],
        "agreed": one.is_agreed,
        "ruptured": one.is_ruptured,
        "finish": {
            "turns": one.finish.turns,
            "cause": one.finish.cause,
            "ending": one.finish.ending or None,
            "score": one.finish.score,
        },
    }
