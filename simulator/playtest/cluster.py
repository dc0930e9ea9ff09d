"""Where a play-test's runs are played: here, or on a Dask or Ray cluster, by one setting.

    here                   every core of this machine (joblib's own processes)
    dask                   a Dask cluster of this machine's cores, started and stopped with the run
    dask:tcp://host:8786   a Dask scheduler that is already running
    ray, ray:ADDRESS       Ray, started here or already running

Dask and Ray are not needed for anything else and are imported only when asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from joblib import parallel_config

from simulator.config import CLUSTER, HERE
from simulator.errors import UsageError


@contextmanager
def clustered(setting: str = HERE) -> Iterator[None]:
    """Within it, play-tests run where `setting` says.

    Raises `UsageError` where the library is not installed or the cluster does not answer.
    """
    match = CLUSTER.fullmatch(setting)
    if match is None or match["kind"] is None:
        yield
    elif match["kind"] == "dask":
        with _dask(match["address"]):
            yield
    else:
        with _ray(match["address"]):
            yield


@contextmanager
def _dask(address: str | None) -> Iterator[None]:
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UsageError("cluster-not-installed", library="distributed") from error
    try:
        own = None if address else LocalCluster(threads_per_worker=1, dashboard_address=None)
        client = Client(address or own)
    except (OSError, ValueError) as error:
        raise UsageError("cluster-unreachable", cluster=address or "dask") from error
    try:
        with client, parallel_config(backend="dask", n_jobs=-1):
            yield
    finally:
        if own is not None:
            own.close()


@contextmanager
def _ray(address: str | None) -> Iterator[None]:
    try:
        import ray
        from ray.util.joblib import register_ray
    except ImportError as error:
        raise UsageError("cluster-not-installed", library="ray") from error
    try:
        ray.init(address=address)
    except ConnectionError as error:
        raise UsageError("cluster-unreachable", cluster=address or "ray") from error
    register_ray()
    try:
        with parallel_config(backend="ray", n_jobs=-1):
            yield
    finally:
        ray.shutdown()
