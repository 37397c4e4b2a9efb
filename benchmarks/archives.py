"""How much of what a newsroom gets wrong is found in archives of our own, with planted conflicts?

    python benchmarks/archives.py [--wrong] [FILE...]

``FILE`` is an archive as in tests/archives/; without any, all of them. A row tells how many articles it has,
what the very first run found of its conflicts and how many false alarms it gave, and the same of today;
``--wrong`` prints what was missed, and every false alarm.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure import table

from checker.check import check
from checker.engine.certainty import rank
from checker.engine.ruleset import load_rules
from checker.inputs import Inputs
from checker.load import load
from checker.model import Article, Claim, Finding, Severity
from checker.text.sentences import sentences

ARCHIVES = Path(__file__).parents[1] / "tests" / "archives"

Place = tuple[str, str | None, int, int]  # path, record, and offsets into the original


@dataclass(frozen=True, slots=True)
class Conflict:
    """A planted one: where each passage stands, its sentence whole, in one place or in several (copies).

    ``missed`` says why it is not found, "" of one that must be.
    """

    between: tuple[str, ...]
    places: tuple[tuple[Place, ...], ...]
    severity: Severity
    missed: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run over an archive found of its conflicts, did not find, and reports that was not planted."""

    found: tuple[Conflict, ...]
    lost: tuple[Conflict, ...]
    false: tuple[Finding, ...]


def archives() -> list[Path]:
    return sorted(ARCHIVES.glob("*.toml"))


def outcome(archive: Path) -> Outcome:
    """Runs a check over an archive. Raises ValueError for a passage that stands nowhere in it."""
    told = tomllib.loads(archive.read_text("utf-8"))
    files: dict[str, str | bytes] = {one["path"]: one["text"].encode() for one in told["articles"]}
    articles = [article for path, text in files.items() for article in _articles(path, text)]
    conflicts = [_conflict(conflict, articles) for conflict in told["conflicts"]]
    findings = check(Inputs(files), load_rules(examples=False)).findings
    found = [
        conflict
        for conflict in conflicts
        if any(rank(it.severity) >= rank(conflict.severity) for it in findings if _belongs(it, conflict))
    ]
    return Outcome(
        tuple(found),
        tuple(conflict for conflict in conflicts if conflict not in found),
        tuple(
            finding
            for finding in findings
            if finding.severity != "notice" and not any(_belongs(finding, it) for it in conflicts)
        ),
    )


def _articles(path: str, text: str | bytes) -> tuple[Article, ...]:
    loaded = load(path, text if isinstance(text, bytes) else text.encode())
    if loaded.problems or not loaded.articles:
        raise ValueError(f"{path} is not read")
    return tuple(loaded.articles)


def _conflict(told: dict[str, Any], articles: Sequence[Article]) -> Conflict:
    places = tuple(tuple(_places(passage, articles)) for passage in told["between"])
    for passage, here in zip(told["between"], places, strict=True):
        if not here:
            raise ValueError(f"no article says: {passage}")
    return Conflict(tuple(told["between"]), places, told.get("severity", "warning"), told.get("missed", ""))


def _places(passage: str, articles: Sequence[Article]) -> Iterator[Place]:
    """Where a passage stands, with all of its sentence."""
    for article in articles:
        start = article.original.find(passage)
        if start < 0:
            continue
        end = start + len(passage)
        for sentence in sentences(article):
            first, last = article.positions.span(sentence.start, sentence.end)
            if first < end and start < last:
                start, end = min(start, first), max(end, last)
        yield article.source.path, article.source.record, start, end


def _belongs(finding: Finding, conflict: Conflict) -> bool:
    """Does it show every passage of the conflict?"""
    claims = [evidence.claim for evidence in finding.evidence]
    return all(any(_touches(claim, it) for claim in claims for it in places) for places in conflict.places)


def _touches(claim: Claim, place: Place) -> bool:
    path, record, start, end = place
    return (
        (claim.source.path, claim.source.record) == (path, record) and claim.start < end and start < claim.end
    )


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--wrong", action="store_true", help="print what was missed, and false alarms")
    asked = parser.parse_args(argv)
    rows = []
    for archive in asked.files or archives():
        told = tomllib.loads(archive.read_text("utf-8"))
        here = outcome(archive)
        first, _, false = told["first"].partition(",")
        found, planted = len(here.found), len(told["conflicts"])
        before = (first, false.split()[0] if false else 0)
        rows.append((archive.stem, len(told["articles"]), *before, f"{found} of {planted}", len(here.false)))
        if asked.wrong:
            _print_wrong(archive, here)
    print(table(("archive", "articles", "found at first", "false", "found now", "false"), rows))


def _print_wrong(archive: Path, here: Outcome) -> None:
    print(f"## {archive.stem}")
    for conflict in here.lost:
        print("   missed:", " // ".join(conflict.between), f"({conflict.missed})" if conflict.missed else "")
    for conflict in here.found:
        if conflict.missed:
            print("   found, though marked as missed:", " // ".join(conflict.between))
    for finding in here.false:
        print(f"   false:  {finding.severity}[{finding.rule}] {finding.message}")
        for evidence in finding.evidence:
            print(f"           {evidence.claim.source.article}: {evidence.says}")
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
