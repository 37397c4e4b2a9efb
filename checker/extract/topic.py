"""Whom or what does an article speak of? The thing it defines first, and the pronouns that mean it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from checker.extract import subjects
from checker.extract.event_names import names
from checker.extract.reading import Reading
from checker.extract.subjects import Subject
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.vocab import load

_PARAGRAPHS = 12  # of an article are read for what they say of its topic
_COPULA = re.compile(
    r"\s(?:is|was|are|were)\s(?:(?:also|perhaps|currently|now|still)\s)?(?:an?|the|one\sof\sthe)\s"
)
# "Orkla, founded in 1923, was"
_APPOSED = re.compile(r",\s(?!(?:and|or|who|which)\b)[^,;:()]{3,70},(?=\s(?:is|was|are|were)\s)")
_NOUN_ENDS = re.compile(
    r"\s(?:of|in|on|at|by|for|from|with|that|which|who|whose|where|and|or|to|as|near|between|under|set|starring|featuring|about|than|along|"
    r"(?:co-)?\w{2,20}ed|co-written|built|made|held|known|born|written|based|found|best)\b|[,.;:()]|\Z"
)
_MAKER = re.compile(r"The\s(?:[a-z]{3,12}\s)?[a-z]{3,14}(?:er|or|ist)\s(?:of|for|behind)\s")
_DOES = re.compile(
    r"\s(?:(?:also|later|then|first)\s)?(?:was\s(?:born|married|educated|buried|raised)|holds?\san?\s|earned|graduated|"
    r"studied|married|died|attended|wrote|said|grew\sup|retired|worked\s(?:as|at|for))\b"
)
_LEAD = 30  # characters of forms of address before a name that opens a sentence
_HAS_DIED = re.compile(r"(?:,\s[^;:()]{2,90}?)?(?:,(?:\swho)?)?\s(?:has\s)?died\b")
_KIN = re.compile(
    r"\b(?:brother|sister|father|mother|son|daughter|husband|wife|uncle|aunt|cousin|nephew|niece|friend|colleague|partner|"
    r"rival|successor|predecessor|man|woman|who|whose|him)\b"
)
_RUN = re.compile(r"(?<![\w.])[A-Z][a-z'-]+(?:\s[A-Z][\w.'-]*){1,2}(?!\s(?:of\s)?[A-Z])")
_DIGIT = re.compile(r"\d|[XVI]\b|th\b")
_BRACKET = re.compile(r"\s\([^()]{1,40}\)\Z")


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about. ``noun`` is the noun by which it defines it ("stadium"), if it does."""

    name: str
    noun: str
    sort: str
    year: int | None
    person: bool
    event: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.name.split())

    @property
    def ship(self) -> bool:
        """Is it "she", and "the vessel"?"""
        return self.noun.rpartition(" ")[2] in _ships()


class Topics:
    """The subjects of an article's sentences, pronouns and short forms traced to the topic."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._sentences = _opening_paragraphs(reading)
        self._roster = reading.people
        self._people = {reading.people.name_of(mention) for mention in reading.people.mentions}
        self._named = sorted((mention.start, mention.text) for mention in reading.people.mentions)
        self._title = _BRACKET.sub("", reading.article.source.title or "").strip()
        self.topic = self._topic()
        self._subjects = self._read()

    def subject(self, sentence: Sentence) -> Subject | None:
        """What the sentence opens with; the topic of the article under its full name."""
        if sentence.start in self._subjects:
            return self._subjects[sentence.start]
        found = self._opening(sentence)
        if found is None or found.how != "name":
            return None
        return self._resolved(found, going=False, pronoun="") if self.topic else found

    def _opening(self, sentence: Sentence) -> Subject | None:
        """What the sentence opens with; a title is known by itself ("To the Lighthouse is")."""
        if len(self._title.split()) > 1 and self._title.partition(" ")[0].lower() in subjects.never():
            title = subjects.literal(self._text, self._title, sentence.start, sentence.end)
            if title:
                return title
        found = subjects.opening(self._text, sentence.start, sentence.end)
        return self._untitled(found) if found and found.how == "name" else found

    def _untitled(self, subject: Subject) -> Subject:
        """ "Foreign Minister Jane Roe" under the name by which the article knows the person."""
        words = subject.name.split()
        if len(words) < 3 or subject.name in self._people:
            return subject
        rests = (" ".join(words[i:]) for i in range(1, len(words) - 1))
        return next((replace(subject, name=rest) for rest in rests if rest in self._people), subject)

    def _topic(self) -> Topic | None:
        for sentence in self._sentences[:3]:
            if maker := _MAKER.match(self._text, sentence.start, sentence.end):
                thing = subjects.phrase(self._text, maker.end(), sentence.end, inside=True)
                if thing and thing.how == "name" and thing.sort:
                    return Topic(thing.name, thing.sort, thing.sort, thing.year, person=False)
            found = self._opening(sentence)
            if found is None or found.how != "name":
                continue
            apposed = _APPOSED.match(self._text, found.end, sentence.end)
            match = _COPULA.match(self._text, apposed.end() if apposed else found.end, sentence.end)
            if match is None:
                continue
            noun, _ = noun_of(self._text, match.end(), sentence.end)
            sort = subjects.sorts().get(noun, subjects.sorts().get(noun.rpartition(" ")[2], found.sort))
            year = re.match(r"(1[5-9]\d\d|20\d\d)\s", self._text[match.end() : match.end() + 5])
            return Topic(
                found.name,
                noun,
                sort,
                int(year[1]) if year else found.year,
                _personal(found.name, noun, self._people) and not sort,
            )
        return self._titled(self._title) or self._mourned()

    def _mourned(self) -> Topic | None:
        """Whose death does the first sentence tell? "Jane Roe, the Czech composer, who died on Thursday"."""
        for sentence in self._sentences[:1]:
            for mention in self._roster.within(sentence.start, sentence.end)[:1]:
                name = self._roster.name_of(mention) or ""
                leads_up = mention.start - sentence.start < _LEAD
                if leads_up and " " in name and _HAS_DIED.match(self._text, mention.end, sentence.end):
                    return Topic(name, "", "", None, person=True)
        return None

    def _titled(self, title: str) -> Topic | None:
        """The title, if it is a name that the first paragraphs take up."""
        if _DIGIT.search(title) and any(name.edition for name in names(title, tokens(title, 0, len(title)))):
            return Topic(title, "", "", None, person=False, event=True)
        match = subjects.named().fullmatch(title)
        if not match or len(title.split()) > 6 or title.lower() in load("relations")["words"]["titles"]:
            return None
        if len(title.split()) < 2 or not any(title.split()[-1] in self._of(s) for s in self._sentences[:3]):
            return None
        person = title in self._people or _personal(title, "", self._people) or self._acts(title)
        return Topic(title, "", "", None, person)

    def _acts(self, title: str) -> bool:
        """Is the bearer spoken of as "he" or "she", and by the last name?"""
        last = title.rpartition(" ")[2]
        opened = [s for s in self._sentences if self._text.startswith(f"{last} ", s.start)]
        if any(_DOES.match(self._text, s.start + len(last), s.end) for s in opened):
            return True
        spoken_of = any(self._text.startswith(("He ", "She "), s.start) for s in self._sentences)
        return bool(opened) and spoken_of

    def _of(self, sentence: Sentence) -> str:
        return self._text[sentence.start : sentence.end]

    def _read(self) -> dict[int, Subject | None]:
        found: dict[int, Subject | None] = {}
        if self.topic is None:
            return found
        # A pronoun with which the article opens can mean nothing but what the title names.
        going, block, pronoun = subjects.key(self.topic.name) == subjects.key(self._title), None, ""
        alone = going  # nobody else was named since the person of the article was spoken of
        plain = True  # nobody else was named so far in the paragraph
        for sentence in self._sentences:
            if sentence.block is not block:
                going, block, plain = going and block is None, sentence.block, True
            subject = self._opening(sentence)
            own = self.topic.person and (alone or (plain and self._is_birth(subject)))
            resolved = self._resolved(subject, going or own, pronoun) if subject else None
            found[sentence.start] = resolved
            about = resolved is not None and subjects.key(resolved.name) == subjects.key(self.topic.name)
            if about and subject and subject.how == "pronoun":
                pronoun = subject.name
            going = about
            others = self._others(sentence)
            plain = plain and not others
            alone = (alone or about) and not others
        return found

    def _is_birth(self, subject: Subject | None) -> bool:
        """ "She was born": with this the life of whom an article is about begins."""
        return (
            subject is not None
            and subject.how == "pronoun"
            and self._text.startswith(" was born ", subject.end)
        )

    def _others(self, sentence: Sentence) -> bool:
        """May the sentence speak of another person than the article does?"""
        if _KIN.search(self._text, sentence.start, sentence.end):
            return True
        assert self.topic is not None
        last = self.topic.words[-1]
        first = bisect_left(self._named, (sentence.start, ""))
        behind = bisect_left(self._named, (sentence.end, ""))
        if any(not name.endswith(last) for _, name in self._named[first:behind]):
            return True
        runs = _RUN.finditer(self._text, sentence.start, sentence.end)
        return any(
            last not in run[0] and not _of_no_person().intersection(run[0].lower().split()) for run in runs
        )

    def _resolved(self, subject: Subject, going: bool, pronoun: str) -> Subject | None:
        """The subject under the name of the topic, if it means that; None if it means we do not know what."""
        topic = self.topic
        assert topic is not None
        if subject.how == "pronoun":
            fits = (subject.name != "it") == topic.person or (subject.name == "she" and topic.ship)
            fits = fits and pronoun in ("", subject.name)
            return self._as_topic(subject) if going and fits else None
        if subject.how == "noun":
            last = subject.name.rpartition(" ")[2]
            same = (
                last == topic.noun.rpartition(" ")[2]
                or (topic.sort and subjects.sorts().get(last) == topic.sort)
                or (topic.event and last in load("relations")["counts"]["events"])
                or (topic.ship and last in _ships())
            )
            return self._as_topic(subject) if same and last and not topic.person else None
        if subjects.key(subject.name) == subjects.key(topic.name) or self._short(subject.name):
            return self._as_topic(subject)
        return subject

    def _short(self, name: str) -> bool:
        topic = self.topic
        return topic is not None and topic.person and len(topic.words) > 1 and name == topic.words[-1]

    def _as_topic(self, subject: Subject) -> Subject:
        assert self.topic is not None
        topic = self.topic
        return replace(
            subject, name=topic.name, sort=subject.sort or topic.sort, year=subject.year or topic.year
        )


@cache
def _ships() -> frozenset[str]:
    return frozenset(load("events")["meant"]["ships"])


@cache
def _of_no_person() -> frozenset[str]:
    return frozenset(load("names")["never"])


def _opening_paragraphs(reading: Reading) -> list[Sentence]:
    blocks: list[int] = []
    kept = []
    for sentence in reading.sentences:
        if sentence.block.kind != "paragraph":
            continue
        if sentence.block.start not in blocks:
            if len(blocks) >= _PARAGRAPHS:
                break
            blocks.append(sentence.block.start)
        kept.append(sentence)
    return kept


def noun_of(text: str, start: int, end: int) -> tuple[str, int]:
    """The noun of a definition, and where it ends: "stadium" of "a multi-purpose stadium located in"."""
    match = _NOUN_ENDS.search(text, start - 1, min(end, start + 120))
    stop = match.start() if match else min(end, start + 120)
    words = text[start:stop].split()
    plain = [word for word in words if word.islower()]
    return (" ".join(plain[-2:]) if plain and words[-1].islower() else ""), stop


@cache
def _thing_nouns() -> frozenset[str]:
    return frozenset(subjects.sorts()) | frozenset(load("relations")["words"]["things"])


_OF_PEOPLE = re.compile(r"(?:er|or|ist|ian|man|men|woman|ess|ant|eur|wright|ete|yst|logue|cian)\Z")


def personal(name: str, text: str, start: int, end: int) -> bool:
    """Is the bearer of the name a person, by the definition that begins at ``start``?"""
    return _personal(name, noun_of(text, start, end)[0], {None})


def _personal(name: str, noun: str, people: set[str | None]) -> bool:
    """Is it a person? By the name, or by what the definition says."""
    last = noun.rpartition(" ")[2]
    if last in _thing_nouns():
        return False
    if last:
        return last in load("relations")["words"]["people"] or _OF_PEOPLE.search(last) is not None
    return name in people
