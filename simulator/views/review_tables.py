"""What reviews add up to: agreement over time, and the report of disagreements.

Every figure stands with the number it rests on. The report speaks of items that are to be
rewritten; it ranks nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.debrief.review.agreement import ENOUGH, Agreement
from simulator.debrief.review.disputes import Dispute, Opinion
from simulator.i18n import Translator
from simulator.views.debrief_words import Line
from simulator.views.review import item_name, verdict_name
from simulator.views.words import one_line


def agreement(
    rows: Sequence[Agreement],
    titles: Mapping[str, str],
    t: Translator,
    asks: Mapping[str, str] | None = None,
) -> Iterator[Line]:
    """The table of agreement, a row a line; what is low is said so beneath it.

    An item is listed from its second ruling on, or where a draft was not let stand. `asks` maps an
    item of the rubric to its author's question.
    """
    if not rows:
        yield Line("text", t("review.agreement.none"))
    for row in rows:
        if row.item and row.n < 2 and row.accepted == row.n:
            continue
        yield Line(
            "point",
            f"{_row_name(row, titles, asks or {}, t)}{t('debrief.colon')}{_figures(row, t)}",
        )
        if row.is_low:
            yield Line("note", t("review.agreement.low"))


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of the table: what it is about, and its figures in the order of `TABLE_HEADS`."""

    name: str
    is_item: bool
    """It stands under a scenario, or under everything."""
    cells: tuple[str, ...]
    is_low: bool


TABLE_HEADS = ("kept", "unseen", "kappa")
"""Rulings that let the draft stand, verdicts given unseen that were the draft's, Cohen's κ."""
NOTHING = "–"


def table_head(head: str, t: Translator) -> str:
    """The word over a column."""
    return t(f"review.table.{head}")


def table(
    rows: Sequence[Agreement], titles: Mapping[str, str], asks: Mapping[str, str], t: Translator
) -> tuple[TableRow, ...]:
    """The same as a table: everything, then each scenario with its items under it.

    A figure that cannot be told is a dash.
    """
    return tuple(
        TableRow(
            name=_item_or_title(one, titles, asks, t),
            is_item=bool(one.item),
            cells=(
                t("progress.share", part=one.accepted, whole=one.n),
                t("progress.share", part=one.matched, whole=one.blind) if one.blind else NOTHING,
                NOTHING if one.kappa is None or one.blind < ENOUGH else t.number(one.kappa, 2),
            ),
            is_low=one.is_low,
        )
        for one in rows
        if not (one.item and one.n < 2 and one.accepted == one.n)
    )


def _item_or_title(
    row: Agreement, titles: Mapping[str, str], asks: Mapping[str, str], t: Translator
) -> str:
    if row.item:
        return one_line(asks.get(row.item) or item_name(row.item, t))
    return _title(row.scenario, titles) if row.scenario else t("review.agreement.everything")


def disputes(
    found: Sequence[Dispute],
    titles: Mapping[str, str],
    t: Translator,
    asks: Mapping[str, str] | None = None,
) -> Iterator[Line]:
    """The report of disagreements: each item with its rulings and their reasons."""
    if not found:
        yield Line("text", t("review.dispute.none"))
    for one in found:
        counts = t(
            "review.dispute.counts",
            accepted=one.count("accepted"),
            adjusted=one.count("adjusted"),
            rejected=one.count("rejected"),
        )
        item = (asks or {}).get(one.item) or item_name(one.item, t)
        name = f"{_title(one.scenario, titles)}, {one_line(item)}"
        yield Line("point", f"{name}{t('debrief.colon')}{counts}")
        if one.split:
            yield Line("note", t.n("review.dispute.split", len(one.split)))
        if one.is_to_rewrite:
            yield Line("note", t("review.dispute.rewrite"))
        for opinion in one.opinions:
            if opinion.ruling != "accepted" or opinion.session in one.split:
                yield Line("note", _opinion(opinion, t))


def _row_name(
    row: Agreement, titles: Mapping[str, str], asks: Mapping[str, str], t: Translator
) -> str:
    item = one_line(asks.get(row.item) or item_name(row.item, t)) if row.item else ""
    if not row.scenario:
        return item or t("review.agreement.everything")
    title = _title(row.scenario, titles)
    return f"{title}, {item}" if item else title


def _figures(row: Agreement, t: Translator) -> str:
    stood = t.n("review.agreement.stood", row.n, accepted=row.accepted)
    if not row.blind:
        return stood if row.item else f"{stood} {t('review.agreement.unseen')}"
    matched = t.n("review.agreement.blind", row.blind, matched=row.matched)
    if row.kappa is None or row.blind < ENOUGH:
        told = "" if row.item else t("review.agreement.undefined")
        return f"{stood} {matched} {told}".rstrip()
    kappa = t("review.agreement.kappa", kappa=t.number(row.kappa, 2), n=row.blind)
    return f"{stood} {matched} {kappa}"


def _opinion(one: Opinion, t: Translator) -> str:
    said = t(
        f"review.opinion.{one.ruling}",
        who=one_line(one.reviewer),
        session=one.session,
        drafted=verdict_name(one.drafted, t),
        verdict=verdict_name(one.verdict, t) if one.verdict else "",
    )
    return f"{said} {one_line(one.reason)}".strip()


def _title(scenario: str, titles: Mapping[str, str]) -> str:
    return one_line(titles.get(scenario, scenario))
