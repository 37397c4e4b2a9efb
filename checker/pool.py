"""One function over many files on several processors: results in order, and none lost with a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from checker.cores import usable

T = TypeVar("T")
Task = tuple[str, bytes]  # the path of a file, and what it says
Work = Callable[[str, bytes], T]

SHARE = 100_000  # bytes: with less for each, further processes are not worth their start
PORTION = 64_000  # bytes for a worker to do before it gives anything back
FILES = 200  # in a portion at most
MOST = 61  # processes that Windows lets one wait for


def mapped(
    work: Work[T], tasks: Iterable[Task], jobs: int = 0, prepare: Callable[[], object] = tuple
) -> Iterator[tuple[str, T | None]]:
    """The path of every task and what ``work`` makes of it, None where a worker died of it; in their order.

    ``jobs`` is how many processes do it, 0 for as many as there are processors. One is this process alone, as
    it is where little is to be done. ``prepare`` is called here before others begin: what it loads they find
    loaded. Where processes do not begin as copies of this one, ``work`` is pickled for them.
    """
    tasks = iter(tasks)
    first: list[Task] = []
    if jobs != 1 and _took(tasks, first) >= 2 * SHARE:
        jobs = min(jobs or usable(), MOST, _took(tasks, first, (jobs or usable()) * SHARE) // SHARE)
    else:
        jobs = 1
    tasks = chain(first, tasks)
    if jobs > 1:
        from checker.workers import Workers, results

        prepare()
        with Workers(work, jobs) as workers:
            if workers.can_be():
                yield from results(workers, _portions(tasks))
                return
    yield from ((path, work(path, data)) for path, data in tasks)


def _took(tasks: Iterator[Task], first: list[Task], enough: int = 2 * SHARE) -> int:
    """Takes the first tasks, up to so many bytes; how many they are."""
    size = sum(len(data) for _, data in first)
    while size < enough and (task := next(tasks, None)):
        first.append(task)
        size += len(task[1])
    return size


def _portions(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    portion: list[Task] = []
    size = 0
    for task in tasks:
        if portion and (size + len(task[1]) > PORTION or len(portion) == FILES):
            yield portion
            portion, size = [], 0
        portion.append(task)
        size += len(task[1])
    if portion:
        yield portion
