"""Whether the words around a match are those of a date, not of a count, a code, a name or a person."""

from __future__ import annotations

import re
from functools import cache

from checker.dates import calendar, words

Match = re.Match[str]

_NO_ADJECTIVE = r"(?!(?:were|was|are|is|had|has|the|and|but|by|to|in|with|or|of)\b)"

_PREPOSITION = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]il|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter|[Oo]f|[Dd]uring|[Cc]irca|ca?\.|"
    r"[Tt]hroughout|as|[Ff]or|[Bb]etween|to|and|years)\s|\()\Z"
)
_ABOUT = re.compile(r"\b(?:about|around)\s\Z")
_PLURAL = re.compile(
    r"\s(?:[a-z]+\s)?[a-z]+(?<!s)s\b(?<!\bwas)(?<!\bhas)(?<!\bis)(?<!\bas)(?<!\bhis)(?<!\bthis)"
)
_ONE_PLURAL = re.compile(r"\s[a-z]{2,}[a-rt-z]s\b(?<!\bhis)(?<!\bthis)(?<!\bwas)(?<!\bhas)")
_WORD_BEFORE = re.compile(
    r"\b(?!(?:the|this|that|its|his|her|their|our|a|and|or|early|late|mid|year)\s\Z)[a-z]+\s\Z"
)
FUNCTION = re.compile(
    r"\s(?:and|the|to|in|with|when|was|were|by|as|at|on|after|before|for|from|until|he|she|it|they|that|which|"
    r"but|or|had|has|is|are|would|will)\b"
)
_STREET = re.compile(r"\s?(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Square|Boulevard|Blvd|Drive)")
_NAME_AFTER = re.compile(r"\s[A-Z][a-z]")
_AS_PERSON = re.compile(r"\s(?:[A-Z][a-z]|said|says|is\b|was\b|has\b|had\b|will\b|told\b)|'s")
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:(?i:in|since|until|till|by|of|during|from|between|before|after|for|through|to|and|or|last|next|this|"
    r"each|every|that|around|about|late|early|mid|a|the|following|month|throughout)|as\s(?:late|early)\sas)"
    r"\s|[-–(,/]\s?|\A)\Z"
)
_MARCH = re.compile(r"\s(?:to|on|for|of|through|from)\b")  # the March on Rome
_DAY_NAME = re.compile(
    r"\b(?:Black|Good|Cyber|Super|Ash|Easter|Palm|Fat|Bloody|Ruby|Holy|Whit|Shrove|Maundy|Casual|Giving|Trinity|Man)\s\Z"
)
_PAPER = re.compile(
    r"\s(?:Times|Post|Herald|Mail|Telegraph|Mirror|Express|Star|Mercury|Independent|Night|Morning)\b"
)
_OF_CHURCH = re.compile(r"\s(?:of|in|after|before)\s(?:Advent|Lent|Easter|Trinity|Epiphany|Pentecost)\b")
_WEAK = frozenset("of by to and or from after before about - – ( that a the /".split())
_WORK = re.compile(
    r"(?:\b(?:novel|film|movie|album|opera|musical|dystopia|reads?|watched|Orwell's|entitled|titled|called)\s[\"“']?)\Z"
)
_QUOTE, _UNQUOTE = re.compile(r"[\"“]\Z"), re.compile(r"[,.]?[\"”]")
_SUPERLATIVE = re.compile(r"\b[a-z]{3,}est\s\Z")
_RECORD = re.compile(r"\s(?:since|on\srecord|ever)\b")
_MONTH_AND = re.compile(r"(?:\b(?:[JFMASOND][a-z]{2,8}|\d{1,4}),?\s(?:and|or)\s)\Z")
_DID = re.compile(r"\s(?:[a-z]+ly\s)?[a-z]{2,}ed\b")
_THINGS = re.compile(r"\s(?!(?:was|has|does|his|its|this|as)\b)[a-z]{2,}s\b")
_ON = re.compile(r"\b(?i:on|dated|from)\s\Z")
_DAY_SAID = re.compile(
    r"(?:\b(?i:on|by|until|till|since|from|to|of|the|before|after|dated|and|through)\s|,\s|\()\Z"
)
_NUMBER_BEFORE = re.compile(r"(?:[#$£€¥₹/@_=&?.]|\d[-–/])\Z")


@cache
def _counted() -> re.Pattern[str]:
    """What a number counts or measures, right after it or after one more word."""
    nouns = "|".join(map(re.escape, words.table("counted")["after"]))
    return re.compile(rf"\s(?:(?:{_NO_ADJECTIVE}[a-z]+\s)?(?:{nouns})\b|\d{{3}}\b)|mm\b")


@cache
def _code_before() -> re.Pattern[str]:
    """What makes a number after it a code, a count or a part of one."""
    nouns = "|".join(
        f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}" for word in words.table("counted")["before"]
    )
    return re.compile(
        rf"(?:\b(?:{nouns}|pp?\.|ISO|RFC|EN)\s?|\d\s|[#$£€¥₹]\s?|[A-Za-z]/|\d[.,/:]|[./@_=&?])\Z"
    )


def plausible(text: str, name: str, m: Match) -> bool:
    """Is this match of the pattern ``name`` a date where it stands?"""
    start, end = m.span()
    before, after = text[max(0, start - 24) : start], text[end : end + 40]
    if before[-1:] and before[-1] in "$£€¥#₹№":
        return False
    if name == "year":
        return _year(m, before, after)
    if name == "month_year" and not (m["year"] or m["yy"]):
        return _month(m, before, after)
    if name in ("day_month", "month_day"):
        return _day(m, before, after)
    if name in ("which_unit", "season") and m.group().startswith("that ") and _THINGS.match(after):
        return False  # "said that winter tents had come"
    if name == "which_unit":
        # "trees that fall" is no season; "that fall, he left" is
        return m.group().lower() not in ("that fall", "that spring") or after[:1] in (",", ".", ";", "")
    if name == "deictic":
        return m.group()[0].islower() or re.search(r"\w\s\Z", before) is None
    if name == "year_season":  # "the 2016 Summer Olympics" are an edition
        return not (m["season"][0].isupper() and _NAME_AFTER.match(after))
    if name == "weekday":
        if m["tod"] and m["tod"].strip()[0].isupper() and _NAME_AFTER.match(after):
            return False  # Thursday Night Football
        return not (_DAY_NAME.search(before) or _PAPER.match(after) or _OF_CHURCH.match(after))
    if name == "named":
        return m["mod"] is not None or not re.search(r"[a-z]\s[A-Z][a-z]+\s\Z|[\"“‘]\w*\s?\Z", before)
    if name in ("short_range", "ancient", "iso", "numeric"):
        return not _NUMBER_BEFORE.search(before) and not _counted().match(after)
    return True


def counted(text: str, at: int) -> bool:
    """Does the text go on with what a number before it would count?"""
    return _counted().match(text, at, at + 40) is not None


def _year(m: Match, before: str, after: str) -> bool:
    if m["mod"] or m["era"] or m.group()[0] in "yYtTA":
        return True
    number = int(m["y"])
    if _WORK.search(before) or (_QUOTE.search(before) and _UNQUOTE.match(after)):
        return False  # the novel "1984"
    if re.match(r": [A-Z]", after) and re.search(r"[a-z] \Z", before) and not _PREPOSITION.search(before):
        return False  # "2001: A Space Odyssey"
    if number > 2100 or _code_before().search(before) or _counted().match(after):
        return False
    if before.endswith("-"):  # an edition, such as EXERCISE-2018
        return before[-3:-1].isupper() and number >= 1900
    anchored = _PREPOSITION.search(before) is not None
    if number % 100 == 0 and number != 2000 and not anchored and _PLURAL.match(after):
        return False
    if number >= 1800:
        # "carried 1830 passengers", but "the 1830 revolutions"
        return anchored or not (_WORD_BEFORE.search(before) and _ONE_PLURAL.match(after))
    if _ABOUT.search(before) and not re.match(r"\s[a-z]", after):
        return True
    if number % 100 == 0 and _ONE_PLURAL.match(after):
        return False  # "in 1500 characters"
    if number >= 1400:
        return anchored or not (_PLURAL.match(after) or number % 50 == 0)
    return anchored and (
        number % 50 != 0 or not re.match(r"\s[a-z]", after) or FUNCTION.match(after) is not None
    )


def _day(m: Match, before: str, after: str) -> bool:
    dated = m["year"] or m["yy"] or m["wd"] or m["wd2"]
    if m["year"] and m["year"].isdigit() and int(m["year"]) % 100 == 0 and _counted().match(after):
        return False
    if not dated and _STREET.match(after):
        return False
    if not dated and m["days"] and m["days"].isdigit() and _too_long(m):
        # "by the end of June 31 had left" counts; "on June 31" and "until 31 June" name a day
        leading = m.start("month") < m.start("days")
        said = (_ON if leading else _DAY_SAID).search(before)
        if not said or (re.match(r"\s[a-z]", after) and not FUNCTION.match(after)):
            return False
    if dated or m["word"] or m.end("month") == m.end() or m["days"] is None or not m["days"].isdigit():
        return True
    # "In April 12 people ..." counts people, "on April 12 people ..." names a day
    return not (before.lower().endswith("in ") and re.match(r"\s[a-z]", after) and not FUNCTION.match(after))


def _too_long(m: Match) -> bool:
    """Is it a day that no month of that name has?"""
    month = words.month(m["month"])
    return int(m["days"]) > (29 if month == 2 else calendar.LENGTHS[month - 1])


def _month(m: Match, before: str, after: str) -> bool:
    if m["rel"] and words.month(m["month"]) in words.ambiguous_months() and _AS_PERSON.match(after):
        return False
    if m["mod"] or m["rel"] or m["which"]:
        return True
    if _SUPERLATIVE.search(before) and _RECORD.match(after):
        return True
    full = m["month"].title() in words.table("months")
    prepared = _BEFORE_MONTH.search(before)
    if words.month(m["month"]) in words.ambiguous_months() or not full:
        word = prepared.group().strip().lower() if prepared else ""
        if word in ("", ",", "for") or (word in ("a", "the") and not re.match(r"\s[a-z]", after)):
            return False
        if word == "the" and _MARCH.match(after):
            return False
        if word in _WEAK and _AS_PERSON.match(after):
            return False
        if word in ("and", "or") and _DID.match(after) and not _MONTH_AND.search(before):
            return False
        return full or not after or after[0] in ",. )"
    if not prepared and _NAME_AFTER.match(after):
        return re.search(r"[a-z]\s\Z", before) is not None
    return True
