"""Which checker is this? Digests of all that decides what is read and found in articles, but the articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from checker import kept
from checker.hashing import blake2b

# The packages of ours on whose contents claims depend, and findings; those of others.
EXTRACTION = ("load", "text", "dates", "extract", "facts", "resolve", "vocab", "model")
JUDGING = (*EXTRACTION, "engine", "index", "kept")
_OTHERS = ("dateparser", "rapidfuzz", "anyascii", "nicknames", "yaml")
_LAYOUT = 1  # of what is kept for a file


@cache
def version(packages: tuple[str, ...]) -> bytes:
    """A digest of the code and the vocabulary in some packages, of the libraries they use, and of Python.

    It is reckoned from the contents of files, so that nobody has to remember to raise a number.
    """
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    digest = blake2b(kept.once(("version", *packages), lambda: reckoned(root, packages)), digest_size=16)
    for part in (f"{_LAYOUT} {sys.implementation.cache_tag} {sys.version}", *_libraries()):
        _add(digest, part.encode())
    return digest.digest()


def reckoned(root: str, packages: Iterable[str]) -> bytes:
    """A digest of the code and the vocabulary of packages that lie there."""
    digest = blake2b(digest_size=16)
    for path in _files(root, packages):
        _add(digest, os.path.relpath(path, root).encode())
        with open(path, "rb") as file:
            _add(digest, file.read())
    return digest.digest()


def _files(root: str, packages: Iterable[str]) -> Iterable[str]:
    for package in packages:
        folder = os.path.join(root, package)
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
