"""What a command must not load: proved in a process of its own, where nothing was imported yet."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"textual", "litellm", "openai", "sqlite_utils", "jinja2", "httpx"}

LOADED = """
import contextlib, io, json, socket, sys
def refuse(*arguments, **named):
    raise AssertionError("the network was asked for")
socket.socket.connect = socket.getaddrinfo = refuse
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    from simulator.cli.main import main
    main(json.loads(sys.argv[1]))
print(json.dumps(sorted(sys.modules)))
"""


def loaded_by(root: Path, *arguments: str, said: str = "") -> set[str]:
    """The modules in memory after the command ran; a command that asks for the network fails."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, json.dumps(arguments)],
        capture_output=True,
        check=False,
        cwd=root,
        input=said,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("arguments", [("--help",), ("check",), ("practice", "--help")])
def test_a_light_command_loads_nothing_heavy(root: Path, arguments: tuple[str, ...]) -> None:
    modules = loaded_by(root, *arguments)

    assert "simulator.cli.main" in modules
    assert modules & HEAVY == set()


def test_a_practice_offline_loads_no_llm_library_and_asks_for_no_network(
    root: Path, tmp_path: Path
) -> None:
    home = ("--home", str(tmp_path))
    practice = ("practice", "pay-and-presence", "--plain", *home)

    modules = loaded_by(root, *practice, said="Thanks for seeing me.\nWhy is that the rule?\n")

    assert "simulator.transcripts.store" in modules
    assert modules & {"litellm", "openai", "httpx", "textual"} == set()


def test_the_room_of_the_llms_loads_the_library_only_when_one_is_called(root: Path) -> None:
    script = "import simulator.llm.judge, simulator.llm.coach, json, sys; print(json.dumps([*sys.modules]))"

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=root, text=True
    )

    assert set(json.loads(done.stdout)) & {"litellm", "openai", "httpx"} == set()


def test_importing_the_package_loads_nothing_of_it(root: Path) -> None:
    script = "import simulator, sys; print([m for m in sys.modules if m.startswith('simulator.')])"

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, cwd=root, text=True
    )

    assert done.stdout.strip() == "[]"


APP = """
import asyncio, json, sys
from pathlib import Path
from simulator.config import Settings
from simulator.tui.app import SimulatorApp
from simulator.wiring import House
async def first_frame():
    house = House.build(Settings(home=Path(sys.argv[1])))
    app = SimulatorApp(house)
    app._warm = lambda house: None
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = type(app.screen).__name__
    return shown, sorted(sys.modules)
print(json.dumps(asyncio.run(first_frame())))
"""


def test_the_first_screen_comes_before_definitions_store_and_llm_are_loaded(
    root: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", APP, str(tmp_path)],
        capture_output=True,
        check=False,
        cwd=root,
        text=True,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr
    shown, modules = json.loads(done.stdout)
    assert shown == "WelcomeScreen"
    assert {*modules} & (HEAVY - {"textual"}) == set()
    assert {*modules} & {"pydantic", "ruamel.yaml", "sqlite3"} == set()


def test_a_list_of_what_is_kept_loads_no_talk(root: Path, tmp_path: Path) -> None:
    script = """
import json, sys
from pathlib import Path
from simulator.config import Settings
from simulator.wiring import House
with House.build(Settings(home=Path(sys.argv[1]))) as house:
    house.store
    house.sessions(), house.reviews(), house.cards()
print(json.dumps([*sys.modules]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        check=True,
        cwd=root,
        text=True,
    )

    modules = set(json.loads(done.stdout))
    assert "sqlite_utils" in modules
    assert modules & {"pydantic", "ruamel.yaml", "textual", "jinja2", "litellm"} == set()
