"""Claims on the day by which something must be in: "applications close on 5 May", "Entry deadline: 5 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.dates import values
from checker.extract.clauses import Clauses, hedged
from checker.extract.event_names import names
from checker.extract.happening import Happening, claim
from checker.extract.reading import Reading
from checker.model import Event, When
from checker.text.tokens import tokens
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_ADVERB = r"(?:now\s|also\s|only\s|officially\s|will\s|must\s|should\s|can\s|may\s|have\sto\s|need\sto\s)"
_DONE = (
    r"(?:submitted|received|sent(?:\sin)?|handed\sin|lodged|made|filed|in|accepted|completed|posted|uploaded)"
)
_OPEN = r"(?:is|are|remains?|stays?|be)\s(?:open|accepted|welcome)\s(?:until|till|through)"
_BY = r"(?:\s(?:by|on|before|(?:no|not)\slater\sthan|until))?"
_DUE = rf"(?:is|are|be|was|were)\s(?:due|{_DONE})(?:\s(?:in|online|by\se?-?mail))?{_BY}"
_ENDS = rf"\s{_ADVERB}{{0,2}}(?:closes?|closed|ends?|ended|{_OPEN}|{_DUE})(?:\s(?:on|by|at))?\s"
# It was another day before, or is one of several.
_MOVED = re.compile(
    r"\b(?:extend\w*|postpone\w*|moved|brought\sforward|originally|previous(?:ly)?|initial(?:ly)?|"
    r"new\sdeadline|first|second|third|next|final|early|late|phase|round|stage|each|every|usually|normally|annual(?:ly)?|"
    r"preferably|re-?open\w*)\b",
    re.IGNORECASE,
)
_REACH = 20  # characters up to the day
_BEFORE = re.compile(r"[\w-]++(?=\s\Z)")
_LEADS = frozenset(
    "a all an and any be can for may must of or our please send should submit that the their then these "
    "those to will you your".split()
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Stretches of the text, and the part to which they belong: a section or an item, 0 the article."""

    part: int
    stretches: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Due:
    """``text[start:end]`` tells on which day things of a kind must be in."""

    kind: str
    part: int
    start: int
    end: int
    when: When
    assumptions: tuple[str, ...]


@cache
def _kinds() -> dict[str, str]:
    """Words for what is handed in, and verbs for doing so, to what it is called."""
    return {form: kind for kind, forms in load("events")["deadlines"].items() for form in forms}


@cache
def trigger() -> Trigger:
    forms = list(_kinds())
    words = (*forms, *(form.capitalize() for form in forms))
    return Trigger.remembered("deadlines", lambda: words)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    what = rf"(?P<what>{pattern(_kinds(), boundary=False)})"
    head = r"(?:\swhat\syou\sthink)?\s(?:about|for|of|on|to|in)\s(?:the\s|this\syear's\s)?"
    of = rf"(?:{head}[\w'’-]+(?:\s[\w'’-]+){{0,4}}?)?"
    date = r"(?=[A-Z\d]|midnight|noon)"
    day = r"(?:(?:noon|midnight)\s(?:on\s)?)?(?:(?:on|by|is|was)\s)?"
    last = r"(?:deadline|closing\sdate|cut-?off(?:\sdate)?|last\sday|final\sdate)"
    receipt = r"(?:(?:the|all|receipt\sof|sending\sin|receiving)\s)?"
    forms = (
        rf"\b{what}{of}{_ENDS}{date}",
        rf"\b{last}\s(?:for|to|of)\s{receipt}{what}{of}(?:\s(?:is|was|falls)\s|:\s?|\n|,\s)(?:on\s)?{date}",
        rf"\b{what}\s{last}{of}(?:\s(?:is|was)\s|:\s?|\n)(?:on\s)?{date}",
        rf"\b{what}{of}(?:\s(?:is|are)\sopen)?\s(?:by|until|before|no\slater\sthan)\s{date}",
        rf"\b{what}{of}(?:\s(?:closes?|ends?|due|by|(?:open\s)?until))?(?::\s?|\n){day}{date}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each day by which something must be in, for what the article is about."""
    clauses = reading.once(Clauses)
    due: dict[str, list[_Due]] = {}
    for block in _blocks(reading, clauses):
        for start, end in block.stretches:
            for it in _told(reading, start, end, block.part):
                due.setdefault(it.kind, []).append(it)
    of = _occasion(reading) if due else ""
    for kind, told in due.items():
        parts = {it.part for it in told if it.part}
        if of or len(parts) < 2:  # several prizes or posts have a day each
            yield from (_claim(reading, it, kind, of) for it in told)


def _blocks(reading: Reading, clauses: Clauses) -> Iterator[_Part]:
    """The stretches to be read, sentences or rows, with the part of the article in which they stand."""
    signed: dict[int, list[tuple[int, int]]] = {}
    for sentence in reading.firing(trigger()):
        signed.setdefault(sentence.block.start, []).append((sentence.start, sentence.end))
    heading = 0
    for block in reading.article.blocks:
        heading = block.start if block.kind == "heading" else heading
        if block.start not in signed or not clauses.any(block.start, block.end):
            continue
        if block.kind == "row":
            yield _Part(0, ((block.start, block.end),))
        elif block.kind != "caption":
            yield _Part(block.start if block.kind == "item" else heading, tuple(signed[block.start]))


def _told(reading: Reading, start: int, end: int, part: int) -> Iterator[_Due]:
    text = reading.article.text
    if _MOVED.search(text, start, end):
        return
    for match in (it for form in _forms() if (it := form.search(text, start, end))):
        found = [it for it in reading.dates_in(match.start(), end) if it.end > match.end()][:1]
        day = values.interval(found[0].value) if found and found[0].dated and not found[0].problem else None
        if day is None or day[0] != day[1] or found[0].start - match.end() > _REACH:
            continue
        if not hedged(text, start, match.start()):
            kind = _kinds()[match["what"].lower()]
            before = _BEFORE.search(text, start, match.start("what"))
            if before and before[0].lower() not in _LEADS and not before[0].endswith("ing"):
                kind = f"{before[0].lower()} {kind}"  # online, or of students only
            when = When(*day, basis="stated")
            yield _Due(kind, part, match.start(), found[0].end, when, found[0].assumptions)
        return


def _claim(reading: Reading, due: _Due, kind: str, of: str) -> Event:
    happening = Happening(
        due.start,
        due.end,
        f"{of or reading.article.source.key}: {kind} due",
        f"deadline for {kind}" + (f" of {of}" if of else ""),
        due.when,
        named=False,
        assumptions=(*due.assumptions, f"there is one deadline for {kind}"),
    )
    return claim(reading, happening)


def _occasion(reading: Reading) -> str:
    """The one edition of an event with which the article begins, if it begins with one."""
    text = reading.article.text
    for block in reading.article.blocks[:3]:
        found = [it for it in names(text, tokens(text, block.start, block.end)) if it.edition]
        if found:
            return found[0].key
    return ""
