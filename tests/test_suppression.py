"""Suppression: what a comment silences is counted apart, and what silences nothing is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made import write

from checker.cli import run

FIRST = "Norwegian Prime Minister Erna Solberg says that the budget of the state is ready."
SECOND = "Norway's prime minister, Jens Stoltenberg, says that the budget of the state is late."
THIRD = "The prime minister of Norway, Kaci Kullmann, says that there is no budget of the state."
RULE = "office-holder"
WRONG = "The court sat on Monday, 5 March 2021, in the capital and heard the two fishermen."
RIGHT = WRONG.replace("Monday", "Friday")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def report(capsys, *arguments: str) -> dict:
    assert run(["check", "--format", "json", *arguments]) in (0, 1)
    return json.loads(capsys.readouterr().out)


def told(found: dict) -> list[tuple[str, str]]:
    return [(finding["rule"], finding["status"]) for finding in found["findings"]]


def block(text: str) -> str:
    return f"<!-- checker: ignore[{RULE}] the article is a quotation -->\n\n{text}\n"


def line(text: str) -> str:
    return f"{text} <!-- checker: ignore[{RULE}] the article is a quotation -->\n"


def whole(text: str) -> str:
    return f"{text}\n\nThe rest of it.\n\n<!-- checker: ignore-file[{RULE}] the article is a quotation -->\n"


def stretch(text: str) -> str:
    comment = f"checker: disable[{RULE}] the article is a quotation"
    return f"The beginning.\n\n<!-- {comment} -->\n\n{text}\n\n<!-- checker: enable[{RULE}] -->\n\nThe end.\n"


def everything(text: str) -> str:
    return f"<!-- checker: ignore -->\n\n{text}\n"


def record(text: str) -> str:
    member = {"ignore": [RULE], "reason": "the article is a quotation"}
    return json.dumps({"id": "r", "text": text, "checker": member}) + "\n"


def page(text: str) -> str:
    comment = f"<!-- checker: ignore[{RULE}] the article is a quotation -->"
    return f"<html><body><article>{comment}<p>{text}</p></article></body></html>\n"


@pytest.mark.parametrize("side", ["first", "second", "both"])
@pytest.mark.parametrize(
    ("way", "suffix"),
    [
        *((way, suffix) for way in (block, line, whole, stretch, everything) for suffix in ("txt", "md")),
        (record, "jsonl"),
        (page, "html"),
    ],
)
def test_a_comment_at_either_passage_silences_a_finding(way, suffix, side, capsys):
    write({"a.txt": FIRST, "b.txt": SECOND})
    assert run(["check"]) == 1
    capsys.readouterr()
    for name, text, shown in (("a", FIRST, "first"), ("b", SECOND, "second")):
        if side in (shown, "both"):
            Path(f"{name}.txt").unlink()
            write({f"{name}.{suffix}": way(text)})
    found = report(capsys)
    assert told(found) == [(RULE, "suppressed")]
    counts = {"error": 0, "warning": 0, "notice": 0, "suppressed": 1, "baselined": 0}
    assert found["summary"] == counts
    if way is not everything:
        assert any(": the article is a quotation" in why for why in found["findings"][0]["explanation"])
    assert run(["check", "--fail-on", "notice"]) == 0
    shown = capsys.readouterr().out
    assert RULE not in shown
    assert "1 suppressed" in shown
    assert told(report(capsys, "--no-ignores")) == [(RULE, "new")]
    assert run(["check", "--no-ignores"]) == 1


def test_a_silenced_finding_keeps_its_name(capsys):
    write({"a.txt": FIRST, "b.txt": SECOND})
    (loud,) = report(capsys)["findings"]
    write({"b.txt": line(SECOND)})
    (quiet,) = report(capsys)["findings"]
    same = ("fingerprint", "rule", "severity", "message", "subject", "assumptions")
    assert {key: quiet[key] for key in same} == {key: loud[key] for key in same}


def test_what_is_left_of_a_dispute_without_the_silenced_passage_is_reported(capsys):
    write({"a.txt": FIRST, "b.txt": line(SECOND), "c.txt": THIRD})
    found = report(capsys)
    assert sorted(told(found)) == [(RULE, "new"), (RULE, "suppressed")]
    (new,) = [finding for finding in found["findings"] if finding["status"] == "new"]
    assert sorted(passage["path"] for passage in new["evidence"]) == ["a.txt", "c.txt"]
    assert run(["check"]) == 1


def test_a_silenced_witness_of_what_others_say_too_changes_nothing_but_the_witnesses(capsys):
    write({"a.txt": FIRST, "b.txt": SECOND})
    before = report(capsys)["findings"][0]["fingerprint"]
    write({"c.txt": line(SECOND)})
    (found,) = report(capsys)["findings"]
    assert (found["fingerprint"], found["status"]) == (before, "new")
    assert sorted(passage["path"] for passage in found["evidence"]) == ["a.txt", "b.txt"]


def test_a_comment_silences_the_rules_it_names_only(capsys):
    write({"a.txt": f"{WRONG} <!-- checker: ignore[impossible-date] -->\n"})
    assert sorted(told(report(capsys))) == [("unused-suppression", "new"), ("weekday-mismatch", "new")]
    write({"a.txt": f"{WRONG} <!-- checker: ignore[impossible-date, weekday-mismatch] -->\n"})
    assert sorted(told(report(capsys))) == [("unused-suppression", "new"), ("weekday-mismatch", "suppressed")]
    write({"a.txt": f"<!-- checker: ignore[weekday-mismatch] -->\n\n{RIGHT}\n\n{WRONG}\n"})
    assert sorted(told(report(capsys))) == [("unused-suppression", "new"), ("weekday-mismatch", "new")]


def unused(capsys, *arguments: str) -> list[tuple[str, str, str]]:
    return [
        (finding["severity"], finding["message"], finding["evidence"][0]["quote"])
        for finding in report(capsys, *arguments)["findings"]
        if finding["rule"] == "unused-suppression"
    ]


def test_an_unused_comment_is_a_notice_that_shows_the_comment(capsys):
    comment = "<!-- checker: ignore[weekday-mismatch] as printed -->"
    write({"a.md": f"{RIGHT}\n\n{comment}\n\n- {RIGHT}\n"})
    assert unused(capsys) == [("notice", "there is nothing to silence for weekday-mismatch", comment)]
    assert run(["check"]) == 0
    assert run(["check", "--fail-on", "notice"]) == 1
    assert unused(capsys.readouterr() and capsys, "--no-ignores") == []


@pytest.mark.parametrize(
    ("comment", "arguments", "messages"),
    [
        ("ignore", [], ["there is nothing to silence"]),
        ("ignore", ["--ignore", "event-date"], []),  # nobody knows what that rule would say
        ("ignore[event-date]", ["--ignore", "event-date"], []),
        ("ignore[event-date]", ["--select", "weekday-mismatch"], []),
        ("ignore[event-date]", ["--select", "event-date"], []),  # the rule that would tell is not run
        (
            "ignore[event-date]",
            ["--select", "event-date,unused-suppression"],
            ["there is nothing to silence for event-date"],
        ),
        ("ignore[event-date]", ["--ignore", "unused-suppression"], []),
        (
            "ignore-file[event-date, weekday-mismatch]",
            [],
            ["there is nothing to silence for event-date, weekday-mismatch"],
        ),
        ("disable[event-date]", [], ["there is nothing to silence for event-date"]),
        ("ignore[event-dte]", [], ['there is no rule "event-dte"; did you mean "event-date"?']),
        ("ignore[unused-suppression]", [], []),
    ],
)
def test_what_is_said_of_comments_that_silence_nothing(comment, arguments, messages, capsys):
    write({"a.txt": f"<!-- checker: {comment} -->\n\n{RIGHT}\n"})
    assert [message for _, message, _ in unused(capsys, *arguments)] == messages


def test_records_are_told_of_too(capsys):
    said = {"ignore": ["event-dte", "event-date"]}
    write({"a.jsonl": json.dumps({"id": "r", "text": RIGHT, "checker": said}) + "\n"})
    assert [message for _, message, _ in unused(capsys)] == [
        "there is nothing to silence for event-date",
        'there is no rule "event-dte"; did you mean "event-date"?',
    ]
    assert run(["check"]) == 0
    assert "a.jsonl:1:1 (r)" in capsys.readouterr().out


def test_a_run_on_some_files_does_not_say_what_is_unused(capsys):
    write({"a.txt": f"{RIGHT} <!-- checker: ignore[event-date] -->\n", "b.txt": f"{RIGHT}\n"})
    write({"checker.toml": 'corpus = ["."]\n'})
    assert len(unused(capsys, ".")) == 1
    found = report(capsys, "a.txt")
    assert found["run"]["mode"] == "focus"
    assert found["findings"] == []
    write({"a.txt": f"{RIGHT} <!-- checker: ignore[event-dte] -->\n"})
    assert len(report(capsys, "a.txt")["findings"]) == 1


def test_comments_of_other_files_count_in_a_run_on_some(capsys):
    write({"a.txt": FIRST, "b.txt": line(SECOND), "checker.toml": 'corpus = ["."]\n'})
    for path in ("a.txt", "b.txt"):
        found = report(capsys, path)
        assert (found["run"]["mode"], told(found)) == ("focus", [(RULE, "suppressed")])
    assert told(report(capsys, "a.txt", "--no-ignores")) == [(RULE, "new")]


def test_the_rule_on_comments_is_configured_as_any_other(capsys):
    write({"a.txt": f"{RIGHT} <!-- checker: ignore[event-date] -->\n"})
    assert unused(capsys)[0][0] == "notice"
    write({"checker.toml": '[rules.unused-suppression]\nseverity = "error"\n'})
    assert unused(capsys)[0][0] == "error"
    write({"checker.toml": '[[overrides]]\nfiles = ["a.*"]\nignore = ["unused-suppression"]\n'})
    assert unused(capsys) == []


def test_the_same_with_and_without_a_cache(capsys):
    write({"a.txt": FIRST, "b.txt": line(SECOND), "c.txt": f"{RIGHT} <!-- checker: ignore -->\n"})
    outputs = set()
    for arguments in ([], [], ["--no-cache"]):
        run(["check", "--format", "json", *arguments])
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


def test_a_comment_that_cannot_be_read_is_a_problem_of_its_file(capsys):
    write({"a.txt": f"{WRONG} <!-- checker: ignore weekday-mismatch -->\n"})
    found = report(capsys)
    assert told(found) == [("weekday-mismatch", "new")]
    assert [error["path"] for error in found["errors"]] == ["a.txt"]


@pytest.mark.parametrize(
    "passage",
    [
        WRONG.replace("2021", "2021 [sic]"),
        WRONG.replace("2021,", "2021 (sic),"),
        f"<p>{WRONG.replace('2021', '2021 <i>[sic]</i>')}</p>",
    ],
)
def test_what_an_editor_marks_as_printed_so_is_no_claim(passage, capsys):
    write({"a.html" if passage.startswith("<p>") else "a.md": f"{passage}\n\nAnd so it went on.\n"})
    assert told(report(capsys, "--isolated", ".")) == []


def test_a_mark_elsewhere_silences_nothing(capsys):
    write({"a.md": f"{WRONG} The fishermen [sic] went home.\n"})
    assert told(report(capsys, ".")) == [("weekday-mismatch", "new")]


def test_a_finding_is_silenced_by_its_fingerprint(capsys):
    write({"a.txt": WRONG, "b.txt": WRONG.replace("5 March", "6 March")})
    (first, second) = report(capsys, ".")["findings"]
    write({"checker.toml": f'[[suppress]]\nfingerprint = "{first["fingerprint"]}"\nreason = "a poem"\n'})
    found = report(capsys)
    assert [it["status"] for it in found["findings"]] == ["suppressed", "new"]
    assert found["findings"][0]["explanation"][-1] == "silenced in checker.toml: a poem"
    assert found["findings"][1]["fingerprint"] == second["fingerprint"]
    assert [it["status"] for it in report(capsys, "--no-ignores")["findings"]] == ["new", "new"]


def test_a_fingerprint_that_no_finding_has_is_told_where_all_was_checked(capsys):
    name = "0123456789abcdef" * 2
    write({"a.txt": RIGHT, "checker.toml": f'[[suppress]]\nfingerprint = "{name}"\nreason = "a poem"\n'})
    assert run(["check"]) == 0
    assert f"checker.toml: there is no finding {name} to suppress any more" in capsys.readouterr().err
    for less in (["."], ["--ignore", RULE], ["a.txt"]):
        assert run(["check", *less]) == 0
        assert name not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('fingerprint = "0"\nreason = "a poem"', "suppress.fingerprint"),
        (f'fingerprint = "{"0" * 32}"', 'the key "suppress.reason" is missing'),
        (f'fingerprint = "{"0" * 32}"\nresaon = "a poem"', 'did you mean "reason"?'),
    ],
)
def test_a_suppression_without_its_parts_is_an_error(table, said, capsys):
    write({"a.txt": RIGHT, "checker.toml": f"[[suppress]]\n{table}\n"})
    assert run(["check"]) == 2
    assert said in capsys.readouterr().err
