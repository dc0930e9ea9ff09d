"""Measures the recogniser: F1 per move on lines it was never tuned on, and how fast it reads.

Run as `python -m benches.reading`, or `make bench-reading`. The unseen lines are ours, written by
people who saw neither the rules nor the lines learned from. The labelled talk (CaSiNo,
PersuasionForGood, BOLT) lies beside the repository and is only measured on: no line of it is
printed, kept or learned from. What is not there is skipped. The published figures stand beside.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from simulator.reading.learned import HARSH
from simulator.reading.moves import Language, Move, Reading, Signal
from simulator.reading.recogniser import Recogniser
from simulator.text import clean
from training.corpus import Example, load

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
UNSEEN = ROOT / "tests" / "reading" / "unseen"
WEIGHTS = ROOT / "simulator" / "reading" / "data"
LANGUAGES: tuple[Language, ...] = ("en", "fr")
TERM = Move.UNEXPLAINED_TERM
QUESTIONS = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION)


@dataclass
class Tally:
    """What was found and what was there."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, *, found: bool, there: bool) -> None:
        self.right += found and there
        self.wrong += found and not there
        self.missed += there and not found

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def cells(self) -> str:
        """F1, precision, recall and the number of lines, for a table."""
        there = self.right + self.missed
        return f"{self.f1:.2f} {self.precision:.2f} {self.recall:.2f} {there:5}"

    def __str__(self) -> str:
        return (
            f"P {self.precision:.2f}  R {self.recall:.2f}  F1 {self.f1:.2f}"
            f"  ({self.right + self.missed} there)"
        )


@dataclass(frozen=True)
class Match:
    """Labels of a data set, and what in a reading stands for them."""

    name: str
    labels: frozenset[str]
    found: Callable[[Reading], bool]


def moves(*wanted: Move) -> Callable[[Reading], bool]:
    return lambda reading: reading.has(*wanted)


def signals(*wanted: Signal) -> Callable[[Reading], bool]:
    return lambda reading: reading.signalled(*wanted)


CASINO = (
    Match("eliciting-preference", frozenset({"elicit-pref"}), moves(Move.ELICITING_PREFERENCE)),
    Match("interests", frozenset({"self-need", "other-need"}), moves(Move.INTERESTS)),
    Match("vouching-fairness", frozenset({"vouch-fair"}), moves(Move.VOUCHING_FAIRNESS)),
    Match(
        "proposal or positive expectation",
        frozenset({"promote-coordination"}),
        moves(Move.PROPOSAL, Move.OFFER, Move.SEEKING_COLLABORATION, Move.POSITIVE_EXPECTATION),
    ),
    Match("acknowledgement", frozenset({"showing-empathy"}), moves(Move.ACKNOWLEDGEMENT)),
    Match("undermining", frozenset({"uv-part"}), moves(Move.UNDERMINING)),
)
PERSUASION = (
    Match(
        "question",
        frozenset(
            {
                *("ask-org-info", "task-related-inquiry", "personal-related-inquiry"),
                *("source-related-inquiry", "ask-donation-procedure", "ask-donation-amount"),
                *("ask-persuader-donation-intention", "ask-donate-more", "ask-not-donate-reason"),
            }
        ),
        moves(*QUESTIONS),
    ),
    Match("acknowledgement", frozenset({"acknowledgement"}), moves(Move.ACKNOWLEDGEMENT)),
    Match("affirmation", frozenset({"praise-user"}), moves(Move.AFFIRMATION)),
    Match("proposal", frozenset({"proposition-of-donation"}), moves(Move.PROPOSAL, Move.OFFER)),
    Match("thanks", frozenset({"thank"}), signals(Signal.THANKS)),
    Match("greeting", frozenset({"greeting"}), signals(Signal.GREETING)),
    Match("farewell", frozenset({"closing"}), signals(Signal.FAREWELL)),
)
COUNSELLING = (
    Match(
        "question",
        frozenset(
            {"Questions on Experiences", "Questions on Perspectives", "Questions on Emotions"}
        ),
        moves(*QUESTIONS),
    ),
    Match(
        "reflection",
        frozenset(
            f"Reflections on {what}"
            for what in ("Emotions", "Needs", "Values", "Consequences", "Strengths", "Conflicts")
        ),
        moves(Move.REFLECTION),
    ),
    Match(
        "advice or proposal",
        frozenset({"Problem-Solving", "Planning"}),
        moves(Move.ADVICE, Move.PROPOSAL),
    ),
)
SETS = (
    ("casino_train", CASINO, "published mean over seven: BERT .667, n-grams .60, quick rules .42"),
    ("persuasionforgood", PERSUASION, ""),
    (
        "bolt",
        COUNSELLING,
        (
            "published: questions, rules .88, people .945; open questions .71 and .82;"
            " reflections, rules .45, n-grams .69, people .83"
        ),
    ),
)


def labelled(name: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The lines of a labelled set: text, what was said before, labels."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            labels = row.get("labels") or [row.get("label") or ""]
            yield clean(row["text"]), clean(row.get("prev") or ""), frozenset(labels)


def measure(name: str, matches: Iterable[Match], recogniser: Recogniser) -> dict[str, Tally]:
    """One tally for each match of a labelled set."""
    tallies = {match.name: Tally() for match in matches}
    for text, prev, labels in labelled(name):
        reading = recogniser.read(text, prev)
        for match in matches:
            tallies[match.name].add(
                found=match.found(reading), there=not labels.isdisjoint(match.labels)
            )
    return tallies


def unseen(language: Language) -> list[Example]:
    path = UNSEEN / f"{language}.txt"
    return list(load([path])) if path.exists() else []


def own(examples: Sequence[Example], recogniser: Recogniser) -> dict[str, Tally]:
    """One tally for each move and signal that some line does; terms are a scenario's to name."""
    tallies = {str(name): Tally() for name in (*Move, *Signal) if name is not TERM}
    for example in examples:
        reading = recogniser.read(example.text, example.prev)
        found = {str(one.move) for one in reading.sure_moves()}
        found |= {str(one.signal) for one in reading.signals if one.is_sure}
        for name, tally in tallies.items():
            tally.add(found=name in found, there=name in example.labels)
    return {name: tally for name, tally in tallies.items() if tally.right + tally.missed}


def without_marks(examples: Sequence[Example], recogniser: Recogniser) -> Tally:
    """Questions, open or closed, when every question mark is left out."""
    tally = Tally()
    for example in examples:
        reading = recogniser.read(example.text.replace("?", "").strip(), example.prev)
        there = not example.labels.isdisjoint(map(str, QUESTIONS))
        tally.add(found=reading.has(*QUESTIONS), there=there)
    return tally


def advice_auc(examples: Sequence[Example], recogniser: Recogniser) -> float:
    """How often a line that advises unasked is ranked above one that does not."""
    ranked: dict[bool, list[float]] = {True: [], False: []}
    for example in examples:
        found = recogniser.read(example.text, example.prev).moves
        best = max((one.confidence for one in found if one.move is Move.ADVICE), default=0.0)
        ranked[Move.ADVICE in example.labels].append(best)
    wins = sum((high > low) + (high == low) / 2 for high in ranked[True] for low in ranked[False])
    return wins / max(1, len(ranked[True]) * len(ranked[False]))


def calm_heard_harsh(examples: Sequence[Example], recogniser: Recogniser) -> float:
    """Share of the lines that do nothing harsh of which something harsh is heard."""
    calm = [one for one in examples if one.labels.isdisjoint(map(str, HARSH))]
    heard = 0
    for example in calm:
        reading = recogniser.read(example.text, example.prev)
        heard += any(found.move in HARSH for found in reading.sure_moves()) or any(
            one.signal in HARSH and one.is_sure for one in reading.signals
        )
    return heard / max(1, len(calm))


def side_by_side(columns: Mapping[str, Mapping[str, Tally]]) -> None:
    """F1, precision and recall of every label, a column a language, and the means."""
    print(f"{'':24}" + "".join(f"{f'{name}: F1   P    R  lines':>28}" for name in columns))
    for label in (*Move, *Signal):
        cells = [column.get(str(label)) for column in columns.values()]
        if any(cells):
            print(f"{label:24}" + "".join(f"{cell.cells if cell else '-':>28}" for cell in cells))
    for title, labels in (("mean of moves", list(Move)), ("mean of signals", list(Signal))):
        means = []
        for column in columns.values():
            scores = [column[str(label)].f1 for label in labels if str(label) in column]
            means.append(sum(scores) / max(1, len(scores)))
        print(f"{title:24}" + "".join(f"{f'{mean:.3f}':>13}{'':15}" for mean in means))


def show(title: str, tallies: Mapping[str, Tally]) -> None:
    print(f"\n{title}")
    for name, tally in tallies.items():
        print(f"  {name:34} {tally}")
    mean = sum(tally.f1 for tally in tallies.values()) / len(tallies)
    print(f"  {'mean F1':34} {mean:.3f}")


def speed(lines: Sequence[Example], recogniser: Recogniser) -> str:
    """Utterances a second of processor time, and the slow end, on lines that were read before."""
    spent: list[float] = []
    for turn in range(4):
        for example in lines:
            start = time.process_time()
            recogniser.read(example.text, example.prev)
            if turn:
                spent.append(time.process_time() - start)
    spent.sort()
    rate = len(spent) / sum(spent)
    slow = spent[int(len(spent) * 0.95)] * 1000
    return f"{rate:.0f} utterances a second, p95 {slow:.2f} ms"


def ours(recognisers: Mapping[Language, Recogniser]) -> None:
    """The table of our own unseen lines."""
    there = {language: unseen(language) for language in recognisers if unseen(language)}
    if not there:
        print("no unseen lines here: skipped")
        return
    side_by_side({name: own(lines, recognisers[name]) for name, lines in there.items()})
    for language, lines in there.items():
        recogniser = recognisers[language]
        print(
            f"{language}: {len(lines)} lines; unasked advice AUC"
            f" {advice_auc(lines, recogniser):.2f}; questions without a mark F1"
            f" {without_marks(lines, recogniser).f1:.2f}; calm lines heard as harsh"
            f" {calm_heard_harsh(lines, recogniser):.1%}; {speed(lines, recogniser)}"
        )


def main() -> None:
    recognisers: dict[Language, Recogniser] = {}
    for language in LANGUAGES:
        start = time.perf_counter()
        recognisers[language] = Recogniser.of(language)
        size = sum(path.stat().st_size for path in WEIGHTS.glob(f"{language}/weights.txt"))
        spent = time.perf_counter() - start
        print(f"{language}: loaded in {spent:.2f} s, weights of {size / 1e6:.2f} MB")
    ours(recognisers)
    for name, matches, reference in SETS:
        if not (DATA / f"{name}.jsonl").exists():
            print(f"\n{name}: not here, skipped")
            continue
        title = f"{name} {f'({reference})' if reference else ''}"
        show(title, measure(name, matches, recognisers["en"]))


if __name__ == "__main__":
    main()
