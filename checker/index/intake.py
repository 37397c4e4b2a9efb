"""What is taken into a store: of all files, what they say that is not known yet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from checker.hashing import blake2b
from checker.index import contents
from checker.index.extraction import Extractor, warm
from checker.index.nouns import Pieces, Row, Seen, Stamp
from checker.index.store import Store
from checker.index.version import EXTRACTION, version
from checker.load.pieces import cut, named
from checker.pool import Task, mapped
from checker.settings import Settings

_YEAR = re.compile(r"(?:^|/)\d{4}/")

_MANY = 10_000  # files whose stamps are noted at one stroke
CHUNK = 200  # pieces that are written at one stroke


class Intake:
    """How a store is filled, with so many processes (0: what the machine has processors for).

    Any method may raise Broken.
    """

    def __init__(self, store: Store, settings: Settings, extractor: Extractor, jobs: int) -> None:
        self._store = store
        self._extractor = extractor
        self._jobs = jobs
        self._known: dict[bytes, Row] = {}
        self._cuts = store.cuts()
        self._cut_now: dict[bytes, Pieces] = {}
        self._salt = blake2b(version(EXTRACTION), digest_size=16)
        for setting in settings.extraction:
            _add(self._salt, setting.encode())
        self._extraction = self._salt.hexdigest()
        self._here = os.path.join(os.getcwd(), "")
        self._now = store.now() if contents.are_told() else None
        self._seen = store.seen(self._extraction) if self._now else {}
        self._stamped: dict[str, tuple[Stamp, bytes]] = {}
        self._taken: list[dict[str, Row]] = []

    def take_in(self, files: Iterable[tuple[str, str | bytes]], failed: dict[str, OSError]) -> dict[str, Row]:
        """The rows of each file (its place or its bytes), by name; what cannot be read goes to ``failed``.

        A file of many records has one for each piece, whose name tells where it stands.
        """
        keys: dict[str, bytes] = {}
        wrong: dict[str, tuple[str, ...]] = {}
        entries = mapped(self._extractor, self._new(files, keys, wrong, failed), self._jobs, warm)
        while some := list(islice(entries, CHUNK)):
            added = [(keys[name], entry or self._extractor.lost(name)) for name, entry in some]
            self._known.update(zip((key for key, _ in added), self._store.add(added), strict=True))
            if len(self._stamped) > _MANY:
                self._note_stamps()
        rows = {name: self._known[key] for name, key in keys.items()}
        self._note_stamps()
        self._known.clear()  # of a hundred thousand files it is much, and the rows are at hand
        self._taken.append(rows)
        for name, problems in wrong.items():
            rows[name] = rows[name].with_problems(problems)
        return rows

    def settle(self) -> None:
        """Notes for later runs what this one cut and used; what it read is noted where it is taken in."""
        self._store.cut(self._cut_now)
        self._store.settle(row for rows in self._taken for row in rows.values())

    def _note_stamps(self) -> None:
        """Notes for later runs the stamps of the files that were read, as far as their rows are known."""
        told = {
            place: Seen(stamp, key, self._known.get(key))
            for place, (stamp, key) in self._stamped.items()
            if key in self._known or key in self._cuts
        }
        self._store.see(self._extraction, told)
        self._stamped = {place: it for place, it in self._stamped.items() if place not in told}

    def _new(
        self,
        files: Iterable[tuple[str, str | bytes]],
        keys: dict[str, bytes],
        wrong: dict[str, tuple[str, ...]],
        failed: dict[str, OSError],
    ) -> Iterator[Task]:
        """The pieces whose contents are not known, of one content one.

        Notes the keys of all, and under the name of its first piece what is wrong with a whole file.
        """
        met: set[bytes] = set()
        for path, source in files:
            try:
                key, data = self._read(path, source)
            except OSError as error:
                failed[path] = error
                continue
            if data is None and key not in self._cuts:
                keys[path] = key  # as most are: one piece, and no news
                continue
            if data is None or self._is_known(key):
                pieces = self._cuts.get(key) or Pieces(((1, key),), ())
                told = dict[int, bytes]()
            else:
                pieces, told = self._cut(path, key, data)
            if pieces.problems:
                wrong[path] = pieces.problems
            for first, part in pieces.keys:
                name = named(path, first)
                keys[name] = part
                if part not in met and not self._has(part):
                    met.add(part)
                    yield name, told[first]

    def _is_known(self, key: bytes) -> bool:
        """Is all known that a file gives which says this?"""
        pieces = self._cuts.get(key)
        return self._has(key) if pieces is None else all(self._has(part) for _, part in pieces.keys)

    def _has(self, key: bytes) -> bool:
        """Is there a row of that key? Then it is at hand."""
        if key not in self._known and (row := self._store.row(key)):
            self._known[key] = row
        return key in self._known

    def _cut(self, path: str, key: bytes, data: bytes) -> tuple[Pieces, dict[int, bytes]]:
        """The pieces of a file, and what each says by its first line."""
        pieces, problems = cut(path, data)
        if len(pieces) == 1:
            return Pieces(((1, key),), ()), {1: data}
        told = {piece.first: piece.data for piece in pieces}
        found = Pieces(tuple((it.first, self._key(path, it.data, it.first)) for it in pieces), problems)
        self._cuts[key] = self._cut_now[key] = found
        return found, told

    def _read(self, path: str, source: str | bytes) -> tuple[bytes, bytes | None]:
        """The key of a file, and what it says, unless its stamp tells that it is known."""
        if isinstance(source, bytes) or self._now is None:
            data = contents.read(source)
            return self._key(path, data), data
        where = f"{contents.place(source, self._here)}\0{_telling(path)}"
        stamp = contents.stamp(source)
        told = self._seen.pop(where, None)  # asked for once, and many
        if told is not None and (known := Seen.of(told)).stamp == stamp:
            if known.row is not None:
                self._known[known.key] = known.row
            if self._is_known(known.key):
                return known.key, None
        data = contents.read(source)
        key = self._key(path, data)
        if stamp[0] < self._now - contents.MARGIN:
            self._stamped[where] = stamp, key
        return key, data

    def _key(self, path: str, data: bytes, first: int = 1) -> bytes:
        """Names what a file, or the piece of it that begins with this line, gives."""
        digest = self._salt.copy()
        _add(digest, _telling(path).encode("utf-8", "surrogateescape"))
        if first > 1:
            _add(digest, str(first).encode())
        digest.update(data)
        return digest.digest()


def _telling(path: str) -> str:
    """What of a path says how to read the file, and when it was written.

    Its name does, and folders that may be a date (2021/04/09/), with all below them.
    """
    if not _YEAR.search(path):
        return path.rpartition("/")[2]
    folders = path.split("/")
    for depth, folder in enumerate(folders[:-2]):
        if len(folder) == 4 and folder.isdecimal():
            return "/".join(folders[depth:])
    return folders[-1]


def _add(digest: blake2b, part: bytes) -> None:
    digest.update(len(part).to_bytes(8, "little"))
    digest.update(part)
