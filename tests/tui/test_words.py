"""Every word on every screen comes from the catalogues."""

from pathlib import Path
from typing import Any

import pytest

from simulator.config import settings_file
from simulator.tui.app import SimulatorApp
from simulator.wiring.floor import NAMELESS
from tests.tui.greek import Greek, greek, latin_left, spoken
from tests.tui.hand import house_in, running
from tests.tui.tour import Tour, Voices, furnish

WORDS = tuple(
    greek(one) for one in ("What is behind it?", "You never listen.", "I see. Tuesdays, then?")
)


def in_greek(definition: dict[str, Any]) -> dict[str, Any]:
    return dict(spoken(definition))


async def test_no_word_comes_past_the_catalogues(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: dict[str, set[str]] = {}

    def look(name: str, screen: str) -> None:
        words = {one for one in latin_left(screen) if one not in str(settings_file())}
        if words:
            left.setdefault(name, set()).update(words)

    monkeypatch.setattr("simulator.wiring.house.Translator", Greek)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for language, name in tuple(NAMELESS.items()):
        monkeypatch.setitem(NAMELESS, language, greek(name))
    voices = Voices(WORDS, in_greek)
    furnish(tmp_path, voices, monkeypatch)
    with house_in(tmp_path, "fr", is_new=True) as house:
        async with running(SimulatorApp(house, seconds_per_word=0), (120, 40)) as hand:
            await Tour(hand, voices, look).walk()

    assert left == {}
