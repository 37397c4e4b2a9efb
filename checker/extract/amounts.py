"""How much is told at a place of the text: a sum of money, or a number of something with its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.extract.measures import BOUND, figures, stretch, unit_family, unit_size
from checker.text.trie import pattern
from checker.vocab import load

_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "crore": 1e7, "lakh": 1e5}
_FIGURES = r"\d{1,3}(?:,\d{2,3})++(?:\.\d{1,2}(?!\d))?|\d++(?:\.\d++)?"
_DASH = r"(?:\s|-)"


@dataclass(frozen=True, slots=True)
class Amount:
    """``text[start:end]`` is a number from ``least`` to ``most``, ``exact`` without a word like "about"."""

    start: int
    end: int
    least: float
    most: float
    unit: str
    exact: bool = True


@cache
def _scales() -> dict[str, float]:
    return {form: _SCALES[name] for name, forms in load("facilities")["scale"].items() for form in forms}


@cache
def _currencies() -> dict[str, str]:
    return {form: name for name, forms in load("facilities")["currency"].items() for form in forms}


@cache
def _money() -> re.Pattern[str]:
    signs = "|".join(
        re.escape(form) for form in sorted(_currencies(), key=len, reverse=True) if not form.islower()
    )
    names = pattern((form for form in _currencies() if form[-1].islower()), boundary=False)
    scale = pattern(_scales(), boundary=False)
    return re.compile(
        rf"{BOUND}(?:(?P<sign>{signs})\s?)?(?P<number>{_FIGURES})(?:{_DASH}?(?P<scale>{scale})(?![a-z]))?"
        rf"(?:{_DASH}(?P<name>{names})(?![a-z]))?"
    )


@cache
def _quantity() -> re.Pattern[str]:
    words = pattern((word for word, n in load("dates")["numbers"].items() if n > 1), boundary=False)
    return re.compile(
        rf"{BOUND}(?P<number>{_FIGURES}|{words}(?![a-z]))(?:\s(?P<scale>thousand|million|billion))?(?=[\s-])"
    )


@cache
def _unit() -> re.Pattern[str]:
    units = pattern((form for forms in load("relations")["unit"].values() for form in forms), boundary=False)
    return re.compile(rf"{BOUND}(?P<number>{_FIGURES}){_DASH}?(?P<unit>{units})(?![a-z\d²])")


def money(text: str, start: int, end: int) -> Amount | None:
    """The sum of money that is told from ``start`` on."""
    match = _money().match(text, start, end)
    if match is None or bool(match["sign"]) == bool(match["name"]):
        return None
    currency = _currencies()[match["sign"] or match["name"]]
    scale = _scales()[match["scale"]] if match["scale"] else 1.0
    return _amount(match, scale, currency)


def quantity(text: str, start: int, end: int) -> Amount | None:
    """The number that is told from ``start`` on, whatever of."""
    match = _quantity().match(text, start, end)
    if match is None:
        return None
    return _amount(match, _SCALES[match["scale"]] if match["scale"] else 1.0, "count")


def dimension(text: str, start: int, end: int) -> Amount | None:
    """The length or area that is told from ``start`` on, in metres or square metres."""
    match = _unit().match(text, start, end)
    if match is None:
        return None
    family = unit_family(match["unit"])
    return None if family == "weight" else _amount(match, unit_size(match["unit"]), family)


def weight(text: str, start: int, end: int) -> Amount | None:
    """The weight that is told from ``start`` on, in kilograms."""
    match = _unit().match(text, start, end)
    if match is None or unit_family(match["unit"]) != "weight":
        return None
    return _amount(match, unit_size(match["unit"]), "weight")


def _amount(match: re.Match[str], scale: float, unit: str) -> Amount | None:
    plain = match["number"].replace(",", "")
    if figures(plain) is None:
        return None
    bound = (match["bound"] or "").strip()
    least, most = stretch(plain, scale, bound)
    return Amount(match.start(), match.end(), least, most, unit, exact=not bound)
