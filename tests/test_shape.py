"""Conventions that hold for the whole code: direction of imports, lazy imports, lists that equal folders."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "checker"
MODULES = sorted(PACKAGE.rglob("*.py"))

# From the top: what stands higher may import what stands lower, and its own layer.
LAYERS = [
    {"__main__"},
    {"cli", "cli_baseline", "cli_rules", "cli_timeline", "options"},
    {"command", "ending", "plain"},
    {"baseline", "check", "config", "history", "inputs", "quoted", "reading"},
    {"report", "engine", "index"},
    {"resolve", "extract", "facts", "load"},
    {"dates", "text", "vocab"},
    {"settings"},
    {"model", "errors", "hashing", "kept", "pool", "workers", "cores", ""},
]

HEAVY = ("typer", "pydantic", "dateparser", "rapidfuzz", "rich", "yaml", "pathspec", "nicknames", "anyascii")


def layer(part: str) -> int:
    return next(height for height, parts in enumerate(LAYERS) if part in parts)


def part_of(module: str) -> str:
    return module.removeprefix("checker").lstrip(".").partition(".")[0]


def imported(path: Path) -> Iterator[str]:
    """The modules of ours that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "checker")
        elif isinstance(node, ast.ImportFrom) and node.module == "checker":
            for alias in node.names:
                is_module = (PACKAGE / alias.name).is_dir() or (PACKAGE / f"{alias.name}.py").exists()
                yield f"checker.{alias.name}" if is_module else "checker"
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("checker."):
            yield node.module


def name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_downwards(path):
    own = layer(part_of(name(path)))
    upward = [module for module in imported(path) if layer(part_of(module)) < own]
    assert upward == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_are_short_and_say_what_they_answer(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    assert not text.strip() or ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_what_is_private_to_a_module_is_used_there(path):
    tree = ast.parse(path.read_text("utf-8"))
    bound = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    bound |= {target.id for node in tree.body for target in _targets(node)}
    used = {
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert {one for one in bound if one.startswith("_") and not one.startswith("__")} - used == set()


def _targets(node: ast.stmt) -> Iterator[ast.Name]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return (target for target in targets if isinstance(target, ast.Name))


def loaded_after(code: str) -> list[str]:
    script = f"import sys\n{code}\nprint(' '.join(name for name in {HEAVY!r} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return run.stdout.split()


def test_what_the_command_line_imports_before_it_knows_the_command():
    assert loaded_after("import checker.cli") == ["typer"]


@pytest.mark.parametrize(
    "module", ["checker", "checker.model", "checker.__main__", "checker.extract", "checker.load"]
)
def test_nothing_heavy_comes_with(module):
    assert loaded_after(f"import {module}") == []


def test_the_version_needs_nothing():
    script = "sys.argv = ['checker', '--version']\nfrom checker.__main__ import main\nmain()"
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import sys\n{script}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    ours = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert run.stdout.startswith("checker ")
    assert {module for module in ours if module.startswith("checker")} == {"checker", "checker.__main__"}


def test_the_list_of_extractors_is_the_folder():
    """Every module with a function ``extract`` stands in the list, and only they."""
    from checker.extract import EXTRACTORS

    folder = [
        path.stem
        for path in sorted((PACKAGE / "extract").glob("*.py"))
        if path.stem != "__init__"
        and any(
            isinstance(n, ast.FunctionDef) and n.name == "extract"
            for n in ast.parse(path.read_text("utf-8")).body
        )
    ]
    assert sorted(EXTRACTORS) == folder
    assert len(set(EXTRACTORS)) == len(EXTRACTORS)


def test_the_readers_are_the_folder():
    from checker.load.walk import FORMATS

    assert all((PACKAGE / "load" / f"{reader}.py").exists() for reader in FORMATS.values())


def test_documented_commands_are_the_registered_ones():
    """The README names every command, and none that does not exist."""
    import re

    from checker.cli import app

    registered = {command.name or command.callback.__name__ for command in app.registered_commands} | {
        group.name for group in app.registered_groups
    }
    readme = (ROOT / "README.md").read_text("utf-8")
    documented = set(re.findall(r"\bchecker ([a-z][a-z-]+)\b(?= |`|\n)", "\n".join(code(readme))))
    assert documented == registered


def code(markdown: str) -> list[str]:
    """What stands between backticks in a Markdown text."""
    import re

    blocks = re.findall(r"^```.*?\n(.*?)^```", markdown, re.DOTALL | re.MULTILINE)
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE))
    return [*blocks, *(f"{span}\n" for span in spans)]
