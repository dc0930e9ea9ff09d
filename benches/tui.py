"""Measures the app in a terminal: how soon it is there, how soon a key is, and what a long talk costs.

    python -m benches.tui [ROUNDS]

Every figure comes from the app itself on a pseudo-terminal of 100 by 30, in a process of its own,
beside the least that Textual can show or beside a short talk in the same round; rounds (3 by
default) take turns and the medians are printed, one figure a line with its aim. The long talk has
600 utterances, the short one 10; a reply streams at 200 tokens a second, and is checked, stored
and shown as that of an LLM is. Every clause of it is on the disk before it is shown: where others
keep the disk busy, echo waits for it, and `TMPDIR=/dev/shm` tells the app from the disk.
"""

import random
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benches.app import bare
from benches.app.partner import begin_of, end_of
from benches.app.stored import played, settings, shelf
from benches.app.terminal import Terminal
from simulator.wiring import House

ROUNDS = 3
SHORT, LONG = 10, 600
KEPT = 50
"""Sessions on the shelf of somebody who has practised for a while."""
SETTLED = 1.0
"""Seconds after which the work that nobody waits for is done."""
TYPED, UNTYPED = 8, 4
"""Replies of one talk during which keys are struck, and during which none are."""
ECHOES = 50
"""Keys struck in the app that is a place to write."""
PAUSE = (0.05, 0.11)
"""Seconds between an echo and the next key."""
LINE = "Please go on with it, I am listening."
COMPOSER = "What do you say"
"""What stands where the mentee writes, as long as nothing is written."""
OPEN, BACKSPACE = "\x1b[24~", "\x7f"
_LETTERS = "".join(map(chr, range(0x100, 0x180))) + "".join(map(chr, range(0x430, 0x450)))
"""Letters that stand nowhere on the screen until they are struck."""

Figures = dict[str, list[float]]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    figures: Figures = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="bench-tui-") as folder:
        homes = Path(folder)
        talks = {turns: played(homes / str(turns), turns) for turns in (SHORT, LONG)}
        shelf(homes / "kept", KEPT)
        for number in range(rounds):
            _measure_starts(homes, figures, number)
            for turns, session in talks.items():
                _measure_opening(homes, turns, session, figures)
            _measure_writing(homes, figures)
            for turns, session in talks.items():
                _measure_talk(homes, turns, session, figures)
    for line in _lines(figures):
        print(line)


def _measure_starts(homes: Path, figures: Figures, number: int) -> None:
    """From the command to the first words, and to everything that the first screen is about."""
    with House.build(settings(homes)) as house:
        titles = [card.title.encode() for card in house.cards()]
    for turn in range(2):
        with Terminal(("-m", "benches.app.bare"), homes) as terminal:
            least = terminal.until(bare.WORD) - terminal.begun
            figures["bare"].append(least)
        for name, home in (("new", homes / f"new-{number}-{turn}"), ("kept", homes / "kept")):
            with Terminal(("-m", "simulator", "--home", str(home)), homes) as terminal:
                first = _first_word(terminal) - terminal.begun
                whole = _first_of(terminal, titles) - terminal.begun
            figures[f"{name} first"].append(first)
            figures[f"{name} first, beside"].append(first / least)
            figures[f"{name} whole, beside"].append(whole / least)


def _first_of(terminal: Terminal, titles: list[bytes]) -> float:
    """The moment at which there was a scenario to choose."""
    return terminal.until_true(
        lambda: any(one in terminal.text() for one in titles), "the title of a scenario"
    )


def _first_word(terminal: Terminal) -> float:
    """The moment at which there was anything to read."""
    return terminal.until_true(
        lambda: any(len(one) > 2 and one.isalpha() for one in terminal.text().split()), "a word"
    )


def _measure_opening(homes: Path, turns: int, session: str, figures: Figures) -> None:
    """From the key to the last words of the talk and the place to answer them."""
    command = ("-m", "benches.app.run", "open", str(homes / str(turns)), session)
    with House.build(settings(homes / str(turns))) as house:
        last = house.session(session).utterances[-1].text.split()[-1].rstrip(".")
    with Terminal(command, homes) as terminal:
        terminal.until("Simulator")
        terminal.wait(SETTLED)
        terminal.forget()
        struck = terminal.strike(OPEN)
        figures[f"open {turns}"].append(terminal.until(last, COMPOSER) - struck)


def _measure_writing(homes: Path, figures: Figures) -> None:
    """Echo where nothing else happens, in an app that is a place to write."""
    letters = iter(_LETTERS)
    with Terminal(("-m", "benches.app.bare", "write"), homes) as terminal:
        terminal.until(bare.WORD)
        terminal.wait(SETTLED)
        for _ in range(ECHOES):
            figures["echo bare"].append(_echo(terminal, next(letters)))
            terminal.wait(random.uniform(*PAUSE))
            terminal.strike(BACKSPACE)


def _measure_talk(homes: Path, turns: int, session: str, figures: Figures) -> None:
    """Echo, processor and memory while replies stream into a talk of so many utterances."""
    home = homes / f"talk-{turns}"
    shutil.copytree(homes / str(turns), home)
    letters = iter(_LETTERS)
    with Terminal(("-m", "benches.app.run", "talk", str(home), session), homes) as terminal:
        terminal.until(COMPOSER)
        terminal.wait(SETTLED)
        for reply in range(TYPED + UNTYPED):
            terminal.forget()
            terminal.strike(f"{LINE}\r")
            begun = terminal.until(begin_of(reply))
            taken = terminal.processor()
            if reply < TYPED:
                figures[f"echo {turns}"] += _echoes(terminal, end_of(reply), letters)
                continue
            ended = terminal.until(end_of(reply))
            figures[f"processor {turns}"].append((terminal.processor() - taken) / (ended - begun))
            terminal.wait(SETTLED)
        figures[f"memory {turns}"].append(terminal.memory())
    shutil.rmtree(home)


def _echoes(terminal: Terminal, end: str, letters: Iterator[str]) -> Iterator[float]:
    """Seconds from a key to its letter on the screen, one after another until `end` is there."""
    while True:
        echo = _echo(terminal, next(letters))
        has_ended = end.encode() in terminal.text()
        if not has_ended:
            yield echo
        terminal.wait(random.uniform(*PAUSE))
        terminal.strike(BACKSPACE)
        if has_ended:
            terminal.wait(SETTLED)
            return


def _echo(terminal: Terminal, letter: str) -> float:
    """Seconds from a key, struck after a pause, to its letter."""
    terminal.wait(random.uniform(*PAUSE))
    struck = terminal.strike(letter)
    return terminal.until_bytes(letter) - struck


def _lines(found: Figures) -> Iterator[str]:
    """The figures, one a line, each with its aim."""
    yield _line("bare Textual app, first frame", f"{median(found['bare']) * 1000:.0f} ms", "")
    for name, words in (("new", "first run"), ("kept", f"{KEPT} sessions kept")):
        first, whole = (median(found[f"{name} {what}, beside"]) for what in ("first", "whole"))
        yield _line(f"first frame, {words}", f"{median(found[f'{name} first']) * 1000:.0f} ms", "")
        yield _line(f"first frame ÷ bare, {words}", f"{first:.2f}", "≤ 1.8")
        yield _line(f"ready to choose ÷ bare, {words}", f"{whole:.2f}", "")
    for percent in (50, 95):
        figure = f"{_percentile(found['echo bare'], percent) * 1000:.1f} ms"
        yield _line(f"key to echo, bare place to write, p{percent}", figure, "")
    for turns in (SHORT, LONG):
        echoes = found[f"echo {turns}"]
        yield _line(f"key to echo while streaming, {turns} turns, n", str(len(echoes)), "")
        for percent, aim in ((50, 16), (95, 33)):
            shown = f"{_percentile(echoes, percent) * 1000:.1f} ms"
            yield _line(f"key to echo, {turns} turns, p{percent}", shown, f"≤ {aim} ms")
    for percent in (50, 95):
        few, many = (_percentile(found[f"echo {turns}"], percent) for turns in (SHORT, LONG))
        yield _line(
            f"key to echo, {LONG} ÷ {SHORT} turns, p{percent}", f"{many / few:.2f}", "≤ 1.2"
        )
    for turns in (SHORT, LONG):
        share = median(found[f"processor {turns}"])
        yield _line(f"processor while streaming, {turns} turns", f"{share:.0%}", "≤ 35%")
    for name, most, unit, factor in (("memory", 1.5, "MB", 1), ("open", 2.0, "ms", 1000)):
        few, many = (median(found[f"{name} {turns}"]) for turns in (SHORT, LONG))
        for turns, one in ((SHORT, few), (LONG, many)):
            yield _line(f"{name}, {turns} turns", f"{one * factor:.0f} {unit}", "")
        yield _line(f"{name}, {LONG} ÷ {SHORT} turns", f"{many / few:.2f}", f"≤ {most}")


def _percentile(figures: list[float], percent: int) -> float:
    return quantiles(figures, n=100)[percent - 1]


def _line(name: str, figure: str, aim: str) -> str:
    return f"{name:46}{figure:>12}{aim:>12}".rstrip()


if __name__ == "__main__":
    main()
