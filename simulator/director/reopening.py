"""Whether a deal just made is none: the mentee protests while there is still time to.

There is time on the turn after the deal, and as long as the ending it began leaves the mentee a
turn. A refusal, a denial, a protest, or a figure held on to that is another than the one agreed
opens the table again; wanting more of what was rightly agreed does not. What the mentee never asked for is
off the table then. Before a deal, a limit set against the persona's figures is a demand.
"""

from collections.abc import Sequence

from simulator.director.conduct import Conduct
from simulator.director.demands import named_values
from simulator.director.objecting import claims, protests, sets_limit
from simulator.director.packages import Sheet, Value, Values
from simulator.director.recapping import denies
from simulator.director.state import BeatKind, Package, State, Table
from simulator.reading.moves import Reading, Signal
from simulator.text import fold


def set_against(
    sheet: Sheet,
    state: State,
    conduct: Conduct,
    reading: Reading,
    *,
    line: str,
    table: Sequence[str],
) -> Values | None:
    """The figures that the mentee holds against the deal; None where the deal stands."""
    agreed = state.table.agreed
    if agreed is None or not _is_recent(state):
        return None
    meant = _meant_instead(sheet, agreed.values, reading, line=line, table=table)
    objects = denies(fold(line)) or conduct.shows(Signal.REFUSAL)
    return meant if meant is not None else {} if objects else None


def reopened(table: Table, meant: Values) -> Table:
    """The table open again, with nothing asked for but `meant`."""
    asked = Package(values=dict(meant)) if meant else None
    return table.model_copy(
        update={"agreed": None, "value": None, "asked": asked, "first_asked": asked}
    )


def capped(
    sheet: Sheet, state: State, reading: Reading, *, line: str, table: Sequence[str]
) -> dict[str, Value]:
    """The limits that the mentee sets against figures just put to them: "20,000 at most"."""
    was_countered = any(beat.kind is BeatKind.COUNTER for beat in state.beats)
    if not was_countered or state.table.offered is None or not sets_limit(fold(line)):
        return {}
    offered = state.table.offered.values
    named = named_values(sheet.negotiation, reading, line=line, table=table)
    single = {name: next(iter(values)) for name, values in named.items() if len(values) == 1}
    return {
        name: value
        for name, value in single.items()
        if name in offered and sheet.is_no_better({name: offered[name]}, {name: value})
    }


def _is_recent(state: State) -> bool:
    """Whether the persona's last words made the deal, or the talk is coming to its end with it."""
    return state.closing is not None or any(beat.kind is BeatKind.DEAL for beat in state.beats)


def _meant_instead(
    sheet: Sheet, agreed: Values, reading: Reading, *, line: str, table: Sequence[str]
) -> Values | None:
    """The figures that a protest sets against those agreed; None if the line does not protest."""
    folded = fold(line)
    if not protests(folded) and not claims(folded):
        return None
    named = named_values(sheet.negotiation, reading, line=line, table=table)
    denied = named_values(sheet.negotiation, reading, line=line, table=table, denied=True)
    better = {
        name: value
        for name, values in named.items()
        for value in values
        if name in agreed
        and value != agreed[name]
        and sheet.is_no_better({name: agreed[name]}, {name: value})
    }
    is_denied = any(agreed.get(name) in values for name, values in denied.items())
    return better if better or is_denied or protests(folded) else None
