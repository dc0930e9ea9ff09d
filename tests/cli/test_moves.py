"""`simulator moves` reads lines or objects and writes one object a line."""

import json
from pathlib import Path
from typing import Any

from simulator.reading.moves import SURE
from tests.cli.conftest import Run

Reading = dict[str, list[dict[str, Any]]]


def confidence(reading: Reading, move: str) -> float:
    return max((one["confidence"] for one in reading["moves"] if one["move"] == move), default=0.0)


def test_each_line_gets_an_object_with_its_moves(run: Run) -> None:
    done = run("moves", stdin="What worries you about it?\n\nYou never listen to anyone.\n")

    found = [json.loads(line) for line in done.out.splitlines()]
    assert "open-question" in {one["move"] for one in found[0]["moves"]}
    assert "blame" in {one["move"] for one in found[1]["moves"]}


def test_an_object_may_bring_what_was_said_before(run: Run) -> None:
    said = "So the audits left you exhausted."
    given = {"text": said, "prev": "I am exhausted by the audits."}

    alone = json.loads(run("moves", stdin=f"{said}\n").out)
    after = json.loads(run("moves", stdin=json.dumps(given) + "\n").out)

    assert confidence(alone, "reflection") != confidence(after, "reflection")
    assert confidence(after, "reflection") >= SURE


def test_spans_cut_the_stored_text(run: Run) -> None:
    done = run("moves", "--language", "en", stdin="Thanks. What worries you about it?\n")

    found = json.loads(done.out)
    (question,) = [one for one in found["moves"] if one["move"] == "open-question"]
    assert found["text"][question["start"] : question["end"]].endswith("about it?")


def test_a_file_is_read_like_standard_input(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Qu'est-ce qui vous inquiète ?\n", encoding="utf-8")

    done = run("moves", str(path), "--language", "fr")

    assert "open-question" in {one["move"] for one in json.loads(done.out)["moves"]}


def test_a_file_that_is_not_there_is_explained(run: Run) -> None:
    done = run("moves", "nowhere.txt")

    assert done.status == 2
    assert "nowhere.txt" in done.err
