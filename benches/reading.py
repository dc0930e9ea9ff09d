"""Measures the recogniser: F1 per move on labelled talk and on our own held-out lines, and speed.

Run as `python -m benches.reading`. The labelled talk (CaSiNo, PersuasionForGood, BOLT) lies beside
the repository and is only measured on: no line of it is printed, kept or learned from. What is not
there is skipped. The published figures stand beside ours, with what they measure.
"""

import json
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.reading.moves import Language, Move, Reading, Signal
from simulator.reading.recogniser import Recogniser
from simulator.text import clean

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
EXAMPLES = ROOT / "tests" / "reading" / "examples"
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
        "published: questions, rules .88, people .945; reflections, rules .45, people .83",
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


def examples(name: str) -> Mapping[str, list[str]]:
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def own(language: Language, half: int, recogniser: Recogniser) -> dict[str, Tally]:
    """One tally for each move on our own lines: the tuned half (0) or the one held out (1)."""
    also = examples("also")
    tallies = {str(move): Tally() for move in Move}
    for move, lines in examples(language).items():
        for line in lines[half::2]:
            prev, _, text = line.rpartition(" || ")
            found = {str(one.move) for one in recogniser.read(text, prev).sure_moves()}
            tallies[move].add(found=move in found, there=True)
            for other in found - {move, *also[move]}:
                tallies[other].add(found=True, there=False)
    return {name: tally for name, tally in tallies.items() if tally.right + tally.missed}


def show(title: str, tallies: Mapping[str, Tally]) -> None:
    print(f"\n{title}")
    for name, tally in tallies.items():
        print(f"  {name:34} {tally}")
    mean = sum(tally.f1 for tally in tallies.values()) / len(tallies)
    print(f"  {'mean F1':34} {mean:.3f}")


def speed(language: Language, recogniser: Recogniser) -> None:
    """Utterances a second of processor time, and the slow end, on lines that were read before."""
    lines = [line.rpartition(" || ") for some in examples(language).values() for line in some]
    for prev, _, text in lines:
        recogniser.read(text, prev)
    spent: list[float] = []
    for _ in range(3):
        for prev, _, text in lines:
            start = time.process_time()
            recogniser.read(text, prev)
            spent.append(time.process_time() - start)
    spent.sort()
    rate = len(spent) / sum(spent)
    slow = spent[int(len(spent) * 0.95)] * 1000
    print(f"\nspeed, {language}: {rate:.0f} utterances a second, p95 {slow:.2f} ms")


def main() -> None:
    for language in ("en", "fr"):
        start = time.perf_counter()
        recogniser = Recogniser.of(language)
        print(f"\n{language}: loaded in {time.perf_counter() - start:.2f} s")
        show(f"own lines, {language}, tuned on", own(language, 0, recogniser))
        show(f"own lines, {language}, held out", own(language, 1, recogniser))
        speed(language, recogniser)
    english = Recogniser.of("en")
    for name, matches, reference in SETS:
        if not (DATA / f"{name}.jsonl").exists():
            print(f"\n{name}: not here, skipped")
            continue
        show(f"{name} {f'({reference})' if reference else ''}", measure(name, matches, english))


if __name__ == "__main__":
    main()
