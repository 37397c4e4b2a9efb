"""The parts that patterns of dates share, by the names they are called by there."""

from __future__ import annotations

import re
from functools import cache

from checker.dates import words

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_MODIFIERS = r"""
    (?:early|late|later|earlier|mid|middle|latter)(?=[-\s])
    |(?:beginning|start|outset|opening|middle|end|close|ending|turn|rest|remainder|height|course|midst
    |(?:first|early|opening)\spart|(?:latter|later|last|final)\spart
    |(?:first|opening|early|last|final|closing|latter)\s(?:days|weeks|months)
    |(?:first|second|latter)\shalf)(?=\s(?:of|in|to)\s)
"""
_BC = r"(?:BCE?|B\.C\.?(?:E\.?)?)(?!\w)"
_ERA = rf"(?:\s?(?:{_BC}|(?:C\.E\.|CE|A\.?D\.?)(?!\w)))"
# After "April 7 and 20" or "7 to 20", a plain noun says that the last number counts something.
_NO_NOUN = r"""
    (?!\s(?!(?:in|at|on|to|by|of|for|with|from|and|or|but|when|while|after|before|during|was|were|is|are|the|as
    |near|between|that|this|which|under|over|will|had|has|would|it|he|she|they|we)\b)[a-z])
"""


@cache
def pieces() -> dict[str, str]:
    """Patterns in the verbose syntax, by name. A piece may name other pieces as ``<NAME>``."""
    return {
        "MONTH": _names("months", short=True),
        "WD": _names("weekdays", short=True),
        "WEEKDAY": _names("weekdays", short=False),
        "WEEKDAYS": f"(?:{'|'.join(words.table('weekdays'))})s(?!\\w)",
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?+(?![\w%$€£]|[.,:]\d)",
        "DAYS": r"""
            (?P<days><DAY>(?:<DASH><DAY>(?:(?:,\s<DAY>(?:<DASH><DAY>)?){0,3}\s(?:and|&)\s<DAY>(?:<DASH><DAY>)?<NONOUN>)?
            |\s(?:to|through|until|till|thru)\s(?:the\s)?<DAY><NONOUN>
            |(?:,\s?<DAY>){0,6},?\s(?:and|or|&)\s(?:the\s)?<DAY><NONOUN>
            |/<DAY>(?!/))?)
        """,
        "NONOUN": _NO_NOUN,
        "ORD": rf"(?i:{_any('ordinals')})(?!\w)",
        "NTH": r"(?i:first|second|third|fourth|final|last|1st|2nd|3rd|4th)",
        "CARD": r"(?:\d{1,2}(?:st|nd|rd|th)|<ORD>)",
        "NUM": r"(?:(?i:(?:an?|<ONES>)\shundred)(?!\w)"
        r"|\d{1,3}(?:,\d{3}|\.\d)?|(?i:<SMALL>|<ONES>|an?))(?!\w)",
        "SMALL": rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_TEENS})",
        "ONES": _ONES,
        "VAGUE": r"(?i:several|some|a\sfew|many|a\scouple\sof|few|a\snumber\sof)(?!\w)",
        "DASH": r"\s?(?:--?|[–—])\s?",
        "ERA": _ERA,
        "YEAR": rf"(?:[12]\d{{3}}(?![\w%]|[.,]\d){_ERA}?|\d{{1,4}}\s?{_BC})",
        "YY": r"'\d\d(?!\w)",
        # The day in the Julian calendar: "15 March [O.S. 2 March] 1917".
        "OLDSTYLE": r"""(?:\s[(\[](?:(?:O\.?S\.?|Old\sStyle):?,?\s[\w\s,.]{3,24}
            |[\w\s]{3,24}\s(?:O\.?S\.?|Old\sStyle))[)\]])""",
        "SEASON": rf"(?i:{_any('seasons')})(?!\w)",
        "UNIT": r"(?i:day|night|weekend|week|fortnight|month|quarter|year|decade|century|centuries)s?(?!\w)",
        "SHORTER": r"(?i:hours?|minutes?|generations?)(?!\w)",
        "DIR": r"""(?i:ago|earlier|later|before|previously|after|afterwards?|hence|from\s(?:now|today)|prior)
            (?!\w)""",
        "MOD": rf"(?:(?i:the\s)?(?i:very\s)?(?P<mod>(?i:{_MODIFIERS}))<OFTHE>)",
        "MOD2": rf"(?:(?i:the\s)?(?i:very\s)?(?P<mod3>(?i:{_MODIFIERS}))<OFTHE>)",
        "OFTHE": r"(?:\s?-\s?|\s(?i:of\s|in\s|to\s|on\s|into\s)?(?i:the\s(?:year\s)?)?)",
        "TOD": r"(?:\s(?i:morning|afternoon|evening|night))",
        "WHICH": r"(?i:last|next|this|that|the\sfollowing|the\ssame|the\sprevious)",
        "OFYEAR": r"\s(?:of\s)?(?P<which><WHICH>)\syear(?!\w)",
        "TENS": _any("decades"),
        "NAMED": "|".join(re.escape(name) for name in sorted(words.table("named"), key=len, reverse=True)),
    }


def _names(table: str, *, short: bool) -> str:
    forms = list(words.table(table))
    forms += [form.upper() for form in forms]
    if short:
        for entry in words.table(table).values():
            forms += [rf"{form}\b\.?" for abbr in entry.get("abbr", ()) for form in (abbr, abbr.upper())]
    return "(?:" + "|".join(forms) + r")(?!\w)"


def _any(table: str) -> str:
    return "|".join(sorted(words.table(table), key=len, reverse=True))
