"""How fast is the checker? Start-up, each stage, whole runs, memory, and growth with the size of the corpus.

    python benchmarks/speed.py [--sizes 1000,2000,4000,8000] [--only PART] PATH...

Everything is processor time; what is compared runs in turns, in the same rounds, so that both bear the same
load. MB are millions of bytes of the files; for what works on the text alone, millions of its characters.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules
from statistics import median
from types import ModuleType
from typing import TypeVar

import copies
from measure import BARE, CHECKER, Spent, articles, files, interleaved, process, table

from checker import dates
from checker.engine.check import check
from checker.engine.ruleset import load_rules
from checker.extract import acronym, event, extract, organisation
from checker.extract.holders import holders
from checker.extract.people import people
from checker.extract.reading import Reading, read
from checker.load import load
from checker.model import Article
from checker.text.concordance import Concordance
from checker.text.sentences import Sentence, sentences

T = TypeVar("T")

ROUNDS = 5
CHECK = (*CHECKER, "check", "--isolated", "--exit-zero", "--quiet", "--jobs", "1")
READ_AND_HASH = """
import hashlib, sys
for line in sys.stdin.read().split("\\n"):
    with open(line, "rb") as file:
        hashlib.sha256(file.read()).digest()
"""
SEEDS = Path(__file__).parents[1] / "seeds"


def startup(_paths: Sequence[str]) -> None:
    """Whole processes by a bare interpreter in the same round."""
    two = [str(file) for file in files([str(SEEDS)])]
    commands = {
        "bare interpreter": BARE,
        "checker --version": (*CHECKER, "--version"),
        "checker --help": (*CHECKER, "--help"),
        "checker check, two articles, no cache": (*CHECK, "--no-cache", *two),
    }
    taken = _rounds(commands, 15)
    rows = [
        (
            what,
            1000 * _median(spent, "cpu"),
            1000 * _median(spent, "wall"),
            _ratio(spent, taken["bare interpreter"]),
        )
        for what, spent in taken.items()
    ]
    print(table(("process", "processor ms", "clock ms", "x bare"), rows))


def stages(paths: Sequence[str]) -> None:
    """MB/s of each stage by itself, on what the stage before it gives; file by file, as in a run."""
    data = [(str(file), file.read_bytes()) for file in files(paths)]
    size = sum(len(content) for _, content in data) / 1e6
    length = sum(len(article.text) for file in data for article in load(*file).articles) / 1e6
    claims = [claim for file in data for article in load(*file).articles for claim in extract(article)]
    rules = load_rules()
    runs: dict[str, tuple[float, Callable[[], float]]] = {
        "load": (size, lambda: _spent(data, lambda it: load(*it))),
        "sentences": (length, lambda: _spent(_articles(data), sentences)),
        "dates": (length, lambda: _spent(_split(data), lambda it: dates.read(*it))),
        "people, offices": (
            length,
            lambda: _spent(
                _split(data),
                lambda it: holders(people(it[0], Concordance(it[0].text, it[1])), it[0].text, it[1]),
            ),
        ),
        "events, organisations": (
            length,
            lambda: _spent(map(read, _articles(data)), partial(_each, (acronym, event, organisation))),
        ),
        "all of extraction": (length, lambda: _spent(_articles(data), extract)),
        "load and extraction": (size, lambda: _spent(data, lambda it: [*map(extract, load(*it).articles)])),
        "rules": (size, lambda: _spent([claims], lambda it: check(it, rules))),
    }
    taken = [[run() for _, run in runs.values()] for _ in range(ROUNDS)]
    rows = [
        (what, f"{mb / median(spent):.2f}", 1000 * median(spent) / size)
        for (what, (mb, _)), spent in zip(runs.items(), zip(*taken, strict=True), strict=True)
    ]
    print(f"{len(data)} files, {size:.2f} MB, {length:.2f} MB of text, {len(claims)} claims\n")
    print(table(("stage", "MB/s", "ms for a MB of files"), rows))


def runs(paths: Sequence[str]) -> None:
    """Whole runs over the corpora, by reading and hashing the same files."""
    these = files(paths)
    size = sum(file.stat().st_size for file in these) / 1e6
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "files")
        listed.write_text("\n".join(map(str, these)))
        cached = (*CHECK, "--cache-dir", str(Path(scratch, "cache")), *paths)
        process(cached)
        hashing = (sys.executable, "-c", READ_AND_HASH.replace("sys.stdin", f"open({str(listed)!r})"))
        commands = {
            "read and hash": hashing,
            "checker check, no cache": (*CHECK, "--no-cache", *paths),
            "checker check, nothing changed": cached,
        }
        taken = _rounds(commands, 3)
    rows = [
        (
            what,
            size / _median(spent, "cpu"),
            size / _median(spent, "wall"),
            _ratio(spent, taken["read and hash"]),
            _median(spent, "peak"),
        )
        for what, spent in taken.items()
    ]
    print(table(("run", "MB/s of processor", "MB/s by the clock", "x read and hash", "MB at its peak"), rows))


def processes(paths: Sequence[str]) -> None:
    """First runs with one process and with two, by the clock: to be run where nothing else is."""
    size = sum(file.stat().st_size for file in files(paths)) / 1e6
    commands = {
        f"{jobs} process{'es' if jobs > 1 else ''}": (*CHECK[:-1], str(jobs), "--no-cache", *paths)
        for jobs in (1, 2)
    }
    taken = _rounds(commands, 3)
    alone = taken["1 process"]
    rows = [
        (
            what,
            size / _median(spent, "wall"),
            _median(spent, "wall"),
            median(one.wall / it.wall for one, it in zip(alone, spent, strict=True)),
            _median(spent, "cpu"),
            _median(spent, "peak"),
        )
        for what, spent in taken.items()
    ]
    heads = (
        "first run",
        "MB/s by the clock",
        "s",
        "x one process",
        "processor s",
        "MB of the first at its peak",
    )
    print(table(heads, rows))


def growth(paths: Sequence[str], sizes: Sequence[int]) -> None:
    """First runs over corpora of growing size made of the given articles, with a cache and without."""
    rows: list[tuple[float, ...]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for articles in sizes:
            folder = Path(scratch, str(articles))
            written = copies.write(files(paths), articles, folder)
            size = sum(file.stat().st_size for file in written) / 1e6
            cache = Path(scratch, f"cache of {articles}")
            first = process((*CHECK, "--cache-dir", str(cache), str(folder)))
            kept = sum(file.stat().st_size for file in cache.rglob("*") if file.is_file()) / 1e6
            again = process((*CHECK, "--cache-dir", str(cache), str(folder)))
            without = process((*CHECK, "--no-cache", str(folder)))
            rows.append((articles, size, first.cpu, first.peak, kept, again.cpu, without.cpu, without.peak))
    shown = [
        (int(other[0]), other[1], other[2], other[1] / other[2], _exponent(one, other), *other[3:])
        for one, other in pairwise([rows[0], *rows])
    ]
    heads = ("articles", "MB", "first run, s", "MB/s", "exponent", "MB at its peak", "MB of cache")
    print(table((*heads, "again, s", "no cache, s", "MB at its peak"), shown))
    print(f"\nprocessor time against bytes, over all: exponent {_exponent(rows[0], rows[-1])}")


def spacy(paths: Sequence[str]) -> None:
    """Load and extraction against the full pipe of spaCy's small English model, where that is installed."""
    names = [module.name for module in iter_modules() if module.name.startswith("en_core_web_sm")]
    if not (find_spec("spacy") and names):
        print("spaCy's small English model is not installed")
        return
    import spacy as peer

    these = list(articles(files(paths)))[::20]
    size = sum(len(article.text) for article in these) / 1e6
    pipe = peer.load(names[0])
    ours, theirs = interleaved(
        [lambda: [extract(a) for a in these], lambda: [pipe(a.text) for a in these]], ROUNDS
    )
    rows = [("checker, all of extraction", size / ours), ("en_core_web_sm, full pipe", size / theirs)]
    print(table(("on the same texts, one process each", "MB/s"), rows))
    print(f"\n{theirs / ours:.0f} times as fast")


def _spent(given: Iterable[T], work: Callable[[T], object]) -> float:
    """Processor seconds of the work alone; what it is given and what it gives are not kept."""
    spent = 0.0
    for it in given:
        start = time.process_time()
        work(it)
        spent += time.process_time() - start
    return spent


def _articles(data: Iterable[tuple[str, bytes]]) -> Iterator[Article]:
    return (article for file in data for article in load(*file).articles)


def _split(data: Iterable[tuple[str, bytes]]) -> Iterator[tuple[Article, tuple[Sentence, ...]]]:
    return ((article, sentences(article)) for article in _articles(data))


def _each(kinds: Iterable[ModuleType], reading: Reading) -> list[object]:
    return [list(kind.extract(reading)) for kind in kinds]


def _rounds(commands: dict[str, tuple[str, ...]], rounds: int) -> dict[str, list[Spent]]:
    taken: dict[str, list[Spent]] = {what: [] for what in commands}
    for _ in range(rounds):
        for what, command in commands.items():
            spent = process(command)
            if spent.status:
                raise SystemExit(f"{' '.join(command)}: exit status {spent.status}")
            taken[what].append(spent)
    return taken


def _median(spent: Sequence[Spent], field: str) -> float:
    return median(getattr(it, field) for it in spent)


def _ratio(spent: Sequence[Spent], others: Sequence[Spent]) -> float:
    return median(mine.cpu / other.cpu for mine, other in zip(spent, others, strict=True))


def _exponent(one: Sequence[float], other: Sequence[float]) -> str:
    if one == other:
        return ""
    return f"{math.log(other[2] / one[2]) / math.log(other[1] / one[1]):.2f}"


def parts(sizes: Sequence[int]) -> Iterator[tuple[str, Callable[[Sequence[str]], None]]]:
    yield "startup", startup
    yield "stages", stages
    yield "runs", runs
    yield "processes", processes
    yield "growth", partial(growth, sizes=sizes)
    yield "spacy", spacy


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--sizes", default="1000,2000,4000,8000", help="articles of the growing corpora")
    parser.add_argument("--only", help="startup, stages, runs, processes, growth or spacy")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed checker is compiled
    for name, part in parts([int(size) for size in asked.sizes.split(",")]):
        if asked.only in (None, name):
            print(f"## {name}\n")
            part(asked.paths)
            print(flush=True)


if __name__ == "__main__":
    main()
