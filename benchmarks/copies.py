"""A corpus of any size from given articles: people who hold no office bear other names in every copy.

Those who hold one keep theirs: so in a growing archive the same offices are named again and again, while most
people come up in a few articles only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count
from pathlib import Path

from checker.extract import extract
from checker.load import load
from checker.model import Office, Person

_CONSONANTS, _VOWELS = "bcdfghjklmnpqrstvwxz", "aeiouy"


def write(originals: Sequence[Path], articles: int, folder: Path) -> list[Path]:
    """Files with so many articles, a thousand in a folder."""
    written = []
    for number, (name, text) in zip(range(articles), _copies(originals), strict=False):
        file = folder / f"{number // 1000}" / f"{number}-{name}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        written.append(file)
    return written


def _copies(originals: Sequence[Path]) -> Iterator[tuple[str, str]]:
    texts = [(file, file.read_text("utf-8", "replace")) for file in originals]
    people = [_names(file, text) for file, text in texts]
    for copy in count():
        for (file, text), names in zip(texts, people, strict=True):
            yield file.name, _renamed(text, names, copy) if copy else text


@cache
def _names(file: Path, text: str) -> frozenset[str]:
    """The words of the names of those who hold no office."""
    claims = [claim for article in load(str(file), text.encode()).articles for claim in extract(article)]
    known = {word for claim in claims if isinstance(claim, Office) for word in claim.holder.split()}
    told = {word for claim in claims if isinstance(claim, Person) for word in claim.name.split()}
    return frozenset(word for word in told - known if word.isalpha() and len(word) > 2)


def _renamed(text: str, names: frozenset[str], copy: int) -> str:
    if not names:
        return f"{text}\n\nThis is copy number {copy}.\n"
    words = "|".join(sorted(names))
    return re.sub(rf"\b(?:{words})\b", lambda match: _other(match[0], copy), text)


def _other(word: str, copy: int) -> str:
    """A word of the same shape, another for each of the first hundred copies."""
    return "".join(_moved(character, copy) for character in word)


def _moved(character: str, by: int) -> str:
    low = character.lower()
    for letters in (_CONSONANTS, _VOWELS):
        if low in letters:
            moved = letters[(letters.index(low) + by) % len(letters)]
            return moved if character == low else moved.upper()
    return character
