"""How does a sentence tell who won a match, and by how much: "beat", "were beaten by", "crushing"?"""

from __future__ import annotations

import re
from functools import cache

from checker.extract.sides import SIDE

_ONE, _OTHER = rf"(?P<one>{SIDE})", rf"(?P<other>{SIDE})"
_SCORE = (
    r"(?<![\d-])(?P<first>\d{1,3})\s?[-–]\s?(?P<second>\d{1,3})(?![\d-])(?P<sets>(?:,\s\d{1,2}-\d{1,2}){0,4})"
)
_LIGHT = r"(?:\s(?:have|has|had|also|duly|narrowly|easily|comfortably|were|was)){0,2}"
_TO = (
    r"(?:\s(?:the|visitors|hosts|holders|champions|leaders|rivals|neighbours|visiting|struggling|bottom|ten-man|"
    r"10-man)){0,3}"
)
_SHORT = r"(?:\s(?:at|in|on|last|away|home)(?:\s(?:the\s)?[A-Z][\w'-]+){0,3}){0,2}"
_BEATS = (
    r"(?:beats?|crushed|defeated|defeats|downed|edged|eliminated|hammered|humbled|ousted|outclassed|outplayed|overcame|"
    r"overpowered|routed|stunned|thrashed|thumped|trounced|upset|(?:cruised|eased|got|scraped|swept)\spast|"
    r"(?:knocked|put)\sout|saw\soff)"
)
_BEATING = (
    r"(?:beating|crushing|defeating|downing|edging|eliminating|hammering|humbling|ousting|outclassing|outplaying|overcoming|"
    r"overpowering|routing|stunning|thrashing|thumping|trouncing|upsetting|knocking\sout|seeing\soff)"
)
_LOSES = (
    r"(?:lost|lose|crashed|fell|slumped|went\sdown|beaten|crushed|defeated|downed|edged|eliminated|hammered|humbled|"
    r"knocked\sout|ousted|outclassed|outplayed|overpowered|routed|thrashed|thumped|trounced)"
)
# "won the cup", "reached the last eight"
_ENDED = (
    r"\s(?:advanced|became|booked|captured|claimed|clinched|kept|lifted|moved|progressed|qualified|reached|regained|"
    r"retained|sealed|secured|took|won)\b"
    r"(?:(?!\s(?:and|as|but|when|where|which|while|who|whose)\b|\s\d+[-–]\d)[^.;:()]){0,110}?(?:,|\sby|\safter|\swith)"
    r"(?:\s(?:by|after|duly|narrowly|easily))?"
)
# "Orrin Rovers, the holders, ", "Orrin Rovers, who "
_APPOSED = r"(?:,\s(?=[a-z])(?!(?:and|but|or|then)\b)[^,;.:()\d]{1,80},(?:\swho)?|,?\swho)?"
_ADJECTIVES = r"(?:\s[a-z][a-z-]+){0,2}"
_WINS = r"(?:win|victory|triumph|success)"
_LOSS = r"(?:defeat|loss)"
_BY = r"\sby\s(?P<margin>\d{1,3}|[a-z]{3,12}(?:-[a-z]{3,5})?)\s(?P<unit>runs|wickets|points)\b"

_GOT = (
    r"(?:'s?|\sto|\swith|\sin|\sclaimed|\searned|\srecorded|\ssecured|"
    r"\s(?:claimed|lifted|retained|took|won)\sthe\s[\w' -]{3,40}?\s(?:by|with))?"
)
_TOOK = r"(?:'s?|\sto|\ssuffered|\sslumped\sto|\swent\sdown\sto|\sfell\sto)"
_SO = rf"(?:\san?)?{_ADJECTIVES}\s{_SCORE}{_ADJECTIVES}"

# By who won: the one named first, the other, or neither.
_FORMS = (
    ("one", rf"{_ONE}{_APPOSED}{_LIGHT}\s{_BEATS}{_TO}\s{_OTHER}{_SHORT}(?:\s(?:by\s)?{_SCORE}|{_BY})"),
    ("one", rf"{_ONE}{_APPOSED}{_LIGHT}{_ENDED}\s{_BEATING}{_TO}\s{_OTHER}{_SHORT}\s(?:by\s)?{_SCORE}"),
    ("one", rf"{_ONE}{_LIGHT}\s(?:won|win)\s{_SCORE}{_SHORT}\s(?:against|at|over|away\sto){_TO}\s{_OTHER}"),
    ("one", rf"{_ONE}{_GOT}{_SO}\s{_WINS}\s(?:against|at|over){_TO}\s{_OTHER}"),
    ("one", rf"{_ONE}(?:'s?)?{_SO}\sdefeat\sof{_TO}\s{_OTHER}"),
    (
        "other",
        rf"{_ONE}{_APPOSED},?{_LIGHT}\s{_LOSES}\s{_SCORE}{_SHORT}\s(?:to|by|against|at){_TO}\s{_OTHER}",
    ),
    (
        "other",
        rf"{_ONE}{_APPOSED}{_LIGHT}\s(?:lost|fell|went\sdown|succumbed)\sto{_TO}\s{_OTHER}{_SHORT}\s(?:by\s)?{_SCORE}",
    ),
    ("other", rf"{_ONE}{_TOOK}{_SO}\s{_LOSS}\s(?:against|at|by|to){_TO}\s{_OTHER}"),
    ("", rf"{_ONE}{_LIGHT}\s(?:drew|draw)\s{_SCORE}{_SHORT}\s(?:with|against|at){_TO}\s{_OTHER}"),
    ("", rf"{_ONE}\sand{_TO}\s{_OTHER}{_SHORT}\s(?:drew|draw)\s{_SCORE}"),
)
LINE = re.compile(rf"{_ONE}\s{_SCORE}\s{_OTHER}")
# "Arrow Town 2, Orrin Rovers 1"
RESULT = re.compile(
    rf"{_ONE}\s(?P<first>\d{{1,2}}),?\s{_OTHER}\s(?P<second>\d{{1,2}})(?P<sets>)(?=\s?(?:\(|[.;]|\Z))"
)


@cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Who won, by the groups of the pattern ("one", "other"; neither: a draw), and the pattern."""
    return tuple((winner, re.compile(form)) for winner, form in _FORMS)
