"""How many things does a list name? Items are told apart by how they are built, all of them alike."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from checker.extract.measures import figures
from checker.resolve import places

_LONGEST = 300  # characters of a list
_SEPARATOR = re.compile(r",\s(?:and\s)?|\sand\s")
_COMMA = re.compile(r",\s(?:and\s)?")
_AND = re.compile(r",?\sand\s")
_ITEM = re.compile(r"(?:the\s|an?\s)?[\w'-]+(?:\s[\w'.&-]+){0,4}")
_PART = re.compile(r"(?P<number>\d{1,2}|[a-z]{1,8})\s(?P<what>(?:[a-z-]{2,15}\s){0,3}[a-z]{3,15})")
_MORE = re.compile(r"\b(?:including|such|among|others?|more|about|least|some)\b")
NOT_ALL = re.compile(
    r"\b(?:including|such\sas|among|like|e\.g|example|etc|others|more|or|both|either|between|respectively)\b|[;:()\"“”]|\d"
)
_OTHERS = re.compile(r"\b(?:including|such\sas|e\.g|etc|others|more|or|both|between|respectively)\b|[:\"“”]")
_LEAD = r"(?P<lead>in|at|from|by|the|an?|to|for|on|with|of)\s"
_TAIL = r"\s(?P<tail>of|at|in|for|from|to|with|on|as|by)\s[^,;:()\"“”]{2,60}?"
_BUILT = re.compile(
    rf"(?:{_LEAD})?(?:[A-Z][\w'.-]*(?:\s(?:(?:de|van|von|al|bin|major|minor|flat|sharp)\b|[A-Z])[\w'.-]*){{0,4}})"
    rf"(?:{_TAIL})?(?P<bracket>\s\([^()]{{1,40}}\))?"
)
_YEARS = re.compile(r"(?:1[5-9]\d\d|20\d\d)(?:,\s(?:1[5-9]\d\d|20\d\d))*,?\sand\s(?:1[5-9]\d\d|20\d\d)")


def items(said: str) -> list[str]:
    """A comma before the last "and" tells that any other stands inside a name."""
    return _COMMA.split(said) if ", and " in said else _SEPARATOR.split(said)


def plain(said: str) -> list[str]:
    """The things of a list of words; none where it is no plain list."""
    if len(said) > _LONGEST or NOT_ALL.search(said):
        return []
    listed = items(said)
    if len(listed) < 2 or len(re.findall(r"\sand\s|,\sand\s", said)) != 1:
        return []
    if not re.search(r"(?:\sand\s)[^,]*\Z", said) or not all(_ITEM.fullmatch(item) for item in listed):
        return []
    if any(figures(item.split()[0].lower()) for item in listed):
        return []
    capitals = {item.removeprefix("the ")[:1].isupper() for item in listed}
    return listed if len(capitals) == 1 else []


def built(said: str) -> list[str]:
    """The names of a list that all have the same around them: "Ann Roe at health and Ben Doe at trade"."""
    if len(said) > _LONGEST or _OTHERS.search(said) or len(_AND.findall(said)) < 1:
        return []
    listed = re.split(r",\s(?:and\s)?(?=[A-Z]|in\s)|\sand\s(?=[A-Z]|in\s)", said)
    found = [_BUILT.fullmatch(item) for item in listed]
    if len(listed) < 2 or not _AND.search(said, len(said) - len(listed[-1]) - 6):
        return []
    shapes = {(it["lead"], it["tail"], it["bracket"] is None) if it else None for it in found}
    return listed if len(shapes) == 1 and shapes.isdisjoint((None, (None, None, True))) else []


def parted(said: str) -> list[str]:
    """The things of a list with semicolons between them, the last behind "and"."""
    listed = said.split("; ")
    if len(listed) < 2 or not listed[-1].startswith("and ") or _MORE.search(said):
        return []
    return [] if any(item.startswith("and ") for item in listed[:-1]) else listed


def years(said: str) -> int:
    """How many years "1956, 1961 and 1970" names; 0 of anything else."""
    return len(set(re.findall(r"\d{4}", said))) if _YEARS.fullmatch(said) else 0


def sorts(noun: str, said: str) -> int:
    """How many things are told one sort after the other: "two wash stills and a spirit still"."""
    noun = noun.split()[-1].removesuffix("s")
    listed = [_PART.fullmatch(item) for item in _SEPARATOR.split(said.split(", all ")[0])]
    if len(listed) < 2 or noun[-1:] == "e" or " and " not in said or _MORE.search(said):
        return 0
    total = 0
    for item in listed:
        if item is None or item["what"].split()[-1].removesuffix("s") != noun:
            return 0
        number = 1.0 if item["number"].lower() in ("a", "an") else figures(item["number"].lower())
        if not number:
            return 0
        total += int(number)
    return total


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(r"\b(?:[A-Z]\w+\sof\s(?:the\s)?[A-Z]|(?:Jr|Sr|Inc|Ltd|PhD|MP)\b)")


def people(listed: list[str]) -> bool:
    """May all be names of people, none of them an office, a place or a party beside a name?"""
    if any(_titled().search(item) for item in listed):
        return False
    located = {places.find(item) is None for item in listed}
    return len(located) == 1 and len({len(item.split()) > 1 for item in listed}) == 1


def count(listed: list[str], promised: int) -> int:
    """How many things are listed; a place told with its country may count once."""
    most = len(listed)
    least = most - sum(_holds(outer, inner) for inner, outer in pairwise(listed))
    return promised if least <= promised <= most else most


def _holds(outer: str, inner: str) -> bool:
    """ "Lyon, France": may the second only say where the first lies?"""
    found, within = places.find(outer), places.find(inner)
    if found is None or found.kind not in ("country", "part"):
        return False
    return within is None or places.contains(found.code, within.code) is True
