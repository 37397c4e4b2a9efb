"""The store itself: one SQLite file with what each content of a file gave, and which claims share what.

Any trouble with the file is one kind of error, Broken: the caller goes on with a store in memory.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import NamedTuple, Self

from checker.hashing import blake2b
from checker.index import home

FILE = "claims.sqlite3"
FORMAT = 3  # of the tables; a store of a later one is left alone
BOUND = 256 << 20  # bytes above which what the last runs did not use is dropped
KEPT = 64  # runs that met new text, after which what none of them used is dropped
PATIENCE = 5.0  # seconds to wait for another process that writes

# What is wrong with the system, or in use by another process, and not with the file.
_PASSING = (
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
)  # fmt: skip

_TABLES = """
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL, joins INTEGER NOT NULL,
    articles INTEGER NOT NULL, claims INTEGER NOT NULL, skipped INTEGER NOT NULL, silent INTEGER NOT NULL,
    problems BLOB);
CREATE TABLE IF NOT EXISTS data (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS shared (
    key INTEGER NOT NULL, file INTEGER NOT NULL, numbers BLOB NOT NULL,
    PRIMARY KEY (key, file)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (
    place TEXT PRIMARY KEY, stamp TEXT NOT NULL, key BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shared_by_file ON shared (file);
"""


class Broken(Exception):
    """The store cannot be used: why, in words. What is ``damaged`` will never be of use again."""

    def __init__(self, said: str, *, damaged: bool = False) -> None:
        self.damaged = damaged
        super().__init__(said)


class Row(NamedTuple):
    """What is known of one content without unpacking it. ``joins`` names the list its claims are filed by.

    ``silent`` counts the articles that silence something.
    """

    id: int
    joins: int
    articles: int
    claims: int
    skipped: int
    silent: int
    run: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be kept of a content: what it gave, and the claims (by number) under each key.

    What a fault of ours has cut short is not ``sound``.
    """

    packed: bytes
    joins: int
    shared: dict[int, list[int]]
    articles: int
    claims: int
    skipped: int
    silent: int
    problems: tuple[str, ...] = ()
    sound: bool = True


class Store:
    """Keeps what files gave, in a file or, without a folder, in memory. Every method may raise Broken."""

    def __init__(self, folder: str | None = None) -> None:
        with _troubles():
            self._folder = folder
            self._database = _memory() if folder is None else _opened(folder)
            try:
                self._run = 1 + (self._one("SELECT max(run) FROM files") or 0)
            except BaseException:
                self._database.close()
                raise
        self._wrote = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def rows(self) -> dict[bytes, Row]:
        """All that is known, by key."""
        with _troubles():
            found = self._database.execute(
                "SELECT key, problems, id, joins, articles, claims, skipped, silent, run FROM files"
            )
            return {
                key: Row._make((*row, marshal.loads(problems) if problems else ()))
                for key, problems, *row in found
            }

    def now(self) -> int | None:
        """The time by the clock of the file system, in nanoseconds; None in memory."""
        if self._folder is None:
            return None
        with _troubles():
            touched = os.path.join(self._folder, home.TAG)
            os.utime(touched)
            return os.stat(touched).st_mtime_ns

    def seen(self) -> dict[str, tuple[str, bytes]]:
        """The stamp that each file had when it was last read, and the key of what it said."""
        with _troubles():
            rows = self._database.execute("SELECT place, stamp, key FROM seen")
            return {place: (stamp, key) for place, stamp, key in rows}

    def see(self, stamped: Mapping[str, tuple[str, bytes]]) -> None:
        """Notes stamps, and what files said that bear them."""
        if stamped:
            with _troubles(), self._writing():
                rows = [(place, *known) for place, known in stamped.items()]
                self._database.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", rows)

    def add(self, entries: Iterable[tuple[bytes, Entry]]) -> list[Row]:
        """Keeps the entries, by the keys of contents; the rows they have now, in their order."""
        self._wrote = True
        with _troubles(), self._writing():
            return [self._added(key if it.sound else b"unsound " + key, it) for key, it in entries]

    def file_anew(self, filed: Iterable[tuple[int, int, dict[int, list[int]]]]) -> None:
        """Files the claims of (id) by another list of joins (its name, the numbers of claims by key)."""
        with _troubles(), self._writing():
            for id, joins, shared in filed:
                self._database.execute("UPDATE files SET joins = ? WHERE id = ?", (joins, id))
                self._share(id, shared)

    def packed(self, ids: Iterable[int]) -> Iterator[bytes]:
        """What the files of these rows gave, as it was packed."""
        with _troubles():
            for id in ids:
                found = self._database.execute(
                    "SELECT digest, packed FROM data WHERE id = ?", (id,)
                ).fetchone()
                if found is None:
                    raise Broken("another process has removed what this one needs")
                if _digest(found[1]) != found[0]:
                    raise Broken("its contents are damaged", damaged=True)
                yield found[1]

    def sharing(self, key: int) -> list[tuple[int, array[int]]]:
        """Which claims of which rows are filed under a key."""
        with _troubles():
            found = self._database.execute("SELECT file, numbers FROM shared WHERE key = ?", (key,))
            return [(file, array("I", numbers)) for file, numbers in found]

    def settle(self, used: Iterable[Row]) -> None:
        """After writing: notes what this run used, and keeps the size within its bound."""
        with _troubles():
            if self._wrote:
                with self._writing():
                    stale = [(row.id,) for row in used if row.run < self._run - KEPT // 2]
                    self._database.executemany(f"UPDATE files SET run = {self._run} WHERE id = ?", stale)
                if self._size() > BOUND:
                    self._drop(self._run - KEPT)

    def _added(self, key: bytes, entry: Entry) -> Row:
        """The row of an entry; what another process has just added stays."""
        known = self._database.execute("SELECT id FROM files WHERE key = ?", (key,)).fetchone()
        counts = (entry.articles, entry.claims, entry.skipped, entry.silent)
        if known is None:
            problems = marshal.dumps(entry.problems) if entry.problems else None
            (id,) = self._database.execute(
                "INSERT INTO files (key, run, joins, articles, claims, skipped, silent, problems)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                (key, self._run, entry.joins, *counts, problems),
            ).fetchone()
        else:
            (id,) = known
            self._database.execute("UPDATE files SET joins = ? WHERE id = ?", (entry.joins, id))
        self._database.execute(
            "INSERT OR REPLACE INTO data VALUES (?, ?, ?)", (id, _digest(entry.packed), entry.packed)
        )
        self._share(id, entry.shared)
        return Row(id, entry.joins, *counts, self._run, entry.problems)

    def _share(self, id: int, shared: dict[int, list[int]]) -> None:
        self._database.execute("DELETE FROM shared WHERE file = ?", (id,))
        self._database.executemany(
            "INSERT INTO shared VALUES (?, ?, ?)",
            [(key, id, array("I", numbers).tobytes()) for key, numbers in sorted(shared.items())],
        )

    def _drop(self, run: int) -> None:
        """Drops what was last used before a run."""
        with self._writing():
            old = f"(SELECT id FROM files WHERE run < {run})"
            self._database.execute(f"DELETE FROM shared WHERE file IN {old}")
            self._database.execute(f"DELETE FROM data WHERE id IN {old}")
            self._database.execute(f"DELETE FROM files WHERE run < {run}")
            self._database.execute("DELETE FROM seen WHERE key NOT IN (SELECT key FROM files)")
        self._database.execute("PRAGMA incremental_vacuum").fetchall()

    def _size(self) -> int:
        return int(self._one("PRAGMA page_count") * self._one("PRAGMA page_size"))

    def _one(self, query: str) -> int:
        (value,) = self._database.execute(query).fetchone()
        return value or 0

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._database.execute("COMMIT")


def discard(folder: str) -> None:
    """Removes a damaged store, so that the next run begins a new one; processes that use it keep theirs."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))


@contextmanager
def _troubles() -> Iterator[None]:
    """Whatever is wrong with the file is the same to the caller."""
    try:
        yield
    except OSError as error:
        raise Broken(f"{error.filename}: {error.strerror}" if error.strerror else str(error)) from error
    except (sqlite3.Error, ValueError, TypeError, EOFError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        passing = code & 0xFF in _PASSING and code != sqlite3.SQLITE_IOERR_SHORT_READ
        raise Broken(str(error) or type(error).__name__, damaged=not passing) from error


def _opened(folder: str) -> sqlite3.Connection:
    """The store in a folder, which is made if need be."""
    home.make(folder)
    path = os.path.join(folder, FILE)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))  # SQLite gives its own files the same mode
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        (format,) = database.execute("PRAGMA user_version").fetchone()
        if format > FORMAT:
            raise Broken("a later version of checker made it")
        if 0 < format < FORMAT:
            raise Broken("an earlier version of checker made it", damaged=True)
        if format == 0:
            _founded(database)
        database.execute("PRAGMA synchronous = OFF")  # it can be made again; what is torn is found out
    except BaseException:
        database.close()
        raise
    return database


def _founded(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA auto_vacuum = INCREMENTAL")
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN IMMEDIATE")
    for table in _TABLES.split(";"):
        database.execute(table)
    database.execute(f"PRAGMA user_version = {FORMAT}")
    database.execute("COMMIT")


def _memory() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    _founded(database)
    return database


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=8).digest()
