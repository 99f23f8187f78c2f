"""The engine `local`: this process alone, or several of this machine."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bilat.engines.base import AHEAD, Crew, Job, Ready, collect_seldom
from bilat.errors import StoreError

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")


class Local:
    """Processes are started anew rather than forked, so that it is the same on every system."""

    name = "local"
    about = "processes of this machine"
    needs = ()

    def spread(self, job: Job[T, R], items: Iterable[T | Ready[R]], crew: Crew) -> Iterator[R]:
        """The results, in order; a process that is lost ends it with a StoreError: what remains may be the reason."""
        workers = crew.workers or os.cpu_count() or 1
        return _alone(job, items) if workers < 2 or crew.small else _spread(job, items, workers)


def _alone(job: Job[T, R], items: Iterable[T | Ready[R]]) -> Iterator[R]:
    perform = job.start()
    for item in items:
        yield cast("Ready[R]", item).result if isinstance(item, Ready) else perform(item)


def _spread(job: Job[T, R], items: Iterable[T | Ready[R]], workers: int) -> Iterator[R]:
    import multiprocessing  # noqa: PLC0415  one process alone starts sooner without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _start, (job,))
    waiting: deque[Future[R] | Ready[R]] = deque()
    try:
        for item in items:
            if isinstance(item, Ready):
                waiting.append(cast("Ready[R]", item))
            else:
                with _no_interrupt():
                    waiting.append(cast("Future[R]", pool.submit(_perform, item)))
            while len(waiting) > AHEAD * workers:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    except BrokenProcessPool as err:
        msg = (
            "a worker process ended early (out of memory, or killed); what was done is kept: build again to go on."
            ' In a script of your own, call it under `if __name__ == "__main__":`, or with workers=1'
        )
        raise StoreError(msg) from err
    finally:
        pool.shutdown(cancel_futures=True)


def _next(waiting: "deque[Future[R] | Ready[R]]") -> R:
    first = waiting.popleft()
    return first.result if isinstance(first, Ready) else first.result()


_started: Callable[[Any], Any] | None = None


def _start(job: Job[Any, Any]) -> None:
    """In a new process: Ctrl-C is the main process's business; and nothing goes on when that one is gone."""
    global _started  # noqa: PLW0603 -- what a process pool offers for state of its own
    _ = signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _started = job.start()


def _end_with_parent() -> None:
    import multiprocessing  # noqa: PLC0415

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _perform(task: Any) -> Any:
    if _started is None:
        msg = "a worker process was not started as it should"
        raise StoreError(msg)
    return _started(task)


@contextmanager
def _no_interrupt() -> Generator[None]:
    """Holds Ctrl-C back for a moment. A process that is started meanwhile never gets it, not even before `_start`:
    it would tell of its own end beside ours."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        _ = signal.pthread_sigmask(signal.SIG_SETMASK, before)
