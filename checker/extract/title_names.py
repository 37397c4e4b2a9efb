"""Which name belongs to a title: behind it, before it, or tied to it by a verb."""

from __future__ import annotations

from dataclasses import replace

from checker.extract import bodies
from checker.extract.names import Name, features, name_at, name_before
from checker.extract.title_phrases import Title, skip_the
from checker.text.tokens import Token

_CAN_FOLLOW = frozenset((",", ".", ";", ":", ")", "–", "—", "(", "?", "!", '"', "”", "'", "’"))
_DETERMINERS = frozenset("the a an its his her their our".split())
_APPOSITION_ENDS = frozenset("and at from in said says since to told until was were who".split())
_LONGEST_INSERT = 24  # tokens of an apposition between subject and verb

# Verbs between a name and an office, to what they say of the time at which it is held.
_LINKS = {"is": "is", "remains": "is", "was": "was", "remained": "was", "became": "began", "becomes": "began"}
_SERVES = {"serves": "is", "served": "was", "serving": "was"}
_TAKES_OFFICE = frozenset(
    "appointed confirmed crowned designated elected inaugurated installed named promoted reappointed "
    "reelected sworn".split()
)
_LEAVES = frozenset(
    "deposed dismissed fired ousted quit quits removed resigned resigns retired sacked".split()
)
_MAKES = frozenset(
    "appointed appoints chose elected elects made makes named names picked reappointed".split()
)
_BETWEEN = frozenset("re - newly also later then in down has had was been".split())


def named(text: str, row: list[Token], title: Title, last: Title | None, behind: int) -> Title:
    """The title with the name it belongs to, if the sentence gives one that begins at ``behind`` or later.

    ``last`` is the title before, whose holder may be the subject of the verb: "X, who was mayor, is premier".
    """
    return (
        _name_after(text, row, title)
        or _name_by_verb(text, row, title, last, behind)
        or _name_in_apposition(text, row, title, behind)
        or title
    )


def _name_after(text: str, row: list[Token], title: Title) -> Title | None:
    i = title.end
    comma = i < len(row) and row[i].text == ","
    name = name_at(text, row, i + comma)
    if not name or not _may_lead(row, title, name) or (comma and not _closes(row, title, name)):
        return None
    end = name.end
    body = title.body
    if body is None and end + 1 < len(row) and row[end].low == "of":  # "President Vladimir Putin of Russia"
        found = bodies.at(text, row, skip_the(row, end + 1), title.head)
        body = found[0] if found else None
    return replace(title, name=name, link="after", body=body)


def _may_lead(row: list[Token], title: Title, name: Name) -> bool:
    """Is it a title before a name, and not a common noun that happens to stand before a capital?"""
    if name.end < len(row) and row[name.end].text == "-":
        return False
    if title.head.sovereign:  # "King Street"
        feature = name.words == 1 and row[name.start].low in features()
        if feature or not row[title.end - 1].capital:
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
    return row[name.end].text in _CAN_FOLLOW or row[name.end].low in ("said", "says", "told")


def _name_by_verb(text: str, row: list[Token], title: Title, last: Title | None, behind: int) -> Title | None:
    """ "X is the prime minister of Y", "X was appointed as ambassador", "they named X mayor"."""
    i = _before(row, title.start, behind, _DETERMINERS | {"as", "in", "to", "be", "also"})
    if made := _made(text, row, i, behind) or _followed(text, row, i, behind):
        return replace(title, name=made, link="verb", verb="began")
    found = _verb_before(row, i, behind)
    if not found:
        return None
    verb, i = found
    if i > behind and row[i - 1].low == "who":
        i -= 1
        i -= i > behind and row[i - 1].text == ","
        i = _behind_description(row, i, behind)
    elif i > 0 and row[i - 1].text == ",":
        if last and last.name is None and last.end == i - 1:
            behind = 0  # the title before is but an apposition of this one's subject
        i = _behind_subject(row, i - 1, behind)
    known = last.name if last and last.name and i in (last.end, last.name.end) else None
    name = known or _full_name_before(text, row, i, behind)
    if not name:
        return None
    status = "former" if verb == "ended" and title.status == "current" else title.status
    return replace(title, name=name, link="verb", verb=verb, status=status)


def _full_name_before(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    name = name_before(text, row, i)
    return name if name and name.begin >= behind and (name.words > 1 or name.titled) else None


def _before(row: list[Token], i: int, behind: int, words: frozenset[str]) -> int:
    while i > behind and row[i - 1].low in words:
        i -= 1
    return i


def _behind_subject(row: list[Token], comma: int, behind: int) -> int:
    """The index behind the subject, which an apposition may part from its verb: "X, a former judge, was"."""
    for i in range(comma - 1, max(behind, comma - _LONGEST_INSERT), -1):
        if row[i].text == ",":
            return i
    return comma


def _made(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    """ "The king appointed X prime minister": the name between the verb and ``i``."""
    name = _full_name_before(text, row, i, behind + 1)
    if not name:
        return None
    verb = row[name.begin - 1].low
    passive = name.begin > 1 and row[name.begin - 2].low in ("was", "were", "been")
    return name if verb in _MAKES and not passive else None


def _followed(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    """ "X succeeded Y as president": the name before the verb, whose object ends at ``i``."""
    if i >= len(row) or row[i].low != "as":
        return None
    other = name_before(text, row, i)
    verb = other.begin - 1 if other else -1
    if verb <= behind or row[verb].low not in ("succeeded", "succeeds", "replaced", "replaces", "followed"):
        return None
    return _full_name_before(text, row, verb, behind)


def _behind_description(row: list[Token], i: int, behind: int) -> int:
    """The index behind the subject of "X was a Tanzanian teacher who", where ``i`` is at "who"."""
    if i <= behind or not row[i - 1].text.islower():
        return i
    for j in range(i - 1, max(behind, i - _LONGEST_INSERT), -1):
        if row[j].low in ("a", "an") and row[j - 1].low in ("is", "was"):
            j -= 1
            return _behind_brackets(row, j, behind)
    return i


def _behind_brackets(row: list[Token], i: int, behind: int) -> int:
    if i > behind and row[i - 1].text == ")":
        for j in range(i - 2, max(behind, i - _LONGEST_INSERT), -1):
            if row[j].text == "(":
                return j
    return i


def _verb_before(row: list[Token], i: int, behind: int) -> tuple[str, int] | None:
    """What the verb group that ends before ``i`` says ("is", "was", "began", "ended") and where it begins."""
    if i <= behind:
        return None
    low = row[i - 1].low
    if low in _SERVES or low in _LINKS:
        return _SERVES.get(low) or _LINKS[low], i - 1
    if low in _LEAVES or (low == "down" and i - 2 >= behind and row[i - 2].low in ("stepped", "steps")):
        return "ended", _before(row, i - 1 - (low == "down"), behind, _BETWEEN)
    if low not in _TAKES_OFFICE:
        return None
    j = _before(row, i - 1, behind, _BETWEEN)
    passive = any(token.low in ("was", "been") for token in row[j : i - 1])
    return ("began", j) if passive else None


def _name_in_apposition(text: str, row: list[Token], title: Title, behind: int) -> Title | None:
    """ "Jane Roe, the foreign minister of Kenya, said": the name stands before the title."""
    i = _before(row, title.start, behind, _DETERMINERS)
    if i - 1 <= behind or row[i - 1].text not in (",", "(", "–", "—", "-") or not _ends(row, title):
        return None
    name = name_before(text, row, i - 1)
    if not name or name.begin < behind or name.words < 2:
        return None
    if name.begin > 0 and row[name.begin - 1].low in ("of", "in", "from", "at"):  # "of Health, Minister"
        return None
    return replace(title, name=name, link="before")


def _ends(row: list[Token], title: Title) -> bool:
    if title.end >= len(row):
        return True
    return row[title.end].text in _CAN_FOLLOW or row[title.end].low in _APPOSITION_ENDS
