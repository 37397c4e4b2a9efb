"""Claims that an acronym stands for certain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.extract.acronyms import SIGN, acronyms
from checker.extract.reading import Reading
from checker.extract.shared_names import context
from checker.model import Acronym
from checker.resolve.compare import fold
from checker.resolve.expansions import is_body

# A formula: "hydrochloric acid (HCl)". It stands for a substance, which may bear several names.
_ELEMENTS = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Ti V Cr Mn Fe Co Ni Cu Zn As Se Br Kr Sr Ag Cd Sn I "
    "Sb Xe Cs Ba W Pt Au Hg Pb U".split()
)
_FORMULA = re.compile(rf"(?:(?:{'|'.join(sorted(_ELEMENTS, key=len, reverse=True))})\d{{0,2}}){{2,8}}")
_SUBSTANCE = re.compile(r"[a-z]{2,20}(?:ide|ate|ite|ane|ene|ine|ol|one|ia)|acids?|salt|water|base")


def extract(reading: Reading) -> Iterator[Acronym]:
    """One claim for each acronym that stands beside its expansion and whose letters fit it."""
    text = reading.article.text
    for sentence in reading.holding(SIGN):
        for found in acronyms(text, sentence.start, sentence.end):
            expansion = text[found.first : found.last]
            if not _is_formula(found.short, expansion):
                yield Acronym(
                    **reading.place(found.start, found.end),
                    acronym=found.short,
                    expansion=expansion,
                    context=_context(reading, found.short, expansion) if is_body(expansion) else (),
                )


def _context(reading: Reading, short: str, expansion: str) -> tuple[str, ...]:
    _, *names = context(reading, fold(f"{short} {expansion}").split(), with_places=False)
    return tuple(names)


def _is_formula(short: str, expansion: str) -> bool:
    last = expansion.split()[-1]
    return bool(_SUBSTANCE.fullmatch(last) and _FORMULA.fullmatch(short))
