"""The list of what is in a file: in words, by name and title, and never by an id."""

from pathlib import Path

import pytest

from simulator.i18n import Translator
from simulator.practice.events import IntentionSet, SessionShared, TurnMarked
from simulator.transcripts.exchange.gather import Choice, gather, notes_kept
from simulator.transcripts.exchange.listing import listing
from simulator.views.exchange import contents
from tests.transcripts.exchanging import REVIEW, SESSION, go_on, home, rehearse
from tests.transcripts.reviewing import begin, ruled, signed

ENGLISH, FRENCH = (Translator.of(one, strict=True) for one in ("en", "fr"))


def listed(tmp_path: Path, t: Translator, own: str = "", choice: Choice | None = None) -> str:
    choice = choice or Choice()
    with home(tmp_path, "mentee") as store:
        rehearse(store, ("Why?", "Because."), mentee="Sam")
        note = TurnMarked(turn=2, by="mentee", note="Hm", private=True)
        go_on(store, [note, IntentionSet(text="Ask."), SessionShared(with_whom="Noor")])
        begin(store, REVIEW, SESSION, ruled(), signed())
        parcel = gather(store, SESSION, choice)
        notes = notes_kept(store, SESSION) if choice.with_session else 0
        known = {SESSION: "The rule on presence"}
        return "\n".join(contents(listing(parcel, notes=notes, own=own, known=known), t))


@pytest.mark.parametrize(
    ("t", "own", "words"),
    [
        (
            ENGLISH,
            "Sam",
            "- your talk “The rule on presence”, word for word, under your name (Sam): ",
        ),
        (ENGLISH, "Noor", "- the talk “The rule on presence”, word for word: 1 line of Sam’s"),
        (FRENCH, "Sam", "«\u202fThe rule on presence\u202f», mot pour mot, sous votre nom (Sam)"),
    ],
)
def test_a_talk_is_told_by_its_title_its_mentee_and_their_lines(
    tmp_path: Path, t: Translator, own: str, words: str
) -> None:
    told = listed(tmp_path, t, own)

    assert words in told
    assert t("exchange.holds.intention") in told
    assert [one for one in (SESSION, REVIEW) if one in told] == []


def test_notes_to_oneself_are_said_to_stay(tmp_path: Path) -> None:
    assert "1 note to yourself stays here." in listed(tmp_path, ENGLISH)


def test_a_review_alone_is_told_by_its_mentor_and_the_talk_it_is_of(tmp_path: Path) -> None:
    told = listed(tmp_path, ENGLISH, choice=Choice(with_session=False))

    assert "- Noor’s review of “The rule on presence” (1 signed version)" in told
    assert "stay" not in told
