"""What is told in passing to have happened once: "her first novel, The Salt Road, appeared in 1987"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import subjects
from checker.extract.clauses import Clauses, Told, hedged
from checker.extract.happening import Happening, called, issued_anew
from checker.extract.life import OF_PEOPLE
from checker.extract.meant import Meant
from checker.extract.reading import Reading
from checker.extract.things import general
from checker.resolve import places
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.text.trigger import Trigger
from checker.vocab import load

_OWN = r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|\w+'s|\w+s')"
_QUOTED = r"[\"“](?P<quoted>[^\"“”\n]{2,80}?),?[\"”]"
_ADVERB = r"(?:(?:first|finally|officially|formally|originally\s(?!to\b)|privately|posthumously)\s)?"
# Between a title and its verb: "which was", "was", or a comma alone.
_LINK = rf"(?:,?\s(?:which|that)\s(?:was|were|had\sbeen)\s|,?\s(?:was|were)\s|,\s){_ADVERB}"
_ACTIVE = rf"(?:,?\s(?:which|that)\s|,?\s){_ADVERB}"
_OF_OTHERS = re.compile(r"(?:\b(?:by|of|near|and|or|like|than)|'s?|,|-)\s(?:the\s)?\Z")
_ABROAD = re.compile(
    r"\b(?:in\s(?:Britain|America|Europe|[A-Z]\w+ish|[A-Z]\w+ese|French|German)|abroad|overseas)\b"
)
_GOES_ON = re.compile(r",|;|\sand\s")
_BEFORE = 3000  # characters in which a work was named before
_IT = re.compile(r"[;,]\s(?:and\s|but\s)?it(?=\swas\s)")
_TWO = frozenset(("published", "released"))


@dataclass(frozen=True, slots=True)
class Called:
    """A thing called by ``name`` in ``text[start:end]``; what it is tells what it is to come out (or "")."""

    name: str
    start: int
    end: int
    comes_out: str = ""
    sure: bool = False  # known to be a work, by what it is called


@cache
def _works() -> dict[str, str]:
    return {noun: what for what, nouns in load("events")["works"].items() for noun in nouns}


@cache
def _verbs() -> dict[str, str]:
    once: dict[str, list[str]] = load("events")["once"]
    return {verb: what for what, verbs in once.items() for verb in verbs if what not in OF_PEOPLE}


@cache
def _appears() -> frozenset[str]:
    return frozenset(verb for verbs in load("events")["appears"].values() for verb in verbs)


@cache
def _title() -> str:
    return subjects.named().pattern


@cache
def _signs() -> frozenset[str]:
    """Words of which the names of works hold one."""
    return Trigger(_works()).words


@cache
def _behind_noun() -> re.Pattern[str]:
    """ "her first novel, The Salt Road,", "his debut album “Northern Line”"."""
    noun = rf"(?P<noun>{pattern(_works(), boundary=False)})"
    words = r"(?:[\w-]{2,14}\s){0,4}?"
    of = r"(?:\s(?:of|about|on)\s(?:[a-z]{2,14}\s){0,2}[a-z]{3,14})?"
    return re.compile(rf"\b{_OWN}\s{words}{noun}{of},?\s(?:{_QUOTED}|(?P<title>{_title()}))(?=[\s,.(])")


@cache
def _before_noun() -> re.Pattern[str]:
    """ "The Salt Road, her first novel,"."""
    noun = rf"(?P<noun>{pattern(_works(), boundary=False)})"
    own = r"(?:[Hh]is|[Hh]er|[Tt]heir|the\s\w+'s|[A-Z]\w+'s)"
    words = r"(?:[\w-]{2,14}\s){0,4}?"
    return re.compile(rf"(?:{_QUOTED}|(?P<title>{_title()})),\s{own}\s{words}{noun}(?=,)")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"{_LINK}(?P<verb>{pattern(_verbs(), boundary=False)})(?=[\s,.])")


@cache
def _does() -> re.Pattern[str]:
    verbs = pattern((*_appears(), "opened", "premiered"), boundary=False)
    return re.compile(rf"{_ACTIVE}(?P<verb>{verbs})(?=[\s,.])")


@cache
def _participle() -> re.Pattern[str]:
    """ "Orkla Hall, built in 1902,": what stands before it is the thing."""
    return re.compile(
        rf",\s{_ADVERB}(?P<verb>{pattern(_verbs(), boundary=False)})\s(?=in\s|on\s|by\s|at\s|\d{{4}})"
    )


def passing(reading: Reading, sentence: Sentence, clauses: Clauses, meant: Meant) -> Iterator[Happening]:
    """What the sentence tells of works and buildings that need not be its subject."""
    text, end = reading.article.text, sentence.end
    seen: list[tuple[int, int]] = []
    for thing in _called(text, sentence, meant):
        if any(first < thing.end and thing.start < last for first, last in seen):
            continue
        seen.append((thing.start, thing.end))
        verb = _done().match(text, thing.end, end) or _does().match(text, thing.end, end)
        if verb is None and thing.sure and (pronoun := _IT.search(text, thing.end, end)):
            verb = _done().match(text, pronoun.end(), end)
        if verb is None:
            continue
        what = _verbs().get(verb["verb"], "") if verb["verb"] not in _appears() else thing.comes_out
        if not what or (verb["verb"] in _appears() and what not in _TWO):
            continue
        told = clauses.after(verb.end(), end)
        yield from _happening(text, sentence, thing, what, told, verb.end())


def _called(text: str, sentence: Sentence, meant: Meant) -> Iterator[Called]:
    start, end = sentence.start, sentence.end
    telling = not _signs().isdisjoint(sentence.words)
    for form in (_before_noun(), _behind_noun()) if telling else ():
        for match in form.finditer(text, start, end):
            name = match["quoted"] or subjects.title(match["title"])
            stop = match.end() + (text[match.end() : match.end() + 1] == "," and form is _before_noun())
            comes_out = _works()[match["noun"]] or "published"
            yield Called(name, match.start(), stop - (text[stop - 1] == ","), comes_out, sure=True)
    for noun in meant.nouns(text, start, end):
        yield Called(noun.name, noun.start, noun.end)
    for match in _participle().finditer(text, start, end):
        if thing := _ending_at(text, start, match.start()):
            yield thing


def _ending_at(text: str, start: int, end: int) -> Called | None:
    """The thing whose name, with capitals throughout, ends there, if it is all of the noun phrase."""
    name = ""
    for match in subjects.named().finditer(text, max(start, end - 90), end):
        if match.end() == end:
            name = match[0]
    words = name.split()
    if len(words) == 2 and words[0] == "The" and _is_work(text, name, end):
        return Called(words[1], end - len(name), end, sure=True)
    if words and words[0].lower() in ("the", "a", "an", "in", "at", "from", "to", "by", "on", "for"):
        words = words[1:]
    if len(words) < 2 or not any(word[0].isupper() for word in words):
        return None
    first = end - len(" ".join(words))
    if _OF_OTHERS.search(text, start, first):
        return None
    return Called(" ".join(words), first, end)


def _is_work(text: str, name: str, end: int) -> bool:
    """Does the article call it a work before: "the opera The Ferryman"?"""
    at = text.find(f" {name}", max(0, end - _BEFORE), end)
    return at >= 0 and text[max(0, at - 20) : at].rpartition(" ")[2] in _works()


def _happening(
    text: str, sentence: Sentence, thing: Called, what: str, told: Told | None, stop: int
) -> Iterator[Happening]:
    if told is None or hedged(text, thing.end if thing.sure else sentence.start, max(told.end, stop)):
        return
    clause = _GOES_ON.search(text, told.end, sentence.end)
    if issued_anew(what, text, thing.start, clause.start() if clause else sentence.end):
        return  # in one form; others have dates of their own
    if (
        told.place
        and places.find(told.place)
        and not text[thing.end : stop].rpartition(" ")[0].endswith("first")
    ):
        return  # in one country, or town
    if what in _TWO and _ABROAD.search(text, thing.end, sentence.end):
        return
    key = " ".join(spelled(word) for word in subjects.key(_plain(thing.name)).split())
    if not key or (not thing.sure and all(word in general() for word in key.split())):
        return
    yield Happening(
        min(thing.start, told.start),
        max(told.end, stop),
        f"{key}: {what}",
        called(what, _plain(thing.name)),
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )


def _plain(name: str) -> str:
    return subjects.without_article(name).rstrip(".,")
