"""The shapes of English date expressions: words that give one away, and patterns that read it whole.

From a trigger, a word that nearly every date expression holds, the reader walks back over ``leads`` and tries
the patterns of that class of trigger. Patterns are anchored and bounded.
"""

from __future__ import annotations

import re
from functools import cache

from checker.dates import words

# The patterns of a class of trigger, in the order in which they are tried.
CLASSES = {
    "month": ("day_month", "month_day", "week_of_month", "month_year"),
    "weekday": ("day_month", "month_day", "iso", "which_unit", "every", "weekday_day", "weekdays", "weekday"),
    "iso": ("iso",),
    "numeric": ("numeric",),
    "year": ("decade", "part_of_year", "short_range", "year"),
    "era": ("anno", "ancient_century", "ancient"),
    "short": ("short_decade",),
    "ordinal": ("day_of_month",),
    "century": ("century",),
    "tens": ("decade_word",),
    "season": ("which_unit", "season"),
    "part": ("part_of_year", "part"),
    "unit": ("day_reference", "edge", "which_unit", "shift", "every", "duration"),
    "deictic": ("deictic",),
    "named": ("named",),
    "spelled": ("spelled",),
}


def _names(table: str, *, short: bool) -> str:
    forms = list(words.table(table))
    forms += [form.upper() for form in forms]
    if short:
        for entry in words.table(table).values():
            forms += [rf"{form}\b\.?" for abbr in entry.get("abbr", ()) for form in (abbr, abbr.upper())]
    return "(?:" + "|".join(forms) + r")(?![\w])"


def _words(table: str) -> str:
    return "|".join(sorted(words.table(table), key=len, reverse=True))


_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?+(?![\w%$€£]|[.,:]\d)"
_DASH = r"\s?(?:--?|[–—])\s?"
_ERA = r"(?:\s?(?:BCE?|B\.C\.(?:E\.)?|C\.E\.|CE|A\.?D\.?)(?!\w))"
_YEAR = rf"(?:[12]\d{{3}}(?![\w%]|[.,]\d|\.\d){_ERA}?|\d{{1,4}}\s?(?:BCE?(?!\w)|B\.C\.(?:E\.)?))"
_SHORT_YEAR = r"'\d\d(?!\w)"
_DIRECTIONS = r"ago|earlier|later|before|previously|after|afterwards?|hence|from\snow|from\stoday|prior"


@cache
def _pieces() -> dict[str, str]:
    """Named parts of the patterns, filled in for ``<name>``."""
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ones = "one|two|three|four|five|six|seven|eight|nine"
    teens = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    mod_words = (
        r"early|late|later|earlier|mid|middle|beginning|start|outset|opening|end|close|ending|latter|turn|"
        r"(?:first|early|opening)\spart|(?:latter|later|last|final)\spart|"
        r"(?:first|opening|early)\s(?:days|weeks|months)|(?:last|final|closing|latter)\s(?:days|weeks|months)|"
        r"(?:first|second|latter)\shalf|rest|remainder|height|course|midst"
    )
    return {
        "MONTH": _names("months", short=True),
        "WD": _names("weekdays", short=True),
        "WEEKDAY": _names("weekdays", short=False),
        "DAY": _DAY,
        "ORD": rf"(?i:{_words('ordinals')})(?!\w)",
        "NUM": rf"(?:\d{{1,3}}(?:,\d{{3}}|\.\d)?|(?i:(?:{tens})(?:[-\s](?:{ones}))?|{teens}|{ones}|an?))(?!\w)",
        "VAGUE": r"(?i:several|some|a\sfew|many|a\scouple\sof|few|a\snumber\sof)(?!\w)",
        "DASH": _DASH,
        "YEAR": _YEAR,
        "YY": _SHORT_YEAR,
        "ERA": _ERA,
        "SEASON": rf"(?:(?i:{_words('seasons')}))(?!\w)",
        "UNIT": r"(?i:day|night|weekend|week|fortnight|month|quarter|year|decade|century|centuries)s?(?!\w)",
        "DIR": rf"(?i:{_DIRECTIONS})(?!\w)",
        "MOD": rf"(?:(?i:the\s)?(?i:very\s)?(?P<mod>(?i:{mod_words}))"
        r"(?:\s?-\s?|\s(?i:of\s|in\s|to\s|on\s|into\s)?(?i:the\s(?:year\s)?)?))",
        "TOD": r"(?:\s(?i:morning|afternoon|evening|night))",
        "OFYEAR": r"\sof\s(?P<which>(?i:that|this|the\ssame|last|next|the\sfollowing|the\sprevious))\syear(?!\w)",
        "TENS": _words("decades"),
        "NAMED": "|".join(re.escape(name) for name in sorted(words.table("named"), key=len, reverse=True)),
    }


_DAYS = (
    r"(?P<days><DAY>(?:<DASH><DAY>|\s(?:to|through|until|till|thru)\s(?:the\s)?<DAY>"
    r"|(?:,\s?<DAY>){0,6},?\s(?:and|or|&)\s(?:the\s)?<DAY>|\/<DAY>(?!\/))?)"
)
# After "April 7 and 20" or "7 to 20", a plain noun says that the last number counts something.
_NO_NOUN = (
    r"(?!\s(?!(?:in|at|on|to|by|of|for|with|from|and|or|but|when|while|after|before|during|was|were|is|are|the|"
    r"as|near|between|that|this|which|under|over|will|had|has|would|it|he|she|they|we)\b)[a-z])"
)
_AFTER = (
    r"(?:(?:,?\s\((?:a\s)?|,\sa\s|,\s)(?P<wd2><WD>)"
    r"(?:\)|(?=\s?[,.;:)–—]|\s*\Z|\s(?:at|in|when)\b)(?!,?\s(?:\d|<MONTH>))))?"
)
_PATTERNS = {
    "iso": r"(?:(?P<wd><WD>),?\s)?(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)(?P<time>[T\s]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
    r"(?:\s?Z\b|\s?[+-]\d\d:?\d\d)?)?",
    "numeric": r"(?:(?P<wd><WD>),?\s)?(?:(?P<y>[12]\d{3})(?P<s0>[/.])(?P<m0>\d\d?)(?P=s0)(?P<d0>\d\d?)"
    r"|(?P<a>\d\d?)(?P<s>[/.-])(?P<b>\d\d?)(?P=s)(?P<c>[12]\d{3}|\d\d)|(?P<m1>0?[1-9]|1[0-2])/(?P<y1>(?:19|20)\d\d))"
    r"(?![\w/]|[.-]\d)",
    "day_month": r"(?:(?P<wd><WD>)<TOD>?(?:,\s\(?|\s\(?)(?i:the\s)?)?"
    r"(?:(?i:the\s)?(?P<word><ORD>)(?:\sday)?\sof\s|(?i:the\s)?"
    + _DAYS
    + r"(?:\s?-\s?|\s?,?\s|\sof\s|\sday\sof\s)?)"
    r"(?P<month><MONTH>)(?:(?:,\s?|\s(?:of\s|in\s|AD\s)?|-|/)?(?P<year><YEAR>)|\s(?P<yy><YY>)|<OFYEAR>)?"
    + _AFTER,
    "month_day": r"(?:(?P<wd><WD>)<TOD>?(?:,\s\(?|\s\(?|\sof\s))?(?P<month><MONTH>)"
    r"(?:\s?(?:the\s)?"
    + _DAYS
    + r"|\sthe\s(?P<word><ORD>)|\s(?P<word2><ORD>)(?=,|\s\d{4}))"
    + r"(?:\s?\((?P<wd3><WD>)\))?"
    r"(?:(?:\s?,\s?|\s(?:of\s|in\s|AD\s)?)(?P<year><YEAR>)|,?\s(?P<yy><YY>)|<OFYEAR>)?" + _AFTER,
    "week_of_month": r"(?i:the\s)?(?P<ord><ORD>|last|final|(?i:1st|2nd|3rd|4th|5th))\s(?P<what>(?i:week|weekend|<WEEKDAY>))"
    r"\s(?:of|in)\s(?P<month><MONTH>)(?:,?\s(?:of\s|in\s)?(?P<year><YEAR>))?",
    "month_year": r"<MOD>?(?P<rel>(?i:last|next|this|that|the\sfollowing|the\sprevious|the\ssame)\s)?(?P<month><MONTH>)"
    r"(?:(?:(?:\s?,\s?|\s(?:of\s|in\s(?:the\syear\s)?|AD\s)?|-)(?P<year><YEAR>)|\s?(?P<yy><YY>))"
    r"|(?:\s(?:of\s)?(?P<which>(?i:last|next|this|that|the\sfollowing|the\ssame|the\sprevious))\syear)(?!\w))?",
    "weekday_day": r"(?P<wd><WD>),?\s(?i:the\s)(?P<d><DAY>(?<=[a-z])|<ORD>)(?!\s(?:time|day|week|month|year|of))"
    r"|(?P<wd2><WEEKDAY>)\s?\((?P<d2><DAY>)\)",
    "weekdays": r"(?P<wd><WEEKDAY>)(?:<DASH>|\s(?:to|through)\s)(?P<wd2><WEEKDAY>)",
    "weekday": r"(?P<wd><WEEKDAY>)(?P<tod><TOD>)?(?P<of>\s(?i:of\s)?(?P<which>(?i:last|next|this))\sweek)?",
    "decade": r"<MOD>?(?i:the\s)?(?P<decade>[12]\d{2}0)'?s(?!\w)(?P<era><ERA>)?",
    "short_decade": r"<MOD>?(?:(?i:the\s)?'|(?i:the\s)|and\s)(?P<decade>[1-9]0)s(?!\w)",
    "day_of_month": r"(?i:the\s)(?P<d><DAY>)(?<=[a-z])(?:\sof\s(?P<which>(?i:that|this|the\ssame|the\sfollowing|last|next|the))\smonth(?!\w))?"
    r"(?=\s?[,.;)]|\s*\Z|\s(?:of\s(?:that|this|the)\smonth|and|the|when|he|she|they|was|a|with|after)\b)",
    "decade_word": r"<MOD>?(?i:the\s)?(?:(?P<century>(?i:seventeen|eighteen|nineteen))[-\s])?(?P<tens>(?i:<TENS>))(?!\w)",
    "century": r"<MOD>?(?i:the\s)?<MOD2>?(?P<ord>\d{1,2}(?:st|nd|rd|th)|<ORD>)(?:\s?-\s?|\s)(?i:century|centuries)(?!\w)(?P<era><ERA>)?",
    "short_range": r"(?:(?P<season><SEASON>)\s(?:of\s)?)?(?P<y>[12]\d{3})(?:[-–—/])(?P<s>\d\d?)(?![\w%]|[.,]\d|[-–—/]\d)",
    "part_of_year": r"<MOD>?(?:(?i:the\s)?(?:(?P<word>(?i:first|second|third|fourth|final|last|1st|2nd|3rd|4th))[\s-](?P<what>(?i:quarter|half))"
    r"|(?P<code>Q[1-4]|H[12]|[1-4]Q))(?:,?\s?(?:of\s|in\s)?(?i:the\s)?(?:(?i:fiscal|financial)\s)?(?i:year\s)?(?P<year>[12]\d{3}(?!\d)|<YY>)"
    r"|\s(?:of\s)?(?P<which>(?i:last|next|this|the\sfollowing|the\sprevious|that|the\ssame))\syear))"
    r"|(?P<year2>[12]\d{3})[\s-]?(?P<code2>Q[1-4]|H[12])(?!\w)"
    r"|(?P<fy>(?i:fiscal\s(?:year\s)?|financial\syear\s)|FY\s?)(?P<year3>[12]\d{3}(?:[-–/]\d\d(?!\d))?|\d\d(?![\d%]))",
    "part": r"(?:(?i:the\s)(?P<which>(?i:last|next|this|previous|same|current)\s)?|(?P<which2>(?i:last|next|this)\s))?"
    r"(?P<word>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))[\s-](?P<what>(?i:quarter))(?!\w|\sof)",
    "year": r"<MOD>?(?i:the\syear\s|year\s|AD\s|A\.D\.\s)?(?P<y>[12]\d{3})(?P<era><ERA>)?(?![\w%]|[.,]\d|[-–—/]\d(?!\d{3})|'s?\w*\s?[-]?(?:mm|cc))",
    "ancient_century": r"<MOD>?(?i:the\s)?(?P<ord>\d{1,2}(?:st|nd|rd|th)|<ORD>)(?:\s?-\s?|\s)century(?P<era><ERA>)",
    "anno": r"(?:AD|A\.D\.)\s(?P<y>\d{1,4})(?![\w%]|[.,]\d)",
    "ancient": r"<MOD>?(?:(?P<season><SEASON>)\s(?:of\s)?)?(?:AD\s)?(?P<y>\d{1,4})(?:(?P<dash><DASH>|\sto\s|\sand\s|/)(?P<y2>\d{1,4}))?(?P<era><ERA>)",
    "season": r"<MOD>?(?i:the\s)?(?:(?P<mod2>(?i:early|late|mid|middle|following|same|next|previous|that|this|last))[\s-](?:of\s(?:the\s)?)?)?"
    r"(?P<season><SEASON>)(?:,?\s(?:of\s|in\s)?(?P<year><YEAR>(?:[-–—/]\d\d(?:\d\d)?(?!\d))?)|\s(?P<yy><YY>)|\s(?:of\s)?(?P<which>(?i:last|next|this|that|the\ssame))\syear)?",
    "which_unit": r"<MOD>?(?:(?P<the>(?i:the|that|this|those))\s)?(?:(?P<which>(?i:last|past|previous|preceding|next|following|coming|upcoming|this|current|same|that|very\ssame|entire|whole))\s)"
    r"(?:(?P<n><NUM>|<VAGUE>)\s)?(?P<unit><UNIT>|<SEASON>|<WEEKDAY>|(?i:morning|afternoon|evening))(?P<tail>\s(?i:before\slast|after\snext|earlier|before|of|later|'s))?",
    "edge": r"<MOD>(?i:the\s)(?P<unit>(?i:week|month|quarter|year|decade|century))(?!\w|\sof)",
    "day_reference": r"(?i:the\s)?(?P<ref>(?i:day\sbefore\syesterday|day\safter\stomorrow))|(?i:the\s)(?P<unit>(?i:day|night|week|month|year))\s(?P<dir>(?i:before|after|previous|prior))(?=[\s.,;)]|\Z)(?!\s(?:the|a|an|his|her|its|their|he|she|they|it|[A-Z0-9])\b)",
    "shift": r"(?:(?i:about|around|approximately|roughly|almost|nearly|over|just|only|less\sthan|more\sthan|some|within|exactly)\s)?"
    r"(?:(?P<n><NUM>)(?P<half>\sand\sa\shalf)?|(?P<vague><VAGUE>)|(?i:half)\s(?P<halfa>an?))\s(?P<unit><UNIT>|(?i:hours?|minutes?|generations?))(?P<plus>\sand\sa\shalf)?\s(?P<dir><DIR>)"
    r"(?:\s(?P<than>(?i:today|yesterday)))?",
    "every": r"(?P<every>(?i:every|each))\s(?:(?P<n><NUM>)\s)?(?P<unit><UNIT>|<SEASON>|<WEEKDAY>)",
    "duration": r"(?:(?P<n><NUM>)(?P<half>\sand\sa\shalf)?|(?P<vague><VAGUE>)|(?i:half)\s(?P<halfa>an?))(?:\s|-)(?P<unit><UNIT>|(?i:hours?|minutes?))(?P<plus>\sand\sa\shalf)?(?!\w|-old|\s(?i:old|of\sage))",
    "deictic": r"(?P<word>(?i:today|tonight|yesterday|tomorrow))(?!\w)(?P<tod><TOD>)?(?:\s?\((?P<d><DAY>)(?:\s(?P<month><MONTH>)\.?)?\))?",
    "named": r"<MOD>?(?P<name><NAMED>)(?!\w)(?:,?\s(?:of\s|in\s)?(?P<year><YEAR>))?",
    "spelled": r"<MOD>?(?P<year>(?i:(?:seventeen|eighteen|nineteen|twenty)[-\s](?:hundred(?:\sand\s<SMALL>)?|<SMALL>)|two\sthousand(?:(?:\sand)?\s(?:<SMALL>|one|two|three|four|five|six|seven|eight|nine))?))(?!\w|\s(?:people|men|troops|dollars|years|pounds|million))",
}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern of that name."""
    pieces = _pieces()
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    small = rf"(?:(?:{tens})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    source = _PATTERNS[name]
    pieces = {**pieces, "SMALL": small, "MOD2": pieces["MOD"].replace("<mod>", "<mod3>")}
    while found := re.search(r"(?<!\?P)<([A-Z]+\d?)>", source):
        source = source.replace(found.group(), pieces[found.group(1)])
    return re.compile(source)


@cache
def leads() -> frozenset[str]:
    """Words that may stand before a trigger inside one date expression, in lower case."""
    fixed = (
        "the of in very early earlier late later latter mid middle beginning start outset opening end ending close "
        "closing turn part half rest remainder course midst height first final last next this that past previous "
        "preceding following coming upcoming current same entire whole every each year fiscal financial day days "
        "week weeks weekend months quarter to and or through until till thru a an few several some many couple "
        "number about around approximately roughly almost nearly over just only less more than within exactly ad "
        "hundred"
    )
    return frozenset(
        [
            *fixed.split(),
            *words.table("ordinals"),
            *words.table("numbers"),
            *words.table("seasons"),
            *words.months(),
            *words.weekdays(),
        ]
    )
