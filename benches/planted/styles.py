"""Style fairness: the same content said tersely, clumsily, by a newcomer to the language, or well.

Each recorded talk was written four times over; every flaw of its pairs is planted into all four,
in the same words. What counts is every item's verdict and every thing to try: the share of those
of the polished talk, or of the other one, that are not the same in both. Aim: at most .05.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benches.planted.debriefed import Debriefed, Job, job
from benches.planted.talks import Talk


@dataclass(frozen=True, slots=True)
class Styled:
    """One talk in one style beside the polished one."""

    style: str
    talk: Talk
    polished: Job
    other: Job


def styled(talks: Sequence[Talk]) -> list[Styled]:
    """Every talk that was written in several styles, as it is and with each of its flaws."""
    found: list[Styled] = []
    for talk in talks:
        for style, lines in talk.styles.items():
            plain = Styled(style, talk, job(talk, talk.lines), job(talk, lines))
            found.append(plain)
            found.extend(
                Styled(
                    style,
                    talk,
                    job(talk, flaw.planted(talk.lines)),
                    job(talk, flaw.planted(lines)),
                )
                for flaw in talk.flaws
            )
    return found


def changed(before: Debriefed, after: Debriefed) -> tuple[int, int]:
    """Verdicts and things to try that differ, and how many there are in all."""
    items = before.verdicts.keys() | after.verdicts.keys()
    turned = sum(before.verdicts.get(one) != after.verdicts.get(one) for one in items)
    tries = before.tries | after.tries
    return turned + len(before.tries ^ after.tries), len(items) + len(tries)


def rate(pairs: Sequence[tuple[int, int]]) -> str:
    """`0.031 12/384`."""
    hits, count = sum(one for one, _ in pairs), sum(one for _, one in pairs)
    return f"{hits / count:.3f} {hits}/{count}" if count else "none"


def figures(found: Sequence[Styled], done: Mapping[Job, Debriefed]) -> Iterator[tuple[str, str]]:
    """Name and value, in the order in which they are printed."""
    rows = [(one, changed(done[one.polished], done[one.other])) for one in found]
    for style in dict.fromkeys(one.style for one in found):
        yield f"style.{style}", rate([pair for one, pair in rows if one.style == style])
    for language in ("en", "fr"):
        of_language = [pair for one, pair in rows if one.talk.language == language]
        yield f"style.{language}", rate(of_language)
    yield "style.turned", turned([(done[one.polished], done[one.other]) for one in found])
    yield "style", rate([pair for _, pair in rows])


def turned(found: Sequence[tuple[Debriefed, Debriefed]]) -> str:
    """The items whose verdict turned and the gaps that came or went, with how often."""
    counted: Counter[str] = Counter()
    for before, after in found:
        items = before.verdicts.keys() | after.verdicts.keys()
        counted.update(one for one in items if before.verdicts.get(one) != after.verdicts.get(one))
        counted.update(one.partition("@")[0] for one in before.tries ^ after.tries)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return " ".join(f"{item}:{count}" for item, count in ranked) or "nothing"
