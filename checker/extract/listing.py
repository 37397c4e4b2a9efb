"""Claims that a list holds as many things as it is announced to: "three ports: Aden, Suez and Jeddah"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.model import Block, Listing
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_MOST = 40  # items of a list below its announcement
_MARKER = re.compile(r"(?P<margin>[ \t]*)(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])[ \t]+")
_LONGEST = 300  # characters of a list
# Behind a colon, "namely", a bracket, or a noun in the plural.
_INTRODUCED = re.compile(
    r"[:,(](?:(?<=:)|(?<=[a-z]\s\()[A-Z]|\snamely|\s(?:made\sup\sof|consisting\sof|comprising|composed\sof)\s|(?:(?<=ren,)|(?<=[a-z]s,))\s(?:the\s)?[A-Z])"
)
_SEPARATOR = re.compile(r",\s(?:and\s)?|\sand\s")
_COMMA = re.compile(r",\s(?:and\s)?")
_NAME = re.compile(r"[A-Z][\w'-]*(?:\s[A-Z][\w'.-]*){0,2}")
_KIN = r"(?:grand|step)?children|sons|daughters|brothers|sisters|siblings"
_ITEM = re.compile(r"(?:the\s|an?\s)?[\w'-]+(?:\s[\w'.&-]+){0,4}")
_TITLE = re.compile(r"\A(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame|Judge|Professor|Justice)\.?\s")
_PART = re.compile(r"(?P<number>\d{1,2}|[a-z]{1,8})\s(?P<what>(?:[a-z-]{2,15}\s){0,3}[a-z]{3,15})")
_MORE = re.compile(r"\b(?:including|such|among|others?|more|about|least|some)\b")
_NOT_ALL = re.compile(
    r"\b(?:including|such\sas|among|like|e\.g|example|etc|others|more|or|both|either|between|respectively)\b|[;:()\"“”]|\d"
)


@cache
def _counted(nouns: str = r"(?:[a-z-]+\s){0,2}?[a-z]{2,20}s|people|men|women|children") -> str:
    numbers = {word: n for word, n in load("dates")["numbers"].items() if 2 <= n <= 12}
    words = pattern((*numbers, *(word.capitalize() for word in numbers)), boundary=False)
    return rf"(?P<number>{words}|[2-9]|1[0-2])\s(?P<noun>{nouns})"


@cache
def _announced() -> re.Pattern[str]:
    whose = r"(?:(?:the|its|their|his|her|this)\s)?"
    word = rf"(?!(?:{pattern(load('dates')['numbers'], boundary=False)})\b|\d)[\w-]+"
    of = rf"(?:\s(?:of|in|for|at|by|from)\s{whose}{word}(?:\s{word}){{0,3}}){{0,3}}?"
    done = r"(?:\s(?:would|will|were|are|have|had)(?:\sbe|\sbeen)?\s[a-z]{3,12}(?:\s(?:out|on|in|part|up))?)?"
    return re.compile(rf"\b{_counted()}(?:{of}|{done})(?::|,\snamely)\s(?=[A-Za-z])")


@cache
def _of_kin() -> re.Pattern[str]:
    """ "Two sons, Karl and Emil": without a colon, and all of them are names."""
    return re.compile(rf"\b{_counted(_KIN)},\s(?=[A-Z])")


@cache
def _bracketed() -> re.Pattern[str]:
    """ "Five towns (Arlon, Virton and Bouillon)": names, the last behind "and"."""
    return re.compile(rf"\b{_counted()}\s\((?P<list>[A-Z][^():;]{{2,200}}?\sand\s[A-Z][^():;,]{{1,40}})\)")


@cache
def _in_passing() -> re.Pattern[str]:
    """ "Two novels, The Salt Road and Winter Harbour, were": names alone, up to the next comma or stop."""
    nouns = pattern(load("relations")["lists"]["nouns"], boundary=False)
    one = r"(?:the\s)?[A-Z][\w'-]*(?:\s(?:(?:of|the)\s){0,2}[A-Z][\w'.-]*){0,3}"
    counted = _counted(rf"(?:[a-z-]+\s){{0,2}}?{nouns}")
    return re.compile(
        rf"\b{counted},\s(?P<list>{one}(?:,\s{one}){{0,10}},?\sand\s{one})"
        r"(?=[.;]|,\s(?!and\b)[a-z])"
    )


@cache
def _made_up() -> re.Pattern[str]:
    """ "A panel of three, made up of Ada Holm and Luis Prado"."""
    numbers = pattern((word for word, n in load("dates")["numbers"].items() if 2 <= n <= 12), boundary=False)
    return re.compile(
        rf"\b(?P<noun>panel|committee|commission|team|jury|group|board|crew|delegation)\sof\s(?P<number>{numbers}|[2-9])"
        r"(?:\s[a-z]+)?,?\s(?:made\sup\sof|consisting\sof|comprising|composed\sof|namely)\s"
        r"(?P<list>[A-Z][^():;]{2,200}?\sand\s(?:[A-Z][a-z]{1,9}\.?\s)?[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})(?=[.,;]|\s[a-z])"
    )


@cache
def _following() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the\sfollowing|these)\s{_counted()}:\Z")


def extract(reading: Reading) -> Iterator[Listing]:
    """One claim for each list that is announced with its number: to the end of the sentence, or below it."""
    text = reading.article.text
    behind: dict[int, int] = {}
    for sentence in reading.holding(_INTRODUCED):
        if sentence.block.kind not in ("paragraph", "item"):
            continue
        if text[sentence.end - 1] == ":" and sentence.block.kind == "paragraph":
            behind = behind or {block.start: i + 1 for i, block in enumerate(reading.article.blocks)}
            next_ = behind[sentence.block.start]
            yield from _bulleted(reading, sentence, reading.article.blocks[next_ : next_ + _MOST])
        for match in _announced().finditer(text, sentence.start, sentence.end):
            if parts := _counted_off(text, match, sentence):
                promised = int(figures(match["number"].lower()) or 0)
                place = reading.place(match.start(), sentence.end - 1)
                yield Listing(**place, noun=match["noun"], promised=promised, listed=parts)
                continue
            listed = _listed(text, match.end(), sentence)
            if listed:
                yield _claim(reading, match, sentence, listed)
        for match in _bracketed().finditer(text, sentence.start, sentence.end):
            items = _items(match["list"])
            promised = int(figures(match["number"].lower()) or 0)
            joined = match["list"].count(",") + 1 <= promised < len(items)  # "Health and Human Services"
            plain = all(_NAME.fullmatch(item) for item in items) and not _NOT_ALL.search(match["list"])
            if plain and not joined:
                yield _claim(reading, match, sentence, items, match.end())
        for match in _made_up().finditer(text, sentence.start, sentence.end):
            items = [_TITLE.sub("", item) for item in _SEPARATOR.split(match["list"])]
            if all(_NAME.fullmatch(item) for item in items) and not _NOT_ALL.search(match["list"]):
                yield _claim(reading, match, sentence, items, match.end())
        for match in _of_kin().finditer(text, sentence.start, sentence.end):
            listed = _listed(text, match.end(), sentence)
            if listed and all(_NAME.fullmatch(item) for item in listed):
                yield _claim(reading, match, sentence, listed)
        for match in _in_passing().finditer(text, sentence.start, sentence.end):
            listed = _items(match["list"])
            if not _NOT_ALL.search(text, match.end(), match.end() + 30):
                yield _claim(reading, match, sentence, listed, match.end())


def _items(said: str) -> list[str]:
    """A comma before the last "and" tells that any other stands inside a name."""
    return _COMMA.split(said) if ", and " in said else _SEPARATOR.split(said)


def _bulleted(reading: Reading, sentence: Sentence, below: tuple[Block, ...]) -> Iterator[Listing]:
    """ "The commission named the following three members:" with a list below it."""
    text = reading.article.text
    match = _following().search(text, sentence.start, sentence.end)
    if match is None or _NOT_ALL.search(text[sentence.start : sentence.end - 1]):
        return
    margins = []
    for block in below:
        if block.kind != "item":
            break
        at = reading.article.positions.at(block.start)
        line = reading.article.original[reading.article.original.rfind("\n", 0, at) + 1 : at]
        marked = _MARKER.fullmatch(line)
        margins.append(len(marked["margin"]) if marked else -1)
    listed = margins.count(margins[0]) if margins else 0
    if listed > 1 and margins[0] >= 0:
        promised = int(figures(match["number"].lower()) or 0)
        place = reading.place(match.start("number"), sentence.end)
        yield Listing(**place, noun=match["noun"], promised=promised, listed=listed)


def _listed(text: str, start: int, sentence: Sentence) -> list[str]:
    """The things named from there to the end of the sentence; none where it is no plain list."""
    said = text[start : sentence.end].rstrip(".")
    if len(said) > _LONGEST or text[sentence.end - 1] != "." or _NOT_ALL.search(said):
        return []
    items = _items(said)
    if len(items) < 2 or len(re.findall(r"\sand\s|,\sand\s", said)) != 1:
        return []
    if not re.search(r"(?:\sand\s)[^,]*\Z", said) or not all(_ITEM.fullmatch(item) for item in items):
        return []
    if any(figures(item.split()[0].lower()) for item in items):
        return []
    capitals = {item.removeprefix("the ")[:1].isupper() for item in items}
    return items if len(capitals) == 1 else []


def _counted_off(text: str, match: re.Match[str], sentence: Sentence) -> int:
    """How many things are told one sort after the other: "two wash stills and a spirit still"."""
    noun = match["noun"].split()[-1].removesuffix("s")
    said = text[match.end() : sentence.end].rstrip(".").split(", all ")[0]
    items = [_PART.fullmatch(item) for item in _SEPARATOR.split(said)]
    if len(items) < 2 or noun[-1:] == "e" or " and " not in said or _MORE.search(said):
        return 0
    total = 0
    for item in items:
        if item is None or item["what"].split()[-1].removesuffix("s") != noun:
            return 0
        number = 1.0 if item["number"].lower() in ("a", "an") else figures(item["number"].lower())
        if not number:
            return 0
        total += int(number)
    return total


def _claim(
    reading: Reading, match: re.Match[str], sentence: Sentence, items: list[str], end: int = 0
) -> Listing:
    promised = int(figures(match["number"].lower()) or 0)
    most = len(items)
    least = most - sum(_holds(outer, inner) for inner, outer in pairwise(items))
    return Listing(
        **reading.place(match.start(), end or sentence.end - 1),
        noun=match["noun"],
        promised=promised,
        listed=promised if least <= promised <= most else most,
    )


def _holds(outer: str, inner: str) -> bool:
    """ "Lyon, France": may the second only say where the first lies?"""
    found, within = places.find(outer), places.find(inner)
    if found is None or found.kind not in ("country", "part"):
        return False
    return within is None or places.contains(found.code, within.code) is True
