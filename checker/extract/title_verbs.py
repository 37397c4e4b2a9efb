"""Which name a verb ties to a title: "X was elected president", "they named X mayor", "X succeeded Y as"."""

from __future__ import annotations

from dataclasses import replace

from checker.dates.words import times
from checker.extract.names import Name, name_before
from checker.extract.title_phrases import DETERMINERS, Title, behind_realm
from checker.text.tokens import Token

_LONGEST_INSERT = 24  # tokens of an apposition between subject and verb

# Verbs between a name and an office, to what they say of the time at which it is held.
_LINKS = {"is": "is", "remains": "is", "was": "was", "remained": "was", "became": "began", "becomes": "began"}
_SERVES = {"serves": "is", "served": "was", "serving": "was"}
_TAKES_OFFICE = frozenset(
    "appointed confirmed crowned designated elected elevated inaugurated installed named promoted "
    "reappointed reelected sworn".split()
)
_LEAVES = frozenset(
    "deposed dismissed fired ousted quit quits removed resigned resigns retired sacked".split()
)
_MAKES = frozenset(
    "appointed appointing appoints chose chosen elected electing elects made makes making named names naming "
    "picked reappointed selected".split()
)
# "The appointment of X as": what is made
_MAKING = frozenset("appointment choice election promotion reappointment selection".split())
_PROPOSES = frozenset("nominated nominates nominating".split())
_SERVES_AS = frozenset(
    "serve served serves serving return returned returns continued continues remain remained".split()
)
_TAKES_OVER = frozenset("take takes took taking taken".split())
_ENTERS = (
    frozenset("assume assumed assumes assuming enter entered enters his her the their up".split())
    | _TAKES_OVER
)
_BETWEEN = frozenset(
    "re - newly also later then in down has had was been twice first again briefly now".split()
)
_PLANNED = frozenset("are is was due set expected poised".split())
_WHEN = frozenset(
    ", afternoon early evening late last month morning on th this today week year yesterday".split()
)
_LONGEST_SERVICE = 8  # tokens from "served" to "as"


def name_by_verb(text: str, row: list[Token], title: Title, last: Title | None, behind: int) -> Title | None:
    """ "X is the prime minister of Y", "X was appointed as ambassador", "they named X mayor"."""
    i = words_before(row, title.start, behind, DETERMINERS | {"as", "in", "to", "be", "also"})
    if i - 3 > behind and row[i - 1].low == "'s" and row[i - 2].text.islower():
        i = words_before(row, i - 2, behind, DETERMINERS)  # "had been the country's first premier"
    told = _by_verb(text, row, title, last, behind, i)
    if told is None and row[i].low == "as" and (before := _before_time(row, i, behind)) < i:
        return _by_verb(text, row, title, last, behind, before)
    return told


def _before_time(row: list[Token], i: int, behind: int) -> int:
    """Where a time begins that parts a verb from "as": "was sworn in on Tuesday as minister"."""
    j = i
    while j > behind and (row[j - 1].text.isdigit() or row[j - 1].low in _WHEN or row[j - 1].low in times()):
        j -= 1
    return words_before(row, j, behind, frozenset(("in",))) if j < i else i


def _by_verb(
    text: str, row: list[Token], title: Title, last: Title | None, behind: int, i: int
) -> Title | None:
    """The same, where the words that lead up to the title begin at token ``i``."""
    if made := _made(text, row, i, behind, _MAKES, last) or _followed(text, row, i, last, behind):
        return replace(title, name=made, link="verb", verb="made")
    if proposed := _made(text, row, i, behind, _PROPOSES, last):
        return replace(title, name=proposed, link="verb", verb="proposed", status="designate")
    found = _verbwords_before(row, i, behind)
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
        if last and last.name and last.link == "before" and _timed(row, last.end, i - 1):
            i = last.end
        else:
            i = _behind_subject(row, i - 1, behind)
    if i > 0 and row[i - 1].text == ")":
        i = _behind_brackets(row, i, behind)
    known = last.name if last and last.name and i in (last.end, last.name.end) else None
    name = known or _full_name_before(text, row, i, behind)
    if not name and 0 < i <= behind + _LONGEST_INSERT and row[i - 1].low in ("he", "she"):
        return replace(title, link="he", verb=verb)  # see extract/pronouns.py
    if not name and verb != "ended" and (single := _surname_before(text, row, i, behind)):
        return replace(title, name=single, link="surname", verb=verb)  # if the article knows whose it is
    if not name:
        return None
    status = {"ended": "former", "begins": "designate"}.get(verb, "") if title.status == "current" else ""
    status = status or title.status
    return replace(title, name=name, link="verb", verb=verb, status=status)


def _surname_before(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    """A lone surname as the subject: "In February 1959, de Gaulle was elected president"."""
    name = name_before(text, row, i)
    if not name or name.begin < behind or name.words > 1:
        return None
    return (
        name if name.begin == 0 or row[name.begin - 1].low not in ("of", "in", "from", "at", "'s") else None
    )


def _timed(row: list[Token], start: int, end: int) -> bool:
    """Does nothing but a time stand there: "director from 1919 to 1937,"?"""
    if start < end and row[start].low == "of":
        start = behind_realm(row, start + 1)
    words = [token.low for token in row[start:end]]
    return bool(words) and words[0] in ("from", "since", "until", "in") and len(words) < 8


def _full_name_before(text: str, row: list[Token], i: int, behind: int) -> Name | None:
    name = name_before(text, row, i)
    return name if name and name.begin >= behind and (name.words > 1 or name.titled) else None


def words_before(row: list[Token], i: int, behind: int, words: frozenset[str]) -> int:
    while i > behind and row[i - 1].low in words:
        i -= 1
    return i


def _behind_subject(row: list[Token], comma: int, behind: int) -> int:
    """The index behind the subject, which an apposition may part from its verb: "X, a former judge, was"."""
    for i in range(comma - 1, max(behind, comma - _LONGEST_INSERT), -1):
        if row[i].text == ",":
            return i
    return comma


def _made(
    text: str, row: list[Token], i: int, behind: int, verbs: frozenset[str], last: Title | None
) -> Name | None:
    """ "The king appointed X prime minister": the name between the verb and ``i``; "and Y governor" too."""
    if i > 1 and row[i - 1].text == ",":  # "named X, a former mayor, as premier"
        i = i - 1 if row[i - 2].capital else _behind_subject(row, i - 1, max(0, i - _LONGEST_INSERT))
        behind = min(behind, max(0, i - 10))
    name = _full_name_before(text, row, i, behind)
    if not name or name.begin == 0:
        return None
    verb = row[name.begin - 1].low
    listed = "proposed" if verbs is _PROPOSES else "made"
    if verb in ("and", ",") and last and last.verb == listed and last.end >= name.begin - 2:
        return name
    if verb == "of" and verbs is _MAKES and row[i].low == "as" and row[name.begin - 2].low in _MAKING:
        return name
    passive = name.begin > 1 and row[name.begin - 2].low in ("was", "were", "been")
    return name if verb in verbs and not passive and name.begin > behind else None


def _followed(text: str, row: list[Token], i: int, last: Title | None, behind: int) -> Name | None:
    """ "X succeeded Y as president": the name before the verb, whose object ends at ``i``."""
    if i >= len(row) or row[i].low != "as":
        return None
    other = name_before(text, row, i)
    verb = other.begin - 1 if other else -1
    if row[verb].low not in ("succeeded", "succeeds", "replaced", "replaces", "followed"):
        return None
    if last and last.name and (last.name.end == verb or (last.link == "before" and last.end == verb - 1)):
        return last.name
    if verb <= behind:
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
        for j in range(i - 2, max(behind, i - 2 * _LONGEST_INSERT), -1):
            if row[j].text == "(":
                return j
    return i


def _verbwords_before(row: list[Token], i: int, behind: int) -> tuple[str, int] | None:
    """What the verb group that ends before ``i`` says ("is", "was", "began", "ended") and where it begins."""
    if i <= behind:
        return None
    low = row[i - 1].low
    if low == "been" and i - 2 > behind and row[i - 2].low in ("had", "has"):
        return "was", words_before(row, i - 2, behind, _BETWEEN)
    if low in _SERVES or low in _LINKS:
        return _SERVES.get(low) or _LINKS[low], words_before(row, i - 1, behind, _BETWEEN)
    if low == "become" and i - 2 > behind and row[i - 2].low in ("will", "to"):
        begin = words_before(row, i - 2, behind, _PLANNED)
        return ("begins", begin) if row[i - 2].low == "will" or begin < i - 2 else None
    office = low in ("office", "post") and row[i - 2].low in _ENTERS
    if i - 2 >= behind and (office or (low == "over" and row[i - 2].low in _TAKES_OVER)):
        begin = words_before(row, i - 2, behind, _BETWEEN)
        future = row[begin - 1].low == "will"
        return ("begins", begin - 1) if future else ("began", begin)
    if i < len(row) and row[i].low == "as" and (served := _servedwords_before(row, i, behind)):
        return served
    if low in _LEAVES or (low == "down" and i - 2 >= behind and row[i - 2].low in ("stepped", "steps")):
        return "ended", words_before(row, i - 1 - (low == "down"), behind, _BETWEEN)
    if low not in _TAKES_OFFICE:
        return None
    j = words_before(row, i - 1, behind, _BETWEEN)
    passive = any(token.low in ("was", "been") for token in row[j : i - 1])
    return ("began", j) if passive else None


def _servedwords_before(row: list[Token], i: int, behind: int) -> tuple[str, int] | None:
    """ "served in his cabinet as", "returned as": what it says and where the verb group begins."""
    for j in range(i - 1, max(behind, i - _LONGEST_SERVICE), -1):
        if row[j].low in _SERVES_AS:
            return "was", words_before(row, j, behind, _BETWEEN)
        if row[j].text in ",;:.":
            return None
    return None
