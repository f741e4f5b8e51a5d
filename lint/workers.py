"""Work spread over processes: results come in the order of the work, and a process that dies takes no other work with it."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4
"""Batches that wait for each worker, so that none is idle while results are printed."""

_work: Callable[[Any], Any]


def cores() -> int:
    """How many processes can run at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[T], R], batches: Sequence[Sequence[T]], jobs: int, lost: Callable[[T], R]) -> Iterator[R]:
    """`work` done on each item, in `jobs` processes, a batch at a time; `lost` gives the result for an item whose process died.

    `work` is inherited where processes are forked and pickled elsewhere; items and results are always pickled.
    """
    waiting = deque(batches)
    while waiting:
        yield from _until_death(work, waiting, jobs)
        for item in waiting.popleft() if waiting else ():
            yield from _alone(work, item, lost)


def _until_death(work: Callable[[T], R], waiting: deque[Sequence[T]], jobs: int) -> Iterator[R]:
    """The results of batches, each taken from `waiting` when it is done; ends early, that batch the first, where a process dies."""
    from concurrent.futures.process import BrokenProcessPool

    under_way: deque[Future[list[R]]] = deque()
    with _pool(work, min(jobs, len(waiting))) as pool:
        later = iter(tuple(waiting))
        while waiting:
            try:
                while len(under_way) < jobs * _AHEAD and (batch := next(later, None)) is not None:
                    under_way.append(pool.submit(_do, batch))
                results = under_way.popleft().result()
            except BrokenProcessPool:
                return
            waiting.popleft()
            yield from results


def _alone(work: Callable[[T], R], item: T, lost: Callable[[T], R]) -> Iterator[R]:
    from concurrent.futures.process import BrokenProcessPool

    with _pool(work, 1) as pool:
        try:
            yield pool.submit(_do, [item]).result()[0]
        except BrokenProcessPool:
            yield lost(item)


@contextmanager
def _pool(work: Callable[[T], R], jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that are stopped at once when we leave early: they hold nothing that has to be put away."""
    import gc
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    gc.freeze()  # or the first collection in each worker copies all that was loaded
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(jobs, context, _start, (work, os.getpid()))
    try:
        yield pool
    except BaseException:
        for process in tuple((pool._processes or {}).values()):
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _start(work: Callable[[Any], Any], parent: int) -> None:
    """Make this process a worker: Ctrl-C is its parent's business, and it ends when the parent does."""
    import signal
    from threading import Thread

    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    from time import sleep

    while os.getppid() == parent:
        sleep(0.5)
    os._exit(1)


def _do(batch: Sequence[Any]) -> list[Any]:
    return [_work(item) for item in batch]
