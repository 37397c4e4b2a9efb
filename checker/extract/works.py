"""Who made a thing, or bore a person: "the director of X is Y", "X is a film by Y", "the mother of X, Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from checker.extract import subjects, values
from checker.extract.organisation_words import words as organisation_words
from checker.extract.own_names import of_place
from checker.extract.reading import Reading
from checker.extract.stated import Stated, of_person
from checker.extract.subjects import FRONTED, Subject
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_IS = re.compile(r"(?:,[^,]{1,60},|\s\([^()]{1,60}\))?,?\s(?:is|was|are|were)\s")
_COPULA = re.compile(r"\s(?:is|was|are|were)\s(?:an?|the)\s")
_STOPS = re.compile(
    r"\b(?:based|adapted|inspired|from|about|which|who|that|when|where|of|to|in|on|because|while|but|he|she|it|"
    r"they|had|has|not|never|album|soundtrack)\b|[;:()]"
)
# What may stand between a thing and its verb.
_ASIDE = (
    r"(?:,\s(?:with|which|whose|an?|the|one|built|completed|opened|erected|home|known|dedicated|located|situated)\s"
    r"[^;:()]{2,90}?,|\s(?:in|near|outside|at)\s(?:the\s)?[A-Z][\w'-]{1,20}(?:,?\s[A-Z][\w'-]{1,20}){0,3},?)?"
)
_PASSIVE = re.compile(rf"{_ASIDE},?\s(?:was|is|were|has\sbeen)\s(?:\w{{2,12}}ly\s)?(?=[a-z])")
_THAT_WAS = re.compile(r"(?:,\s)?(?:that|which)\s(?:was|is)\s(?:\w{2,12}ly\s)?\Z")
_WITH_COMMAS = re.compile(r"(?P<name>[A-Z][\w']*(?:,?\s[A-Z][\w']*){1,7})(?=\s(?:is|was)\s)")
_LEAD = re.compile(r"(?:However|Additionally|Actually|In\sfact|Today|Currently),\s")
_FURTHER = re.compile(r",?\s(?:and\s|but\s|as\swell\sas\s)?(?:was\s|is\s)?(?=[a-z])")
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)\s")
_CHILD = re.compile(r"\s(?:is|was)\s(?:the|an?)\s(?:\w{3,12}\s)?(?:son|daughter|child)\sof\s")
# "was founded in Leeds in 1903 by"
_WHEN = (
    r"(?:\sin\s[A-Z]\w+(?:,?\s[A-Z]\w+){0,2})?,?(?:\s(?:in|on)\s(?:(?:\d{1,2}\s)?[A-Z][a-z]{2,8}\s(?:\d{1,2},\s)?)?"
    r"\d{4},?)?"
)


def _relations() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = load("relations")["relation"]
    return table


@cache
def _nouns() -> dict[str, str]:
    return {noun: name for name, entry in _relations().items() for noun in entry.get("nouns", ())}


@cache
def _verbs() -> dict[str, str]:
    return {verb: name for name, entry in _relations().items() for verb in entry.get("verbs", ())}


@cache
def _noun_of() -> re.Pattern[str]:
    return re.compile(
        rf"(?:The|the)\s(?P<noun>{pattern(_nouns(), boundary=False)})s?\s(?:of|for|to|behind)\s"
    )


@cache
def _is_noun_of() -> re.Pattern[str]:
    nouns = pattern(_nouns(), boundary=False)
    return re.compile(rf"\s(?:is|was)\sthe\s(?P<noun>{nouns})(?:\sand\s(?P<more>{nouns}))?\s(?:of|for)\s")


@cache
def _own() -> re.Pattern[str]:
    nouns = pattern(_nouns(), boundary=False)
    return re.compile(rf"(?:'s|s')\s(?P<noun>{nouns})(?:\s(?:is|was)|,)\s")


@cache
def _made() -> re.Pattern[str]:
    one = pattern((*_verbs(), "written"), boundary=False)
    return re.compile(rf"\b(?P<verb>{one})(?P<more>(?:(?:,|\sand|,\sand)\s(?:{one}))*)(?:{_WHEN}\sby)?\s")


def works(reading: Reading, sentence: Sentence, subject: Subject | None) -> Iterator[Stated]:
    """What the sentence tells of makers, parents, capitals."""
    text = reading.article.text
    yield from _of(text, sentence)
    if subject is None:
        return
    yield from _by(text, sentence, subject)
    yield from _reversed(text, sentence, subject)
    yield from _possessive(text, sentence)
    yield from _children(text, sentence, subject)


def _of(text: str, sentence: Sentence) -> Iterator[Stated]:
    """ "The director of X is Y"."""
    lead = _LEAD.match(text, sentence.start, sentence.end)
    match = _noun_of().match(text, lead.end() if lead else sentence.start, sentence.end)
    if match is None:
        return
    relation = _nouns()[match["noun"]]
    thing = subjects.phrase(text, match.end(), sentence.end, inside=True)
    if thing is None or thing.how != "name":
        return
    is_ = _IS.match(text, thing.end, sentence.end)
    if is_ is None and (whole := _WITH_COMMAS.match(text, match.end(), sentence.end)):
        thing = Subject(whole["name"], "name", match.end(), whole.end("name"))
        is_ = _IS.match(text, thing.end, sentence.end)
    if is_ and _may_have(text, thing, relation):
        yield from _valued(text, thing, relation, sentence.start, is_.end(), sentence.end)


def _by(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "X was directed by Y", "X is a film directed by Y and written by Z", "X, directed by Y,"."""
    fronted = FRONTED.match(text, sentence.start, sentence.end)
    by = fronted.end("verb") if fronted and fronted.end() <= subject.end else 0
    relation = _verbs().get(fronted["verb"].lower(), "") if fronted and text.startswith(" by ", by) else ""
    if fronted and relation:
        yield from _valued(text, subject, relation, sentence.start, by + len(" by "), fronted.end())
    at = subject.end
    if match := _COPULA.match(text, at, sentence.end):
        at = match.end()
        subject = defined(text, subject, at, sentence.end)
        made = _made().search(text, at, sentence.end)
        if made is None or made.start() - at > 110:
            return
        before = _THAT_WAS.sub("", text[at : made.start()])
        if _STOPS.search(before):
            return
    elif match := _PASSIVE.match(text, at, sentence.end):
        made = _made().match(text, match.end(), sentence.end)
    else:
        made = _made().match(text, at + 2, sentence.end) if text[at : at + 2] == ", " else None
    while made:
        found, end = values.names(text, made.end(), sentence.end)
        yield from _credits(text, sentence, subject, made, found, end)
        following = _FURTHER.match(text, end, sentence.end)
        made = _made().match(text, following.end(), sentence.end) if following else None


def _credits(
    text: str, sentence: Sentence, subject: Subject, made: re.Match[str], found: tuple[str, ...], end: int
) -> Iterator[Stated]:
    by = made[0].rstrip().endswith(" by")
    for verb in (made["verb"], *re.findall(r"[a-z]+ed|written", made["more"])):
        written = load("relations")["written"].get(subject.sort, "")
        relation = written if verb == "written" else _verbs().get(verb, "")
        fits = relation and found and by == (relation != "namesake")
        if fits and _may_have(text, subject, relation, verb=True):
            key = of_person(subject.name) if _relations()[relation].get("kin") else ""
            thing = replace(subject, name=of_place(subject.name)) if relation == "designer" else subject
            yield Stated(thing, relation, text[made.end() : end], sentence.start, end, found, key=key)


def defined(text: str, subject: Subject, start: int, end: int) -> Subject:
    """The subject with the sort and the year that its definition gives ("a 1999 crime film directed by")."""
    year = _YEAR.match(text, start, end)
    sort = subject.sort
    stop = _made().search(text, start, min(end, start + 110))
    words = text[start : stop.start() if stop else min(end, start + 60)]
    match = _defining().search(words)
    if match:
        sort = subjects.sorts()[match["noun"]]
    return replace(subject, sort=sort, year=int(year[1]) if year else subject.year)


@cache
def _defining() -> re.Pattern[str]:
    behind = "of|by|for|about|starring|that|which|on|and|in|set|film|recorded|performed|released|written"
    return re.compile(
        rf"\b(?P<noun>{pattern(subjects.sorts(), boundary=False)})(?:,?\s*$|[,.]|\s(?:{behind})\b)"
    )


def _reversed(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    """ "Paris is the capital of France", "Jane Roe is the author of X"."""
    match = _is_noun_of().match(text, subject.end, sentence.end)
    if match is None or subject.how != "name":
        return
    thing = subjects.phrase(text, match.end(), sentence.end, inside=True)
    if thing is None or thing.how != "name" or text[thing.end : thing.end + 4] == " and":
        return
    for noun in (match["noun"], match["more"]):
        if noun and _may_have(text, thing, _nouns()[noun]):
            relation = _nouns()[noun]
            key = of_person(thing.name) if _relations()[relation].get("kin") else ""
            yield Stated(thing, relation, subject.name, sentence.start, thing.end, (subject.name,), key=key)


def _possessive(text: str, sentence: Sentence) -> Iterator[Stated]:
    """ "X's mother was Y", "X's capital, Y"."""
    named = subjects.named().match(text, sentence.start, sentence.end)
    if named is None or not re.search(r"(?:'s|s')$", named[0]):
        return
    match = _own().match(text, named.end() - 2, sentence.end)
    if match is None:
        return
    name = named[0].removesuffix("'s").removesuffix("'")
    thing = Subject(name, "name", sentence.start, match.start())
    relation = _nouns()[match["noun"]]
    if _may_have(text, thing, relation):
        yield from _valued(text, thing, relation, sentence.start, match.end(), sentence.end)


def _children(text: str, sentence: Sentence, subject: Subject) -> Iterator[Stated]:
    match = _CHILD.match(text, subject.end, sentence.end)
    if match is None:
        return
    found, end = values.names(text, match.end(), sentence.end)
    if found:
        yield Stated(
            subject,
            "parents",
            text[match.end() : end],
            sentence.start,
            end,
            found,
            key=of_person(subject.name),
        )


def _valued(text: str, thing: Subject, relation: str, start: int, at: int, end: int) -> Iterator[Stated]:
    found, stop = values.names(text, at, end)
    entry = _relations()[relation]
    if not found or text[stop : stop + 2] == "'s" or found[0].endswith("'s"):
        return
    if entry["value"] == "place" and places.find(found[0]) is None and len(found) > 1:
        found = found[:1]
    key = of_person(thing.name) if entry.get("kin") else ""
    yield Stated(thing, relation, text[at:stop], start, stop, found, key=key)


def _may_have(text: str, thing: Subject, relation: str, *, verb: bool = False) -> bool:
    """Can such a thing have such a relation, and is it surely one thing?"""
    entry = _relations()[relation]
    if (thing.sort or entry.get("sorted")) and "of" in entry and thing.sort not in entry["of"]:
        return False
    if relation == "founder" and thing.key.rpartition(" ")[2] in _founded_by_many():
        return False
    if not entry.get("proof") or thing.sort:
        return True
    if verb:
        return not any(word in organisation_words().heads for word in thing.name.split())
    return _looks_like_a_work(text, thing)


@cache
def _founded_by_many() -> frozenset[str]:
    """What many bear one name of, and what is started rather than founded ("the Great Fire")."""
    table = load("relations")
    return frozenset((*table["words"]["namesakes"], *table["counts"]["events"]))


def _looks_like_a_work(text: str, thing: Subject) -> bool:
    """A quoted name, one with its year or an article, or of words that bodies do not bear."""
    words = thing.name.split()
    shown = text[thing.start : thing.end]
    if thing.year or shown[0] in '"“' or re.match(r"(?:The|A)\s", shown):
        return True
    if any(word.lower() in _of_bodies() or (word.isupper() and len(word) > 1) for word in words):
        return False
    if places.find(thing.name) or places.is_adjective(words[0]):
        return False
    return len(words) > 1 or thing.how != "name"


@cache
def _of_bodies() -> frozenset[str]:
    heads = organisation_words()
    events = load("events")["words"]
    return (
        frozenset(word.lower() for word in heads.heads)
        | heads.joining
        | frozenset(events["ordinary"])
        | frozenset(("museum", "gallery", "college", "group", "project"))
    ) - {
        "the",
        "of",
        "a",
        "and",
        "second",
        "first",
        "new",
        "old",
        "house",
        "park",
        "city",
        "high",
        "central",
        "royal",
    }
