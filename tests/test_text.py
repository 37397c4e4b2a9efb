"""Sentences, quoted speech and word patterns."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article, Block, Source
from checker.text.concordance import Concordance
from checker.text.sentences import LONGEST, sentences
from checker.text.speech import speech
from checker.text.trie import compile_words, pattern
from checker.text.trigger import Trigger

CASES = Path(__file__).parent / "cases"


def texts(name: str) -> list[str]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["texts"])


def article(text: str, *ends: int) -> Article:
    starts = (0, *ends)
    blocks = (Block("paragraph", a, b) for a, b in zip(starts, (*ends, len(text)), strict=True))
    return Article(Source("a.txt"), text, text, tuple(blocks))


def split(text: str, *ends: int) -> list[str]:
    return [text[it.start : it.end] for it in sentences(article(text, *ends))]


@pytest.mark.parametrize("marked", texts("sentences"))
def test_sentences_end_where_marked(marked: str) -> None:
    assert split(marked.replace(" | ", " ")) == marked.split(" | ")


def test_a_sentence_ends_where_the_blank_was_forgotten() -> None:
    assert split("It rained.Then it dried in 2018.Nobody (none).But some.") == [
        "It rained.",
        "Then it dried in 2018.",
        "Nobody (none).",
        "But some.",
    ]


def test_a_sentence_does_not_leave_its_block() -> None:
    assert split("The Minister\nof Defence spoke", 12) == ["The Minister", "of Defence spoke"]


def test_a_line_break_inside_a_block_ends_a_sentence() -> None:
    assert split("first cell\nsecond cell") == ["first cell", "second cell"]


@given(st.text(alphabet="aB. !?\n\"'…)0", max_size=300))
def test_sentences_cover_all_that_is_no_blank(text: str) -> None:
    pieces = split(text)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece == piece.strip() and piece for piece in pieces)


@given(st.integers(LONGEST - 5, 3 * LONGEST), st.integers(1, 50))
def test_no_sentence_is_longer_than_the_cap(length: int, word: int) -> None:
    pieces = split(("x" * word + " ") * (length // (word + 1)))
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all({len(it) for it in piece.split()} == {word} for piece in pieces)


@pytest.mark.parametrize("marked", texts("speech"))
def test_speech_is_what_is_marked(marked: str) -> None:
    text = marked.replace("[[", "").replace("]]", "")
    found = speech(text, (Block("paragraph", 0, len(text)),))
    wanted = [it.strip(",.") for it in re.findall(r"\[\[(.*?)\]\]", marked)]
    assert [text[a:b].strip(",.") for a, b in found] == wanted


def test_each_paragraph_of_a_long_quotation_is_speech() -> None:
    one, two = "“We came late to the place.", "“Then we left it again,” he said."
    text = f"{one}\n{two}"
    found = speech(text, (Block("paragraph", 0, len(one)), Block("paragraph", len(one) + 1, len(text))))
    assert [text[a:b] for a, b in found] == [one[1:], two[1:23]]


def test_quote_blocks_are_speech_wholly() -> None:
    assert speech("Old words", (Block("quote", 0, 9),)) == ((0, 9),)


@given(st.text(alphabet="ab I“”\"‘’'«».,", max_size=200))
def test_stretches_of_speech_are_in_order_and_apart(text: str) -> None:
    flat = [offset for stretch in speech(text, (Block("paragraph", 0, len(text)),)) for offset in stretch]
    assert flat == sorted(set(flat))
    assert all(0 <= offset <= len(text) for offset in flat)


@given(
    st.lists(st.text(alphabet="ab.-' ", min_size=1, max_size=6), max_size=8),
    st.text(alphabet="ab.-' ", max_size=30),
)
def test_a_pattern_finds_what_a_plain_list_finds(phrases: list[str], text: str) -> None:
    phrases = [kept for it in phrases if (kept := " ".join(it.split()))]
    text = " ".join(text.split())
    plain = "|".join(re.escape(it) for it in sorted(set(phrases), key=len, reverse=True)) or "(?!)"
    assert re.findall(pattern(phrases, boundary=False), text) == re.findall(plain, text)


def test_words_are_found_whole_and_longest_first() -> None:
    words = compile_words(["Minister", "Minister of Defence", "Dr.", "minister"])
    text = "Minister  of Defence, Minister of Defences, ministerial Xminister Dr.Who"
    assert words.findall(text) == ["Minister  of Defence", "Minister", "Dr."]


def test_no_words_are_found_nowhere() -> None:
    assert compile_words([]).search("anything") is None


@pytest.mark.parametrize("unit", tomllib.loads((CASES / "hostile.toml").read_text("utf-8"))["marks"])
def test_endless_marks_leave_sentences_and_speech_in_order(unit: str) -> None:
    """How long it takes is measured in benchmarks/growth.py."""
    text = unit * (20_000 // len(unit))
    assert "".join("".join(split(text)).split()) == "".join(text.split())
    flat = [offset for stretch in speech(text, (Block("paragraph", 0, len(text)),)) for offset in stretch]
    assert flat == sorted(set(flat))


PHRASES = st.lists(
    st.from_regex(r"[A-Za-zé]{0,2}[a-z](?:[ .'-][A-Za-z]{1,3}){0,2}", fullmatch=True), min_size=1, max_size=6
)


@given(PHRASES, st.text("abé .'-1Z\n", max_size=30))
def test_a_trigger_fires_where_one_of_its_phrases_stands(phrases: list[str], around: str) -> None:
    text = f"{around} {phrases[0]} {around}{phrases[-1]}."
    parts = sentences(article(text))
    fired = Concordance(text, parts).firing(Trigger(phrases))
    for number, sentence in enumerate(parts):
        if compile_words(phrases).search(text, sentence.start, sentence.end):
            assert number in fired


@given(PHRASES, st.text("abc .'-Z\n", max_size=60))
def test_a_trigger_fires_nowhere_else(phrases: list[str], text: str) -> None:
    """But for words beside figures and letters with accents."""
    parts = sentences(article(text))
    for number in Concordance(text, parts).firing(Trigger(phrases)):
        assert compile_words(phrases).search(text, parts[number].start, parts[number].end)
