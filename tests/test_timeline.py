"""The command that prints who held which office when."""

import json

import pytest
from typer.testing import CliRunner

from checker.cli import app

ARTICLES = {
    "a.txt": "Date: 2019-03-01\n\nJapanese Prime Minister Shinzo Abe welcomed the delegation.\n",
    "b.txt": "Date: 2019-05-01\n\nJapan's prime minister, Shinzo Abe, left for Rome.\n",
    "c.txt": "Date: 2021-11-12\n\nJapanese Prime Minister Fumio Kishida spoke. Former Premier Abe left.\n",
    "d.txt": "Angela Merkel was Chancellor of Germany from 22 November 2005 to 8 December 2021.\n",
    "e.txt": "Date: 2021-11-12\n\nFrench Senator Anne Martin spoke.\n",
}


@pytest.fixture
def run(tmp_path, monkeypatch):
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)

    def timeline(*arguments: str) -> str:
        result = CliRunner().invoke(app, ["timeline", *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    return timeline


def test_holders_follow_one_another(run):
    assert run("prime minister of Japan").splitlines() == [
        "prime minister of Japan",
        "  2019-03-01 – 2019-05-01  Shinzo Abe     2 passages  a.txt:3:1",
        "  2021-11-12               Fumio Kishida  1 passage   c.txt:3:1",
    ]


def test_a_stated_term_is_marked(run):
    assert "2005-11-22 – 2021-12-08 stated" in run("chancellor")


def test_offices_of_many_seats_have_no_timeline(run):
    assert "Senator" not in run()
    assert "senator" not in run()


def test_an_office_is_found_by_code_and_in_any_case(run):
    assert run("Prime Minister JP") == run("prime minister of Japan")
    assert run("pope") == ""


def test_json_gives_the_passages(run):
    (office,) = json.loads(run("prime minister JP", "--format", "json"))
    assert (office["office"], office["body"]) == ("prime minister", "JP")
    abe, kishida = office["holders"]
    assert (abe["from"], abe["to"], abe["stated"], abe["more"]) == ("2019-03-01", "2019-05-01", False, 0)
    assert [p["path"] for p in abe["passages"]] == ["a.txt", "b.txt"]
    assert kishida["passages"][0]["quote"] == "Japanese Prime Minister Fumio Kishida"


def test_the_timeline_uses_what_is_kept(run, monkeypatch):
    fresh = run("--no-cache")
    assert run() == fresh

    def read_again(*_):
        raise AssertionError("an article was read again")

    monkeypatch.setattr("checker.index.extraction.read", read_again)
    assert run() == fresh


def test_a_body_read_out_of_the_context_makes_no_row(run, tmp_path):
    abe = "Japanese Prime Minister Shinzo Abe arrived. Peru's Prime Minister Shinzo Abe said so.\n"
    (tmp_path / "f.txt").write_text(f"Date: 2019-05-02\n\n{abe}")
    assert "Peru" not in run("prime minister")


def test_an_office_of_an_unstated_body_says_so(run, tmp_path):
    (tmp_path / "f.txt").write_text(
        "Date: 2019-05-02\n\nDefence Minister Jane Roe met Pope Francis in the city.\n"
    )
    assert "defence minister (of a body that is not stated)" in run("defence minister").splitlines()
