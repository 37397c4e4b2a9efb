"""How many work for a company: "Voltan employs 1,200 people", "the company's 1,200 workers"?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts
from checker.extract.amounts import Amount
from checker.extract.firms import Firm, Firms
from checker.extract.stated import hedged
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_EMPLOYS = re.compile(
    r",?\s(?:(?:which|that)\s)?(?:also\s|now\s|currently\s)?(?P<verb>employs|employed|has|had)\s(?:a\s(?:workforce|staff)\sof\s)?"
)
_OF_STAFF = frozenset("employed employees employs has staff workers workforce".split())
_OWNED = re.compile(
    r"(?:(?<![\w'-])(?P<owner>[A-Z][\w&-]*(?:\s(?:&\s)?[A-Z][\w&-]*){0,4}|[Tt]he\s[a-z]{4,12})(?:'s|')\s|"
    r"\b(?P<all>all|all\sof\sits|all\sits)\s)(?=\d)"
)
_SOMEWHERE = re.compile(r"\s(?:in|at)\s(?!the\sworld)")


@dataclass(frozen=True, slots=True)
class Staff:
    """``text[start:end]`` says how many work for the firm."""

    start: int
    end: int
    firm: Firm
    count: Amount


def staffs(
    text: str,
    firms: Firms,
    sentence: Sentence,
    subjects: Callable[[Sentence], Iterator[tuple[int, int, Firm]]],
) -> Iterator[Staff]:
    """The numbers of those who work for the ``subjects`` of a sentence, or for the firm that it speaks of."""
    if _OF_STAFF.isdisjoint(sentence.words):
        return
    for start, firm, number in _owned(text, firms, sentence):
        unit = _staff().match(text, number.end, sentence.end)
        if unit and unit["who"] != "people" and not hedged(text, start, unit.end()):
            yield Staff(start, unit.end(), firm, number)
    for start, end, firm in subjects(sentence):
        match = _EMPLOYS.match(text, end, sentence.end) or _also_employs().match(text, end, sentence.end)
        count = amounts.quantity(text, match.end(), sentence.end) if match else None
        unit = _staff().match(text, count.end, sentence.end) if count else None
        if match is None or count is None or unit is None:
            continue
        if match["verb"].startswith("ha") and unit["who"] == "people":
            continue
        before = text[max(sentence.start, start - 25) : start]
        if hedged(text, start, unit.end()) or of_part().search(before):
            continue
        if not _SOMEWHERE.match(text[unit.end() : unit.end() + 8]):  # of those in one country
            yield Staff(start, unit.end(), firm, count)


def _owned(text: str, firms: Firms, sentence: Sentence) -> Iterator[tuple[int, Firm, Amount]]:
    """ "Voltan's 3,100 employees", "the company's 3,100 workers", "all 3,100 employees"."""
    for match in _OWNED.finditer(text, sentence.start, sentence.end):
        count = amounts.quantity(text, match.end(), sentence.end)
        if match["all"]:
            meant = firms.alone(sentence, match.start())
        else:
            found = firms.at(match.start(), sentence)
            meant = found[1] if found and found[0] == match.end("owner") else None
        if count and meant:
            yield match.start(), meant, count


@cache
def _staff() -> re.Pattern[str]:
    words = pattern(load("firms")["words"]["staff"], boundary=False)
    return re.compile(rf"\s(?:(?:full-time|permanent)\s)?(?P<who>{words})(?![\w-])")


@cache
def _also_employs() -> re.Pattern[str]:
    """Past another verb of the same clause: "is headquartered in Oulu and has 1,150 employees"."""
    return re.compile(
        r"\s(?:is|was|makes|develops|has|had|operates|runs)\s(?:(?!\b(?:which|who|whose|where|while|but)\b)[^;:.()]){3,100}?\sand\s(?P<verb>employs|employed|has|had)\s"
    )


@cache
def of_part() -> re.Pattern[str]:
    """Words of parts and relatives of a firm, right before it."""
    parts = pattern(load("firms")["words"]["parts"], boundary=False)
    return re.compile(rf"\b{parts}\s(?:of\s|to\s)?(?:the\s)?\Z")
