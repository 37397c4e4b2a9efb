"""How much is found where two texts tell one fact in different words, and not alike?

    python benchmarks/pairs.py [--missed] [FILE...]

``FILE`` is a list of pairs as in tests/pairs/; without any, all of them. A row tells what the very first run
found of the contradictory ones and how many of the others it reported, and the same of today; ``--missed``
prints those that are not found.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import table

from checker.check import check
from checker.engine.ruleset import load_rules
from checker.inputs import Inputs

PAIRS = Path(__file__).parents[1] / "tests" / "pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, whether one of them must be wrong, and whether that was ``found`` when last looked."""

    about: str
    contradictory: bool
    found: bool
    a: str
    b: str


def files() -> list[Path]:
    return sorted(PAIRS.glob("*.toml"))


def pairs(file: Path) -> Iterator[Pair]:
    for told in tomllib.loads(file.read_text("utf-8"))["pair"]:
        yield Pair(told["about"], told["contradictory"], told.get("found", False), told["a"], told["b"])


def is_reported(pair: Pair) -> bool:
    """Is there a warning or an error; in a contradictory pair, one that shows both texts?"""
    texts: dict[str, str | bytes] = {"a.txt": pair.a.encode(), "b.txt": pair.b.encode()}
    told = [it for it in check(Inputs(texts), load_rules(examples=False)).findings if it.severity != "notice"]
    if not pair.contradictory:
        return bool(told)
    return any({evidence.claim.source.path for evidence in it.evidence} == {*texts} for it in told)


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--missed", action="store_true", help="print what was missed")
    asked = parser.parse_args(argv)
    rows = []
    for file in asked.files or files():
        first, _, false = tomllib.loads(file.read_text("utf-8"))["first"].partition(",")
        listed = [(pair, is_reported(pair)) for pair in pairs(file)]
        told = [reported for pair, reported in listed if pair.contradictory]
        wrong = sum(reported for pair, reported in listed if not pair.contradictory)
        rows.append((file.stem, first, false.split()[0], f"{sum(told)} of {len(told)}", wrong))
        for pair, reported in listed if asked.missed else ():
            if pair.contradictory and not reported:
                print(f"{pair.about}\n{pair.a}  /\n{pair.b}")
    print(table(("pairs", "found at first", "false", "found now", "false"), rows))


if __name__ == "__main__":
    main(sys.argv[1:])
