"""Commands that make and look after a workspace."""

import json
from pathlib import Path

import pytest

from simulator.llm.servers import Server
from tests.cli.conftest import Run, practised


def test_a_new_workspace_is_used_by_commands_run_inside_it(run: Run, nobody_home: Path) -> None:
    assert run("init", str(nobody_home)).status == 0
    session = practised(run)

    assert (nobody_home / "transcripts" / "transcripts.db").is_file()
    assert session in run("sessions").out


def test_a_new_scenario_passes_the_check_and_can_be_played(run: Run, nobody_home: Path) -> None:
    run("init", str(nobody_home))
    assert run("new", "persona", "my-person").status == 0
    assert run("new", "scenario", "my-talk").status == 0

    assert run("check", str(nobody_home)).status == 0
    assert run("practice", "my-talk", "--plain", stdin="Hello.\n").status == 0


def test_an_existing_file_is_never_overwritten(run: Run, nobody_home: Path) -> None:
    run("init", str(nobody_home))
    run("new", "scenario", "my-talk")

    assert run("new", "scenario", "my-talk").status == 2


def test_a_backup_holds_the_sessions(run: Run, nobody_home: Path, tmp_path: Path) -> None:
    run("init", str(nobody_home))
    session = practised(run)
    copy = tmp_path / "copy" / "transcripts"
    copy.mkdir(parents=True)

    assert run("backup", "-o", str(copy / "transcripts.db")).status == 0

    assert session in run("sessions", "--home", str(copy.parent)).out


def test_a_forgotten_session_is_gone_and_the_rest_is_whole(run: Run) -> None:
    session, kept = practised(run), practised(run)

    assert run("forget", session, stdin="no\n").status == 0
    assert session in run("sessions").out
    assert run("forget", session, "--yes").status == 0

    assert [one["id"] for one in json.loads(run("sessions", "--format", "json").out)] == [kept]
    assert run("verify").status == 0


def test_words_are_found_whatever_their_accents(run: Run) -> None:
    session = practised(run, "fr")

    hits = json.loads(run("search", "teletravail", "--format", "json").out)

    assert session in {hit["session"] for hit in hits}


def test_the_doctor_names_where_words_are_kept(
    run: Run, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none() -> tuple[Server, ...]:
        return ()

    monkeypatch.setattr("simulator.cli.commands.doctor.servers", none)
    done = run("doctor", "--language", language)

    assert done.status == 0
    assert "transcripts.db" in done.out
    assert "cli." not in done.out


def test_a_broken_scenario_shows_every_error_with_its_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\nid: Broken!\nkind: quarrel\nwhat: ever\n", encoding="utf-8")

    done = run("check", str(path))

    assert done.status == 1
    assert f"{path}:2:" in done.out
    assert f"{path}:3:" in done.out
    assert f"{path}:4:" in done.out


def test_help_is_in_the_language_asked_for(run: Run) -> None:
    done = run("practice", "--help", "--language", "fr")

    assert done.out.startswith("usage\u202f: simulator practice")
    assert "show this help" not in done.out


def test_a_folder_that_cannot_be_made_is_explained(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    done = run("init", str(tmp_path / "file" / "below"))

    assert done.status == 2
    assert "below" in done.err


def test_a_mark_is_shown_to_the_mentor_and_the_mentees_own_to_the_mentee(run: Run) -> None:
    done = run("practice", "pay-and-presence", "--plain", stdin="Hello.\n/mark too fast\n")
    session = done.out.splitlines()[-1].rsplit(" ", 1)[-1]

    run("share", session, "--with", "Nadia")

    assert "too fast" in run("show", session).out
    assert "too fast" in run("show", session, "--copy", "mentor").out


def test_the_check_says_where_it_looked(run: Run) -> None:
    assert "pay-and-presence" in run("check").out


def test_a_red_play_test_says_which_rule_failed(run: Run, nobody_home: Path) -> None:
    run("init", str(nobody_home))
    run("new", "persona", "my-person")
    run("new", "scenario", "my-talk")
    path = nobody_home / "scenarios" / "my-talk.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("score: 1", "score: 0"), encoding="utf-8")

    done = run("playtest", "my-talk", "--runs", "1")

    assert done.status == 1
    assert "RED: " in done.out.splitlines()[0]


def test_a_file_to_check_may_be_named_by_its_id(run: Run) -> None:
    assert run("check", "pay-and-presence").status == 0
    assert run("check", "team-manager").status == 0
    assert run("check", "nobody-and-nothing").status == 2


def test_a_play_test_prints_one_talk_word_for_word(run: Run) -> None:
    done = run("playtest", "pay-and-presence", "--talk", "bullying:1")

    assert done.status == 0
    assert "Claire Dawson: " in done.out
    assert done.out.splitlines()[-1].endswith("(0)")
