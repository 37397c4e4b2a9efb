"""Does the time grow with the input and no faster? Exit status 1 if anything does.

    python benchmarks/growth.py [--only WORD] [--rows N]

Repeats every unit of tests/cases/hostile.toml to long articles in every format and runs the whole pipeline on
them; compares names made of endless repetition; judges corpora in which something is told again and again.
Each is measured on an input and on twice that, processor time, interleaved, the median of rounds; sizes are
raised until the time stands above the noise. Prints the ratios, the worst first.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from growing import CORPORA
from measure import interleaved, seconds, table

from checker.engine.check import check
from checker.engine.ruleset import load_rules
from checker.extract import extract
from checker.load import load
from checker.resolve import names

LIMIT = 2.3  # twice the input may take this many times as long
NOISE = 0.03  # seconds; what takes less is repeated with more
SMALLEST, LARGEST = 32_000, 1_000_000  # characters of an article
FEWEST, MOST = 500, 8_000  # articles of a corpus
HOSTILE = Path(__file__).parents[1] / "tests" / "cases" / "hostile.toml"
# A stretch of English where the reader looks for the language of an article; else it would leave it alone.
ENGLISH = "It is said that the end of it was not what they had thought it to be, and so it was. " * 30


class Case(NamedTuple):
    """Something to measure: ``prepare(size)`` gives the call to be timed."""

    what: str
    form: str
    prepare: Callable[[int], Callable[[], object]]
    smallest: int
    largest: int


class Growth(NamedTuple):
    ratio: float
    size: int
    once: float
    what: str
    form: str


def cases() -> Iterator[Case]:
    units = tomllib.loads(HOSTILE.read_text("utf-8"))
    for lead, unit in units.pop("begun"):
        yield Case(repr(f"{lead}{unit}"), "md", partial(_begun, lead, unit), SMALLEST, LARGEST)
    for kind, listed in units.items():
        for unit in listed:
            if kind == "names":
                yield Case(repr(unit), "two names", partial(_compared, unit), SMALLEST, LARGEST)
                continue
            for suffix in ("txt", "md", "html", "jsonl"):
                yield Case(repr(unit), suffix, partial(_read, unit, suffix), SMALLEST, LARGEST)
    for what, tell in CORPORA.items():
        yield Case(what, "corpus", partial(_judged, tell), FEWEST, MOST)


def _read(unit: str, suffix: str, size: int) -> Callable[[], object]:
    quarter = unit * max(1, size // 4 // len(unit))
    text = f"{quarter}\n\n{ENGLISH}\n\n{quarter * 3}"
    if suffix == "html":
        text = f"<html><body><article><p>{text}"
    if suffix == "jsonl":
        text = json.dumps({"id": "a", "text": text})
    return _taken_through(text, suffix)


def _begun(lead: str, unit: str, size: int) -> Callable[[], object]:
    endless = "".join(unit.replace("{}", str(number)) for number in range(size // len(unit)))
    return _taken_through(f"{lead}{endless}'\n---\n+++\n\n{ENGLISH}", "md")


def _taken_through(text: str, suffix: str) -> Callable[[], object]:
    data = text.encode()

    def run() -> None:
        for article in load(f"a.{suffix}", data).articles:
            extract(article)

    return run


def _compared(unit: str, size: int) -> Callable[[], object]:
    text = unit * (size // len(unit))
    return lambda: names.compare(text, text + "b")


def _judged(tell: Callable[[int], dict[str, str]], size: int) -> Callable[[], object]:
    records = "\n".join(json.dumps({"id": str(number), **tell(number)}) for number in range(size))
    claims = [c for article in load("a.jsonl", records.encode()).articles for c in extract(article)]
    rules = load_rules()
    return lambda: check(claims, rules)


def measure(case: Case) -> Growth:
    size = case.smallest
    while seconds(case.prepare(size)) < NOISE and size < case.largest:
        size *= 2
    growth = _grown(case, size, 3)
    if growth.ratio > LIMIT:  # by chance?
        growth = min(growth, _grown(case, size, 7 if growth.once < 10 * NOISE else 2))
    return growth


def _grown(case: Case, size: int, rounds: int) -> Growth:
    once, twice = interleaved([case.prepare(size), case.prepare(2 * size)], rounds)
    return Growth(twice / max(once, 1e-6), size, once, case.what, case.form)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="measure only what has this word in its name or form")
    parser.add_argument("--rows", type=int, default=30, help="print this many of the worst")
    asked = parser.parse_args()
    wanted = [case for case in cases() if asked.only in case.what or asked.only == case.form]
    found = sorted(map(measure, wanted), reverse=True)
    loud = [growth for growth in found if growth.once >= NOISE / 3]
    bad = [growth for growth in loud if growth.ratio > LIMIT]
    rows = [(g.ratio, g.what, g.form, g.size, g.once * 1000) for g in loud[: max(asked.rows, len(bad))]]
    print(table(("times as long", "what", "read as", "size", "ms"), rows))
    print(
        f"{len(found)} measured, {len(found) - len(loud)} of them too fast to tell, {len(bad)} above {LIMIT}"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
