"""The settings page: whole in both languages, and silent about keys and words."""

from pathlib import Path

import pytest

from simulator.config import NAMES, Origin, Remap, Settings, origins
from simulator.i18n import Translator
from simulator.views.settings import (
    Held,
    Holding,
    KeyStatus,
    SettingRow,
    settings_page,
    value_words,
)

HERE = Path("/home/sam/transcripts")
NOT_ON_THE_PAGE = {"seed", "cluster"}

both = pytest.mark.parametrize("language", ["en", "fr"])


def page(language: str, settings: Settings | None = None, **more: object) -> dict[str, SettingRow]:
    given = {
        "origins": origins(settings or Settings(), {}, Path("/nowhere/settings.toml")),
        "holding": Holding(HERE),
        "file": Path("/nowhere/settings.toml"),
        **more,
    }
    sections = settings_page(Held(**given), Translator.of(language, strict=True))  # type: ignore[arg-type]
    return {row.name: row for one in sections for row in one.rows}


@both
def test_every_setting_has_a_line_a_value_and_a_sentence(language: str) -> None:
    rows = page(language)

    assert {*NAMES} - {*rows} == NOT_ON_THE_PAGE
    assert all(one.title and one.value and one.about for one in rows.values())
    assert "old" not in rows


@both
def test_every_value_can_be_said(language: str) -> None:
    t = Translator.of(language, strict=True)
    values = {
        "theme": ("dark", "light", "contrast", "mono"),
        "language": ("en", "fr"),
        "level": (1, 2, 3, None),
        "reduced_motion": (True, False),
        "retention_days": (0, 1, 90),
        "cap_tokens": (0, 1, 200_000),
        "cap_dollars": (0.0, 2.5),
        "keys": ((), (Remap("app.quit", "f12"),)),
        "actor": ("offline", "ollama/llama3"),
        "judge": ("", "openai/some"),
    }

    said = [value_words(name, one, t) for name, some in values.items() for one in some]

    assert all(said)
    assert not [one for one in said if "tui." in one]


def test_what_wins_over_the_file_is_said_beside_what_the_file_says() -> None:
    theme = Origin("theme", "mono", "environment", "SIMULATOR_THEME", "light", is_kept=True)
    rest = [one for one in origins(Settings(), {}, Path("/nowhere")) if one.name != "theme"]

    told = page("en", origins=[*rest, theme])["theme"]

    assert told.value == "without colours"
    assert told.about[1:] == (
        "SIMULATOR_THEME is set: it wins whenever the program starts with it.",
        "The settings file says: light.",
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (KeyStatus("a/b", "environment", "A_KEY"), ("Its key is in the variable A_KEY.",)),
        (KeyStatus("a/b", "keyring", "A_KEY"), ("Its key is in the system’s keyring, as A_KEY.",)),
        (
            KeyStatus("a/b", "missing", "A_KEY", "export A_KEY=…", "keyring set simulator A_KEY"),
            (
                "No key was found (A_KEY).",
                "For this terminal: export A_KEY=…",
                "To keep it: keyring set simulator A_KEY",
            ),
        ),
        (KeyStatus("offline", "none-needed"), ()),
    ],
)
def test_of_a_key_only_where_it_is_found_is_told(status: KeyStatus, said: tuple[str, ...]) -> None:
    assert page("en", keys={"actor": status})["actor"].about[1:] == said


def test_who_can_read_and_what_is_old_is_told() -> None:
    holding = Holding(HERE, sessions=12, readers=("Morgan", "Dana"), shared=3, old=2)

    rows = page("en", Settings(retention_days=90), holding=holding)

    assert rows["sessions"].value == "12 kept"
    assert "3 are shared, with Morgan and Dana." in rows["sessions"].about
    assert (rows["retention_days"].value, rows["old"].value) == (
        *("after 90 days", "2 sessions: forget them…"),
    )
    assert not any(one.is_kept for one in rows.values())


def test_without_colours_it_is_said_at_the_theme() -> None:
    assert any("NO_COLOR" in one for one in page("en", is_colourless=True)["theme"].about)
