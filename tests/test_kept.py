"""What is kept between starts is what would be worked out, and nothing depends on it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from checker import kept
from checker.kept.store import stamp

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = "Date: 2021-03-09\n\nDefence Minister Anil Rao sat on Monday, 5 March 2021, in New Delhi, India.\n"
CHECK = [sys.executable, "-m", "checker", "check", "--format", "json", "--no-cache", "a.txt"]
HOOK = [sys.executable, "-m", "checker", "check", "--hook", "--no-cache", "a.txt"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with an article, where compiled modules are kept too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "compiled"))
    Path("a.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def run(command: list[str]) -> tuple[int, bytes, bytes]:
    done = subprocess.run(command, capture_output=True)
    return done.returncode, done.stdout, done.stderr


def the_kept(folder: Path) -> Path:
    (found,) = (folder / "compiled").rglob("*.kept")
    return found


@pytest.mark.parametrize("command", [CHECK, HOOK])
def test_nothing_changes_with_it_whatever_is_wrong_with_it(command, folder, monkeypatch):
    first = run(command)
    assert first[0] == 1
    assert first[2] == b""
    assert run(command) == first
    path = the_kept(folder)
    whole = path.read_bytes()
    for ruined in (b"", b"no such thing", whole[: len(whole) // 2], whole[:-1], b"\x00" * 100):
        path.write_bytes(ruined)
        assert run(command) == first
        assert len(path.read_bytes()) > len(whole) // 2
    path.unlink()
    path.mkdir()
    assert run(command) == first
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert run(command) == first
    assert [entry.name for entry in path.parent.iterdir() if entry.name.endswith(str(os.getpid()))] == []


@pytest.mark.usefixtures("folder")
def test_a_second_start_makes_nothing_anew_and_imports_no_more_than_it_needs():
    code = """
import sys
from checker import kept
kept.enable()
from checker.plain import run_plain
status = run_plain(["--hook", "a.txt"])
heavy = {"typer", "pydantic", "tomllib", "nicknames", "yaml", "pathlib"} & set(sys.modules)
heavy |= {name for name in ("inspect", "ast") if getattr(sys.modules.get(name), "__file__", None)}
print(status, len(kept._state.store.new), sorted(heavy))
"""
    command = [sys.executable, "-c", code]
    assert run(command)[1].splitlines()[-1].startswith(b"1 ")
    assert run(command)[1].splitlines()[-1] == b"1 0 []"


def test_no_word_of_an_article_is_kept(folder):
    """Drafts are nobody's business, and what another article decides need not be written down."""
    text = (
        "# Harbour {0} opens\n\n{1} {2} Ltd, based in Leeds, employs 300 people. {1} {2}, founded in 1962, "
        "made the 40-bed ship {0} for {2} Ltd. Chief executive Ann {2} said so. The {0} Minister of {1}, "
        "{2}, was there."
    )
    name = Path("a.md")
    name.write_text(text.format("Zorvex", "Quillbar", "Vantrop"), "utf-8")
    assert run([*CHECK[:-1], "a.md"])[0] in (0, 1)
    size = the_kept(folder).stat().st_size
    name.write_text(text.format("Yumbrel", "Okwist", "Drefal"), "utf-8")
    assert run([*CHECK[:-1], "a.md"])[0] in (0, 1)
    kept_now = the_kept(folder).read_bytes()
    assert len(kept_now) == size
    assert not [word for word in (b"Zorvex", b"Quillbar", b"Vantrop", b"Drefal") if word in kept_now]


def test_a_change_of_the_package_drops_it(tmp_path):
    """Even one that leaves the size of the file alone: as for compiled modules, its time tells."""
    (tmp_path / "part").mkdir()
    source = tmp_path / "part" / "words.py"
    source.write_text("a = 1\n")
    before = stamp(str(tmp_path))
    assert before == stamp(str(tmp_path))
    os.utime(source, ns=(1, 1))
    assert stamp(str(tmp_path)) != before


def test_patterns_and_methods_that_are_kept_are_the_same():
    """In a process of its own: the compilers of patterns and of dataclasses are replaced."""
    code = r"""
import re, sys, dataclasses, importlib
from checker import kept
from checker.kept import methods, patterns
from checker.kept.store import Store
compiler = importlib.import_module("re._compiler")
plain = compiler.compile
kept._state.store = Store("nowhere", "checker")
patterns.keep()
methods.keep()
texts = ["a(?P<x>b)|c(?i:d)", r"(?:[A-Z]\w*+\s){0,4}+(?P<y>\d{2,4}?)", "[\u00e0-\u00ff]+(?<!x)$"]
texts += ["", "(?x) a  # b", "(a)(b)?\\1"]
def same(text, flags):
    first, again = compiler.compile(text, flags), compiler.compile(text, flags)
    expected = plain(text, flags)
    assert first == again == expected, text
    assert first.groupindex == expected.groupindex and first.groups == expected.groups
    spans = [[match.span() for match in it.finditer("Ab Cd 123 abd")] for it in (first, expected)]
    assert spans[0] == spans[1]
for text in texts:
    for flags in (0, re.I, re.M | re.S, re.A):
        same(text, flags)
assert re.compile(b"a+").match(b"aa")
for bad in ("(", "[", "(?P<x>a)(?P<x>b)"):
    try:
        re.compile(bad)
    except re.error:
        continue
    raise AssertionError(bad)
globals()["__name__"] = "checker.points"  # of our own dataclasses, methods are written when they are called
sys.modules["checker.points"] = sys.modules["__main__"]
def made():
    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Point:
        x: int
        y: int = 2
    return Point
one, two = made(), made()
assert one.__init__.__qualname__.endswith("Point.__init__")
assert repr(one(1)).endswith("Point(x=1, y=2)") and one(1) < one(2) and one(1) != two(1)
assert hash(two(1)) == hash(two(1))
class Child(one):
    pass
assert repr(Child(1)).endswith("Child(x=1, y=2)")
assert Child(1) == Child(1) != one(1) and Child.__eq__ is one.__eq__
try:
    one(1).x = 2
except dataclasses.FrozenInstanceError:
    pass
else:
    raise AssertionError("not frozen")
try:
    one()
except TypeError as error:
    assert "missing 1 required positional argument: 'x'" in str(error)
later = methods.Later("colorsys")
assert later.hls_to_rgb is importlib.import_module("colorsys").hls_to_rgb
inspect = sys.modules["inspect"]
assert inspect.get_annotations(one) == one.__annotations__
assert inspect.get_annotations(made) == {} == inspect.get_annotations(made, eval_str=True)
assert inspect.isfunction(made) and not inspect.isfunction(one)
print("same")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("same\n", "")


def test_without_it_values_are_made():
    assert kept.once(("x",), lambda: [1]) == [1]
    assert kept.noun(("x",), b"", lambda: re.I, re) is re.I
