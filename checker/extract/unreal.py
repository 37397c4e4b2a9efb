"""Titles and names that tell nothing of who holds an office: ships, namesakes of people, parts in plays."""

from __future__ import annotations

import re

from checker.extract.names import name_at
from checker.extract.title_phrases import Title
from checker.text.tokens import Token

_SHIPS = frozenset(
    "aircraft battlecruiser battleship boat carrier corvette cruiser destroyer ferry flagship freighter "
    "frigate hms hotel liner minesweeper ship ss steamboat steamer steamship submarine tanker trawler "
    "troopship tug uss vessel warship yacht".split()
)
_PARTS = re.compile(
    r"\b(?:play(?:s|ed|ing)?|portray(?:s|ed|ing|al of)?|impersonat(?:es|ed|ing)|voic(?:es|ed|ing)|"
    r"depict(?:s|ed|ing)|(?:role|part|character|character of|role of|part of)|"
    r"(?:star|cast|appear|feature|guest)\w{0,6}\b[^.;:]{0,60}\bas)"
    r" (?:the |a |an )?(?:fictional |fictitious |late |former |young )?\Z"
)
_TOLD = re.compile(
    r"\b[Ii]n (?:the|his|her|this|a|an|its) (?:[\w'-]+ ){0,2}(?:ballet|comic|film|movie|musical|novel|"
    r"novella|opera|play|screenplay|sitcom|sequel|"
    r"short story|"
    r"(?:TV|television|web|Netflix|BBC) (?:series|drama|show))\b"
)
_NEAR = 80  # characters before a title that tell of a part


def no_person(text: str, row: list[Token], title: Title) -> bool:
    """Is it the name of a ship ("the cruiser Prince Eugen"), or of a thing ("The President Lincoln sank")?"""
    start = title.start
    if start == 0 or not row[start].capital:
        return False
    low = row[start - 1].low
    if low in _SHIPS or (low == "cape" and row[start - 1].capital):
        return True
    if low != "the" or title.end > start + 1 or title.head.sovereign or title.head.portfolio:
        return False
    name = name_at(text, row, title.end) if title.end < len(row) and row[title.end].capital else None
    return name is not None and name.words == 1 and not name.titled


def is_part(text: str, sentence_start: int, start: int) -> bool:
    """Is the title at ``start`` somebody's part in a play or film, or told in a tale?"""
    near = text[max(sentence_start, start - _NEAR) : start]
    return bool(_PARTS.search(near)) or _TOLD.search(text, sentence_start, start) is not None
