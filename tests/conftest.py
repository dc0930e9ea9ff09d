"""What every test stands on: fresh catalogues, a person of its own, and settled randomness.

No test sees the settings, the workspace or the language of whoever runs it: home, configuration
and working folder are empty ones, and every `SIMULATOR_` variable is gone.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from hatch_build import compile_catalogues

ROOT = Path(__file__).parent.parent

settings.register_profile("local", deadline=None, database=None, max_examples=60)
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_configure() -> None:
    compile_catalogues(ROOT)


@pytest.fixture(autouse=True)
def nobody_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty home, which is the working folder too, in English and with no setting made."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.startswith(("SIMULATOR_", "XDG_", "LC_")) or name in {"LANG", "LANGUAGE"}:
                patch.delenv(name)
        patch.setenv("HOME", str(home))
        patch.setenv("LANG", "C.UTF-8")
        patch.chdir(home)
        yield home


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
