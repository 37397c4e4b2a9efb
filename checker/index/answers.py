"""What was found the last time the same was asked: of the same files, with the same rules and settings."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence

from checker import model
from checker.engine.rules import Rule
from checker.hashing import blake2b
from checker.index.database import troubles
from checker.index.nouns import Row
from checker.index.store import Store
from checker.index.version import JUDGING, version
from checker.kept import nouns
from checker.model import Finding
from checker.settings import Settings


def answered(store: Store, question: Iterable[str], find: Callable[[], list[Finding]]) -> list[Finding]:
    """What ``find`` gives, or gave to the same question in an earlier run. May raise Broken."""
    if not store.lasts:
        return find()
    name = _name(question)
    known = store.answer(name)
    if known is not None:
        with troubles():
            return list(nouns.made(marshal.loads(known), model))
    found = find()
    store.keep_answer(name, marshal.dumps(nouns.plain(tuple(found))))
    return found


def question(rows: Iterable[Mapping[str, Row]], rules: Sequence[Rule], settings: Settings) -> Iterable[str]:
    """All that decides what is found: the rows of the files by their names, the rules, the settings.

    The number of a row stands for a content for ever, but where a fault of ours has cut short what it gave.
    """
    yield settings.judging
    yield from map(repr, rules)
    for files in rows:
        yield ""
        yield from (f"{row.id} {row.claims} {row.wrong!r} {name}" for name, row in files.items())


def _name(question: Iterable[str]) -> bytes:
    digest = blake2b(version(JUDGING), digest_size=16)
    digest.update("\0".join(question).encode("utf-8", "surrogateescape"))
    return digest.digest()
