"""Keeps what Python would work out anew at every start: compiled patterns and parsed tables of words.

They lie beside the compiled modules, in the same folder, and are as much trusted as these. Whatever is wrong
with them, they are worked out as if they were not there.
"""

from __future__ import annotations

import atexit
import hashlib
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from typing import Any

MOST = 4000  # patterns; beyond them, those that this process has not used are dropped


class _Kept:
    """What is kept, by what it was made of."""

    def __init__(self) -> None:
        self.path: str | None = None
        self.known: dict[Any, Any] = {}
        self.used: dict[Any, Any] = {}
        self.is_new = False

    def find(self, key: Any) -> Any:
        found = self.used.get(key)
        if found is None and (found := self.known.get(key)) is not None:
            self.used[key] = found
        return found

    def add(self, key: Any, made: Any) -> None:
        self.used[key] = made
        self.is_new = True


_kept = _Kept()


def enable() -> None:
    """From now on, uses what is kept, and at the end of the process keeps what is new."""
    spec = sys.modules[__name__].__spec__
    if _kept.path or spec is None or spec.cached is None or sys.implementation.name != "cpython":
        return
    _kept.path = f"{spec.cached.removesuffix('.pyc')}.kept"
    _kept.known = _read(_kept.path)
    _patch()
    if not sys.dont_write_bytecode:
        atexit.register(save)


def table(data: bytes, parse: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """What a file of words says. Only plain values are kept."""
    if _kept.path is None:
        return parse(data.decode("utf-8"))
    key = hashlib.blake2b(data).digest()
    found: dict[str, Any] | None = _kept.find(key)
    if found is None:
        found = parse(data.decode("utf-8"))
        _kept.add(key, found)
    return found


def save() -> None:
    """Writes what is kept, if anything is new; another process sees the old or the new, nothing between."""
    if not _kept.is_new or _kept.path is None:
        return
    everything = _kept.known | _kept.used
    everything = everything if len(everything) <= MOST else _kept.used
    beside = f"{_kept.path}.{os.getpid()}"
    try:
        with open(beside, "wb") as file:
            marshal.dump((_stamp(), everything), file)
        os.replace(beside, _kept.path)
    except (OSError, ValueError):  # a folder that is not ours to write; a value that cannot be kept
        with suppress(OSError):
            os.unlink(beside)
    _kept.is_new = False


def _read(path: str) -> dict[Any, Any]:
    try:
        with open(path, "rb") as file:
            stamp, everything = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return everything if stamp == _stamp() and isinstance(everything, dict) else {}


def _stamp() -> tuple[str, int]:
    """The code of patterns means something to one build of one engine only."""
    import _sre

    return sys.version, _sre.MAGIC


def _patch() -> None:
    """Has the compiler of patterns ask here first. The names are those of CPython 3.11 to 3.14."""
    try:
        import _sre
        from re import _compiler, _parser

        compile, parse, code = _compiler.compile, _parser.parse, _compiler._code
    except (ImportError, AttributeError):
        return

    def compiled(pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return compile(pattern, flags)
        key = (pattern, int(flags))
        known = _kept.find(key)
        if known is None:
            parsed = parse(pattern, flags)
            state = parsed.state
            names: list[str | None] = [None] * state.groups
            for name, number in state.groupdict.items():
                names[number] = name
            known = (
                int(flags | state.flags),
                array("I", code(parsed, flags)).tobytes(),
                state.groups - 1,
                dict(state.groupdict),
                tuple(names),
            )
            _kept.add(key, known)
        flags, codes, groups, groupindex, indexgroup = known
        return _sre.compile(pattern, flags, array("I", codes).tolist(), groups, groupindex, indexgroup)

    _compiler.compile = compiled
