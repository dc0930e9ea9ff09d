"""A whole round: practised, shared, sent, ruled on elsewhere, signed, sent back, read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.config import shipped
from simulator.library.catalogue import Library
from tests.cli.conftest import Outcome, Run

Home = Callable[..., Outcome]
NAME = "Zebedee"


def at(run: Run, home: Path) -> Home:
    """Commands in the workspace `home`."""
    return lambda *arguments, stdin="": run(*arguments, "--home", str(home), stdin=stdin)


@pytest.fixture
def mentee(run: Run, tmp_path: Path) -> Home:
    return at(run, tmp_path / "mentee")


@pytest.fixture
def mentor(run: Run, tmp_path: Path) -> Home:
    return at(run, tmp_path / "mentor")


def practised(mentee: Home, language: str = "en", kind: str = "unskilled") -> str:
    """A whole talk by a scripted mentee, left and reflected on; its session."""
    library = Library((shipped(),))
    loaded = library.scenario(
        library.scenario_path("pay-and-presence"), "fr" if language == "fr" else "en"
    )
    lines = "\n".join((*loaded.value.playtest[kind], "/quit"))
    done = mentee(
        *("practice", "pay-and-presence", "--plain", "--seed", "3", "--mentee", NAME),
        "--language",
        language,
        stdin=f"{lines}\n",
    )
    assert done.status == 0, done.err
    return done.out.splitlines()[-1].rsplit(" ", 1)[-1]


def ruled_on(mentor: Home, session: str) -> Outcome:
    """Every point ruled on: the unseen ones with a verdict of one's own, the rest accepted."""
    unseen = [one for one in points(mentor, session) if one["blind"]]
    lines = [*["u I could not tell"] * len(unseen), "all", "g keep", "sign"]
    return mentor("review", session, "--by", "Nadia", stdin="\n".join(lines) + "\n")


def points(mentor: Home, session: str) -> list[dict[str, object]]:
    told = json.loads(mentor("review", session, "--by", "Nadia", "--format", "json").out)
    return list(told["points"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_round_ends_with_both_verdicts_before_the_mentee(
    mentee: Home, mentor: Home, tmp_path: Path, language: str
) -> None:
    session = practised(mentee, language)
    sent, back = tmp_path / "sent.json", tmp_path / "back.json"

    assert mentee("export", session, "--to", "Nadia", "--yes", "-o", str(sent)).status == 0
    assert mentor("import", str(sent)).status == 0
    signed = ruled_on(mentor, session)
    assert signed.status == 0, signed.err
    assert mentor("export", session, "--yes", "-o", str(back)).status == 0
    assert mentee("import", str(back)).status == 0

    read = json.loads(mentee("debrief", session, "--format", "json").out)
    (review,) = read["reviews"]
    assert read["draft"] is False
    assert review["reviewer"] == "Nadia"
    assert {one["ruling"] for one in review["rulings"]} == {"accepted", "adjusted"}
    assert mentee("verify").status == 0
    assert mentor("verify").status == 0


def test_a_session_that_was_not_shared_cannot_be_reviewed_or_read_as_a_mentor(
    mentee: Home,
) -> None:
    session = practised(mentee)

    for refused in (
        mentee("review", session, "--by", "Nadia"),
        mentee("debrief", session, "--copy", "mentor"),
        mentee("show", session, "--copy", "mentor"),
        mentee("export", session, "--yes"),
    ):
        assert refused.status == 2
        assert session in refused.err


def test_a_file_is_written_only_after_its_list_was_seen(mentee: Home, tmp_path: Path) -> None:
    session = practised(mentee)
    path = tmp_path / "sent.json"

    shown = mentee("export", session, "--to", "Nadia", "-o", str(path))

    assert "word for word" in shown.out
    assert "--yes" in shown.out
    assert not path.exists()
    assert "Only you can read" in mentee("share", session, "--list").out


def test_an_unseen_point_shows_nothing_of_the_draft_until_it_was_ruled_on(mentee: Home) -> None:
    session = practised(mentee)
    mentee("share", session, "--with", "Nadia")

    unseen = [one for one in points(mentee, session) if one["blind"]]
    first = mentee("review", session, "--by", "Nadia", stdin="q\n")

    assert unseen
    assert all("verdict" not in one and "spots" not in one for one in unseen)
    assert "Your verdict first" in first.out
    assert "The draft says" not in first.out


def test_what_was_ruled_is_kept_when_a_review_is_left(mentee: Home) -> None:
    session = practised(mentee)
    mentee("share", session, "--with", "Nadia")
    mentee("review", session, "--by", "Nadia", stdin="u no words\n")

    assert sum(one["ruling"] is not None for one in points(mentee, session)) == 1


def test_an_anonymous_copy_holds_the_name_nowhere_and_its_review_comes_home(
    mentee: Home, mentor: Home, tmp_path: Path
) -> None:
    session = practised(mentee)
    sent, back = tmp_path / "sent.json", tmp_path / "back.json"

    mentee("export", session, "--to", "Nadia", "--anonymous", "--yes", "-o", str(sent))
    assert NAME not in sent.read_text("utf-8")
    mentor("import", str(sent))
    ruled_on(mentor, session)
    mentor("export", session, "--review-only", "--yes", "-o", str(back))
    home = mentee("import", str(back))

    assert home.status == 0, home.err
    assert len(json.loads(mentee("debrief", session, "--format", "json").out)["reviews"]) == 1
    assert mentee("verify").status == 0


def test_a_conversation_written_down_is_debriefed_without_a_scenario(
    mentee: Home, tmp_path: Path
) -> None:
    path = tmp_path / "talk.txt"
    path.write_text(
        "Therapist: What brings you here today?\n"
        "Client: I've been struggling to sleep since the move.\n"
        "Therapist: It sounds like the move has been hard on you.\n"
        "Client: Yes. And nobody notices.\n"
        "Therapist: You should just tell them. You never stand up for yourself.\n",
        "utf-8",
    )

    unnamed = mentee("import", str(path))
    done = mentee("import", str(path), "--mentee", "therapist")
    session = json.loads(mentee("sessions", "--format", "json").out)[0]["id"]
    read = json.loads(mentee("debrief", session, "--format", "json").out)

    assert unnamed.status == 2
    assert "Client (2)" in unnamed.err
    assert done.status == 0, done.err
    assert all(one["source"] == "across" for one in read["findings"])
    assert read["measures"]["moves"]["open-question"] == 1
    assert mentee("practice", "--plain", "--from", f"{session}:1").status == 2
