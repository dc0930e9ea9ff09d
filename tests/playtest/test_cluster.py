"""By one setting a play-test runs on a cluster, and its figures are the same."""

import sys
from functools import partial

import pytest

from simulator.errors import UsageError
from simulator.playtest import crowd
from simulator.playtest.cluster import clustered
from simulator.playtest.crowd import Job, played
from tests.playtest.shelf import staged

JOBS = tuple(Job("skilled", "scripted", seed) for seed in range(2))


@pytest.mark.enable_socket
@pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed")
def test_a_dask_scheduler_plays_the_same_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    build = partial(staged, "credit-on-the-slide", "en")
    alone = played(build, JOBS)
    monkeypatch.setattr(crowd, "_WORTH_SHARING", 1)

    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
        ) as here,
        clustered(f"dask:{here.scheduler_address}"),
    ):
        assert played(build, JOBS) == alone


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)

    with pytest.raises(UsageError) as refused, clustered("ray"):
        pass

    assert refused.value.code == "cluster-not-installed"
    assert refused.value.values == {"library": "ray"}
