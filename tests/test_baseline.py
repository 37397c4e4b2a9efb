"""Findings that are known and left for later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made import write

from checker.cli import run

FILE = "checker-baseline.json"
OPENED = "The Harbour Bridge at Alstad was opened on {day} 1932 by the premier of the province.\n"
WEEKDAY = "The council met on Sunday, 5 April 2021, in the old hall.\n"


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write({"a.txt": OPENED.format(day="19 March"), "b.txt": OPENED.format(day="12 May")})


def statuses(capsys, *options: str) -> list[tuple[str, str]]:
    capsys.readouterr()
    run(["check", "--format", "json", *options])
    return [(it["rule"], it["status"]) for it in json.loads(capsys.readouterr().out)["findings"]]


def test_what_is_written_down_fails_no_run_and_what_is_new_does(capsys):
    assert run(["check"]) == 1
    assert run(["baseline", "create"]) == 0
    assert run(["check", "--baseline", FILE]) == 0
    assert statuses(capsys, "--baseline", FILE) == [("event-date", "baselined")]
    write({"c.txt": WEEKDAY})
    assert run(["check", "--baseline", FILE]) == 1
    assert sorted(statuses(capsys, "--baseline", FILE)) == [
        ("event-date", "baselined"),
        ("weekday-mismatch", "new"),
    ]


def test_findings_written_down_are_counted_apart(capsys):
    run(["baseline", "create"])
    capsys.readouterr()
    run(["check", "--baseline", FILE, "--format", "json"])
    summary = json.loads(capsys.readouterr().out)["summary"]
    assert (summary["error"] + summary["warning"] + summary["notice"], summary["baselined"]) == (0, 1)
    run(["check", "--baseline", FILE])
    assert "Found nothing to report in 2 articles" in (said := capsys.readouterr().out)
    assert "1 in the baseline" in said


def test_another_value_makes_another_finding(capsys):
    run(["baseline", "create"])
    write({"b.txt": OPENED.format(day="13 May")})
    assert statuses(capsys, "--baseline", FILE) == [("event-date", "new")]


def test_edits_around_a_finding_leave_it_known(capsys):
    run(["baseline", "create"])
    write({"b.txt": "It rained all week in the town.\n\n" + OPENED.format(day="12 May")})
    assert statuses(capsys, "--baseline", FILE) == [("event-date", "baselined")]


def test_the_configuration_names_it_relative_to_itself(capsys):
    write({"checker.toml": f'baseline = "known/{FILE}"\n'})
    Path("known").mkdir()
    assert run(["baseline", "create"]) == 0
    assert Path("known", FILE).exists()
    assert statuses(capsys) == [("event-date", "baselined")]
    assert statuses(capsys, "--no-baseline") == [("event-date", "new")]
    assert run(["check", "--hook", "a.txt"]) == 0


def test_an_entry_is_one_line_and_tells_no_line_numbers():
    write({"c.txt": WEEKDAY})
    run(["baseline", "create"])
    _, *entries, _ = Path(FILE).read_text("utf-8").splitlines()
    known = [json.loads(entry.rstrip(",")) for entry in entries]
    assert [entry["rule"] for entry in known] == ["event-date", "weekday-mismatch"]
    assert [entry["paths"] for entry in known] == [["a.txt", "b.txt"], ["c.txt"]]
    assert set(known[0]) == {"rule", "message", "paths", "fingerprint"}


def test_the_same_findings_make_the_same_bytes():
    write({"c.txt": WEEKDAY})
    run(["baseline", "create"])
    first = Path(FILE).read_bytes()
    run(["baseline", "create", "c.txt", ".", "a.txt"])
    assert Path(FILE).read_bytes() == first


def test_prune_strikes_out_what_is_gone_and_adds_nothing(capsys):
    run(["baseline", "create"])
    write({"b.txt": OPENED.format(day="19 March"), "c.txt": WEEKDAY})
    capsys.readouterr()
    run(["check", "--baseline", FILE])
    assert "1 of the findings" in capsys.readouterr().err
    assert run(["baseline", "prune"]) == 0
    assert json.loads(Path(FILE).read_text("utf-8"))["findings"] == []
    assert statuses(capsys, "--baseline", FILE) == [("weekday-mismatch", "new")]


@pytest.mark.parametrize(
    "unknown", [["--select", "weekday-mismatch"], ["a.txt"], ["sub"]], ids=["rule", "focus", "folder"]
)
def test_nothing_is_gone_that_was_not_looked_for(unknown, capsys):
    write({"sub/c.txt": "The council met in the old hall and talked about the harbour.\n"})
    run(["baseline", "create"])
    capsys.readouterr()
    assert run(["check", *unknown, "--baseline", FILE]) == 0
    assert "there no more" not in capsys.readouterr().err


def test_prune_of_a_part_leaves_the_rest():
    write({"sub/c.txt": WEEKDAY})
    run(["baseline", "create"])
    write({"sub/c.txt": WEEKDAY.replace("Sunday", "Monday")})
    assert run(["baseline", "prune", "sub"]) == 0
    known = json.loads(Path(FILE).read_text("utf-8"))["findings"]
    assert [entry["rule"] for entry in known] == ["event-date"]


def test_what_is_silenced_is_not_written_down():
    write({"c.txt": f"<!-- checker: ignore -->\n\n{WEEKDAY}"})
    run(["baseline", "create", "--baseline", "x.json"])
    assert "weekday-mismatch" not in Path("x.json").read_text("utf-8")


def test_nothing_is_struck_out_where_not_everything_could_be_read():
    run(["baseline", "create"])
    before = Path(FILE).read_bytes()
    Path("d.txt").write_bytes(b"\x00\x01\x02" * 100)
    Path("b.txt").unlink()
    assert run(["baseline", "prune"]) == 2
    assert Path(FILE).read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"scheme": 0, "findings": []}',
        '{"scheme": 1, "findings": [{"rule": 1}]}',
        "[" * 99999,
    ],
)
def test_what_is_no_baseline_is_named(content, capsys):
    write({"x.json": content})
    assert run(["check", "--baseline", "x.json"]) == 2
    assert "x.json" in capsys.readouterr().err


def test_a_missing_file_is_an_error(capsys):
    assert run(["check", "--baseline", "nowhere.json"]) == 2
    assert "nowhere.json: the baseline cannot be read" in capsys.readouterr().err


def test_files_alone_make_no_baseline(capsys):
    write({"checker.toml": 'corpus = ["."]\n'})
    assert run(["baseline", "create", "a.txt"]) == 2
    assert "name folders" in capsys.readouterr().err
