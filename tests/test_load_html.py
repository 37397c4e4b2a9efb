"""What is read of HTML pages, where it stands in the file, and when they were published."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.load import load, walk
from checker.load.tags import attributes, tokens
from checker.model import Article
from tests.test_load_texts import shown

CASES = tomllib.loads((Path(__file__).parent / "cases" / "html.toml").read_text("utf-8"))
BODY = "<p>The ministers met in the old house by the sea on Monday, and talked about the weather.</p>"


def read(text: str, path: str = "a.html") -> Article:
    (article,) = load(path, text.encode("utf-8", "surrogatepass")).articles
    return article


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["states"])
def test_html(case: Any) -> None:
    assert shown(read(case["text"])) == case["blocks"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_and_a_byte_order_mark_make_no_difference(ending: str) -> None:
    for case in CASES["case"]:
        changed = "\ufeff" + case["text"].replace("\n", ending)
        assert shown(read(changed)) == case["blocks"]


@pytest.mark.parametrize("path", ["a.html", "b.HTM", "c.xhtml"])
def test_suffixes_of_html(path: str) -> None:
    assert shown(read(BODY, path))[0].startswith("paragraph: The ministers")


def test_pages_are_found_in_folders(tmp_path: Path) -> None:
    for name in ("a.html", "b.htm", "c.xhtml", "d.mdx", "e.css"):
        (tmp_path / name).write_text(BODY)
    names = [Path(file.location).name for file in walk([str(tmp_path)])[0]]
    assert names == ["a.html", "b.htm", "c.xhtml", "d.mdx"]


def test_elements_closed_at_once_are_closed_in_xhtml_only() -> None:
    text = "<p>One <s/>two</p>"
    assert read(text, "a.xhtml").text == "One two"
    assert read('<?xml version="1.0"?>' + text).text == "One two"
    assert read(text).text == "One"


@pytest.mark.parametrize(
    ("head", "body", "title", "block"),
    [
        ("<title>Talks</title>", BODY, "Talks", "Talks"),
        ("<title>Talks | The Paper</title>", f"<h1>Talks</h1>{BODY}", "Talks", "Talks"),
        ("<title>The Paper - Talks</title>", f"<h1>Talks</h1>{BODY}", "Talks", "Talks"),
        (
            "<title>Talks &amp; more &mdash; Paper</title><meta property=og:site_name content=Paper>",
            BODY,
            "Talks & more",
            "Talks & more",
        ),
        ("<title>Talks - go on</title>", BODY, "Talks - go on", "Talks - go on"),
        ("<meta property='og:title' content='Talks &#39;n more'>", BODY, "Talks 'n more", ""),
        ("<title>T</title><meta property=og:title content=Talks>", f"<h1>TALKS</h1>{BODY}", "TALKS", "TALKS"),
        ("<meta property=og:title content='Big talks'>", f"<h1>Talks</h1>{BODY}", "Big talks", "Talks"),
        (
            "<meta property=og:title content='Talks in Bergen'>",
            f"<h1>The Paper</h1><h2>Talks in Bergen</h2>{BODY}",
            "Talks in Bergen",
            "Talks in Bergen",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"headline": "Talks"}]}</script>',
            f"<h2>Talks</h2>{BODY}",
            "Talks",
            "Talks",
        ),
        ("", f"<nav><h1>The Paper</h1></nav><h1>Talks</h1>{BODY}", "Talks", "Talks"),
        ("", f"<header><h1>Talks</h1></header>{BODY}", "Talks", "Talks"),
        ("", f"<h1><a href=/talks>Talks</a></h1>{BODY}", "Talks", "Talks"),
        ("", BODY, None, ""),
        ("<title></title>", BODY, None, ""),
    ],
)
def test_titles(head: str, body: str, title: str | None, block: str) -> None:
    article = read(f"<html><head>{head}</head><body>{body}</body></html>")
    assert article.source.title == title
    blocks = [article.text[it.start : it.end] for it in article.blocks if it.kind == "title"]
    assert blocks == ([block] if block else [])


def test_the_title_stands_where_it_is_said_to() -> None:
    article = read(f"<title>The Zo&euml; talks</title>{BODY}")
    start, end = article.positions.span(0, article.blocks[0].end)
    assert article.original[start:end] == "The Zo&euml; talks"


@pytest.mark.parametrize("case", CASES["date"], ids=lambda case: case["states"])
def test_dates(case: Any) -> None:
    source = read(case["page"].replace("[BODY]", BODY * 3) + BODY * 3).source
    found = date.fromordinal(source.published.first).isoformat() if source.published else ""
    assert found == case["day"]
    assert case["told_by"] in source.dated_by


def test_json_nested_too_deeply_is_passed_over() -> None:
    page = f'<script type="application/ld+json">{"[" * 100_000}</script>{BODY}'
    assert read(page).source.published is None


def test_metadata_goes_before_the_name_of_the_file() -> None:
    text = f"<meta property=article:published_time content=2021-04-09>{BODY}"
    assert read(text, "2020-01-01-talks.html").source.dated_by == "HTML metadata"
    assert read(BODY, "2020-01-01-talks.html").source.dated_by == "file name"


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta charset='ISO-8859-1'>", "cp1252"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; CHARSET=iso-8859-2'>", "iso8859-2"),
        ("<meta charset=windows-1250>", "cp1250"),
        ("<?xml version='1.0' encoding='ISO-8859-15'?>", "iso8859-15"),
        ("<meta charset=macintosh>", "mac-roman"),
        ("<meta charset=iso-8859-1>", "utf-8"),  # said to be what it is not
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=iso-8859-2>", "utf-16"),  # by its byte order mark
        ("<meta charset=idna>", "cp1252"),
        ("<meta charset=base64>", "cp1252"),
        ("<meta charset=''>", "cp1252"),
        ("", "cp1252"),
    ],
)
def test_encodings_that_are_declared(declared: str, codec: str) -> None:
    data = f"{declared}<p>The house of Zoé met.</p>".encode(codec)
    (article,) = load("a.html", data).articles
    assert article.text == "The house of Zoé met."


@pytest.mark.parametrize(
    "text", ["", "<p></p>", "<!-- -->", "<script>The house</script>", "<p>Le chat est sur la table</p>"]
)
def test_pages_without_english_words_are_left_out(text: str) -> None:
    found = load("a.html", text.encode())
    assert (found.articles, found.problems, found.skipped) == ((), (), 1)


def test_tags_are_read_to_the_end_of_their_attributes() -> None:
    text = "<P Class=a ID='b' hidden DATA-X = \"<c>\" class=d>x</p >"
    opened, words, closed = tokens(text)
    assert (opened.name, words.kind, closed.name) == ("p", "words", "p")
    values = {key: text[start:end] for key, (start, end) in attributes(text, opened).items()}
    assert values == {"class": "a", "id": "b", "hidden": "", "data-x": "<c>"}


FRAGMENTS = [
    "The ", "house ", "met", " minister’s", " Zo&euml;", "&nbsp;", "&rsquo;", "&amp", "&#x1F600;", "😀",
    "\u00ad", " ", "\r\n", "\t", "<p>", "</p>", "<p class=share>", "<div>", "</div>", "<article>",
    "</article>", "<h1>", "</h1>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</tr>",
    "</table>", "<br>", "<sup>", "1", "</sup>", "<blockquote>", "</blockquote>", "<a href=x>", "</a>",
    "<img alt='Ode &amp; Lena met'>", "<q>", "</q>", "<b>", "</b>", "<s>", "</s>", "<nav>", "</nav>",
    "<span hidden>", "</span>", "<!--", "-->", "<script>", "</script>", "<title>", "</title>", "<", ">",
    "&", "'", '"', "=", "<time datetime=2021>", "<figure>", "<figcaption>", "<hr>",
    "<!-- checker: ignore -->", "<!-- checker: disable[a] -->", "<pre>", "</pre>", "<form>", "</form>",
    "</body>",
]  # fmt: skip


@settings(max_examples=400)
@given(
    st.sampled_from(["", "\ufeff", "\ufeff\r\n", "<html><head>"]),
    st.lists(st.sampled_from(FRAGMENTS), max_size=60),
)
def test_words_stand_where_they_are_said_to(front: str, parts: list[str]) -> None:
    """Every character stands at its position in the original, but for those that entities stand for."""
    for article in load("a.html", f"{front}The {''.join(parts)} of the".encode()).articles:
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)
        assert positions[-1] <= len(article.original)
        for offset, character in enumerate(article.text):
            start, end = article.positions.span(offset, offset + 1)
            written = article.original[start:end]
            assert (
                character in "\n "
                or written.replace("’", "'") == character
                or written.startswith(("&", "<q", "</q"))
            )
        ends = [block.start for block in article.blocks[1:]] + [len(article.text) + 1]
        for block, following in zip(article.blocks, ends, strict=True):
            assert block.start < block.end == following - 1
            words = article.text[block.start : block.end]
            assert words == words.strip()
            assert "  " not in words


@given(st.text(alphabet="<>/!-?'\"=&#;[] \n\rapbrtdx1", max_size=300))
def test_any_marks_are_read_with_exact_positions(text: str) -> None:
    for article in load("a.html", f"The words and {text}".encode()).articles:
        positions = [article.positions.at(offset) for offset in range(len(article.text) + 1)]
        assert positions == sorted(positions)


@given(st.text(alphabet="<>/!-'\"=&; pa", max_size=200))
def test_tokens_follow_one_another(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start <= token.end <= len(text)
        at = token.end


UNITS = [
    "<", "<a", "<a ", "<a '", '<a b="', "<a b='", "<a =", "<a b= ", "<!", "<!--", "<!-- ", "<!-- x --!> ",
    "<![CDATA[", "<?", "</", "</a", "</p>", "<p>", "<div>", "<b><p>", "<div></b>", "<table><tr><td>",
    "<tr>", "<td>x", "<ul><li>", "<br>", "x<br>", "<sup>", "<sup>1", "1</sup>", "<sup>1</sup>", "<script>",
    "<title>", "<title></title>", "<textarea>", "<svg>", "<nav>", "<div class=nav>x", "<h1>x", "<h1>x</h1>",
    "&", "&amp", "&#", "&#x ", "&a;", "<img alt='a b c'>", "x<img alt='a b c'>", "<q>", "</q>",
    "<a href=x>x</a> ", "<p>x<!-- checker: ignore -->", "<!-- checker: ignor --> ",
    "x <!-- checker: disable[a] -->", "<time datetime=x>", "<meta name=date content=x>",
    "<meta property=og:title content=x>", "<title>a - </title>",
    "<script type=application/ld+json>{</script>", "{\"a\":", "<p hidden>", "<p class='x y z'>", "<form>",
    "<article>x", "<main>", "<font>", "<li>x<ul>", "</ul>", "<h1>x | ", " - x", "<a href=x>", "</table>",
    "<caption>x",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_endless_marks_are_read_without_trouble(unit: str) -> None:
    """How long it takes is measured in benchmarks/growth.py."""
    found = load("a.html", (unit * (20_000 // len(unit))).encode())
    assert found.problems == ()


def test_deep_nesting_is_no_trouble() -> None:
    depth = 50_000
    assert read("<div><b>" * depth + "They met." + "</b></div>" * depth + "<p>On.").text == "They met.\nOn."
