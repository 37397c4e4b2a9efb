"""Which accidents and disasters does an article tell of, that have no name: where they happened, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from checker.dates import Mention
from checker.extract import sites
from checker.extract.anniversaries import around, is_anniversary, years_told
from checker.extract.measures import figures
from checker.extract.organisations import headline
from checker.extract.reading import Reading
from checker.extract.sites import Site
from checker.extract.vehicles import PREFIXES, vehicle
from checker.model import UNKNOWN, When
from checker.resolve.compare import fold
from checker.text.sentences import Sentence
from checker.text.tokens import Phrases, Token, tokens
from checker.text.trigger import Trigger
from checker.vocab import load

_OTHER = frozenset(
    "again another earlier further latest new next previous second several similar third".split()
)
_WIDEST = 370  # days in which the date may lie
_MANY = 60  # of an article that tells of so many, none is the one
_HEAD = 8  # characters before a date with which a sentence opens
_ABOUT = 15  # days around an anniversary in which it is spoken of
_NEAR = 6  # days by which the dates of one event may differ
_ON = re.compile(
    r"(?:,?\s(?:on|in|of|at|early|late|later|shortly|around|the|night|morning|evening|afternoon|day|before|after|dawn|midnight|"
    r"noon|during|hours)){0,6}\s?"
)
_LEADS = re.compile(
    r"(?:'s)?,?\s(?:(?:the|a|an|when|as)\s)?(?:(?!(?:after|before|since|years?|on|in|of|at|from)\b)[a-z-]+\s){0,3}"
)
# "a year after the", "ten years after the rail"
_YEARS_AFTER = re.compile(
    r"\b(a|A|\d{1,3}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]wenty)\s"
    r"years?\s(?:after|since)\s(?:the\s)?(?:[\w'-]+\s){0,3}\Z"
)
_GOES_ON = re.compile(r"[;:()]|\b\w+ing\b|(?<!\bburn)(?<!\bkill)(?<!\bburi)\B(?:ed|id)\b")
# "two minutes after taking off from Kells", "between Kells and Lindal"
_FLOWN = re.compile(
    r"\s(?:(?:[a-z\d-]+\s){0,2}(?:seconds?|minutes?|hours?|shortly|soon|moments|just)\s)?(?:after|before|while|on)\s"
    r"(?:take-?off|taking\soff|departure|departing|leaving|landing|approaching|approach|touching\sdown)"
    r"(?:\s(?:from|at|in|to))?(?:\s(?:the\s)?(?:[A-Z][\w'-]*\s?){1,3})?(?=\s?(?:,|on\s|in\s|at\s|\Z))|"
    r"\sbetween\s(?:[A-Z][\w'-]*\s){1,3}and\s[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2}"
)
_CLAUSES = sites.ENDS - {"to", "by", "of", "with", "for"}
_UNREAL = frozenset(
    "attempt attempted averted drill foiled plan planned plot plotted prevented simulated thwarted".split()
)
_GUNS = frozenset("open opened opening under cease ceased return returned hold holding exchange".split())
_NONE: frozenset[str] = frozenset()
_SUBJECT = frozenset(", when after as that and said until before because once".split())


@dataclass(frozen=True, slots=True)
class Scene:
    """What happened, by the kinds of its ``word`` (none: any), at some sites, and when, if that is told.

    It is ``named`` by the first of them ("the Priory Mill fire"), ``new`` behind "a", and ``titled`` in a
    title. The words stand at ``text[start:end]``, with the sites.
    """

    kinds: frozenset[str]
    sites: tuple[Site, ...]
    start: int
    end: int
    word: str
    when: When | None = None
    named: bool = False
    new: bool = False
    titled: bool = False
    told: Mention | None = None

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(site.key for site in self.sites)


@cache
def _words() -> Phrases[frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for kind, words in load("events")["scenes"].items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return Phrases({word: frozenset(() if "any" in found else found) for word, found in kinds.items()})


@cache
def trigger() -> Trigger:
    return Trigger.remembered("scenes", lambda: _signs())


def _signs() -> set[str]:
    words = {word for words in load("events")["scenes"].values() for word in words}
    return words | {word.capitalize() for word in words}


@cache
def _ships() -> frozenset[str]:
    return frozenset((*load("events")["meant"]["ships"], *PREFIXES, "she", "She"))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("events")["scenes_verbs"]["words"])


def scenes(reading: Reading) -> dict[int, list[Scene]]:
    """By the start of each sentence, what it tells of; sites and dates from elsewhere in the article are not
    in these.
    """
    text, found = reading.article.text, {}
    for sentence in reading.firing(trigger()):
        row = tokens(text, sentence.start, sentence.end)
        if not headline(row) and (here := list(_in(reading, sentence, row))):
            found[sentence.start] = here
    return found


def _in(reading: Reading, sentence: Sentence, row: list[Token]) -> Iterator[Scene]:
    i = 0
    while i < len(row):
        known = _words().at(row, i) if row[i].text.islower() or i == 0 else None
        if known is None:
            i += 1
            continue
        kinds, end = known
        if not _is_other(row, i, kinds):
            yield _scene(reading, sentence, row, i, end, kinds)
        i = end


def _is_other(row: list[Token], i: int, kinds: frozenset[str]) -> bool:
    """Is the word at ``i`` that of another event, of none, or of the weather in which a ship sank?"""
    if row[i].low == "fire" and i and row[i - 1].low in _GUNS:
        return True
    if row[i].low in ("went", "lost") and _ships().isdisjoint(token.text for token in row[:i]):
        return True  # prices went down
    if row[i].low == "wreck" and not _ships().isdisjoint(token.text for token in row[i : i + 6]):
        return True  # what is left of a ship
    lead = [token.low for token in row[max(0, i - 4) : i]]
    if not _OTHER.isdisjoint(lead):
        return True
    weather = kinds == {"storm"} and "in" in lead and not {"a", "the"}.isdisjoint(lead)
    return weather and any("sinking" in (_words().at(row, j) or (_NONE,))[0] for j in range(i))


def _scene(
    reading: Reading, sentence: Sentence, row: list[Token], i: int, end: int, kinds: frozenset[str]
) -> Scene:
    text = reading.article.text
    found = list(sites.behind(text, row, end))
    behind = found[-1].end if found else end
    before = sites.before(text, row, i) or sites.struck(text, row, i)
    found = [before, *found] if before else found
    if not found and i and row[i - 1].low == "the":
        named = (
            it for j in range(i) if row[j].low in ("at", "in", "near") for it in sites.behind(text, row, j)
        )
        found = [replace(it, close=False) for it in named][:1]
    known = {site.key: site for site in found}
    if match := sites.FLIGHT.search(text, sentence.start, sentence.end):
        stop = next(j for j, token in enumerate(row) if token.end >= match.end()) + 1
        known[fold(match[0])] = Site(stop - 1, stop, match[0], fold(match[0]), True)
        behind = max(behind, stop)
    when, told = _anniversary(reading, row, i), None
    if when is None and not any(token.low in _UNREAL for token in row):
        told = _date(reading, sentence, row, i, end, behind)
        when = told.when if told else None
    return Scene(
        kinds,
        tuple(known.values()),
        row[i].start,
        row[behind - 1].end,
        word=text[row[i].start : row[end - 1].end],
        when=when,
        named=before is not None and before.start > 0 and row[before.start - 1].low == "the",
        new=_is_new(row, before.start if before else i),
        titled=sentence.block.kind == "title",
        told=told,
    )


def _anniversary(reading: Reading, row: list[Token], i: int) -> When | None:
    """ "The tenth anniversary of the fire": the noun is token ``i``."""
    at = next((j for j in range(i - 1, max(-1, i - 6), -1) if is_anniversary(row[j].low)), None)
    if at is None:
        lead = _YEARS_AFTER.search(reading.article.text, row[0].start, row[i].start)
        years = figures("one" if lead[1] in ("a", "A") else lead[1].lower()) if lead else None
        return around(reading, int(years), _ABOUT) if years else None
    return around(reading, years_told(row, at), _ABOUT) or UNKNOWN


def _is_new(row: list[Token], i: int) -> bool:
    """Is it introduced with an indefinite article?"""
    for token in reversed(row[max(0, i - 5) : i]):
        if token.low in ("a", "an"):
            return True
        if not token.text.islower() or token.low in ("the", "this", "that", "his", "its", *sites.AT):
            return False
    return False


def _date(
    reading: Reading, sentence: Sentence, row: list[Token], i: int, end: int, behind: int
) -> Mention | None:
    """The date that belongs to the event: behind it, behind its site or its verb, or right before it."""
    text = reading.article.text
    for mention in reading.dates_in(sentence.start, sentence.end):
        when = mention.when
        if not mention.dated or mention.problem or when is None or not when.known:
            continue
        if when.last - when.first > _WIDEST or when.basis not in ("stated", "relative"):
            continue
        if mention.start >= row[end - 1].end:
            gap = _FLOWN.sub(" ", text[row[end - 1].end : mention.start])
            past = text[row[behind - 1].end : mention.start] if mention.start >= row[behind - 1].end else gap
            if _ON.fullmatch(gap) or _ON.fullmatch(past) or _goes_on(row, i, end, gap):
                return mention
        elif (mention.end <= row[i].start and _LEADS.fullmatch(text, mention.end, row[i].start)) or (
            mention.start - sentence.start < _HEAD
            and _CLAUSES.isdisjoint(text[mention.end : row[i].start].split())
        ):
            return mention
    return None


def _goes_on(row: list[Token], i: int, end: int, gap: str) -> bool:
    """Is the date behind that of the verb whose subject is the event: "the blaze broke out on"?"""
    words = gap.replace(",", " ").split()
    if len(gap) > 110 or "." in gap or not _CLAUSES.isdisjoint(words):
        return False
    verbal = row[i].low.endswith("ed") or end - i > 1 or row[i].low in ("sank",)
    if not verbal:
        if not _verbs().intersection(words[:4]):
            return False
        first = i
        while first > 0 and first > i - 6 and (row[first - 1].text.isalnum() or row[first - 1].text == "-"):
            if row[first - 1].low in _SUBJECT:
                break
            if row[first - 1].low in sites.AT | sites.ENDS:
                return False
            first -= 1
        words = [word for word in words if word not in _verbs()]
    return not _GOES_ON.search(" ".join(words))


def main(found: dict[int, list[Scene]], reading: Reading) -> Scene | None:
    """The one event of which the article tells, with all its sites; None if there is none, or several.

    The only ship or flight of the article is such a site, too.
    """
    every = [scene for here in found.values() for scene in here]
    sited = [scene for scene in every if scene.sites]
    if not every or len(sited) > _MANY:
        return None
    whole, alone = next(iter(sited), every[0]), True
    for here in found.values():
        own = [scene for scene in here if scene.sites]
        for scene in own:
            met = scene is whole or not scene.keys.isdisjoint(whole.keys)
            if not met and (len(own) > 1 or (scene.new and not alone)):
                return None
            alone = alone and scene.titled
            sited_at = {site.key: site for site in (*scene.sites, *whole.sites)}
            whole = replace(whole, sites=tuple(sorted(sited_at.values(), key=lambda site: not site.close)))
    kinds = {scene.kinds for scene in every if scene.kinds}
    common = frozenset.intersection(*kinds) if kinds else frozenset()
    if kinds and not common:
        return None
    known = (scene.when for scene in every if scene.when and scene.when.known)
    dates = sorted(known, key=lambda when: (when.last - when.first, when.first))
    if dates and any(dates[0].days_between(other) > _NEAR for other in dates):
        return None
    known_by = vehicle(reading, common)
    if known_by and known_by.key not in whole.keys:
        # There are ships of one name, and flights of one number; hardly two in a month.
        near = (*whole.sites, replace(known_by, close=bool(dates)))
        whole = replace(whole, sites=tuple(sorted(near, key=lambda site: not site.close)))
    if not whole.sites:
        return None
    return replace(
        whole,
        kinds=common,
        when=dates[0] if dates else None,
        told=next((scene.told for scene in every if dates and scene.when is dates[0]), None),
        named=any(scene.named for scene in sited),
    )
