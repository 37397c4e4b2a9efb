"""Which files are read, in which encoding, and what becomes of those that cannot be."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.load import MissingPath, load, walk
from checker.load.decode import Unreadable, decode
from checker.settings import Globs, Settings

TEXT = "The minister said: “Zoë’s café is 5 € a day.”"


def make(root: Path, *paths: str, **texts: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(texts.get(path, "The house."))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [file.path for file in walk(paths)[0]]


def test_folders_are_searched_for_articles(here: Path) -> None:
    make(
        here,
        "b.md",
        "a.txt",
        "c/D.TXT",
        "c/d/e.jsonl",
        "c/f.markdown",
        "g.docx",
        "h",
        "i.py",
        ".hidden/j.text",
    )
    assert found(".") == [".hidden/j.text", "a.txt", "b.md", "c/D.TXT", "c/d/e.jsonl", "c/f.markdown"]


def test_folders_that_hold_no_articles_are_passed_over(here: Path) -> None:
    make(
        here, ".git/a.md", "node_modules/a.md", "c/.venv/a.md", "c/build/x/a.md", "c/dist/a.md", "builds/a.md"
    )
    assert found(".") == ["builds/a.md"]


def test_ignore_files_count_from_the_root_of_the_repository_down(here: Path) -> None:
    make(
        here,
        ".git/info/exclude",
        "a.md",
        "b.md",
        "c/a.md",
        "c/keep.md",
        "c/d/x.md",
        "c/d/y.md",
        "drafts/z.md",
        "e.md",
    )
    (here / ".git/info/exclude").write_text("e.md\n")
    (here / ".gitignore").write_text("# not these\na.md\ndrafts/\n/c/d/*\n")
    (here / "c/.gitignore").write_text("!keep.md\n!d/y.md\n")
    (here / ".checkerignore").write_text("b.md\n")
    assert found(".") == ["c/d/y.md", "c/keep.md"]
    assert found("c") == ["c/d/y.md", "c/keep.md"]
    assert [file.path for file in walk(["."], Settings(respect_gitignore=False))[0]] == [
        *("a.md", "c/a.md", "c/d/x.md", "c/d/y.md", "c/keep.md", "drafts/z.md", "e.md")
    ]


def test_what_is_named_is_taken_though_ignored(here: Path) -> None:
    make(here, ".git/HEAD", "drafts/a.md", "drafts/b.md", "build/c.md")
    (here / ".gitignore").write_text("drafts/\n*.md\n")
    assert found("drafts/a.md", "build/c.md") == ["build/c.md", "drafts/a.md"]


def test_a_named_folder_is_searched_though_ignored(here: Path) -> None:
    make(here, ".git/HEAD", "drafts/a.md", "drafts/b.md", "build/c.md")
    (here / ".gitignore").write_text("drafts/\nbuild/\n")
    (here / "drafts/.gitignore").write_text("b.md\n")
    assert found("drafts", "build") == ["build/c.md", "drafts/a.md"]


def test_a_bad_pattern_is_passed_over(here: Path) -> None:
    make(here, "a.md", "b.md")
    (here / ".gitignore").write_bytes(b"!\n\xff[\na.md\n")
    assert found(".") == ["b.md"]


def test_outside_a_repository_folders_above_do_not_count(here: Path) -> None:
    make(here, "c/a.md")
    (here / ".gitignore").write_text("*.md\n")
    assert found("c") == ["c/a.md"]


def test_each_file_is_listed_once_whatever_the_order(here: Path) -> None:
    make(here, "a.md", "c/b.md")
    os.symlink(here / "a.md", here / "c" / "z.md")
    os.symlink(here, here / "c" / "loop")
    assert found("c", ".", "a.md", "c/../a.md") == found("a.md", ".") == ["a.md", "c/b.md"]


def test_paths_are_shown_from_the_working_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(here, "c/a.md", "d/b.md")
    monkeypatch.chdir(here / "c")
    assert found(str(here / "c"), str(here / "d")) == ["../d/b.md", "a.md"]
    assert found(".", "../d/../d") == ["../d/b.md", "a.md"]


def test_excludes_of_the_settings_add_to_the_built_in_ones_or_replace_them(here: Path) -> None:
    make(here, ".git/HEAD.md", "a.md", "build/b.md", "wire/c.md", "wire/d/e.md", "x/wire/f.md")

    def left(settings: Settings) -> list[str]:
        return [file.path for file in walk(["."], settings)[0]]

    wire = Globs(str(here), ("/wire/", "a.*"))
    assert left(Settings(extend_exclude=(wire,))) == ["x/wire/f.md"]
    assert left(Settings(exclude=(wire,))) == ["build/b.md", "x/wire/f.md"]
    assert left(Settings(exclude=(wire, Globs(str(here / "x"), ("f.md",))))) == ["build/b.md"]


def test_a_named_file_is_excluded_only_by_force(here: Path) -> None:
    make(here, ".git/HEAD", "a.md", "c/b.md", "c/d/e.md", "build/f.md", "g.md")
    (here / ".gitignore").write_text("c/d/\n")
    (here / "c/.checkerignore").write_text("b.md\n")
    named = ["a.md", "build/f.md", "c/b.md", "c/d/e.md", "g.md"]
    excludes = (Globs(str(here), ("a.md",)),)
    assert [file.path for file in walk(named, Settings(extend_exclude=excludes))[0]] == named
    forced = Settings(extend_exclude=excludes, force_exclude=True)
    assert [file.path for file in walk(named, forced)[0]] == ["g.md"]


def test_all_missing_paths_are_named(here: Path) -> None:
    make(here, "a.md")
    with pytest.raises(MissingPath, match=r"no such file or folder: b\.md, c") as caught:
        walk(["a.md", "b.md", "c"])
    assert caught.value.paths == ("b.md", "c")


def test_a_named_file_of_an_unknown_kind_is_a_problem(here: Path) -> None:
    make(here, "a.docx", "b", "c.md")
    files, problems = walk(["a.docx", "b", "c.md"])
    assert [file.path for file in files] == ["c.md"]
    assert [(it.path, it.message.partition(";")[0]) for it in problems] == [
        ("a.docx", "no reader for files ending in .docx"),
        ("b", "no reader for files without a suffix"),
    ]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32"])
def test_encodings_are_told_apart(codec: str) -> None:
    assert decode(TEXT.encode(codec)).removeprefix("\ufeff") == TEXT


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_a_byte_order_mark_is_kept(codec: str) -> None:
    assert decode(("\ufeff" + TEXT).encode(codec)) == "\ufeff" + TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary data"),
        (bytes(range(1, 32)) * 9, "binary data"),
        (TEXT.encode("utf-16-le"), "without a byte order mark"),
        (TEXT.encode()[:-1], "damaged UTF-8"),
        (TEXT.encode("utf-8-sig") + b"\xff", "damaged UTF-8"),
        (TEXT.encode("utf-16")[:-1], "damaged UTF-16"),
        (b"The caf\x81 is \x8d", "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_a_problem(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(data)
    (problem,) = load("a.txt", data).problems
    assert (problem.path, load("a.txt", data).articles) == ("a.txt", ())
    assert reason in problem.message


@given(st.text(max_size=50))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    if not set(text) & set(map(chr, range(32))) and "\x7f" not in text:
        assert decode(text.encode("utf-8", "ignore")) == text.encode("utf-8", "ignore").decode()


def lines(*records: object) -> bytes:
    return "\n".join(it if isinstance(it, str) else json.dumps(it) for it in records).encode()


def test_each_record_is_an_article() -> None:
    data = lines(
        {"id": "one", "text": "Talks\n\nThe house met.", "date": "2021-04-09"},
        "",
        {"id": 2, "text": "The house met again on Monday.", "title": "More talks", "pages": 3, "date": None},
        {"text": "The house met for the third time."},
    )
    first, second, third = load("a.jsonl", b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")).articles
    assert [it.source.article for it in (first, second, third)] == ["one", "2", "a.jsonl:4"]
    assert [it.source.path for it in (first, second, third)] == ["a.jsonl"] * 3
    assert [it.line for it in (first, second, third)] == [1, 3, 4]
    assert [it.source.title for it in (first, second, third)] == ["Talks", "More talks", None]
    assert first.original == "Talks\n\nThe house met."
    assert first.source.published is not None
    assert (first.source.dated_by, second.source.published) == ("record", None)


def test_a_bad_record_is_a_problem_and_the_rest_is_read() -> None:
    data = lines(
        '{"id": "a", "text": "The house',
        [1],
        {"id": "b"},
        {"id": "c", "text": 5},
        {"id": True, "text": "The house."},
        {"id": "d", "text": "The house met."},
        {"id": "d", "text": "The house met again."},
        {"id": "e", "text": "The house.", "title": ["x"]},
        '{"id": "f", "text": "x", "n": ' + "[" * 100_000 + "}",
        '{"id": "g", "text": "x", "n": ' + "9" * 10_000 + "}",
        {"id": "h", "text": ""},
        {"id": "i", "text": "Le chat est sur la table et il dort."},
        {"id": "j", "text": "The end \ud800 of it."},
    )
    result = load("a.jsonl", data)
    assert [it.source.record for it in result.articles] == ["d", "j"]
    assert result.articles[1].text == "The end \ufffd of it."
    assert result.skipped == 2
    assert [(it.path, it.message.partition(":")[0]) for it in result.problems] == [
        ("a.jsonl", f"line {number}") for number in (1, 2, 3, 4, 5, 7, 8, 9, 10)
    ]


def test_an_unknown_suffix_is_a_problem() -> None:
    (problem,) = load("a.docx", b"The house").problems
    assert problem.message.startswith("no reader for this kind of file")
