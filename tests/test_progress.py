"""Progress is shown to people who wait at a terminal, and to nobody else; nothing of it stays."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here", exc_type=ImportError)

ARTICLE = "The court sat on Monday, 5 March 2021, and heard the appeal of the two fishermen from the coast.\n"
# Waits for nothing: any run is a long one.
AT_ONCE = """
import sys
from checker.report import progress
progress.PATIENCE = 0
from checker.cli import run
sys.exit(run(sys.argv[1:]))
"""
CHECK = ("check", "--no-cache", "--format", "json", "--exit-zero")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("PRE_COMMIT", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]))
    for number in range(12):
        Path(f"{number}.txt").write_text(ARTICLE)


def at_a_terminal(*arguments: str, script: str = AT_ONCE, **environment: str) -> tuple[bytes, str]:
    """What a command says on standard output, which is a pipe, and what it writes to its terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while piece := os.read(ours, 1 << 16):
            seen += piece
    except OSError:  # the terminal is closed
        pass
    os.close(ours)
    out, _ = process.communicate()
    assert process.returncode == 0
    return out, seen.decode()


def left(seen: str) -> str:
    """What can be read after all that was erased."""
    return re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", seen.rpartition("\x1b[2K")[2]).strip()


@pytest.mark.parametrize("command", [CHECK, ("claims",), ("timeline", "--format", "json")])
def test_a_long_run_shows_how_far_it_is_and_clears_it_away(command):
    plain, nothing = at_a_terminal(*command, "--no-progress")
    out, seen = at_a_terminal(*command)
    assert (nothing, out) == ("", plain)
    assert "reading" in seen
    assert "12/12" in seen
    assert left(seen) == ""
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h") == 1  # the cursor is back


def test_colour_has_nothing_to_do_with_it():
    assert "12/12" in at_a_terminal(*CHECK, NO_COLOR="1")[1]


@pytest.mark.parametrize("environment", [{"PRE_COMMIT": "1"}, {"CI": "true"}, {"TERM": "dumb"}])
def test_where_nobody_looks_there_is_none(environment):
    assert at_a_terminal(*CHECK, **environment)[1] == ""


@pytest.mark.parametrize("option", ["--no-progress", "--quiet"])
def test_who_wants_none_gets_none(option):
    assert at_a_terminal(*CHECK, option)[1] == ""


def test_a_short_run_shows_none():
    assert at_a_terminal(*CHECK, script=AT_ONCE.replace("PATIENCE = 0", "PATIENCE = 3600"))[1] == ""


def test_complaints_stay_when_it_is_cleared_away():
    Path("cache").write_text("this is no folder")
    _, seen = at_a_terminal("check", "--exit-zero", "--cache-dir", "cache", "--format", "json")
    assert "12/12" in seen
    assert "going on without a cache" in seen


INTERRUPTED = """
import sys
from checker import load
from checker.report import progress
progress.PATIENCE = 0
read = load.load
def interrupted(path, *rest, **how):
    if path.startswith("7"):
        raise KeyboardInterrupt
    return read(path, *rest, **how)
load.load = interrupted
from checker.cli import run
sys.exit(run(sys.argv[1:]) != 130)
"""


def test_an_interrupt_clears_it_away():
    out, seen = at_a_terminal(*CHECK, script=INTERRUPTED)
    assert out == b""
    assert "reading" in seen
    assert left(seen) == ""
    assert "\x1b[?25h" in seen
