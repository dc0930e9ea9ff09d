"""The plain mode holds a whole practice, in either language, and loses nothing of it."""

import json

import pytest

from tests.cli.conftest import LINES, Run, practised


def spoken(run: Run, session: str) -> list[dict[str, str]]:
    turns = json.loads(run("show", session, "--format", "json").out)["turns"]
    assert isinstance(turns, list)
    return turns


def test_a_practice_shows_the_brief_the_talk_and_where_its_debrief_is(
    run: Run, language: str
) -> None:
    done = run(
        *("practice", "pay-and-presence", "--plain", "--language", language),
        stdin="\n".join(LINES[language]),
    )

    lines = done.out.splitlines()
    persona = [line for line in lines if line.startswith("Claire")]
    assert len(persona) == 1 + len(LINES[language])
    assert "simulator debrief" in lines[-1]


def test_every_line_is_kept_as_it_was_said(run: Run, language: str) -> None:
    session = practised(run, language)

    mentee = [one["text"] for one in spoken(run, session) if one["speaker"] == "mentee"]

    assert tuple(mentee) == LINES[language]


def test_the_same_seed_and_lines_give_the_same_words(run: Run, language: str) -> None:
    first = spoken(run, practised(run, language))
    second = spoken(run, practised(run, language))

    assert first == second


def test_another_seed_gives_other_words(run: Run) -> None:
    first = spoken(run, practised(run))
    second = spoken(run, practised(run, "en", "--seed", "5"))

    assert first != second


def test_a_session_cut_off_by_the_end_of_input_can_be_resumed(run: Run) -> None:
    session = practised(run)

    done = run("practice", "--plain", "--resume", session, stdin="Shall we go on?\n")

    assert done.status == 0
    assert "Shall we go on?" in [one["text"] for one in spoken(run, session)]


def test_a_retry_is_a_new_session_that_names_its_parent(run: Run) -> None:
    session = practised(run)
    before = spoken(run, session)

    done = run("practice", "--plain", "--from", f"{session}:4", stdin="You never listen.\n")

    newest = json.loads(run("sessions", "--format", "json").out)[0]
    assert done.status == 0
    assert (newest["parent"], newest["parent_turn"]) == (session, 4)
    assert spoken(run, session) == before


@pytest.mark.parametrize(
    ("line", "said"),
    [("/nonsense", None), ("//slash", "/slash"), ("/help", None), ("a word " * 600, None)],
)
def test_a_command_and_a_line_too_long_are_never_spoken_and_two_slashes_are_one(
    run: Run, line: str, said: str | None
) -> None:
    done = run("practice", "pay-and-presence", "--plain", stdin=f"{line}\n")

    session = done.out.splitlines()[-1].rsplit(" ", 1)[-1]
    mentee = [one["text"] for one in spoken(run, session) if one["speaker"] == "mentee"]
    assert mentee == ([said] if said else [])


def test_stop_halts_the_scene_until_it_is_taken_up(run: Run) -> None:
    done = run(
        *("practice", "pay-and-presence", "--plain"), stdin="/stop\nHello?\n/go\nHello again.\n"
    )

    session = done.out.splitlines()[-1].rsplit(" ", 1)[-1]
    mentee = [one["text"] for one in spoken(run, session) if one["speaker"] == "mentee"]
    assert mentee == ["Hello again."]


def test_an_empty_line_is_a_silence_that_is_answered(run: Run) -> None:
    done = run("practice", "pay-and-presence", "--plain", stdin="\nWell.\n\n\n")

    session = done.out.splitlines()[-1].rsplit(" ", 1)[-1]
    assert [one["speaker"] for one in spoken(run, session)] == [
        *("persona", "mentee", "persona", "mentee", "persona"),
    ]


def test_every_word_of_the_plain_mode_is_in_the_language_asked_for(run: Run) -> None:
    done = run(
        *("practice", "pay-and-presence", "--plain", "--language", "fr"),
        stdin="/help\n/rien\n/stop\n/go\n/mark ici\n",
    )

    assert "cli." not in done.out
    assert "views." not in done.out
    assert not {"You", "Goal", "Your", "The"} & set(done.out.replace(":", " ").split())


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("practice", "no-such-scenario", "--plain"), 2),
        (("practice", "--plain"), 2),
        (("practice", "--plain", "--resume", "zzz"), 2),
        (("practice", "--plain", "--from", "zzz"), 2),
        (("practice", "pay-and-presence", "--plain", "--level", "7"), 2),
        (("practice", "pay-and-presence", "--plain", "--actor", "some/llm"), 2),
        (("show", "zzz"), 2),
        (("debrief", "zzz"), 2),
        (("check", "no-such-file.yaml"), 2),
        (("frobnicate",), 2),
    ],
)
def test_a_mistake_is_explained_and_has_its_exit_status(
    run: Run, arguments: tuple[str, ...], status: int
) -> None:
    done = run(*arguments)

    assert done.status == status
    assert done.err
    assert "Traceback" not in done.err


def test_the_app_without_a_terminal_says_how_to_do_without_one(run: Run, language: str) -> None:
    done = run("--language", language)

    assert done.status == 0
    assert "--plain" in done.out
    assert "pay-and-presence" in done.out
