"""How large a bridge, plant or hospital is told to be: what it cost, how long it is, how many work there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts
from checker.extract.amounts import Amount
from checker.extract.facilities import Mention
from checker.text.trie import pattern
from checker.vocab import load

# Behind a mention: an apposition or a bracket, then perhaps "which".
_APPOSITION = r"(?:,\s(?!and\b|but\b|with\b|built\b)[^,;:()]{3,90},(?=\s[a-z])|\s\([^()]{1,60}\))??"
_RELATIVE = r"(?:,?\s(?:which|that))?+"
_SPENT = re.compile(rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:has\s|have\s)?cost\s(?:[A-Z]\w+\s){{0,2}}")
_BUILT_FOR = re.compile(
    rf"{_APPOSITION}(?P<which>,?(?:\s(?:which|that))?(?:\s(?:was|were|is))?|,)\s(?:built|constructed|completed|erected|opened)\s"
    r"(?:[^,;:.()]{0,60}?\s)??(?:for|at\san?\s(?:total\s)?cost\sof)\s"
)
_PRICED = re.compile(r"(?P<which>\s)(?:was|came\sto|is|amounted\sto|reached)\s")
_IS = re.compile(rf"{_APPOSITION}(?P<which>{_RELATIVE})(?:\s(?:is|was|measures|stands)\s|,\s|\s(?=[\d]))")
_RUNS = re.compile(rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:spans|stretches|runs|extends)\s(?:for\s)?")
_OF_SIZE = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})(?:,?\swith|\s(?:has|had|reaches))\san?\s(?:total\s|overall\s|maximum\s)?"
    r"(?P<what>length|height|width|depth|floor\sarea|floor\sspace|main\sspan|span|area)\sof\s"
)
_HAS = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})(?:,?\swith|\s(?:now\s|currently\s)?(?:has|had|contains|offers|provides|houses|boasts))\s(?:a\stotal\sof\s)?"
)
_PLACES = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})(?:,?\swith|\s(?:now\s)?(?:has|had|offers|provides))\s(?:places|room|space|seats|beds)\sfor\s"
)
_CARRIES = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:can\s)?(?:carry|carries|takes?|accommodates?|(?:has|with)\s(?:room|space)\sfor)\s(?:up\sto\s(?=\d))?"
)
_WEIGHS = re.compile(rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:weighs|weighed)\s")
_EMPLOYS = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})(?:,?\s(?:now\s|currently\s)?(?:employs|employed|employing)|,?\s(?:with|has|had)\sa\s(?:staff|workforce)\sof)\s"
)
_HOLDS = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:seats|holds|accommodates|can\s(?:hold|seat|accommodate)|(?:has|had)\sa\s(?:seating\s)?capacity\s(?:of|for))\s"
)
_MAKES = re.compile(
    rf"{_APPOSITION}(?P<which>{_RELATIVE})\s(?:can\s)?(?:(?:turns?\sout|makes?|produces?|generates?|handles?|process(?:es)?|treats?|builds?|refines?)|(?:has\s)?an?\sannual\s(?:capacity|output)\sof)\s"
)
_AMOUNT = re.compile(r"(?<![^\s(])(?=[\d$£€¥A-Z])")
_EACH = re.compile(
    r"\s(?:(?P<what>[a-z][a-z-]{1,20}(?:\s(?:of\s)?[a-z][a-z-]{1,20}){0,3}?)\s)?(?:(?:a|per|each|every)\s(?P<per>year|day|week|month|hour)|annually)\b"
)
_AT = re.compile(r"At\s")
_NEXT = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?=\d|[a-z]+\s)")
_FURTHER = re.compile(
    r"(?:,\s|\s)and\s(?=(?:cost|costs|employs|employed|has|had|is|was|can|seats|holds|spans|stretches|with)\s)"
)
_ANOTHER = re.compile(r"[;:]|\b(?:who|whose|where|when|while|but|because|it|they|he|she)\b")
_REACH = 200  # characters between a thing and the last predicate that is told of it
_ADJECTIVE = re.compile(r"(?:\s|-)(?P<how>long|high|tall|wide|deep)\b")
_DIMENSIONS = {"long": "length", "high": "height", "tall": "height", "wide": "width", "deep": "depth"}
_JOBS = re.compile(
    r"\b(?:creat(?:e|es|ed|ing)|bring(?:s|ing)?|brought|generat(?:e|es|ed|ing))\s(?=(?:about\s|around\s|up\sto\s|more\sthan\s|some\s)?(?:\d|[a-z]+\s))"
)
_OF_JOBS = re.compile(r"\s(?P<kind>(?:(?!and\b|or\b)[a-z-]{3,20}\s){0,2})jobs\b")
_OFFERED = re.compile(r"\b(?:cost|price|budget)\s(?:of|for)\s(?:building\s|constructing\s)?\Z")
_RAISING = re.compile(r"(?:construction|building|completion)\sof\s\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:[,;:–—]\s?|\b(?:and|but|that|as|while|said|because|since)\s|\A)\Z")


@dataclass(frozen=True, slots=True)
class Fact:
    """``text[start:end]`` gives the site ``relation`` an amount, ``said`` as written."""

    relation: str
    amount: Amount
    start: int
    end: int


@cache
def _counted() -> dict[str, str]:
    return {form: what for what, forms in load("facilities")["counted"].items() for form in forms}


@cache
def _units() -> re.Pattern[str]:
    units = pattern(_counted(), boundary=False)
    return re.compile(
        rf"[\s-](?:(?!(?:of|and|to|for|in)\b)[a-z-]{{3,15}}\s){{0,2}}?(?P<unit>{units})(?![\w'])"
    )


@cache
def _of_part() -> re.Pattern[str]:
    parts = pattern(load("facilities")["words"]["parts"], boundary=False)
    return re.compile(rf"\b{parts}\s(?:to|on|of|at|for|in|near)\s\Z", re.IGNORECASE)


def facts(text: str, mention: Mention) -> Iterator[Fact]:
    """What the noun phrase says of its thing, and what stands behind it."""
    before = text[max(mention.sentence.start, mention.start - 40) : mention.start]
    if _of_part().search(before):
        return
    yield from _within(text, mention)
    if _OFFERED.search(before):
        yield from _sum(text, mention, _PRICED, mention.end)
        return
    heads = (
        mention.start == mention.sentence.start
        or bool(_CLAUSE.search(before))
        or bool(_RAISING.search(before))
    )
    yield from _behind(text, mention, heads=heads)


def _within(text: str, mention: Mention) -> Iterator[Fact]:
    """ "the €480 million factory", "a 340-bed hospital", "the 1.2-kilometre bridge"."""
    for word in _AMOUNT.finditer(text, mention.start, mention.noun):
        at, end = word.start(), mention.noun
        if sum_ := amounts.money(text, at, end):
            yield Fact("cost", sum_, mention.start, mention.end)
        elif size := amounts.dimension(text, at, end):
            how = _ADJECTIVE.match(text, size.end, end)
            what = (
                _DIMENSIONS[how["how"]] if how else load("facilities")["dimension"].get(mention.site.sort, "")
            )
            if what and size.unit == "length" and text[size.end : size.end + 1] in (" ", "-"):
                yield Fact(what, size, mention.start, mention.end)
        elif (count := amounts.quantity(text, at, end)) and (unit := _hyphened(text, count.end, end)):
            yield Fact(f"number of {unit}", count, mention.start, mention.end)


def _hyphened(text: str, at: int, end: int) -> str:
    """ "beds" where "-bed" stands at ``at``."""
    unit = _units().match(text, at, end) if text[at] == "-" else None
    return _counted()[unit["unit"]] if unit else ""


def _behind(text: str, mention: Mention, *, heads: bool) -> Iterator[Fact]:
    """What the predicates say of which the thing is the subject, and relative clauses and appositions."""
    if heads:
        yield from _leading(text, mention)
    yield from _predicate(text, mention, mention.end, heads=heads)
    if heads:
        for further in _FURTHER.finditer(text, mention.end, min(mention.sentence.end, mention.end + _REACH)):
            if _ANOTHER.search(text, mention.end, further.start()):
                break
            yield from _predicate(text, mention, further.end() - 1, heads=True)


def _leading(text: str, mention: Mention) -> Iterator[Fact]:
    """ "At 740 metres, the bridge is the longest"."""
    match = _AT.match(text, mention.sentence.start, mention.start)
    size = amounts.dimension(text, match.end(), mention.start) if match else None
    if size is None or size.unit != "length":
        return
    how = _ADJECTIVE.match(text, size.end, mention.start)
    if text[how.end() if how else size.end : mention.start].strip() == ",":
        what = _DIMENSIONS[how["how"]] if how else load("facilities")["dimension"].get(mention.site.sort, "")
        if what:
            yield Fact(what, size, mention.sentence.start, mention.end)


def _predicate(text: str, mention: Mention, at: int, *, heads: bool) -> Iterator[Fact]:
    end = mention.sentence.end
    for form in (_SPENT, _BUILT_FOR):
        yield from _sum(text, mention, form, at, heads=heads)
    for form in (_IS, _RUNS, _OF_SIZE):
        match = form.match(text, at, end)
        size = amounts.dimension(text, match.end(), end) if match and _belongs(match, heads) else None
        if match is None or size is None:
            continue
        if form is _OF_SIZE:
            what = match["what"].replace("floor space", "floor area")
        elif how := _ADJECTIVE.match(text, size.end, end):
            what = _DIMENSIONS[how["how"]]
        else:
            what = "length" if form is _RUNS or text.startswith(" in length", size.end) else ""
        if what and (size.unit == "area") == (what in ("area", "floor area")):
            yield Fact(what, size, mention.start, size.end)
    if (match := _HAS.match(text, at, end)) and _belongs(match, heads):
        yield from _numbers(text, mention, match.end())
    if (match := _PLACES.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "capacity")
    if (match := _CARRIES.match(text, at, end)) and _belongs(match, heads):
        yield from _numbers(text, mention, match.end())
    match = _WEIGHS.match(text, at, end)
    weight = amounts.weight(text, match.end(), end) if match and _belongs(match, heads) else None
    if weight:
        yield Fact("weight", weight, mention.start, weight.end)
    if (match := _EMPLOYS.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "number of staff")
    if (match := _HOLDS.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "capacity")
    if (match := _MAKES.match(text, at, end)) and _belongs(match, heads):
        count = amounts.quantity(text, match.end(), end)
        each = _EACH.match(text, count.end, end) if count else None
        if count and each and each["what"]:
            per = each["per"] or "year"
            yield Fact(f"output of {each['what']} a {per}", count, mention.start, each.end())


def _belongs(match: re.Match[str], heads: bool) -> bool:
    """Is the thing what the clause is about, or what "which" means?"""
    return heads or "which" in match["which"] or "that" in match["which"] or not match["which"].strip(" ,")


def _sum(
    text: str, mention: Mention, form: re.Pattern[str], at: int, *, heads: bool = True
) -> Iterator[Fact]:
    match = form.match(text, at, mention.sentence.end)
    if match is None or not (heads or match["which"].strip()):
        return
    if found := amounts.money(text, match.end(), mention.sentence.end):
        yield Fact("cost", found, mention.start, found.end)


def _numbers(text: str, mention: Mention, at: int) -> Iterator[Fact]:
    """ "430 beds and nine operating theatres"."""
    for _ in range(6):
        told = list(_number(text, mention, at, ""))
        yield from told
        following = _NEXT.match(text, told[0].end, mention.sentence.end) if told else None
        if following is None:
            return
        at = following.end()


def _number(text: str, mention: Mention, at: int, relation: str) -> Iterator[Fact]:
    """ "340 beds", and "1,200 people" where the verb says what they are."""
    end = mention.sentence.end
    count = amounts.quantity(text, at, end) or _bare(text, at, end)
    if count is None:
        return
    unit = _units().match(text, count.end, end)
    if relation == "capacity" or unit is None:
        if relation:
            yield Fact(relation, count, mention.start, count.end)
        return
    yield Fact(relation or f"number of {_counted()[unit['unit']]}", count, mention.start, unit.end())


def _bare(text: str, at: int, end: int) -> Amount | None:
    """A number at the end of the sentence."""
    match = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?=[.,;])").match(text, at, end)
    if match is None:
        return None
    number = float(match["number"].replace(",", ""))
    return Amount(match.start(), match.end(), number, number, "count")


def jobs(text: str, mention: Mention) -> Iterator[Fact]:
    """ "The plant will create 300 jobs": of one kind, at the only thing that the sentence names."""
    for match in _JOBS.finditer(text, mention.sentence.start, mention.sentence.end):
        count = amounts.quantity(text, match.end(), mention.sentence.end)
        of = _OF_JOBS.match(text, count.end, mention.sentence.end) if count else None
        if count and of:
            kind = " ".join(word for word in of["kind"].split() if word not in ("new", "full-time", "local"))
            yield Fact(f"{kind} jobs".strip(), count, mention.start, of.end())
