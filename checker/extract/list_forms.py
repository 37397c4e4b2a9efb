"""How is a list announced with its number? "Three ports:", "two sons, Karl", "three times, in 1956"."""

from __future__ import annotations

import re
from functools import cache

from checker.text.trie import pattern
from checker.vocab import load

_KIN = r"(?:grand|step)?children|sons|daughters|brothers|sisters|siblings"
_WHOSE = r"(?:(?:the|its|their|his|her|this)\s)?"
_NAME = r"(?:the\s)?[A-Z][\w'-]*(?:\s(?:(?:of|the)\s){0,2}[A-Z][\w'.-]*){0,3}"
_NAMES = rf"{_NAME}(?:,\s{_NAME}){{0,10}},?\sand\s{_NAME}"
_ENDS = r"(?=[.;]|,\s(?!and\b)[a-z])"
_YEARS = r"(?P<list>\d{4}(?:,\s\d{4}){0,11},?\sand\s\d{4})"


@cache
def _numbers() -> str:
    return pattern(_words(), boundary=False)


def _words() -> tuple[str, ...]:
    numbers = [word for word, n in load("dates")["numbers"].items() if 2 <= n <= 12]
    return (*numbers, *(word.capitalize() for word in numbers))


def _counted(nouns: str = r"(?:[a-z-]+\s){0,2}?[a-z]{2,20}s|people|men|women|children") -> str:
    return rf"(?P<number>{_numbers()}|[2-9]|1[0-2])\s(?P<noun>{nouns})"


def _of() -> str:
    """What may stand between the noun and the colon: "in the north of Leeds"."""
    word = rf"(?!(?:{pattern(load('dates')['numbers'], boundary=False)})\b|\d)[\w-]+"
    return rf"(?:\s(?:of|in|for|at|by|from)\s{_WHOSE}{word}(?:\s{word}){{0,3}}){{0,3}}?"


def _nouns() -> str:
    table = load("relations")["lists"]
    return rf"(?:[a-z-]+\s){{0,2}}?{pattern((*table['nouns'], *table['people']), boundary=False)}"


@cache
def signs() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Where a number, in figures or in words, is followed by what may begin a list; and those words."""
    begun = (
        r":|,\s(?:namely\b|in\s\d|(?:the\s)?[A-Z])|\s\([A-Z\d]|\s(?:are|were)\s(?:the\s)?[A-Z]|"
        r"\s(?:made\sup\sof|consisting\sof|comprising|composed\sof)\s"
    )
    ahead = rf"(?=,?\s[a-z])(?=[^.;\n]{{1,110}}?(?:{begun}))"
    return (
        re.compile(rf"[1-9](?<![\w.].)(?:(?<=1)[0-2]|(?<!1)){ahead}"),
        re.compile(rf"(?<![\w.])(?:{_numbers()}){ahead}"),
        frozenset(_words()),
    )


@cache
def announced() -> re.Pattern[str]:
    being = r"(?:would|will|were|are|was|have|had|has)(?:\s(?:also|be|been|since|now|then|already)){0,2}"
    done = rf"(?:\s{being}?\s[a-z]{{3,12}}(?:\s(?:out|on|in|part|up|as|well|for|today|yesterday)){{0,2}})?"
    return re.compile(rf"\b{_counted()}(?:{_of()}|{done})(?::|,\snamely)\s(?=[A-Za-z])")


@cache
def of_kin() -> re.Pattern[str]:
    """ "Two sons, Karl and Emil": without a colon, and all of them are names."""
    return re.compile(rf"\b{_counted(_KIN)},\s(?=[A-Z])")


@cache
def bracketed() -> re.Pattern[str]:
    """ "Five towns (Arlon, Virton and Bouillon)": names, the last behind "and"."""
    return re.compile(rf"\b{_counted()}\s\((?P<list>[A-Z][^():;]{{2,200}}?\sand\s[A-Z][^():;,]{{1,40}})\)")


@cache
def in_passing() -> re.Pattern[str]:
    """ "Two novels, The Salt Road and Winter Harbour, were": names alone, up to the next comma or stop."""
    return re.compile(rf"\b{_counted(_nouns())},\s(?P<list>{_NAMES}){_ENDS}")


@cache
def behind_verb() -> re.Pattern[str]:
    """ "Two countries abstained, Latvia and Malta.": names alone, as above."""
    verbs = pattern(load("relations")["lists"]["verbs"], boundary=False)
    done = rf"(?:(?:have|has|had|were|are|was)\s(?:also\s|been\s)*)?(?:{verbs}|[a-z]{{3,12}}ed)"
    around = r"(?:\s(?:against|aside|away|down|for|in|off|out|part|up|it|favour|favor))*"
    return re.compile(rf"\b{_counted(_nouns())}\s{done}{around},\s(?P<list>{_NAMES}){_ENDS}")


@cache
def equated() -> re.Pattern[str]:
    """ "Its three members are Ann Roe, Ben Doe and Cy Lee.", "Arlon and Virton were the only two towns"."""
    return re.compile(
        rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?:other\s)?{_counted(_nouns())}{_of()}\s(?:are|were)\s"
        rf"(?P<list>{_NAMES})(?=\.)"
    )


@cache
def in_years() -> re.Pattern[str]:
    """ "Three times, in 1956, 1961 and 1970", "two titles (1956 and 1961)"."""
    nouns = r"times|(?:[a-z-]+\s){0,2}(?:titles|championships|cups|crowns)"
    years = rf"(?:,\sin\s{_YEARS}(?=[.;,])(?!,\s\d)|\s\({_YEARS.replace('list', 'years')}\))"
    return re.compile(rf"\b{_counted(nouns)}{years}")


@cache
def made_up() -> re.Pattern[str]:
    """ "A panel of three, made up of Ada Holm and Luis Prado"."""
    numbers = pattern((word for word, n in load("dates")["numbers"].items() if 2 <= n <= 12), boundary=False)
    return re.compile(
        rf"\b(?P<noun>panel|committee|commission|team|jury|group|board|crew|delegation)\sof\s(?P<number>{numbers}|[2-9])"
        r"(?:\s[a-z]+)?,?\s(?:made\sup\sof|consisting\sof|comprising|composed\sof|namely)\s"
        r"(?P<list>[A-Z][^():;]{2,200}?\sand\s(?:[A-Z][a-z]{1,9}\.?\s)?[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})(?=[.,;]|\s[a-z])"
    )


@cache
def following() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the\sfollowing|these)\s{_counted()}:\Z")
