"""What an LLM reader made of the mentee's lines, worded: what it proposed, took back, or missed.

Whatever of a debrief rests on it can be traced from here. Nothing of a stopped scene is gone into.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from simulator.debrief.draft import Debrief
from simulator.debrief.quotes import Quote
from simulator.i18n import Translator
from simulator.practice.events import ReadingRefined, Spot
from simulator.reading.moves import Found, Move
from simulator.views.debrief_ruled import spotted
from simulator.views.debrief_words import Line, quotes
from simulator.views.words import one_line


def reread(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Who read how many lines again, then line by line what changed by it, with the words."""
    if debrief.standing == "stopped":
        return
    every = debrief.followup.refined
    read = [one for one in every if not one.why]
    for name, lines in Counter(one.by for one in read).items():
        yield Line("text", t.n("debrief.reread.lines", lines, who=one_line(name)))
    for one in read:
        yield from _of_line(debrief, one, "added", one.added, t)
        yield from _of_line(debrief, one, "withdrawn", one.withdrawn, t)
    for (name, why), lines in Counter((one.by, one.why) for one in every if one.why).items():
        reason = t(f"why.{why}") if t.has(f"why.{why}") else ""
        said = t.n("debrief.reread.failed", lines, who=one_line(name))
        yield Line("point", f"{said} {reason}".rstrip())


def proposed(
    debrief: Debrief, held: Iterable[Quote], moves: Collection[Move], t: Translator
) -> Iterator[Line]:
    """Who proposed the one of `moves` that the quoted words are held for; nothing if the rules did."""
    spans = [(one.turn, one.start, one.end) for one in held]
    for one in debrief.followup.refined:
        shown = [each for each in one.added if each.move in moves]
        if any(
            turn == one.turn and start < each.end and each.start < end
            for turn, start, end in spans
            for each in shown
        ):
            yield Line("note", t("debrief.reread.finding", who=one_line(one.by)))


def _of_line(
    debrief: Debrief, one: ReadingRefined, what: str, found: Sequence[Found], t: Translator
) -> Iterator[Line]:
    for each in found:
        name = t(f"move.{each.move.value}.short")
        yield Line("point", t(f"debrief.reread.{what}", turn=one.turn, move=name))
        spot = Spot(turn=one.turn, start=each.start, end=each.end)
        yield from quotes(debrief, spotted(debrief, (spot,)), t)
