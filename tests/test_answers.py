"""What was found is found again without judging anew, and only where nothing has changed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from checker.check import check
from checker.engine import examples
from checker.engine.ruleset import configured, load_rules
from checker.index import database, focus, store
from checker.inputs import Inputs
from checker.report.json import render
from checker.settings import DEFAULT, Globs, Override, Settings

RULES = load_rules()

DELORME = b"Date: 2021-04-09\n\nFrench Foreign Minister Claire Delorme opened the exhibition there.\n"
VASSEUR = b"Date: 2021-04-12\n\nFrench Foreign Minister Henri Vasseur spoke to the reporters there.\n"
FILES: dict[str, str | bytes] = {
    "a.txt": DELORME,
    "b.txt": VASSEUR,
    "c.txt": b"The court sat on Monday, 5 March 2021, and heard the appeal of the two fishermen.\n",
}
FACTS = b'[[office]]\noffice = "foreign minister"\nbody = "FR"\nholder = "Claire Delorme"\n'


@pytest.fixture
def judged(monkeypatch) -> list[int]:
    """Grows whenever claims are judged."""
    times: list[int] = []
    whole = focus._everything
    monkeypatch.setattr(focus, "_everything", lambda *all: times.append(1) or whole(*all))
    return times


def asked(cache: Path, files=FILES, rules=RULES, settings=DEFAULT, facts=()) -> str:
    run = check(Inputs(files, facts=dict(facts)), rules, settings, cache=str(cache), filed_for=RULES)
    alone = check(Inputs(files, facts=dict(facts)), rules, settings, filed_for=RULES)
    assert render(run) == render(alone)
    return render(run)


def test_the_same_is_not_judged_twice(tmp_path, judged):
    found = asked(tmp_path)
    assert found.count('"fingerprint"') == 2
    del judged[:]
    assert asked(tmp_path) == found
    assert len(judged) == 1  # without a cache


def test_of_every_rule_what_was_found_is_found_again(tmp_path, judged):
    texts = {
        f"{rule.id}-{number}-{part}.{example.format}": text.encode()
        for rule in RULES
        for number, example in enumerate(rule.examples.bad)
        for part, text in enumerate(examples.unmarked(example)[0])
    }
    found = asked(tmp_path, texts)
    assert sum(f'"rule": "{rule.id}"' in found for rule in RULES) > len(RULES) / 2
    del judged[:]
    assert asked(tmp_path, texts) == found
    assert len(judged) == 1


EVERYWHERE = Globs("/", ("*",))
CHANGED = {
    "another text": {"files": FILES | {"c.txt": b"The court sat on Friday, 5 March 2021, and heard it.\n"}},
    "another file": {"files": FILES | {"d.txt": DELORME}},
    "a file less": {"files": {"b.txt": VASSEUR, "c.txt": FILES["c.txt"]}},
    "another name": {"files": {"e.txt": DELORME, "b.txt": VASSEUR, "c.txt": FILES["c.txt"]}},
    "two names exchanged": {"files": {"b.txt": DELORME, "a.txt": VASSEUR, "c.txt": FILES["c.txt"]}},
    "fewer rules": {"rules": RULES[:5]},
    "a rule of another severity": {"rules": tuple(replace(rule, severity="notice") for rule in RULES)},
    "a parameter": {"rules": configured(RULES, Settings(parameters={"office-holder": {"handover-days": 1}}))},
    "two names of one person": {"settings": Settings(aliases=(("Claire Delorme", "Henri Vasseur"),))},
    "a severity": {"settings": Settings(severity={"office-holder": "notice"})},
    "an override": {"settings": Settings(overrides=(Override(EVERYWHERE, ignore=("office-holder",)),))},
    "comments that silence nothing": {"settings": Settings(ignores=False)},
    "known facts": {"facts": {"facts.toml": FACTS}},
}


@pytest.mark.parametrize("change", CHANGED)
def test_whatever_changes_is_judged_anew(change, tmp_path, judged):
    before = asked(tmp_path)
    del judged[:]
    asked(tmp_path, **CHANGED[change])
    assert len(judged) == 2, change
    assert asked(tmp_path) == before


def test_what_decides_nothing_changes_nothing(tmp_path, judged):
    ids = frozenset(rule.id for rule in RULES)
    found = asked(tmp_path, settings=Settings(rules=ids))
    del judged[:]
    assert asked(tmp_path, settings=Settings(rules=ids, fail_on="never", baseline="b.json")) == found
    assert len(judged) == 1


def test_another_checker_asks_anew(tmp_path, judged, monkeypatch):
    from checker.index import answers

    asked(tmp_path)
    monkeypatch.setattr(answers, "version", lambda _: b"another")
    del judged[:]
    asked(tmp_path)
    assert len(judged) == 2


def test_few_answers_are_kept(tmp_path):
    for number in range(2 * store._ANSWERS):
        asked(tmp_path, {f"{number}.txt": DELORME})
    with sqlite3.connect(tmp_path / database.FILE) as connection:
        assert connection.execute("SELECT count(*) FROM answers").fetchone() == (store._ANSWERS,)


@pytest.mark.parametrize("data", [b"", b"\xff\xff", b"N"])
def test_a_damaged_answer_is_no_answer(data, tmp_path):
    found = asked(tmp_path)
    digest = store._digest(data) if data == b"N" else b"other"  # plain data, but of no findings
    with sqlite3.connect(tmp_path / database.FILE) as connection:
        connection.execute("UPDATE answers SET packed = ?, digest = ?", (data, digest))
    assert asked(tmp_path) == found
    assert asked(tmp_path) == found
