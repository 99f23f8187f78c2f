"""The engine `ray`: tasks of Ray Core on a cluster, or on one that is started on this machine for the time of a build.

A task whose process or machine is lost is done again elsewhere by Ray. Nothing is downloaded, reported or shown on a
port of ours: usage statistics and the dashboard are off.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final, TypeVar, cast

from bilat.engines.base import AHEAD, Crew, Job, Ready, collect_seldom
from bilat.errors import BilatError, StoreError

T = TypeVar("T")
R = TypeVar("R")

_log = logging.getLogger(__name__)
_TRIES: Final = 5
"""How often a task is done again when its process is lost: what kills every process is wrong itself."""
_STORE: Final = 256 * 2**20
"""Bytes of shared memory for results on their way, where Ray is started here: one is 1 to 3 MB."""
_AGAIN: Final = 100
"""Tasks after which the size of the cluster is asked again: machines come and go."""
_CLUSTERS: Final = "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"
"""Ray's own name for it: set to 0, what is started here listens on the loopback address only; else on all of them."""


class OnRay:
    """The modules that the job is made of must be installed on each machine, in the same version."""

    name = "ray"
    about = "tasks on a Ray cluster"
    needs = ("ray",)

    def spread(self, job: Job[T, R], items: Iterable[T | Ready[R]], crew: Crew) -> Iterator[R]:
        """The results, in order."""
        with _joined(crew) as ray:
            yield from _Run(ray, job, crew.workers).results(items)


class _Run:
    """One job on a cluster. `ray` is the module: it is imported only when it is asked for."""

    def __init__(self, ray: Any, job: Job[Any, Any], workers: int | None) -> None:
        self._ray = ray
        self._most = workers
        self._job = ray.put(job)
        self._perform = ray.remote(max_retries=_TRIES, num_cpus=1)(_perform)
        self._going: list[Any] = []
        """Tasks that may not be done yet."""
        self._hands = self._size()

    def _size(self) -> int:
        """How many tasks the cluster does at once, of those that we may give it."""
        cpus = int(self._ray.cluster_resources().get("CPU", 1))
        return max(1, min(cpus, self._most or cpus))

    def results(self, items: Iterable[Any]) -> Iterator[Any]:
        waiting: deque[Any] = deque()
        try:
            for number, item in enumerate(items, 1):
                waiting.append(item if isinstance(item, Ready) else self._submit(item))
                if number % _AGAIN == 0:
                    self._hands = self._size()
                while len(waiting) > AHEAD * self._hands:
                    yield self._take(waiting.popleft())
            while waiting:
                yield self._take(waiting.popleft())
        finally:
            for left in waiting:
                if not isinstance(left, Ready):
                    self._ray.cancel(left, force=False)

    def _submit(self, task: Any) -> Any:
        if self._most is not None:
            while len(self._going) >= self._hands:
                _, self._going = self._ray.wait(self._going, num_returns=1, fetch_local=False)
        made = self._perform.remote(self._job.hex(), [self._job], task)
        if self._most is not None:
            self._going.append(made)
        return made

    def _take(self, item: Any) -> Any:
        if isinstance(item, Ready):
            return cast("Ready[Any]", item).result
        try:
            return self._ray.get(item)
        except self._ray.exceptions.RayTaskError as err:
            cause = err.cause
            if isinstance(cause, BilatError):
                raise type(cause)(str(cause)) from err
            msg = f"a task of the cluster failed: {cause}"
            raise StoreError(msg) from err
        except self._ray.exceptions.RayError as err:
            first = str(err).strip().partition("\n")[0]
            msg = f"the cluster lost a task {_TRIES + 1} times; what was done is kept: build again to go on ({first})"
            raise StoreError(msg) from err


@contextmanager
def _joined(crew: Crew) -> Generator[Any]:
    """The module `ray`, connected: to what the caller is connected to, else to the cluster at the address, else to one
    of this machine's, which ends with it."""
    address = crew.address or os.environ.get("RAY_ADDRESS")
    _ = os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if not address:
        _ = os.environ.setdefault(_CLUSTERS, "0")
    ray: Any = import_module("ray")  # only those who ask for it pay for it
    _quiet()
    if ray.is_initialized():
        yield ray
        return
    try:
        if address:
            _ = ray.init(address, log_to_driver=False, logging_level="ERROR")
        else:
            _ = ray.init(
                "local",
                num_cpus=crew.workers,
                include_dashboard=False,
                object_store_memory=_STORE,
                log_to_driver=False,
                logging_level="ERROR",
            )
    except (ConnectionError, OSError, RuntimeError, ValueError) as err:
        first = str(err).strip().partition("\n")[0]
        msg = f"no Ray cluster could be reached at {address or 'this machine'}: {first}"
        raise StoreError(msg) from err
    try:
        yield ray
    finally:
        ray.shutdown()


def _quiet() -> None:
    """Ray tells of lost workers on standard output, where `bilat extract` writes its lines: as a warning
    instead, by default on standard error. It has no setting for that."""
    inside: Any = import_module("ray._private.worker")
    if hasattr(inside, "print_to_stdstream"):
        inside.print_to_stdstream = _tell


def _tell(data: dict[str, Any], *_args: object, **_more: object) -> None:
    for line in data.get("lines", ()):
        _log.warning("ray: %s", str(line).strip().partition("\n")[0])


_started: dict[str, Callable[[Any], Any]] = {}


def _perform(name: str, job: list[Any], task: Any) -> Any:
    """In a process of the cluster. The job comes in a list: so it is fetched and started for the first task only."""
    perform = _started.get(name)
    if perform is None:
        collect_seldom()
        _started.clear()
        ray: Any = import_module("ray")
        perform = _started[name] = cast("Job[Any, Any]", ray.get(job[0])).start()
    return perform(task)
