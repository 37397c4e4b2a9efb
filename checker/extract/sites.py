"""By which names is the place known where something happened? "fire swept through Priory Mill in Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.dates.words import months, weekdays
from checker.extract import things
from checker.resolve import places
from checker.resolve.compare import fold
from checker.text.tokens import Token, joined

AT = frozenset(
    "above against at beneath beside down from in inside into near off on onto outside over through under "
    "underneath".split()
)
# Behind these another clause begins, or the place is that of something else.
ENDS = frozenset(
    "after although and as because but by for if is of or said says since so than that to until was were "
    "when where which while who whose with".split()
)
# What a fire or storm does to a site that it is then known by.
_STRUCK = frozenset(
    "battered battering consumed consuming damaged damaging destroyed destroying devastated devastating "
    "engulfed engulfing flattened flattening gutted gutting hit hitting jolted lashed levelled ravaged "
    "ravaging razed razing rocked rocking shaken shaking shook striking struck wrecked wrecking".split()
)
_SWEPT = _STRUCK | frozenset("broke came raged ripped swept tore".split())
_BEING = frozenset(("was", "were", "been"))
_NO_SITE = frozenset(
    "east north northern eastern western southern south west central mr mrs president prime minister police "
    "army church bbc reuters ap afp dr plan bank party market government coalition talks palestinians "
    "israelis flight".split()
)
# Nouns behind a name that are not built, or not of stone.
_GROUNDS = frozenset(
    "beach camp campsite circus club colliery estate farm flats garage ground nightclub nursery park pit pub "
    "quarry resort restaurant shelter track yard".split()
)
_REACH = 14  # tokens behind the noun
FLIGHT = re.compile(r"[Ff]light\s(?:[A-Z]{1,3}\s?)?\d{1,5}")


@dataclass(frozen=True, slots=True)
class Site:
    """A name of a place, the tokens from ``start`` to ``end``; of a ``close`` one there is hardly another."""

    start: int
    end: int
    name: str
    key: str
    close: bool


def _site(text: str, row: list[Token], first: int, last: int) -> Site:
    """The site with that name, and the noun that goes with it ("the Orkla mill")."""
    thing = things.naming(text, row, first, last)
    end = thing.end if thing else _ground(row, last)
    name = text[row[first].start : row[end - 1].end]
    found = (
        thing.key if thing else fold(" ".join(token.text for token in row[first:end] if token.low != "the"))
    )
    alone = not thing and end - first == 1 and not _definite(row, first)
    known = alone or places.candidates(name)
    return Site(first, end, name, found, not known)


def _ground(row: list[Token], last: int) -> int:
    """Behind "caravan park" of "Riverside caravan park"; where no such noun follows, behind the name."""
    for end in (last + 1, last + 2):
        if (
            end <= len(row)
            and all(token.text.islower() for token in row[last:end])
            and row[end - 1].low in _GROUNDS
        ):
            return end
    return last


def _definite(row: list[Token], first: int) -> bool:
    """A town has no article, but a mountain or a river may ("the Matterhorn")."""
    return first > 0 and row[first - 1].low == "the"


def before(text: str, row: list[Token], i: int) -> Site | None:
    """ "the Priory Mill fire", "the Moravec rail crash", "the Orkla mill fire": the name before the noun."""
    last = i
    while last > max(0, i - 2) and row[last - 1].text.islower() and row[last - 1].low not in AT | ENDS:
        if not row[last - 1].text.isalpha() or row[last - 1].low in ("the", "a", "an", "this", "that"):
            break
        last -= 1
    for stop in dict.fromkeys((i, last)):
        first = _first(row, stop)
        if first < stop and (first > 0 or stop - first > 1) and _is_site(row, first, stop):
            found = _site(text, row, first, stop)
            return found if found.end <= i else None
    return None


def struck(text: str, row: list[Token], i: int) -> Site | None:
    """ "The Priory Mill was gutted by a fire": the subject of what the noun at ``i`` did."""
    last = i
    while last > max(0, i - 3) and row[last - 1].low not in ("by", "in"):
        last -= 1
    if last < 3 or row[last - 2].low not in _STRUCK:
        return None
    last -= 2
    while last > 0 and row[last - 1].low.endswith("ly"):
        last -= 1
    if last == 0 or row[last - 1].low not in _BEING:
        return None
    last -= 1 + (row[last - 2].low in ("had", "has"))
    first = _first(row, last)
    if first == last or (first > 1 and row[first - 1].low != "the") or not _is_site(row, first, last):
        return None
    return _site(text, row, first, last)


def _first(row: list[Token], stop: int) -> int:
    """Where the name begins that ends before ``stop``."""
    first = stop
    while first > 0 and stop - first < 4:
        if _is_word_of_name(row[first - 1]):
            first -= 1
        elif 1 < first < stop and row[first - 1].text == "-" and joined(row, first - 1):  # "Notre-Dame"
            first -= 2
        else:
            break
    return first


def _is_word_of_name(token: Token) -> bool:
    return token.capital and token.text[0].isalpha() and token.low not in ("the", "a", "an", "this", "that")


def behind(text: str, row: list[Token], i: int) -> Iterator[Site]:
    """ "fire swept through Priory Mill in Aldermouth": the names behind prepositions."""
    stop = min(len(row), i + _REACH)
    count, opening = 0, i
    while i < stop and count < 3:
        token = row[i]
        of = (
            token.low == "of" and i == opening
        ) or token.low in _STRUCK  # "the collapse of the Orkla bridge"
        if token.low in ("that", "which") and i == opening and i + 1 < stop and row[i + 1].low in _SWEPT:
            opening = i = i + 1
            continue
        if (token.low in ENDS and not of) or token.text in ";:.()-" or (token.text == "," and not count):
            return
        if of or token.low in AT or (token.text == "," and count):
            first = i + 1
            while first < stop and (row[first].text.islower() and row[first].low not in AT - {"of"}):
                if row[first].low in ENDS - {"of"}:
                    return
                first += 1
            last = things.capitals_from(row, first) if first < len(row) else first
            if last > first and _is_site(row, first, last):
                found = _site(text, row, first, last)
                yield found
                count, last = count + 1, found.end
            i = max(last, i + 1)
        else:
            i += 1


def _is_site(row: list[Token], first: int, last: int) -> bool:
    """Is it a name of a place smaller than a country, as far as we can tell?"""
    words = row[first:last]
    if any(word.low in months() or word.low in weekdays() or word.low in _NO_SITE for word in words):
        return False
    name = " ".join(word.text for word in words)
    if len(words) == 1 and (len(name) < 3 or name.isupper()):
        return False
    if places.is_adjective(name) or places.find(name, kind="country"):
        return False
    found = places.find(name)
    return (found is None or found.kind == "city") and words[0].low != "the"
