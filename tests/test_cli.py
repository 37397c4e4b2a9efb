"""The command line: exit statuses, what goes to standard output, and what to standard error."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from made import write

from checker import __version__
from checker.cli import run
from checker.engine.ruleset import built_in

CLEAN = "The court sat on Friday, 5 March 2021, and heard the appeal of the two fishermen from the coast.\n"
ERROR = CLEAN.replace("Friday", "Monday")
WARNING = """\
Date: 2021-03-01

The court will sit on Monday, 5 March, and hear the appeal of the two fishermen from the coast.
"""
NOTICE = {
    "one.txt": "Date: 2012-05-06\n\nFrench Foreign Minister Claire Delorme opened the exhibition there.\n",
    "two.txt": "Date: 2019-05-09\n\nFrench Foreign Minister Henri Vasseur spoke to the reporters at noon.\n",
}
FILES = {
    "clean": {"a.txt": CLEAN},
    "error": {"a.txt": CLEAN, "b.txt": ERROR},
    "warning": {"a.txt": WARNING},
    "notice": NOTICE,
    "broken": {"a.txt": CLEAN, "b.txt": b"\x00\x01\x02\xff" * 50},
    "broken and error": {"a.txt": ERROR, "b.txt": b"\x00\x01\x02\xff" * 50},
    "empty": {},
    "foreign": {
        "a.txt": "Das Gericht tagte am Montag in der Hauptstadt und hörte die Fischer, die geklagt hatten.\n"
    },
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("format", ["full", "concise", "json"])
@pytest.mark.parametrize(
    ("files", "arguments", "status"),
    [
        ("clean", [], 0),
        ("error", [], 1),
        ("error", ["--fail-on", "error"], 1),
        ("error", ["--fail-on", "never"], 0),
        ("error", ["--exit-zero"], 0),
        ("error", ["--ignore", "weekday-mismatch"], 0),
        ("error", ["--select", "event-date,office-holder"], 0),
        ("error", ["--select", "event-date", "--select", "weekday-mismatch"], 1),
        ("warning", [], 1),
        ("warning", ["--fail-on", "error"], 0),
        ("warning", ["--fail-on", "notice"], 1),
        ("notice", [], 0),
        ("notice", ["--fail-on", "notice"], 1),
        ("broken", [], 0),
        ("broken", ["--strict"], 2),
        ("broken and error", [], 1),
        ("broken and error", ["--strict"], 2),
        ("broken and error", ["--strict", "--exit-zero"], 2),
        ("clean", ["--strict"], 0),
        ("empty", [], 2),
        ("empty", ["--allow-empty"], 0),
        ("foreign", [], 0),
        ("clean", ["missing.txt"], 2),
        ("error", [".", "missing.txt"], 2),
        ("error", [".", "missing.txt", "--exit-zero"], 2),
        ("clean", ["--select", "weekday-mismatsh"], 2),
        ("clean", ["--ignore", "weekday-mismatsh"], 2),
        ("clean", ["--no-such-option"], 2),
        ("clean", ["--fail-on", "sometimes"], 2),
        ("clean", ["--output", "no/such/folder/report"], 2),
    ],
)
def test_exit_status(files, arguments, status, format, capsys):
    write(FILES[files])
    assert run(["check", *arguments, "--format", format]) == status
    printed = capsys.readouterr()
    if status == 2 and "--strict" not in arguments:
        assert printed.out == ""
        assert printed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "missing.txt", "gone.txt"], "missing.txt, gone.txt"),
        (["check", "--select", "weekday-mismatsh"], 'did you mean "weekday-mismatch"?'),
        (["check"], "no articles found in ."),
        (["claims", "--kind", "offise"], 'did you mean "office"?'),
        (["explain", "ofice-holder"], 'did you mean "office-holder"?'),
        (["compare", "Anil Rao"], "two names"),
        (["test-rules", "nowhere"], "no such folder"),
        (["chekc"], "chekc"),
        (["compare", "a", "b", "--loud"], "--loud"),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(arguments, said, capsys):
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
    assert "Traceback" not in printed.err


def report(capsys, *arguments: str) -> dict:
    run(["check", "--format", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def test_a_broken_file_costs_no_other(capsys):
    write(FILES["broken and error"])
    found = report(capsys)
    assert found["run"]["complete"] is False
    assert [error["path"] for error in found["errors"]] == ["b.txt"]
    assert found["summary"]["error"] == 1
    run(["check"])
    assert "checker: b.txt: " in capsys.readouterr().err


def test_an_article_on_which_extraction_fails_costs_no_other(capsys, monkeypatch):
    from checker import extract

    write({"a.txt": ERROR, "b.txt": CLEAN})
    sound = extract.extract

    def odd(article, *_):
        if article.source.path == "b.txt":
            raise ZeroDivisionError("odd")
        return sound(article)

    monkeypatch.setattr(extract, "extract", odd)
    found = report(capsys)
    assert [error["path"] for error in found["errors"]] == ["b.txt"]
    assert (found["run"]["complete"], found["summary"]["error"]) == (False, 1)


def test_articles_in_another_language_are_counted_not_checked(capsys):
    write({**FILES["foreign"], "b.txt": CLEAN})
    found = report(capsys)
    assert (found["run"]["articles"], found["run"]["skipped"], found["run"]["complete"]) == (1, 1, True)


def test_the_report_does_not_depend_on_the_order_of_files(capsys):
    write({**FILES["error"], **NOTICE})
    names = sorted(path.name for path in Path().iterdir())
    outputs = set()
    for order in (names, names[::-1], ["."], [".", *names]):
        run(["check", "--format", "json", *order])
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_the_report_does_not_depend_on_the_seed_of_hashes():
    write({**FILES["error"], **NOTICE})
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "checker", "check", "-f", "json"],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert b"office-changed-hands" in outputs.pop()


def test_standard_input_is_an_article_and_takes_the_place_of_its_file(capsys, monkeypatch):
    write({"a.txt": CLEAN})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
    assert run(["check", "-", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("stdin.txt:1:")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
    found = report(capsys, ".", "-", "--stdin-filename", "a.txt")
    assert found["run"]["articles"] == 1
    assert found["findings"][0]["evidence"][0]["path"] == "a.txt"


def test_a_report_in_a_file_is_whole_and_standard_output_empty(capsys):
    write(FILES["error"])
    assert run(["check", "--format", "json", "--output", "report.json"]) == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["error"] == 1
    assert sorted(path.name for path in Path().glob("[!.]*")) == ["a.txt", "b.txt", "report.json"]
    assert run(["check", "--format", "json", "--output", "report.json", "--ignore", "weekday-mismatch"]) == 0
    assert json.loads(Path("report.json").read_text("utf-8"))["findings"] == []


def test_every_passage_is_the_slice_of_its_file(capsys):
    write(
        {
            "a.txt": "\ufeff" + ERROR.replace("\n", "\r\n"),
            "b.md": f"---\ntitle: x\n---\n\n# H\n\n- *{ERROR.strip()}*\n",
        }
    )
    passages = [passage for finding in report(capsys)["findings"] for passage in finding["evidence"]]
    assert {passage["path"] for passage in passages} == {"a.txt", "b.md"}
    for passage in passages:
        text = Path(passage["path"]).read_bytes().decode()
        assert text[passage["start"] : passage["end"]] == passage["quote"] != ""


def test_quiet_prints_findings_only_and_verbose_more_on_standard_error(capsys):
    write(FILES["error"])
    run(["check", "-q"])
    assert "Found" not in capsys.readouterr().out
    run(["check", "-v"])
    printed = capsys.readouterr()
    assert "Found 1 error" in printed.out
    assert "2 files" in printed.err


def test_colour_is_asked_for(capsys, monkeypatch):
    write(FILES["error"])
    run(["check"])
    assert "\x1b" not in capsys.readouterr().out
    run(["check", "--color", "always"])
    assert "\x1b[1;31merror" in capsys.readouterr().out
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["check"])
    assert "\x1b[1;31merror" in capsys.readouterr().out


def test_articles_cannot_steer_the_terminal(capsys):
    write({"a.txt": "The \x9b31m\u202ecourt [red]bold[/red] sat on Monday, 5 March 2021."})
    run(["check"])
    shown = capsys.readouterr().out
    assert "\x9b" not in shown
    assert "\u202e" not in shown
    assert r"\x9b31m\u202ecourt" in shown
    assert "[red]bold[/red]" in shown


@pytest.mark.parametrize("format", ["--version", "-V"])
def test_version(format, capsys):
    assert run([format]) == 0
    assert capsys.readouterr().out == f"checker {__version__}\n"


def test_claims_are_one_object_a_line(capsys):
    write({"a.txt": NOTICE["one.txt"]})
    assert run(["claims", "--kind", "office"]) == 0
    (row,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {key: row[key] for key in ("kind", "path", "article", "line", "attribution")} == {
        "kind": "office", "path": "a.txt", "article": "a.txt", "line": 3, "attribution": "asserted",
    }  # fmt: skip
    assert (row["office"], row["body"], row["holder"]) == ("foreign minister", "FR", "Claire Delorme")
    assert row["when"] == {"from": "2012-05-06", "to": "2012-05-06", "throughout": True, "basis": "published"}
    assert NOTICE["one.txt"][row["start"] : row["end"]] == row["quote"]


def test_a_number_without_bound_is_none_in_claims(capsys):
    write({"a.txt": "The Lindal Bridge is at least 300 metres long."})
    assert run(["claims", "--kind", "relation"]) == 0
    rows = [
        json.loads(line, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
        for line in capsys.readouterr().out.splitlines()
    ]
    assert [(row["least"], row["most"]) for row in rows] == [(295.0, None)]


def test_claims_of_records_bear_the_id_of_the_record(capsys):
    write({"a.jsonl": json.dumps({"id": "r1", "text": ERROR}) + "\n"})
    assert run(["claims", "--kind", "date"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["path"], row["article"]) for row in rows} == {("a.jsonl", "r1")}
    assert any(row["value"] == "2021-03-05" for row in rows)


def test_claims_as_a_table_and_with_troubles(capsys):
    write(FILES["broken"])
    assert run(["claims", "--format", "table"]) == 0
    printed = capsys.readouterr()
    assert "a.txt:1:" in printed.out
    assert "checker: b.txt: " in printed.err


def test_names_are_compared_with_reasons(capsys):
    assert run(["compare", "Ajay Kumar", "Raj Kumar"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("different (")
    assert "'Ajay' and 'Raj'" in shown


def test_names_are_compared_line_by_line(capsys, monkeypatch):
    lines = "Ajay Kumar\tRaj Kumar\nAnil Rao\tAnil Rao\r\nSingh\tRajnath Singh\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert run(["compare", "-"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [verdict for _, verdict in rows] == ["different", "same", "undetermined"]
    assert all(0 <= float(score) <= 1 for score, _ in rows)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Ajay Kumar\tRaj Kumar\nAnil Rao\n")))
    assert run(["compare", "-"]) == 2
    assert "line 2" in capsys.readouterr().err


def test_rules_are_listed_and_explained(capsys):
    assert run(["rules"]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(path.stem for path in Path(built_in()).glob("*.toml"))
    for name in listed:
        assert run(["explain", name]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(f"{name}: ")
        assert f"checker: ignore[{name}]" in shown


def test_rules_of_ones_own_are_tested(capsys):
    theirs = Path(built_in(), "impossible-date.toml").read_text("utf-8")
    mine = theirs.replace('"impossible-date"', '"no-such-day"')
    write({"house/no-such-day.toml": mine})
    run(["test-rules", "house"])
    assert capsys.readouterr().out.endswith(" failed\n")
    write({"house/no-such-day.toml": mine.replace("31 June 1998", "30 June 1998")})
    assert run(["test-rules", "house"]) == 1
    assert (
        "no-such-day: bad example 1: must report “30 June 1998”, reports nothing" in capsys.readouterr().out
    )
    write({"house/no-such-day.toml": mine.replace("severity", "sevrity")})
    assert run(["test-rules", "house"]) == 2
    assert (
        'house/no-such-day.toml:3: unknown key "sevrity"; did you mean "severity"?' in capsys.readouterr().err
    )


def test_the_schema_is_printed(capsys):
    assert run(["schema", "report"]) == 0
    jsonschema.Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


def test_a_reader_that_stops_listening_is_no_error():
    write({f"{number}.txt": ERROR for number in range(300)})
    command = [sys.executable, "-m", "checker", "check"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == b""
    assert process.returncode == 1


def test_an_interrupt_is_130(monkeypatch):
    from checker import check

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check", interrupted)
    write(FILES["clean"])
    assert run(["check"]) == 130


def test_a_bug_is_no_finding(monkeypatch, capsys):
    from checker import check

    monkeypatch.setattr(check, "check", lambda *_, **__: 1 / 0)
    write(FILES["clean"])
    assert run(["check"]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err


def failing(article, *_):
    raise KeyError(article.source.path)


def test_one_fault_in_many_articles_is_told_a_few_times_and_reported_every_time(capsys, monkeypatch):
    write({f"{number}.txt": CLEAN for number in range(12)} | {"bad.txt": b"\x00\x01\x02\xff" * 50})
    monkeypatch.setattr("checker.extract.extract", failing)
    for command in (["check", "--no-cache", "--format", "json"], ["claims"], ["timeline"]):
        run(command)
        out, err = capsys.readouterr()
        lines = err.splitlines()
        assert sum("internal error while extracting claims" in line for line in lines) == 5
        assert "checker: and 7 more: internal error" in lines
        assert sum("bad.txt" in line for line in lines) == 1
        if command[0] == "check":
            assert len(json.loads(out)["errors"]) == 13
            assert json.loads(out)["run"]["complete"] is False


def test_every_command_tells_what_cannot_be_listed(capsys):
    write({"a.txt": CLEAN, "b.pdf": "%PDF"})
    for command in (["claims", "a.txt", "b.pdf"], ["timeline", "--in", "a.txt", "--in", "b.pdf"]):
        run(command)
        assert "b.pdf: no reader for files ending in .pdf" in capsys.readouterr().err
