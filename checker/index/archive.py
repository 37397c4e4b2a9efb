"""What the files of a corpus say: extracted where their contents are new, looked up where they are known."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from checker.engine.copies import CROWD, Kin, Told, alike, standing
from checker.engine.joins import Joins
from checker.index.extraction import MARKS, Extractor, filed, shared
from checker.index.intake import Intake
from checker.index.nouns import Row
from checker.index.packed import Copies, Packed
from checker.index.store import Store
from checker.load.pieces import place
from checker.model import Claim, Finding, Source
from checker.model.article import Ignore
from checker.settings import Settings

_MOSTLY = 20  # contents in the store for each file

Files = Mapping[str, Row]  # by the names of pieces; most files are one


class Archive:
    """A store, and how it is filled, with so many processes (0: what the machine has processors for).

    Claims are filed by ``joins``, whatever the rules of the run. Any method may raise Broken.
    """

    def __init__(self, store: Store, settings: Settings, joins: Joins, jobs: int = 1) -> None:
        self._store = store
        self._joins = joins
        self._known: dict[tuple[str, int], Packed] = {}
        self._bearers: dict[int, list[tuple[int, array[int]]]] = {}
        self._intake = Intake(store, settings, Extractor(settings.date_order, joins), jobs)

    def take_in(self, files: Iterable[tuple[str, str | bytes]], failed: dict[str, OSError]) -> dict[str, Row]:
        """The rows of files (their places or their bytes); what cannot be read goes to ``failed``."""
        return self._intake.take_in(files, failed)

    def is_mostly_of_others(self, files: Files) -> bool:
        """Is so little known of the files, and so much of others, that to ask what is shared takes longer?"""
        return len(files) * _MOSTLY < self._store.extent()

    def claims(
        self, files: Files, kind: type[Claim] | None = None, copies: Copies | None = None
    ) -> list[Claim]:
        """All claims of the files, or those of one class."""
        return [
            claim
            for packed in self._packed(files, copies)
            for claim in packed.claims(None if kind is None else packed.of(kind))
        ]

    def ignores(self, files: Files) -> Iterator[tuple[Source, tuple[Ignore, ...]]]:
        """What the articles of the files silence, those left out that silence nothing."""
        for packed in self._packed({path: row for path, row in files.items() if row.silent}):
            yield from ((source, ignores) for source, _, ignores in packed.articles() if ignores)

    def sharing(self, files: Files, keys: Iterable[int]) -> list[Claim]:
        """The claims of the files that are filed under one of the keys, each once."""
        self._file(files)
        places = self._places(files)
        wanted: dict[str, set[int]] = {}
        for _, id, numbers in self._store.sharing(keys):
            for path in places.get(id, ()):
                wanted.setdefault(path, set()).update(numbers)
        chosen = {path: files[path] for path in sorted(wanted)}
        found = zip(chosen, self._opened(chosen), strict=True)
        return [claim for path, packed in found for claim in packed.claims(sorted(wanted[path]))]

    def disputed(
        self, files: Files, copies: Copies, besides: Iterable[int] = ()
    ) -> Iterator[tuple[int, list[Claim]]]:
        """The claims of the files that may take part in a clash, and those under some keys besides.

        They come family by family, each as long as it is looked at, since all at once may be many.
        """
        self._file(files)
        places = self._places(files)
        for family, met in groupby(self._store.disputed(besides), itemgetter(0)):
            found: list[Claim] = []
            for id, rows in groupby(met, itemgetter(1)):
                if id in places:
                    numbers = sorted({number for *_, some in rows for number in some})
                    (data,) = self._store.packed([id])
                    for name in places[id]:
                        found += Packed(place(name)[0], data, copies).claims(numbers)
            yield family, found

    def copies(self, files: Files) -> Copies:
        """The articles of the files that are copies of others among them, and those that stand for them."""
        self._file(files)
        places = self._places(files)
        common = self._store.common(*MARKS, (id for id, paths in places.items() if len(paths) > 1))
        bearers = (
            [(path, number) for _, id, some in rows for path in places.get(id, ()) for number in some]
            for _, rows in groupby(common, itemgetter(0))
        )
        couples = alike(bearers)
        near = {path: files[path] for path in sorted({path for couple in couples for path, _ in couple})}
        told: dict[tuple[str, int], Told] = {}
        names: dict[tuple[str, int], tuple[str, str | None]] = {}
        for path, packed in zip(near, self._packed(near), strict=True):
            for source, number in packed.marks():
                told[path, number] = Told.of(source)
                names[path, number] = (source.path, source.record)
        return {names[one]: names[other] for one, other in standing(couples, told).items()}

    def kin(self, files: Files, claims: Iterable[Claim]) -> Kin:
        """The articles of the files that may be copies of those of the claims, or of copies of them."""
        self._file(files)
        places = self._places(files)
        known = {(claim.source.path, claim.source.record): claim.source for claim in claims}
        pending = list(known.values())
        common: set[int] = set()
        asked: set[int] = set()
        while pending:
            bearing: Counter[tuple[str, int]] = Counter()
            marks = {mark for source in pending for mark in source.marks} - asked
            asked |= marks
            for mark, rows in self._bearing(marks).items():
                bearers = [
                    (path, number) for id, some in rows for path in places.get(id, ()) for number in some
                ]
                bearing.update(bearers)
                if len(bearers) > CROWD:
                    common.add(mark)
            near = sorted({path for (path, _), shared in bearing.items() if shared > 1})
            pending = [
                source
                for packed in self._opened({path: files[path] for path in near})
                for source, _ in packed.marks()
                if (source.path, source.record) not in known
            ]
            known.update({(source.path, source.record): source for source in pending})
        return Kin(tuple(known.values()), frozenset(common))

    def answered(self, question: Iterable[str], find: Callable[[], list[Finding]]) -> list[Finding]:
        """What ``find`` gives, or gave to the same question in an earlier run."""
        from checker.index.answers import answered

        return answered(self._store, question, find)

    def settle(self) -> None:
        """Notes for later runs what this one read and used."""
        self._intake.settle()

    def _places(self, files: Files) -> dict[int, list[str]]:
        """The paths at which each row stands."""
        places: dict[int, list[str]] = {}
        for path, row in files.items():
            places.setdefault(row.id, []).append(path)
        return places

    def _file(self, files: Files) -> None:
        """Files anew what was filed for other rules: no article is read again for them."""
        old = {row.id: (path, row) for path, row in files.items() if row.joins != self._joins.name}
        if not old:
            return
        rows = dict(old.values())
        found = zip(rows.values(), self._packed(rows), strict=True)
        self._store.file_anew(
            [
                (row.id, self._joins.name, shared(packed.claims(), packed.marks(), self._joins))
                for row, packed in found
            ]
        )

    def _bearing(self, marks: Collection[int]) -> dict[int, list[tuple[int, array[int]]]]:
        """Which articles of which rows bear each mark; remembered, as it is asked again and again."""
        new = [filed(mark) for mark in sorted(marks) if mark not in self._bearers]
        self._bearers.update((filed(key), []) for key in new)
        for key, id, numbers in self._store.sharing(new):
            self._bearers[filed(key)].append((id, numbers))
        return {mark: self._bearers[mark] for mark in sorted(marks)}

    def _opened(self, files: Files) -> list[Packed]:
        """As ``_packed``; remembered, as it is asked again and again."""
        new = {name: row for name, row in files.items() if (name, row.id) not in self._known}
        self._known.update(
            ((name, row.id), packed)
            for (name, row), packed in zip(new.items(), self._packed(new), strict=True)
        )
        return [self._known[name, row.id] for name, row in files.items()]

    def _packed(self, files: Files, copies: Copies | None = None) -> Iterator[Packed]:
        """What the files gave, in their order."""
        found = self._store.packed(row.id for row in files.values())
        return (Packed(place(name)[0], data, copies) for name, data in zip(files, found, strict=True))
