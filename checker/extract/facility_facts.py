"""How large a bridge, plant or hospital is told to be: what it cost, how long it is, how many work there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts
from checker.extract import facility_forms as forms
from checker.extract.amounts import Amount
from checker.extract.facilities import Mention
from checker.extract.measures import NOT_WHOLE
from checker.text.trie import pattern
from checker.vocab import load

_REACH = 200  # characters between a thing and the last predicate that is told of it
_POUNDS = re.compile(r"[\d,.]+[\s-]pounds?")  # of weight
_DIMENSIONS = {"long": "length", "high": "height", "tall": "height", "wide": "width", "deep": "depth"}


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
    for fact in _told(text, mention, before):
        if fact.amount.unit != "length" or not NOT_WHOLE.match(text, fact.end, mention.sentence.end):
            yield fact


def _told(text: str, mention: Mention, before: str) -> Iterator[Fact]:
    yield from _within(text, mention)
    if forms.OFFERED.search(before):
        yield from _sum(text, mention, forms.PRICED, mention.end)
        return
    heads = (
        mention.start == mention.sentence.start
        or bool(forms.CLAUSE.search(before))
        or bool(forms.RAISING.search(before))
    )
    yield from _behind(text, mention, heads=heads)


def _within(text: str, mention: Mention) -> Iterator[Fact]:
    """ "the €480 million factory", "a 340-bed hospital", "the 1.2-kilometre bridge"."""
    for word in forms.AMOUNT.finditer(text, mention.start, mention.noun):
        at, end = word.start(), mention.noun
        if sum_ := amounts.money(text, at, end):
            if not _POUNDS.fullmatch(text, sum_.start, sum_.end):
                yield Fact("cost", sum_, mention.start, mention.end)
        elif size := amounts.dimension(text, at, end):
            how = forms.ADJECTIVE.match(text, size.end, end)
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
        yield from _by_papers(text, mention)
    yield from _predicate(text, mention, mention.end, heads=heads)
    yield from _at_size(text, mention)
    yield from _rises(text, mention, heads=heads)
    if heads:
        if aside := forms.ASIDE.match(text, mention.end, mention.sentence.end):
            yield from _predicate(text, mention, aside.end() + 1, heads=True)
        for further in forms.FURTHER.finditer(
            text, mention.end, min(mention.sentence.end, mention.end + _REACH)
        ):
            if forms.ANOTHER.search(text, mention.end, further.start()):
                break
            yield from _predicate(text, mention, further.end() - 1, heads=True)


def _leading(text: str, mention: Mention) -> Iterator[Fact]:
    """ "At 740 metres, the bridge is the longest", "With a length of 740 metres, it carries"."""
    start = mention.sentence.start
    match = forms.WITH.match(text, start, mention.start) or forms.AT.match(text, start, mention.start)
    size = amounts.dimension(text, match.end(), mention.start) if match else None
    if match is None or size is None:
        return
    if match.re is forms.WITH:
        if text[size.end : mention.start] == ", " and (size.unit == "area") == ("area" in match["what"]):
            yield Fact(match["what"], size, start, mention.end)
        return
    if size.unit != "length" or forms.OF_OTHER.match(text, mention.end, mention.sentence.end):
        return
    how = forms.ADJECTIVE.match(text, size.end, mention.start)
    if text[how.end() if how else size.end : mention.start] in (", ", " "):
        what = _DIMENSIONS[how["how"]] if how else load("facilities")["dimension"].get(mention.site.sort, "")
        if what:
            yield Fact(what, size, mention.sentence.start, mention.end)


def _at_size(text: str, mention: Mention) -> Iterator[Fact]:
    """ "The bridge, which at 740 metres is the longest in the country"."""
    end = mention.sentence.end
    match = forms.WHICH_AT.match(text, mention.end, end)
    size = amounts.dimension(text, match.end(), end) if match else None
    if size is None or size.unit != "length":
        return
    how = forms.ADJECTIVE.match(text, size.end, end)
    best = forms.BEST.match(text, how.end() if how else size.end, end)
    told = {_DIMENSIONS[found["how"]] for found in (how, best) if found}
    sideways = load("facilities")["dimension"].get(mention.site.sort) == "length"
    if (
        best and len(told) == 1 and not (sideways and "height" in told)
    ):  # of a bridge, or of what it stands on
        yield Fact(told.pop(), size, mention.start, size.end)


def _rises(text: str, mention: Mention, *, heads: bool) -> Iterator[Fact]:
    """ "The tower rises to 210 metres": what is high, and not what it looks down on."""
    end = mention.sentence.end
    match = forms.RISES.match(text, mention.end, end)
    size = amounts.dimension(text, match.end(), end) if match and _belongs(match, heads) else None
    if size is None or size.unit != "length" or forms.ABOVE.match(text, size.end, end):
        return
    if load("facilities")["dimension"].get(mention.site.sort) == "height":
        yield Fact("height", size, mention.start, size.end)


def _by_papers(text: str, mention: Mention) -> Iterator[Fact]:
    """ "The ship sailed with 402 people, though her certificate allowed for no more than 285"."""
    if mention.site.sort == "ship" and (
        match := forms.PAPERS.search(text, mention.end, mention.sentence.end)
    ):
        yield from _number(text, mention, match.end(), "permitted number on board")


def _predicate(text: str, mention: Mention, at: int, *, heads: bool) -> Iterator[Fact]:
    end = mention.sentence.end
    for form in (forms.SPENT, forms.BUILT_FOR):
        yield from _sum(text, mention, form, at, heads=heads)
    for form in (forms.IS, forms.RUNS, forms.OF_SIZE):
        match = form.match(text, at, end)
        size = amounts.dimension(text, match.end(), end) if match and _belongs(match, heads) else None
        if match is None or size is None:
            continue
        stop = size.end
        if form is forms.OF_SIZE:
            what = match["what"].replace("floor space", "floor area")
        elif how := forms.ADJECTIVE.match(text, size.end, end):
            what, stop = _DIMENSIONS[how["how"]], how.end()
        else:
            what = "length" if form is forms.RUNS or text.startswith(" in length", size.end) else ""
        if what and (size.unit == "area") == (what in ("area", "floor area")):
            yield Fact(what, size, mention.start, stop)
    if (match := forms.HAS.match(text, at, end)) and _belongs(match, heads):
        yield from _numbers(text, mention, match.end())
    if (match := forms.PLACES.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "capacity")
    if (match := forms.CARRIES.match(text, at, end)) and _belongs(match, heads):
        yield from _numbers(text, mention, match.end())
    match = forms.WEIGHS.match(text, at, end)
    weight = amounts.weight(text, match.end(), end) if match and _belongs(match, heads) else None
    if weight:
        yield Fact("weight", weight, mention.start, weight.end)
    if (match := forms.EMPLOYS.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "number of staff")
    if (match := forms.LICENSED.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "permitted number on board")
    if (match := forms.HOLDS.match(text, at, end)) and _belongs(match, heads):
        yield from _number(text, mention, match.end(), "capacity")
    if (match := forms.MAKES.match(text, at, end)) and _belongs(match, heads):
        count = amounts.quantity(text, match.end(), end)
        each = forms.EACH.match(text, count.end, end) if count else None
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
        following = forms.NEXT.match(text, told[0].end, mention.sentence.end) if told else None
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
    if relation in ("capacity", "permitted number on board") or unit is None:
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
    for match in forms.JOBS.finditer(text, mention.sentence.start, mention.sentence.end):
        count = amounts.quantity(text, match.end(), mention.sentence.end)
        of = forms.OF_JOBS.match(text, count.end, mention.sentence.end) if count else None
        if count and of:
            kind = " ".join(word for word in of["kind"].split() if word not in ("new", "full-time", "local"))
            yield Fact(f"{kind} jobs".strip(), count, mention.start, of.end())
