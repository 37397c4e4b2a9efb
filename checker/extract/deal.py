"""Claims on what one company paid for another: "agreed to buy Voltan for €2.1 billion"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.extract import amounts, shared_names
from checker.extract.amounts import Amount
from checker.extract.firms import Firm, Firms
from checker.extract.reading import Reading
from checker.extract.stated import hedged
from checker.model import Relation
from checker.text.sentences import Sentence
from checker.text.trigger import Trigger
from checker.vocab import load

_KINDS = ("paragraph", "item", "caption", "title")
_BUYS = re.compile(
    r"\b(?P<verb>buy|buys|bought|buying|acquire|acquires|acquired|acquiring|purchase|purchased|take\sover|took\sover|"
    r"(?:acquisition|takeover|purchase)\sof)\s"
)
_PAID = re.compile(r"\b(?:paid|pay|paying|pays)\s")
_WORTH = re.compile(
    r"[^,;.:]{0,60}?,?\s(?:for|in\sa\s(?:[a-z-]+\s){0,2}deal\s(?:worth|valued\sat)|worth|at\sa\scost\sof)\s(?:a\stotal\sof\s)?"
)
_PASSIVE = re.compile(
    r"(?:,\s(?!and\b|which\b)[^,;:()]{3,60},)?\s(?:was|were|has\sbeen|is\sbeing)\s(?:bought|acquired|taken\sover|purchased|sold)\s(?:(?:in|last|on)\s[^,;:()]{3,20}?\s)?(?:by|to)\s"
)
_STOP = re.compile(r"[,;:.()]")
_PART = re.compile(
    r"\b(?:stakes?|shares?|percent|per\scent|part|unit|units|assets|plant|plants|factory|business|division|arm|interest|holding|half|third|rights?|"
    r"building|site|mine|brand|stores?|operations|subsidiary|debt|bonds?)\b|%"
)
_OFFER = re.compile(
    r"\b(?:offer(?:ed|s)?|bids?|proposed|sought|talks|plans?|consider\w*|rejected|raised|options?|would|could|may|might|if)\b"
)
# Without a sum behind one of these no price is told.
_PRICE = re.compile(r"\b(?:for|worth|paid|pay|paying|pays|of)\s(?:[a-z]+\s){0,4}(?:[A-Z]{0,3}[$£€¥₹]|\d)")
_REACH = 90


@cache
def trigger() -> Trigger:
    return Trigger(load("firms")["words"]["deals"])


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each sum that a buyer who is named is told to pay for the whole of a company."""
    text = reading.article.text
    for sentence in reading.firing(trigger()):
        if sentence.block.kind not in _KINDS or _OFFER.search(text, sentence.start, sentence.end):
            continue
        if _PRICE.search(text, sentence.start, sentence.end) is None:
            continue
        firms = reading.once(Firms)
        if len(firms.firms) < 2:
            return
        for deal in _deals(text, sentence, firms):
            if not hedged(text, sentence.start, deal.end):
                yield from _claims(reading, deal)


@dataclass(frozen=True, slots=True)
class _Deal:
    buyer: Firm
    bought: Firm
    amount: Amount
    start: int
    end: int


def _deals(text: str, sentence: Sentence, firms: Firms) -> Iterator[_Deal]:
    named = list(firms.named(sentence.start, sentence.end))
    for match in _BUYS.finditer(text, sentence.start, sentence.end):
        buyer = next((it for it in named if it[0] < match.start()), None)
        target = next((it for it in named if it[0] >= match.end() and it[0] - match.end() < _REACH), None)
        if (
            buyer is None
            or target is None
            or target[2] == buyer[2]
            or not _whole(text, match.end(), target[0])
        ):
            continue
        if amount := _paid(text, target[1], sentence.end):
            yield _Deal(buyer[2], target[2], amount, buyer[0], amount.end)
    for match in _PAID.finditer(text, sentence.start, sentence.end):
        before = [it for it in named if it[1] <= match.start()]
        amount = amounts.money(text, match.end(), sentence.end)
        if not before or amount is None or not text.startswith(" for ", amount.end):
            continue
        if bought := firms.other(before[-1][2], amount.end + 5, sentence):
            yield _Deal(before[-1][2], bought[1], amount, before[-1][0], bought[0])
    for start, end, sold in named:
        passive = _PASSIVE.match(text, end, sentence.end)
        after = next((it for it in named if passive and it[0] >= passive.end()), None)
        if passive is None or after is None or after[0] - passive.end() > _REACH:
            continue
        if _whole(text, passive.end(), after[0]) and (amount := _paid(text, after[1], sentence.end)):
            yield _Deal(after[2], sold, amount, start, amount.end)


def _paid(text: str, at: int, end: int) -> Amount | None:
    """The sum for which a company goes that is named right before."""
    worth = _WORTH.match(text, at, end)
    return None if worth is None or _PART.search(worth[0]) else amounts.money(text, worth.end(), end)


def _whole(text: str, start: int, end: int) -> bool:
    """Do only words that describe a company stand there?"""
    return not _STOP.search(text, start, end) and not _PART.search(text, start, end)


def _claims(reading: Reading, deal: _Deal) -> Iterator[Relation]:
    bought, buyer, amount = deal.bought, deal.buyer, deal.amount
    own = (*bought.key.split(), *buyer.key.split())
    for key in bought.keys:
        yield Relation(
            **reading.place(deal.start, deal.end),
            subject=key,
            name=bought.name,
            relation=f"price to {buyer.plain}",
            value=reading.article.text[amount.start : amount.end],
            least=amount.least,
            most=amount.most,
            unit=amount.unit,
            context=shared_names.context(reading, own, buyer.key),
        )
