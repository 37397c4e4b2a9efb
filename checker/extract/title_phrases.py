"""The words of a title: body, status, portfolio and office head, taken in from the head to both sides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.dates.words import times
from checker.extract import bodies, realms
from checker.extract.meant import house_nouns
from checker.extract.names import Name
from checker.resolve import offices, places
from checker.text.tokens import Token, joined

_REACH = 8  # tokens looked at before the head
DETERMINERS = frozenset("the a an its his her their our".split())
_OWN = frozenset(("her", "his", "its", "my", "our", "their"))


@dataclass(frozen=True, slots=True)
class Title:
    """One title phrase: ``row[start:end]`` without the name.

    ``link`` tells how the name was found: "before" it ("X, minister of Y,"), "after" it ("Minister X"),
    "verb" ("X was elected president") or "" where no name belongs to it. ``own`` is a possessive pronoun
    ("her counterpart"), ``verb`` the linking verb. It is ``local`` where a place behind it tells of which
    part of the body the office is: "head of the Red Cross in Haiti", ``past`` of a former deputy.
    """

    start: int
    end: int
    head: offices.Head
    portfolio: tuple[str, ...] = ()
    body: str | None = None
    status: str = "current"
    name: Name | None = None
    link: str = ""
    own: str = ""
    definite: bool = False
    verb: str = ""
    served: str = ""
    tailed: bool = False
    local: bool = False
    past: bool = False


COUNTERPART = offices.Head("counterpart")


def phrase(text: str, row: list[Token], head: offices.Head, i: int, end: int, behind: int) -> Title:
    """The title around the head ``row[i:end]``; tokens before ``behind`` belong to another."""
    title = _left(text, row, Title(i, end, head), behind)
    return _right(text, row, title)


def _left(text: str, row: list[Token], title: Title, behind: int) -> Title:
    """Take in what stands before the head: portfolio, status, fillers, and last the body."""
    start, body, status, own, definite = title.start, None, title.status, "", False
    past = False
    portfolio: tuple[str, ...] = ()
    if title.head.portfolio:
        portfolio, start = offices.portfolio_before(row, start)
        if portfolio and title.start - start > 1 and _only_describes(row, start):
            start += 1
            portfolio = offices.portfolios(row[start : title.start])
        if portfolio and _all_fillers(row, start, title.start) and _tail_follows(row, title.end):
            portfolio, start = (), title.start  # "Federal Minister for Commerce"
    lowest = max(behind, start - _REACH)
    while start > lowest:
        token = row[start - 1]
        if token.text == "-" and joined(row, start - 1):
            start -= 1
        elif token.low[0].isdigit() and token.low[-2:] in ("st", "nd", "rd", "th"):
            start -= 1  # "the 14th president"
        elif token.low == "under" and title.head.name not in _UNDER:
            break  # "under President Eisenhower"
        elif found := offices.statuses().before(row, start):
            past = past or (status == "deputy" and found[0] in ("former", "then"))
            status, start = (found[0], found[1]) if status == "current" else (status, found[1])
        elif filled := offices.fillers().before(row, start):
            start = filled[1]
        elif token.low in _HUNG and start > 2 and row[start - 2].text == "-" and joined(row, start - 2):
            start -= 3  # "British-born", "five-term"
        elif body is None and (place := bodies.before(text, row, start, title.head)):
            body, start = place
        elif body is None and token.low in _OWN:
            own, start = token.low, start - 1
            break
        else:
            definite = token.low == "the"
            break
    definite = definite or body is not None or bool(start and row[start - 1].low == "the")
    return replace(
        title,
        start=start,
        portfolio=portfolio,
        body=body,
        status=status,
        own=own,
        definite=definite,
        past=past,
    )


# What hangs to another word and tells of the holder, not of the office: "US-backed".
_HUNG = frozenset(
    "appointed backed born controlled educated elected ever installed led serving term time trained".split()
)


_UNDER = ("secretary", "secretary general", "secretary of state")  # have someone under them of that name
_ARMS = frozenset("armed army forces government military navy parliament police".split())


def _of_arm(head: offices.Head, arm: str) -> offices.Head:
    """The "chief" or "commander" of a state's army or navy is its army chief or navy chief."""
    if head.name in ("commander", "head") and arm in ("army", "navy"):
        return offices.head_named(f"{arm} chief")
    return head


def _only_describes(row: list[Token], i: int) -> bool:
    """The "new" of "new oil minister"; not that of "New and Renewable Energy Minister"."""
    return row[i].low in ("federal", "new") and row[i + 1].low not in ("and", "&")


def _all_fillers(row: list[Token], start: int, end: int) -> bool:
    return all(offices.fillers().at(row, i) for i in range(start, end))


def _tail_follows(row: list[Token], i: int) -> bool:
    return i < len(row) and row[i].low in ("of", "for", "(")


def _behind_note(row: list[Token], i: int) -> int:
    """The index behind "(Independent Charge)"."""
    if i + 3 < len(row) and row[i].text == "(" and row[i + 1].low in ("independent", "ind", "i"):
        for j in range(i + 2, min(i + 6, len(row))):
            if row[j].text == ")":
                return j + 1
    return i


def _behind_ministry(row: list[Token], i: int) -> int:
    """The index of the last "of" in "Secretary to the Ministry of Finance"."""
    if row[i].low in ("to", "in", "at", "of"):
        j = skip_the(row, i + 1)
        if j + 1 < len(row) and row[j].text in ("Ministry", "Department") and row[j + 1].low == "of":
            return j + 1
    return i


def _right(text: str, row: list[Token], title: Title) -> Title:
    """Take in what stands behind the head: "-elect", "of Defence", "(Health)", "of Kazakhstan"."""
    end, portfolio, body, status = title.end, title.portfolio, title.body, title.status
    if end + 1 < len(row) and row[end].text == "-" and row[end + 1].low in ("elect", "designate"):
        end, status = end + 2, "designate"
    elif end < len(row) and (sought := offices.seekers().get(row[end].low)):
        end, status = end + 1, sought  # "Treasury secretary nominee"
    end = _behind_note(row, end)
    if title.head.portfolio and not portfolio and end < len(row):
        end = _behind_ministry(row, end)
    if title.head.portfolio and not portfolio and end < len(row) and row[end].low in ("of", "for", "("):
        bracket = row[end].text == "("
        portfolio, behind = offices.portfolio_at(row, skip_the(row, end + 1))
        if portfolio:
            end = behind + (bracket and behind < len(row) and row[behind].text == ")")
    elif title.head.name == "secretary" and not portfolio and title.start < end < len(row):
        portfolio, end = _without_of(row, end)
    head = title.head
    if head.becomes and end < len(row) and row[end].low == "for":  # "Secretary of State for Defence"
        portfolio, behind = offices.portfolio_at(row, skip_the(row, end + 1))
        head, end = (offices.head_named(head.becomes), behind) if portfolio else (head, end)
    if body and title.head.governs in ("part", "city") and end < len(row) and row[end].low == "of":
        found = bodies.at(text, row, skip_the(row, end + 1), title.head, firm=False)
        if found and found[0]:  # "the Spanish governor of Louisiana"
            body, end = found
    if body is None and end < len(row) and row[end].low in ("of", "for", "at"):
        # "for Europe", "Vice President of Sales"
        firm = row[end].low != "for" and (status != "deputy" or title.head.name != "president")
        found = bodies.at(text, row, skip_the(row, end + 1), title.head, firm=firm)
        if found is None and row[end].low == "of" and head.is_national(portfolio):
            found = realms.at(row, skip_the(row, end + 1))
        if found:
            body, end = found
            if end < len(row) and row[end].low in _ARMS:  # "of the Finnish army"
                head = _of_arm(head, row[end].low)
                end += 1
    if body is None and (found := bodies.government_at(text, row, end, title.head)):
        body, end = found
    if body is None and head.house:
        end = _behind_house(row, end)
    if head.means:
        head, status = offices.head_named(head.means), head.status or status
    served = ""
    if (
        head.serves
        and end < len(row)
        and (row[end].low in ("to", "for") or (head.posted and row[end].low == "in"))
    ):
        served, end = _served(text, row, end)
    return replace(
        title,
        head=head,
        end=end,
        portfolio=portfolio,
        body=body,
        status=status,
        served=served,
        tailed=end > title.end,
        local=bool(body) and _is_local(row, end),
    )


def _is_local(row: list[Token], i: int) -> bool:
    """Does a place follow: "in Haiti", "for Latin America"?"""
    if i >= len(row) or row[i].low not in ("across", "for", "in"):
        return False
    j = skip_the(row, i + 1)
    return j < len(row) and row[j].capital and row[j].low not in times()


def _behind_house(row: list[Token], i: int) -> int:
    """The index behind "of the hospital"; which one it is, extract/houses.py tells."""
    told = i + 2 < len(row) and row[i].low in ("of", "at") and row[i + 1].low in ("the", "our", "its")
    return i + 3 if told and row[i + 2].low in house_nouns() else i


def _served(text: str, row: list[Token], i: int) -> tuple[str, int]:
    """Whom the office serves: "to Japan", "to the President"; a name behind it is not theirs."""
    j = skip_the(row, i + 1)
    found = offices.heads().at(row, j)
    if found and j > i + 1:
        return f"the {found[0].name}", found[1]
    if j > i + 1 and j < len(row) and row[j].low in ("treasury", "cabinet", "government"):
        return f"the {row[j].low}", j + 1
    place = bodies.place_at(text, row, j)
    if place and row[i].low == "in":  # "the British ambassador in Paris" is one to France
        return places.state(known).name if (known := places.find(place[0])) else "", place[1]
    if place and row[i].low == "for" and places.doubtful(place[0]):
        return "", i  # "Senior Advisor for Mobile and Data Innovation"
    return place if place else ("", i)


def _without_of(row: list[Token], i: int) -> tuple[tuple[str, ...], int]:
    """The portfolio of "Secretary Commerce Ahmad Faruqui", if a whole name follows it."""
    portfolio, end = offices.portfolio_at(row, i) if row[i].capital else ((), i)
    whole = end + 1 < len(row) and row[end].capital and row[end + 1].capital
    return (portfolio, end) if whole and not offices.heads().at(row, end) else ((), i)


def skip_the(row: list[Token], i: int) -> int:
    """The index behind an article that may stand at ``i``."""
    return i + (i < len(row) and row[i].low == "the")


_REALM = frozenset("of the and for & - ' 's".split())


def behind_realm(row: list[Token], i: int) -> int:
    """The index behind what an office is of, though we know no such body: "mayor of Little Wenlock"."""
    start = i
    while i < len(row) and (row[i].capital or (row[i].low in _REALM and i + 1 < len(row) and i < start + 8)):
        i += 1
    while i > start and row[i - 1].low in _REALM:
        i -= 1
    return i if i > start else start - 1
