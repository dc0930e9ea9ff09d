"""The weights of the linear recogniser: how they are written down, and how they are added up.

A weights file is plain text: a head of `name value …` lines, a blank line, then one line a
feature, sorted, with one printable character a label (`P` is nought, `Q` one step up, `O` one step
down). The invariant: scores depend on the file and the features alone, in whatever order these
come. It refuses a file whose head speaks of other labels or of another version of the features.

A row is kept as one whole number with 32 bits a label, so that adding two rows adds all labels.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import exp
from sys import byteorder

from simulator.reading.features import VERSION
from simulator.reading.moves import Language

NOUGHT = ord("P")
LEVELS = 46
"""Steps on either side of nought."""
_LANE = 4


@dataclass(frozen=True, slots=True)
class Head:
    """What a weights file says of itself, one number a label where numbers are due."""

    learned_from: str
    """Digest of the lines that it was learned from."""
    labels: tuple[str, ...]
    step: tuple[float, ...]
    """What one step of a row is worth."""
    bias: tuple[float, ...]
    add: tuple[float, ...]
    """Probability from which a label counts though no rule is sure of it."""
    veto: tuple[float, ...]
    """Probability under which a label does not count though a rule is sure of it."""
    known: frozenset[str]
    """Words that are not blanked."""


class WeightsError(ValueError):
    """A weights file that cannot be used."""


class Weights:
    """One language's weights, ready to score."""

    def __init__(self, head: Head, rows: Mapping[str, str]) -> None:
        self.head = head
        self._rows = rows
        self._lanes: dict[str, int] = {}

    @staticmethod
    def of(language: Language) -> "Weights | None":
        """The weights that come with the program; none where nothing was learned yet."""
        path = files(__package__) / "data" / language / "weights.txt"
        return read(path) if path.is_file() else None

    def probabilities(self, features: Iterable[str]) -> list[float]:
        """One probability a label."""
        total, count = 0, 0
        lanes = self._lanes
        for feature in features:
            lane = lanes.get(feature)
            if lane is None:
                row = self._rows.get(feature)
                if row is None:
                    continue
                lane = lanes[feature] = self._lane(row)
            total += lane
            count += 1
        sums = array("I", total.to_bytes(_LANE * len(self.head.labels), byteorder))
        nought = NOUGHT * count
        return [
            1 / (1 + exp(-max(-30.0, min(30.0, (steps - nought) * step + bias))))
            for steps, step, bias in zip(sums, self.head.step, self.head.bias, strict=True)
        ]

    def _lane(self, row: str) -> int:
        spread = bytearray(_LANE * len(self.head.labels))
        spread[0 if byteorder == "little" else _LANE - 1 :: _LANE] = row.encode("ascii")
        return int.from_bytes(spread, byteorder)


def read(path: Traversable) -> Weights:
    """The weights in this file."""
    top, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    entries = dict(line.partition(" ")[::2] for line in top.splitlines())
    if entries.get("features") != str(VERSION):
        message = f"{path}: made for other features; run `make train`"
        raise WeightsError(message)
    head = Head(
        learned_from=entries["learned-from"],
        labels=tuple(entries["labels"].split()),
        step=_numbers(entries["step"]),
        bias=_numbers(entries["bias"]),
        add=_numbers(entries["add"]),
        veto=_numbers(entries["veto"]),
        known=frozenset(entries["known"].split()),
    )
    rows = dict(line.rsplit("\t", 1) for line in body.split("\n") if line)
    return Weights(head, rows)


def write(head: Head, rows: Mapping[str, Sequence[int]]) -> str:
    """The text of a weights file; `rows` count steps, `-LEVELS` to `LEVELS`."""
    lines = [
        f"features {VERSION}",
        f"learned-from {head.learned_from}",
        f"labels {' '.join(head.labels)}",
        *(
            f"{name} {' '.join(f'{number:.6g}' for number in numbers)}"
            for name, numbers in (
                ("step", head.step),
                ("bias", head.bias),
                ("add", head.add),
                ("veto", head.veto),
            )
        ),
        f"known {' '.join(sorted(head.known))}",
        "",
    ]
    lines += [
        f"{feature}\t{''.join(chr(NOUGHT + steps) for steps in row)}"
        for feature, row in sorted(rows.items())
    ]
    return "\n".join(lines) + "\n"


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, text.split()))
