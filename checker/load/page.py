"""Reads an HTML page tag by tag into blocks of words, and notes what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from checker.load.elements import BARRIERS, BLOCKS, ENDED_BY, IN_HEAD, TABLE, VOID, Place, inside
from checker.load.inline import Piece
from checker.load.parts import Page, Part, in_row, is_definition
from checker.load.tags import Token, attributes, pieces, tokens

_FAR = 200  # open elements that an end tag, or a start tag that ends others, looks through
# A mark for a footnote, as against the "th" of "12th".
_NOTE = re.compile(
    r"[^\w\s]{0,3}+(?:\d{1,3}|[a-z]|(?:note|citation|clarification) [a-z0-9]{1,6}|)[^\w\s]{0,3}+"
)
_LONGEST_NOTE = 30
_LIST = ("dl", "dt")
_ROWS = ("tr", "table", *_LIST)
_NO_DESCRIPTION = re.compile(
    r"\S*|.{0,200}\.(?:jpe?g|png|gif|webp|svg)|(?:image|photo|picture)\s\d+", re.IGNORECASE
)
_LONGEST_HEADING = 300
_LONGEST_VALUE = 5000  # of an attribute that is looked at
_XHTML = re.compile(r"\ufeff?\s{0,100}+<\?xml\s")


def page(text: str, path: str) -> Page:
    """The page in ``text``, however malformed. In XHTML, elements may be closed at once (<br/>, <p/>)."""
    reader = _Reader(text, path.lower().endswith(".xhtml") or _XHTML.match(text) is not None)
    for token in tokens(text, 1 if text.startswith("\ufeff") else 0):
        reader.read(token)
    reader.end_row()
    return reader.page


class _Reader:
    """What is open while the tags go by."""

    def __init__(self, text: str, xhtml: bool) -> None:
        self.page = Page()
        self._text = text
        self._xhtml = xhtml
        self._stack: list[tuple[str, Place]] = [("", Place())]
        self._open: Counter[str] = Counter()
        self._part: Part | None = None
        self._captions: list[Part] = []  # of images after the last word so far
        self._row: list[Part] | None = None
        self._cell = 0
        self._table = True  # is the row one of a table, or a term with its definition?
        self._raised: list[int] = []  # how many pieces the block had where each open <sup> begins
        self._json = False

    def read(self, token: Token) -> None:
        if token.kind == "words":
            self._words(token)
        elif token.kind == "comment":
            self.page.comments.append(token.start)
        elif token.kind == "close":
            self._close(token)
        else:
            self._start(token)

    def end_row(self) -> None:
        """Ends the block and the row, whose cells are one block unless the table is there for layout."""
        self._end_block()
        row, self._row = self._row or [], None
        self.page.parts += in_row(row) if self._table or is_definition(row) else row

    def _words(self, token: Token) -> None:
        if self._stack[-1][0] == "head" and not self._text[token.start : token.end].isspace():
            self._pop(len(self._stack) - 1)
        name, place = self._stack[-1]
        if name == "title" and self.page.title == (0, 0) and not self._open["svg"]:
            self.page.title = (token.start, token.end)
        elif self._json:
            self.page.json.append(self._text[token.start : token.end])
        if not place.off:
            self._add(place, pieces(self._text, token.start, token.end))

    def _add(self, place: Place, found: Iterable[Piece]) -> None:
        for piece in found:
            size = len((piece.meant or self._text[piece.at : piece.at + piece.width]).strip())
            if size and self._part is None:
                self._part = Part(place, place.kind, cell=self._cell)
            if self._part is None:
                continue
            self._part.pieces.append(piece)
            if size:
                self._captions.clear()
                self._part.size += size
                self._part.linked += size if place.link else 0

    def _end_block(self) -> None:
        part, self._part = self._part, None
        self._raised.clear()
        if part is None:
            return
        while part.pieces and not self._shown(part.pieces[-1]).strip():
            part.pieces.pop()
        if part.kind == "heading" and part.size > _LONGEST_HEADING:
            part.kind = "paragraph"
        if part.place.quoted and part.kind in ("paragraph", "item"):
            part.kind = "quote"
        self._put(*([part] if part.size > 0 else []), *self._captions)
        self._captions.clear()

    def _put(self, *parts: Part) -> None:
        (self.page.parts if self._row is None else self._row).extend(parts)

    def _break(self, at: int) -> None:
        """A line break; two in a row end the block."""
        if self._part is None:
            return
        for piece in reversed(self._part.pieces[-4:]):
            if piece.meant == "\n":
                self._end_block()
                return
            if self._shown(piece).strip():
                break
        self._part.pieces.append(Piece(at, 0, "\n"))

    def _shown(self, piece: Piece) -> str:
        return piece.meant or self._text[piece.at : piece.at + piece.width]

    def _start(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._end_block()
            if name in _ROWS and not (name in _LIST and self._open["tr"]):
                self.end_row()
        self._end_others(name)
        spans = attributes(self._text, token) if token.end - token.start > len(name) + 3 else {}
        values = {key: self._value(span) for key, span in spans.items() if span[1] - span[0] < _LONGEST_VALUE}
        place, beside = inside(self._stack[-1][1], name, values, token.start + 1)
        if beside:
            self.page.beside[token.start + 1] = (beside, self._stack[-1][1].beside)
        self._note_metadata(token, values, place)
        if name == "meta" and "content" in spans:
            self.page.told.setdefault(
                (values.get("property") or values.get("name", "")).lower(), spans["content"]
            )
        if name in VOID:
            self._void(token, place, spans.get("alt"))
            return
        self._stack.append((name, place))
        self._open[name] += 1
        if name == "tr" or (name == "dt" and not self._open["tr"]):
            self._row, self._cell, self._table = [], int(name == "dt"), name == "tr"
        elif name in ("td", "th") or (name == "dd" and not self._table):
            self._cell += 1
        elif name == "sup":
            self._raised.append(len(self._part.pieces) if self._part else 0)
        elif name == "q" and not place.off:
            self._add(place, [Piece(token.start, token.end - token.start, "“")])
        elif name == "script":
            self._json = values.get("type", "").strip().lower() == "application/ld+json"
        if self._xhtml and self._text[token.end - 2] == "/":
            self._close(token)

    def _value(self, span: tuple[int, int]) -> str:
        written = self._text[slice(*span)]
        return unescape(written) if "&" in written else written

    def _note_metadata(self, token: Token, values: dict[str, str], place: Place) -> None:
        if token.name == "time":
            kind = " ".join(values.get(key, "") for key in ("itemprop", "class", "id"))
            kind += " pubdate" if "pubdate" in values else ""
            self.page.times.append((token.start, values.get("datetime", ""), kind, place))
            return
        key = values.get("property") or values.get("name") if token.name == "meta" else ""
        key = key or values.get("itemprop", "")
        if key and "content" in values:
            self.page.stated.append((key.strip().lower(), values["content"].strip(), place))

    def _void(self, token: Token, place: Place, alt: tuple[int, int] | None) -> None:
        if token.name == "br":
            self._break(token.start)
        elif token.name == "hr":
            self._end_block()
        elif token.name == "img" and alt and not place.off:
            words = [piece for piece in pieces(self._text, *alt) if self._shown(piece).strip()]
            said = "".join(map(self._shown, words)).strip()
            if not _NO_DESCRIPTION.fullmatch(said):
                linked = len(said) if place.link else 0
                caption = Part(place, "caption", words, len(said), linked, self._cell)
                if self._part:
                    self._captions.append(caption)
                else:
                    self._put(caption)

    def _close(self, token: Token) -> None:
        name = token.name
        if name in BLOCKS:
            self._end_block()
        if not self._open[name]:
            if name == "br":
                self._break(token.start)
            return
        if name == "sup":
            self._end_raised()
        elif name == "q" and not self._stack[-1][1].off:
            self._add(self._stack[-1][1], [Piece(token.start, token.end - token.start, "”")])
        elif name == "script":
            self._json = False
        for depth in range(len(self._stack) - 1, max(0, len(self._stack) - 1 - _FAR), -1):
            other = self._stack[depth][0]
            if other == name:
                self._pop(depth)
                return
            if (other in BARRIERS and name not in TABLE) or (other in BLOCKS and name not in BLOCKS):
                return

    def _end_others(self, name: str) -> None:
        """Closes the elements that a start tag ends: a paragraph by the next one, and so on."""
        if self._stack[-1][0] == "head" and name not in IN_HEAD:
            self._pop(len(self._stack) - 1)
        if name not in BLOCKS:
            return
        depth = len(self._stack) - 1
        for _ in range(_FAR):
            other = self._stack[depth][0]
            if name in ENDED_BY.get(other, ()):
                self._pop(depth)
            elif other in BLOCKS:
                return
            depth -= 1
            if depth <= 0:
                return

    def _pop(self, depth: int) -> None:
        for name, _ in self._stack[depth:]:
            self._open[name] -= 1
            if name in ("tr", "table") or (name == "dl" and not self._table):
                self.end_row()
        del self._stack[depth:]

    def _end_raised(self) -> None:
        """Takes back raised words that are a mark for a footnote."""
        first = self._raised.pop() if self._raised else None
        if first is None or self._part is None:
            return
        raised = self._part.pieces[first:]
        said = "".join(map(self._shown, raised)).strip()
        if len(said) <= _LONGEST_NOTE and _NOTE.fullmatch(said):
            del self._part.pieces[first:]
            self._part.size -= sum(len(self._shown(piece).strip()) for piece in raised)
