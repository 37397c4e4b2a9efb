"""Keeps what Python would work out anew at every start: compiled patterns, parsed tables, rules.

They lie beside the compiled modules, in the same folder, and are as much trusted as these. They are dropped
when any file of the package changes. Whatever is wrong with them, they are worked out as if they were not
there.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NoReturn, TypeVar

from checker.hashing import blake2b

T = TypeVar("T")
Key = tuple[str, ...]

MOST = 4000  # values; beyond them, those that this process has not used are dropped
_LONG = 400  # characters; what is longer is known by its digest


class _Kept:
    """What is kept, by what it was made of: as bytes as long as nobody has asked for it."""

    def __init__(self) -> None:
        self.path: str | None = None
        self.known: dict[Key, bytes] = {}
        self.used: dict[Key, Any] = {}
        self.new: dict[Key, Any] = {}


_kept = _Kept()


def enable() -> None:
    """From now on, uses what is kept, and at the end of the process keeps what is new."""
    spec = sys.modules[__name__].__spec__
    if _kept.path or spec is None or spec.cached is None or sys.implementation.name != "cpython":
        return
    _kept.path = f"{spec.cached.removesuffix('.pyc')}.kept"
    _kept.known = _read(_kept.path)
    with suppress(ImportError, AttributeError):
        _keep_patterns()
    sys.modules.setdefault("inspect", _Later("inspect"))  # dataclasses need it for undocumented classes alone
    _keep_methods()
    atexit.register(save)


def once(key: Key, make: Callable[[], T]) -> T:
    """The value, of plain kinds only and not to be changed, that ``make`` gives for this key."""
    if _kept.path is None:
        return make()
    if key not in _kept.used:
        packed = _kept.known.get(key)
        _kept.used[key] = make() if packed is None else marshal.loads(packed)
        if packed is None:
            _kept.new[key] = _kept.used[key]
    value: T = _kept.used[key]
    return value


def noun(key: tuple[str, ...], data: bytes, make: Callable[[], T], nouns: ModuleType) -> T:
    """The same for what ``make`` gives for some data: dataclasses of one module, and what they hold."""
    if _kept.path is None:
        return make()
    made: list[T] = []

    def plain() -> Any:
        made.append(make())
        return _plain(made[0])

    found = once((*key, digest(data)), plain)
    return made[0] if made else _made(found, nouns)


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
    if not _kept.new or _kept.path is None or sys.dont_write_bytecode:
        return
    old = _kept.known
    if len(old) + len(_kept.new) > MOST:
        old = {key: packed for key, packed in old.items() if key in _kept.used}
    beside = f"{_kept.path}.{os.getpid()}"
    try:
        new = {key: marshal.dumps(value) for key, value in _kept.new.items()}
        with open(beside, "wb") as file:
            marshal.dump((_stamp(), old | new), file)
        os.replace(beside, _kept.path)
    except (OSError, ValueError):  # a folder that is not ours to write; a value that is not plain
        with suppress(OSError):
            os.unlink(beside)
    _kept.new = {}


def _read(path: str) -> dict[Key, bytes]:
    try:
        with open(path, "rb") as file:
            stamp, everything = marshal.loads(file.read())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return everything if stamp == _stamp() and isinstance(everything, dict) else {}


def _stamp() -> tuple[str, int, str]:
    """Of the engine of patterns and of the package, whose files are known as compiled modules know theirs."""
    package = os.path.dirname(os.path.abspath(__file__))
    files = repr(sorted(_files(package, "")))
    return sys.version, import_module("_sre").MAGIC, digest(files.encode("utf-8", "surrogateescape"))


def _files(folder: str, inside: str) -> Iterator[tuple[str, int, int]]:
    """Name, time and size of every source file."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".toml")):
                state = entry.stat()
                yield f"{inside}{entry.name}", state.st_mtime_ns, state.st_size
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _files(entry.path, f"{inside}{entry.name}/")


def _plain(value: Any) -> Any:
    """Dataclasses as lists of name and fields; all else they hold is plain, lists excepted."""
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return [type(value).__name__, {name: _plain(getattr(value, name)) for name in fields}]
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return tuple(map(_plain, value)) if isinstance(value, tuple) else value


def _made(value: Any, nouns: ModuleType) -> Any:
    if isinstance(value, list):
        name, fields = value
        return getattr(nouns, name)(**_made(fields, nouns))
    if isinstance(value, dict):
        return {key: _made(part, nouns) for key, part in value.items()}
    return tuple(_made(part, nouns) for part in value) if isinstance(value, tuple) else value


def _keep_patterns() -> None:
    """Has the compiler of patterns ask here first. The names are those of CPython 3.11 and later."""
    engine: Any = import_module("_sre")
    compiler: Any = import_module("re._compiler")
    compile, parse, code = compiler.compile, import_module("re._parser").parse, compiler._code

    def parts(pattern: str, flags: int) -> tuple[Any, ...]:
        parsed = parse(pattern, flags)
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, number in state.groupdict.items():
            names[number] = name
        codes = array("I", code(parsed, flags)).tobytes()
        return int(flags | state.flags), codes, state.groups - 1, dict(state.groupdict), tuple(names)

    def compiled(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return compile(pattern, flags)
        key = ("pattern", pattern if len(pattern) < _LONG else of([pattern]), str(int(flags)))
        all_flags, codes, groups, groupindex, indexgroup = once(key, lambda: parts(pattern, flags))
        return engine.compile(pattern, all_flags, array("I", codes).tolist(), groups, groupindex, indexgroup)

    compiler.compile = compiled


class _Later(ModuleType):
    """A module that is imported when something of it is used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        real = import_module(self.__name__)
        self.__dict__.update(real.__dict__)
        return getattr(real, name)


def _keep_methods() -> None:
    """Has ``dataclasses``, which writes the methods of classes as text, ask here for the compiled text."""

    def execute(text: Any, *names: Any) -> None:
        if isinstance(text, str):
            key = ("methods", text if len(text) < _LONG else of([text]))
            text = once(key, lambda: compile(text, "<string>", "exec"))
        exec(text, *names)

    import_module("dataclasses").__dict__["exec"] = execute
