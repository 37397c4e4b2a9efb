"""Which company do a name, "the company" and "it" mean in an article?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from checker import kept
from checker.extract.firm_names import ABOUT, bodies, firm_names
from checker.extract.reading import Reading
from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.organisations import without_firm
from checker.text.sentences import Sentence
from checker.text.trie import plain
from checker.vocab import load

_MANY = 40  # names that are looked at; an article with more is a list
_BACK = 1500  # characters before "the company" in which the company is named


@dataclass(frozen=True, slots=True)
class Firm:
    """A company by its fullest name, and the short one by which the article goes on to call it, or ""."""

    name: str
    short: str = ""

    @property
    def noun(self) -> str:
        """The noun by which it goes on to be called, of a body that is no company; else ""."""
        words = self.name.lower().split()
        return next((word for word in (words[-1], words[0]) if word in bodies()), "")

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
        self.firms = _merged(self._text, list(islice(firm_names(reading), _MANY)))
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
        wanted = [firm for firm in self.firms if firm.noun == (last if last in bodies() else "")]
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
            and short.lower() not in bodies()
            and (said.search(text, at + len(name)) or said.search(text, 0, max(0, text.find("\n"))))
        ):
            return short
    return ""


def _sections(reading: Reading, names: dict[str, Firm]) -> Iterator[tuple[int, Firm]]:
    """The blocks below "About Voltan", with the firm they speak of."""
    text = reading.article.text
    firm = None
    for block in reading.article.blocks:
        about = ABOUT.match(text, block.start, block.end)
        if about:
            firm = names.get(about["name"])
        elif block.kind == "heading":
            firm = None
        if firm:
            yield block.start, firm


@cache
def _again() -> re.Pattern[str]:
    nouns = load("firms")["nouns"]
    words = "|".join(dict.fromkeys((*nouns["again"], *nouns["bodies"])))
    return re.compile(rf"(?:[Tt]he\s(?:[A-Za-z][a-z]+\s)?(?P<noun>{words})|[Ii]t|[Ww]e)(?![\w-])")
