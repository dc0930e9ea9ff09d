"""Fits one logistic regression a label, and finds by cross-validation where it can be trusted.

Each line is seen twice as reading sees it, with the rules' finds among its features: in answer to
something, and out of the blue. A line that came without a previous turn is put after the one of
another line, every other time of one that shares a word with it, or answering would betray the
files whose lines carry one. The invariant: nothing is drawn at random, so the same lines and the same lock give
the same weights. It refuses to measure a line on a fit that has seen it, in either way.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression

from simulator.reading.features import Unit
from simulator.reading.learned import CAREFUL, EARNS, HURTFUL, HURTS, LEARNED
from simulator.reading.listening import Heard
from simulator.reading.recogniser import Recogniser
from training.corpus import Example

NAMES = (*map(str, LEARNED), HURTFUL)
"""What is fitted: every label, and whether a line hurts at all."""
Numbers = NDArray[np.float64]
Booleans = NDArray[np.bool_]

FOLDS = 5
STRENGTH = 0.2
"""Inverse of the regularisation: less is smoother."""
SCALES = {"~": 0.4, "=": 1.5}
"""How much a feature counts by its first character; one otherwise."""
LEAST_LINES = 2
"""Lines in which a feature stands before it is learned from."""
LEAST_LINES_OF_LETTERS = 6
LEAST_KNOWN_LINES = 6
LEAST_KNOWN_FILES = 3
"""Lines and files in which a word stands before it is seen as itself: topics stay in one file."""
LEAST_TRUE = 35
"""Lines that do a label before the weights have a say in it."""
PRECISION, EARNING_PRECISION, CAREFUL_PRECISION = 0.65, 0.8, 0.85
"""Share of the lines added that must be right: of most labels, of what earns trust, of harm."""
HURTS_PRECISION, NOT_KIND_PRECISION = 0.9, 0.7
"""Share of the lines that must hurt, for a harsh move to be added or for kindness to be barred."""
MOST_RIGHT_DOUBTED = 0.3
"""Share of the lines doubted that may be right."""
CAREFUL_BETA, BETA = 0.5, 1.0
"""How much recall weighs against precision when thresholds are chosen."""
NEVER = 2.0
_STRIDE = 37
_LEAST_TO_ADD = 0.2
_MOST_TO_VETO, _MOST_TO_VETO_CAREFUL = 0.25, 0.4
_CANDIDATES = 60


@dataclass(frozen=True)
class Seen:
    """The lines as the fit sees them: first all in answer to something, then all out of the blue."""

    names: list[str]
    matrix: csr_matrix
    truth: Booleans
    """A row a view of a line, a column a label."""
    sure: Booleans
    """What the rules are sure of."""
    known: frozenset[str]

    @property
    def count(self) -> int:
        """How many lines there are; each has two rows."""
        return len(self.truth) // 2

    def rows(self, lines: NDArray[np.intp]) -> NDArray[np.intp]:
        """Both rows of each line."""
        return np.concatenate([lines, lines + self.count])


@dataclass(frozen=True)
class _View:
    example: Example
    heard: Heard
    units: list[Unit]


@dataclass(frozen=True)
class Fit:
    """Weights and bias of every label."""

    weights: Numbers
    bias: Numbers


@dataclass(frozen=True)
class Trust:
    """How a label's raw score becomes a probability, and where that is trusted."""

    slope: float
    offset: float
    add: float
    veto: float


def see(examples: Sequence[Example], recogniser: Recogniser) -> Seen:
    """Reads every line by the rules and lays out its features."""
    views = _views(examples, recogniser)
    known = _known(views, recogniser)
    features: list[set[str]] = []
    for view in views:
        of_line = (recogniser.features.of_unit(unit, view.heard, known) for unit in view.units)
        features.append(set().union(*of_line))
    counted = Counter(feature for some in features for feature in some)
    names = sorted(name for name, rows in counted.items() if rows >= 2 * _least(name))
    index = {name: column for column, name in enumerate(names)}
    rows, columns, values = [], [], []
    for row, some in enumerate(features):
        for feature in sorted(some & index.keys()):
            rows.append(row)
            columns.append(index[feature])
            values.append(SCALES.get(feature[0], 1.0))
    return Seen(
        names,
        csr_matrix((values, (rows, columns)), shape=(len(views), len(names))),
        np.array([_flags(view.example.labels) for view in views]),
        np.array([_flags(_sure(view.units)) for view in views]),
        known,
    )


def _views(examples: Sequence[Example], recogniser: Recogniser) -> list[_View]:
    said = [recogniser.heard(prev) for prev in dict.fromkeys(one.prev for one in examples) if prev]
    heard: list[Heard] = []
    for turn, example in enumerate(examples):
        if example.prev or not said:
            heard.append(recogniser.heard(example.prev))
            continue
        start = turn * _STRIDE % len(said)
        others = [*said[start:], *said[:start]]
        words = recogniser.heard(example.text).content if turn % 2 else frozenset[str]()
        heard.append(next((one for one in others if one.content & words), others[0]))
    answers = zip(examples, heard, strict=True)
    return [
        *(_View(one, told, recogniser.by_rules(one.text, told)) for one, told in answers),
        *(_View(one, Heard(), recogniser.by_rules(one.text, Heard())) for one in examples),
    ]


def _flags(labels: AbstractSet[str]) -> list[bool]:
    return [*(str(label) in labels for label in LEARNED), not labels.isdisjoint(HURTS)]


def fit(seen: Seen, lines: NDArray[np.intp], only: Sequence[int] | None = None) -> Fit:
    """One logistic regression a label, on these lines."""
    weights = np.zeros((len(NAMES), len(seen.names)))
    bias = np.full(len(NAMES), -10.0)
    matrix = seen.matrix[lines]
    for label in range(len(NAMES)) if only is None else only:
        truth = seen.truth[lines, label]
        if truth.any():
            model = LogisticRegression(
                C=STRENGTH, solver="liblinear", random_state=0, intercept_scaling=5.0
            )
            model.fit(matrix, truth)
            weights[label], bias[label] = model.coef_[0], model.intercept_[0]
    return Fit(weights, bias)


def scores(seen: Seen, lines: NDArray[np.intp], fitted: Fit) -> Numbers:
    """Raw scores, a row a line."""
    result: Numbers = seen.matrix[lines] @ fitted.weights.T + fitted.bias
    return result


def held_out(seen: Seen) -> Numbers:
    """Raw scores of every line by a fit that has not seen it."""
    every = np.arange(seen.count)
    result = np.zeros(seen.truth.shape)
    for fold in range(FOLDS):
        test = seen.rows(every[every % FOLDS == fold])
        result[test] = scores(seen, test, fit(seen, seen.rows(every[every % FOLDS != fold])))
    return result


def trust(seen: Seen, raw: Numbers, label: int) -> Trust:
    """Calibrates a label on held-out scores and finds its two thresholds, on lines that answer."""
    truth, sure = seen.truth[: seen.count, label], seen.sure[: seen.count, label]
    raw = raw[: seen.count]
    if truth.sum() < LEAST_TRUE:
        return Trust(1.0, 0.0, NEVER, 0.0)
    model = LogisticRegression(C=100.0, solver="liblinear", random_state=0)
    model.fit(raw[:, [label]], truth)
    slope, offset = float(model.coef_[0, 0]), float(model.intercept_[0])
    chances = 1 / (1 + np.exp(-(slope * raw[:, label] + offset)))
    if NAMES[label] == HURTFUL:
        add = _from(chances, truth, HURTS_PRECISION)
        return Trust(slope, offset, add, min(add, _from(chances, truth, NOT_KIND_PRECISION)))
    add, veto = _thresholds(
        chances, truth, sure, _precision(NAMES[label]), careful=NAMES[label] in CAREFUL
    )
    return Trust(slope, offset, add, veto)


def _precision(name: str) -> float:
    """How many of the lines that the weights add to a label must be right."""
    if name in CAREFUL:
        return CAREFUL_PRECISION
    return EARNING_PRECISION if name in EARNS else PRECISION


def _from(chances: Numbers, truth: Booleans, precision: float) -> float:
    """The lowest probability from which this share of the lines is right."""
    enough = [
        chance
        for chance in _candidates(chances, _LEAST_TO_ADD, 1.0)
        if _share(truth[chances >= chance]) >= precision
    ]
    return min(enough, default=NEVER)


def heard_as(seen: Seen, raw: Numbers, label: int, by: Trust) -> Booleans:
    """Which lines are read as doing a label, rules and weights together."""
    chances = 1 / (1 + np.exp(-(by.slope * raw[:, label] + by.offset)))
    sure = seen.sure[:, label]
    result: Booleans = np.where(sure, chances >= by.veto, chances >= by.add)
    return result


def _thresholds(
    chances: Numbers, truth: Booleans, sure: Booleans, precision: float, *, careful: bool
) -> tuple[float, float]:
    """Where to add and where to doubt, for the best F, at the precision that is asked for."""
    beta = CAREFUL_BETA if careful else BETA
    best, chosen = -1.0, (NEVER, 0.0)
    highest = _MOST_TO_VETO_CAREFUL if careful else _MOST_TO_VETO
    adds = [
        add
        for add in _candidates(chances[~sure], _LEAST_TO_ADD, 1.0)
        if _share(truth[~sure & (chances >= add)]) >= precision
    ]
    vetoes = [
        veto
        for veto in _candidates(chances[sure], 0.0, highest)
        if _share(truth[sure & (chances < veto)]) <= MOST_RIGHT_DOUBTED
    ]
    for veto in [0.0, *vetoes]:
        kept = sure & (chances >= veto)
        for add in [*adds, NEVER]:
            found = kept | (~sure & (chances >= add))
            right = float((found & truth).sum())
            score = (1 + beta**2) * right / max(1.0, found.sum() + beta**2 * truth.sum())
            if score > best + 1e-9:
                best, chosen = score, (add, veto)
    return chosen


def _share(truth: Booleans) -> float:
    """How many are right, with half a doubt where few are seen."""
    return float((truth.sum() + 0.5) / (len(truth) + 1.0))


def _candidates(chances: Numbers, low: float, high: float) -> list[float]:
    """Some of the probabilities between two limits, as thresholds."""
    within = np.unique(np.round(chances[(chances > low) & (chances < high)], 3))
    step = max(1, len(within) // _CANDIDATES)
    return [float(value) for value in within[::step]]


def _known(views: Sequence[_View], recogniser: Recogniser) -> frozenset[str]:
    """The words that stand in enough lines of enough files."""
    lines: defaultdict[str, set[int]] = defaultdict(set)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for view in views:
        for unit in view.units:
            for sentence in unit.sentences:
                for form in recogniser.features.forms(sentence):
                    lines[form].add(id(view.example))
                    sources[form].add(view.example.source)
    return frozenset(
        form
        for form, there in lines.items()
        if len(there) >= LEAST_KNOWN_LINES
        and len(sources[form]) >= LEAST_KNOWN_FILES
        and form[0] not in "%,?"
    )


def _sure(units: Iterable[Unit]) -> set[str]:
    drawn = list(units)
    return {
        *(one.move for unit in drawn for one in unit.found if one.is_sure),
        *(one.signal for unit in drawn for one in unit.noticed if one.is_sure),
    }


def _least(name: str) -> int:
    return LEAST_LINES_OF_LETTERS if name[0] == "~" else LEAST_LINES
