"""How right is the checker? Runs the scorers of the development data and prints what they say.

    CHECKER_DEV=FOLDER python benchmarks/accuracy.py [PART...]

``FOLDER`` holds the sets that benchmarks/README.md names, each with its scorer, and the corpora as archives.
Parts are dates, names, mentions, corpora, contradictions and contradictions_here; without any it runs all but
contradictions, which takes long (one process a case; ``CASES=50`` takes at most so many of a set and label).
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from measure import CHECKER, table

from checker.engine.check import check
from checker.engine.ruleset import load_rules
from checker.extract import extract
from checker.load import load
from checker.model import Claim

CLAIMS = (*CHECKER, "claims", "--isolated", "--format", "jsonl")
CHECK = (*CHECKER, "check", "--isolated", "--no-cache", "--exit-zero", "--format", "json")


def dates(dev: Path) -> None:
    """Values of dates."""
    said = _run(*CLAIMS, "--kind", "date", dev / "dates" / "docs.jsonl")
    _score(dev / "dates", said, "--split-ranges")


def names(dev: Path) -> None:
    """Pairs of names: one person or two."""
    pairs = (line.split("\t")[:2] for line in (dev / "names" / "pairs.tsv").read_text("utf-8").splitlines())
    said = _run(*CHECKER, "compare", "-", told="".join("\t".join(pair) + "\n" for pair in pairs))
    _score(dev / "names", said)


def mentions(dev: Path) -> None:
    """Who holds which office of which body."""
    _score(dev / "mentions", _run(*CLAIMS, "--kind", "office", dev / "mentions" / "sentences.jsonl"))


def corpora(dev: Path) -> None:
    """Findings on real articles, for reading."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for archive in sorted((dev / "corpora").glob("*.tar.gz")):
            with tarfile.open(archive) as files:
                files.extractall(scratch, filter="data")
            folder = Path(scratch, archive.name.removesuffix(".tar.gz"))
            report = json.loads(_run(*CHECK, folder))
            found = Counter(finding["severity"] for finding in report["findings"])
            articles = report["run"]["articles"]
            serious = 100 * (found["error"] + found["warning"]) / articles
            rows.append(
                (folder.name, articles, *map(found.__getitem__, ("error", "warning", "notice")), serious)
            )
    print(table(("corpus", "articles", "errors", "warnings", "notices", "serious per 100"), rows))


def contradictions(dev: Path) -> None:
    """Passages that contradict each other, and controls; each case by itself, so many of a set and label."""
    command = shlex.join([*CHECK, "{dir}"]).replace("'{dir}'", "{dir}")
    most = ["--limit", os.environ["CASES"]] if "CASES" in os.environ else []
    folder = dev / "contradictions"
    print(_run(sys.executable, "score.py", "--exec", command, "--jobs", "2", *most, folder=folder))


def contradictions_here(dev: Path) -> None:
    """All of them, each by itself, in this process: the same figures in seconds."""
    rules = load_rules(examples=False)
    runs: dict[str, dict[str, list[dict[str, object]]]] = {}
    for line in (dev / "contradictions" / "cases.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        articles = [
            article for name, text in case["files"].items() for article in load(name, text.encode()).articles
        ]
        originals = {article.source.path: article.original for article in articles}
        found = check([claim for article in articles for claim in extract(article)], rules)
        runs[case["id"]] = {
            "findings": [
                {
                    "rule": finding.rule,
                    "severity": finding.severity,
                    "evidence": [_passage(evidence.claim, originals) for evidence in finding.evidence],
                }
                for finding in found
            ]
        }
    _score(dev / "contradictions", json.dumps(runs), "--min-severity", "warning")


def _passage(claim: Claim, originals: dict[str, str]) -> dict[str, object]:
    text = originals[claim.source.path]
    line = text.count("\n", 0, claim.start) + 1
    return {"path": claim.source.path, "line": line, "quote": text[claim.start : claim.end]}


PARTS = {
    part.__name__: part for part in (dates, names, mentions, corpora, contradictions, contradictions_here)
}


def _score(folder: Path, said: str, *options: str) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(said)
        file.flush()
        print(_run(sys.executable, folder / "score.py", file.name, *options))


def _run(*command: object, told: str = "", folder: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command], input=told, cwd=folder, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", choices=[[], *PARTS], help=", ".join(PARTS))
    asked = parser.parse_args(argv)
    dev = Path(os.environ.get("CHECKER_DEV", "")).resolve()
    if not os.environ.get("CHECKER_DEV"):
        parser.error("the environment variable CHECKER_DEV must name the folder of the development data")
    for name in asked.parts or [part for part in PARTS if part != "contradictions"]:
        print(f"## {name}\n\n{PARTS[name].__doc__}\n", flush=True)
        PARTS[name](dev)
        print(flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
