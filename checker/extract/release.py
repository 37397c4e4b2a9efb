"""Claims on when a version of a product came out: "Larch 4.0 was released on 7 June", "4.0 (2022-06-07)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening, claim, issued_anew
from checker.extract.reading import Reading
from checker.model import Block, Event
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger

_VERSION = r"\d{1,4}(?:\.\d{1,4}){1,3}(?![\w%]|\.\d|,\d|\s(?:per\scent|percent|million|billion|points?)\b)"
_WORD = r"[A-Z][\w+#-]{1,20}"
_NAME = rf"{_WORD}(?:\s{_WORD}){{0,2}}"
_PRODUCT = re.compile(
    rf"\b[Vv]ersion\s(?P<number>{_VERSION})\sof\s(?P<other>{_NAME})|"
    rf"(?<![\w.-])(?P<name>{_NAME})\s(?:[Vv]ersion\s|[Vv]\.?)?(?P<version>{_VERSION})"
)
_CAME_OUT = re.compile(
    r"(?:,?\s(?:which|that)|,\s(?!and\b|but\b)[^,;:()]{2,70},)?\s(?:(?:was|were|has\sbeen|had\sbeen)\s(?:first\s|finally\s|officially\s|publicly\s)?"
    r"(?:released|published|launched|shipped|made\s(?:generally\s|publicly\s)?available)|"
    r"came\sout|shipped|launched|followed|landed|arrived|appeared)(?![\w-])"
)
_SIGN = re.compile(r"\.(?<=\d.)\d")
_IN_BRACKETS = re.compile(
    r"(?:,\s|\s\()(?:(?:first\s)?(?:released|published|launched|out)\s)?(?:on\s|in\s)?\Z"
)
_BRINGS = re.compile(
    r"(?:\b(?:[Rr]eleased|[Pp]ublished|[Ll]aunched|[Ss]hipped)|\b[Rr]elease\sof|\b[Ll]aunch\sof|"
    r"\bshipped\s(?:with|in)|\bintroduced\s(?:with|in)|\barrived\s(?:with|in)|\bcame\swith)\s(?:the\s)?\Z"
)
# Not the release itself, or one of several.
_BEFORE = re.compile(
    r"\b(?:alpha|beta|betas|preview|previews|candidate|candidates|rc\d?|nightly|snapshot|early\saccess|branch|"
    r"planned|scheduled|expected|originally|delayed|postponed|end\sof\slife|support|supported|deprecated)\b",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    rf"\W{{0,3}}(?:[Vv]ersion\s|[Rr]elease\s|(?P<name>{_NAME})\s(?:[Vv]ersion\s)?)?"
    rf"[Vv]?(?P<version>{_VERSION})\]?"
    r"(?:\s{0,2}[-–—,:|/(\n]\s{0,2}|\s)(?:[Rr]eleased\s)?(?:on\s)?(?=[\dJFMASOND])"
)
_LOG = re.compile(
    r"\b(?:change\s?log|release\s(?:notes|history)|releases|version\shistory|what's\snew)\b", re.IGNORECASE
)
_NOTABLE = re.compile(rf"\b(?:changes|releases)\s(?:to|in|of|for)\s(?P<name>{_NAME})\b")
_TITLED = re.compile(
    rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,2}}?)(?:\s(?:app|client|database|framework|library|platform|software))?"
    r"(?::|'s|\s[-–—])?\s(?:[Cc]hange\s?[Ll]og|[Rr]elease|[Vv]ersion)"
)
_NO_NAMES = frozenset(
    "About All And Appendix Article Changelog Chapter Figure For From Grade In Level No Number Of On Part "
    "Release Releases Rule Section Since Step Table The This Version With".split()
)


@cache
def trigger() -> Trigger:
    words = (
        "Change Changelog Release Released Releases Version appeared arrived came changelog followed "
        "introduced landed launch launched published release released shipped version"
    )
    return Trigger(words.split())


def extract(reading: Reading) -> Iterator[Event]:
    """One claim for each version of a product that is told with the date on which it came out."""
    clauses = reading.once(Clauses)
    for sentence in reading.holding(_SIGN):
        if sentence.block.kind in ("paragraph", "item", "summary", "quote"):
            yield from (claim(reading, it) for it in _told(reading, sentence, clauses))
    product = _product(reading)
    if product:
        for block in reading.article.blocks:
            if block.kind in ("heading", "item", "paragraph", "row"):
                yield from (claim(reading, it) for it in _entry(reading, block, product))


def _told(reading: Reading, sentence: Sentence, clauses: Clauses) -> Iterator[Happening]:
    """The versions of which a sentence tells that they came out."""
    text, end = reading.article.text, sentence.end
    if _BEFORE.search(text, sentence.start, end) or issued_anew("released", text, sentence.start, end):
        return
    for match in _PRODUCT.finditer(text, sentence.start, end):
        name, version = match["name"] or match["other"], match["version"] or match["number"]
        told = _date(text, match, sentence, clauses)
        if told and not hedged(text, sentence.start, max(told.end, match.end())):
            first, last = min(match.start(), told.start), max(told.end, match.end())
            yield from _release(name, version, told, first, last)


def _date(text: str, match: re.Match[str], sentence: Sentence, clauses: Clauses) -> Told | None:
    if verb := _CAME_OUT.match(text, match.end(), sentence.end):
        return clauses.after(verb.end(), sentence.end) or clauses.before(sentence.start, match.start())
    if _BRINGS.search(text, max(sentence.start, match.start() - 24), match.start()):
        return clauses.after(match.end(), sentence.end)
    told = clauses.within(match.end(), min(sentence.end, match.end() + 50))
    bracket = told and _IN_BRACKETS.fullmatch(text, match.end(), told.start)
    return told if told and bracket and text[told.end : told.end + 1] in ("", ")", ",") else None


def _entry(reading: Reading, block: Block, product: str) -> Iterator[Happening]:
    """The version and date with which an entry of a list of changes begins."""
    match = _ENTRY.match(reading.article.text, block.start, min(block.end, block.start + 80))
    if match is None or _BEFORE.search(reading.article.text, block.start, min(block.end, block.start + 80)):
        return
    dated = [it for it in reading.dates_in(match.end(), block.end) if it.start == match.end()]
    if dated and dated[0].type == "DATE" and dated[0].when and not dated[0].problem:
        mention = dated[0]
        told = Told(dated[0].when, None, mention.assumptions, mention.start, mention.end)
        yield from _release(match["name"] or product, match["version"], told, match.start(), mention.end)


def _product(reading: Reading) -> str:
    """Of which product does the article list the changes? "" of one that lists none, or does not say."""
    title, text = reading.article.source.title or "", reading.article.text
    if not _LOG.search(title):
        return ""
    named = _TITLED.search(title) or next(
        (it for it in _NOTABLE.finditer(text, 0, 600) if it["name"] not in _NO_NAMES), None
    )
    return named["name"] if named else ""


def _release(name: str, version: str, told: Told, start: int, end: int) -> Iterator[Happening]:
    words = name.split()
    while words and words[0] in _NO_NAMES:
        words.pop(0)
    if not words or not told.when.known:
        return
    numbers = version.split(".")
    while len(numbers) > 2 and numbers[-1] == "0":
        numbers.pop()
    called = f"{' '.join(words)} {'.'.join(numbers)}"
    yield Happening(
        start,
        end,
        f"{called.lower()}: released",
        f"release of {called}",
        told.when,
        named=False,
        assumptions=told.assumptions,
    )
