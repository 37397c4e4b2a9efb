"""What is a sentence about? Its subject, named in full or by the name that the article has given before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from checker.resolve import places
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.resolve.organisations import without_firm
from checker.text.trie import pattern
from checker.vocab import load

_WORD = r"(?:\d{1,4}(?:st|nd|rd|th)?\b|[^\W\d_a-z][\w'.!?/+]*+(?:-\w[\w']*+)*+)"
_PRONOUN = re.compile(r"(?P<word>It|He|She|it|he|she)\s")
_LEAD = re.compile(
    r"(?:On|According\sto)\s(?:the\s(?:[a-z]+\s){1,3})?(?:Rotten\sTomatoes|Metacritic),\s|"
    r"(?:However|Additionally|Overall|Today|Currently|Officially|Historically|Geographically|Also),\s|Based\son\s\d[\d,]*\s(?:[a-z]+\s){0,3}?reviews(?:\sfrom\s[a-z]+)?,\s|"
    r"(?:In|On|During|By|At|Since|As\sof)\s(?:[a-z]{1,12}\s){0,3}(?:[A-Z][a-z]{2,8}\s)?(?:\d{1,2},?\s)?"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)?"
    r"\d{4}s?(?:,\s|\s(?=(?:he|it|she)\s))"
)
_NAMED_PLACE = r"[^\W\d_a-z][\w'.-]*(?:\s(?:(?:of|the|de|la)\s)?[^\W\d_a-z][\w'.-]*){0,3}"
# "Born in Porto, Portugal, in 1950, Ana moved"
BORN_IN = re.compile(
    rf"Born\s(?:on\s[^,]{{4,20}}(?:,\s\d{{4}},?)?\s)?in\s(?P<place>{_NAMED_PLACE}(?:,\s{_NAMED_PLACE}){{0,2}})"
    r"(?:,?\s(?:in|on)\s[^,]{4,20}(?:,\s\d{4})?)?(?:\sand\sraised\sin\s[^;:()]{3,40})?,\s(?=(?:he|she)\s|[A-Z])"
)
# "Built in 1889 by an engineer of Porto, the bridge", "Designed by Jane Roe, it"
FRONTING = tuple(
    "Built Completed Composed Consecrated Constructed Created Designed Directed Erected Established Formed "
    "Founded Inaugurated Invented Launched Opened Painted Premiered Published Released Unveiled "
    "Written".split()
)
FRONTED = re.compile(
    rf"(?P<verb>{'|'.join(FRONTING)})(?=\s(?:by|in|on)\s)[^;:()\"“”]{{4,120}}?,\s"
    r"(?=(?:it|the|The)\s|[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,4}\s(?:is|was|has|had)\s)"
)
_QUOTED = re.compile(r"[\"“]\s?(?P<name>[^\"“”\n]{1,80}?),?\s?[\"”]")
_YEAR = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)\s")
_BRACKET_YEAR = re.compile(r"\((?:[a-z]{1,12}\s)?(?P<year>1[5-9]\d\d|20\d\d)(?:\s[a-z][a-z ]{1,20})?\)")
_COMMA = re.compile(
    r",\s(?:also|or|better|originally|formerly|released|commonly|sometimes|officially)\s[^,;:()]{1,90},"
)
_STYLED = re.compile(
    r",\s(?:\d{1,2}(?:st|nd|rd|th)\s)?[A-Z][\w. ]{1,40},?(?=\s\((?:born\s)?\d)"
)  # ", 1st Earl of X, ("
_DETERMINER = re.compile(r"(?:[Tt]he|[Tt]his|[Aa]n?)\s")
_PLAIN = re.compile(
    r"(?P<noun>(?:(?!(?:is|was|are|were|has|had|can)\b)[a-z]{2,20}\s)??(?!(?:is|was|are|were|has|had|can)\b)[a-z]{2,20})"
    r"(?=\s(?:also\s|first\s|officially\s)?(?:is|was|are|were|has|had|can|lasted|received|holds|hosts|hosted|closed|aired|opened|won|seats|holds|grossed|"
    r"measures|stands|covers|consists|died|featured|features|involved|involves|attracted|drew|killed|injured|"
    r"comprised|comprises|contained|contains|included|began|ended|took|stars|premiered|ran|runs|housed|houses|"
    r"employs|left|claimed)\b)"
)
_MEANWHILE = re.compile(r"\b(?:which|who|whose|that|when|where|while|because|it|he|she|they|there)\b|[;:]")
_NEAR = 160  # characters in which a subject governs a second verb
_BRACKETS = 240  # characters that a bracket behind a name may hold
# "The Swiss cyclist Paul Renard"
INTRODUCED = re.compile(
    r"(?:The\s)?(?P<people>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\s(?P<what>(?:(?!(?:and|of|in|on|at|for|by|to|is|was|has|had)\b)[a-z][a-z-]{2,20}\s){1,4})"
    r"(?=[A-Z][\w'-]+\s[A-Z])"
)
# "The publishing house Penguin Books"
_CALLED = re.compile(
    r"The\s(?:[a-z][a-z-]{2,20}\s){0,2}?(?P<what>[a-z]{3,20})\s(?=[A-Z][\w'-]+\s(?:of\s|the\s)?[A-Z])"
)
_ARTICLE = re.compile(r"\A(?:The|A|An)\s")
_LEADS_UP = re.compile(r"\s(?:for|by|with|from|in|at|to|and|of)\s(?=(?:The|A|An)\s)")
_FOR = re.compile(r"(?P<given>[A-Z]\w+)\s[A-Z][\w'-]+\s(?:for|with)\s")
_OF_PEOPLE = re.compile(
    r"(?:(?<!oth)(?<!form)(?<!lat)(?<!und)(?<!aft)(?<!ov)er|or|ist|ian|man|woman|ess|wright)\Z"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing or a person as a sentence names it: ``text[start:end]``, brackets and all.

    ``how`` is "name", "pronoun" or "noun" ("The bridge"). ``sort`` is a class of vocab/relations.toml.
    """

    name: str
    how: str
    start: int
    end: int
    sort: str = ""
    year: int | None = None

    @property
    def key(self) -> str:
        return key(self.name)


def without_article(name: str) -> str:
    return _ARTICLE.sub("", name)


def key(name: str) -> str:
    """What two articles must share to speak of one thing."""
    return fold(without_firm(re.sub(r"\s\([^()]*\)$", "", name).strip(" .,\"“”'")))


@cache
def sorts() -> dict[str, str]:
    """Nouns to the sort of thing they mean."""
    return {noun: sort for sort, nouns in load("relations")["sorts"].items() for noun in nouns}


@cache
def _sort_nouns() -> re.Pattern[str]:
    return re.compile(pattern(sorts()))


@cache
def _called() -> frozenset[str]:
    """Nouns behind which the name of what they mean stands."""
    words = load("relations")["words"]
    return frozenset((*sorts(), *words["people"], *words["things"], *words["namesakes"], *words["bodies"]))


@cache
def named() -> re.Pattern[str]:
    """A run of capitals, with small words between them ("Grounds for Marriage")."""
    small = pattern(load("relations")["words"]["small"], boundary=False)
    return re.compile(rf"{_WORD}(?:(?:(?:\s(?:{small}|&)){{0,3}}\s|:\s|\s[-–]\s){_WORD}){{0,11}}+")


@cache
def never() -> frozenset[str]:
    return frozenset(load("relations")["words"]["openers"])


def phrase(text: str, start: int, end: int, *, inside: bool = False) -> Subject | None:
    """The noun phrase that begins at ``start``: a name, quoted or not, with what sort of thing bears it.

    ``inside`` a sentence a capital marks a name; at its head small words have one too.
    """
    at, sort, year, noun = start, "", None, ""
    if match := _DETERMINER.match(text, at, end):
        at = match.end()
    article = at > start
    if match := _YEAR.match(text, at, end):
        year, at = int(match["year"]), match.end()
    if article:
        for begin in _begins(text, at, end):
            if match := _sort_nouns().match(text, begin, end):
                noun = match[0]
                sort, at = sorts()[noun], match.end()
                break
    if noun and text[at : at + 1] == " ":
        at += 1
    elif noun:
        return None
    if match := _QUOTED.match(text, at, end):
        return _behind(text, Subject(match["name"].strip(), "name", start, match.end(), sort, year), end)
    if match := named().match(text, at, end):
        name = match[0]
        first = name.split()[0].lower()
        if first in never() and not noun and not inside:
            return None
        if article and not noun and text[start].isupper() is False and text[start:at].strip() in ("a", "an"):
            return None
        return _behind(text, Subject(name.rstrip(".,"), "name", start, match.end(), sort, year), end)
    if noun:
        return Subject(noun, "noun", start, at - 1, sort, year)
    return None


def _begins(text: str, at: int, end: int) -> list[int]:
    """Where the words begin among which the noun of a thing may stand ("the 1999 crime drama film")."""
    begins = [at]
    for match in re.finditer(r"[\w-]{1,20}\s", text[at : min(end, at + 70)]):
        if len(begins) > 4 or match.start() != begins[-1] - at:
            break
        begins.append(at + match.end())
    return begins


def _behind(text: str, subject: Subject, end: int) -> Subject:
    """Takes in the year or what else stands in brackets behind the name, and an apposition."""
    at = subject.end
    if match := _STYLED.match(text, at, end):
        at = match.end()
    if text[at : at + 2] == " (":
        if match := _BRACKET_YEAR.match(text, at + 1, end):
            subject, at = replace(subject, year=int(match["year"])), match.end()
        else:
            at = _close(text, at + 1, end)
        if text[at - 1] == ")" and text.startswith((", is ", ", was "), at):
            at += 1
    if match := _COMMA.match(text, at, end):
        at = match.end()
    return subject if at == subject.end else replace(subject, end=at)


def _close(text: str, at: int, end: int) -> int:
    """The offset behind the bracket that opens at ``at``; where it does not close soon, ``at`` - 1."""
    depth = 0
    for i in range(at, min(end, at + _BRACKETS)):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth == 0:
            return i + 1
    return at - 1


def goes_on(text: str, start: int, stop: int) -> bool:
    """Does the clause of a subject that ends at ``start`` go on with "and" before a second verb?"""
    between = text[start:stop]
    return between.endswith(" and") and not _MEANWHILE.search(between) and len(between) < _NEAR


def literal(text: str, name: str, start: int, end: int) -> Subject | None:
    """The subject of a known name, if a sentence opens with it as it is written."""
    at = start + 4 * text.startswith("The ", start) * (not name.startswith("The "))
    if not text.startswith(name, at) or text[at + len(name) : at + len(name) + 1].isalnum():
        return None
    return _behind(text, Subject(name, "name", start, at + len(name)), end)


def opening(text: str, start: int, end: int) -> Subject | None:
    """The subject with which a sentence opens, if it opens with one."""
    if (
        match := _LEAD.match(text, start, end)
        or BORN_IN.match(text, start, end)
        or FRONTED.match(text, start, end)
    ):
        start = match.end()
    if match := _PRONOUN.match(text, start, end):
        return Subject(match["word"].lower(), "pronoun", start, match.end() - 1)
    match = _CALLED.match(text, start, end)
    if match and (match["what"] in _called() or _OF_PEOPLE.search(match["what"])):
        found = phrase(text, match.end(), end)
        if found and found.how == "name" and len(found.name.split()) > 1:
            return replace(found, start=start, sort=sorts().get(match["what"], found.sort))
    introduced = INTRODUCED.match(text, start, end)
    if introduced and places.is_adjective(introduced["people"].partition("-")[0]):
        found = phrase(text, introduced.end(), end)
        if found:
            sort = sorts().get(introduced["what"].split()[-1], "")
            return replace(found, start=start, sort=sort) if found.how == "name" else None
    if found := phrase(text, start, end):
        return found
    if (match := _DETERMINER.match(text, start, end)) and (noun := _PLAIN.match(text, match.end(), end)):
        return Subject(noun["noun"].lower(), "noun", start, noun.end())
    return None


def title(name: str) -> str:
    """The title with which a run of capitals ends: "The Salt Road" of "Jane Roe for The Salt Road"."""
    name = _LEADS_UP.split(name)[-1]
    person = _FOR.match(name)
    return name[person.end() :] if person and is_given(fold(person["given"])) else name
