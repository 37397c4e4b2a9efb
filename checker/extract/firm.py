"""Claims on companies: when they were founded, where their seat is, how many work for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract import shared_names
from checker.extract.firms import Firm, Firms
from checker.extract.foundings import foundings
from checker.extract.reading import Reading
from checker.extract.staffs import of_part, staffs
from checker.extract.stated import hedged
from checker.model import Event, Relation
from checker.text.sentences import Sentence
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
# One of these stands in what tells of a founding, a seat or a staff.
_SIGN = re.compile(
    r"(?:ounded|stablished|et\sup|ormed|tarted|its\sdoors)\b[^.]{0,120}\d|\d{4}[^.]{0,40}?\sthat\s|\b(?:based|headquartered)\s(?:in|at|of)\s[A-Z]|-based\s|"
    r"head(?:quarters|\soffice)|\d\s(?:[a-z-]+\s){0,2}(?:people|employees|staff|workers)|(?:workforce|staff)\sof\s"
)
_CLAUSE = re.compile(r"(?:\A|,\s|\band\s)(?=(?:[Tt]he|[Ii]t|[Ww]e)\b)")


@cache
def trigger() -> Trigger:
    table = load("firms")["words"]
    return Trigger([*table["founded"], *map(str.capitalize, table["founded"]), *table["signs"]])


def extract(reading: Reading) -> Iterator[Event | Relation]:
    """One claim for each founding, seat and number of staff of a company that the article names."""
    text = reading.article.text
    facts: _Facts | None = None
    for sentence in reading.firing(trigger()):
        if sentence.block.kind not in _KINDS or text[sentence.end - 1] == "?":
            continue
        if _SIGN.search(text, sentence.start, sentence.end) is None:
            continue
        if not reading.once(Firms).firms:
            return
        facts = facts or _Facts(reading)
        yield from foundings(reading, sentence)
        yield from facts.seats(sentence)
        yield from facts.staffs(sentence)


class _Facts:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.article.text
        self._firms = reading.once(Firms)

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
