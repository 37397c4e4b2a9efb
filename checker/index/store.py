"""The store itself: one SQLite file with what each content of a file gave, and which claims share what.

Every method may raise Broken.
"""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Self

from checker.hashing import blake2b
from checker.index import home
from checker.index.database import Broken, in_memory, opened, troubles
from checker.index.nouns import Entry, Pieces, Plain, Row, Seen, Shared

BOUND = 256 << 20  # bytes above which what the last runs did not use is dropped
_AT_ONCE = 64  # rows that are asked for in one question
_LISTS = 16  # of files seen by one run each, above which they are made one list
_ANSWERS = 8  # of the last runs over other files, or with other settings
KEPT = 64  # runs that met new text, after which what none of them used is dropped


class Store:
    """Keeps what files gave, in a file or, without a folder, in memory. Every method may raise Broken."""

    def __init__(self, folder: str | None = None) -> None:
        with troubles():
            self._folder = folder
            self._database = in_memory() if folder is None else opened(folder)
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

    @property
    def lasts(self) -> bool:
        """Will a later run find what is kept here?"""
        return self._folder is not None

    def extent(self) -> int:
        """Of how many contents something is known, at most."""
        with troubles():
            return self._one("SELECT max(id) FROM files")

    def row(self, key: bytes) -> Row | None:
        """What is known of a content."""
        with troubles():
            found = self._database.execute(
                "SELECT id, joins, articles, claims, skipped, silent, problems FROM files WHERE key = ?",
                (key,),
            ).fetchone()
            return found and Row(*found)

    def now(self) -> int | None:
        """The time by the clock of the file system, in nanoseconds; None in memory."""
        if self._folder is None:
            return None
        with troubles():
            touched = os.path.join(self._folder, home.TAG)
            os.utime(touched)
            return os.stat(touched).st_mtime_ns

    def seen(self, extraction: str) -> dict[str, Plain]:
        """By places, what was last seen of the files by this way of extraction; ``Seen.of`` reads it."""
        found: dict[str, Plain] = {}
        with troubles():
            for digest, listed in self._database.execute("SELECT digest, listed FROM seen ORDER BY id"):
                theirs, files = marshal.loads(_sound(digest, listed))
                if theirs == extraction:
                    found.update(files)
        return found

    def cuts(self) -> dict[bytes, Pieces]:
        """The files that were read in pieces, by the key of what they say as a whole."""
        with troubles():
            rows = self._database.execute("SELECT key, cut FROM cuts")
            return {key: Pieces(*marshal.loads(cut)) for key, cut in rows}

    def cut(self, cuts: Mapping[bytes, Pieces]) -> None:
        """Notes of which pieces files consist."""
        if cuts:
            with troubles(), self._writing():
                rows = [(key, marshal.dumps(tuple(it))) for key, it in cuts.items()]
                self._database.executemany("INSERT OR REPLACE INTO cuts VALUES (?, ?)", rows)

    def see(self, extraction: str, files: Mapping[str, Seen]) -> None:
        """Notes stamps of files by their places, and what is known of what they say."""
        if not files:
            return
        more = {place: it.plain for place, it in files.items()}
        with troubles(), self._writing():
            if self._one("SELECT count(*) FROM seen") >= _LISTS:
                more = self.seen(extraction) | more
                self._database.execute("DELETE FROM seen")
            listed = marshal.dumps((extraction, more))
            self._database.execute(
                "INSERT INTO seen (digest, listed) VALUES (?, ?)", (_digest(listed), listed)
            )

    def add(self, entries: Iterable[tuple[bytes, Entry]]) -> list[Row]:
        """Keeps the entries, by the keys of contents; the rows they have now, in their order."""
        self._wrote = True
        with troubles(), self._writing():
            return [self._added(key if it.sound else b"unsound " + key, it) for key, it in entries]

    def file_anew(self, filed: Iterable[tuple[int, int, dict[int, Shared]]]) -> None:
        """Files the claims of (id) by another list of joins (its name, the numbers of claims by key)."""
        with troubles(), self._writing():
            for id, joins, shared in filed:
                self._database.execute("UPDATE files SET joins = ? WHERE id = ?", (joins, id))
                self._share(id, shared)
            self._database.execute("DELETE FROM seen")  # which tells by what they were filed

    def packed(self, ids: Iterable[int]) -> Iterator[bytes]:
        """What the files of these rows gave, as it was packed."""
        wanted = iter(ids)
        with troubles():
            while some := list(islice(wanted, _AT_ONCE)):
                marks = ",".join("?" * len(some))
                found = self._database.execute(
                    f"SELECT id, digest, packed FROM data WHERE id IN ({marks})", some
                )
                here = {id: (digest, packed) for id, digest, packed in found}
                for id in some:
                    if id not in here:
                        raise Broken("another process has removed what this one needs")
                    yield _sound(*here[id])

    def sharing(self, keys: Iterable[int]) -> Iterator[tuple[int, int, array[int]]]:
        """What is filed under the keys: the key, the row, and which of its claims."""
        wanted = iter(keys)
        with troubles():
            while some := list(islice(wanted, _AT_ONCE)):
                marks = ",".join("?" * len(some))
                found = self._database.execute(
                    f"SELECT key, file, numbers FROM shared WHERE key IN ({marks})", some
                )
                for key, file, numbers in found:
                    yield key, file, array("I", numbers)

    def disputed(self, besides: Iterable[int]) -> Iterator[tuple[int, int, array[int]]]:
        """What stands under keys under which not all say the same, and under some keys besides.

        The family of the claims, the row, and which of its claims, ordered by family and row.
        """
        with troubles():
            self._list("besides", besides)
            found = self._database.execute(
                "SELECT family, file, numbers FROM shared WHERE key IN (SELECT id FROM besides UNION"
                " SELECT key FROM shared GROUP BY key HAVING min(low) < max(high)) ORDER BY family, file"
            )
            for family, file, numbers in found:
                yield family, file, array("I", numbers)

    def common(self, first: int, last: int, twice: Iterable[int]) -> Iterator[tuple[int, int, array[int]]]:
        """What stands more than once under one of the keys from the first to the last, in their order.

        What stands in one of the rows ``twice`` does so by itself.
        """
        with troubles():
            self._list("twice", twice)
            found = self._database.execute(
                "SELECT key, file, numbers FROM shared WHERE key IN"
                " (SELECT key FROM shared LEFT JOIN twice ON id = file WHERE key BETWEEN ? AND ?"
                " GROUP BY key HAVING sum(length(numbers)) > 4 OR max(id) NOT NULL) ORDER BY key, file",
                (first, last),
            )
            for key, file, numbers in found:
                yield key, file, array("I", numbers)

    def answer(self, question: bytes) -> bytes | None:
        """What was found the last time this was asked."""
        with troubles():
            found = self._database.execute(
                "SELECT digest, packed FROM answers WHERE question = ?", (question,)
            ).fetchone()
            if found is None:
                return None
            digest, packed = found
            return _sound(digest, packed)

    def keep_answer(self, question: bytes, packed: bytes) -> None:
        """Notes what was found."""
        with troubles(), self._writing():
            self._database.execute(
                "INSERT OR REPLACE INTO answers (question, digest, packed) VALUES (?, ?, ?)",
                (question, _digest(packed), packed),
            )
            self._database.execute(
                f"DELETE FROM answers WHERE id <= (SELECT max(id) FROM answers) - {_ANSWERS}"
            )

    def settle(self, used: Iterable[Row]) -> None:
        """After writing: now and then notes what is in use, and keeps the size within its bound."""
        with troubles():
            if self._wrote:
                if self._run % (KEPT // 2) == 0:
                    with self._writing():
                        rows = ((row.id,) for row in used)
                        self._database.executemany(f"UPDATE files SET run = {self._run} WHERE id = ?", rows)
                if self._size() > BOUND:
                    self._drop(self._run - KEPT)

    def _added(self, key: bytes, entry: Entry) -> Row:
        """The row of an entry; what another process has just added stays."""
        known = self._database.execute("SELECT id FROM files WHERE key = ?", (key,)).fetchone()
        counts = (entry.articles, entry.claims, entry.skipped, entry.silent)
        problems = marshal.dumps(entry.problems) if entry.problems else None
        if known is None:
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
        return Row(id, entry.joins, *counts, problems)

    def _share(self, id: int, shared: dict[int, Shared]) -> None:
        self._database.execute("DELETE FROM shared WHERE file = ?", (id,))
        self._database.executemany(
            "INSERT INTO shared VALUES (?, ?, ?, ?, ?, ?)",
            [
                (key, id, array("I", it.numbers).tobytes(), it.low, it.high, it.family)
                for key, it in sorted(shared.items())
            ],
        )

    def _drop(self, run: int) -> None:
        """Drops what was last used before a run."""
        with self._writing():
            old = f"(SELECT id FROM files WHERE run < {run})"
            self._database.execute(f"DELETE FROM shared WHERE file IN {old}")
            self._database.execute(f"DELETE FROM data WHERE id IN {old}")
            self._database.execute(f"DELETE FROM files WHERE run < {run}")
            self._database.execute("DELETE FROM cuts")
            self._database.execute("DELETE FROM seen")
        self._database.execute("PRAGMA incremental_vacuum").fetchall()

    def _list(self, name: str, ids: Iterable[int]) -> None:
        """Gives a question a list to ask by, too long to stand in it."""
        self._database.execute(f"CREATE TEMP TABLE IF NOT EXISTS {name} (id INTEGER PRIMARY KEY)")
        self._database.executemany(f"INSERT OR IGNORE INTO {name} VALUES (?)", ((id,) for id in ids))

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


def _digest(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=8).digest()


def _sound(digest: bytes, packed: bytes) -> bytes:
    """What was written, if it is what is read."""
    if _digest(packed) != digest:
        raise Broken("its contents are damaged", damaged=True)
    return packed
