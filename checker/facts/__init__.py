"""Reference facts: what files say for sure, that articles are held against, as claims."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Article, Claim, Source

FORMATS = (".csv", ".toml")


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says, itself being the article; ``wrong`` are rows, as "line: what is wrong"."""

    article: Article
    claims: tuple[Claim, ...] = ()
    wrong: tuple[str, ...] = ()


def read(path: str, data: bytes) -> Facts:
    """The facts in the bytes of a file whose suffix is one of ``FORMATS``. Never raises on what it holds."""
    from checker.facts.claims import claims
    from checker.facts.rows import WrongFact, rows
    from checker.load.decode import Unreadable, decode

    source = Source(path, reference=True)
    try:
        text = decode(data)
    except Unreadable as error:
        return Facts(Article(source, "", "", ()), wrong=(f"1: {error}",))
    article = Article(source, text, text, ())
    found: list[Claim] = []
    wrong: list[str] = []
    try:
        for row in rows(path, text):
            try:
                found += claims(source, row)
            except WrongFact as error:
                wrong.append(f"{error.line or row.line}: {error}")
    except WrongFact as error:
        wrong.append(f"{error.line}: {error}")
    return Facts(article, tuple(found), tuple(wrong))
