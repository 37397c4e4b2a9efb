"""Does a rule do what its examples say? They go through the same reading and extraction as real articles."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.engine.check import check
from checker.engine.rules import Example, Rule
from checker.model import Article, Claim, Finding

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)

Span = tuple[int, int, int]  # number of the article, start, end


class Unread(Exception):
    """An article of an example was left out when it was read, or its facts are wrong."""


@dataclass(frozen=True, slots=True)
class Case:
    """One example of a rule. ``kind`` is bad, good or missed, ``number`` counts within the kind from 1."""

    rule: Rule
    kind: str
    number: int
    example: Example

    @property
    def name(self) -> str:
        return f"{self.rule.id}-{self.kind}-{self.number}"


def cases(rules: Sequence[Rule]) -> Iterator[Case]:
    """Every example of the rules."""
    for rule in rules:
        for kind in ("bad", "good", "missed"):
            for number, example in enumerate(getattr(rule.examples, kind), start=1):
                yield Case(rule, kind, number, example)


def failure(case: Case, rules: Sequence[Rule]) -> str:
    """What is wrong with the outcome of an example, "" if nothing. ``rules`` are all there are."""
    from checker.extract import extract

    texts, marked = unmarked(case.example)
    if (case.kind == "good") == bool(marked):
        return "a good example has no [[ ]]" if marked else "it marks no passage with [[ ]]"
    try:
        articles = list(_read(texts, case.example.format))
        facts = _facts(case.example)
    except Unread as unread:
        return str(unread)
    claims = [*facts, *(claim for article in articles for claim in extract(article))]
    ignores = [(article.source, article.ignores) for article in articles if article.ignores]
    findings = [found for found in check(claims, rules, ignores=ignores) if found.status == "new"]
    own = [finding for finding in findings if finding.rule == case.rule.id]
    others = [finding for finding in findings if finding.rule != case.rule.id]
    if case.kind == "good":
        return "; ".join(_told(f, texts) for f in [*own, *(f for f in others if f.severity != "notice")])
    reported = sorted({_span(claim) for finding in own for claim in _told_by_articles(finding)})
    if case.kind == "missed":
        return "it is found now: move it to bad" if reported == marked else ""
    if reported == marked:
        return ""
    return f"must report {_quotes(marked, texts)}, reports {_quotes(reported, texts)}"


def unmarked(example: Example) -> tuple[list[str], list[Span]]:
    """The texts without marks, and where the marks were."""
    texts, spans = [], []
    for number, article in enumerate(map(_dedented, example.articles)):
        text, done = "", 0
        for mark in _MARK.finditer(article):
            text += article[done : mark.start()]
            spans.append((number, len(text), len(text) + len(mark[1])))
            text += mark[1]
            done = mark.end()
        texts.append(text + article[done:])
    return texts, spans


def _dedented(article: str) -> str:
    """The text without the indentation it has from standing in a rule file."""
    return textwrap.dedent(article).lstrip("\n")


def _read(texts: list[str], format: str) -> Iterator[Article]:
    """The articles of an example. Raises Unread: an example that is not checked says nothing."""
    from checker.load import load

    for number, text in enumerate(texts):
        loaded = load(f"{number}.{format}", text.encode())
        if loaded.problems or not loaded.articles:
            why = (
                "; ".join(problem.message for problem in loaded.problems) or "it is taken for no English text"
            )
            raise Unread(f"article {number + 1} is not read: {why}")
        yield from loaded.articles


def _facts(example: Example) -> tuple[Claim, ...]:
    """The reference facts of an example. Raises Unread."""
    from checker.facts import read

    if not example.facts:
        return ()
    text = _dedented(example.facts)
    found = read("facts.toml" if text.startswith("[[") else "facts.csv", text.encode())
    if found.wrong:
        raise Unread(f"its facts: {'; '.join(found.wrong)}")
    return found.claims


def _told_by_articles(finding: Finding) -> Iterator[Claim]:
    return (evidence.claim for evidence in finding.evidence if not evidence.claim.source.reference)


def _span(claim: Claim) -> Span:
    return int(claim.source.path.partition(".")[0]), claim.start, claim.end


def _quotes(spans: list[Span], texts: list[str]) -> str:
    return ", ".join(f"“{texts[number][start:end]}”" for number, start, end in spans) or "nothing"


def _told(finding: Finding, texts: list[str]) -> str:
    quotes = _quotes([_span(claim) for claim in _told_by_articles(finding)], texts)
    return f"{finding.rule} ({finding.severity}) reports {quotes}: {finding.message}"
