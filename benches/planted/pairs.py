"""Pairs of talks alike but for one flaw: is the flawed one told apart, at its turn, by its name?

Told apart means that the flawed talk draws a criticism which the flawless one does not: a thing to
try or a finding to work on, at the planted turn or where `kinds.toml` says, under the flaw's own
name or a near kin's. A flaw whose turn was never reached (the talk had come to its end before) was
not planted: it is counted apart.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benches.planted.debriefed import Criticism, Debriefed, Job, job
from benches.planted.talks import Flaw, Kind, Talk, kinds

REACH = 1
"""Turns of the mentee's by which a criticism may come after the flaw."""
Done = Mapping[Job, Debriefed]


@dataclass(frozen=True, slots=True)
class Pair:
    """A talk, and the same with one flaw in it."""

    talk: Talk
    flaw: Flaw
    kind: Kind
    good: Job
    bad: Job

    @property
    def source(self) -> str:
        """Where it comes from."""
        return "played" if self.talk.names is None else "recorded"


@dataclass(frozen=True, slots=True)
class Told:
    """What a debrief made of a pair."""

    is_planted: bool
    differs: bool = False
    """Some criticism is new, wherever it stands and whatever it is called."""
    is_placed: bool = False
    """A new one stands where the flaw is."""
    is_named: bool = False
    """And has its name."""
    is_tried: bool = False
    """And is among the few things to try."""


def pairs(talks: Sequence[Talk]) -> list[Pair]:
    """Every pair of these talks."""
    known = kinds()
    return [
        Pair(
            talk, flaw, known[flaw.kind], job(talk, talk.lines), job(talk, flaw.planted(talk.lines))
        )
        for talk in talks
        for flaw in talk.flaws
    ]


def jobs(found: Sequence[Pair]) -> Iterator[Job]:
    """All that has to be debriefed for them."""
    for one in found:
        yield one.good
        yield one.bad


def told(pair: Pair, done: Done) -> Told:
    """How the pair came out."""
    good, bad = done[pair.good], done[pair.bad]
    turns = _turns(pair, bad)
    if not turns:
        return Told(is_planted=False)
    before = Counter(good.criticisms)
    moved = 2 if pair.flaw.how == "+" else 0
    first = 2 * pair.flaw.at[0]
    known = {_shifted(one, first, moved) for one in before} if moved else set(before)
    fresh = [one for one in bad.criticisms if not any(_same(one, old) for old in known)]
    placed = [one for one in fresh if one.turns & turns]
    named = [one for one in placed if one.names & set(pair.kind.gaps)]
    return Told(
        is_planted=True,
        differs=bool(fresh),
        is_placed=bool(placed),
        is_named=bool(named),
        is_tried=any(one.is_try for one in named),
    )


def _same(one: Criticism, old: Criticism) -> bool:
    return one.names == old.names and one.is_try == old.is_try and bool(one.turns & old.turns)


def _shifted(one: Criticism, first: int, by: int) -> Criticism:
    turns = frozenset(turn + by if turn >= first else turn for turn in one.turns)
    return Criticism(one.names, turns, one.is_try)


def _turns(pair: Pair, bad: Debriefed) -> frozenset[int]:
    """Utterances a criticism of this flaw may name; none if the talk never got there."""
    lines = bad.turns
    at = [number for number in pair.flaw.at if number <= len(lines)]
    if pair.flaw.how != "x" and (not at or at[0] != pair.flaw.at[0]):
        return frozenset()
    if pair.kind.where == "anywhere" or pair.flaw.how == "x":
        return frozenset(range(1, lines[-1] + 2))
    first, last = lines[at[0] - 1], lines[min(at[-1] + REACH, len(lines)) - 1]
    if pair.kind.where == "from":
        return frozenset(range(first, lines[-1] + 1))
    if pair.kind.where == "end":
        return frozenset(range(lines[-2], lines[-1] + 1))
    return frozenset(range(first - 1 if pair.kind.is_across else first, last + 1))


def share(rows: Sequence[Told], field: str = "is_named") -> str:
    """`0.83 25/30`, of those that were planted."""
    planted = [one for one in rows if one.is_planted]
    if not planted:
        return "none"
    hits = sum(bool(getattr(one, field)) for one in planted)
    return f"{hits / len(planted):.2f} {hits}/{len(planted)}"


def figures(found: Sequence[Pair], done: Done) -> Iterator[tuple[str, str]]:
    """Name and value, in the order in which they are printed."""
    rows = [(pair, told(pair, done)) for pair in found]
    for kind in dict.fromkeys(pair.kind for pair, _ in rows):
        of_kind = [one for pair, one in rows if pair.kind == kind]
        yield f"pairs.{kind.name}", share(of_kind)
    for name, across in (("local", False), ("across", True)):
        for source in ("played", "recorded"):
            part = [t for p, t in rows if p.kind.is_across is across and p.source == source]
            yield f"pairs.{name}.{source}", share(part)
        for language in ("en", "fr"):
            part = [
                t for p, t in rows if p.kind.is_across is across and p.talk.language == language
            ]
            yield f"pairs.{name}.{language}", share(part)
        part = [t for p, t in rows if p.kind.is_across is across]
        yield f"pairs.{name}.differs", share(part, "differs")
        yield f"pairs.{name}.placed", share(part, "is_placed")
        yield f"pairs.{name}.tried", share(part, "is_tried")
        yield f"pairs.{name}", share(part)
    yield "pairs.count", str(len(rows))
    yield "pairs.unreached", str(sum(not one.is_planted for _, one in rows))
