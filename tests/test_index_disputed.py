"""Looking only at what may be disputed finds what looking at everything finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

import pytest

from checker.check import check
from checker.engine.check import check as judge
from checker.engine.corpus import place
from checker.engine.examples import unmarked
from checker.engine.ruleset import load_rules
from checker.index import archive
from checker.index.extraction import read
from checker.inputs import Inputs
from checker.model import Evidence, Finding
from checker.settings import Settings

RULES = load_rules()


def of_all_claims(files: dict[str, bytes], settings: Settings) -> list[Finding]:
    """What the rules find when every claim is looked at."""
    articles = [it for path, data in sorted(files.items()) for it in read(path, data, None).articles]
    ignores = [(article.source, article.ignores) for article, _ in articles if article.ignores]
    return judge((claim for _, claims in articles for claim in claims), RULES, settings, ignores)


def plain(findings: Iterable[Finding]) -> list[tuple[object, ...]]:
    """All that a report tells of them."""
    return [
        (
            *(getattr(it, field.name) for field in fields(it) if field.name != "evidence"),
            *map(where, it.evidence),
        )
        for it in findings
    ]


def where(evidence: Evidence) -> tuple[object, ...]:
    return place(evidence.claim), evidence.claim.source.published, evidence.says


def examples() -> dict[str, dict[str, bytes]]:
    """The articles of every example of every rule."""
    return {
        f"{rule.id}-{number}": {
            f"{rule.id}-{number}-{part}.{example.format}": text.encode()
            for part, text in enumerate(unmarked(example)[0])
        }
        for rule in RULES
        for number, example in enumerate((*rule.examples.bad, *rule.examples.good))
    }


EXAMPLES = examples()


def test_by_example():
    for files in EXAMPLES.values():
        assert plain(check(Inputs(dict(files)), RULES).findings) == plain(of_all_claims(files, Settings()))


def test_by_example_where_the_store_holds_much_else(monkeypatch):
    monkeypatch.setattr(archive, "_MOSTLY", 0)  # as if a thousand others were known
    for files in list(EXAMPLES.values())[::5]:
        assert plain(check(Inputs(dict(files)), RULES).findings) == plain(of_all_claims(files, Settings()))


@pytest.mark.parametrize("copies", [1, 2, archive.CROWD + 1])
def test_in_one_corpus_with_copies_of_every_article(copies):
    files = {
        f"{copy}/{name}": data
        for number, found in enumerate(EXAMPLES.values())
        if number % 9 == 0
        for name, data in found.items()
        for copy in range(copies)
    }
    found = check(Inputs(dict(files)), RULES).findings
    assert plain(found) == plain(of_all_claims(files, Settings()))
    assert len({finding.rule for finding in found}) > 5


@pytest.mark.parametrize(
    "settings",
    [
        Settings(aliases=(("Claire Delorme", "Henri Vasseur"),)),
        Settings(distinct=(("Claire Delorme", "C. Delorme"),)),
    ],
)
def test_whatever_the_settings_say_of_names(settings):
    files = {name: data for found in list(EXAMPLES.values())[::7] for name, data in found.items()}
    files["one.txt"] = b"Date: 2021-04-09\n\nFrench Foreign Minister Claire Delorme opened the exhibition.\n"
    files["two.txt"] = b"Date: 2021-04-12\n\nFrench Foreign Minister Henri Vasseur spoke to the reporters.\n"
    found = check(Inputs(dict(files)), RULES, settings).findings
    assert plain(found) == plain(of_all_claims(files, settings))
