"""How long does a commit wait? One changed article against many cached ones, by the start of a bare Python.

    python benchmarks/hook.py [--articles 2000] [--rounds 15] [PATH...]

The corpus is made of the articles below the paths, over and over, each copy with a line of its own, or by
default of articles that tell who holds one of a hundred offices, in a scratch repository of git. In every
round one article gets new words, is staged, checked as the hook does it and committed; before and after, a
bare interpreter is started, so that both bear the same load.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from growing import CORPORA
from measure import BARE, CHECKER, Spent, files, process, table

HEADS = ("articles", "bare ms", "hook ms", "ratio", "ratio of processor time")


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def article(originals: list[Path], number: int) -> tuple[str, str]:
    """Name and text of the article of a number, none like another."""
    if not originals:
        told = CORPORA["a hundred offices, each its holder"](number)
        return f"{number}.txt", f"Date: {told['date']}\n\n{told['text']}\n\nThis is number {number}.\n"
    original = originals[number % len(originals)]
    return f"{number}-{original.name}", f"{original.read_text('utf-8')}\n\nThis is number {number}.\n"


def scaled(originals: list[Path], articles: int, folder: Path) -> list[Path]:
    """So many articles in a repository, all committed."""
    copies = []
    for number in range(articles):
        name, text = article(originals, number)
        copy = folder / f"part{number % 20}" / name
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(text, "utf-8")
        copies.append(copy)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Articles")
    return copies


def hook(changed: Path, folder: Path, number: int) -> Spent:
    with changed.open("a", encoding="utf-8") as file:
        file.write(f"\nThe committee met again, for the {number}th time.\n")
    name = str(changed.relative_to(folder))
    git(folder, "add", name)
    spent = process([*_command(), "check", "--hook", name], folder)
    git(folder, "commit", "--quiet", "--message", name)  # else the next round has two articles to look at
    return spent


def _command() -> tuple[str, ...]:
    """What runs in a commit: the script that is installed beside the interpreter, if it is."""
    script = Path(sys.executable).with_name("checker")
    return (str(script),) if script.exists() else CHECKER


def measured(originals: list[Path], articles: int, rounds: int) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        copies = scaled(originals, articles, folder)
        time.sleep(2.5)  # younger files are read again, since their stamps may not tell of a further change
        process([*CHECKER, "check", "."], folder)
        hook(copies[0], folder, 0)
        taken: list[tuple[Spent, Spent]] = []
        for number in range(1, rounds + 1):
            before = process(BARE)
            spent = hook(copies[number % len(copies)], folder, number)
            after = process(BARE)
            taken.append((min(before, after), spent))
    bare, spent = ([pair[side] for pair in taken] for side in (0, 1))
    return (
        articles,
        1000 * median(it.wall for it in bare),
        1000 * median(it.wall for it in spent),
        median(theirs.wall / own.wall for own, theirs in taken),
        median(theirs.cpu / own.cpu for own, theirs in taken),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--articles", type=int, nargs="+", default=[2000])
    parser.add_argument("--rounds", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as compiled:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed checker is compiled
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        originals = files(asked.paths)
        print(table(HEADS, [measured(originals, articles, asked.rounds) for articles in asked.articles]))


if __name__ == "__main__":
    main()
