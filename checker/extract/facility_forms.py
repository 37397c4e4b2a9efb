"""In which words are bridges, plants and hospitals told to be large, dear, or for so many?"""

from __future__ import annotations

import re

# Behind a mention: an apposition or a bracket, then perhaps "which".
APPOSITION = (
    r"(?:,\s(?!and\b|but\b|with\b|built\b|at\b)[^,;:()]{3,90},(?=\s[a-z])|\s\([^()]{1,60}\)|"
    r"\s(?:in|near|outside|under|beneath|across|over)\s(?:the\s)?[A-Z][\w'-]*(?:,?\s[A-Z][\w'-]*){0,3},?(?=\s[a-z]))??"
)
RELATIVE = r"(?:,?\s(?:which|that))?+"
SPENT = re.compile(rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:has\s|have\s|had\s)?cost\s(?:[A-Z]\w+\s){{0,2}}")
BUILT_FOR = re.compile(
    rf"{APPOSITION}(?P<which>,?(?:\s(?:which|that))?(?:\s(?:was|were|is))?|,)\s(?:built|constructed|completed|erected|opened)\s"
    r"(?:[^,;:.()]{0,60}?\s)??(?:for|at\san?\s(?:total\s)?cost\sof)\s"
)
PRICED = re.compile(r"(?P<which>\s)(?:was|came\sto|is|amounted\sto|reached)\s")
IS = re.compile(rf"{APPOSITION}(?P<which>{RELATIVE})(?:\s(?:is|was|measures|stands)\s|,\s|\s(?=[\d]))")
RUNS = re.compile(rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:spans|stretches|runs|extends)\s(?:for\s)?")
OF_SIZE = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})(?:,?\swith|\s(?:has|had|reaches|(?:rises?|rose|soars?)\sto))\san?\s(?:total\s|overall\s|maximum\s)?"
    r"(?P<what>length|height|width|depth|floor\sarea|floor\sspace|main\sspan|span|area)\sof\s"
)
HAS = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})(?:,?\swith|\s(?:now\s|currently\s)?(?:has|had|contains|offers|provides|houses|boasts))\s(?:a\stotal\sof\s)?"
)
PLACES = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})(?:,?\swith|\s(?:now\s)?(?:has|had|offers|provides))\s(?:places|room|space|seats|beds)\sfor\s"
)
CARRIES = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:can\s)?(?:carry|carries|takes?|accommodates?|(?:has|with)\s(?:room|space)\sfor)\s(?:up\sto\s(?=\d))?"
)
WEIGHS = re.compile(rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:weighs|weighed)\s")
EMPLOYS = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})(?:,?\s(?:now\s|currently\s)?(?:employs|employed|employing)|,?\s(?:with|has|had)\sa\s(?:staff|workforce)\sof)\s"
)
HOLDS = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE}),?\s(?:seats|holds|accommodates|can\s(?:hold|seat|accommodate)|(?:has|had|with)\sa\s(?:seating\s|total\s)?capacity\s(?:of|for))\s"
)
MAKES = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:can\s)?(?:(?:turns?\sout|makes?|produces?|generates?|handles?|process(?:es)?|treats?|builds?|refines?)|(?:has\s)?an?\sannual\s(?:capacity|output)\sof)\s"
)
AMOUNT = re.compile(r"(?<![^\s(])(?=[\d$£€¥A-Z])")
EACH = re.compile(
    r"\s(?:(?P<what>[a-z][a-z-]{1,20}(?:\s(?:of\s)?[a-z][a-z-]{1,20}){0,3}?)\s)?(?:(?:a|per|each|every)\s(?P<per>year|day|week|month|hour)|annually)\b"
)
# "the bridge, which at 740 metres is", "the bridge, at 740 metres the longest"
WHICH_AT = re.compile(r"(?:,?\s(?:which|that),?|,)\sat\s(?=\d)")
BEST = re.compile(
    r",?\s(?:(?:is|was|are|were|remains?|became)\s)?(?:(?:still|now|also|by\sfar)\s){0,2}(?:the|[A-Z][\w-]+(?:\s[A-Z][\w-]+)?'s?|its)\s"
    r"(?:[\w-]+(?:'s|s')\s)?(?:[a-z]{3,10}-)?(?P<how>tall|high|long|deep)est\s(?!(?:[a-z-]+\s)?(?:spans?|arch|section|pylons?)\b)"
)
# "the tower rises to 210 metres"
RISES = re.compile(rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:rises?|rose|soars?|reach(?:es)?)\s(?:to\s)?")
ABOVE = re.compile(r"\s(?:above|over|up)\b")
# "is the longest suspension span"; "will be the longest"
OF_OTHER = re.compile(
    r"\s(?:will|would|could|may|might|should|was\sto|is\sto)\b|[^;:()]{0,50}?est\s(?:[a-z-]{1,20}\s){0,3}?(?:spans?|arch|section|pylons?)\b"
)
AT = re.compile(r"(?:At|Measuring|Stretching(?:\sfor)?|Spanning|Standing)\s")
WITH = re.compile(
    r"With\san?\s(?:total\s|overall\s|maximum\s)?(?P<what>length|height|width|depth|floor\sarea|main\sspan|span|area)\sof\s"
)
# What a ship may carry by her papers.
LICENSED = re.compile(
    rf"{APPOSITION}(?P<which>{RELATIVE})\s(?:is|was|had\sbeen|were)\s(?:only\s)?(?:allowed|authori[sz]ed|certified|certificated|cleared|licen[sc]ed|permitted)"
    r"\s(?:to\s(?:carry|take)|for)\s(?:up\sto\s(?=\d)|a\smaximum\sof\s)?"
)
PAPERS = re.compile(
    r"\b(?:[Hh]er|[Ii]ts)\s(?:safety\s)?(?:certificate|licen[cs]e|permit|papers)\s(?:only\s)?(?:allow(?:s|ed)|permit(?:s|ted)|was|were)"
    r"\s(?:(?:for|only|her\sto\scarry|it\sto\scarry)\s)*(?:up\sto\s(?=\d)|a\smaximum\sof\s)?"
)
# A relative clause between the thing and its verb.
ASIDE = re.compile(
    r",\s(?:which|that|whose)\s[^;:()]{3,140}?(?=,\s(?:and\s)?(?:is|was|has|had|contains|holds|seats|carries|can|employs|weighs|weighed|measures|houses|spans|stretches|cost)\s)"
)
NEXT = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?=\d|[a-z]+\s)")
FURTHER = re.compile(
    r"(?:,\s|\s)and\s(?=(?:cost|costs|employs|employed|has|had|is|was|can|seats|holds|spans|stretches|with)\s)"
)
ANOTHER = re.compile(r"[;:]|\b(?:who|whose|where|when|while|but|because|it|they|he|she)\b")
ADJECTIVE = re.compile(r"(?:\s\([^()]{1,40}\))?(?:\s|-)(?P<how>long|high|tall|wide|deep)\b")
JOBS = re.compile(
    r"\b(?:creat(?:e|es|ed|ing)|bring(?:s|ing)?|brought|generat(?:e|es|ed|ing))\s(?=(?:about\s|around\s|up\sto\s|more\sthan\s|some\s)?(?:\d|[a-z]+\s))"
)
OF_JOBS = re.compile(r"\s(?P<kind>(?:(?!and\b|or\b)[a-z-]{3,20}\s){0,2})jobs\b")
OFFERED = re.compile(r"\b(?:cost|price|budget)\s(?:of|for)\s(?:building\s|constructing\s)?\Z")
RAISING = re.compile(r"(?:construction|building|completion)\sof\s\Z", re.IGNORECASE)
CLAUSE = re.compile(r"(?:[,;:–—]\s?|\b(?:and|but|that|as|while|said|because|since)\s|\A)\Z")
