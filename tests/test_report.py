"""Where passages stand, what a terminal is shown of them, and what the reports hold."""

from __future__ import annotations

import json
import unicodedata

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made import holds, on, rule, source, span

from checker.engine.check import check
from checker.load.outcome import Problem
from checker.model import Article, Block, Date, Source, When
from checker.report import concise, text, times
from checker.report import json as json_report
from checker.report.passages import Passage, Places
from checker.report.run import Run
from checker.report.schema import json_schema
from checker.report.terminal import Paint, safe, wants_color, width
from checker.report.window import window

PLAIN = Paint(color=False)


def article(original: str, path: str = "a.txt", record: str | None = None, line: int = 1) -> Article:
    blocks = (Block("paragraph", 0, len(original)),)
    return Article(Source(path, record), original, original, blocks, line=line)


def claim(start: int, end: int, of: Article) -> Date:
    return Date(
        source=of.source, start=start, end=end, value="2021-03-05", weekday="Monday", falls_on="Friday"
    )


def passage(original: str, quote: str, **more) -> Passage:
    start = original.index(quote)
    of = article(original, **more)
    return Places(of.written).passage(claim(start, start + len(quote), of))


@pytest.mark.parametrize(
    ("original", "line", "column"),
    [
        ("X", 1, 1),
        ("a\nbX", 2, 2),
        ("a\r\nbX", 2, 2),
        ("a\rbX", 2, 2),
        ("a\n\r\n\rX", 4, 1),
        ("a\x0bb\x0c\u2028\x85X", 1, 7),  # no line ends here for an editor
        ("\ufeffX", 1, 2),
        ("é😀\tX", 1, 4),
    ],
)
def test_lines_and_columns_count_as_editors_do(original, line, column):
    found = passage(original, "X")
    assert (found.line, found.column, found.end_line, found.end_column) == (line, column, line, column + 1)


@given(st.text(alphabet="ab\r\n\t é😀\u2028", max_size=40), st.data())
def test_line_and_column_lead_back_to_the_quote(original, data):
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, len(original)))
    of = article(original)
    found = Places(of.written).passage(claim(start, end, of))
    starts = [
        0,
        *(
            i + 1
            for i, c in enumerate(original)
            if c == "\n" or (c == "\r" and original[i + 1 : i + 2] != "\n")
        ),
    ]
    assert starts[found.line - 1] + found.column - 1 == start
    assert starts[found.end_line - 1] + found.end_column - 1 == end
    assert found.quote == original[start:end]


def test_the_text_of_a_record_stands_on_the_line_of_the_record():
    found = passage("first\nsecond X", "X", path="a.jsonl", record="r7", line=12)
    assert (found.line, found.column, found.end_line, found.end_column) == (12, 14, 12, 15)
    assert found.before == "second "
    assert found.address == "a.jsonl:12:14 (r7)"


@given(st.text(max_size=60))
def test_nothing_shown_can_steer_a_terminal(said):
    shown = safe(said)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_escape_sequences_are_shown_as_escapes():
    assert safe("a\x1b[31mb\x07\u202e") == r"a\x1b[31mb\x07\u202e"
    assert safe("é ‘quoted’ 中 [red]") == "é ‘quoted’ 中 [red]"


def test_wide_and_combining_characters_have_their_width():
    assert (width("ab"), width("中文"), width("e\u0301"), width("\u200d")) == (2, 4, 1, 0)


@given(
    st.text(alphabet="ab 中e\u0301\t\x1b", max_size=200),
    st.text(alphabet="ab 中", min_size=1, max_size=90),
    st.text(alphabet="ab 中", max_size=200),
    st.integers(20, 120),
)
@example("", "aaaaaaa中中中中中中", "aa", 20)
@example("aa", "aaaaaaa中中中中中中", "", 20)
def test_a_window_fits_and_marks_its_quote(before, quote, after, columns):
    line, start, length = window(Passage("a", None, 1, 1, 1, 1, quote, before, after), columns)
    assert width(line) <= columns
    assert start + (length if quote.strip() else 0) <= columns
    if width(quote) <= columns and quote == quote.rstrip() and quote:
        assert width(line) >= start + length


def test_a_long_line_is_cut_around_its_quote():
    words = "and so on " * 30
    line, start, length = window(Passage("a", None, 1, 1, 1, 1, "on 5 March", words, " " + words), 60)
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert line[start : start + length] == "on 5 March"


@pytest.mark.parametrize(
    ("choice", "terminal", "environ", "wanted"),
    [
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
    ],
)
def test_who_decides_about_colour(choice, terminal, environ, wanted):
    class Stream:
        def isatty(self) -> bool:
            return terminal

    assert wants_color(choice, Stream(), environ) is wanted


def run() -> Run:
    here, there = "Some \x1b[31mtext. Anil Rao spoke.", "First.\nThen Vikram Seth spoke."
    claims = [
        holds("Anil Rao", "a.txt", published="2001-05-03", start=14, end=22),
        holds("Vikram Seth", "b.txt", published="2001-05-09", start=12, end=23),
    ]
    articles = {("a.txt", None): article(here), ("b.txt", None): article(there, "b.txt")}
    findings = tuple(check(claims, [rule("office-holder")]))
    return Run(
        findings, articles, (Problem("c.txt", "is not text"),), checked=2, corpus=2, claims=2, skipped=1
    )


def test_the_full_report_shows_both_passages_and_states_its_scope():
    shown = text.render(run(), PLAIN, 80)
    assert "warning[office-holder]: " in shown
    assert " --> b.txt:2:6\n" in shown
    assert " ::: a.txt:1:15\n" in shown
    assert " 2 | Then Vikram Seth spoke.\n   |      ^^^^^^^^^^^ says Vikram Seth, 9 May 2001\n" in shown
    assert r" 1 | Some \x1b[31mtext. Anil Rao spoke." in shown
    assert "<!-- checker: ignore[office-holder] reason -->" in shown
    assert shown.endswith(
        "Found 1 warning in 2 of 2 articles (2 claims compared); 1 skipped (not English, or empty);"
        " 1 problem in reading, the run is incomplete.\n"
    )
    assert "Found" not in text.render(run(), PLAIN, 80, quiet=True)


def test_colours_are_put_around_the_same_text():
    import re

    coloured = text.render(run(), Paint(color=True), 80)
    assert "\x1b[1;33mwarning[office-holder]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == text.render(run(), PLAIN, 80)


def test_a_run_without_findings_says_what_was_read():
    assert text.render(Run(checked=3, claims=1), PLAIN, 80) == (
        "Found nothing to report in 3 articles (1 claim compared).\n"
    )


def test_one_line_a_finding():
    first, last = concise.render(run(), PLAIN).splitlines()
    assert first.startswith("b.txt:2:6: warning office-holder ")
    assert first.endswith(" [a.txt:1:15]")
    assert last.startswith("Found 1 warning")


def test_the_json_report_is_valid_and_holds_the_passages():
    written = json_report.render(run())
    report = json.loads(written)
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.validate(report, json_schema(), jsonschema.Draft202012Validator)
    assert report["summary"] == {"error": 0, "warning": 1, "notice": 0, "suppressed": 0, "baselined": 0}
    assert report["run"] == {
        "complete": False, "mode": "full", "articles": 2, "corpus": 2, "claims": 2, "skipped": 1,
    }  # fmt: skip
    assert report["errors"] == [{"path": "c.txt", "message": "is not text"}]
    primary, related = report["findings"][0]["evidence"]
    assert (primary["role"], related["role"]) == ("primary", "related")
    assert (primary["path"], primary["line"], primary["column"], primary["quote"]) == (
        "b.txt",
        2,
        6,
        "Vikram Seth",
    )
    assert primary["when"] == {
        "from": "2001-05-09",
        "to": "2001-05-09",
        "throughout": True,
        "basis": "published",
    }
    assert written.endswith("}\n")


def test_an_empty_report_is_valid():
    jsonschema.validate(json.loads(json_report.render(Run())), json_schema(), jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_it_does_not_know():
    report = json.loads(json_report.render(run()))
    report["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, json_schema(), jsonschema.Draft202012Validator)
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (on("2021-04-09"), ("2021-04-09", "2021-04-09", True)),
        (span("2021-04-01", "2021-04-30"), ("2021-04-01", "2021-04-30", False)),
        (When(first=span("2021-04-01", "2021-04-30").first), ("2021-04-01", None, False)),
        (When(1, 20, sure=(3, 9)), ("0001-01-03", "0001-01-09", True)),
        (When(), (None, None, False)),
    ],
)
def test_stretches_give_the_sure_part_if_there_is_one(when, expected):
    found = times.stretch(when)
    assert (found["from"], found["to"], found["throughout"]) == expected


def test_publication_is_a_day_or_an_interval():
    assert times.published(on("2021-04-09")) == "2021-04-09"
    assert times.published(span("2018-02-01", "2019-01-31")) == "2018-02-01/2019-01-31"
    assert times.published(source("a.txt").published) is None
