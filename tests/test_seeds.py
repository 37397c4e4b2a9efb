"""The two sample articles: what must be reported, in whatever form, order and format they come."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from checker.cli import app

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
OLDER, NEWER = (path.read_text("utf-8") for path in SEEDS)

# rule, severity, and the quotes of the passages
EXPECTED = {
    ("blended-name", "warning", ("Yermekbayev Atamkulov",)),
    (
        "office-changed-hands",
        "notice",
        ("Defence Minister Rajnath Singh", "India’s Defence Minister Nirmala Sitharaman"),
    ),
    (
        "organisation-name",
        "notice",
        (
            "United Nations Interim Force in Lebanon",
            "United Nations International Peacekeeping Force in Lebanon",
        ),
    ),
}


def title_of(text: str) -> str:
    return next(line for line in text.splitlines() if "Minister" in line)


def markdown(text: str, front: str) -> str:
    return f"---\n{front}---\n{text}"


def jsonl() -> str:
    records = [{"id": "older", "text": OLDER}, {"id": "newer", "text": NEWER, "date": "2021-04-09"}]
    return "".join(json.dumps(record) + "\n" for record in records)


FORMS = {
    "as they are": {"a.txt": OLDER, "b.txt": NEWER},
    "swapped": {"b.txt": OLDER, "a.txt": NEWER},
    "in folders": {"x/y/story.txt": OLDER, "z/story.txt": NEWER},
    "Markdown": {
        "a.md": markdown(OLDER, f"title: {json.dumps(title_of(OLDER))}\n"),
        "b.md": markdown(NEWER, f"title: {json.dumps(title_of(NEWER))}\ndate: 2021-04-09\n"),
    },
    "records": {"both.jsonl": jsonl()},
    "Windows line ends": {"a.txt": OLDER.replace("\n", "\r\n"), "b.txt": NEWER.replace("\n", "\r\n")},
}


@pytest.mark.parametrize("form", FORMS)
def test_the_samples_say_the_same_in_every_form(form, tmp_path, monkeypatch):
    for name, text in FORMS[form].items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["check", ".", "--format", "json"])
    report = json.loads(result.stdout)
    found = {
        (f["rule"], f["severity"], tuple(sorted(e["quote"] for e in f["evidence"])))
        for f in report["findings"]
    }
    assert found == EXPECTED
    assert result.exit_code == 1
    assert report["run"]["complete"]


def test_nurlan_yermekbayev_is_kazakhstans_defence_minister_in_both(tmp_path):
    (tmp_path / "a.txt").write_text(OLDER, "utf-8")
    (tmp_path / "b.txt").write_text(NEWER, "utf-8")
    result = CliRunner().invoke(app, ["claims", str(tmp_path), "--kind", "office"])
    claims = [json.loads(line) for line in result.stdout.splitlines()]
    holders = {
        (c["path"][-5:], c["holder"])
        for c in claims
        if (c["office"], c["body"]) == ("defence minister", "KZ")
    }
    assert holders == {("a.txt", "Nurlan Yermekbayev"), ("b.txt", "Nurlan Yermekbayev")}


def test_the_undated_article_is_placed_by_its_own_text(tmp_path):
    (tmp_path / "a.txt").write_text(OLDER, "utf-8")
    result = CliRunner().invoke(app, ["claims", str(tmp_path), "--kind", "office"])
    whens = [json.loads(line)["when"] for line in result.stdout.splitlines()]
    estimated = {(w["from"], w["to"]) for w in whens if w["basis"] == "estimated"}
    assert estimated == {("2018-02-01", "2019-01-31")}
