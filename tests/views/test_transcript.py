"""A talk to be read: every turn with its number, and what was noted beside it."""

from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.memory import MemoryJournal
from simulator.views.transcript import Written, transcript
from tests.practice.stage import PERSONA, Script, Ticks, opened, stage

EN, FR = Translator.of("en", strict=True), Translator.of("fr", strict=True)
CAST = {"manager": PERSONA}


async def held(*lines: str) -> Conversation:
    talk = Conversation.begin(stage(Script()), MemoryJournal(Ticks()), opened())
    for line in lines:
        async for _ in talk.say(line):
            pass
    return talk


def told(of: tuple[Written, ...]) -> list[tuple[str, str]]:
    return [(one.who, one.text) for one in of]


async def test_every_turn_has_its_number_and_its_speaker() -> None:
    talk = await held("Why?")

    first, second, third = told(transcript(talk.session, CAST, EN))

    assert first[0] == "Claire · turn 1"
    assert second == ("You · turn 2", "Why?")
    assert third[0] == "Claire · turn 3"
    assert told(transcript(talk.session, CAST, FR))[1][0] == "Vous · tour 2"


async def test_the_turn_that_is_sought_says_so() -> None:
    written = transcript((await held("Why?")).session, CAST, EN, sought=2)

    assert [one.is_sought for one in written] == [False, True, False]
    assert written[1].who == "You · turn 2 ◂ here"


async def test_notes_and_marks_follow_their_turn() -> None:
    talk = await held("Why?")
    talk.mark(2, by="mentee", author="Sam", note="Too blunt: ask.")
    talk.mark(2, by="mentor", author="Noor", note="Good.")
    talk.mark(3, by="mentor", author="Noor")

    written = told(transcript(talk.session, CAST, EN))

    assert written[2:4] == [("", "Your note: Too blunt: ask."), ("", "Marked by Noor: Good.")]
    assert written[-1] == ("", "Marked for later by Noor.")


async def test_what_was_meant_stands_at_the_head() -> None:
    talk = await held()
    talk.intend("Ask before I propose.")

    assert told(transcript(talk.session, CAST, EN))[0] == (
        "",
        "What you meant to do: Ask before I propose.",
    )


async def test_a_silence_is_told() -> None:
    assert ("You · turn 2", "(silence)") in told(transcript((await held("")).session, CAST, EN))
