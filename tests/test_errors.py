"""The error tree: stable codes, values, and an exit status for every branch."""

import pickle

import pytest

from simulator.errors import (
    ActorError,
    BadFile,
    ExitCode,
    NotFound,
    SimulatorError,
    StorageError,
    UsageError,
)


def test_an_error_reads_as_its_code_and_values() -> None:
    assert str(SimulatorError("no-such-turn", turn=4, session="ab")) == (
        "no-such-turn: turn=4, session=ab"
    )
    assert str(SimulatorError("bare")) == "bare"


def test_an_error_names_its_wording_and_its_hint() -> None:
    error = UsageError("setting-level")

    assert (error.wording_id, error.hint_id) == ("error.setting-level", "error.setting-level.hint")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (UsageError, ExitCode.USAGE),
        (NotFound, ExitCode.USAGE),
        (BadFile, ExitCode.BAD_FILE),
        (ActorError, ExitCode.ACTOR_FAILED),
        (StorageError, ExitCode.STORAGE),
    ],
)
def test_every_branch_has_its_exit_status(kind: type[SimulatorError], status: ExitCode) -> None:
    assert kind("code").exit_code is status


def test_exit_statuses_are_what_scripts_rely_on() -> None:
    assert [code.value for code in ExitCode] == [0, 1, 2, 3, 4, 5]


def test_a_bad_file_carries_everything_that_is_wrong_with_it() -> None:
    error = BadFile("bad-definition", diagnostics=["one", "two"], path="a.yaml")

    assert error.diagnostics == ("one", "two")
    assert "diagnostics" not in error.values


def test_an_error_survives_the_trip_between_processes() -> None:
    sent = BadFile("bad-definition", diagnostics=("one",), path="a.yaml")

    back = pickle.loads(pickle.dumps(sent))

    assert (type(back), str(back), back.diagnostics) == (BadFile, str(sent), ("one",))
