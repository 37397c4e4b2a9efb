"""The file of what is kept, by what it was made of."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from checker.hashing import blake2b

Key = tuple[str, ...]

MOST = 4000  # values; beyond them, those that this process has not used are dropped
_HEAD = 8  # bytes, which say how long the table of contents is that follows


class Store:
    """Values of plain kinds; what is in the file stays bytes as long as nobody asks for it.

    They are those of one state of the package and of one Python.
    """

    def __init__(self, path: str, package: str) -> None:
        self.path = path
        self.used: dict[Key, Any] = {}
        self.new: dict[Key, Any] = {}
        self._stamp = stamp(package)
        self._known = _read(path, self._stamp)

    def __contains__(self, key: Key) -> bool:
        return key in self._known or key in self.new

    def value(self, key: Key, make: Callable[[], Any]) -> Any:
        if key not in self.used:
            packed = self._known.get(key)
            self.used[key] = make() if packed is None else marshal.loads(packed)
            if packed is None:
                self.new[key] = self.used[key]
        return self.used[key]

    def save(self) -> None:
        """Puts what is new to what was read, unless nothing is new or the folder is not ours to write."""
        if not self.new:
            return
        old = self._known
        if len(old) + len(self.new) > MOST:
            old = {key: packed for key, packed in old.items() if key in self.used}
        beside = f"{self.path}.{os.getpid()}"
        try:
            _write(beside, self._stamp, old | {key: marshal.dumps(value) for key, value in self.new.items()})
            os.replace(beside, self.path)
        except (OSError, ValueError):  # a folder that is not ours to write; a value that is not plain
            with suppress(OSError):
                os.unlink(beside)
        self.new = {}


def stamp(package: str) -> tuple[str, int, str]:
    """Of Python, its engine of patterns, and the package, known as compiled modules know their source."""
    files = f"{package} {sorted(_files(package, ''))!r}"
    digest = blake2b(files.encode("utf-8", "surrogateescape"), digest_size=16)
    return sys.version, import_module("_sre").MAGIC, digest.hexdigest()


def _files(folder: str, inside: str) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of every source file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".toml")):
                state = entry.stat()
                yield f"{inside}{entry.name}", state.st_mtime_ns, state.st_size
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path, f"{inside}{entry.name}/")


def _read(path: str, expected: object) -> dict[Key, memoryview]:
    """What is in the file, if it is whole and bears that stamp."""
    try:
        with open(path, "rb") as file:
            whole = memoryview(file.read())
        start = _HEAD + int.from_bytes(whole[:_HEAD], "little")
        stamped, sizes = marshal.loads(whole[_HEAD:start])
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    if stamped != expected or start + sum(sizes.values()) != len(whole):
        return {}
    known = {}
    for key, size in sizes.items():
        known[key] = whole[start : start + size]
        start += size
    return known


def _write(path: str, stamped: Any, values: dict[Key, bytes | memoryview]) -> None:
    contents = marshal.dumps((stamped, {key: len(packed) for key, packed in values.items()}))
    with open(path, "wb") as file:
        file.write(len(contents).to_bytes(_HEAD, "little"))
        file.write(contents)
        for packed in values.values():
            file.write(packed)
