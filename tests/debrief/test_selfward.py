"""A run of turns about oneself is told whatever was asked before and after it."""

from simulator.debrief.gaps import Gap
from tests.debrief.talks import recorded

RUN = (
    "I had a dreadful month, my computer died and I lost my work.",
    "Then I moved my office and I carried my boxes on my own.",
    "I even cancelled my holiday, which I had booked for my parents.",
    "I think I should stop on Fridays, my sister says I work too much.",
)


def gaps(*lines: str) -> set[Gap]:
    talk = ["Ana: How are you, Ben?", "Ben: The week was long."]
    for line in lines:
        talk += [f"Ana: {line}", "Ben: I see."]
    talk += ["Ana: What did you do on Sunday?", "Ben: Nothing much."]
    return {one.gap for one in recorded("\n".join(talk), "Ana", "en").tries}


def test_four_turns_about_oneself_are_told_although_a_question_stands_at_both_ends() -> None:
    assert Gap.SELF_FOCUS in gaps(*RUN)


def test_a_question_inside_breaks_the_run() -> None:
    assert Gap.SELF_FOCUS not in gaps(*RUN[:2], "And how was your holiday?", *RUN[2:])


def test_fewer_turns_are_no_run() -> None:
    assert Gap.SELF_FOCUS not in gaps(*RUN[:2])
