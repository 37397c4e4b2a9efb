"""Which passages the marks in articles silence, and which marks cannot be read."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.load import load
from checker.load.ignores import silenced
from checker.model import Article, Ignore

CASES = tomllib.loads((Path(__file__).parent / "cases" / "ignores.toml").read_text("utf-8"))["case"]
MARKS = {
    "md": [
        "<!-- checker: ignore[a] why -->",
        "<!--checker:ignore[a]why-->",
        "<!--\nchecker: ignore[a]\nwhy\n-->",
        "{/* checker: ignore[a] why */}",
    ],
    "html": ["<!-- checker: ignore[a] why -->", "<!--\nchecker: ignore[a]\nwhy\n-->"],
    "txt": ["<!-- checker: ignore[a] why -->", "<!--checker:ignore[a]why-->"],
}


def read(path: str, text: str) -> Article:
    loaded = load(path, text.encode())
    assert loaded.problems == ()
    (article,) = loaded.articles
    return article


def silent(text: str, path: str = "a.md") -> list[tuple[str, tuple[str, ...], str]]:
    article = read(path, text)
    return [(article.original[it.start : it.end], it.rules, it.reason) for it in article.ignores]


def variants() -> list[object]:
    return [
        pytest.param(case["text"], suffix, mark, ending, id=f"{case['states']}, {suffix} {number} {ending!r}")
        for case in CASES
        for suffix in case["files"]
        for number, mark in enumerate(MARKS[suffix])
        for ending in ("\n", "\r\n")
        if "\n" not in mark or re.search(r"(?:^|\n) *\[\] *(?:\n|$)", case["text"])
    ]


@pytest.mark.parametrize(("text", "suffix", "mark", "ending"), variants())
def test_what_a_mark_silences(text: str, suffix: str, mark: str, ending: str) -> None:
    text = text.replace("[]", mark).replace("\n", ending)
    before, silenced_part, after = re.split("[‹›]", text)
    original = before + silenced_part + after
    article = read(f"a.{suffix}", original)
    (ignore,) = article.ignores
    assert article.original[ignore.start : ignore.end] == silenced_part
    end = len(before + silenced_part)
    assert ignore == Ignore(len(before), end, ("a",), "why", original.index(mark.replace("\n", ending)))
    assert "checker" not in article.text


@pytest.mark.parametrize(
    ("said", "rules", "reason"),
    [
        ("ignore", (), ""),
        ("ignore the agency wrote it so", (), "the agency wrote it so"),
        ("ignore - well-known", (), "well-known"),
        ("ignore[event-date]", ("event-date",), ""),
        ("ignore[event-date, a_b,c , c] as\n it was", ("event-date", "a_b", "c"), "as it was"),
        ("IGNORE [ a b ] -- why", ("a", "b"), "why"),
        ("ignore[a]: why [sic]", ("a",), "why [sic]"),
    ],
)  # fmt: skip
def test_rules_and_reasons(said: str, rules: tuple[str, ...], reason: str) -> None:
    assert silent(f"They met.\n\n<!-- checker: {said} -->\n\nThey left.") == [("They left.", rules, reason)]


def test_a_mark_for_the_file_silences_all_of_it_wherever_it_stands() -> None:
    text = "They met.\n\nThey left. <!-- checker: ignore-file[a, b] old -->\n"
    assert silent(text) == [(text, ("a", "b"), "old")]


def test_a_rule_is_silent_from_disable_to_enable() -> None:
    text = (
        "They met.\n\n<!-- checker: disable[a, b] why -->\nOne.\n\n<!-- checker: enable[a] -->\n\n"
        "Two.\n\n<!-- checker: disable[a] -->\nThree.\n\n<!-- checker: enable[a, b] -->\n\nFour."
    )
    article = read("a.md", text)
    words = ["They met.", "One.", "Two.", "Three.", "Four."]
    found = {
        rule: [
            word
            for word in words
            if silenced(article.ignores, rule, text.index(word), text.index(word) + len(word))
        ]
        for rule in ("a", "b", "c")
    }
    assert found == {"a": ["One.", "Three."], "b": ["One.", "Two.", "Three."], "c": []}
    assert [(it.rules, it.reason, it.at) for it in article.ignores] == [
        (("a",), "why", text.index("<!--")),
        (("b",), "why", text.index("<!--")),
        (("a",), "", text.index("<!-- checker: disable[a] -->")),
    ]


def test_disable_without_enable_runs_to_the_end_and_enable_without_disable_does_nothing() -> None:
    text = "<!-- checker: enable[a] -->\nOne.\n\n<!-- checker: disable[a] -->\nTwo.\n\nThree."
    assert silent(text) == [("\nTwo.\n\nThree.", ("a",), "")]


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- checker: ignor[a] -->", '"checker: ignor" is not known'),
        ("<!-- checker: ignore-next[a] -->", '"checker: ignore-next" is not known'),
        ("<!-- checker: -->", '"checker: " is not known'),
        ("<!-- checker: ignore[] -->", "no rule stands between the brackets"),
        ("<!-- checker: disable[ , ] -->", "no rule stands between the brackets"),
        ("<!-- checker: ignore[a -->", "a bracket is missing"),
        ("<!-- checker: ignore a] -->", "a bracket is missing"),
        ("<!-- checker: ignore event-date he meant May -->", "stand in brackets, as in ignore[rule]"),
        ("<!-- checker: disable -->", "needs rules in brackets, as in disable[rule]"),
        ("<!-- checker: enable -->", "needs rules in brackets, as in enable[rule]"),
        ("<!-- checker: ignore-file all of it -->", "needs rules in brackets, as in ignore-file[rule]"),
        ("<!-- checker: ignore[event/date] -->", '"event/date" is no name of a rule'),
        ("<!-- checker ignore[a] -->", "a colon is missing"),
        ("<!-- checker: ignore[a] ->", "is not closed"),
    ],
)
@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
def test_a_mark_that_cannot_be_read_is_a_problem(comment: str, message: str, suffix: str) -> None:
    loaded = load(f"a.{suffix}", f"They met.\r\n\r\nThey left.\r\n{comment}\r\n".encode())
    (problem,) = loaded.problems
    assert problem.path == f"a.{suffix}"
    assert problem.message.startswith("line 4: ")
    assert message in problem.message
    (article,) = loaded.articles
    assert article.ignores == ()


@pytest.mark.parametrize(
    "text",
    [
        "They met.\n\n```\n<!-- checker: ignore -->\n```\n\nThey left.",
        "They met.\n\n    <!-- checker: ignor -->\n\nThey left.",
        "They wrote `<!-- checker: ignore -->` there.",
        "| They | met |\n|---|---|\n| `<!-- checker: ignore -->` | left |",
        "They met.\n\n<pre>\n<!-- checker: ignore -->\n</pre>\n\nThey left.",
        "They met. <!-- The checker: Ode Brand --> <!-- checker notes: none --> <!-- checkers: two -->",
        "---\ntitle: They met\nnote: '<!-- checker: ignore -->'\n---\nThey left.",
        "They wrote \\`and <em>checker: ignore</em>.",
    ],
)
def test_what_is_code_or_other_talk_is_no_mark(text: str) -> None:
    assert read("a.md", text).ignores == ()


def test_marks_in_scripts_are_none() -> None:
    text = "<script>'<!-- checker: ignore -->'</script><p>They met.</p>&lt;!-- checker: ignore --&gt;"
    assert read("a.html", text).ignores == ()


def test_a_mark_among_ticks_is_a_mark() -> None:
    assert silent("They ran `x` and <!-- checker: ignore --> `y` in May.")[0][1:] == ((), "")


def records(*found: object) -> bytes:
    return "\n".join(map(json.dumps, found)).encode()


def test_records_silence_rules_by_a_member_and_by_comments() -> None:
    data = records(
        {"id": "a", "text": "They met.", "checker": {"ignore": ["x", "y"], "reason": "old"}},
        {"id": "b", "text": "They met.\n\n<!-- checker: ignore[x] -->\nThey left."},
        {"id": "c", "text": "They met.", "checker": "Ode Brand"},
        {"id": "d", "text": "They met.", "checker": None},
    )
    loaded = load("a.jsonl", data)
    assert loaded.problems == ()
    assert [it.ignores for it in loaded.articles] == [
        (Ignore(0, 9, ("x", "y"), "old", 0),),
        (Ignore(39, 49, ("x",), "", 11),),
        (),
        (),
    ]


@pytest.mark.parametrize(
    "said",
    [
        [], ["x"], {}, {"ignore": []}, {"ignore": "x"}, {"ignore": True}, {"ignore": ["x", 5]},
        {"ignore": ["x y"]}, {"ignores": ["x"]}, {"ignore": ["x"], "rules": []},
    ],
)  # fmt: skip
def test_a_member_that_cannot_be_read_is_a_problem_and_costs_nothing_else(said: object) -> None:
    data = records({"id": "a", "text": "One."}, {"id": "b", "text": "Two.", "checker": said})
    loaded = load("a.jsonl", data)
    assert [it.text for it in loaded.articles] == ["One.", "Two."]
    assert [it.message[:8] for it in loaded.problems] == ["line 2: "]


def test_a_bad_mark_in_a_record_names_the_line_of_the_record() -> None:
    data = records({"id": "a", "text": "One."}, {"id": "b", "text": "Two.\n\n<!-- checker: x -->"})
    assert load("a.jsonl", data).problems[0].message.startswith("line 2: ")


def test_any_touch_silences_and_the_narrowest_mark_is_named() -> None:
    wide, narrow, other = Ignore(0, 100, ("a",)), Ignore(10, 20, ("a", "b")), Ignore(12, 14, ("c",))
    marks = (wide, narrow, other)
    assert silenced(marks, "a", 12, 14) == narrow
    assert silenced(marks, "a", 5, 11) == narrow
    assert silenced(marks, "a", 20, 25) == wide
    assert silenced(marks, "b", 19, 19) == narrow
    assert silenced(marks, "b", 20, 30) is None
    assert silenced((Ignore(5, 5),), "a", 0, 10) is None
    assert silenced((Ignore(5, 6),), "a", 0, 10) == Ignore(5, 6)
    assert silenced((), "a", 0, 10) is None


PIECES = [
    "The ", "house", " met.", "\n", "\n\n", "\r\n", "- ", "> ", "| ", "# ", "`", "```\n",
    "<!-- checker: ignore -->", "    ", "<!-- checker: ignore[a] x -->", "{/* checker: disable[a] */}",
    "<!-- checker: enable[a] -->", "<!-- x", "-->", "<td>", "</td>", "<tr>", "<br>", "<p>", "</p>",
    "&eacute;", "<!-- checker: ignore-file[b] -->", "<!-- checker: ignor -->", "{/*", "*/}", "|-\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=50), st.sampled_from(["md", "html", "txt"]))
def test_marks_lie_within_the_original(parts: list[str], suffix: str) -> None:
    for article in load(f"a.{suffix}", ("The house " + "".join(parts)).encode()).articles:
        for ignore in article.ignores:
            assert 0 <= ignore.start <= ignore.end <= len(article.original)
            assert article.original[ignore.at] in "<{"


@pytest.mark.parametrize("suffix", ["md", "txt", "html"])
@pytest.mark.parametrize(
    "unit",
    [
        "<!-- checker: ignore -->", "x <!-- checker: ignore -->", "x <!-- checker: ignore --> ` ",
        "<!-- checker: ignore", "x\n<!-- checker: ignor -->\n", "{/* checker: disable[a] */} x ",
        "- x\n<!-- checker: enable[a] -->\n", "<p>x<!-- checker: ignore -->y", "`<!-- checker: ignore --> ",
        "<td>x<!-- checker: ignore -->", "{/*", "*/}", "-->",
    ],
)  # fmt: skip
def test_endless_marks_are_read_in_bounds(unit: str, suffix: str) -> None:
    text = "The " + unit * (20_000 // len(unit))
    for article in load(f"a.{suffix}", text.encode()).articles:
        assert all(0 <= ignore.start <= ignore.end <= len(text) for ignore in article.ignores)
