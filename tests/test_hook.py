"""The hooks, run by the real pre-commit on scratch repositories: what blocks a commit, and what does not.

Nothing here needs a network but the test that is marked ``registry``: the others run the hook that
.pre-commit-hooks.yaml describes, with the interpreter of the tests, as a local hook of the system.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from made import write

ROOT = Path(__file__).resolve().parent.parent
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}

HELD = (
    "Date: 2021-04-{day}\n\nFrench Foreign Minister {who} opened the exhibition in the capital city there.\n"
)
ONE = HELD.format(day="09", who="Claire Delorme")
OTHER = HELD.format(day="12", who="Henri Vasseur")
THIRD = HELD.format(day="14", who="Jacques Moreau")
CLEAN = "The court sat on Friday, 5 March 2021, and heard the appeal of the two fishermen from the coast.\n"
WRONG = CLEAN.replace("Friday", "Monday")

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("GIT_", "PRE_COMMIT", "CHECKER_")) and name != "NO_COLOR"
} | {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_SYSTEM": os.devnull,
    "NO_PROXY": "", "HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9",
}  # fmt: skip


def called(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**ENVIRONMENT, **environment}
    )
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode())


def git(*arguments: str) -> str:
    done = called("git", *arguments)
    assert done.returncode == 0, done.stdout
    return done.stdout


def pre_commit(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return called(sys.executable, "-m", "pre_commit", *arguments, **environment)


def commit(files: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Stages the files and tries to commit what is staged."""
    write(files or {})
    if files:
        git("add", "--", *files)
    return called("git", "commit", "--message", "Articles")


@pytest.fixture(autouse=True)
def repository(tmp_path, monkeypatch):
    """A repository with the hook installed, and nothing committed but its configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(ENVIRONMENT, "PRE_COMMIT_HOME", str(tmp_path.parent / "pre-commit"))
    git("init", "--quiet", "--initial-branch", "main")
    local = [
        {key: value for key, value in hook.items() if key != "minimum_pre_commit_version"}
        | {"language": "system", "entry": hook["entry"].replace("checker", f"{sys.executable} -m checker", 1)}
        for hook in HOOKS.values()
    ]
    write({".pre-commit-config.yaml": yaml.safe_dump({"repos": [{"repo": "local", "hooks": local}]})})
    git("add", ".")
    git("commit", "--quiet", "--message", "Configuration")
    assert pre_commit("install").returncode == 0


def committed(files: dict[str, str]) -> None:
    """Commits without the hook: what was there before."""
    write(files)
    git("add", "--all")
    git("commit", "--quiet", "--no-verify", "--message", "Before")


def blocked(done: subprocess.CompletedProcess[str], rule: str) -> str:
    assert done.returncode == 1, done.stdout
    assert f"[{rule}]" in done.stdout
    return done.stdout


def passed(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_an_article_that_contradicts_an_unstaged_one_is_blocked():
    committed({"a.txt": ONE, "c.txt": CLEAN})
    said = blocked(commit({"b.txt": OTHER}), "office-holder")
    assert re.search(r"--> b\.txt:3:1$", said, re.MULTILINE)
    assert "::: a.txt:3:1 (not in this commit)" in said
    assert "in 1 article against a corpus of 3" in said
    passed(commit({"b.txt": CLEAN}))


def test_two_staged_articles_that_contradict_each_other_are_blocked():
    said = blocked(commit({"a.txt": ONE, "b.txt": OTHER}), "office-holder")
    assert "not in this commit" not in said


def test_an_article_that_contradicts_itself_is_blocked_in_the_first_commit_too():
    Path("new").mkdir()
    os.chdir("new")
    git("init", "--quiet")
    write({"a.txt": WRONG})
    git("add", "a.txt")
    done = called(sys.executable, "-m", "checker", "check", "--hook", "a.txt")
    blocked(done, "weekday-mismatch")


def test_old_conflicts_do_not_block():
    committed({"a.txt": ONE, "b.txt": OTHER, "d.txt": WRONG})
    passed(commit({"a.txt": ONE + "\nThe capital was cold and the streets of it were empty all day long.\n"}))
    passed(commit({"d.txt": "A line that was not there before, about the weather.\n\n" + WRONG}))
    said = passed(pre_commit("run", "checker", "--files", "a.txt", "b.txt", "d.txt", "--verbose"))
    assert "Found nothing to report in 3 articles against a corpus of 3" in said
    assert "2 already there before this commit" in said
    blocked(commit({"d.txt": WRONG + "\n" + WRONG.replace("5 March", "6 March")}), "weekday-mismatch")
    blocked(commit({"a.txt": THIRD}), "office-holder")


def test_old_conflicts_are_existing_in_the_report():
    committed({"a.txt": ONE, "b.txt": OTHER})
    write({"a.txt": ONE + "\n" + WRONG})
    git("add", "a.txt")
    done = called(sys.executable, "-m", "checker", "check", "--hook", "a.txt", "--format", "json")
    report = json.loads(done.stdout)
    found = {(finding["rule"], finding["status"]) for finding in report["findings"]}
    assert found == {("office-holder", "existing"), ("weekday-mismatch", "new")}
    assert (report["summary"]["error"], report["summary"]["warning"]) == (1, 1)
    assert done.returncode == 1


def test_a_witness_more_of_an_old_conflict_does_not_block():
    committed({"a.txt": ONE, "b.txt": OTHER})
    passed(commit({"c.txt": ONE.replace("the exhibition", "a new bridge")}))


def test_untracked_drafts_are_ignored():
    committed({"a.txt": ONE, ".gitignore": "ignored/\n"})
    write({"draft.txt": OTHER, "ignored/b.txt": OTHER})
    passed(commit({"c.txt": ONE.replace("the exhibition", "a new bridge")}))
    blocked(called(sys.executable, "-m", "checker", "check", "c.txt"), "office-holder")


def test_edits_that_are_not_staged_are_ignored():
    committed({"a.txt": CLEAN, "b.txt": CLEAN})
    write({"b.txt": OTHER})
    passed(commit({"a.txt": ONE}))
    assert Path("b.txt").read_text("utf-8") == OTHER


def test_a_renamed_article_keeps_its_conflicts():
    committed({"a.txt": ONE, "b.txt": OTHER, "d.txt": WRONG})
    Path("old").mkdir()
    for name in ("a.txt", "d.txt"):
        git("mv", name, f"old/{name}")
    passed(commit())
    write({"old/d.txt": WRONG.replace("Monday", "Sunday")})
    git("mv", "old/d.txt", "e.txt")
    git("add", "--all")
    blocked(commit(), "weekday-mismatch")


def test_deletions():
    committed({"a.txt": ONE, "b.txt": OTHER, "c.txt": CLEAN})
    git("rm", "--quiet", "b.txt")
    passed(commit())
    git("rm", "--quiet", "a.txt")
    passed(commit({"d.txt": OTHER}))


def test_what_a_commit_removes_elsewhere_is_no_longer_contradicted():
    committed({"a.txt": ONE})
    write({"b.txt": OTHER, "a.txt": CLEAN})
    git("add", "--all")
    passed(commit())


def test_many_files_in_batches():
    """Each batch is checked against the whole; what stands in two batches is found in both."""
    committed({"z.txt": CLEAN})
    long = "x" * 180
    files = {f"{long}{number:04}.txt": CLEAN for number in range(1500)}
    files |= {f"{long}0000.txt": ONE, f"{long}1499.txt": OTHER}
    said = blocked(commit(files), "office-holder")
    assert said.count("error[office-holder]") + said.count("warning[office-holder]") == 2
    assert said.count("against a corpus of 1501") > 1


@pytest.mark.parametrize("batches", [[["a.txt", "b.txt"]], [["a.txt"], ["b.txt"]]])
def test_a_change_in_two_batches_is_no_old_conflict(batches):
    """Both change their mind: against each other's new version, either one's old version was in conflict."""
    committed({"a.txt": ONE, "b.txt": ONE, "c.txt": ONE})
    write({"a.txt": OTHER, "b.txt": OTHER})
    git("add", "--all")
    for batch in batches:
        done = called(sys.executable, "-m", "checker", "check", "--hook", *batch)
        assert "::: c.txt:3:1 (not in this commit)" in blocked(done, "office-holder")


def test_a_range_of_commits_is_compared_with_where_it_began():
    committed({"a.txt": ONE, "d.txt": WRONG})
    git("checkout", "--quiet", "-b", "branch")
    committed({"b.txt": OTHER, "d.txt": WRONG + "\nThe capital was cold on that day.\n"})
    git("checkout", "--quiet", "main")
    committed({"e.txt": CLEAN})
    git("checkout", "--quiet", "branch")
    said = blocked(pre_commit("run", "checker", "--from-ref", "main", "--to-ref", "HEAD"), "office-holder")
    assert "weekday-mismatch" not in said
    assert "1 already there before" in said


def test_colour_brings_no_progress():
    committed({"a.txt": ONE})
    write({"b.txt": OTHER})
    git("add", "b.txt")
    said = blocked(pre_commit("run", "--color", "always"), "office-holder")
    assert "\x1b[" in said
    assert "\r" not in re.sub(r"\r\n", "\n", said)
    assert "\x1b[2K" not in said
    assert "\x1b[1A" not in said


def test_excludes_hold_though_the_file_is_named():
    committed({"a.txt": ONE, "checker.toml": 'extend-exclude = ["drafts/"]\n', ".checkerignore": "notes/\n"})
    passed(commit({"drafts/b.txt": OTHER, "notes/c.txt": OTHER}))
    blocked(commit({"b.txt": OTHER}), "office-holder")


def test_the_configured_corpus_is_compared_with():
    committed({"a.txt": ONE, "news/c.txt": CLEAN, "checker.toml": 'corpus = ["news"]\n'})
    passed(commit({"b.txt": OTHER}))
    passed(commit({"news/d.txt": ONE}))
    blocked(commit({"news/e.txt": OTHER}), "office-holder")


def test_an_article_that_cannot_be_read_does_not_block():
    committed({"a.txt": ONE})
    Path("b.jsonl").write_text("{broken\n", "utf-8")
    git("add", "b.jsonl")
    passed(commit())


def test_the_whole_corpus_is_checked_before_a_push():
    committed({"a.txt": ONE, "b.txt": OTHER})
    done = pre_commit("run", "checker-full", "--hook-stage", "manual")
    said = blocked(done, "office-holder")
    assert "in 2 of 2 articles" in said


def test_from_a_folder_below_the_root(monkeypatch):
    committed({"news/a.txt": ONE})
    monkeypatch.chdir("news")
    blocked(commit({"b.txt": OTHER}), "office-holder")


def test_a_hook_without_names_is_misused():
    done = called(sys.executable, "-m", "checker", "check", "--hook")
    assert done.returncode == 2
    assert "names" in done.stdout


def test_the_hooks_are_the_documented_ones():
    assert set(HOOKS) == {"checker", "checker-full"}
    pattern = re.compile(HOOKS["checker"]["files"])
    from checker.load.walk import FORMATS

    known = {suffix for suffix in FORMATS if pattern.search(f"a{suffix}")}
    assert known == set(FORMATS) - {".text", ".mdx", ".xhtml"}


@pytest.mark.registry
def test_the_hook_is_installed_from_the_repository(monkeypatch):
    """As users do it: pre-commit clones the repository and installs it, with what it depends on.

    What is tested is the last commit.
    """
    if not (ROOT / ".git").exists():
        pytest.skip("there is no repository here")
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"):
        monkeypatch.delitem(ENVIRONMENT, name)
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "https_proxy", "http_proxy", "no_proxy"):
        if name in os.environ:
            monkeypatch.setitem(ENVIRONMENT, name, os.environ[name])
    committed({"a.txt": ONE})
    write({"b.txt": OTHER})
    git("add", "b.txt")
    git("clone", "--quiet", str(ROOT), "../checker-itself")
    done = pre_commit("try-repo", "../checker-itself", "checker", "--verbose")
    if "Could not find a version" in done.stdout or "Connection" in done.stdout:
        pytest.skip("the dependencies cannot be had here")
    assert "::: a.txt:3:1 (not in this commit)" in blocked(done, "office-holder")
