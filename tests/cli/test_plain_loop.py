"""The plain mode does the whole job alone, in either language, and everything done in it is stored."""

import io
from pathlib import Path

import pytest

from simulator.cli.plain.channel import Channel
from simulator.cli.plain.menu import run_talk
from simulator.config import Settings
from simulator.practice.session import Session
from simulator.wiring import House
from tests.cli.conftest import LINES
from tests.cli.plainly import faults, heard, kept

YES = {"en": "y", "fr": "o"}
ENGLISH = {"You", "Back", "The", "choice", "choices", "Nothing", "Quit", "Kept", "Turn"}
FRENCH = {"Vous", "Retour", "Le", "La", "choix", "Rien", "Quitter", "Tour", "votre"}
AFTER = ("to find out why", "", "ask sooner")


def talk(language: str) -> tuple[str, ...]:
    """From the menu to a debrief."""
    return (
        *("1", "pay-and-presence", "", "Sam", "find out what is behind the rule"),
        *LINES[language],
        *("/note she softened", "/mark was this too fast?", "/hint", "/time", "/finish"),
        *(*AFTER, YES[language], "n", "?"),
    )


def round_of(language: str) -> tuple[str, ...]:
    """Everything there is, once: from the first start to a signed review and the progress."""
    return (
        *talk(language),
        *("again", "4", LINES[language][2], "/finish", *AFTER, "", "", ""),
        *("ways", "whole", "commit", "she says no", "I ask what is behind it", "share", "Nadia"),
        *(
            "0",
            "mentor",
            "Nadia",
            "1",
            *["u I could not tell"] * 6,
            "all",
            "g keep",
            "sign",
            "no",
            "0",
        ),
        *("progress", "0", "earlier", "1", "debrief", "0", "0", "0"),
    )


@pytest.fixture(params=["en", "fr"])
def spoken(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


def test_a_whole_round_is_stored_as_it_was_held(spoken: str) -> None:
    lines = heard(*round_of(spoken), language=spoken)

    retry, first = kept()
    assert [one.text for one in first.said_by("mentee")] == list(LINES[spoken])
    assert (retry.opened.parent, retry.opened.parent_turn) == (first.id, 4)
    assert retry.said_by("mentee")[-1].text == LINES[spoken][2]
    _assert_followed(first, retry)
    with House.build(Settings.load()) as house:
        (review,) = house.desk.reviews_of(retry.id)
        assert review.is_signed
        assert review.reviewer == "Nadia"
        assert not house.verify()
    assert faults(lines) == []
    assert _foreign(lines, spoken) == []


def _foreign(lines: list[str], language: str) -> list[str]:
    """The lines with words of the other language, or with an id in the place of words."""
    other = ENGLISH if language == "fr" else FRENCH
    return [
        line
        for line in lines
        if "cli." in line or "views." in line or other & set(line.replace("\u202f", " ").split())
    ]


def _assert_followed(first: Session, retry: Session) -> None:
    """What was said beside the talk is in the session it belongs to."""
    assert first.opened.mentee == "Sam"
    assert first.followup.intention == "find out what is behind the rule"
    assert retry.followup.intention == first.followup.intention
    assert [(one.note, one.private) for one in first.marks] == [
        ("she softened", True),
        ("was this too fast?", False),
    ]
    assert len(first.followup.hints) == 1
    assert first.reflection is not None
    assert first.reflection.answers == AFTER
    assert first.followup.prediction is not None
    assert set(first.followup.prediction.expected.values()) == {"yes", "no", "unsure"}
    assert [one.with_whom for one in retry.followup.shares] == ["Nadia"]
    assert retry.followup.commitment is not None
    assert retry.followup.commitment.then == "I ask what is behind it"


def test_no_command_need_be_known_to_come_to_a_debrief() -> None:
    lines = heard("practise", "raise", "", "", "", "Hello Claire.", "/finish", "", "", "")

    (session,) = kept()
    assert session.ended is not None
    assert any(line.startswith("Debrief: A raise") for line in lines)


def test_a_talk_that_is_left_stays_open_and_is_taken_up_again() -> None:
    heard(*talk("en")[:6], "/quit", "0")
    (left,) = kept()

    heard("2", "1", LINES["en"][1], "/finish")

    (session,) = kept()
    assert left.ended is None
    assert [one.text for one in session.said_by("mentee")] == list(LINES["en"][:2])
    assert session.ended is not None


def test_the_end_of_the_input_leaves_anywhere_with_everything_stored() -> None:
    whole = talk("en")

    for typed in (0, 2, 5, 8, 14, len(whole) - 1):
        lines = heard(*whole[:typed])

        assert "kept" in " ".join(lines[-2:])
    assert not [one for one in kept() if one.reflection and not one.reflection.answers]


def test_an_open_talk_is_named_at_the_end_with_the_way_back_to_it() -> None:
    lines = heard(*talk("en")[:6])

    (session,) = kept()
    assert f"--resume {session.id}" in lines[-1]


def test_answers_given_before_the_input_ended_are_kept() -> None:
    heard(*talk("en")[:-5])

    (session,) = kept()
    assert session.reflection is not None
    assert session.reflection.answers == AFTER[:1]


def test_a_stopped_scene_goes_on_begins_lighter_or_ends() -> None:
    heard(
        *talk("en")[:6],
        *("/stop", "0", LINES["en"][1], "/stop", "mentor", "it grew tense", "lighter"),
        *("Hello again.", "/stop", "end", "0"),
    )

    lighter, first = kept()
    assert first.was_stopped
    assert [one.text for one in first.said_by("mentee")] == list(LINES["en"][:2])
    assert first.ended is not None
    assert (first.ended.cause, first.marks[0].note) == ("stopped", "it grew tense")
    assert lighter.opened.level == first.opened.level - 1
    assert lighter.ended is not None
    assert lighter.reflection is None


def test_after_a_stop_what_was_counted_is_heard_only_where_it_is_asked_for() -> None:
    ended = heard(*talk("en")[:6], "/stop", "end", "0")
    counted = heard(*talk("en")[:6], "/stop", "measures", "0", "0")

    assert not any("Figures" in line for line in ended)
    assert len(counted) > len(ended)
    assert all(one.reflection is None for one in kept())


def test_a_line_is_said_anew_in_the_middle_of_a_talk() -> None:
    lines = heard(*talk("en")[:7], "/from", "/from 99", "/from 4", "You never listen.", "/quit")

    retry, first = kept()
    assert "Turn 4: " + LINES["en"][1] in lines
    assert retry.opened.parent == first.id
    assert [one.text for one in retry.said_by("mentee")] == [LINES["en"][0], "You never listen."]
    assert first.ended is None


def test_the_language_changes_at_any_choice_and_from_then_on() -> None:
    lines = heard("1", "language fr", "0", "langue en", "0")

    assert "Menu. What would you like to do?" in lines
    assert (
        "Quelle conversation\N{NARROW NO-BREAK SPACE}? Un numéro, ou des mots pour filtrer."
        in lines
    )
    assert lines[-1].startswith("Goodbye")
    assert Settings.load().language == "en"


def test_a_setting_is_changed_by_number_name_or_title_and_kept() -> None:
    lines = heard(
        "settings",
        "level 3",
        "1 Ada",
        "colour",
        "seed x",
        "level 9",
        "reduced_motion",
        "on",
        "",
        "0",
    )

    settings = Settings.load()
    assert (settings.level, settings.mentee, settings.reduced_motion) == (3, "Ada", True)
    assert any("“9”" in line for line in lines)
    assert faults(lines) == []


def test_words_are_found_with_what_was_said_around_them() -> None:
    heard(*talk("en")[:8], "/quit")

    lines = heard("search", "behind the rule", "1", "0", "0", "search", "zebra", "0")

    hit = next(line for line in lines if line.startswith("1. A raise"))
    assert "What is behind the rule" in hit
    around = [line for line in lines if line.startswith("Turn ")]
    assert [line.split(",")[0] for line in around] == ["Turn 3", "Turn 4", "Turn 5"]
    assert "Nothing found." in lines


def test_a_share_is_taken_back_and_a_session_deleted() -> None:
    heard(*talk("en"), "share", "Nadia", "revoke", "1", "forget", "no", "0", "0")
    (session,) = kept()

    heard("earlier", "1", "forget", "yes", "0", "0")

    assert not session.followup.is_shared
    assert kept() == []


def test_a_question_is_left_without_a_change() -> None:
    lines = heard("1", "1", "/quit", "search", "/quit", "settings", "/quit", "bring", "/quit", "0")

    assert lines.count("Back, without a change.") == 4
    assert kept() == []


def test_a_choice_that_is_known_is_not_read_out_twice() -> None:
    lines = heard("help", "?", "0")

    assert sum(line == "1. Practise a conversation" for line in lines) == 2


@pytest.mark.parametrize(
    "answer", ["", "99", "zebra", "-1", "1.5", "²", "9" * 5000, "/nope", "1 2 3"]
)
def test_an_answer_that_means_nothing_changes_nothing(answer: str) -> None:
    lines = heard(answer, "1", answer, "0", "settings", answer or "x", "0", "0")

    assert kept() == []
    assert lines[-1].startswith("Goodbye")


def test_a_suggestion_is_begun_where_it_is_heard() -> None:
    lines = heard("progress", "1", "Sam", "", "Hello.", "/quit", "0")

    (session,) = kept()
    assert "Begin one of these now?" in lines
    assert any(line.startswith("1. ") and line.endswith("level 1") for line in lines)
    assert session.opened.level == 1
    assert [one.text for one in session.said_by("mentee")] == ["Hello."]


LLM = "openai/some-name"


def test_nothing_is_sent_to_an_llm_before_it_was_said_what_and_agreed_to() -> None:
    asked = heard("1", "pay-and-presence", "", "", "1", "no", "0", actor=LLM)

    assert any(LLM in line and "outside this machine" in line for line in asked)
    assert "Nothing was sent and no session was begun." in asked
    assert kept() == []


def test_the_partner_that_comes_with_the_program_can_be_had_instead_of_an_llm() -> None:
    heard("1", "pay-and-presence", "", "", "2", "", "Hello.", "/quit", "0", actor=LLM)

    (session,) = kept()
    assert session.opened.actor == "offline"
    assert session.utterances[-1].speaker == "persona"


def test_a_word_about_oneself_brings_help_and_the_choice_to_stop() -> None:
    lines = heard(*talk("en")[:5], "I want to die.", "/quit", "0")

    assert any(line.startswith("This is outside the scene.") for line in lines)
    assert "The scene waits. /stop stops it; a line of yours goes on with it." in lines


def test_a_practice_at_a_terminal_goes_on_to_the_debrief_and_the_retry() -> None:
    out = io.StringIO()
    typed = ("Hello Claire.", "/finish", "", "", "", "", "", "", "again", "2", "Hello.", "/quit")
    lines = io.StringIO("".join(f"{one}\n" for one in typed))

    with House.build(Settings.load({"seed": 4})) as house:
        begun = house.begin(house.stage("pay-and-presence"), mentee="Sam")
        run_talk(house, Channel(lines, out, is_person=True, is_heard=True), begun)

    retry, first = kept()
    said = out.getvalue().replace("\n", " ")
    assert said.index("Your role:") < said.index("The talk begins.") < said.index("Claire Dawson:")
    assert said.count("Your role:") == 1
    assert "Debrief: A raise" in said
    assert retry.opened.parent == first.id
    assert [one.text for one in retry.said_by("mentee")] == ["Hello."]


def test_a_session_goes_to_a_mentor_elsewhere_and_its_review_comes_home(
    nobody_home: Path, tmp_path: Path
) -> None:
    heard(*talk("en"), "file", "Nadia", "yes", "0", "0")
    (sent,) = nobody_home.glob("*.json")
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setenv("SIMULATOR_HOME", str(tmp_path / "mentor"))
        ruling = [*["u I could not tell"] * 6, "all", "sign", "yes"]
        heard("bring", str(sent), "yes", "mentor", "Nadia", "1", *ruling, "0", "0")
    (back,) = (one for one in nobody_home.glob("*.json") if one != sent)

    lines = heard("bring", str(back), "yes", "earlier", "1", "debrief", "0", "0", "0")

    (session,) = kept()
    assert [one.with_whom for one in session.followup.shares] == ["Nadia"]
    assert any("signed by Nadia" in line for line in lines)
    assert faults(lines) == []
