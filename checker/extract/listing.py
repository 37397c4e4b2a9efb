"""Claims that a list holds as many things as it is announced to: "three ports: Aden, Suez and Jeddah"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract import list_forms, list_items
from checker.extract.list_items import NOT_ALL
from checker.extract.measures import figures
from checker.extract.reading import Reading
from checker.model import Block, Listing
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.vocab import load

_MOST = 40  # items of a list below its announcement
_MARKER = re.compile(r"(?P<margin>[ \t]*)(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])[ \t]+")
_NAME = re.compile(r"[A-Z][\w'-]*(?:\s[A-Z][\w'.-]*){0,2}")
_TITLE = re.compile(r"\A(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame|Judge|Professor|Justice)\.?\s")
_WINS = re.compile(
    r"\b(?:w[io]ns?|won|winn\w+|champions?|elected|runners?-up|victor\w*|claimed|lifted|taken|took)\b"
)


def extract(reading: Reading) -> Iterator[Listing]:
    """One claim for each list that is announced with its number: to the end of the sentence, or below it."""
    text = reading.article.text
    behind: dict[int, int] = {}
    for sentence in _announcing(reading):
        if sentence.block.kind not in ("paragraph", "item"):
            continue
        if text[sentence.end - 1] == ":" and sentence.block.kind == "paragraph":
            behind = behind or {block.start: i + 1 for i, block in enumerate(reading.article.blocks)}
            next_ = behind[sentence.block.start]
            yield from _bulleted(reading, sentence, reading.article.blocks[next_ : next_ + _MOST])
        yield from _to_the_end(reading, sentence)
        yield from _inside(reading, sentence)
        yield from _in_years(reading, sentence)


def _announcing(reading: Reading) -> Iterator[Sentence]:
    """The sentences in which a number may announce a list."""
    in_figures, in_words, words = list_forms.signs()
    worth = {*reading.where(in_words, words), *reading.where(in_figures)}
    return (reading.sentences[number] for number in sorted(worth))


def _to_the_end(reading: Reading, sentence: Sentence) -> Iterator[Listing]:
    """Lists that fill the rest of the sentence."""
    text = reading.article.text
    if text[sentence.end - 1] != ".":
        return
    for match in list_forms.announced().finditer(text, sentence.start, sentence.end):
        said = text[match.end() : sentence.end].rstrip(".")
        if parts := list_items.sorts(match["noun"], said):
            yield _claim(reading, match, parts, sentence.end - 1)
        elif listed := list_items.plain(said) or list_items.built(said) or list_items.parted(said):
            yield _claim(reading, match, list_items.count(listed, _promised(match)), sentence.end - 1)
    for match in list_forms.of_kin().finditer(text, sentence.start, sentence.end):
        listed = list_items.plain(text[match.end() : sentence.end].rstrip("."))
        if listed and all(_NAME.fullmatch(item) for item in listed):
            yield _claim(reading, match, list_items.count(listed, _promised(match)), sentence.end - 1)


def _inside(reading: Reading, sentence: Sentence) -> Iterator[Listing]:
    """Lists of names, which end where no name follows."""
    text = reading.article.text
    for match in list_forms.bracketed().finditer(text, sentence.start, sentence.end):
        listed = list_items.items(match["list"])
        joined = match["list"].count(",") + 1 <= _promised(match) < len(listed)  # "Health and Human Services"
        if all(_NAME.fullmatch(item) for item in listed) and not NOT_ALL.search(match["list"]) and not joined:
            yield _claim(reading, match, list_items.count(listed, _promised(match)))
    for match in list_forms.made_up().finditer(text, sentence.start, sentence.end):
        listed = [_TITLE.sub("", item) for item in list_items.items(match["list"])]
        if all(_NAME.fullmatch(item) for item in listed) and not NOT_ALL.search(match["list"]):
            yield _claim(reading, match, list_items.count(listed, _promised(match)))
    forms = (list_forms.in_passing(), list_forms.behind_verb(), list_forms.equated())
    for match in (it for form in forms for it in form.finditer(text, sentence.start, sentence.end)):
        listed = list_items.items(match["list"])
        of_people = match["noun"].split()[-1] in load("relations")["lists"]["people"]
        if all(map(places.is_adjective, listed)) or (of_people and not list_items.people(listed)):
            continue
        if not NOT_ALL.search(text, match.end(), min(match.end() + 30, sentence.end)):
            yield _claim(reading, match, list_items.count(listed, _promised(match)))


def _in_years(reading: Reading, sentence: Sentence) -> Iterator[Listing]:
    """ "Won the cup three times, in 1956, 1961 and 1970": what is no contest may come twice in one year."""
    text = reading.article.text
    for match in list_forms.in_years().finditer(text, sentence.start, sentence.end):
        listed = list_items.years(match["list"] or match["years"])
        won = _WINS.search(text, sentence.start, match.start()) is not None
        if listed >= _promised(match) or (listed and won):
            yield _claim(reading, match, listed)


def _bulleted(reading: Reading, sentence: Sentence, below: tuple[Block, ...]) -> Iterator[Listing]:
    """ "The commission named the following three members:" with a list below it."""
    text = reading.article.text
    match = list_forms.following().search(text, sentence.start, sentence.end)
    if match is None or NOT_ALL.search(text[sentence.start : sentence.end - 1]):
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
        place = reading.place(match.start("number"), sentence.end)
        yield Listing(**place, noun=match["noun"], promised=_promised(match), listed=listed)


def _promised(match: re.Match[str]) -> int:
    return int(figures(match["number"].lower()) or 0)


def _claim(reading: Reading, match: re.Match[str], listed: int, end: int = 0) -> Listing:
    place = reading.place(match.start(), end or match.end())
    return Listing(**place, noun=match["noun"], promised=_promised(match), listed=listed)
