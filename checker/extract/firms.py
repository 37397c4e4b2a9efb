"""Which company do a name, "the company" and "it" mean in an article?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker import kept
from checker.extract.reading import Reading
from checker.extract.things import general
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.organisations import spelled, without_firm
from checker.text.sentences import Sentence
from checker.text.trie import pattern, plain
from checker.vocab import load

_WORD = r"[A-Z][\w&'+-]*(?<!'s)(?<!')"
_RUN = rf"{_WORD}(?: (?:(?:and|&|de|for) )?{_WORD}){{0,4}}+"
_MANY = 40  # names that are looked at; an article with more is a list
_BACK = 1500  # characters before "the company" in which the company is named
_LED = re.compile(
    rf"(?:(?:chief\sexecutive|CEO|managing\sdirector|takeover|acquisition)\s(?:of|by)|[Ff]ounders?\sof)\s(?P<name>{_RUN})(?=[\s,.;'])"
)
_ABOUT = re.compile(rf"About\s(?:the\s)?(?P<name>{_RUN})(?=[.:]\s|\Z)")


@dataclass(frozen=True, slots=True)
class Firm:
    """A company by its fullest name, and the short one by which the article goes on to call it, or ""."""

    name: str
    short: str = ""

    @property
    def noun(self) -> str:
        """The noun by which it goes on to be called, of a body that is no company; else ""."""
        words = self.name.lower().split()
        return next((word for word in (words[-1], words[0]) if word in _bodies()), "")

    @property
    def plain(self) -> str:
        return without_firm(self.name)

    @property
    def key(self) -> str:
        return fold(self.plain)

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is known by: its name, and the short form under which other articles may know it."""
        return tuple(dict.fromkeys((self.key, fold(self.short) or self.key)))


class Firms:
    """The companies of an article, and where it names them."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.article.text
        self._reading = reading
        self.firms = _merged(
            self._text,
            [name for name in list(dict.fromkeys(_found(reading)))[:_MANY] if not _is_person(reading, name)],
        )
        names = {
            name: firm
            for firm in self.firms
            for name in (firm.name, without_firm(firm.name), firm.short)
            if name
        }
        self._names = names
        form = rf"(?<![\w-])(?P<name>{plain(names)})(?![\w-]|\s[A-Z])"
        self._pattern = kept.passing(form) if names else None
        self._starts = [sentence.start for sentence in reading.sentences]
        self._sections = dict(_sections(reading, names))

    def named(self, start: int, end: int) -> Iterator[tuple[int, int, Firm]]:
        """Where a stretch of the text names a firm."""
        if self._pattern:
            for match in self._pattern.finditer(self._text, start, end):
                yield match.start(), match.end(), self._names[match["name"]]

    def headlined(self) -> Firm | None:
        """The only company of the article, if its headline names it; else None."""
        companies = [firm for firm in self.firms if not firm.noun]
        title = self._reading.article.source.title or ""
        if len(companies) != 1 or not any(
            name in title for name, firm in self._names.items() if firm == companies[0]
        ):
            return None
        return companies[0]

    def at(self, start: int, sentence: Sentence) -> tuple[int, Firm] | None:
        """The firm whose name, or a word that means it, begins at ``start``, and where that ends."""
        match = self._pattern.match(self._text, start) if self._pattern else None
        if match:
            return match.end(), self._names[match["name"]]
        again = _again().match(self._text, start, sentence.end)
        firm = self._meant(sentence, start, again["noun"]) if again else None
        return (again.end(), firm) if again and firm else None

    def alone(self, sentence: Sentence, at: int) -> Firm | None:
        """The company of which words that name none speak: the only one of the paragraph, or of all."""
        return self._meant(sentence, at, "company")

    def other(self, firm: Firm, start: int, sentence: Sentence) -> tuple[int, Firm] | None:
        """The firm named at ``start``, or meant there as the only one beside another, and where that ends."""
        if match := self._pattern.match(self._text, start) if self._pattern else None:
            return match.end(), self._names[match["name"]]
        others = [it for it in self.firms if it != firm and not it.noun]
        again = _again().match(self._text, start, sentence.end)
        return (again.end(), others[0]) if again and again["noun"] and len(others) == 1 else None

    def _meant(self, sentence: Sentence, at: int, noun: str | None) -> Firm | None:
        """The firm that "the company" means: of the section, or the only one of the paragraph, or of all."""
        if sentence.block.start in self._sections:
            return self._sections[sentence.block.start]
        if noun is None:
            return self._before(sentence)
        last = noun.split()[-1]
        wanted = [firm for firm in self.firms if firm.noun == (last if last in _bodies() else "")]
        here = {
            firm for _, _, firm in self.named(max(sentence.block.start, at - _BACK), at) if firm in wanted
        }
        if len(here) == 1:
            return here.pop()
        if here:
            return None
        title = self._reading.article.source.title or ""
        headlined = [firm for firm in wanted if firm.plain in title or (firm.short and firm.short in title)]
        return wanted[0] if len(wanted) == 1 else headlined[0] if len(headlined) == 1 else None

    def _before(self, sentence: Sentence) -> Firm | None:
        """What "it" means at the head of a sentence: the firm with which the one before it begins."""
        number = bisect_left(self._starts, sentence.start)
        before = self._reading.sentences[number - 1] if number else None
        if before is None or before.block != sentence.block:
            return None
        found = self.at(before.start, before)
        return found[1] if found else None


def _found(reading: Reading) -> Iterator[str]:
    text = reading.article.text
    for match in _suffixed().finditer(text):
        yield match["name"].removeprefix("About ")
    for match in _ending().finditer(text):
        if _is_name(match["name"]):
            yield match["name"]
    for match in _LED.finditer(text):
        if _is_name(match["name"]):
            yield match["name"]
    for match in _of_body().finditer(text):
        if _is_name(match["name"]):
            yield match["name"]
    for match in _introduced().finditer(text):
        if _is_name(match["name"]):
            yield match["name"]
    for match in _defined().finditer(text):
        if _is_name(match["name"]):
            yield match["name"]
    for block in reading.article.blocks:
        if about := _ABOUT.match(text, block.start, block.end):
            yield about["name"]
    for held in reading.held:
        if (
            held.body
            and (held.head.company or held.head.corporate)
            and held.body in text
            and _is_name(held.body)
        ):
            yield held.body


def _is_person(reading: Reading, name: str) -> bool:
    """Is it that of people whom the article names?"""
    return any(mention.text in name for mention in reading.people.mentions if len(mention.text.split()) > 1)


def _is_name(name: str) -> bool:
    """Is it a name, and not one that any may bear ("Central Bank")?"""
    if all(spelled(word) in general() for word in name.lower().split()):
        return False
    return (
        _never().isdisjoint(name.split())
        and not places.candidates(name)
        and not all(places.is_adjective(word) for word in name.split())
    )


def _merged(text: str, names: list[str]) -> list[Firm]:
    """The firms, of names that go on from one another ("Voltan", "Voltan Energy AG") the longest."""
    full: list[str] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if not any(
            _goes_on(other, name) and text.find(other) <= text.find(name, text.find("\n")) for other in full
        ):
            full.append(name)
    return [Firm(name, _short(text, name, full)) for name in sorted(full, key=text.find)]


def _goes_on(longer: str, name: str) -> bool:
    return f"{without_firm(longer)} ".startswith(f"{without_firm(name)} ")


def _short(text: str, name: str, full: list[str]) -> str:
    """The first word or words of the name, if they stand alone behind it, and begin no other firm's."""
    words = without_firm(name).split()
    at = text.find(name)
    for n in range(len(words) - 1, 0, -1):
        short = " ".join(words[:n])
        if any(other != name and f"{other} ".startswith(f"{short} ") for other in full) or places.candidates(
            short
        ):
            return ""
        said = kept.passing(rf"\b{re.escape(short)}(?:'s)?(?=[,.;:]|\s[a-z])")
        if (
            len(short) > 2
            and short.lower() not in _bodies()
            and (said.search(text, at + len(name)) or said.search(text, 0, max(0, text.find("\n"))))
        ):
            return short
    return ""


def _sections(reading: Reading, names: dict[str, Firm]) -> Iterator[tuple[int, Firm]]:
    """The blocks below "About Voltan", with the firm they speak of."""
    text = reading.article.text
    firm = None
    for block in reading.article.blocks:
        about = _ABOUT.match(text, block.start, block.end)
        if about:
            firm = names.get(about["name"])
        elif block.kind == "heading":
            firm = None
        if firm:
            yield block.start, firm


@cache
def _ending() -> re.Pattern[str]:
    endings = pattern(load("firms")["nouns"]["endings"], boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>(?!The |About )(?:{_WORD} (?:& |and )?){{1,3}}?{endings})(?![\w-]| [A-Z])"
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("firms")["nouns"]["bodies"])


@cache
def _of_body() -> re.Pattern[str]:
    nouns = pattern((noun.capitalize() for noun in _bodies()), boundary=False)
    return re.compile(
        rf"(?<![\w'-])(?P<name>(?!The |About )(?:{_WORD} (?:of |and |for )?){{1,5}}?{nouns}|"
        rf"(?:Academy|Bank|Institute|Museum|University) of {_WORD}(?: {_WORD})?)"
        r"(?![\w-]| [A-Z]| of )"
    )


@cache
def _never() -> frozenset[str]:
    return frozenset(load("firms")["words"]["never"])


@cache
def _suffixed() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in load("organisations")["heads"]["firm"])
    return re.compile(rf"(?<![\w-])(?P<name>{_WORD}(?: (?:& )?{_WORD}){{0,3}}?,? (?:{forms})\b\.?)")


@cache
def _introduced() -> re.Pattern[str]:
    kinds = pattern(load("firms")["nouns"]["kinds"], boundary=False)
    return re.compile(rf"(?<=[a-z] )(?<![\w-]){kinds}\s(?P<name>{_RUN})(?=[\s,.;'])")


@cache
def _defined() -> re.Pattern[str]:
    kinds = pattern(load("firms")["nouns"]["kinds"], boundary=False)
    return re.compile(
        rf"(?<![\w-])(?P<name>{_RUN})(?:(?:,\san?|\sis\s(?:an?|the))\s(?:[\w'-]+\s){{0,6}}?{kinds}\b|,\s(?:its|the)\s(?:owner|parent|operator|maker)\b)"
    )


@cache
def _again() -> re.Pattern[str]:
    nouns = load("firms")["nouns"]
    words = "|".join(dict.fromkeys((*nouns["again"], *nouns["bodies"])))
    return re.compile(rf"(?:[Tt]he\s(?:[A-Za-z][a-z]+\s)?(?P<noun>{words})|[Ii]t|[Ww]e)(?![\w-])")
