"""No text breaks extraction, however garbled: the articles of all examples with words and signs astray."""

import re
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.examples import cases, unmarked
from checker.engine.ruleset import built_in, load_folder
from checker.extract import extract
from checker.load import load

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
# What is put in the place of a word or sign, or behind it.
ASTRAY = (
    "", "", "", " ", "\n", ",", ".", ":", "(", ")",
    '"', "-", "–", " \" ", " ( ", "and", "of", "the", "7", "½", "Ⅷ", "3", "May"
)  # fmt: skip
PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def _texts() -> list[str]:
    ruled = [text for case in cases(load_folder(built_in())) for text in unmarked(case.example)[0]]
    tables: list[dict[str, Any]] = [tomllib.loads(path.read_text("utf-8")) for path in CASES]
    listed = [case.get("text") for table in tables for case in table.get("case", ())]
    return [*ruled, *(text for text in listed if isinstance(text, str))]


@st.composite
def garbled(draw: st.DrawFn) -> str:
    """A text of which a few words and signs are lost, changed for others or followed by others."""
    pieces = PIECE.findall(draw(st.sampled_from(TEXTS)))
    for at, sign, instead in draw(
        st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(ASTRAY), st.booleans()), max_size=12)
    ):
        if pieces:
            at %= len(pieces)
            pieces[at] = sign if instead else pieces[at] + sign
    return "".join(pieces)


TEXTS = _texts()


@settings(max_examples=300)
@given(garbled(), st.sampled_from(["txt", "md"]))
def test_no_garbled_text_breaks_extraction(text: str, format: str) -> None:
    for article in load(f"garbled.{format}", text.encode()).articles:
        for claim in extract(article):
            assert 0 <= claim.start < claim.end <= len(article.original)
