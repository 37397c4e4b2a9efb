"""Where web and mail addresses stand in a text: they are no words of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_START = re.compile(r"[hw@](?:(?<=h)ttps?://|(?<=w)ww\.|(?<=@))", re.IGNORECASE)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"“”’`|\[\]]{1,2000}+", re.IGNORECASE)
_MAIL_HOST = re.compile(r"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}+")
_LONGEST_MAILBOX = 64


def addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of web and mail addresses between ``start`` and ``end``, in order."""
    at = start
    while match := _START.search(text, at, end):
        found = address_at(text, match.start(), at, end)
        if found:
            yield found
        at = found[1] if found else match.end()


def address_at(text: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    """The address that begins at ``at``, or whose @ stands there; nothing before ``start`` belongs to it."""
    if text[at] == "@":
        return _mail(text, at, start, end)
    match = _WEB.match(text, at, end)
    if not match or (at > start and text[at - 1].isalnum()):
        return None
    stop = match.end()
    while text[stop - 1] in ".,;:!?'*_…":
        stop -= 1
    if text[stop - 1] == ")" and "(" not in match[0]:
        stop = text.index(")", at)
    return at, stop


def _mail(text: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    host = _MAIL_HOST.match(text, at, end)
    first = at
    while first > max(start, at - _LONGEST_MAILBOX) and (
        text[first - 1].isalnum() or text[first - 1] in "._+-"
    ):
        first -= 1
    return (first, host.end()) if host and first < at else None
