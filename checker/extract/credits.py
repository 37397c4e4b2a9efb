"""Whose work is named in passing, and the how manieth: "Jane Roe's second novel, The Salt Road, won"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import subjects
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject
from checker.resolve.events import ordinal
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger

_QUOTED = r"[\"“](?P<quoted>[^\"“”\n]{2,80}?),?[\"”]"
_PERSON = r"[A-Z][\w.-]*(?:\s(?:(?:van|von|de|del|di|da|der|la|le)\s){0,2}[A-Z][\w'.-]*?){1,3}"
_ADJECTIVES = (
    r"(?:(?:best-selling|prize-winning|award-winning|acclaimed|celebrated|historical|feature|studio|live|solo|new|"
    r"latest)\s){0,2}"
)
_NTH = (
    r"(?:(?P<nth>first|debut|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\d{1,2}(?:st|nd|rd|th))\s)?"
)
# Words behind a title that belong to its sentence, as they stand between capitals of a title too.
_RUNS_ON = re.compile(r"\s(?:by|in|on|at|for|from|with|and)\s")
_OWN = frozenset(("his", "her", "their", "His", "Her", "Their"))
# Films and songs are those of whoever plays and sings in them, too.
_MAKERS = {
    "book": "author", "play": "author", "opera": "composer", "album": "performer", "painting": "painter",
}  # fmt: skip


@cache
def _nouns() -> str:
    return pattern(subjects.sorts(), boundary=False)


@cache
def _nouns_in_words() -> frozenset[str]:
    return Trigger(subjects.sorts()).words


@cache
def _work() -> re.Pattern[str]:
    """ "her second novel, The Salt Road,", "Jane Roe's 1987 film The Salt Road"."""
    own = rf"(?:[Hh]is|[Hh]er|[Tt]heir|(?P<maker>{_PERSON})'s?)"
    year = r"(?:(?P<year>1[5-9]\d\d|20\d\d)\s)?"
    title = rf"(?:{_QUOTED}|(?P<title>{subjects.named().pattern}))"
    return re.compile(
        rf"(?<![\w'-]){own}\s{_NTH}{year}{_ADJECTIVES}(?P<noun>{_nouns()})(?P<comma>,)?\s{title}(?=[\s,.;)(])"
    )


@cache
def _nth_behind() -> re.Pattern[str]:
    """ "The Salt Road, her second novel,"."""
    title = rf"(?:{_QUOTED}|(?P<title>{subjects.named().pattern}))"
    own = rf"(?:[Hh]is|[Hh]er|[Tt]heir|(?P<maker>{_PERSON})'s?)"
    return re.compile(rf"{title},\s{own}\s{_NTH}{_ADJECTIVES}(?P<noun>{_nouns()})(?=[,.])")


def credits(reading: Reading, sentence: Sentence) -> Iterator[Stated]:
    """The makers and the numbers of works that the sentence names, whatever it is about."""
    text = reading.article.text
    if "s" not in sentence.words and not _OWN.intersection(sentence.words):
        return
    if _nouns_in_words().isdisjoint(sentence.words):
        return
    for form in (_work(), _nth_behind()):
        for match in form.finditer(text, sentence.start, sentence.end):
            yield from _told(match)


def _told(match: re.Match[str]) -> Iterator[Stated]:
    found = match.groupdict()
    title = found["quoted"] or found["title"]
    if not found["quoted"] and "comma" in found and not found["comma"] and _RUNS_ON.search(title):
        return
    title = title.rstrip(".,") if found["quoted"] else subjects.title(title.rstrip(".,"))
    if len(title.split()) < 2 and not found["quoted"]:
        return
    noun = match["noun"]
    sort = subjects.sorts()[noun]
    year = int(found["year"]) if found.get("year") else None
    subject = Subject(subjects.without_article(title), "name", match.start(), match.end(), sort, year)
    if nth := found["nth"]:
        number = 1 if nth == "debut" else ordinal(nth)
        if number:
            said = f"{nth} {noun}"
            yield Stated(
                subject, f"number as {noun}", said, match.start(), match.end(), least=number, most=number
            )
    if (maker := found["maker"]) and sort in _MAKERS:
        yield Stated(subject, _MAKERS[sort], maker, match.start(), match.end(), (maker.removesuffix("'"),))
