"""The formats that other programs read: what they hold, and that nothing in an article can break them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from made import write

from checker.cli import run

BRIDGE = "The Harbour Bridge at Alstad was opened on {day} 1932 by the premier of the province.\n"
FRIDAY = "The council met on Friday, {day} April 2021, in the old hall.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def report(capsys, format: str, *options: str) -> str:
    capsys.readouterr()
    run(["check", ".", "--format", format, *options])
    return capsys.readouterr().out


def bridges() -> None:
    write({"b.txt": BRIDGE.format(day="19 March"), "a.txt": "One line.\n\n" + BRIDGE.format(day="12 May")})


def sarif(capsys, *options: str):
    (found,) = json.loads(report(capsys, "sarif", *options))["runs"]
    return found


def test_sarif_has_one_location_and_links_to_the_others(capsys):
    bridges()
    (result,) = sarif(capsys)["results"]
    (location,) = result["locations"]
    (related,) = result["relatedLocations"]
    places = [it["physicalLocation"] for it in (location, related)]
    assert [it["artifactLocation"]["uri"] for it in places] == ["b.txt", "a.txt"]
    assert places[1]["region"]["startLine"] == 3
    assert all(set(it["region"]) > {"startLine", "startColumn", "endLine", "endColumn"} for it in places)
    assert f"]({related['id']})" in result["message"]["text"]
    assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_sarif_describes_every_rule_that_ran(capsys):
    bridges()
    found = sarif(capsys)
    rules = found["tool"]["driver"]["rules"]
    (result,) = found["results"]
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "event-date"
    assert len(rules) > 15
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")


@pytest.mark.parametrize("how", ["suppressed", "baselined"])
def test_sarif_marks_what_fails_no_run(how, capsys):
    bridges()
    options = []
    if how == "suppressed":
        write({"a.txt": f"<!-- checker: ignore -->\n\n{BRIDGE.format(day='12 May')}"})
    else:
        run(["baseline", "create", "."])
        options = ["--baseline", "checker-baseline.json"]
    (result,) = sarif(capsys, *options)["results"]
    assert [it["kind"] for it in result["suppressions"]] == [
        "inSource" if how == "suppressed" else "external"
    ]


def test_sarif_names_what_could_not_be_read(capsys):
    bridges()
    Path("c d.txt").write_bytes(b"\x00\x01" * 99)
    (invocation,) = sarif(capsys)["invocations"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c%20d.txt"


def test_sarif_of_a_record_names_its_line(capsys):
    records = [{"id": str(n), "text": BRIDGE.format(day=day)} for n, day in enumerate(("19 March", "12 May"))]
    write({"a.jsonl": "\n".join(map(json.dumps, records))})
    (result,) = sarif(capsys)["results"]
    regions = [it["physicalLocation"]["region"] for it in (*result["locations"], *result["relatedLocations"])]
    assert sorted(it["startLine"] for it in regions) == [1, 2]
    assert all(it["startLine"] == it["endLine"] and "snippet" not in it for it in regions)


def test_github_shows_each_finding_with_both_sides(capsys):
    bridges()
    command, scope = report(capsys, "github").splitlines()
    assert re.match(
        r"::(error|warning) file=b\.txt,line=1,endLine=1,col=\d+,endColumn=\d+,title=event-date::", command
    )
    assert "%0Aa.txt:3:" in command
    assert scope.startswith("Found 1 ")


def test_github_says_how_many_it_leaves_out(capsys):
    write({f"{n}.txt": FRIDAY.format(day=n) for n in (1, *range(3, 9), *range(10, 16))})
    lines = report(capsys, "github").splitlines()
    assert sum(line.startswith("::error ") for line in lines) == 10
    assert "3 more errors not shown here" in lines


def test_gitlab_has_one_issue_a_finding(capsys):
    bridges()
    (issue,) = json.loads(report(capsys, "gitlab"))
    assert issue["location"] == {"path": "b.txt", "lines": {"begin": 1, "end": 1}}
    assert issue["description"].startswith("event-date: ")
    assert "a.txt:3:" in issue["description"]
    assert issue["severity"] in ("critical", "major")


def test_markdown_has_one_row_a_finding(capsys):
    bridges()
    *_, row, _, scope = report(capsys, "markdown").splitlines()
    assert row.count("|") == 5
    assert "b.txt" in row
    assert scope.startswith("Found 1 ")


def test_markdown_stays_below_what_a_summary_holds(capsys, monkeypatch):
    monkeypatch.setattr("checker.report.markdown.LARGEST", 600)
    write({f"{n}.txt": FRIDAY.format(day=n) for n in (1, *range(3, 9))})
    text = report(capsys, "markdown")
    assert len(text.encode()) <= 700
    assert re.search(r"^\d further findings not shown here\.$", text, re.MULTILINE)


@pytest.mark.parametrize("format", ["sarif", "github", "gitlab", "markdown"])
def test_nothing_found_is_said(format, capsys):
    write({"a.txt": "The council met in the old hall and talked about the harbour.\n"})
    said = report(capsys, format)
    if format in ("sarif", "gitlab"):
        assert json.loads(said) == [] or json.loads(said)["runs"][0]["results"] == []
    else:
        assert said.startswith("Found nothing to report in 1 article")


@pytest.mark.parametrize("format", ["sarif", "github", "gitlab", "markdown"])
def test_articles_cannot_break_out(format, capsys):
    """Names of files and words of articles hold commands, mark-up and escapes."""
    name = "a,b:c%0A`|<i>[x](y).txt"
    write({name: BRIDGE.format(day="19 March"), "b\x1b[31m\n::error::.txt": BRIDGE.format(day="12 May")})
    said = report(capsys, format)
    assert "\x1b" not in said
    lines = said.splitlines()
    if format == "github":
        assert [line.startswith("::") for line in lines] == [True, False]
        assert "a%2Cb%3Ac%250A" in lines[0] or "b\\x1b[31m\\n%3A%3Aerror%3A%3A" in lines[0]
    if format == "markdown":
        assert lines[2].count("|") == 5
        assert not set("<`[") & set(lines[2].replace("<br>", ""))
