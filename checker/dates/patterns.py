"""The patterns of date expressions by name, in the verbose syntax, with ``<NAME>`` for a shared piece."""

from __future__ import annotations

# A weekday after the date: "(a Monday)", ", a Monday", ", Monday," but not the first word of what follows.
_AFTER = r"""
    (?:(?:,?\s\((?:a\s)?|,\sa\s|,\s)(?P<wd2><WD>)
    (?:\)|(?=\s?[,.;:)–—]|\s*\Z|\s(?:at|in|when)\b)(?!,?\s(?:\d|<MONTH>))))?
"""
_BEFORE = r"(?:(?P<wd><WD>)(?P<tod><TOD>)?(?:,\s\(?|\s\(?|\sof\s)(?i:the\s)?)?"
_AMOUNT = r"(?:(?P<n><NUM>)(?P<half>\sand\sa\shalf)?|(?P<vague><VAGUE>)|(?i:half)\s(?P<halfa>an?))"

PATTERNS = {
    "iso": r"""
        (?:(?P<wd><WD>),?\s)?(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)
        (?P<time>[T\s]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:\s?Z\b|\s?[+-]\d\d:?\d\d)?)?
    """,
    "iso_week": r"(?P<y>\d{4})-W(?P<week>[0-5]\d)(?!\w)",
    "numeric": r"""
        (?:(?P<wd><WD>),?\s)?
        (?:(?P<y>[12]\d{3})(?P<s0>[/.])(?P<m0>\d\d?)(?P=s0)(?P<d0>\d\d?)
        |(?P<a>\d\d?)(?P<s>[/.-])(?P<b>\d\d?)(?P=s)(?P<c>[12]\d{3}|\d\d)
        |(?P<m1>0?[1-9]|1[0-2])/(?P<y1>(?:19|20)\d\d))
        (?![\w/]|[.-]\d)
    """,
    "day_month": _BEFORE
    + r"""
        (?:(?i:the\s)?(?P<word><ORD>)(?:\sday)?\sof\s|(?i:the\s)?<DAYS>(?:\s?-\s?|\s?,?\s|\sof\s|\sday\sof\s)?)
        (?P<month><MONTH>)<OLDSTYLE>?
        (?:(?:,\s?|\s(?:of\s|in\s|AD\s)?|-|/)?(?P<year><YEAR>)<OLDSTYLE>?|\s(?P<yy><YY>)|<OFYEAR>)?
    """
    + _AFTER,
    "month_day": _BEFORE
    + r"""
        (?P<month><MONTH>)
        (?:\s?(?:the\s)?<DAYS>|\sthe\s(?P<word><ORD>)|\s(?P<word2><ORD>)(?=,|\s\d{4}))
        (?:\s?\((?P<wd3><WD>)\)|<OLDSTYLE>)?
        (?:(?:\s?,\s?|\s(?:of\s|in\s|AD\s)?)(?P<year><YEAR>)<OLDSTYLE>?|,?\s(?P<yy><YY>)|<OFYEAR>)?
    """
    + _AFTER,
    "week_of_month": r"""
        (?i:the\s)?(?P<ord><ORD>|last|final|(?i:1st|2nd|3rd|4th|5th))
        \s(?P<what>(?i:week|weekend|<WEEKDAY>))\s(?:of|in)\s(?P<month><MONTH>)
        (?:,?\s(?:of\s|in\s)?(?P<year><YEAR>))?
    """,
    "month_year": r"""
        <MOD>?(?P<rel><WHICH>\s)?(?P<month><MONTH>)
        (?:(?:(?:\s?,\s?|\s(?:of\s|in\s(?:the\syear\s)?|AD\s)?|-)(?P<year><YEAR>)|\s?(?P<yy><YY>))
        |(?:\s(?:of\s)?(?P<which><WHICH>)\syear)(?!\w))?
    """,
    "weekday_day": r"""
        (?P<wd><WD>),?\s(?i:the\s)(?P<d><DAY>(?<=[a-z])|<ORD>)(?!\s(?:time|day|week|month|year|of))
        |(?P<wd2><WEEKDAY>)\s?\((?P<d2><DAY>)\)
    """,
    "weekdays": r"(?P<wd><WEEKDAY>)(?P<join><DASH>|\s(?:to|through|until|till)\s)(?P<wd2><WEEKDAY>)",
    "weekday_set": r"(?P<wd><WEEKDAYS>)",
    "weekday": r"(?P<wd><WEEKDAY>)(?P<tod><TOD>)?(?:\s(?i:of\s)?(?P<which>(?i:last|next|this))\sweek)?",
    "day_of_month": r"""
        (?i:the\s)(?P<d><DAY>)(?<=[a-z])
        (?:\sof\s(?P<which>(?i:that|this|the\ssame|the\sfollowing|last|next|the))\smonth(?!\w))?
        (?=\s?[,.;)]|\s*\Z|\s(?:of\s(?:that|this|the)\smonth|and(?!\s\d+[a-z]{2}\s[a-z])|the|when|he|she|they|was|a|with|after)\b)
    """,
    "decade": r"<MOD>?(?i:the\s)?(?P<decade>[12]\d{2}0)'?s(?!\w)(?P<era><ERA>)?",
    "short_decade": r"<MOD>?(?:(?i:the\s)?'|(?i:the\s)|and\s)(?P<decade>[1-9]0)s(?!\w)",
    "decade_word": r"""
        <MOD>?(?i:the\s)?(?:(?i:roaring|swinging)\s)?(?:(?P<century>(?i:seventeen|eighteen|nineteen))[-\s])?(?P<tens>(?i:<TENS>))(?!\w)
    """,
    "century": r"""
        <MOD>?(?i:the\s)?<MOD2>?(?P<ord><CARD>)(?:\s?-\s?|\s)(?i:century|centuries)(?!\w)(?P<era><ERA>)?
    """,
    "centuries": r"""
        <MOD>?(?i:the\s)?(?:(?P<ord0><CARD>),\s(?i:the\s)?)?(?P<ord><CARD>)
        (?P<join>\s?[-–—]\s?|,?\s(?i:and|or|to|until|through)\s)<MOD2>?(?i:the\s)?
        (?P<ord2><CARD>)(?:\s?-\s?|\s)(?i:century|centuries)(?!\w)(?P<era><ERA>)?
    """,
    "decade_of_century": r"""
        (?i:the\s)?(?P<which><ORD>|last|final)\sdecade\sof\s(?:the\s)?(?P<ord><CARD>)[\s-](?i:century)(?!\w)
    """,
    "first_months": r"""
        (?i:the\s)?(?i:first)\s(?P<n>(?i:three|six)|3|6)\smonths\s(?:of|in)\s
        (?:the\syear\s)?(?:(?P<year>[12]\d{3})(?!\w)|(?P<which><WHICH>|the)\syear(?![\w-]))
    """,
    "year_end": r"(?i:the\s)?(?i:year)[-\s]end\s(?:of\s)?(?P<y>[12]\d{3})(?![\w%]|[.,]\d)",
    "code": r"(?P<code>Q[1-4]|H[12])(?!\w)(?!\s[A-Z](?![1-4]))",
    "short_range": r"""
        (?:(?P<season><SEASON>)\s(?:of\s)?)?(?P<y>[12]\d{3})(?:[-–—/](?P<s>\d\d?)|/(?P<s4>[12]\d{3}))
        (?![\w%]|[.,]\d|[-–—/]\d)
    """,
    "part_of_year": r"""
        <MOD>?(?:(?:(?i:the\s)?(?P<word><NTH>)[\s-](?P<what>(?i:quarter|half))|(?P<code>Q[1-4]|H[12]|[1-4]Q))
            (?:[,/]?\s?(?:of\s|in\s)?(?i:the\s)?(?:(?i:fiscal|financial)\s)?(?i:year\s)?
                (?P<year>[12]\d{3}(?!\d)|<YY>)
            |\s(?:of\s)?(?P<which><WHICH>)\syear(?!\w)))
        |(?P<year2>[12]\d{3})[\s-]?(?P<code2>Q[1-4]|H[12])(?!\w)
        |(?P<fy>(?i:fiscal\s(?:year\s)?|financial\syear\s)|FY\s?)
            (?P<year3>[12]\d{3}(?:[-–/]\d\d(?!\d))?|\d\d(?![\d%]))
    """,
    "part": r"""
        (?:(?i:the\s)(?:(?i:last|next|this|previous|same|current)\s)?|(?i:last|next|this)\s)?
        (?P<word>(?!last)<NTH>)[\s-](?i:quarter)(?!\w|\sof)
    """,
    "year": r"""
        <MOD>?(?i:the\syear\s|year\s|AD\s|A\.D\.\s)?(?P<y>[12]\d{3})(?P<era><ERA>)?
        (?![\w%]|[.,]\d|[-–—/]\d(?!\d{3})|\s?-?(?:mm|cc)\b)
    """,
    "ancient_century": r"<MOD>?(?i:the\s)?(?P<ord><CARD>)(?:\s?-\s?|\s)century(?P<era><ERA>)",
    "anno": r"(?:AD|A\.D\.)\s(?P<y>\d{1,4})(?![\w%]|[.,]\d)",
    "ancient": r"""
        <MOD>?(?:(?P<season><SEASON>)\s(?:of\s)?)?(?:AD\s)?
        (?P<y>\d{1,4})(?:(?P<dash><DASH>|\sto\s|\sand\s|/)(?P<y2>\d{1,4}))?(?P<era><ERA>)
    """,
    "season": r"""
        <MOD>?(?i:the\s)?
        (?:(?P<mod2>(?i:early|late|mid|middle|following|same|next|previous|that|this|last))[\s-]
            (?:of\s(?:the\s)?)?)?
        (?P<season><SEASON>)
        (?:,?\s(?:of\s|in\s)?(?P<year><YEAR>(?:[-–—/]\d\d(?:\d\d)?(?!\d))?)|\s(?:of\s)?(?P<yy><YY>)
        |\s(?:of\s)?(?P<which><WHICH>)\syear(?!\w))?
    """,
    "year_before": r"""
        (?i:the\s)?(?i:same)\s(?i:day|week|month|period|quarter|time|season)\s
        (?i:(?:of\s|in\s)?(?:last|the\sprevious|the\spreceding|the\sprior)\syear|(?:a|one)\syear\s(?:ago|earlier|before))(?!\w)
    """,
    "year_season": r"(?P<year>[12]\d{3})\s(?P<season><SEASON>)",
    "which_unit": r"""
        <MOD>?(?:(?P<the>(?i:the|those|this(?=\s(?:past|coming|last|next))|that(?=\s(?:same|very|next))))\s)?
        (?P<which>(?i:last|past|previous|preceding|next|following|coming|upcoming|this|current|same|that|very\ssame
            |entire|whole))\s
        (?:(?P<n><NUM>|<VAGUE>)\s)?(?P<unit><UNIT>|<SEASON>|<WEEKDAY>|(?i:morning|afternoon|evening)(?!\w))
        (?P<tail>\s(?i:before\slast|after\snext|earlier|before|of|later|'s)(?!\w))?
    """,
    "edge": r"""
        <MOD>(?i:the\s)(?P<unit>(?i:week|month|quarter|year|decade|century))(?!\w|\sof)
        |(?i:the\s)?(?P<own>(?i:week|month|quarter|year|decade|century))(?:'s|-)\s?(?P<last>end|close)(?!\w)
    """,
    "day_reference": r"""
        (?i:the\s)?(?P<ref>(?i:day\sbefore\syesterday|day\safter\stomorrow))
        |(?i:the\s)?(?P<twice>(?i:week|weekend|month|year))\s(?P<end>(?i:before\slast|after\snext))(?!\w)
        |(?i:the\s)(?P<unit>(?i:day|night|week|month|year))\s(?P<dir>(?i:before|after|previous|prior))
            (?=[\s.,;)]|\Z)(?!\s(?:the|a|an|his|her|its|their|he|she|they|it|[A-Z0-9]))
    """,
    "shift": r"(?:(?i:about|around|approximately|roughly|almost|nearly|over|just|only|less\sthan|more\sthan"
    r"|some|within|exactly)\s)?" + _AMOUNT + r"\s(?P<unit><UNIT>|<SHORTER>)(?P<plus>\sand\sa\shalf)?"
    r"(?:\s(?P<dir><DIR>)|(?:(?<=s)'|'s)\stime(?!\w))",
    "every": r"(?i:every|each)\s(?:(?P<n><NUM>)\s)?(?P<unit><UNIT>|<SEASON>|<WEEKDAY>)",
    "duration": _AMOUNT
    + r"(?:\s|-)(?P<unit><UNIT>|<SHORTER>)(?P<plus>\sand\sa\shalf)?(?!\w|-old|\s(?i:old|of\sage))",
    "plural": r"(?P<unit>(?:days|weeks|months|years|decades|centuries|hours))(?!\w|'|-)",
    "deictic": r"""
        (?P<word>(?i:today|tonight|yesterday|tomorrow))(?!\w)(?P<tod><TOD>)?
        (?:\s?\((?P<d><DAY>)(?:\s(?P<month><MONTH>)\.?)?\))?
    """,
    "named": r"<MOD>?(?P<name><NAMED>)(?!\w)(?:,?\s(?:of\s|in\s)?(?P<year><YEAR>))?",
    "vague": r"(?P<word>(?i:now|currently|nowadays|recently|lately|formerly))(?!\w)",
    "spelled": r"""
        <MOD>?(?P<year>(?i:(?:seventeen|eighteen|nineteen|twenty)[-\s](?:hundred(?:\sand\s(?:<SMALL>|<ONES>))?|<SMALL>)
        |two\sthousand(?:(?:\sand)?\s(?:<SMALL>|<ONES>))?))
        (?!\w|\s(?:people|men|troops|dollars|years|pounds|million))
    """,
}
