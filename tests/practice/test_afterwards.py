"""What may be added to a session beside the talk, and what is refused because it means nothing."""

import pytest

from simulator.errors import UsageError
from simulator.practice.afterwards import Afterwards
from simulator.practice.events import (
    CommitmentMade,
    HintGiven,
    RealTalkTold,
    SessionEnded,
    SessionOpened,
)
from simulator.practice.memory import MemoryJournal
from simulator.practice.ports import Journal
from tests.practice.stage import Ticks


@pytest.fixture
def journal() -> Journal:
    kept = MemoryJournal(Ticks())
    kept.append(
        (
            SessionOpened(
                session="s1",
                scenario="presence",
                scenario_hash="0" * 64,
                personas={"manager": "1" * 64},
                language="en",
                level=2,
                seed=1,
                actor="offline",
                program_version="0",
                mentee="Sam",
            ),
        ),
        0,
    )
    return kept


def test_a_session_is_shared_with_whom_the_mentee_names(journal: Journal) -> None:
    after = Afterwards(journal)
    after.share("Nadia")
    after.share("Paul\x1b[31m")

    assert [one.with_whom for one in after.session.followup.shares] == ["Nadia", "Paul"]


def test_a_share_taken_back_is_gone_and_the_others_stay(journal: Journal) -> None:
    after = Afterwards(journal)
    after.share("Nadia")
    after.share("Paul")
    after.revoke("Nadia")

    assert [one.with_whom for one in after.session.followup.shares] == ["Paul"]


@pytest.mark.parametrize("name", ["", "  \n", "x" * 81])
def test_a_share_needs_a_name(journal: Journal, name: str) -> None:
    with pytest.raises(UsageError) as refused:
        Afterwards(journal).share(name)

    assert refused.value.code == "share-with-whom"


def test_the_latest_next_step_counts(journal: Journal) -> None:
    after = Afterwards(journal)
    after.commit(CommitmentMade(when="one", then="two"))
    after.commit(CommitmentMade(when="three", then="four"))

    made = after.session.followup.commitment
    assert made is not None
    assert (made.when, made.then) == ("three", "four")


def test_what_became_of_it_may_be_told_after_the_end(journal: Journal) -> None:
    journal.append((SessionEnded(cause="left"),), 1)
    after = Afterwards(journal)
    after.tell(RealTalkTold(text=" It went well. ", kept="yes"))

    assert [one.text for one in after.session.followup.told] == ["It went well."]


def test_a_hint_belongs_to_a_talk_that_is_still_open(journal: Journal) -> None:
    journal.append((SessionEnded(cause="left"),), 1)

    with pytest.raises(UsageError) as refused:
        Afterwards(journal).hint(HintGiven(turn=1, code="ask"))

    assert refused.value.code == "session-over"


def test_two_writers_do_not_write_past_each_other(journal: Journal) -> None:
    after = Afterwards(journal)
    Afterwards(journal).share("Nadia")

    with pytest.raises(Exception, match="journal-conflict"):
        after.share("Paul")
