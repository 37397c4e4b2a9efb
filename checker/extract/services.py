"""Who holds an office that other words tell: "took over the defence ministry", "in office since May"?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.beginnings import since
from checker.extract.clauses import hedged
from checker.extract.compatriots import compatriots
from checker.extract.figures import APART, PERSON, Figures, pointed
from checker.extract.holders import Held
from checker.extract.present import NEAR, as_of_publication, is_now
from checker.extract.reading import Reading
from checker.model import UNKNOWN, Office, When
from checker.resolve import offices
from checker.text.sentences import Sentence
from checker.text.tokens import tokens
from checker.text.trigger import Trigger

_POST = r"(?:the|his|her|this|that|their)\s(?:post|office|job|position|chair)"
_WHO = rf"(?P<who>{PERSON}){APART},?(?:\sand)?(?:\swho)?"
_SINCE = r"(?:since|from)\s(?:(?:early|late|mid)[\s-])?(?=[\dA-Z]|last\s)"
_SERVES = re.compile(
    rf"{_WHO}\s(?:has|had)\s(?:now\s|also\s)?(?:been\sin\s(?:office|{_POST})|(?:held|occupied|filled)\s{_POST}|"
    rf"served(?:\sin\s{_POST})?)\s{_SINCE}"
)
_SERVED = re.compile(rf"{_WHO}\s(?:was\sin\soffice|held\s{_POST})\s{_SINCE}")
# Verbs that tell who is at the head of a ministry: of now, of the day of the news, of whatever time.
_NOW = "heads|leads|runs|keeps|takes over|takes charge of|moves to|is given|gets|receives"
_NEWS = "took over|took charge of|moved to|was given|kept|got|received|was moved to"
_EVER = "has headed|has led|has run|had headed|had led|had run|headed|led|ran"
_HEADS = re.compile(
    rf"{_WHO}\s(?:now\s|also\s)?(?:(?P<now>{_NOW})|(?P<news>{_NEWS})|(?P<ever>{_EVER}))"
    r"\s(?:the\s|its\s)?(?P<what>[^,;.\ue000]{3,60})"
)
_LED = re.compile(
    r"(?:\A|\s)[Tt]he\s(?P<what>(?:[A-Za-z]+\s){1,4}(?:ministry|portfolio))\s(?:"
    r"(?:(?P<ever>was)|(?P<now>is)|has\sbeen)\s(?:then\s|now\s)?(?:led|headed|run)\sby|"
    r"(?P<goes>goes|passes|falls)\sto|(?P<news>went|passed|fell)\sto)"
    rf"\s(?:the\s[a-z]+\s)?(?P<who>{PERSON})"
)
_MINISTRY = frozenset(("ministry", "portfolio"))
# What may stand between a ministry and the time that is told of it.
_TO_DATE = re.compile(
    r"(?:\sfrom\s\ue000+)?,?\s(?:(?P<word>since|from|in|on|until)\s)?(?:(?:early|late|mid)[\s-])?\Z"
)


@cache
def trigger() -> Trigger:
    posts = ("office", "post", "job", "position", "chair", "served")
    return Trigger((*posts, "ministry", "portfolio", "charge", "keeps", "keep", "kept", "gets"))


def services(reading: Reading) -> Iterator[Office]:
    """One claim for each telling of an office that has no title there."""
    text = reading.article.text
    if not reading.held and not reading.people.mentions:
        return
    for at, sentence in reading.numbered(trigger()):
        if sentence.block.kind not in ("paragraph", "item"):
            continue
        if hedged(text, sentence.start, sentence.end):
            continue
        scene = pointed(reading, sentence, reading.sentences[:at])
        if scene.names:
            yield from _posts(reading, sentence, scene)
            yield from _ministries(reading, sentence, scene, _HEADS)
            yield from _ministries(reading, sentence, scene, _LED)


def _posts(reading: Reading, sentence: Sentence, scene: Figures) -> Iterator[Office]:
    """ "X, who has held the post since 2017": the office that the article gives the person."""
    for grammar in (_SERVES, _SERVED):
        for match in grammar.finditer(scene.text):
            held = _own(reading, scene.name(match.start("who")), sentence)
            dates = reading.dates_in(scene.base + match.end() - 6, sentence.end)
            if held is None or not dates or dates[0].when is None or not dates[0].dated:
                continue
            mention = dates[0]
            when = mention.when
            assert when is not None
            stretch = when.sure is not None and when.first < when.last
            began = (
                When(when.first, when.sure[0], basis="stated") if stretch and when.sure else since(mention)
            )
            yield _office(
                reading, scene, match, held.holder, (held.head, held.portfolio, held.body), when, began,
                mention.assumptions,
            )  # fmt: skip


def _own(reading: Reading, name: str, sentence: Sentence) -> Held | None:
    """The one office of the person that the sentence, or else the article, speaks of."""
    held = [it for it in reading.held if it.holder == name and it.status == "current" and it.single]
    here = [it for it in held if it.phrase.sentence == sentence] or held
    return here[0] if len({(it.office, it.body) for it in here}) == 1 else None


def _ministries(
    reading: Reading, sentence: Sentence, scene: Figures, grammar: re.Pattern[str]
) -> Iterator[Office]:
    """ "X took over the defence ministry in May", "the ministry was led by X": the minister's office."""
    for match in grammar.finditer(scene.text):
        name = scene.name(match.start("who"))
        alone = match[0].find("keep") >= 0 or "charge of" in match[0]
        portfolio, end = _portfolio(scene.text, *match.span("what"), alone=alone)
        if not portfolio or len(name.split()) < 2:
            continue
        end = max(end, match.end("who"))
        began, when, assumed = _time(reading, scene, end)
        told = match.groupdict()
        today = (
            _of_today(reading, sentence) if told["now"] else not told["ever"] and is_now(reading, sentence)
        )
        if not when.known and not began.known and today:
            when, assumed = as_of_publication(reading, "office")
        if told["ever"] and not when.sure:
            began = UNKNOWN
        if when.known:
            post = (offices.head_named("minister"), portfolio, None)
            yield _office(reading, scene, match, name, post, when, began, assumed)


def _of_today(reading: Reading, sentence: Sentence) -> bool:
    """Is a sentence in the present not one of history? What was "until now" does not matter."""
    published = reading.dates.published
    dated = [it.when for it in reading.dates_in(sentence.start, sentence.end) if it.when and it.dated]
    return published is not None and all(when.days_between(published) <= NEAR for when in dated)


def _time(reading: Reading, scene: Figures, end: int) -> tuple[When, When, tuple[str, ...]]:
    """When the office was taken up, and held, as told right behind the ministry."""
    dates = reading.dates_in(scene.base + end, scene.base + min(len(scene.text), end + 80))
    if not dates or not dates[0].dated or dates[0].when is None:
        return UNKNOWN, UNKNOWN, ()
    mention = dates[0]
    between = _TO_DATE.fullmatch(scene.text[end : mention.start - scene.base])
    if between is None or mention.when is None:
        return UNKNOWN, UNKNOWN, ()
    began = UNKNOWN
    if between["word"] == "since":
        began = since(mention)
    elif between["word"] in ("in", "on"):
        began = mention.when
    return began, mention.when, mention.assumptions


def _portfolio(text: str, start: int, end: int, *, alone: bool) -> tuple[tuple[str, ...], int]:
    """Of "defence ministry" or "Ministry of Defence" in that stretch, the portfolio and where the words end.

    ``alone``: the portfolio may stand for its ministry ("keeps Finance").
    """
    row = tokens(text, start, end)
    for i, token in enumerate(row[:6]):
        if token.low in _MINISTRY:
            if i == 0:
                found, last = offices.portfolio_at(row, 2) if len(row) > 2 else ((), 0)
                return found, row[last - 1].end if found else end
            found, begin = offices.portfolio_before(row, i)
            return (found if begin == 0 else ()), token.end
    found, last = offices.portfolio_at(row, 0) if alone and row else ((), 0)
    if found and (last == len(row) or row[last].low in ("and", "in", "on", "since")):
        return found, row[last - 1].end
    return (), end


def _office(
    reading: Reading,
    scene: Figures,
    match: re.Match[str],
    holder: str,
    post: tuple[offices.Head, tuple[str, ...], str | None],
    when: When,
    began: When,
    assumptions: tuple[str, ...],
) -> Office:
    head, portfolio, body = post
    return Office(
        **reading.place(scene.base + match.start(), scene.base + match.start() + len(match[0].rstrip())),
        office=offices.canonical(head, portfolio, body),
        body=body,
        holder=holder,
        status="current",
        single=offices.single(head, portfolio),
        when=when,
        began=began,
        context=compatriots(reading, holder, head, portfolio, body),
        assumptions=assumptions,
    )
