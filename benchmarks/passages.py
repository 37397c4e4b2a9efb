"""How right is the checker on passages of our own: who holds which office of which body, and how?

    python benchmarks/passages.py [--wrong] [FILE...]

``FILE`` is a table of cases as tests/cases/offices.toml; without any, all of them. A row tells precision and
recall of the holders (each once a passage), of holders with office and body, and of all fields; ``--wrong``
prints what was missed and what was said beside it.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from measure import table

from checker.extract import extract
from checker.load import load
from checker.model import Office

CASES = Path(__file__).parents[1] / "tests" / "cases"
FIELDS = {"person": 1, "office and body": 3, "all fields": 4}  # how many of the fields count


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--wrong", action="store_true", help="print what was missed or wrong")
    asked = parser.parse_args(argv)
    rows = []
    for file in asked.files or sorted(CASES.glob("offices*.toml")):
        told: Counter[tuple[str, str]] = Counter()
        cases = tomllib.loads(file.read_text("utf-8"))["case"]
        for case in cases:
            said, true = list(_said(case["text"])), case["says"]
            if asked.wrong and set(said) != set(true):
                _print_wrong(case, said)
            for what, fields in FIELDS.items():
                here, there = ({tuple(it.split(" | ")[:fields]) for it in every} for every in (said, true))
                told[what, "right"] += len(here & there)
                told[what, "said"] += len(here)
                told[what, "true"] += len(there)
        shares = [told[what, "right"] / told[what, of] for what in FIELDS for of in ("said", "true")]
        rows.append(
            (file.stem, len(cases), told["all fields", "true"], *(f"{share:.2f}" for share in shares))
        )
    heads = (f"{what} {share}" for what in FIELDS for share in ("P", "R"))
    print(table(("passages", "number", "claims", *heads), rows))


def _said(text: str) -> Iterator[str]:
    for article in load("article.txt", text.strip().encode()).articles:
        for claim in extract(article):
            if isinstance(claim, Office):
                yield f"{claim.holder} | {claim.office} | {claim.body or '-'} | {claim.status}"


def _print_wrong(case: dict[str, object], said: list[str]) -> None:
    true = case["says"]
    assert isinstance(true, list)
    print(f"## {case['about']}\n   {case['text']}")
    for it in true:
        if it not in said:
            print(f"   missed: {it}")
    for it in said:
        if it not in true:
            print(f"   wrong:  {it}")
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
