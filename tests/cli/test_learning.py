"""Hints, ways side by side, progress and a second opinion, by command."""

import json

from tests.cli.conftest import Run, practised

TURN = "4"


def test_a_hint_is_given_on_request_and_recorded(run: Run) -> None:
    session = practised(run)

    first, second = run("hint", session), run("hint", session)
    run("practice", "--plain", "--resume", session, stdin="/quit\n")
    read = json.loads(run("debrief", session, "--format", "json").out)

    assert first.out.strip()
    assert first.out != second.out
    assert len(read["hints"]) == 2
    assert run("hint", session).status == 2


def test_a_hint_in_the_plain_mode_is_nobodys_line(run: Run) -> None:
    done = run("practice", "pay-and-presence", "--plain", stdin="Hello.\n/hint\n")
    session = done.out.splitlines()[-1].rsplit(" ", 1)[-1]

    turns = json.loads(run("show", session, "--format", "json").out)["turns"]

    assert "Hint" in done.out
    assert len(turns) == 3


def test_lines_said_at_one_moment_are_laid_side_by_side(run: Run) -> None:
    session = practised(run)

    laid = run("ways", f"{session}:{TURN}", "You never listen.", "What makes it hard for you?")
    told = json.loads(run("ways", session, "--format", "json").out)

    (moment,) = told["moments"]
    blamed, asked = (one["samples"][0]["moved"] for one in moment["ways"][1:])
    assert laid.out.count("Claire Dawson: “") == 3
    assert [one["original"] for one in moment["ways"]] == [True, False, False]
    assert blamed != asked


def test_a_moment_that_was_never_tried_again_says_how_to(run: Run) -> None:
    session = practised(run)

    refused = run("ways", f"{session}:{TURN}")

    assert refused.status == 2
    assert f"simulator ways {session}:{TURN}" in refused.err


def test_progress_speaks_of_one_person_and_of_skills_alone(run: Run) -> None:
    practised(run)
    session = practised(run, "en", "--mentee", "Ada")
    run("commit", session, "--if", "she says no", "--then", "I ask why", "--due", "2020-01-01")

    told = json.loads(run("progress", "--mentee", "Ada", "--format", "json").out)
    shown = run("progress", "--mentee", "Ada").out

    assert {one["session"] for skill in told["skills"] for one in skill["sessions"]} == {session}
    assert told["next"]
    assert [one["session"] for one in told["due"]] == [session]
    assert "I ask why" in shown
    assert run("progress", "--mentee", "Nobody").status == 2


def test_a_judge_is_sent_nothing_before_it_was_said_what(run: Run) -> None:
    session = practised(run)

    told = run("judge", session, "--judge", "openai/some-name")

    assert "openai/some-name" in told.out
    assert "--yes" in told.out
    assert run("judge", session).status == 2
    assert json.loads(run("debrief", session, "--format", "json").out)["judged"] == []
