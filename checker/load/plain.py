"""Reads plain text: blank lines and line breaks that nobody had to set make blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checker.load.addresses import addresses
from checker.load.article import article
from checker.load.clean import Builder
from checker.load.comments import openings
from checker.load.ignores import with_ignores
from checker.load.metadata import only_a_date
from checker.load.outcome import Loaded
from checker.model import Article, BlockKind, DayOrder

_ITEM = re.compile(r"(?:[•‣◦⁃∙·▪●○*–—-]|\(?\d{1,3}[.)]|\(?(?:[A-Za-z]|[ivx]{1,4})\))[ \t\xa0]++(?=\S)")
_HEADER = re.compile(
    r"\W{0,3}(?:(?:First |Originally |Last )?(?i:date|published|posted|updated|dated)\b(?:\s*[:=]|.{0,30}\d)"
    r"|(?i:author|source|byline|photo|section|topics?|tags?)\s*[:=]|(?i:by|written by|reported by)\s+[A-Z])"
)
_SHOWN = re.compile(r"[^\r\n]")
_TITLE_MARK = re.compile(r"(?:title|headline)\s*:\s*", re.IGNORECASE)
# A wrapped text is between these widths, and at part of its line breaks a sentence goes on.
_NARROWEST, _WIDEST = 40, 140
_LEAST_INSIDE = 0.25
_INDENT = 8  # characters by which a paragraph's first line may have been shorter, before it lost them
_LEAST_CUT = 0.3  # of the first lines of paragraphs that were not at the margin surely go on
_LEAST_WIDTH = 0.4  # of the others is what a first line has at least behind a dateline
_LEADS_ON = frozenset(
    "a after an and are as at be been before between but by during for from had has have her his in into is "
    "its of on or than that the their this to until was were when which while who will with would".split()
)
_FULL_STOP = re.compile(r"[.!?][\"”’)]? [A-Z]")  # prose: headings hold no more than one sentence
_LONGEST_TITLE = 200
_LONGEST_HEADING = 100
_MOST_HEADING_WORDS = 14
_TITLE_WITHIN = 4  # blocks


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text file."""

    text: str  # without the blanks around it
    start: int  # offset of its first character


def read(path: str, original: str, order: DayOrder | None = None) -> Loaded:
    """The one article of a plain text file."""
    found = plain_article(path, original, order=order)
    if found is None:
        return Loaded(skipped=1)
    found, problems = with_ignores(found, openings(original))
    return Loaded((found,), problems)


def plain_article(
    path: str,
    original: str,
    *,
    record: str | None = None,
    title: str = "",
    stated: dict[str, str] | None = None,
    line: int = 1,
    order: DayOrder | None = None,
) -> Article | None:
    """The article of a plain text; None when it has no words or they are not English."""
    builder = Builder()
    text = _without_comments(original)
    groups = list(_groups(text))
    width = _width(groups)
    cut = _cut(groups, width)
    blocks = [block for group in groups for block in _blocks(group, width, cut=cut)]
    kinds = _kinds(blocks, titled=bool(title))
    for block, kind in zip(blocks, kinds, strict=True):
        _write(builder, text, block, kind)
    return article(builder, original, path, record=record, title=title, stated=stated, line=line, order=order)


def _without_comments(text: str) -> str:
    """The text with blanks, as many, where comments stand; their line breaks stay."""
    parts: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start) + 3) > 2:
        parts += text[at:start], _SHOWN.sub(" ", text[start:end])
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _groups(text: str) -> Iterator[list[_Line]]:
    """The lines between blank lines and rulers."""
    group: list[_Line] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if any(map(str.isalnum, bare)):
            group.append(_Line(bare, offset + line.index(bare)))
        elif group:
            yield group
            group = []
        offset += len(line)
    if group:
        yield group


def _width(groups: Sequence[Sequence[_Line]]) -> int:
    """How wide the lines were allowed to be by whatever wrapped them; 0 when nothing did.

    The widest but for one line in fifty; nobody wraps wider than some 140 characters.
    """
    pairs = [(one, two) for group in groups for one, two in pairwise(group)]
    lengths = sorted(len(one.text) for one, _ in pairs)
    width = lengths[len(lengths) - 1 - len(lengths) // 50] if lengths else 0
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    forced = [(one, two) for one, two in pairs if _forced(one, two, width)]
    inside = sum(_goes_on(one, two) for one, two in forced)
    return width if inside and inside >= _LEAST_INSIDE * len(forced) else 0


def _goes_on(one: _Line, two: _Line) -> bool:
    """Does a sentence surely run from line one into line two?"""
    if two.text[0].islower() or one.text[-1] == ",":
        return True
    if one.text[-1] in ".!?:;\"”’')":
        return False
    return one.text.rsplit(None, 1)[-1].lower() in _LEADS_ON or bool(_FULL_STOP.search(one.text))


def _forced(one: _Line, two: _Line, width: int) -> bool:
    """Was there no room on line one for the first word of line two?"""
    return len(one.text) + 1 + len(two.text.split(None, 1)[0]) > width


def _cut(groups: Sequence[Sequence[_Line]], width: int) -> bool:
    """Are the first lines of paragraphs shorter than the others, as they were indented or had a dateline?"""
    firsts = [(group[0], group[1]) for group in groups if len(group) > 1 and width]
    short = [
        (one, two) for one, two in firsts if _may_be_cut(one, two, width) and not _forced(one, two, width)
    ]
    return bool(short) and sum(_goes_on(*pair) for pair in short) >= _LEAST_CUT * len(short)


def _may_be_cut(one: _Line, two: _Line, width: int) -> bool:
    if _HEADER.match(one.text) or _ITEM.match(one.text) or one.text[-1] in ".!?:":
        return False
    return len(one.text) >= _LEAST_WIDTH * width or _goes_on(one, two)


def _blocks(group: Sequence[_Line], width: int, *, cut: bool) -> Iterator[list[_Line]]:
    """The lines of a group, those joined that only wrapping parts; with ``cut`` first lines are shorter."""
    block = [group[0]]
    for line in group[1:]:
        first = block[-1] is group[0]
        short = first and cut and _may_be_cut(group[0], line, width)
        if width and not _ITEM.match(line.text) and (short or _wrapped(block[-1], line, width, first=first)):
            block.append(line)
        else:
            yield block
            block = [line]
    yield block


def _wrapped(one: _Line, two: _Line, width: int, *, first: bool) -> bool:
    """Did only the width part the two lines? What goes on in small letters was shorter when it was wrapped.

    A dateline, or the blanks at the beginning of a paragraph, may have been taken away since.
    """
    if _forced(one, two, width):
        return True
    return first and (two.text[0].islower() or (_forced(one, two, width - _INDENT) and _goes_on(one, two)))


def _kinds(blocks: Sequence[Sequence[_Line]], *, titled: bool) -> list[BlockKind]:
    kinds: list[BlockKind] = [_kind(block) for block in blocks]
    if titled or len(blocks) < 2:
        return kinds
    for number, block in enumerate(blocks[:_TITLE_WITHIN]):
        if _TITLE_MARK.match(block[0].text) or _may_be_title(block, kinds[number]):
            kinds[number] = "title"
            break
        if not _HEADER.match(block[0].text) and not only_a_date(block[0].text):
            break
    return kinds


def _kind(block: Sequence[_Line]) -> BlockKind:
    text = block[0].text
    if _ITEM.match(text):
        return "item"
    short = len(block) == 1 and len(text) <= _LONGEST_HEADING and len(text.split()) <= _MOST_HEADING_WORDS
    if not short or text[0].islower() or text[-1] in ".,;!?…\"”’'" or _HEADER.match(text):
        return "paragraph"
    return "heading"


def _may_be_title(block: Sequence[_Line], kind: BlockKind) -> bool:
    text = " ".join(line.text for line in block)
    if kind == "item" or len(text) > _LONGEST_TITLE or len(block) > 2 or text[-1] in ".,;:…":
        return False
    return not _HEADER.match(text) and not only_a_date(text)


def _write(builder: Builder, text: str, block: Sequence[_Line], kind: BlockKind) -> None:
    start, end = block[0].start, block[-1].start + len(block[-1].text)
    mark = (
        (_ITEM if kind == "item" else _TITLE_MARK).match(text, start, end)
        if kind in ("item", "title")
        else None
    )
    at = mark.end() if mark else start
    for first, last in addresses(text, at, end):
        builder.add(text[at:first], at)
        at = last
    builder.add(text[at:end], at)
    builder.end(kind, end)
