"""How many processors may this process use?"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator

_PROCESS = "/proc/self/cgroup"
_MOUNT = "/sys/fs/cgroup"


def usable() -> int:
    """Those it may run on, but no more than its control group gives it time for; at least one."""
    share = quota()
    return max(1, min(_allowed(), math.ceil(share) if share else _allowed()))


def quota(process: str = _PROCESS, mount: str = _MOUNT) -> float | None:
    """How many processors' time the control groups of Linux give it, or None if they do not limit it.

    ``process`` is the file that names its groups, ``mount`` the folder of all groups. In a container the
    names may be those of the host: then the limit stands in the topmost folder.
    """
    limits = [limit for folder in _groups(process, mount) if (limit := _limit(folder)) is not None]
    return min(limits, default=None)


def _allowed() -> int:
    if hasattr(os, "process_cpu_count"):  # from Python 3.13
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _groups(process: str, mount: str) -> Iterator[str]:
    """The folders of the groups it is in and of those above, in both versions of control groups."""
    for line in _text(process).splitlines():
        _, _, named = line.partition(":")
        controllers, _, path = named.partition(":")
        if controllers and "cpu" not in controllers.split(","):
            continue
        top = os.path.join(mount, controllers) if controllers else mount
        path = path.strip("/")
        while path:
            yield os.path.join(top, path)
            path = path.rpartition("/")[0]
        yield top


def _limit(folder: str) -> float | None:
    together = _text(os.path.join(folder, "cpu.max")).split()
    apart = [_text(os.path.join(folder, f"cpu.cfs_{part}_us")).strip() for part in ("quota", "period")]
    for amount, period in filter(lambda it: len(it) == 2, (together, apart)):
        if amount.isdecimal() and period.isdecimal() and int(period) > 0:
            return int(amount) / int(period)
    return None


def _text(path: str) -> str:
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            return file.read()
    except OSError:
        return ""
