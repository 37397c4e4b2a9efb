"""Focus runs: what touches the files in question, found without looking at everything else."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from made import write

from checker.check import check
from checker.cli import run
from checker.engine.examples import unmarked
from checker.engine.fingerprint import fingerprints
from checker.engine.ruleset import load_rules
from checker.inputs import Inputs, inputs
from checker.settings import DEFAULT, Settings

RULES = load_rules()

HELD = (
    "Date: 2021-04-{day}\n\nFrench Foreign Minister {who} opened the exhibition in the capital city there.\n"
)
ONE = HELD.format(day="09", who="Claire Delorme")
OTHER = HELD.format(day="12", who="Henri Vasseur")
APART = "The court sat on Friday, 5 March 2021, and heard the appeal of the two fishermen from the coast.\n"
WRONG = APART.replace("Friday", "Monday")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRE_COMMIT_FROM_REF", raising=False)
    return tmp_path


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def repository(files: dict[str, str]) -> None:
    git("init", "--quiet")
    write(files)
    git("add", "--all")
    git("commit", "--quiet", "--message", "Articles")


def report(capsys, *arguments: str) -> dict:
    run(["check", "--format", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def paths(finding: dict) -> list[str]:
    return [passage["path"] for passage in finding["evidence"]]


def examples() -> dict[str, str | bytes]:
    """All articles of the examples of all rules, as one corpus."""
    found: dict[str, str | bytes] = {}
    for rule in RULES:
        for kind in ("bad", "good", "missed"):
            for number, example in enumerate(getattr(rule.examples, kind)):
                texts, _ = unmarked(example)
                for part, text in enumerate(texts):
                    found[f"{rule.id}/{kind}-{number}-{part}.{example.format}"] = text.encode()
    return found


def test_a_focus_run_finds_what_a_full_run_finds_there(tmp_path):
    """Each example of each rule in turn, compared with all examples of all rules."""
    files = examples()
    cache = tmp_path / "cache"
    everything = check(Inputs(files), RULES, cache=cache)
    named = list(zip(everything.findings, fingerprints(everything.findings), strict=True))
    assert len(named) > 30
    for path in files:
        touched = {
            (name, finding.severity, finding.subject)
            for finding, name in named
            if any(evidence.claim.source.path == path for evidence in finding.evidence)
            and finding.rule != "unused-suppression"  # full runs alone can tell
        }
        alone = check(Inputs(files, focus=frozenset({path})), RULES, cache=cache)
        names = fingerprints(alone.findings)
        found = {
            (name, finding.severity, finding.subject)
            for finding, name in zip(alone.findings, names, strict=True)
            if finding.rule != "unused-suppression"
        }
        assert found >= touched, path
        extra = {name for name, _, _ in found - touched} - {
            name
            for finding, name in named
            if finding.more  # the passage there is among those left out
        }
        assert not extra, path
        assert {finding.evidence[0].claim.source.path for finding in alone.findings} <= {path}
        assert (alone.mode, alone.claims) == ("focus", everything.claims)


def test_named_files_are_compared_with_their_repository(capsys):
    repository({"news/a.txt": ONE, "news/b.txt": OTHER, "news/c.txt": APART, "d.txt": WRONG})
    found = report(capsys, "news/b.txt")
    assert found["run"] | {"claims": 0} == {
        "complete": True, "mode": "focus", "articles": 1, "corpus": 4, "claims": 0, "skipped": 0,
    }  # fmt: skip
    assert [paths(finding) for finding in found["findings"]] == [["news/b.txt", "news/a.txt"]]
    (finding,) = report(capsys, "news/a.txt")["findings"]
    assert paths(finding) == ["news/a.txt", "news/b.txt"]
    assert finding["fingerprint"] == found["findings"][0]["fingerprint"]
    assert report(capsys, "news/c.txt")["findings"] == []


def test_folders_are_all_there_is(capsys):
    repository({"news/a.txt": ONE, "old/b.txt": OTHER})
    assert report(capsys, "news")["run"]["mode"] == "full"
    assert report(capsys, "news")["findings"] == []
    mixed = report(capsys, "news", "old/b.txt")
    assert (mixed["run"]["mode"], mixed["run"]["corpus"], len(mixed["findings"])) == ("full", 2, 1)


def test_files_outside_a_repository_are_compared_with_one_another(capsys):
    write({"a.txt": ONE, "b.txt": OTHER, "c.txt": WRONG})
    found = report(capsys, "a.txt", "b.txt")
    assert (found["run"]["mode"], found["run"]["corpus"]) == ("full", 2)
    assert len(found["findings"]) == 1


def test_without_git_files_are_compared_with_one_another(capsys, monkeypatch):
    repository({"a.txt": ONE, "b.txt": OTHER, "c.txt": APART})
    monkeypatch.setenv("PATH", "")
    assert report(capsys, "a.txt", "b.txt")["run"]["mode"] == "full"


def test_untracked_files_belong_to_the_corpus_unless_ignored(capsys):
    repository({"a.txt": ONE, ".gitignore": "drafts/\n"})
    write({"b.txt": OTHER, "drafts/c.txt": OTHER.replace("Henri", "Jacques")})
    assert report(capsys, "a.txt")["run"]["corpus"] == 2
    assert report(capsys, "drafts/c.txt")["run"]["corpus"] == 3


def test_what_has_been_deleted_is_no_part_of_the_corpus(capsys):
    repository({"a.txt": ONE, "b.txt": OTHER})
    Path("b.txt").unlink()
    found = report(capsys, "a.txt")
    assert (found["run"]["complete"], found["run"]["corpus"], found["findings"]) == (True, 1, [])


def test_ignore_files_and_built_in_excludes_hold_for_the_corpus(capsys):
    repository(
        {
            "a.txt": ONE,
            "b.txt": OTHER,
            "build/c.txt": OTHER,
            "x/d.txt": OTHER,
            ".checkerignore": "b.txt\nx/\n",
        }
    )
    found = report(capsys, "a.txt")
    assert (found["run"]["corpus"], found["findings"]) == (1, [])
    assert report(capsys, "b.txt")["run"]["corpus"] == 2  # a file that is named is read


def test_standard_input_is_compared_with_the_corpus_in_place_of_its_file(capsys, monkeypatch):
    repository({"news/a.txt": ONE, "news/b.txt": APART})

    def check_stdin(text: str, *arguments: str) -> dict:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return report(capsys, "-", *arguments)

    found = check_stdin(OTHER, "--stdin-filename", "news/b.txt")
    assert (found["run"]["mode"], found["run"]["articles"], found["run"]["corpus"]) == ("focus", 1, 2)
    assert [paths(finding) for finding in found["findings"]] == [["news/b.txt", "news/a.txt"]]
    assert check_stdin(OTHER, "--stdin-filename", "news/new.txt")["run"]["corpus"] == 3
    assert check_stdin(OTHER, "--stdin-filename", "news/a.txt")["findings"] == []


def test_paths_are_shown_from_where_the_reader_is(capsys, monkeypatch):
    repository({"news/a.txt": ONE, "old/b.txt": OTHER})
    monkeypatch.chdir("news")
    (finding,) = report(capsys, "a.txt")["findings"]
    assert paths(finding) == ["a.txt", "../old/b.txt"]
    (finding,) = report(capsys, "../old/b.txt")["findings"]
    assert paths(finding) == ["../old/b.txt", "a.txt"]


def test_a_repository_elsewhere(capsys, monkeypatch):
    Path("away").mkdir()
    monkeypatch.chdir("away")
    repository({"news/a.txt": ONE, "old/b.txt": OTHER})
    monkeypatch.chdir("..")
    (finding,) = report(capsys, "away/news/a.txt")["findings"]
    assert paths(finding) == ["away/news/a.txt", "away/old/b.txt"]


def test_names_that_are_not_ascii(capsys):
    repository({"actualités/été.txt": ONE, "b c\n.txt": OTHER})
    (finding,) = report(capsys, "actualités/été.txt")["findings"]
    assert paths(finding) == ["actualités/été.txt", "b c\n.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need privileges there")
def test_a_file_named_by_way_of_a_link_is_the_file(capsys):
    repository({"news/a.txt": ONE, "old/b.txt": OTHER})
    Path("link").symlink_to("news")
    (finding,) = report(capsys, "link/a.txt")["findings"]
    assert paths(finding) == ["news/a.txt", "old/b.txt"]


def test_a_passage_of_the_focus_stands_first_though_others_clash_more_surely():
    """Ten articles name one holder, one another; the one in question stands behind nine like it."""
    files: dict[str, str | bytes] = {
        f"{day}.txt": HELD.format(day=f"{day:02}", who="Claire Delorme").encode() for day in range(1, 20)
    }
    files["b.txt"] = OTHER.encode()
    for path in files:
        (finding,) = check(Inputs(files, focus=frozenset({path})), RULES).findings
        assert finding.evidence[0].claim.source.path == path
        assert len({evidence.says.partition(",")[0] for evidence in finding.evidence[:2]}) == 2
        assert finding.more == 10


def test_copies_and_house_formulas_are_known_from_the_whole_corpus():
    """What more than a few articles say word by word makes no two of them copies; a whole story does."""
    formula = "This report was compiled by our desk from several sources of its own. "
    formula += "Readers may send their corrections to the editors of this page at any time."
    files: dict[str, str | bytes] = {
        "a.txt": f"{ONE}{formula}".encode(),
        "b.txt": f"{OTHER}{formula}".encode(),
        "c.txt": f"{HELD.format(day='10', who='Claire Delorme')}{formula}".encode(),
    }
    for number, country in enumerate(
        "Peru Chile Ghana Kenya Nepal Norway Spain Italy Japan Cuba".split() * 3
    ):
        said = f"{country} Finance Minister Ana Rossi spoke for {number} hours. {formula}"
        files[f"{number}.txt"] = said.encode()
    story = " ".join(
        f"The bridge near the old town of number {n} was closed for repairs again." for n in range(9)
    )
    files |= {f"copy{n}.txt": f"{ONE}{story} In version {n} of it nothing is new.".encode() for n in range(3)}
    everything = check(Inputs(files), RULES).findings
    assert any("Claire Delorme: 3 articles" in note for it in everything for note in it.explanation)
    for path in files:
        touched = {
            (finding.rule, finding.values, finding.explanation, finding.severity)
            for finding in everything
            if any(evidence.claim.source.path == path for evidence in finding.evidence)
        }
        alone = check(Inputs(files, focus=frozenset({path})), RULES).findings
        found = {(it.rule, it.values, it.explanation, it.severity) for it in alone}
        assert found >= touched
        assert {it[:2] for it in found} <= {(it.rule, it.values) for it in everything}


def test_declared_names_bring_together_what_has_no_value_in_common():
    """The body is known by two names, and only one article tells of the handover."""
    settings = Settings(aliases=(("Acme Corporation", "Acme Holdings"),))
    says = "Date: {}\n\nThe chief executive of {}, {}, opened the new plant near the river on that day.\n"
    files: dict[str, str | bytes] = {
        "a.txt": says.format("2021-04-09", "Acme Corporation", "Claire Delorme").encode(),
        "b.txt": says.format("2021-04-12", "Acme Holdings", "Henri Vasseur").encode(),
        "c.txt": says.format("2021-04-14", "Apex Trading", "Jacques Moreau").encode(),
    }
    everything = fingerprints(check(Inputs(files), RULES, settings).findings)
    for path, found in (("a.txt", everything), ("b.txt", everything), ("c.txt", [])):
        run = check(Inputs(files, focus=frozenset({path})), RULES, settings)
        assert fingerprints(run.findings) == found


def test_claims_of_named_files_only(capsys):
    repository({"a.txt": ONE, "b.txt": OTHER})
    run(["claims", "a.txt"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["path"] for row in rows} == {"a.txt"}


def test_the_root_of_a_project_is_that_of_its_repository():
    repository({"news/a.txt": ONE})
    assert Path(inputs(["news/a.txt"], None, DEFAULT).root).samefile(".")
    assert Path(inputs(["news"], None, DEFAULT).root).samefile(".")
