"""What the date reader makes of short texts, from tests/cases/dates.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from checker import dates
from checker.dates.calendar import iso
from checker.model import BEGINNING, END, Article, Block, Source, When
from checker.text.sentences import sentences

CASES = tomllib.loads(Path(__file__).parent.joinpath("cases/dates.toml").read_text("utf-8"))["case"]


def article(text: str, published: str = "") -> Article:
    when = dates.absolute(published) if published else None
    stated = when and When(when.first, when.last, when.sure, "published")
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"[^\n]+", text))
    return Article(Source("case.txt", published=stated), text, text, blocks)


def marked(case: dict[str, Any]) -> tuple[str, list[str]]:
    """The text without its marks, blank for line break, and the passages to be read."""
    text = " ".join(case["text"].split())
    passages = case.get("marks") or re.findall(r"\[\[(.*?)\]\]", text)
    return re.sub(r"\[\[|\]\]", "", text), passages


def span(when: When | None) -> str:
    if when is None:
        return "-"
    first = "" if when.first == BEGINNING else iso(when.first)
    return f"{first}..{'' if when.last == END else iso(when.last)}"


def parameter(case: dict[str, Any]) -> Any:
    name = " ".join(case["text"].split())[:60]
    known = [pytest.mark.xfail(reason="not read yet", strict=True)] if case.get("missed") else []
    return pytest.param(case, id=name, marks=known)


@pytest.mark.parametrize("case", [parameter(case) for case in CASES])
def test_reads(case: dict[str, Any]) -> None:
    text, passages = marked(case)
    it = article(text, case.get("on", ""))
    mentions = dates.read(it, sentences(it)).mentions
    assert [(text[m.start : m.end], m.value) for m in mentions] == list(
        zip(passages, case["value"], strict=True)
    )
    if "days" in case:
        assert [span(m.when) for m in mentions] == case["days"]
