"""Whether a date tells when something happens, or only which report, season or figure is meant."""

from __future__ import annotations

import re

from checker.dates.forms import Form
from checker.dates.found import Found

_REACH = 60  # characters
_WHEN = re.compile(
    r"\b(?i:in|on|at|by|during|throughout|around|about|since|until|through|from|between|of|effective)\s\Z"
)
_ARTICLE = re.compile(r"\b(?:a|an|the|this|that|his|her|its|their|our|your|my|of|and|or|than|to|with)\s\Z")
_NOT_WHEN = re.compile(
    r"\b(?:up|down)\sfrom\b[^;]{0,60}\Z"
    r"|\b(?i:compared|relative|according|based|than|versus|vs|following|despite|unlike|report|survey|study|poll|forecast"
    r"|projected|predicted|estimates?|model|draft|version)\b[^;]{0,50}\Z"
    r"|\b(?:the|a|an|this|our|its|their|meetings?|law|act|budget)\sof\s\Z"
    r"|[(\[\"“/=?&#]\Z"
)
_COMING = re.compile(
    r"(?:\b(?:will|shall|won't|going\sto|to\sbe|due|scheduled|expected|planned|slated|set|upcoming|plan|intend|hope|aim"
    r"|(?:is|are)\s(?:likely\s|about\s)?to|plans|intends|hopes|aims|forthcoming)\b|'ll\b)[^.;:!?]{0,110}\Z"
)
_OPENS = re.compile(r"(?:[.!?:;\n][\"”')]?|\n)\s*(?:[A-Z][a-z]+\s)?\Z")
_GOES_ON = re.compile(
    r"\s(?:and\s(?:beyond|later|after)|on(?:ward|wards)?\b\s?[.,;]|or\slater)|[-/\w\]+)\"”]|'s\b"
)


def ahead(text: str, one: Found) -> bool:
    """Does the date open its sentence, or does something still to come stand before it?"""
    at = one.form.start
    opens = one.opens and (at < 12 or _OPENS.search(text, at - 12, at) is not None)
    return opens or _COMING.search(text, max(0, at - 120), at) is not None


def when(text: str, form: Form) -> bool:
    """Does the date tell when something happens, and not which report or season, or what is compared?"""
    before, after = text[max(0, form.start - _REACH) : form.start], text[form.end : form.end + 24]
    if _NOT_WHEN.search(before) or _GOES_ON.match(after):
        return False
    if _WHEN.search(before):
        return True
    # "opened May 5, 2014"
    return (
        form.day is not None and re.search(r"[a-z]\s\Z", before) is not None and not _ARTICLE.search(before)
    )
