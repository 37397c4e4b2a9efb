"""How two names compare, for people and line by line for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from checker.errors import CheckerError
from checker.report.terminal import safe
from checker.resolve.identity import Identity
from checker.settings import Settings

CHUNK = 500


def verdict(a: str, b: str, settings: Settings) -> str:
    """The verdict, the score, and word by word the reasons."""
    found = _identity(settings).judge(a, b)
    lines = [f"{found.verdict} ({found.score:.3f}): {a} / {b}", *(f"  {reason}" for reason in found.reasons)]
    return "".join(f"{safe(line)}\n" for line in lines)


def verdicts(lines: Iterable[bytes], settings: Settings) -> Iterator[str]:
    """For each line ``A<TAB>B`` (UTF-8) a line ``score<TAB>verdict``, many at a time. Raises CheckerError."""
    identity = _identity(settings)
    numbered = enumerate(lines, start=1)
    while chunk := list(islice(numbered, CHUNK)):
        yield "".join(_verdict(number, line.decode("utf-8", "replace"), identity) for number, line in chunk)


def _identity(settings: Settings) -> Identity:
    return Identity(settings.aliases, settings.distinct)


def _verdict(number: int, line: str, identity: Identity) -> str:
    names = line.rstrip("\r\n").split("\t")
    if len(names) != 2:
        raise CheckerError(f"line {number} of the names is not NAME<TAB>NAME")
    found = identity.judge(*names)
    return f"{found.score:.4f}\t{found.verdict}\n"
