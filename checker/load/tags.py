"""Which tags, comments and words an HTML file consists of, one after the other.

The standard library's html.parser is not used: it takes quadratic time on tags that are not closed, raises on
odd declarations, gives up on the second malformed entity, and reads differently from one Python to the next.
Where HTML is malformed this follows the tokenizer of the HTML standard, section 13.2.5, but for tags that are
never closed, which are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import Literal, NamedTuple

from checker.load.inline import Piece

_NAME = r"[A-Za-z][^\s/><]{0,100}+"
_TAG = re.compile(rf"<({_NAME})(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?|[\"'])*+>")
_SHORT_TAG = re.compile(rf"<({_NAME})[^<>]*+>")
_END_TAG = re.compile(rf"</({_NAME})[^<>]*+(?:>|(?=<)|\Z)")
_LETTER = re.compile(r"[A-Za-z]")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'=<>`]++)))?+")
_ENTITY = re.compile(
    r"&(?:#\d{1,7}+(?!\d)|#[xX][0-9a-fA-F]{1,6}+(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31}+);?+"
)

# What stands in these is no mark-up.
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_UNCLOSED_TO_THE_END = frozenset(("script", "style"))


class Token(NamedTuple):
    """A piece of an HTML file. ``name`` is that of a tag, in small letters."""

    kind: Literal["words", "open", "close", "comment"]
    start: int
    end: int
    name: str = ""


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The tags, comments and stretches of words from ``start`` on. Takes time in proportion to the length."""
    tag, at, done = _TAG, start, start
    last: dict[str, int] = {}
    while (at := text.find("<", at)) >= 0:
        named = _LETTER.match(text, at + 1) is not None
        token = _open(text, at, tag) if named else _other(text, at, last)
        if token is None:
            if tag is _TAG and named:
                tag = _SHORT_TAG  # a mark is missing, and without it there is no telling where tags end
                continue
            at += 1
            continue
        if done < at:
            yield Token("words", done, at)
        if token.name != "!":
            yield token
        done = at = token.end
        if token.kind == "open" and token.name in _RAW:
            closing = _closing(text, at, token.name, last)
            if closing < 0:
                yield Token("close", at, at, token.name)
                continue
            if at < closing:
                yield Token("words", at, closing)
            done = at = closing
    if done < len(text):
        yield Token("words", done, len(text))


def attributes(text: str, token: Token) -> dict[str, tuple[int, int]]:
    """Where the value of each attribute of a tag stands; the first one counts, a missing value is empty."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(text, token.start + 1 + len(token.name), token.end - 1):
        group = next((number for number in (2, 3, 4) if match[number] is not None), 0)
        found.setdefault(match[1].lower(), match.span(group) if group else (match.end(), match.end()))
    return found


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The words between ``start`` and ``end``, which hold no tags, with what entities among them mean."""
    at = start
    for match in _ENTITY.finditer(text, start, end):
        meant = unescape(match[0])
        if meant == match[0] or not (match[0][-1] == ";" or match[0][1] == "#" or match[0][1:] in html5):
            continue
        if at < match.start():
            yield Piece(at, match.start() - at)
        if meant:
            yield Piece(match.start(), len(match[0]), " " if meant.isspace() else meant)
        at = match.end()
    if at < end:
        yield Piece(at, end - at)


def _open(text: str, at: int, tag: re.Pattern[str]) -> Token | None:
    match = tag.match(text, at)
    return Token("open", at, match.end(), match[1].lower()) if match else None


def _other(text: str, at: int, last: dict[str, int]) -> Token | None:
    """An end tag, a comment, or something else that browsers do not show, whose name is "!"."""
    if match := _END_TAG.match(text, at):
        return Token("close", at, match.end(), match[1].lower())
    if text.startswith("<!--", at):
        return Token("comment", at, _comment_end(text, at, last))
    if text.startswith("<![CDATA[", at) and at < _last(text, "]]>", last):
        return Token("comment", at, text.index("]]>", at) + 3, "!")
    if text[at + 1 : at + 2] in ("!", "?", "/"):
        end = text.find(">", at)
        return Token("comment", at, end + 1 if end >= 0 else len(text), "!")
    return None


def _last(text: str, mark: str, last: dict[str, int]) -> int:
    """Where the mark stands last, looked up once."""
    if mark not in last:
        last[mark] = text.rfind(mark)
    return last[mark]


def _comment_end(text: str, at: int, last: dict[str, int]) -> int:
    if text.startswith((">", "->"), at + 4):
        return text.index(">", at) + 1
    closed = at + 4 <= _last(text, "-->", last)
    end = text.index("-->", at + 4) + 3 if closed else len(text)
    odd = text.find("--!>", at + 4, end)
    return odd + 4 if odd >= 0 else end


def _closing(text: str, at: int, name: str, last: dict[str, int]) -> int:
    """Where the content of a raw element ends; -1 when it is never closed and what follows is to be read."""
    pattern = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    if name not in last:
        last[name] = max((match.start() for match in pattern.finditer(text, at)), default=-1)
    if last[name] < at:
        return len(text) if name in _UNCLOSED_TO_THE_END else -1
    match = pattern.search(text, at)
    return match.start() if match else -1
