"""What the guides say of the program is so: links lead somewhere, keys and settings are all there."""

import re
from pathlib import Path

import pytest

from simulator.config.values import NAMES as SETTINGS
from simulator.tui.app import SimulatorApp
from simulator.tui.places import every_place
from simulator.views.slash import NAMES as SLASHES

PAGES = (
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/formats.md"),
    *(
        f"docs/{name}{ending}"
        for name in ("app", "authoring", "debriefing", "privacy")
        for ending in (".md", ".fr.md")
    ),
)
GUIDES = ("docs/app.md", "docs/app.fr.md")
TOLD = {"app": 0, "library": 2, "practice": 4, "debrief": 5, "desk": 7, "review": 7}
"""Places whose keys the guide to the app lists → the part of it that does, its head being 0."""
ON_PAPER = {
    "escape": ("Esc", "Échap"),
    "enter": ("Enter", "Entrée"),
    "tab": ("Tab", "Tab"),
    "slash": ("/", "/"),
    "comma": (",", ","),
    "left": ("←", "←"),
    "right": ("→", "→"),
    "pageup": ("PgUp", "PgPréc"),
    "pagedown": ("PgDn", "PgSuiv"),
}


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {anchor(one) for one in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)}


def written(key: str, *, french: bool) -> str:
    """A key as the guides write it."""
    known = ON_PAPER.get(key)
    if known is not None:
        return known[french]
    return "+".join(part.capitalize() for part in key.split("+"))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(root: Path, name: str) -> None:
    page = root / name
    links = re.findall(r"\]\(([^)#\s]*)(?:#([^)]+))?\)", page.read_text("utf-8"))
    local = [(path, place) for path, place in links if "://" not in path]

    targets = [((page.parent / path) if path else page, place) for path, place in local]

    assert [str(path) for path, _ in targets if not path.exists()] == []
    assert [place for path, place in targets if place and place not in anchors(path)] == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_lists_every_key_of_the_main_screens(root: Path, name: str) -> None:
    parts = (root / name).read_text("utf-8").split("\n## ")
    commands = [one for place in every_place(SimulatorApp.OFFERS) for one in place.commands]
    told = [one for one in commands if one.is_listed and one.keys and one.place in TOLD]

    missing = [
        one.id
        for one in told
        if f"`{written(one.keys.partition(',')[0], french=name.endswith('.fr.md'))}`"
        not in parts[0] + parts[TOLD[one.place]]
    ]

    assert len(told) > 40
    assert missing == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_guide_names_what_can_be_written_after_a_slash(root: Path, name: str) -> None:
    guide = (root / name).read_text("utf-8")
    elsewhere = {"help", "quit"}
    """Said by their keys, which work everywhere."""

    assert [one for one in SLASHES if f"`/{one}`" not in guide and one not in elsewhere] == []


def test_the_readme_lists_every_setting_and_its_variable(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")

    missing = [
        one
        for one in SETTINGS
        if f"| `{one}` |" not in readme or f"SIMULATOR_{one.upper()}" not in readme
    ]

    assert missing == []


def test_the_picture_of_the_readme_fetches_nothing(root: Path) -> None:
    (picture,) = re.findall(r"!\[[^]]+\]\(([^)]+)\)", (root / "README.md").read_text("utf-8"))
    drawn = (root / picture).read_text("utf-8")

    assert re.findall(r"@font-face|@import|href=|url\((?!#)", drawn) == []
    assert set(re.findall(r"https?://[^\"' <)]+", drawn)) == {"http://www.w3.org/2000/svg"}
