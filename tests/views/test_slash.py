"""Slash commands are told from speech, and an unknown one is never spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.views.slash import Command, Spoken, Unknown, begun, parsed

KNOWN = ("stop", "mark")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Hello.", Spoken("Hello.")),
        ("", Spoken("")),
        ("/stop", Command("stop", "")),
        ("/STOP", Command("stop", "")),
        ("/mark too fast ", Command("mark", "too fast")),
        ("/mark too fast,\nand loud", Command("mark", "too fast,\nand loud")),
        ("/mark\ntoo fast", Command("mark", "too fast")),
        ("/sotp", Unknown("sotp")),
        ("/ stop", Unknown("")),
        ("/", Unknown("")),
        ("//stop", Spoken("/stop")),
        ("1/2 of it", Spoken("1/2 of it")),
    ],
)
def test_a_line_is_what_it_looks_like(line: str, meant: object) -> None:
    assert parsed(line, KNOWN) == meant


@given(st.text(min_size=1))
def test_whatever_is_said_can_be_said(text: str) -> None:
    said = parsed(f"/{text}" if text.startswith("/") else text, KNOWN)

    assert said == Spoken(text)


WORDS = {"help": "Aide", "stop": "STOP", "mark": "Repère", "time": "Temps"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("/", ("help", "stop", "mark", "time")),
        ("/s", ("stop",)),
        ("/S", ("stop",)),
        ("/rep", ("mark",)),
        ("/stop", ("stop",)),
        ("/stopp", ()),
        ("/mark ", ()),
        ("/mark\n", ()),
        ("//", ()),
        ("a /", ()),
        ("", ()),
    ],
)
def test_commands_are_offered_as_long_as_one_may_be_meant(
    line: str, names: tuple[str, ...]
) -> None:
    assert begun(line, WORDS) == names


@given(st.text())
def test_what_is_offered_is_never_offered_for_speech(text: str) -> None:
    assert not begun(text, WORDS) or isinstance(parsed(text, WORDS), Command | Unknown)
