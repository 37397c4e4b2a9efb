"""How fast dates are read, how often dateparser is asked, and how the time grows on hostile input.

    python benchmarks/dates.py FOLDER_OR_FILE...

Times are processor seconds of one process, the best of three rounds; loading and sentences are not counted.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from checker import dates
from checker.dates import fallback
from checker.load import FORMATS, load
from checker.model import Article, Block, Source
from checker.text.sentences import sentences

HOSTILE = (
    "the ", "12 ", "May 5, ", "May 5, 6, 7, ", "1999-", "1999 to ", "3, 5 and ", "Monday, ", "day", "days ",
    "a year and a half ", "44 BC ", "12/12/", "2021-02-", "'90s ", "of the end of the ", "nineteen ",
    "will be ",
    "\n1999", "Jan", "the week before the ", "spring ", "Q3 ", "century ", " ( ", "half a ",
)  # fmt: skip


def articles(paths: list[str]) -> Iterator[Article]:
    for path in map(Path, paths):
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.suffix.lower() in FORMATS and file.is_file():
                yield from load(str(file), file.read_bytes()).articles


def best_of_three(these: list[Article]) -> float:
    """Processor seconds to read the dates of some articles."""
    prepared = [(article, sentences(article)) for article in these]
    rounds = []
    for _ in range(3):
        start = time.process_time()
        for article, parts in prepared:
            dates.read(article, parts)
        rounds.append(time.process_time() - start)
    return min(rounds)


def hostile(unit: str, length: int) -> Article:
    text = (unit * (length // len(unit) + 1))[:length]
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(Source("hostile.txt"), text, text, blocks)


def main(paths: list[str]) -> None:
    these = list(articles(paths))
    if these:
        size = sum(len(article.text) for article in these)
        seconds = best_of_three(these)
        mentions = sum(len(dates.read(article, sentences(article)).mentions) for article in these)
        asked = fallback.absolute.cache_info()
        print(
            f"{len(these)} articles, {size / 1e6:.2f} MB, {mentions} dates: {size / seconds / 1e6:.2f} MB/s"
        )
        print(f"dateparser asked for {asked.misses} strings of headers, for none of these dates of prose")
    print("growth of the time when hostile text doubles:")
    for unit in HOSTILE:
        once, twice = (best_of_three([hostile(unit, length)]) for length in (40_000, 80_000))
        print(f"  {unit!r:26} {twice / once:4.2f}  {0.08 / twice:6.2f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
