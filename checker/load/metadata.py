"""When was an article published, and how do we know? (Design 3.5, all but the estimate from the text.)"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from checker.model import Block, DayOrder, When

# Keys of front matter and records that tell the day of publication, as letters only; the best first.
_KEYS = (
    "published", "datepublished", "publishdate", "publisheddate", "pubdate", "publicationdate", "publishedat",
    "publishedon", "publishedtime", "articlepublishedtime", "firstpublished", "date", "dateposted", "posted",
    "postdate", "releasedate", "dateline", "datecreated", "created", "createdat", "creationdate", "issued",
)  # fmt: skip

_HEADER = re.compile(
    r"(?:(?:first|originally)\s+)?(?:published|posted|pub(?:lication|lish)?\s?date|post\s?date|date\s+(?:published|posted)"
    r"|release\s+date|date\s+of\s+(?:publication|release)|date|released)"
    r"(?:\s+on)?(?P<colon>\s*[:=])?\s+(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BYLINE = re.compile(
    r"(?:By|BY|by)\s[^\d|]{2,80}?(?:[,|·•–—-]|\s(?=on\s|\d|[A-Z][a-z]{2,8}\.?\s\d))\s*(?:on\s+)?"
)
_AFTER_DATE = re.compile(r"\s*(?:$|[|·•–—(\[-]|,?\s*(?:by|updated|last|modified|edited)\b)", re.IGNORECASE)
# The last word of a date: a number, a zone, "p.m.", a weekday, "(local time)".
_LAST = re.compile(r"\S*\d\S*|\(?(?:[A-Z]{1,5}|[AaPp]\.?[Mm]\.?|[A-Z][a-z]{2,5}day|[Tt]ime)\)?[,.;:|]?")
_SECTION = re.compile(r"\s*(?:in|under|at)\s[A-Z\d]")  # "Posted on 9 April 2021 in Politics"
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DATELINE = re.compile(
    r"[A-Z][^\d()\n:;]{1,60}?[,./]\s+(?P<date>[A-Z0-9][^()\n]{4,40}?),?\s*(?:[(/][^()\n]{1,40}[)/]\s*)?(?:--?|–|—|:)\s"
)
_PARTS = re.compile(r"\s+[|·•]\s+|\t+")
_FILE_DATE = re.compile(
    r"(?<!\d)(1[5-9]\d\d|20\d\d)([-_.])(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![^\W_])(19\d\d|20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![^\W_])"
)
_FOLDER_DATE = re.compile(r"(?:^|/)(1[5-9]\d\d|20\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=[/._-])")
_TOP_BLOCKS = 8
_TOP = 1500  # characters from the beginning in which header lines are looked for
_LONGEST_HEADER = 160
_LONGEST_DATE_LINE = 80
_MOST_WORDS = 8  # of a date, with weekday, time and zone
_DAY_WITHIN = 3


def published(
    stated: Mapping[str, str],
    told_by: str,
    text: str,
    blocks: Sequence[Block],
    path: str,
    order: DayOrder | None = None,
) -> tuple[When | None, str]:
    """The publication date and where it comes from, or (None, ""). ``path`` is the display path.

    ``stated`` are the values of front matter or of a record, which ``told_by`` names. ``order``
    is how a date such as 04/05/2021 is read.
    """
    for when, dated_by in _tellings(stated, told_by, text, blocks, path, order):
        if when:
            return replace(when, basis="published"), dated_by
    return None, ""


def _tellings(
    stated: Mapping[str, str],
    told_by: str,
    text: str,
    blocks: Sequence[Block],
    path: str,
    order: DayOrder | None,
) -> Iterator[tuple[When | None, str]]:
    plain = {re.sub(r"[\W_]", "", key).lower(): value for key, value in stated.items()}
    yield from ((_date(plain[key], order), told_by) for key in _KEYS if key in plain)
    top = list(_top(blocks))
    lines = [text[block.start : block.end] for block in top]
    parts = [
        part
        for block, line in zip(top, lines, strict=True)
        if len(line) <= _LONGEST_HEADER
        for piece in (line.split("\n") if block.kind != "row" else [line])
        for part in _PARTS.split(piece)
    ]
    yield from ((_header(part, order), "header line") for part in parts)
    yield from ((only_a_date(part, order), "date line") for part in parts)
    yield from ((_dateline(line, order), "dateline") for line in lines)
    yield _file_name(path), "file name"


def _top(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks near the top; what sums the article up is none of its lines."""
    above = sum(block.end - block.start for block in blocks if block.kind == "summary")
    lines = (block for block in blocks if block.kind != "summary")
    for block, _ in zip(lines, range(_TOP_BLOCKS), strict=False):
        if block.start > _TOP + above:
            return
        yield block


def _date(text: str, order: DayOrder | None) -> When | None:
    """The date that is the whole of ``text``."""
    from checker.dates import absolute

    return absolute(text.strip(" \t\r\n,;.|*_()[]"), order)


def _leading_date(text: str, order: DayOrder | None) -> tuple[When | None, str]:
    """The date at the beginning of ``text``, as long as possible, and what follows it."""
    words = [match for match, _ in zip(re.finditer(r"\S+", text), range(_MOST_WORDS), strict=False)]
    year = _YEAR.search(text, 0, words[-1].end()) if words else None
    if year and any(character.isdigit() for word in words[:_DAY_WITHIN] for character in word[0]):
        for word in reversed(words):
            if word.end() < year.end():
                break
            when = _date(text[: word.end()], order) if _LAST.fullmatch(word[0]) else None
            if when:
                return when, text[word.end() :]
    return None, text


def _header(line: str, order: DayOrder | None) -> When | None:
    """The date of a line such as "Published: 9 April 2021" or "date 2021-04-09 Some Site: more"."""
    match = _HEADER.match(line)
    if not match:
        return None
    when, rest = _leading_date(match["rest"], order)
    if when is None or match["colon"]:
        return when
    # Without a colon it may be a sentence: "Published April 9, 2021, the report ..."
    begun = match["rest"][: len(match["rest"]) - len(rest)]
    goes_on = rest.lstrip()[:1].islower() and not _AFTER_DATE.match(rest) and not _SECTION.match(rest)
    sentence = begun.endswith(",") or goes_on
    return when if when.first == when.last and not sentence else None


def only_a_date(line: str, order: DayOrder | None = None) -> When | None:
    """The day that is all of a line, but for a byline and the time of day."""
    if len(line) > _LONGEST_DATE_LINE or not any(character.isdigit() for character in line):
        return None
    byline = _BYLINE.match(line)
    when, rest = _leading_date(line[byline.end() :] if byline else line, order)
    if when is None or when.first != when.last:
        return None
    few = len(rest) < 0.7 * len(line)
    return when if not rest.strip(" .,") or (few and _AFTER_DATE.match(rest)) else None


def _dateline(line: str, order: DayOrder | None) -> When | None:
    """The day in a report's first words, "KABUL, Dec. 8, 2009 (Agency) - ..."; None without a year."""
    match = _DATELINE.match(line, 0, _LONGEST_HEADER)
    when = _date(match["date"], order) if match else None
    return when if when and when.first == when.last else None


def _file_name(path: str) -> When | None:
    """The day in a file's name, or in the names of the folders it lies in."""
    named = _FILE_DATE.search(path.rpartition("/")[2])
    if named:
        return _day(named[1] or named[5], named[3] or named[6], named[4] or named[7])
    folders = _FOLDER_DATE.search(path)
    return _day(folders[1], folders[2], folders[3]) if folders else None


def _day(year: str, month: str, day: str) -> When | None:
    try:
        number = date(int(year), int(month), int(day)).toordinal()
    except ValueError:
        return None
    return When(number, number)
