"""What the checkout itself promises: locked, hostless, documented, and whole when it is shipped."""

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from simulator import __version__

LOCKS = ("requirements.txt", "requirements-dev.txt")
EXTRA_LOCKS = {"train": "requirements-train.txt", "inference": "requirements-llm.txt"}
"""Optional dependencies → the lock of the environment that is made of them."""
EVERY_LOCK = (*LOCKS, *EXTRA_LOCKS.values())


@pytest.fixture(scope="module")
def project(root: Path) -> Any:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def pinned(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return {name.replace("_", "-").lower(): version for name, version in found}


def names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[^\w.-]", one)[0].replace("_", "-").replace(".", "-").lower()
        for one in requirements
    }


@pytest.mark.parametrize("name", EVERY_LOCK)
def test_a_lock_names_no_host_and_no_folder(root: Path, name: str) -> None:
    lines = (root / name).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if re.search(r"://|^--|^-[a-z]|@", line)] == []


@pytest.mark.parametrize("name", EVERY_LOCK)
def test_every_package_of_a_lock_has_hashes(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]

    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_every_declared_dependency(root: Path, project: Any) -> None:
    declared = project["project"]

    assert names(declared["dependencies"]) <= pinned(root / "requirements.txt").keys()
    assert (
        names(declared["dependencies"] + declared["optional-dependencies"]["dev"])
        <= pinned(root / "requirements-dev.txt").keys()
    )


@pytest.mark.parametrize(("extra", "name"), EXTRA_LOCKS.items())
def test_the_lock_of_an_extra_environment_holds_what_it_is_made_for(
    root: Path, project: Any, extra: str, name: str
) -> None:
    declared = project["project"]["optional-dependencies"][extra]

    assert names(declared) <= pinned(root / name).keys()


def test_both_locks_agree(root: Path) -> None:
    runtime, dev = pinned(root / LOCKS[0]), pinned(root / LOCKS[1])

    assert {name: dev.get(name) for name in runtime} == runtime


def test_the_malicious_releases_of_litellm_are_refused(root: Path, project: Any) -> None:
    (declared,) = (one for one in project["project"]["dependencies"] if "litellm" in one)

    assert "!=1.82.7" in declared
    assert "!=1.82.8" in declared
    assert pinned(root / "requirements.txt")["litellm"] not in {"1.82.7", "1.82.8"}


def test_every_dependency_and_every_ignored_rule_has_its_reason(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^(?:dependencies|inference|dev|ignore) = \[.*?\n(.*?)^\]", text, re.MULTILINE | re.DOTALL
    )

    assert len(blocks) == 4
    assert [line for block in blocks for line in block.splitlines() if "# " not in line] == []


def test_every_module_says_what_it_is_for(root: Path) -> None:
    silent = [
        str(path.relative_to(root))
        for path in sorted((root / "simulator").rglob("*.py"))
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_the_commands_of_the_readme_exist(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^make (\w+)", readme, re.MULTILINE))

    assert {"run", "test"} <= commands
    assert [one for one in commands if not re.search(rf"^{one}:", makefile, re.MULTILINE)] == []


def test_continuous_integration_runs_the_test_command_of_the_readme(root: Path) -> None:
    script = root / ".ci" / "run"

    assert os.access(script, os.X_OK)
    (call,) = re.findall(r"^make .*", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert {"check", "test"} <= set(call.partition("#")[0].split())


def test_a_wheel_is_whole(root: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        capture_output=True,
        check=True,
        cwd=root,
        timeout=60,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())

    assert f"-{__version__}-" in wheel.name
    assert shipped_by(root) - inside == set()
    assert {name for name in inside if name.endswith(".mo")} == {
        str(path.relative_to(root).with_suffix(".mo"))
        for path in (root / "simulator" / "i18n" / "locale").glob("*/LC_MESSAGES/*.po")
    }


def shipped_by(root: Path) -> set[str]:
    """What a wheel must hold: the package's code and data, and the shipped definitions."""
    package = {
        str(path.relative_to(root))
        for path in (root / "simulator").rglob("*")
        if path.is_file() and path.suffix not in {".pyc", ".mo", ".part"}
    }
    return package | {
        f"simulator/_shipped/{path.relative_to(root)}"
        for folder in ("scenarios", "personas")
        for path in (root / folder).glob("*.yaml")
    }
