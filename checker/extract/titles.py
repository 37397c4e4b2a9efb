"""The titles of a sentence, each with the name it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.extract import bodies
from checker.extract.names import Name, name_at, name_before
from checker.extract.title_phrases import COUNTERPART, Title, phrase, skip_the
from checker.resolve import offices
from checker.text.tokens import Token

_CAN_FOLLOW = frozenset((",", ".", ";", ":", ")", "–", "—", "(", "?", "!", '"', "”", "'", "’"))


def titles(text: str, row: list[Token]) -> Iterator[Title]:
    """The title phrases among the tokens of a sentence, from left to right; none overlaps another."""
    i = behind = 0
    while i < len(row):
        found = offices.heads().at(row, i)
        if not found:
            known = offices.counterparts().at(row, i)
            found = (COUNTERPART, known[1]) if known else None
        if not found:
            i += 1
            continue
        title = _named(text, row, phrase(text, row, found[0], i, found[1], behind), behind)
        if title:
            yield title
            end = max(title.end, title.name.end if title.name and title.link == "after" else 0)
            behind = i = end
        else:
            i = found[1]


def _named(text: str, row: list[Token], title: Title, behind: int) -> Title | None:
    """The title with the name it belongs to, if the sentence gives one."""
    return (
        _name_after(text, row, title)
        or _name_by_verb(text, row, title, behind)
        or _name_in_apposition(text, row, title, behind)
        or title
    )


def _name_after(text: str, row: list[Token], title: Title) -> Title | None:
    i = title.end
    comma = i < len(row) and row[i].text == ","
    name = name_at(text, row, i + comma)
    if not name or not _title_may_lead(row, title, name):
        return None
    if comma and not _closes(row, title, name):
        return None
    end = name.end
    body = title.body
    if body is None and end + 1 < len(row) and row[end].low == "of":  # "President Vladimir Putin of Russia"
        found = bodies.at(text, row, skip_the(row, end + 1), title.head)
        body = found[0] if found else None
    return replace(title, name=name, link="after", body=body)


def _title_may_lead(row: list[Token], title: Title, name: Name) -> bool:
    """Is it a title before a name, and not a common noun that happens to stand before a capital?"""
    if name.end < len(row) and row[name.end].text == "-":
        return False
    if title.head.sovereign and not row[title.end - 1].capital:
        return False
    if title.tailed and name.end < len(row) and row[name.end].low in ("'", "'s"):
        return False  # "President of Sri Lanka Book Publishers' Association"
    if name.words > 1 or name.titled or not title.tailed:
        return True
    # "Minister of Provincial Councils and Local Government", "Director of Revenue Reform": one more capital
    # behind "of …" is as likely part of the office.
    behind = row[name.end : name.end + 2]
    return title.body is None and not (behind and behind[0].low in ("and", "&", ","))


def _closes(row: list[Token], title: Title, name: Name) -> bool:
    """ "The foreign minister, Jane Roe, said": set off by commas, and not the start of a list of titles."""
    if not title.definite and not row[title.start].capital:
        return False
    if name.words < 2 and not name.titled:
        return False
    if name.end >= len(row):
        return True
    following = row[name.end]
    if following.text == ",":
        return True
    return following.text in _CAN_FOLLOW or following.low in ("said", "says", "told")


# Verbs between a name and an office, to what they say of the time at which it is held.
_LINKS = {
    "is": "is", "remains": "is", "'s": "is", "was": "was", "became": "began", "becomes": "began",
    "remained": "was",
}  # fmt: skip
_TAKES_OFFICE = frozenset(
    ("appointed", "elected", "named", "re-appointed", "reappointed", "re-elected", "reelected", "inaugurated",
     "installed", "nominated", "crowned", "sworn", "designated", "confirmed", "promoted")
)  # fmt: skip
_SERVES = {"serves": "is", "served": "was", "serving": "was"}


def _name_by_verb(text: str, row: list[Token], title: Title, behind: int) -> Title | None:
    """ "X is the prime minister of Y", "X was appointed as ambassador", "X served as mayor"."""
    i = title.start
    while i > behind and row[i - 1].low in ("the", "a", "an", "as", "in", "to", "be", "its", "his", "her"):
        i -= 1
    found = _verb_before(row, i, behind)
    if not found:
        return None
    verb, i = found
    if i > behind and row[i - 1].low == "who":
        i -= 1
        i -= i > behind and row[i - 1].text == ","
    name = name_before(text, row, i)
    if not name or name.begin < behind or (name.words < 2 and not name.titled):
        return None
    return replace(title, name=name, link="verb", verb=verb)


def _verb_before(row: list[Token], i: int, behind: int) -> tuple[str, int] | None:
    """What the verb group that ends before ``i`` says ("is", "was", "began") and where it begins."""
    if i <= behind:
        return None
    low = row[i - 1].low
    if low in _SERVES:
        return _SERVES[low], i - 1
    if low in _LINKS:
        return _LINKS[low], i - 1
    j = i - 1
    if low in _TAKES_OFFICE:
        while j > behind and row[j - 1].low in (
            "re",
            "-",
            "was",
            "been",
            "has",
            "had",
            "newly",
            "also",
            "later",
        ):
            j -= 1
        passive = any(token.low in ("was", "been") for token in row[j : i - 1])
        return ("began", j) if passive else None
    return None


def _name_in_apposition(text: str, row: list[Token], title: Title, behind: int) -> Title | None:
    """ "Jane Roe, the foreign minister of Kenya, said": the name stands before the title."""
    i = title.start
    while i > behind and row[i - 1].low in ("the", "a", "an"):
        i -= 1
    if i - 1 <= behind or row[i - 1].text not in (",", "(", "–", "—", "-"):
        return None
    if not _apposition_ends(row, title):
        return None
    name = name_before(text, row, i - 1)
    if not name or name.begin < behind or name.words < 2:
        return None
    if name.begin > 0 and row[name.begin - 1].low in ("of", "in", "from", "at"):  # "of Health, Minister"
        return None
    return replace(title, name=name, link="before")


def _apposition_ends(row: list[Token], title: Title) -> bool:
    if title.end >= len(row):
        return True
    following = row[title.end]
    if following.text in _CAN_FOLLOW:
        return True
    return following.low in ("and", "who", "since", "from", "said", "says", "told", "until", "at", "in", "to")


def rank_only(text: str, row: list[Token], taken: list[tuple[int, int]]) -> Iterator[Name]:
    """Names introduced by a rank or a courtesy title alone, outside the token stretches ``taken``."""
    i = 0
    while i < len(row):
        span = next((s for s in taken if s[0] <= i < s[1]), None)
        if span:
            i = span[1]
            continue
        place = bodies.place_at(text, row, i)
        if place and place[1] > i + 1:  # "Sri Lanka", "St Lucia": no courtesy title
            i = place[1]
            continue
        name = name_at(text, row, i) if row[i].capital else None
        if name and name.start > name.begin and (name.words > 1 or not name.rank):  # "General Motors"
            yield name
            i = name.end
        else:
            i += 1
