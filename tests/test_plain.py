"""A check without the parser of the command line is the check that the parser would ask for."""

from __future__ import annotations

import pytest

from checker import command
from checker.cli import run
from checker.plain import request

PLAIN = [
    [],
    ["articles"],
    ["a.txt", "b.md"],
    ["-"],
    ["--hook", "a.txt", "b.txt"],
    ["--hook", "--no-progress", "--force-exclude", "--strict", "--quiet", "--", "-odd.txt", "--strict"],
    ["articles", "--format", "json", "-q"],
    ["--format=concise", "articles", "--exit-zero", "--isolated"],
    ["-f", "full", "-v", "--no-cache", "--allow-empty"],
    ["-fjson", "--verbose", "articles"],
]
OTHERS = [
    ["--help"],
    ["articles", "--select", "office-holder"],
    ["--format", "sarif", "articles"],
    ["--format"],
    ["-qv", "articles"],
    ["articles", "--fail-on=never"],
    ["--no-such-option"],
]


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    for name in ("CHECKER_FORMAT", "CHECKER_FAIL_ON"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("arguments", PLAIN, ids=" ".join)
def test_it_asks_for_the_same(arguments, monkeypatch):
    asked = []
    monkeypatch.setattr(command, "check", lambda it: asked.append(it) or 0)
    assert run(["check", *arguments]) == 0
    found = request(arguments)
    assert found is not None
    assert [fields(found)] == [fields(it) for it in asked]


@pytest.mark.parametrize("arguments", OTHERS, ids=" ".join)
def test_what_it_does_not_know_it_leaves_to_the_parser(arguments):
    assert request(arguments) is None


@pytest.mark.parametrize("name", ["CHECKER_FORMAT", "CHECKER_FAIL_ON"])
def test_what_the_environment_asks_for_it_leaves_to_the_parser(name, monkeypatch):
    monkeypatch.setenv(name, "json")
    assert request(["articles"]) is None


def fields(it):
    values = {name: getattr(it, name) for name in it.__dataclass_fields__}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
