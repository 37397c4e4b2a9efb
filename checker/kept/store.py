"""The file of what is kept, by what it was made of."""

from __future__ import annotations

import marshal
import mmap
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from checker.hashing import blake2b

Key = tuple[str, ...]

MOST = 4000  # values; beyond them, those that this process has not used are dropped
_SIZES = 1 << 28  # bytes, more than any value has: a place is its start times that, plus its size
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
        self._places, self._packed = _read(path, self._stamp)

    def __contains__(self, key: Key) -> bool:
        return key in self._places or key in self.new

    def value(self, key: Key, make: Callable[[], Any]) -> Any:
        if key not in self.used:
            if key in self._places:
                self.used[key] = marshal.loads(self._at(key))
            else:
                self.used[key] = self.new[key] = make()
        return self.used[key]

    def _at(self, key: Key) -> memoryview:
        start, size = divmod(self._places[key], _SIZES)
        return self._packed[start : start + size]

    def save(self) -> None:
        """Puts what is new to what was read, unless nothing is new or the folder is not ours to write."""
        if not self.new:
            return
        full = len(self._places) + len(self.new) > MOST
        old = {key: self._at(key) for key in self._places if not full or key in self.used}
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


def _read(path: str, expected: object) -> tuple[dict[Key, int], memoryview]:
    """Where the values are and the bytes of all, if the file is whole and bears that stamp."""
    try:
        whole = _contents(path)
        start = _HEAD + int.from_bytes(whole[:_HEAD], "little")
        stamped, length, places = marshal.loads(whole[_HEAD:start])
    except (OSError, ValueError, EOFError, TypeError):
        return {}, memoryview(b"")
    if stamped != expected or start + length != len(whole):
        return {}, memoryview(b"")
    return places, whole[start:]


def _contents(path: str) -> memoryview:
    """The bytes of a file, of which only those that are looked at are read if the system can do that.

    The file is never written, but replaced by another. Windows replaces none that is in use so.
    """
    with open(path, "rb") as file:
        if os.name != "posix":
            return memoryview(file.read())
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _write(path: str, stamped: Any, values: dict[Key, bytes | memoryview]) -> None:
    places = {}
    start = 0
    for key, packed in values.items():
        places[key] = start * _SIZES + len(packed)
        start += len(packed)
    contents = marshal.dumps((stamped, start, places))
    with open(path, "wb") as file:
        file.write(len(contents).to_bytes(_HEAD, "little"))
        file.write(contents)
        for packed in values.values():
            file.write(packed)
