"""Corpora in which something is told again and again: what the article of a number says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

_FIRST = date(1970, 1, 1).toordinal()
_SYLLABLES = "ka ri mo ta ne lu sho ver dan pel".split()
_OFFICES = "Defence Finance Health Education Trade Transport Energy Justice Labour Culture".split()
_COUNTRIES = "India Kenya Peru Norway Japan Ghana Chile Egypt Nepal Cuba".split()


def word(number: int) -> str:
    """A word that looks like a name, another for every number."""
    syllables = [_SYLLABLES[number // 10**place % 10] for place in range(4)]
    return "".join(syllables).capitalize()


def day(number: int) -> str:
    return date.fromordinal(_FIRST + number).isoformat()


def told(text: str, number: int) -> dict[str, str]:
    return {"text": text, "date": day(number)}


def spoken(number: int) -> str:
    when = date.fromordinal(_FIRST + number)
    return f"{when.day} {when:%B %Y}"


def _wrong_weekday(number: int) -> str:
    right = date.fromordinal(_FIRST + number)
    return f"{right + timedelta(1):%A}, {spoken(number)}"


def _office(number: int) -> str:
    return f"{_OFFICES[number % 10]} Minister of {_COUNTRIES[number // 10 % 10]}"


CORPORA: dict[str, Callable[[int], dict[str, str]]] = {
    "one holder and a stranger": lambda n: told(
        f"India's Defence Minister {'Anil Rao' if n != 7 else 'Vikram Seth'} spoke to the house.", n
    ),
    "two holders by turns": lambda n: told(
        f"India's Defence Minister {'Anil Rao' if n % 2 else 'Vikram Seth'} spoke to the house.", n
    ),
    "a holder for a hundred days each": lambda n: told(
        f"India's Defence Minister {word(n // 100)} {word(n // 100 + 5000)} spoke to the house.", n
    ),
    "another holder every day": lambda n: told(
        f"India's Defence Minister {word(n)} {word(n + 5000)} spoke to the house.", n
    ),
    "another holder in every article of one day": lambda n: told(
        f"India's Defence Minister {word(n)} {word(n + 5000)} spoke to the house.", 0
    ),
    "another holder in every undated article": lambda n: {
        "text": f"India's Defence Minister {word(n)} {word(n + 5000)} is in the house."
    },
    "no country, another holder in every twentieth article": lambda n: told(
        f"Defence Minister {f'{word(n)} {word(n + 5000)}' if n % 20 == 5 else 'Anil Rao'} spoke.", n
    ),
    "no country, another holder for every ten days": lambda n: told(
        f"Defence Minister {word(n // 10)} {word(n // 10 + 5000)} spoke to the house.", n
    ),
    "a hundred offices, each its holder": lambda n: told(
        f"The {_office(n)}, {word(n % 100)} {word(n % 100 + 5000)}, spoke to the house.", n
    ),
    "one surname, many given names": lambda n: told(f"General {word(n)} Rao spoke to the house.", n),
    "one person in two spellings": lambda n: told(
        f"General {'Sergei' if n % 2 else 'Sergey'} Volkov spoke to the house.", n
    ),
    "handovers": lambda n: told(
        f"{word(n)} {word(n + 5000)} succeeded {word(n - 1)} {word(n + 4999)} as India's Defence Minister.", n
    ),
    "one event on one day": lambda n: told("The 9th Nile Forum was held on 4 May 2015.", n),
    "one event, another day in every article": lambda n: told(
        f"The 9th Nile Forum was held on {spoken(n)}.", n
    ),
    "another event in every article": lambda n: told(
        f"The {word(n)} Treaty was signed on {spoken(n)}.", n
    ),
    "one organisation, two names": lambda n: told(
        f"It was the {'Interim' if n % 2 else 'International'} United Nations Force in Lebanon that came.", n
    ),
    "another organisation in every article": lambda n: told(
        f"It was the {word(n)} Bank of India that came to the University of {word(n)}.", n
    ),
    "wrong weekdays": lambda n: told(f"They came to the house on {_wrong_weekday(n)}.", n),
    "people who are born twice": lambda n: told(
        f"{word(n // 2)} {word(n // 2 + 5000)} was born on {spoken(n)} in Cork.", n
    ),
}  # fmt: skip
