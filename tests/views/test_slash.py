"""Slash commands are told from speech, and an unknown one is never spoken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.views.slash import Command, Spoken, Unknown, parsed

KNOWN = ("stop", "mark")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Hello.", Spoken("Hello.")),
        ("", Spoken("")),
        ("/stop", Command("stop", "")),
        ("/STOP", Command("stop", "")),
        ("/mark too fast ", Command("mark", "too fast")),
        ("/sotp", Unknown("sotp")),
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
