"""What a comment that speaks to the checker says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_OPENING = re.compile(r"(?:<!--|\{/\*)\s{0,99}+checker\b\s{0,9}+(:?)\s{0,99}+", re.IGNORECASE)
_LONGEST = 4000  # characters of a comment
_SAID = re.compile(r"([\w-]*+)\s*+(?:\[([^\[\]]*+)\])?+\s*+(.*)", re.DOTALL)
_RULE = re.compile(r"[A-Za-z0-9][\w-]*+")
_LIKE_A_RULE = re.compile(r"[a-z0-9]++(?:-[a-z0-9]++)++(?![\w-])")
_VERBS = ("ignore", "ignore-file", "disable", "enable")


class Misread(ValueError):
    """A comment that is meant for the checker but cannot be read; the message says why."""


class Mark(NamedTuple):
    """A comment from ``at`` to ``end``. No ``rules`` means all of them."""

    at: int
    end: int
    verb: str
    rules: tuple[str, ...]
    reason: str


def openings(text: str, start: int = 0) -> Iterator[int]:
    """Where comments begin that speak to the checker, or seem to."""
    if "<!--" not in text and "{/*" not in text:  # found many times sooner than alternatives
        return iter(())
    return (match.start() for match in _OPENING.finditer(text, start))


def comment_end(text: str, at: int) -> int:
    """Where the comment ends that begins at ``at``; -1 when it is not closed, or too long."""
    mark = "-->" if text[at] == "<" else "*/}"
    end = text.find(mark, at + 3, at + _LONGEST)
    return end + 3 if end >= 0 else -1


def mark_at(text: str, at: int) -> Mark | None:
    """What the comment at ``at`` says; None when it says nothing to the checker. Raises Misread."""
    opening = _OPENING.match(text, at)
    if not opening:
        return None
    end = comment_end(text, at)
    inside = text[opening.end() : end - 3 if end >= 0 else opening.end() + 40]
    said = _SAID.match(inside)
    assert said  # every part of it may be empty
    verb, written, reason = said[1].lower(), said[2], " ".join(said[3].split())
    if not opening[1]:
        if verb not in _VERBS:
            return None  # other talk of checkers
        raise Misread(f'a colon is missing in "checker {verb}"; write "checker: {verb}"')
    if end < 0:
        raise Misread(f'the comment "checker: {verb}" is not closed')
    if verb not in _VERBS:
        raise Misread(f'"checker: {verb}" is not known; known are {", ".join(_VERBS)}')
    return Mark(at, end, verb, _rules(verb, written, reason), reason.lstrip("-–—:, "))


def _rules(verb: str, written: str | None, reason: str) -> tuple[str, ...]:
    if written is None:
        if reason.startswith("[") or reason.partition(" ")[0].endswith("]"):
            raise Misread(f'a bracket is missing after "checker: {verb}"; write {verb}[rule]')
        if verb != "ignore":
            raise Misread(f'"checker: {verb}" needs rules in brackets, as in {verb}[rule]')
        if _LIKE_A_RULE.match(reason):
            raise Misread(f'the rules after "checker: {verb}" stand in brackets, as in {verb}[rule]')
        return ()
    rules = tuple(dict.fromkeys(written.replace(",", " ").split()))
    if not rules:
        raise Misread(f'no rule stands between the brackets of "checker: {verb}[]"')
    check_names(rules)
    return rules


def check_names(rules: Iterable[object]) -> None:
    """Raises Misread if one of these cannot be the name of a rule."""
    for rule in rules:
        if not isinstance(rule, str) or not _RULE.fullmatch(rule):
            raise Misread(f'"{str(rule)[:60]}" is no name of a rule')
