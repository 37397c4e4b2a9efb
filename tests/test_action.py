"""The action for GitHub: its script is run as the runner would run it, with this environment's checker."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ACTION = yaml.safe_load((Path(__file__).parent.parent / "action.yml").read_text("utf-8"))
SCRIPT = next(step["run"] for step in ACTION["runs"]["steps"] if step.get("id") == "check")
PYTHON = """#!/bin/sh
# Stands for the interpreter that makes a virtual environment: gives it this one, and installs nothing.
mkdir -p "$3/bin"
printf '#!/bin/sh\\n[ "$2" = pip ] || exec "%s" "$@"\\n' "$REAL" > "$3/bin/python"
chmod +x "$3/bin/python"
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script for sh")


def run(folder: Path, **inputs: str) -> tuple[int, str, dict[str, str], str]:
    """Status, output, what the step puts out, and the summary."""
    (folder / "python").write_text(PYTHON)
    (folder / "python").chmod(0o755)
    for name in ("output", "summary"):
        (folder / name).write_text("before\n")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", SCRIPT],
        cwd=folder / "work",
        capture_output=True,
        text=True,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(sys.path),
            "REAL": sys.executable,
            "PYTHON": str(folder / "python"),
            "ACTION": ".",
            "RUNNER_TEMP": str(folder / "temp dir"),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "CHECKER_FAIL_ON": inputs.get("fail-on", ""),
            "PATHS": inputs.get("paths", ""),
            "ARGUMENTS": inputs.get("arguments", ""),
        },
    )
    _, *lines = (folder / "output").read_text().splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    return done.returncode, done.stdout + done.stderr, outputs, (folder / "summary").read_text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work/my articles").mkdir(parents=True)
    (tmp_path / "work/my articles/a.txt").write_text(
        "The council met on Friday, 8 April 2021, in the hall.\n"
    )
    return tmp_path


def test_findings_fail_the_job_and_stand_in_all_reports(folder: Path) -> None:
    status, said, outputs, summary = run(folder)
    assert status == 1
    assert re.search(r"^::error file=my articles/a\.txt,line=1,", said, re.MULTILINE)
    assert outputs["findings"] == "1"
    assert Path(outputs["report"]).exists()
    assert Path(outputs["sarif"]).exists()
    assert summary.startswith("before\n| severity |")


def test_inputs_are_words_of_no_script(folder: Path) -> None:
    status, said, outputs, _ = run(folder, paths="my articles", arguments="--ignore\nweekday-mismatch")
    assert (status, outputs["findings"]) == (0, "0"), said
    status, said, outputs, _ = run(folder, paths="$(touch pwned); my articles")
    assert status == 2
    assert outputs == {}
    assert not (folder / "work/pwned").exists()


@pytest.mark.parametrize(("level", "status"), [("never", 0), ("error", 1), ("", 1)])
def test_the_least_severity_that_fails(level: str, status: int, folder: Path) -> None:
    assert run(folder, **{"fail-on": level})[0] == status


def test_no_expression_stands_inside_the_script() -> None:
    assert "${{" not in SCRIPT
