"""What is read of plain text and Markdown, and where it stands in the file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.load import load
from checker.model import Article

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    table = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))
    missed = pytest.mark.xfail(strict=True)
    return [
        pytest.param(it["text"], it["blocks"], id=it["states"], marks=[missed] if it.get("missed") else [])
        for it in table["case"]
    ]


def read(path: str, text: str) -> Article:
    (article,) = load(path, text.encode("utf-8", "surrogatepass")).articles
    return article


def shown(article: Article) -> list[str]:
    return [f"{it.kind}: " + article.text[it.start : it.end].replace("\n", "|") for it in article.blocks]


@pytest.mark.parametrize(("text", "blocks"), cases("markdown"))
def test_markdown(text: str, blocks: list[str]) -> None:
    assert shown(read("a.md", text)) == blocks


@pytest.mark.parametrize(("text", "blocks"), cases("plain"))
def test_plain_text(text: str, blocks: list[str]) -> None:
    assert shown(read("a.txt", text)) == blocks


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_make_no_difference(suffix: str, ending: str) -> None:
    for param in cases("markdown" if suffix == "md" else "plain"):
        text = str(param.values[0])
        assert shown(read(f"a.{suffix}", text.replace("\n", ending))) == shown(read(f"a.{suffix}", text))


@pytest.mark.parametrize("suffix", ["md", "txt"])
def test_a_byte_order_mark_shows_only_in_offsets(suffix: str) -> None:
    text = "---\ntitle: Talks\n---\nThey met." if suffix == "md" else "Talks\n\nThey met."
    plain, marked = read(f"a.{suffix}", text), read(f"a.{suffix}", "\ufeff" + text)
    assert shown(marked) == shown(plain)
    assert marked.original[0] == "\ufeff"
    assert marked.positions.at(0) == plain.positions.at(0) + 1


WORDS = ["Lena", "Brandt", "Zoë", "met", "Ode", "minister’s", "naïve", "2020", "said", "house"]
SEPARATORS = [
    " ",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    " **",
    "** ",
    " *",
    "_ ",
    " [",
    "](x) ",
    "\n- ",
    "\n  1. ",
    "\n\n",
]
ODD = [
    "😀",
    "&amp;",
    "&eacute;",
    "\u00ad",
    "\u200b",
    "`",
    "\\*",
    "<b>",
    "</b>",
    "<br>",
    "![",
    "{{ x }}",
    "~~",
    "| ",
    "\n> ",
    "\n# ",
]


@settings(max_examples=300)
@given(
    st.sampled_from(["md", "txt"]),
    st.sampled_from(
        ["", "\ufeff", "---\ntitle: 'Zoë''s *house*'\n---\n", "\ufeff---\r\ntitle: The house\r\n---\r\n"]
    ),
    st.lists(st.sampled_from(WORDS + SEPARATORS + ODD), min_size=1, max_size=60),
)
def test_words_stand_where_they_are_said_to(suffix: str, front: str, parts: list[str]) -> None:
    """Every character stands at its position in the original, but for those that entities stand for."""
    found = load(f"a.{suffix}", f"{front}The {''.join(parts)} of the".encode())
    for article in found.articles:
        check_positions(article)


def check_positions(article: Article) -> None:
    positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
    assert positions == sorted(positions)
    assert positions[-1] <= len(article.original)
    for offset, character in enumerate(article.text):
        start, end = article.positions.span(offset, offset + 1)
        written = article.original[start:end]
        if character in "\n ":
            continue
        assert written.replace("’", "'") == character or written.startswith("&")
    ends = [block.start for block in article.blocks[1:]] + [len(article.text) + 1]
    for block, following in zip(article.blocks, ends, strict=True):
        assert block.start < block.end == following - 1
        words = article.text[block.start : block.end]
        assert words == words.strip()
        assert "  " not in words


@given(
    st.binary(max_size=300), st.sampled_from(["txt", "md", "jsonl", "text", "markdown", "TXT", "html", ""])
)
def test_no_bytes_are_too_bad(data: bytes, suffix: str) -> None:
    found = load(f"a.{suffix}", data)
    assert len(found.articles) + found.skipped + len(found.problems) >= (1 if suffix != "jsonl" else 0)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300), st.sampled_from(["txt", "md"]))
def test_any_text_is_read_with_exact_positions(text: str, suffix: str) -> None:
    for article in load(f"a.{suffix}", text.encode()).articles:
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)


@given(st.text(alphabet="-*_#>`~[]()!|:\\<&;{}+=1. \n\tab\"'@", max_size=200))
def test_any_marks_are_read_with_exact_positions(text: str) -> None:
    for article in load("a.md", f"The word and {text}".encode()).articles:
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)
        assert set(article.text) <= set(article.original) | {" ", "\n"}


UNITS = tomllib.loads((CASES / "hostile.toml").read_text("utf-8"))


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
@pytest.mark.parametrize("unit", UNITS["markup"])
def test_endless_marks_are_read_with_exact_positions(unit: str, suffix: str) -> None:
    """How long it takes is measured in benchmarks/growth.py."""
    for article in load(
        f"a.{suffix}", ("It is the end of the " + unit * (8_000 // len(unit))).encode()
    ).articles:
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)
        assert positions[-1] <= len(article.original)


@pytest.mark.parametrize(("lead", "unit"), UNITS["begun"])
def test_endless_beginnings_are_read_with_exact_positions(lead: str, unit: str) -> None:
    endless = lead + "".join(unit.replace("{}", str(number)) for number in range(1_000))
    for end in ("", "b", "'\n---\n", "+++\n"):
        text = f"{endless}{end}\n\nIt is the end of the story, and it was so.\n"
        (article,) = load("a.md", text.encode()).articles
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)
        assert positions[-1] <= len(article.original)


def test_signs_close_a_heading_behind_any_number_of_blanks() -> None:
    headings = "# One \t  ##\n\n# Two\t#\n\n# Three ## four\n\n# Five#\n\n# \t##\n\nIt was the end of it.\n"
    (article,) = load("a.md", headings.encode()).articles
    shown = [article.text[block.start : block.end] for block in article.blocks]
    assert shown == ["One", "Two", "Three ## four", "Five#", "##", "It was the end of it."]
