"""The mentor's side of a debrief's page: rulings beside the points, what was added, the agenda.

Both verdicts stay readable: the draft's own words are never replaced, the ruling stands under
them with its author and reason. What every mentor rejected is told once, among what they brought
in, and nothing else on the page rests on it. The mentee reads what was signed and nothing that came
after it.
"""

from collections.abc import Iterator

from simulator.debrief.draft import Debrief, Keep, Try
from simulator.debrief.findings import Finding
from simulator.debrief.quotes import Quote, span_of
from simulator.debrief.review.records import Ruled
from simulator.debrief.review.review import Review
from simulator.i18n import Translator
from simulator.practice.events import Spot
from simulator.practice.session import Utterance
from simulator.views.debrief_words import Line, asked, capital, quotes, verdict
from simulator.views.words import one_line


def standing(debrief: Debrief, t: Translator) -> str:
    """What this copy is: a draft, or signed by whom and when."""
    signed = [(one, one.signatures[-1]) for one in debrief.reviews if one.signatures]
    if not signed:
        return t(f"debrief.copy.{debrief.audience}")
    said = [
        t(
            "debrief.signed",
            who=one_line(review.reviewer),
            date=t.date(last.at),
            version=last.version,
        )
        for review, last in signed
    ]
    return " ".join([t(f"debrief.copy.{debrief.audience}.signed"), *said])


def read(debrief: Debrief) -> tuple[Review, ...]:
    """The reviews as this copy's reader may see them: for the mentee, as they were signed."""
    if debrief.audience == "mentor":
        return debrief.reviews
    signed = (one.as_signed for one in debrief.reviews)
    return tuple(one for one in signed if one is not None)


def ruling(debrief: Debrief, point: str, t: Translator) -> Iterator[Line]:
    """What each mentor said to one point of the draft."""
    finding = next((one for one in debrief.findings if one.id == point), None)
    for review in read(debrief):
        if (ruled := review.rulings.get(point)) is not None:
            yield Line("note", _said(review, ruled, finding, t), "ruling")
        yield from _mended(debrief, review, point, t)


def is_rejected(debrief: Debrief, point: str) -> bool:
    """Whether every mentor who ruled on the point rejected it."""
    rulings = [one.rulings[point].ruling for one in read(debrief) if point in one.rulings]
    return bool(rulings) and set(rulings) == {"rejected"}


def tries_left(debrief: Debrief) -> tuple[Try, ...]:
    """The things to try that stand: those that not every mentor rejected."""
    return tuple(one for one in debrief.tries if not is_rejected(debrief, one.id))


def kept_left(debrief: Debrief) -> tuple[Keep, ...]:
    """The things to keep that stand."""
    return tuple(one for one in debrief.keep if not is_rejected(debrief, one.id))


def is_cause_left(debrief: Debrief, turn: int, *, gained: bool) -> bool:
    """Whether it may be said what moved the persona up (`gained`) or down at `turn`.

    Not where what the draft made of that turn was rejected.
    """
    points = debrief.keep if gained else debrief.tries
    return not any(one.turn == turn and is_rejected(debrief, one.id) for one in points)


def mentor(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What the mentors brought in: what they rejected or ruled otherwise, added, the agenda."""
    findings = {one.id: one for one in debrief.findings}
    for review in read(debrief):
        yield from _rejected(debrief, review, t)
        for point, ruled in review.rulings.items():
            if ruled.ruling != "accepted" and point in findings:
                yield from _otherwise(review, findings[point], ruled, t)
        for added in review.added:
            who = one_line(review.reviewer)
            yield Line("point", t("debrief.added", who=who, text=one_line(added.text)))
            yield from quotes(debrief, spotted(debrief, added.spots), t)
        for gone in review.taken_back:
            who, text = one_line(review.reviewer), one_line(gone.point.text)
            said = t("debrief.withdrawn", who=who, text=text, reason=one_line(gone.reason))
            yield Line("point", said)
        for remark in review.comments:
            who = one_line(review.reviewer)
            said = t("debrief.comment", turn=remark.turn, who=who, text=one_line(remark.text))
            yield Line("point", said, turn=remark.turn)
        for moment in review.agenda:
            question = one_line(moment.question)
            asking = t("debrief.agenda", turn=moment.turn, question=question)
            yield Line("point", asking, turn=moment.turn)


def comments(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The mentors' remarks on single turns."""
    said = _utterances(debrief)
    for review in read(debrief):
        for one in review.comments:
            who = one_line(review.reviewer)
            remark = t("debrief.comment", turn=one.turn, who=who, text=one_line(one.text))
            yield Line("point", remark, turn=one.turn)
            if (line := said.get(one.turn)) is not None:
                whole = span_of(line, 0, len(line.text))
                yield from quotes(debrief, (whole,) if whole else (), t)


def _mended(debrief: Debrief, review: Review, point: str, t: Translator) -> Iterator[Line]:
    """What a mentor said to a part of the point alone: its better line, the words it quotes."""
    who = one_line(review.reviewer)
    line = review.lines.get(point)
    if line is not None and line.ruling == "rejected":
        said = t("debrief.ruling.line", who=who, reason=one_line(line.reason))
        yield Line("note", said, "ruling")
    if (corrected := review.corrected.get(point)) is not None:
        said = t("debrief.ruling.words", who=who, reason=one_line(corrected.reason))
        yield Line("note", said, "ruling")
        yield from quotes(debrief, spotted(debrief, corrected.spots), t)


def _rejected(debrief: Debrief, review: Review, t: Translator) -> Iterator[Line]:
    """The things to keep and to try that no longer stand on the page."""
    gone: list[tuple[Keep | Try, str]]
    gone = [(one, f"gap.{one.gap.value}") for one in debrief.tries]
    gone += [(one, f"keep.{one.move.value}") for one in debrief.keep]
    for one, name in gone:
        if is_rejected(debrief, one.id) and (ruled := review.rulings.get(one.id)) is not None:
            values = {"who": one_line(review.reviewer), "reason": one_line(ruled.reason)}
            what = capital(t(name).rstrip("."))
            said = t("debrief.rejected", what=what, turn=one.turn, **values)
            yield Line("point", said.strip(), "ruling", one.turn)


def _otherwise(review: Review, finding: Finding, ruled: Ruled, t: Translator) -> Iterator[Line]:
    yield Line("point", asked(finding, t))
    yield Line("note", t("debrief.ruling.draft", verdict=verdict(finding, t)))
    yield Line("note", _said(review, ruled, finding, t), "ruling")


def _said(review: Review, ruled: Ruled, finding: Finding | None, t: Translator) -> str:
    who = one_line(review.reviewer)
    if ruled.ruling == "adjusted" and ruled.verdict is not None:
        own = ruled.verdict
        words = t(f"verdict.{own}") if finding is None else verdict(finding, t, own)
        said = t("debrief.ruling.adjusted", who=who, verdict=words)
    else:
        said = t(f"debrief.ruling.{ruled.ruling}.plain", who=who)
    return f"{said} {one_line(ruled.reason)}".strip()


def spotted(debrief: Debrief, spots: tuple[Spot, ...]) -> tuple[Quote, ...]:
    said = _utterances(debrief)
    found = (span_of(said[one.turn], one.start, one.end) for one in spots if one.turn in said)
    return tuple(quote for quote in found if quote is not None)


def _utterances(debrief: Debrief) -> dict[int, Utterance]:
    """The utterances that the debrief quotes, by turn: all of the mentee's are among them."""
    held: list[Quote | None] = [one.said for one in debrief.made]
    held += [event.quote for one in debrief.movers for event in one.events]
    held += [quote for one in debrief.findings for quote in one.quotes]
    held += [quote for tried in debrief.tries for quote in tried.quotes]
    held += [story.offered for story in debrief.cues]
    return {quote.turn: quote.utterance for quote in held if quote is not None}
