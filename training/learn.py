"""Trains the linear recogniser: `python -m training.learn`, or `make train`.

Reads `training/en` and `training/fr`, writes `weights.txt` into each language's data folder, and
prints what cross-validation says of every label: the rules alone, then rules and weights together.
`--curve` prints instead how F1 rises with the number of lines, to show where to write more.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from simulator.reading.learned import HARSH, LEARNED
from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser
from simulator.reading.weights import LEVELS, Head, write
from training.corpus import digest, load, paths
from training.fitting import (
    FOLDS,
    NAMES,
    SCALES,
    Booleans,
    Fit,
    Numbers,
    Seen,
    Trust,
    fit,
    heard_as,
    held_out,
    scores,
    see,
    trust,
)

DATA = Path(__file__).resolve().parents[1] / "simulator" / "reading" / "data"
LANGUAGES: tuple[Language, ...] = ("en", "fr")
STEPS = (20, 40, 60, 80)
LEAST_STEP = 0.6
"""Share of a step below which a weight is dropped."""


def weights_of(language: Language, *, report: bool) -> str:
    """The text of a language's weights file."""
    files = paths(language)
    seen = see(list(load(files)), Recogniser(language, None))
    raw = held_out(seen)
    trusted = [trust(seen, raw, label) for label in range(len(NAMES))]
    if report:
        _report(language, seen, raw, trusted)
    fitted = fit(seen, seen.rows(np.arange(seen.count)))
    return _written(seen, fitted, trusted, digest(files))


def curve(language: Language) -> None:
    """Prints F1 by the number of lines that do a label."""
    seen = see(list(load(paths(language))), Recogniser(language, None))
    print(f"\n{language:26}" + "".join(f"{step:>7}" for step in STEPS) + "    all  lines")
    for label, name in enumerate(LEARNED):
        there = int(seen.truth[: seen.count, label].sum())
        limits = [step for step in STEPS if step < there * (FOLDS - 1) / FOLDS]
        cells = "".join(f"{_limited(seen, label, limit):7.2f}" for limit in limits)
        print(f"{name:26}{cells:{7 * len(STEPS)}}{_limited(seen, label, there):7.2f}{there:7}")


def _limited(seen: Seen, label: int, limit: int) -> float:
    """Held-out F1 of a label learned, in each fold, from `limit` lines that do it at most."""
    every = np.arange(seen.count)
    raw = np.zeros(seen.count)
    for fold in range(FOLDS):
        lines = every[every % FOLDS != fold]
        there = lines[seen.truth[lines, label]]
        kept = np.setdiff1d(lines, there[_spread(len(there), limit)])
        test = every[every % FOLDS == fold]
        raw[test] = scores(seen, test, fit(seen, seen.rows(kept), [label]))[:, label]
    return _best_f1(raw, seen.truth[: seen.count, label])


def _spread(count: int, limit: int) -> Booleans:
    """Which of `count` lines to drop so that `limit` remain, evenly spread."""
    kept = np.zeros(count, dtype=bool)
    kept[np.linspace(0, count - 1, min(limit, count)).astype(int)] = True
    return ~kept


def _best_f1(raw: Numbers, truth: Booleans) -> float:
    order = np.argsort(-raw, kind="stable")
    right = np.cumsum(truth[order])
    return float(np.max(2 * right / (np.arange(1, len(order) + 1) + truth.sum())))


def _report(language: Language, seen: Seen, raw: Numbers, trusted: Sequence[Trust]) -> None:
    answers = np.arange(seen.count)
    truth, sure = seen.truth[answers], seen.sure[answers]
    both = np.stack(
        [heard_as(seen, raw, label, by)[answers] for label, by in enumerate(trusted)], axis=1
    )
    print(f"\n{language}: {seen.count} lines, {len(seen.names)} features")
    print(f"{'':26}lines   rules P    R   F1    both P    R   F1    add  veto")
    sums = np.zeros(2)
    for label, name in enumerate(LEARNED):
        before = _figures(sure[:, label], truth[:, label])
        after = _figures(both[:, label], truth[:, label])
        sums += (before[2], after[2])
        print(
            f"{name:26}{truth[:, label].sum():5}    {_row(before)}    {_row(after)}"
            f"   {trusted[label].add:4.2f}  {trusted[label].veto:4.2f}"
        )
    print(f"{'mean F1':26}{'':23}{sums[0] / len(LEARNED):.3f}{'':18}{sums[1] / len(LEARNED):.3f}")
    harsh = [label for label, name in enumerate(LEARNED) if name in HARSH]
    calm = ~truth[:, harsh].any(axis=1)
    print(
        f"calm lines heard as harsh: rules {sure[calm][:, harsh].any(axis=1).mean():.3f},"
        f" both {both[calm][:, harsh].any(axis=1).mean():.3f}"
    )


def _figures(found: Booleans, truth: Booleans) -> tuple[float, float, float]:
    right = float((found & truth).sum())
    precision, recall = right / max(1, found.sum()), right / max(1, truth.sum())
    return precision, recall, 2 * right / max(1, found.sum() + truth.sum())


def _row(figures: Iterable[float]) -> str:
    return " ".join(f"{value:.2f}" for value in figures)


def _written(seen: Seen, fitted: Fit, trusted: Sequence[Trust], learned_from: str) -> str:
    slope = np.array([one.slope for one in trusted])
    scale = np.array([SCALES.get(name[0], 1.0) for name in seen.names])
    weights = fitted.weights * slope[:, None] * scale[None, :]
    step = np.maximum(np.abs(weights).max(axis=1), 1e-6) / LEVELS
    counts = weights / step[:, None]
    rounded = np.where(np.abs(counts) < LEAST_STEP, 0, np.rint(counts)).astype(int)
    head = Head(
        learned_from=learned_from,
        labels=NAMES,
        step=tuple(step.tolist()),
        bias=tuple((fitted.bias * slope + [one.offset for one in trusted]).tolist()),
        add=tuple(one.add for one in trusted),
        veto=tuple(one.veto for one in trusted),
        known=seen.known,
    )
    return write(
        head,
        {
            name: rounded[:, column].tolist()
            for column, name in enumerate(seen.names)
            if rounded[:, column].any()
        },
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains every language that has lines, or prints its learning curve."""
    parser = argparse.ArgumentParser(prog="python -m training.learn", description=__doc__)
    parser.add_argument("--curve", action="store_true", help="print F1 by the number of lines")
    parser.add_argument("--language", choices=LANGUAGES, help="this one only")
    chosen = parser.parse_args(arguments)
    for language in LANGUAGES:
        if chosen.language not in (None, language) or not paths(language):
            continue
        if chosen.curve:
            curve(language)
        else:
            text = weights_of(language, report=True)
            (DATA / language / "weights.txt").write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
