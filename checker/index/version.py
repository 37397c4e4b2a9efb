"""Which extractor is this? A digest of all that decides which claims an article gives, but the article."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from checker import kept
from checker.hashing import blake2b

# The packages of ours, and those of others, on whose contents claims depend.
_OURS = ("load", "text", "dates", "extract", "facts", "resolve", "vocab", "model")
_OTHERS = ("dateparser", "rapidfuzz", "anyascii", "nicknames", "yaml")
_LAYOUT = 1  # of what is kept for a file


@cache
def version() -> bytes:
    """A digest of the code and the vocabulary of extraction, of the libraries it uses, and of Python.

    It is reckoned from the contents of files, so that nobody has to remember to raise a number.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    digest = blake2b(kept.once(("version",), lambda: reckoned(package)), digest_size=16)
    for part in (f"{_LAYOUT} {sys.implementation.cache_tag} {sys.version}", *_libraries()):
        _add(digest, part.encode())
    return digest.digest()


def reckoned(package: str) -> bytes:
    """A digest of the code and the vocabulary of a package that lies there."""
    digest = blake2b(digest_size=16)
    for path in _files(package):
        _add(digest, os.path.relpath(path, package).encode())
        with open(path, "rb") as file:
            _add(digest, file.read())
    return digest.digest()


def _files(package: str) -> Iterable[str]:
    for part in _OURS:
        folder = os.path.join(package, part)
        for name in sorted(os.listdir(folder)):
            if name.endswith((".py", ".toml")):
                yield os.path.join(folder, name)


def _libraries() -> Iterable[str]:
    """Names and versions of the libraries, read off their metadata folders without importing anything."""
    for name in _OTHERS:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            yield f"{name} absent"
            continue
        site = os.path.dirname(os.path.dirname(spec.origin))
        yield from (entry for entry in _listing(site) if entry.lower().startswith((f"{name}-", f"py{name}-")))


@cache
def _listing(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(name for name in os.listdir(folder) if name.endswith("-info")))
    except OSError:
        return ()


def _add(digest: blake2b, part: bytes) -> None:
    """Each part with its length, so that no two lists of parts read alike."""
    digest.update(len(part).to_bytes(8, "little"))
    digest.update(part)
