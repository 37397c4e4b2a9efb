"""How high, long or deep a named thing is, wherever it is named: "the Orr Tunnel, which at 12 km is the"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checker.extract.measures import BOUND, stretch, unit_family, unit_size
from checker.extract.own_names import of_place
from checker.extract.reading import Reading
from checker.extract.stated import Stated
from checker.extract.subjects import Subject, never
from checker.resolve import places
from checker.text.sentences import Sentence
from checker.text.trie import pattern
from checker.vocab import load

_NAME = (
    r"(?<![\w'-])(?:[Tt]he\s)?(?P<name>[A-Z][\w'-]*(?:\.(?=\s))?"
    r"(?:\s(?:(?:of|the|de|da|del|della|di|do|du|la|le)\s){0,2}[A-Z0-9][\w'-]*){0,5}+)"
)
_WHERE = (
    r"(?:\s(?:in|near|at|on|outside|under|beneath|across|over)\s(?:the\s)?"
    r"[A-Z][\w'-]*(?:,?\s[A-Z][\w'-]*){0,3})?"
)
_ADVERB = r"(?:(?:still|now|also|then|today|easily|long|by\sfar)\s){0,2}"
_OWNER = r"(?:the|its|their|an?|[A-Z][\w-]{1,20}(?:\s[A-Z][\w-]{1,20})?'s?)\s(?:[\w-]{1,20}(?:'s|s')\s)?"
_LEVEL = r"above\s(?:mean\s|the\s)?sea(?:\slevel)?"
_HOW = {"elevation": "height", "tall": "height", "high": "height", "long": "length", "deep": "depth"}
_BEST = {"tallest": "height", "highest": "height", "longest": "length", "deepest": "depth"}
# A size of less, in metres, is none that sets a thing apart, or that of something small in it.
_LEAST = {"height": 25.0, "length": 100.0, "depth": 25.0}
# Where the number is of a part, or counts something that others leave out.
_OF_PART = re.compile(
    r"\b(?:spans?|arch|pylons?|antennas?|spire|mast|roof|deck|tip|including|excluding|counting|without|underground|floors?|"
    r"sections?|stretch|parts?|portion|planned|proposed|future|unbuilt|would|will|design(?:ed)?)\b"
)
_ABOVE = re.compile(r"\s(?:above|over)\s(?!(?:mean\s|the\s)?sea\b)")
_BEFORE = 70  # characters before a name in which its being planned is told
_BEHIND = 40  # characters behind what is told in which a part may be named
_SIGN = re.compile(r"\d[\s-]?(?:(?:kilo)?met(?:re|er)s?|k?m|ft|foot|feet|miles?)\b")


@cache
def _nouns() -> dict[str, str]:
    """What is told apart by its size, to the dimension that a number alone gives of it."""
    return {
        form: what
        for what, nouns in load("relations")["dimensioned"].items()
        for noun in nouns
        for form in (noun, f"{noun}s")
    }


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Grammars of sizes: "name", "number", "unit"; "how", "best", "what" or "noun" tell the dimension."""
    units = pattern(form for name in ("m", "km", "ft", "mi") for form in load("relations")["unit"][name])
    number = r"(?P<number>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?)"
    figure = rf"{BOUND}{number}[\s-]?(?P<unit>met(?:re|er)s|feet)\b"  # and no "326m", which is money as well
    size = rf"{BOUND}{number}[\s-]?(?P<unit>{units})(?![\w²-])(?:\s\([^()]{{1,40}}\))?+"
    how = rf"(?:\s(?P<how>tall|high|long|deep|{_LEVEL}))?+"
    noun = rf"(?P<noun>{pattern(_nouns(), boundary=False)})(?![\w-])"
    top = "|".join(_BEST)
    best = rf"{_ADVERB}{_OWNER}(?:[a-z]{{3,10}}-)?(?P<best>{top})\s(?:[a-z-]{{1,20}}\s){{0,3}}?{noun}"
    is_ = r"(?:is|was|are|were|remains?|remained|became|ranks\sas|stands\sas)\s"
    what = r"(?P<what>height|elevation|length|depth)"
    besides = (
        rf"\b[^;:()\d]{{0,60}}?,?\s(?:at|with\san?\s(?:total\s|maximum\s)?{what}\sof)\s{size}{how}(?=[,.;])"
    )
    aside = r"(?:,\s(?!and\b|at\b)[^,;:()]{2,60},)?"
    told = (
        rf"\b(?:[Aa]t|Standing(?:\sat)?|Rising(?:\sto)?|Reaching|Measuring)\s{size}{how},?\s"
        rf"{_NAME}{_WHERE}{aside}\s{is_}{best}",
        rf"\b[Ww]ith\sa\s(?:total\s|maximum\s)?{what}\sof\s{size},\s{_NAME}{_WHERE}\s{is_}",
        rf"{_NAME}{_WHERE},\s(?:(?:which|that),?\s)?at\s{size}{how},?\s(?:{is_})?{best}",
        rf"{_NAME},\s(?:which\s(?:is|was)\s)?{size}\s(?P<how>tall|high|long|deep)(?=[,.;)])",
        rf"{_NAME}{_WHERE}\s(?:rises?|soars?|towers)\sto\s(?:an?\sheight\sof\s)?{figure}(?P<how>\s{_LEVEL})?",
        rf"{_NAME},\s(?:an?|the)\s(?:[a-z]{{1,20}}\s){{0,2}}?{number}-(?P<unit>{units})"
        r"(?:-(?P<how>tall|high|long|deep))?\s"
        rf"(?:[a-z]{{1,20}}\s){{0,2}}?{noun}",
        rf"\bthe\s{number}-(?P<unit>{units})(?:-(?P<how>tall|high|long|deep))?\s(?:[a-z]{{1,20}}\s)?"
        rf"{noun}(?:\sof)?\s{_NAME}",
        rf"\b(?:the|a)\s{number}-(?P<unit>{units})(?:-(?:tall|high))?\s(?P<name>(?:Mount|Mt\.?)(?:\s[A-Z][\w'-]*){{1,2}})",
        rf"\b(?:summit|top|peak)\sof\s{_NAME}{aside}\s(?:stands|is|was|lies|rises|reaches)\s(?:at\s|to\s)?"
        rf"(?:an?\s(?:height|elevation|altitude)\sof\s)?{size}(?P<how>\s{_LEVEL}|\shigh)?",
        rf"\b(?:summit|top|peak)\sof\s{_NAME},\s(?:at\s)?{size}(?P<how>\s{_LEVEL}|\shigh)?(?=[,.;])",
        rf"{_NAME},\s(?:[^;:()\d]{{2,60}},\s)?{is_}{best}{besides}",
        rf"{_NAME}{_WHERE}\s{is_}{best}{besides}",
    )
    return tuple(re.compile(one) for one in told)


def dimensions(reading: Reading, sentence: Sentence, _subject: Subject | None) -> Iterator[Stated]:
    """The heights, lengths and depths that the sentence gives the things it names."""
    text = reading.article.text
    if _SIGN.search(text, sentence.start, sentence.end) is None:
        return
    for form in _forms():
        for match in form.finditer(text, sentence.start, sentence.end):
            if _is_whole(text, sentence, match) and (name := _thing(reading, match)):
                what = _dimension(match)
                bound = (match.groupdict().get("bound") or "").strip()
                low, high = (end * unit_size(match["unit"]) for end in stretch(match["number"], 1.0, bound))
                if what and high >= _LEAST[what]:
                    thing = Subject(name, "name", match.start("name"), match.end("name"))
                    said = text[match.start("number") : match.end("unit")]
                    family = unit_family(match["unit"])
                    yield Stated(
                        thing, what, said, match.start(), match.end(), least=low, most=high, unit=family
                    )


def _is_whole(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Is the thing there, and the number that of all of it?"""
    behind = min(sentence.end, match.end() + _BEHIND)
    if _ABOVE.match(text, match.end(), behind) or _OF_PART.search(text, match.end("name"), behind):
        return False
    return _OF_PART.search(text, max(sentence.start, match.start() - _BEFORE), match.start()) is None


def _thing(reading: Reading, match: re.Match[str]) -> str:
    """The name, if it is of a thing: of no person, and of no town, which is high up rather than high."""
    name = of_place(match["name"].removesuffix("'s"))
    start, end = match.span("name")
    if reading.people.within(start, end) or name.split()[0].lower() in never() or name in _alone():
        return ""
    return "" if places.find(name, kind="city") else name


@cache
def _alone() -> frozenset[str]:
    """What is no name by itself, though it has a capital: "Mount", "Tower"."""
    return frozenset(noun.capitalize() for noun in _nouns()) | {"Mount", "Mt", "Lake", "River"}


def _dimension(match: re.Match[str]) -> str:
    """What is told of the thing; "" where two ways of telling it do not agree."""
    groups = match.groupdict()
    how, best, noun = (groups.get("how") or "").strip(), groups.get("best"), groups.get("noun")
    what = groups.get("what") or ""
    if best:
        kinds = _BEST[best], _nouns()[noun or ""]
        if (how or what) and _HOW.get(how or what, what or "height") != kinds[0]:
            return ""
        return kinds[0] if kinds[0] == kinds[1] or kinds[1] == "any" else ""
    if how or what:
        return _HOW.get(how or what, what or "height")
    if noun:
        return _nouns()[noun].replace("any", "")
    return "height"  # of a summit
