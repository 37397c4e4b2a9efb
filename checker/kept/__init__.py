"""Keeps what Python would work out anew at every start: its modules, compiled patterns, parsed tables, rules.

They lie beside the compiled modules, in the same folder, and are as much trusted as these. They are dropped
when any file of the package changes. Whatever is wrong with them, they are worked out as if they were not
there.
"""

from __future__ import annotations

import atexit
import os
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NoReturn, TypeVar

from checker.hashing import blake2b
from checker.kept import modules
from checker.kept.store import Key, Store

T = TypeVar("T")

_LONG = 400  # characters; what is longer is known by its digest


class _State:
    """Of this process: where it keeps things, if it does."""

    def __init__(self) -> None:
        self.store: Store | None = None


_state = _State()


def enable() -> None:
    """From now on, uses what is kept, and at the end of the process keeps what is new."""
    spec = sys.modules[__name__].__spec__
    if _state.store or spec is None or spec.cached is None or sys.implementation.name != "cpython":
        return
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    _state.store = Store(f"{spec.cached.removesuffix('.pyc')}.kept", package)
    modules.keep(_state.store, package)
    from checker.kept import methods, patterns  # from the store, if they are known

    with suppress(ImportError, AttributeError):
        patterns.keep()
    methods.keep()
    atexit.register(save)


def once(key: Key, make: Callable[[], T]) -> T:
    """The value, of plain kinds only and not to be changed, that ``make`` gives for this key."""
    value: T = make() if _state.store is None else _state.store.value(key, make)
    return value


def passing(pattern: str) -> re.Pattern[str]:
    """A pattern that the text of an article decides: no word of it is kept."""
    store, _state.store = _state.store, None
    try:
        return re.compile(pattern)
    finally:
        _state.store = store


def noun(key: Key, data: bytes, make: Callable[[], T], nouns: ModuleType) -> T:
    """The same for what ``make`` gives for some data: dataclasses of one module, and what they hold."""
    if _state.store is None:
        return make()
    from checker.kept.nouns import made, plain

    anew: list[T] = []

    def values() -> Any:
        anew.append(make())
        return plain(anew[0])

    found = once((*key, digest(data)), values)
    value: T = anew[0] if anew else made(found, nouns)
    return value


def named(text: str) -> str:
    """Stands for a text in a key."""
    return text if len(text) < _LONG else of([text])


def of(texts: Iterable[str]) -> str:
    """Names a list of texts."""
    return digest("\n".join(texts).encode("utf-8", "surrogatepass"))


def library(name: str) -> str:
    """Names what is installed of a library, as its time and place tell."""
    spec = find_spec(name)
    origin = (spec.origin if spec else None) or ""
    return f"{origin} {os.stat(origin).st_mtime_ns if origin else 0}"


def digest(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def leave(status: int) -> NoReturn:
    """Ends the process without taking apart first what ends with it."""
    save()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)


def save() -> None:
    """Writes what is kept, if anything is new; another process sees the old or the new, nothing between."""
    if _state.store is not None and not sys.dont_write_bytecode:
        _state.store.save()
