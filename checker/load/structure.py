"""Which blocks a Markdown file consists of, read line by line: of what kind and from where to where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from checker.load.inline import label
from checker.model import BlockKind

_QUOTE = re.compile(r"[ ]{0,3}>(?:[ \t]{0,4}>){0,20}+[ \t]?")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]++|$)")
_HEADING_END = re.compile(r"(?<![ \t])[ \t]++#{1,100}+$")
_FENCE = re.compile(r"(`{3,1000}+)[^`]*+$|(~{3,1000}+)")
_RULER = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$")
_UNDERLINE = re.compile(r"(?:=++|-++)$")
_ITEM = re.compile(r"(?:[-*+•]|(\d{1,9})[.)])(?:([ \t]++)(?:\[[ xX]\][ \t]++)?(?=\S)|$)")
_DEFINITION = re.compile(r"\[([^\[\]^][^\[\]]{0,500}+)\]:[ \t]*+\S")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,100}+\]:[ \t]*+")
_TERM = re.compile(r":[ \t]++(?=\S)")
_OPAQUE = re.compile(
    r"<(script|style|pre|textarea|svg|iframe|template|math)\b|\{%-?\s{0,9}(highlight|comment)\b"
    r"|\{\{[<%]\s{0,9}(highlight)\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r":{3,}|\{:[^{}]{0,300}\}$|\*\[[^\]]{1,100}\]:|\[TOC\]$|<!--(?:(?!-->).){0,4000}+-->$"
    r"|\{/\*(?:(?!\*/\}).){0,4000}+\*/\}$"
)
_MODULE = re.compile(  # of MDX
    r"import\s(?:[^'\"]{1,300}\sfrom\s)?['\"][^'\"]{1,300}['\"];?$|export\s(?:const|default|function|let)\s"
)
_COMMENTS = ("<!--", "{/*")
_COMMENT_ENDS = ("-->", "*/}")
_CELL = re.compile(r"(?<!\\)\|")
_DELIMITERS = frozenset("|:- \t")
_CODE_INDENT = 4


@dataclass(slots=True)
class Span:
    """A block of the file. ``level`` is that of a heading; a row has ``cells``."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    cells: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Structure:
    """The blocks of a file in order; the labels of link definitions, the marks of quotes, what is code."""

    spans: list[Span] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    quote_marks: list[tuple[int, int]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


def structure(text: str, start: int) -> Structure:
    """The blocks of the Markdown from ``start`` on: CommonMark's, with tables and footnotes, code left out.

    Where it differs: link definitions and footnotes fill one line, and what stands inside lists and quotes
    is read as if it stood alone.
    """
    reader = _Reader(text)
    offset = start
    for line in text[start:].splitlines(keepends=True):
        reader.read(line, offset)
        offset += len(line)
    reader.close()
    return reader.found


class _Reader:
    """What is known while the lines go by."""

    def __init__(self, text: str) -> None:
        self.found = Structure()
        self._text = text
        self._open: Span | None = None
        self._last_line = 0  # where the last line of the open block begins
        self._indents: list[int] = []  # where the content of each open list item begins
        self._quoted = False
        self._table = False
        self._fence = ""
        self._module = False
        self._until = ""  # what ends the stretch of foreign code that we are in
        self._last: dict[str, int] = {}

    def close(self) -> None:
        if self._open:
            self.found.spans.append(self._open)
            self._open = None

    def read(self, line: str, at: int) -> None:
        """Takes in one line, which begins at offset ``at``."""
        if self._until:
            self._go_on_with_foreign(line, at)
            return
        bare = line.strip()
        if bare[:1] == ">" and not (self._fence and not self._quoted):
            mark = _QUOTE.match(line)
            if mark:
                if not self._quoted:
                    self._turn(quoted=True)
                self.found.quote_marks.append((at, at + mark.end()))
                self._inside(line[mark.end() :], at + mark.end())
                return
        if self._quoted and not (self._open and bare[:1].isalnum() and not self._table):
            self._turn(quoted=False)
        self._inside(line, at)

    def _turn(self, *, quoted: bool) -> None:
        """Goes into a quote or out of it."""
        self.close()
        self._quoted, self._table, self._fence = quoted, False, ""
        self._indents.clear()

    def _inside(self, line: str, at: int) -> None:
        bare = line.strip()
        if self._fence:
            self.found.code.append((at, at + len(line)))
            if bare.startswith(self._fence) and not bare.strip(self._fence[0]):
                self._fence = ""
            return
        if self._module:
            self._module = bool(bare)
            return
        if not bare:
            self.close()
            self._table = False
            return
        if self._open and bare[0].isalpha():
            self._go_on(line, at)
            return
        lead = line[: len(line) - len(line.lstrip())]
        indent = len(lead.expandtabs(4))
        at += len(lead)
        if not self._open:
            self._leave_items(indent)
            if indent - (self._indents[-1] if self._indents else 0) >= _CODE_INDENT:
                self.found.code.append((at, at + len(bare)))
                return
        if self._table:
            if _DROPPED.match(bare):
                return  # a comment on the rows below it
            if "|" in bare:
                self._row(bare, at)
                return
            self._table = bare.startswith(_COMMENTS)
        if not bare[0].isalpha() and self._marked(bare, at, indent):
            return
        if not self._open and bare[:6] in ("import", "export") and _MODULE.match(bare):
            self._module = True
            return
        if self._open:
            self._go_on(bare, at)
        else:
            self._begin("item" if self._indents else "paragraph", at, at + len(bare))

    def _marked(self, bare: str, at: int, indent: int) -> bool:
        """Takes in a line that begins with mark-up for blocks; False when it is a line of text."""
        if match := _FENCE.match(bare):
            self.close()
            self._fence = match[1] or match[2]
        elif match := _HEADING.match(bare):
            self._heading(bare, at, match)
        elif self._open and self._open.kind == "paragraph" and _UNDERLINE.match(bare):
            self._open.kind, self._open.level = "heading", 1 if bare[0] == "=" else 2
            self.close()
        elif self._open and "|" in bare and "-" in bare and _DELIMITERS.issuperset(bare):
            self._begin_table()
        elif _RULER.match(bare) or _DROPPED.match(bare):
            self.close()
        elif match := _ITEM.match(bare):
            return self._item(bare, at, indent, match)
        elif match := _NOTE.match(bare):
            self._begin("paragraph", at + match.end(), at + len(bare))
            self._indents = [_CODE_INDENT]
        elif not self._open and (match := _DEFINITION.match(bare)):
            self.found.labels.add(label(match[1]))
        elif match := _TERM.match(bare):
            self._begin("item", at + match.end(), at + len(bare))
        else:
            return self._foreign(bare, at)
        return True

    def _begin(self, kind: BlockKind, start: int, end: int) -> None:
        self.close()
        self._open = Span("quote" if self._quoted else kind, start, end)
        self._last_line = start

    def _go_on(self, line: str, at: int) -> None:
        assert self._open
        self._open.end = at + len(line.rstrip())
        self._last_line = at

    def _heading(self, bare: str, at: int, match: re.Match[str]) -> None:
        self.close()
        end = _HEADING_END.search(bare, match.end())
        last = end.start() if end else len(bare)
        self.found.spans.append(Span("heading", at + match.end(), at + max(last, match.end()), len(match[1])))

    def _leave_items(self, indent: int) -> None:
        while self._indents and indent < self._indents[-1]:
            self._indents.pop()

    def _item(self, bare: str, at: int, indent: int, match: re.Match[str]) -> bool:
        if self._open and (match.end() == len(bare) or (match[1] not in (None, "1") and not self._indents)):
            return False  # a line of a paragraph that happens to begin like an item
        self.close()
        self._leave_items(indent)
        self._indents.append(indent + len(match[0]) if match[2] and len(match[2]) <= 4 else indent + 2)
        if fence := _FENCE.match(bare, match.end()):
            self._fence = fence[1] or fence[2]
        elif heading := _HEADING.match(bare, match.end()):
            self._heading(bare, at, heading)
        elif match.end() < len(bare):
            self._begin("item", at + match.end(), at + len(bare))
        return True

    def _begin_table(self) -> None:
        """The line before the one with the delimiters is the first row."""
        assert self._open
        first = self._last_line
        line = self._text[first : self._open.end]
        if first > self._open.start:
            self._open.end = first
            self.close()
        self._open = None
        self._table = True
        self._row(line.strip(), first + len(line) - len(line.lstrip()))

    def _row(self, bare: str, at: int) -> None:
        cuts = [match.start() for match in _CELL.finditer(bare)]
        bounds = [-1, *cuts, len(bare)]
        cells = [(at + one + 1, at + two) for one, two in pairwise(bounds)]
        self.found.spans.append(Span("row", at, at + len(bare), cells=cells))

    def _foreign(self, bare: str, at: int) -> bool:
        """Does code begin that is no Markdown, and end in a later line?"""
        match = _OPAQUE.match(bare)
        if bare.startswith(_COMMENTS):
            until = "-->" if bare[0] == "<" else "*/}"
        elif match:
            until = f"</{match[1]}" if match[1] else f"end{match[2]}" if match[2] else f"/{match[3]}"
        else:
            return False
        if until not in self._last:
            self._last[until] = self._text.rfind(until)
        if until in bare or self._last[until] < at:
            return False
        self.close()
        self._until = until
        if until not in _COMMENT_ENDS:
            self.found.code.append((at, at + len(bare)))
        return True

    def _go_on_with_foreign(self, line: str, at: int) -> None:
        comment = self._until in _COMMENT_ENDS
        after = line.find(self._until) + len(self._until)
        if not comment:
            self.found.code.append((at, at + len(line)))
        if after >= len(self._until):
            self._until = ""
            if comment and line[after:].strip():
                self._inside(line[after:], at + after)
