"""What the files of a corpus say: extracted where their contents are new, looked up where they are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from checker.engine.copies import CROWD, Kin
from checker.hashing import blake2b
from checker.index import contents
from checker.index.packed import Extracted, Packed, pack
from checker.index.store import Entry, Row, Store
from checker.index.version import version
from checker.model import Claim, Source
from checker.model.article import Ignore

_YEAR = re.compile(r"(?:^|/)\d{4}/")

_MARKS = 0x5D7A_9E31_0000_0000  # marks have 32 bits, keys of claims 64

CHUNK = 200  # files that are written at one stroke

Files = Mapping[str, Row]
Extract = Callable[[str, bytes], tuple[Extracted, bool]]
FiledBy = Callable[[Claim], Iterable[int]]  # the keys under which claims are found


class Archive:
    """A store, and how it is filled. ``joins`` names the way in which ``keys`` files claims.

    ``extraction`` are the settings that decide which claims an article gives. Any method may raise Broken.
    """

    def __init__(
        self, store: Store, extract: Extract, extraction: Iterable[str], joins: int, keys: FiledBy
    ) -> None:
        self._store = store
        self._extract = extract
        self._joins = joins
        self._keys = keys
        self._known = store.rows()
        self._now = store.now() if contents.are_told() else None
        self._seen = store.seen() if self._now else {}
        self._stamped: dict[str, tuple[str, bytes]] = {}
        self._used: dict[int, Row] = {}
        self._salt = blake2b(version(), digest_size=16)
        for setting in extraction:
            _add(self._salt, setting.encode())

    def take_in(self, files: Iterable[tuple[str, str | bytes]], failed: dict[str, OSError]) -> dict[str, Row]:
        """The row of each file (its place or its bytes), by path; what cannot be read goes to ``failed``."""
        rows: dict[str, Row] = {}
        files = iter(files)
        while chunk := list(islice(files, CHUNK)):
            keys: dict[str, bytes] = {}
            new: dict[bytes, tuple[str, bytes]] = {}
            for path, source in chunk:
                try:
                    keys[path], data = self._read(path, source)
                except OSError as error:
                    failed[path] = error
                else:
                    if data is not None and keys[path] not in self._known:
                        new.setdefault(keys[path], (path, data))
            if new:
                entries = {key: self._entry(key, path, data) for key, (path, data) in new.items()}
                added = self._store.add(list(entries.values()))
                self._known.update((key, added[entry.key]) for key, entry in entries.items())
            rows.update((path, self._known[key]) for path, key in keys.items())
        self._used.update((row.id, row) for row in rows.values())
        return rows

    def _read(self, path: str, source: str | bytes) -> tuple[bytes, bytes | None]:
        """The key of a file, and what it says, unless its stamp tells that it is known."""
        if isinstance(source, bytes) or self._now is None:
            data = contents.read(source)
            return self._key(path, data), data
        place = f"{contents.place(source)}\0{_telling(path)}"
        stamp, changed = contents.stamp(source)
        known = self._seen.get(place)
        if known is not None and known[0] == stamp and known[1] in self._known:
            return known[1], None
        data = contents.read(source)
        key = self._key(path, data)
        if changed < self._now - contents.MARGIN:
            self._stamped[place] = (stamp, key)
        return key, data

    def claims(self, files: Files) -> list[Claim]:
        """All claims of the files."""
        return [claim for packed in self._packed(files) for claim in packed.claims()]

    def ignores(self, files: Files) -> Iterator[tuple[Source, tuple[Ignore, ...]]]:
        """What the articles of the files silence, those left out that silence nothing."""
        for packed in self._packed({path: row for path, row in files.items() if row.silent}):
            yield from ((source, ignores) for source, _, ignores in packed.articles() if ignores)

    def sharing(self, files: Files, keys: Iterable[int]) -> list[Claim]:
        """The claims of the files that are filed under one of the keys, each once."""
        self._file(files)
        places = self._places(files)
        wanted: dict[str, set[int]] = {}
        for key in keys:
            for id, numbers in self._store.sharing(key):
                for path in places.get(id, ()):
                    wanted.setdefault(path, set()).update(numbers)
        chosen = {path: files[path] for path in sorted(wanted)}
        found = zip(chosen, self._packed(chosen), strict=True)
        return [claim for path, packed in found for claim in packed.claims(sorted(wanted[path]))]

    def kin(self, files: Files, claims: Iterable[Claim]) -> Kin:
        """The articles of the files that may be copies of those of the claims, or of copies of them."""
        self._file(files)
        places = self._places(files)
        known = {(claim.source.path, claim.source.record): claim.source for claim in claims}
        pending = list(known.values())
        common: set[int] = set()
        asked: set[int] = set()
        while pending:
            alike: Counter[tuple[str, int]] = Counter()
            for mark in sorted({mark for source in pending for mark in source.marks} - asked):
                asked.add(mark)
                bearers = [
                    (path, number)
                    for id, numbers in self._store.sharing(_filed(mark))
                    for path in places.get(id, ())
                    for number in numbers
                ]
                alike.update(bearers)
                if len(bearers) > CROWD:
                    common.add(mark)
            near = sorted({path for (path, _), shared in alike.items() if shared > 1})
            paths = {path: files[path] for path in near}
            pending = [
                source
                for packed in self._packed(paths)
                for source, _ in packed.marks()
                if (source.path, source.record) not in known
            ]
            known.update({(source.path, source.record): source for source in pending})
        return Kin(tuple(known.values()), frozenset(common))

    def close(self) -> None:
        self._store.see(self._stamped)
        self._store.close(self._used.values())

    def _places(self, files: Files) -> dict[int, list[str]]:
        """The paths at which each row stands."""
        places: dict[int, list[str]] = {}
        for path, row in files.items():
            places.setdefault(row.id, []).append(path)
        return places

    def _file(self, files: Files) -> None:
        """Files anew what was filed for other rules: no article is read again for them."""
        old = {row.id: (path, row) for path, row in files.items() if row.joins != self._joins}
        if not old:
            return
        rows = dict(old.values())
        shared = [
            (row.id, self._joins, self._shared(packed))
            for row, packed in zip(rows.values(), self._packed(rows), strict=True)
        ]
        self._store.file_anew(shared)

    def _packed(self, files: Files) -> Iterator[Packed]:
        """What the files gave, in their order."""
        found = self._store.packed(row.id for row in files.values())
        return (Packed(path, data) for path, data in zip(files, found, strict=True))

    def _entry(self, key: bytes, path: str, data: bytes) -> Entry:
        found, sound = self._extract(path, data)
        packed = pack(path, found)
        return Entry(
            key=key if sound else b"unsound " + key,
            packed=packed,
            joins=self._joins,
            shared=self._shared(Packed(path, packed)),
            articles=len(found.articles),
            claims=sum(len(it.claims) for it in found.articles),
            skipped=found.skipped,
            silent=sum(bool(it.ignores) for it in found.articles),
            problems=found.problems,
        )

    def _shared(self, packed: Packed) -> dict[int, list[int]]:
        """The numbers of claims under each key, and those of articles under each mark."""
        shared: dict[int, list[int]] = {}
        for number, claim in enumerate(packed.claims()):
            for key in dict.fromkeys(self._keys(claim)):
                shared.setdefault(key, []).append(number)
        for source, number in packed.marks():
            for mark in source.marks:
                shared.setdefault(_filed(mark), []).append(number)
        return shared

    def _key(self, path: str, data: bytes) -> bytes:
        digest = self._salt.copy()
        _add(digest, _telling(path).encode("utf-8", "surrogateescape"))
        digest.update(data)
        return digest.digest()


def _filed(mark: int) -> int:
    """Where the articles that bear a mark are filed, apart from all claims as well as can be."""
    return mark ^ _MARKS


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
