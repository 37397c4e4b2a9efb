"""How many wrong names of office-holders are found that are put into real articles?

    python benchmarks/misnamed.py [--seed 1] [--least 4] [--show] CORPUS...

A pattern of its own, which knows nothing of the checker, looks for titles before names ("Finance Minister
Jane Roe"). Of each title and name that so many articles have, one article (never the first or the last) gets
an invented name instead, surname and all, wherever it names that person. A change counts as found if a
warning or an error disputes the invented name. Findings that dispute none and are not there without the
changes are false.

A corpus is a folder of text files, or a file of JSON lines.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from measure import table

from checker.check import check
from checker.engine.ruleset import load_rules
from checker.inputs import Inputs
from checker.model import Finding

_PORTFOLIO = r"[A-Z][a-z]+(?:,?\s(?:(?:and|&)\s)?[A-Z][a-z]+){0,7}"
_TITLE = (
    rf"(?:[A-Z][a-z]+\s)?(?:Prime|Foreign|Finance|Defen[cs]e|Trade|Agriculture|Energy|Oil|Industry|Health|Transport)"
    rf"\sMinister|Minister\sof\s{_PORTFOLIO}?|Secretary\sto\sthe\sMinistry\sof\s{_PORTFOLIO}?|"
    r"(?:Treasury|Commerce|Agriculture|Energy|Defen[cs]e|Foreign)\sSecretary|(?:House\s)?Speaker|"
    r"(?:Army|Navy|Air\sForce)\sCommander|Chief\sJustice|Attorney\sGeneral|Chancellor\sof\sthe\sExchequer"
)
# What follows a title is a name only without these.
_NO_NAME = frozenset(
    "Affairs Council Councils Dr Employment Food Mr Professor Security Shri Social Vice".split()
)
_NAME = r"(?P<name>[A-Z][a-z]+\s(?:[A-Z][a-z]+\s)?[A-Z][a-z-]+)"
_NAMED = re.compile(
    rf"(?<!Deputy\s)(?<!State\s)\b(?P<title>{_TITLE}),?\s(?:(?:Mr|Mrs|Ms|Dr|Sir|Hon|Prof)\.?\s){{0,2}}{_NAME}(?![\w-])"
)
_GIVEN = "Harold Edwin Marvin Oscar Ralph Stuart Vernon Wallace Clifford Norman Leonard Gilbert".split()
_SURNAMES = "Pembroke Whitlock Ashdown Carver Draycott Fenwick Garland Hathaway Kirkland Lockwood".split()


@dataclass(frozen=True, slots=True)
class Change:
    """In the article of this number, ``name`` became ``invented``."""

    article: int
    title: str
    name: str
    invented: str


@dataclass(frozen=True, slots=True)
class Text:
    """A file of one article, or a line of a file of many."""

    path: str
    said: str


def texts(corpus: Path) -> list[Text]:
    if corpus.is_dir():
        files = sorted(path for path in corpus.rglob("*") if path.suffix in (".md", ".txt"))
        return [Text(str(path), path.read_text("utf-8")) for path in files]
    return [Text(str(corpus), line) for line in corpus.read_text("utf-8").splitlines() if line.strip()]


def changes(articles: Sequence[Text], seed: int, least: int) -> Iterator[Change]:
    """Each in an article of its own."""
    named: dict[tuple[str, str], list[int]] = {}
    for number, article in enumerate(articles):
        plain = article.said.replace("\\n", " ")  # a line end inside JSON
        told = {
            (re.sub(r"\s", " ", m["title"]), re.sub(r"\s", " ", m["name"])) for m in _NAMED.finditer(plain)
        }
        for title, name in sorted(it for it in told if _NO_NAME.isdisjoint(it[1].split())):
            named.setdefault((title, name), []).append(number)
    chance, used = random.Random(seed), set[int]()
    often = ((key, numbers) for key, numbers in sorted(named.items()) if len(numbers) >= least)
    for count, ((title, name), numbers) in enumerate(often):
        free = [number for number in numbers[1:-1] if number not in used]
        if free:
            used.add(number := chance.choice(free))
            invented = f"{_GIVEN[count % len(_GIVEN)]} {_SURNAMES[count * 3 % len(_SURNAMES)]}"
            yield Change(number, title, name, invented)


def changed(said: str, change: Change) -> str:
    blank = r"(?:\s|\\n)"
    whole = blank.join(map(re.escape, change.name.split()))
    said = re.sub(rf"\b{whole}\b", change.invented, said)
    return re.sub(rf"\b{re.escape(change.name.split()[-1])}\b", change.invented.split()[-1], said)


def findings(articles: Sequence[Text]) -> list[Finding]:
    files: dict[str, str] = {}
    for article in articles:
        files[article.path] = files.get(article.path, "") + article.said + "\n"
    inputs = Inputs({path: said.encode() for path, said in files.items()})
    return [it for it in check(inputs, load_rules(), jobs=0).findings if it.severity != "notice"]


def row(corpus: Path, seed: int, least: int, show: bool) -> tuple[object, ...]:
    articles = texts(corpus)
    made = list(changes(articles, seed, least))
    after = list(articles)
    for change in made:
        after[change.article] = Text(
            articles[change.article].path, changed(articles[change.article].said, change)
        )
    known = {finding.message for finding in findings(articles)}
    new = [finding for finding in findings(after) if finding.message not in known]
    surnames = {change.invented.split()[-1] for change in made}
    found = [change for change in made if any(change.invented in finding.message for finding in new)]
    false = [finding for finding in new if not any(name in finding.message for name in surnames)]
    if show:
        for change in made:
            print("found " if change in found else "missed", change.title, change.name, "->", change.invented)
        for finding in false:
            print("false ", finding.message)
    return corpus.name, len(articles), len(made), len(found), len(false)


def main(argv: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=int, default=4, help="articles that have a title and a name")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args(argv)
    rows = [row(corpus, asked.seed, asked.least, asked.show) for corpus in asked.corpora]
    print(table(("corpus", "articles", "names changed", "found", "false"), rows))


if __name__ == "__main__":
    main(sys.argv[1:])
