"""Claims on companies: when they were founded, where their seat is, how many work for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import happening, once, shared_names
from checker.extract.clauses import Clauses, Told
from checker.extract.clauses import hedged as doubted
from checker.extract.firms import Firm, Firms
from checker.extract.happened import happened
from checker.extract.happening import Happening
from checker.extract.reading import Reading
from checker.extract.staffs import of_part, staffs
from checker.extract.stated import hedged
from checker.extract.topic import Topics
from checker.model import Event, Relation
from checker.resolve.organisations import spelled
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("paragraph", "item", "caption")
_PLACE = r"[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2}(?:,\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})?"
_BASED = re.compile(
    rf"(?:,|\sis|\swas|,\swhich\sis)\s(?:now\s)?(?:(?:based|headquartered)\s(?:in|at)|of)\s(?P<place>{_PLACE})(?=[\s,.;])"
)
_SEATED = re.compile(
    rf"\s(?:based|headquartered)\s(?:in|at)\s(?P<place>{_PLACE})(?=[,.;]|\s(?:and|with|that|which|is|has|said)\b)"
)
_WITH_SEAT = re.compile(
    rf"\b(?:with\s(?:its\s)?(?:headquarters|head\soffice|head\soffices)|(?:has|keeps)\sits\s(?:headquarters|head\soffice)|(?:the|its)\shead(?:quarters|\soffice)\sis)\sin\s"
    rf"(?P<place>{_PLACE})(?=[\s,.;])"
)
_WHERE_SEAT = re.compile(rf"\bin\s(?P<place>{_PLACE}),\swhere\s(?=\S)")
_HAS_SEAT = re.compile(
    r"\s(?:has|had)\sits\s(?:headquarters|head\soffice)\b|\s(?:is|was)\s(?:based|headquartered)\b"
)
_HYPHEN = re.compile(
    r"(?<![\w-])(?P<place>[A-Z][\w']*(?:\s[A-Z][\w']*)?)-based\s(?:[a-z][\w-]*\s){0,4}?(?=[A-Z])"
)
_DOING = re.compile(r"(?:[Ff]ounded|[Ee]stablished|[Ss]et\sup|[Ff]ormed)\b")
# Between a name and the verb of its founding: "was", an apposition, "an Edinburgh company".
_FOUNDED = re.compile(
    r"(?:,\s(?!and\b|but\b|which\b|who\b|an?\b)[^,;:()]{3,70},)?(?:\swas|,\swhich\swas|,)\s(?:first\s)?"
    r"|,\san?\s(?:(?!and\b|of\b|by\b)[\w'-]+\s){1,5}"
)
# One of these stands in what tells of a founding, a seat or a staff.
_SIGN = re.compile(
    r"(?:ounded|stablished|et\sup|ormed)\b[^.]{0,120}\d|\b(?:based|headquartered)\s(?:in|at|of)\s[A-Z]|-based\s|"
    r"head(?:quarters|\soffice)|\d\s(?:[a-z-]+\s){0,2}(?:people|employees|staff|workers)|(?:workforce|staff)\sof\s"
)
_ABOUT = re.compile(r"(?:About\s[^:.;,\n]{2,60}[:.]\s)?")
_IT_WAS = re.compile(
    r"(?:\A|[,;]\s|\band\s)(?P<it>[Tt]he\s(?:[A-Za-z][a-z]+\s)?[a-z-]+|[Ii]t)(?:\swas|,\swhich\swas|,)\s\Z"
)
_COMMA = re.compile(r"[^;:()]{4,140}?,\s(?=[A-Zitw])")
_NEXT_COMMA = re.compile(r"[^;:()]{1,140}?,\s(?=[A-Zitw])")
_CLAUSE = re.compile(r"(?:\A|,\s|\band\s)(?=(?:[Tt]he|[Ii]t|[Ww]e)\b)")
_OF_IT = re.compile(r"(?:\b(?:of|at|in|for)\s(?:the\s)?|'s\s)\Z")
_NOT = re.compile(r"\b(?:re-?founded|originally|predecessor|forerunner)\b")


@cache
def trigger() -> Trigger:
    table = load("firms")["words"]
    return Trigger([*table["founded"], *map(str.capitalize, table["founded"]), *table["signs"]])


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each founding, seat and number of staff of a company that the article names."""
    text = reading.article.text
    facts: _Facts | None = None
    for sentence in trigger().among(text, reading.sentences):
        if sentence.block.kind not in _KINDS or text[sentence.end - 1] == "?":
            continue
        if _SIGN.search(text, sentence.start, sentence.end) is None:
            continue
        if not reading.once(Firms).firms:
            return
        facts = facts or _Facts(reading)
        yield from facts.foundings(sentence)
        yield from facts.seats(sentence)
        yield from facts.staffs(sentence)


class _Facts:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.article.text
        self._firms = reading.once(Firms)
        self._clauses = reading.once(Clauses)

    def foundings(self, sentence: Sentence) -> Iterator[Event]:
        """ "Founded in 1962, the company", "Voltan, founded in 1962", "the company was founded in 1962"."""
        text = self._text
        for match in _DOING.finditer(text, sentence.start, sentence.end):
            found = self._of_founding(sentence, match)
            told = self._clauses.after(match.end(), sentence.end)
            if found is None or told is None or _NOT.search(text, sentence.start, sentence.end):
                continue
            start, firm = found
            start, end = min(start, match.start()), max(told.end, match.end())
            if doubted(text, start, end) or self._known(sentence, ": founded"):
                continue
            for key in firm.keys:
                yield happening.claim(self._reading, _founding(start, end, key, firm.name, told))

    def _of_founding(self, sentence: Sentence, match: re.Match[str]) -> tuple[int, Firm] | None:
        """What is founded: named before the verb, or behind the comma of a sentence that begins with it."""
        text = self._text
        if _ABOUT.fullmatch(text, sentence.start, match.start()):
            comma = _COMMA.match(text, match.end(), sentence.end)
            while comma:
                if found := self._firms.at(comma.end(), sentence):
                    return found[0], found[1]
                comma = _NEXT_COMMA.match(text, comma.end(), sentence.end)
            return None
        for start, end, firm in self._firms.named(sentence.start, match.start()):
            if _OF_IT.search(text, sentence.start, start):
                continue  # the chapel of the college
            if _FOUNDED.fullmatch(text, end, match.start()):
                return end, firm
        again = _IT_WAS.search(text[sentence.start : match.start()])
        found = self._firms.at(sentence.start + again.start("it"), sentence) if again else None
        return found if again and found and found[0] == sentence.start + again.end("it") else None

    def _known(self, sentence: Sentence, what: str) -> bool:
        """Is it told so that it is found without knowing what the firms of the article are?"""
        row = tokens(self._text, sentence.start, sentence.end)
        found = list(once.read(self._reading, row, self._clauses))
        if subject := self._reading.once(Topics).subject(sentence):
            found += happened(self._reading, sentence, subject, self._clauses)
        return any(it.key.endswith(what) for it in found)

    def seats(self, sentence: Sentence) -> Iterator[Relation]:
        """ "Voltan, based in Oulu", "the company is headquartered in Oulu", "Oulu-based Voltan"."""
        text = self._text
        for start, end, firm in self._subjects(sentence):
            for form in (_BASED, _SEATED):
                match = form.match(text, end, sentence.end)
                if match and (" of " not in match[0] or ", " in match["place"]):
                    yield from self._seat(sentence, firm, start, match.end(), match)
                    break
            else:
                if (match := _WITH_SEAT.search(text, end, sentence.end)) and match.start() - end < 120:
                    others = [
                        other
                        for at, _, other in self._subjects(sentence)
                        if at > start and at < match.start()
                    ]
                    if not others and ";" not in text[end : match.start()]:
                        yield from self._seat(sentence, firm, start, match.end(), match)
        for match in _HYPHEN.finditer(text, sentence.start, sentence.end):
            if found := self._firms.at(match.end(), sentence):
                yield from self._seat(sentence, found[1], match.start(), found[0], match)
        for match in _WHERE_SEAT.finditer(text, sentence.start, sentence.end):
            found = self._firms.at(match.end(), sentence)
            if found and (seat := _HAS_SEAT.match(text, found[0], sentence.end)):
                yield from self._seat(sentence, found[1], match.start(), seat.end(), match)

    def _subjects(self, sentence: Sentence) -> Iterator[tuple[int, int, Firm]]:
        """The firms named in a sentence, and the one that its beginning or a clause means."""
        text = self._text
        yield from self._firms.named(sentence.start, sentence.end)
        for match in _CLAUSE.finditer(text[sentence.start : sentence.end]):
            at = sentence.start + match.end()
            if found := self._firms.at(at, sentence):
                yield at, *found

    def _seat(
        self, sentence: Sentence, firm: Firm, start: int, end: int, match: re.Match[str]
    ) -> Iterator[Relation]:
        said = match["place"]
        before = self._text[max(sentence.start, start - 25) : start]
        if hedged(self._text, start, end) or of_part().search(before):
            return
        yield from self._relations(firm, start, end, "seat", said, values=tuple(said.split(", ")))

    def staffs(self, sentence: Sentence) -> Iterator[Relation]:
        for staff in staffs(self._text, self._firms, sentence, self._subjects):
            yield from self._relations(
                staff.firm,
                staff.start,
                staff.end,
                "number of staff",
                self._text[staff.count.start : staff.end],
                least=staff.count.least,
                most=staff.count.most,
            )

    def _relations(
        self,
        firm: Firm,
        start: int,
        end: int,
        relation: str,
        value: str,
        *,
        values: tuple[str, ...] = (),
        least: float | None = None,
        most: float | None = None,
    ) -> Iterator[Relation]:
        for key in firm.keys:
            yield Relation(
                **self._reading.place(start, end),
                subject=key,
                name=firm.name,
                relation=relation,
                value=value,
                values=values,
                least=least,
                most=most,
                context=shared_names.context(self._reading, firm.key.split()),
            )  # fmt: skip


def _founding(start: int, end: int, key: str, name: str, told: Told) -> Happening:
    return Happening(
        start,
        end,
        f"{' '.join(spelled(word) for word in key.split())}: founded",
        f"founding of {name}",
        told.when,
        told.place,
        named=False,
        assumptions=told.assumptions,
    )
