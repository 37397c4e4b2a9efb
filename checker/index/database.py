"""The file of the store: how it is opened, founded and discarded, and what can be wrong with it.

Any trouble with it is one kind of error, Broken: the caller goes on with a store in memory.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from checker.index import home

FILE = "claims.sqlite3"
FORMAT = 8  # of the tables; a store of a later one is left alone, an earlier one made anew
PATIENCE = 5.0  # seconds to wait for another process that writes

# What is wrong with the system, or in use by another process, and not with the file.
_PASSING = (
    sqlite3.SQLITE_PERM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
)  # fmt: skip

_TABLES = """
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, run INTEGER NOT NULL,
    joins INTEGER NOT NULL, articles INTEGER NOT NULL, claims INTEGER NOT NULL, skipped INTEGER NOT NULL,
    silent INTEGER NOT NULL, problems BLOB);
CREATE TABLE IF NOT EXISTS data (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS shared (
    key INTEGER NOT NULL, file INTEGER NOT NULL, numbers BLOB NOT NULL, low INTEGER, high INTEGER,
    family INTEGER, PRIMARY KEY (key, file)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (id INTEGER PRIMARY KEY, digest BLOB NOT NULL, listed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS cuts (key BLOB PRIMARY KEY, cut BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
    id INTEGER PRIMARY KEY, question BLOB NOT NULL UNIQUE, digest BLOB NOT NULL, packed BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS shared_by_file ON shared (file);
"""


class Broken(Exception):
    """The store cannot be used: why, in words. What is ``damaged`` will never be of use again."""

    def __init__(self, said: str, *, damaged: bool = False) -> None:
        self.damaged = damaged
        super().__init__(said)


def discard(folder: str) -> None:
    """Removes a damaged store, so that the next run begins a new one; processes that use it keep theirs."""
    for name in (FILE, f"{FILE}-wal", f"{FILE}-shm"):
        with suppress(OSError):
            os.unlink(os.path.join(folder, name))


@contextmanager
def troubles() -> Iterator[None]:
    """Whatever is wrong with the file is the same to the caller."""
    try:
        yield
    except OSError as error:
        raise Broken(f"{error.filename}: {error.strerror}" if error.strerror else str(error)) from error
    except (sqlite3.Error, ValueError, TypeError, EOFError) as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        passing = code & 0xFF in _PASSING and code != sqlite3.SQLITE_IOERR_SHORT_READ
        raise Broken(str(error) or type(error).__name__, damaged=not passing) from error


def opened(folder: str) -> sqlite3.Connection:
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
            database.close()
            discard(folder)
            return opened(folder)
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


def in_memory() -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    _founded(database)
    return database
