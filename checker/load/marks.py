"""What mark-up begins at a character of Markdown, and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from checker.load.addresses import address_at

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?([A-Za-z][A-Za-z0-9-]{0,40})(?=[\s/>])(?:\"[^\"<]{0,1000}+\"|'[^'<]{0,1000}+'|[^<>]){0,2000}+>"
)
_AUTOLINK = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,30}:[^\s<>]{0,2000}+|[^\s<>@]{1,64}+@[^\s<>@]{1,200}+)>"
)
_TICKS = re.compile(r"`{1,1000}+")
_COMMENT_OR_CODE = re.compile(r"\\.|`{1,1000}+|<!--|\{/\*", re.DOTALL)
_EMPHASIS = re.compile(r"\*{1,1000}+|_{1,1000}+")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,100}+\]")
_ATTRIBUTES = re.compile(r"\{[:#.][^{}\n]{0,300}+\}")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_FAR = 4000  # characters to where mark-up is closed; unbounded, hostile input would take quadratic time

# What stands in these is no running text, or has been struck out.
_NO_WORDS = frozenset(
    ("code", "del", "iframe", "math", "pre", "s", "script", "strike", "style", "svg", "template", "textarea")
)
_OWN_LINE = frozenset(
    (
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    )
)  # fmt: skip


class Mark(NamedTuple):
    """Mark-up from ``start`` to ``end``. ``meant`` is what it stands for, a line break "\\n" included.

    ``go_on`` is where to look for more, if not at ``end``.
    """

    start: int
    end: int
    meant: str = ""
    go_on: int = 0


def mark_at(text: str, at: int, start: int, end: int) -> Mark | None:
    """The mark-up at ``at``, all of it between ``start`` and ``end``; None when the character is a plain one.

    Brackets of links are not seen here.
    """
    find = _FINDERS.get(text[at])
    mark = find(text, at, start, end) if find else None
    return mark if mark and mark.end <= end else None


def _escape(text: str, at: int, _start: int, end: int) -> Mark | None:
    following = text[at + 1 : at + 2]
    if following in ("\n", "\r"):
        return Mark(at, at + 1, "\n")
    return Mark(at, at + 1, go_on=min(at + 2, end)) if following in _ESCAPABLE and following else None


def comments_at(text: str, start: int, end: int) -> Iterator[int]:
    """Where comments begin between ``start`` and ``end``: what stands in code is none."""
    at = start
    while match := _COMMENT_OR_CODE.search(text, at, end):
        if match[0][0] == "`":
            at = _code(text, match.start(), start, end).end
        elif match[0][0] == "\\":
            at = match.end()
        else:
            yield match.start()
            mark = mark_at(text, match.start(), start, end)
            at = mark.end if mark else match.end()


def _code(text: str, at: int, _start: int, end: int) -> Mark:
    opening = _TICKS.match(text, at, end)
    assert opening
    for closing in _TICKS.finditer(text, opening.end(), min(end, at + _FAR)):
        if len(closing[0]) == len(opening[0]):
            return Mark(at, closing.end())
    return Mark(at, opening.end())


def _emphasis(text: str, at: int, start: int, end: int) -> Mark | None:
    run = _EMPHASIS.match(text, at, end)
    assert run
    before = text[at - 1] if at > start else " "
    after = text[run.end()] if run.end() < end else " "
    if before.isspace() and after.isspace() and (at, run.end()) != (start, end):
        return None
    if text[at] == "_" and before.isalnum() and after.isalnum():
        return None
    return Mark(at, run.end())


def _note(text: str, at: int, _start: int, end: int) -> Mark | None:
    match = _NOTE.match(text, at, end)
    return Mark(at, match.end()) if match else None


def _angle(text: str, at: int, _start: int, end: int) -> Mark | None:
    if text.startswith("<!--", at):
        closing = text.find("-->", at + 4, min(end, at + _FAR))
        return Mark(at, closing + 3) if closing >= 0 else None
    match = _AUTOLINK.match(text, at, end)
    if match:
        return Mark(at, match.end())
    match = _TAG.match(text, at, end)
    if not match:
        return None
    name = match[1].lower()
    if name in _NO_WORDS and text[at + 1] != "/" and text[match.end() - 2] != "/":
        closing = text.find(f"</{match[1]}", match.end(), min(end, at + _FAR))
        last = text.find(">", closing, closing + 100) if closing >= 0 else -1
        return Mark(at, last + 1 if last >= 0 else match.end())
    return Mark(at, match.end(), "\n" if name in _OWN_LINE else "")


def _entity(text: str, at: int, _start: int, end: int) -> Mark | None:
    from html import unescape

    match = _ENTITY.match(text, at, end)
    meant = unescape(match[0]) if match else ""
    return Mark(at, match.end(), " " if meant.isspace() else meant) if match and meant != match[0] else None


def _brace(text: str, at: int, _start: int, end: int) -> Mark | None:
    """Attributes, or a comment as MDX has them."""
    if text.startswith("{/*", at):
        closing = text.find("*/}", at + 3, min(end, at + _FAR))
        return Mark(at, closing + 3) if closing >= 0 else None
    match = _ATTRIBUTES.match(text, at, end)
    return Mark(at, match.end()) if match else None


def _struck(text: str, at: int, _start: int, end: int) -> Mark:
    closing = text.find("~~", at + 2, min(end, at + _FAR))
    return Mark(at, (closing if closing >= 0 else at) + 2)


def _address(text: str, at: int, start: int, end: int) -> Mark | None:
    found = address_at(text, at, start, end)
    return Mark(*found) if found else None


def _hard_break(text: str, at: int, _start: int, end: int) -> Mark | None:
    """Two blanks before a line's end set the lines apart, unless the sentence visibly goes on."""
    following = text[at + 1 : min(end, at + 60)].lstrip()
    return None if following[:1].islower() else Mark(at, at + 1, "\n")


_FINDERS: dict[str, Callable[[str, int, int, int], Mark | None]] = {
    "\\": _escape,
    "`": _code,
    "*": _emphasis,
    "_": _emphasis,
    "[": _note,
    "<": _angle,
    "&": _entity,
    "{": _brace,
    "~": _struck,
    "@": _address,
    "h": _address,
    "w": _address,
    "\n": _hard_break,
    "\r": _hard_break,
}
