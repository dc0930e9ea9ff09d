"""Ways side by side in words, compact and spelt out."""

import pytest

from simulator.debrief.course import Course
from simulator.debrief.ways import Laid, ways
from simulator.i18n import Translator
from simulator.views.debrief_words import quoted
from simulator.views.ways import ways_data, ways_labelled, ways_lines
from tests.debrief.test_ways import ASKS, BLAMES, parent, stage, tried

BOTH = pytest.mark.parametrize("t", [Translator.of(one, strict=True) for one in ("en", "fr")])
ENGLISH = Translator.of("en", strict=True)


async def laid() -> tuple[Laid, ...]:
    journal, before = await parent()
    retries: list[Course] = []
    for at, line in enumerate((ASKS, ASKS, "Fine.")):
        retries.append((await tried(journal, 4, f"r{at}", line))[1])
    return ways(before, retries)


@BOTH
async def test_both_forms_hold_every_line_and_every_reply(t: Translator) -> None:
    found = await laid()
    personas = stage().personas

    for said in (ways_lines(found, personas, t), ways_labelled(found, personas, t)):
        whole = "\n".join(said)
        for way in found[0].ways:
            assert way.line.text in whole
            assert all(quoted(reply.text, t) in whole for reply in way.replies)


async def test_the_labelled_form_numbers_its_ways_and_has_no_columns() -> None:
    said = ways_labelled(await laid(), stage().personas, ENGLISH)

    assert sum(line.startswith("Line ") for line in said) == 3
    assert not any(line.startswith(" ") or "  " in line or not line for line in said)


async def test_a_line_said_twice_says_so() -> None:
    said = "\n".join(ways_lines(await laid(), stage().personas, ENGLISH))

    assert "Another line, 2 times:" in said


async def test_where_they_began_is_said_once() -> None:
    said = ways_lines(await laid(), stage().personas, ENGLISH)

    assert said[0].startswith("Turn 4. Claire Dawson had said: “")
    assert sum("had said" in line for line in said) == 1


@BOTH
def test_where_nothing_was_tried_that_is_said(t: Translator) -> None:
    assert ways_lines((), {}, t) == ways_labelled((), {}, t) == (t("ways.nothing"),)


async def test_the_data_have_a_row_for_each_sample() -> None:
    (moment,) = ways_data(await laid())

    assert moment["turn"] == 4
    samples = [way["samples"] for way in moment["ways"]]  # type: ignore[attr-defined]
    assert [len(one) for one in samples] == [1, 2, 1]
    assert samples[0][0]["finish"]["cause"] == "open"
    assert BLAMES not in str(samples)
