"""Who does something, and to what: the names of states, bodies, people and things beside a verb."""

from __future__ import annotations

from collections.abc import Iterator

from checker.dates.words import times
from checker.extract import organisations, party, subjects, things
from checker.extract.clauses import Clauses
from checker.extract.party import Party
from checker.extract.reading import Reading
from checker.extract.things import general
from checker.resolve import gazetteer, places
from checker.resolve.compare import fold
from checker.resolve.nicknames import is_given
from checker.resolve.organisations import place_before, place_forms, spelled
from checker.resolve.people import Mention
from checker.text.tokens import Token

_STATES = ("country", "historic")
_BODIES = ("body",)
_DESCRIBED = 4  # words between a verb and the name of its object that tell what that is
_LONGEST = 8  # tokens of a name
_PLACE = 6  # tokens of a place behind a name
_BESIDE = frozenset("and & or of 's ' - – /".split())  # a name beside one of these is not all that is meant
_FOLLOWING = things.FOLLOWING | frozenset(
    "began brought came changed ended had happened has is led made marked occurred put shook took was "
    "were".split()
)
_JOINING = ("-", "&")  # inside names


class Parties:
    """Those of one sentence. Their sorts are those of vocab/deeds.toml, and "chamber", which passes laws."""

    def __init__(self, reading: Reading, row: list[Token]) -> None:
        self._text = reading.article.text
        self._row = row
        self._reading = reading

    def before(self, end: int, sort: str) -> tuple[Party, ...]:
        """Those of a sort whose names end right before a token: of states, all that are listed there."""
        if sort == "state":
            return tuple(self._states_before(end))
        match sort:
            case "law":
                found = party.law_before(self._text, self._row, end)
            case "flight":
                found = party.flight_before(self._text, self._row, end)
            case "person":
                found = self._name_before(end, plain=False)
                found = (
                    found if found and (self._mention(found.end) or is_given(found.key.split()[0])) else None
                )
            case _:
                found = self._name_before(end, plain=sort == "chamber")
        return (found,) if found and self._begins(found.start) else ()

    def at(self, i: int, sort: str) -> Party | None:
        """The one of a sort whose name begins at a token, past an article and words that describe it."""
        text, row = self._text, self._row
        if i >= len(row):
            return None
        past = i + (row[i].low == "the")
        match sort:
            case "ground":
                return party.ground_at(row, i)
            case "first":
                dates = self._reading.dates_in(row[i].start, row[-1].end)
                return party.first_at(text, row, i, dates[0].start if dates else row[-1].end)
            case "law":
                found = party.law_at(text, row, past)
                beside = found is not None and found.end < len(row) and row[found.end].low in _BESIDE
                return None if beside else found
            case "flight":
                return party.flight_at(text, row, past)
            case "chamber":
                return party.chamber_at(row, past)
            case "state":
                return self._state_at(past, _STATES)
            case "body":
                return self._state_at(past, _BODIES)
            case "membership":
                found = self._state_at(past, _BODIES) or self._name_at(past)
                return found if found and row[found.end - 1].text not in party.listed("terms") else None
            case "thing":
                found = self._name_at(past)
                return None if found and self._mention(found.end) else found
            case _:
                return self._name_at(past)

    def called(self, name: str, sort: str) -> Party | None:
        """The one of that name, which the sentence does not spell out ("It", "The company")."""
        if sort == "state":
            place = places.find(name, kind="country")
            return Party(place.name, place.code, 0, 0) if place and place.kind in _STATES else None
        return Party(name, _key(name), 0, 0) if not things.is_general(_key(name)) else None

    def _states_before(self, end: int) -> Iterator[Party]:
        """ "Estonia, Latvia and Lithuania"."""
        row = self._row
        found: list[Party] = []
        while end > 0 and (named := place_before(self._text, row, end)):
            place, start = gazetteer.places()[named[0]], named[1]
            if place.kind not in _STATES:
                return
            found.append(Party(place.name, place.code, start, end))
            before = start - (start > 0 and row[start - 1].low == "the")
            if before < 2 or row[before - 1].text not in (",", "and"):
                break
            end = before - 1 - (row[before - 2].text == ",")
            if not place_forms().before(row, end):
                break
        if found and self._begins(found[-1].start):
            yield from found

    def _state_at(self, i: int, kinds: tuple[str, ...]) -> Party | None:
        found = place_forms().at(self._row, i) if i < len(self._row) and self._row[i].capital else None
        if found is None or self._goes_on(found[1]):
            return None
        form = self._text[self._row[i].start : self._row[found[1] - 1].end]
        place = places.find(form, kind="country")
        if place is None or place.kind not in kinds or places.is_adjective(form):
            return None
        return Party(place.name, place.code, i, found[1])

    def _begins(self, start: int) -> bool:
        """May a subject begin there?"""
        if self._is_described(start):
            return True
        before = start - 1 - (start > 0 and self._row[start - 1].low == "the")
        if before >= 0 and self._row[before].capital and self._row[before].low not in times():
            return False
        return things.stands_alone(self._row, start, start + 1)

    def _is_described(self, start: int) -> bool:
        """Does the sentence begin with what the bearer of the name is: "Peru's national airline Acme"?"""
        row, i = self._row, start
        while i > 0 and start - i < _DESCRIBED and things.modifies(row[i - 1]):
            i -= 1
        if i == start:
            return False
        if i > 0 and row[i - 1].low == "'s":
            return i <= _LONGEST and all(token.capital for token in row[: i - 1])
        return i < 2  # "The", "German"

    def _name_before(self, end: int, *, plain: bool) -> Party | None:
        """The name that ends there, or behind which its place does ("the Morandi Bridge in Genoa")."""
        if end <= 0:
            return None
        if found := self._person_before(end):
            return found
        row, place = self._row, self._before_place(end)
        if place and (found := self._person_before(place)):
            return found
        for stop in (end, place):
            if stop and (thing := things.ending_at(self._text, row, stop)):
                return self._party(thing.start, stop)
        start = end
        while start > 0 and end - start < _LONGEST and _is_of_name(row[start - 1]):
            start -= 1
        if start > 0 and place and row[start - 1].low in ("at", "in", "near"):
            return self._name_before(place, plain=plain)
        return self._party(start, end, plain=plain) if start < end else None

    def _before_place(self, end: int) -> int:
        """Where the name ends behind which a place stands; 0 if none does."""
        for i in range(end - 1, max(0, end - _PLACE), -1):
            if self._row[i].low in ("at", "in", "near", "of"):
                return i
            if not (self._row[i].capital or self._row[i].text in ",-"):
                break
        return 0

    def _person_before(self, end: int) -> Party | None:
        """Whose name, titles included, ends there; under the full name that the article gives."""
        mention = self._mention(end)
        name = mention and self._reading.people.name_of(mention)
        if not mention or not name or len(name.split()) < 2:
            return None
        start = end - 1
        while start > 0 and (self._row[start].start > mention.start or self._row[start - 1].capital):
            start -= 1
        return Party(name, fold(name), start, end)

    def _mention(self, end: int) -> Mention | None:
        """Whose name ends there."""
        return self._reading.once(Clauses).person(self._row[end - 1].end)

    def _name_at(self, i: int) -> Party | None:
        row, first = self._row, i
        while i < min(first + _DESCRIBED, len(row)) and self._describes(i):
            i += 1
        if i >= len(row) or not row[i].capital:
            return None
        named = organisations.at(self._text, row, i)
        end = named[1] if named else i
        while end < len(row) and end - i < _LONGEST and _is_of_name(row[end]):
            end += 1
        return None if end == i or self._goes_on(end) else self._party(i, end)

    def _describes(self, i: int) -> bool:
        """Does the word tell what sort of thing the name is of that follows: "the Czech carmaker"?"""
        if self._row[i].text.islower():
            return things.modifies(self._row[i])
        behind = i + 1 < len(self._row) and self._row[i + 1].text.islower()
        return behind and places.is_adjective(self._row[i].text)

    def _goes_on(self, end: int) -> bool:
        """Is what ends there a part of something else ("Acme's plant", "Acme and Beta", "Acme.com")?"""
        if end >= len(self._row):
            return False
        token = self._row[end]
        if token.text.isdigit():
            return True  # "Commodities 2000"
        if token.text == "." and end + 1 < len(self._row) and token.end == self._row[end + 1].start:
            return True
        return token.low in _BESIDE or (token.text.islower() and token.low not in _FOLLOWING)

    def _party(self, start: int, end: int, *, plain: bool = False) -> Party | None:
        """The bearer of the name, unless it says too little (which it may if ``plain``)."""
        row = self._row
        while start < end and row[end - 1].text in _JOINING:
            end -= 1
        while start < end and (row[start].text in _JOINING or (end - start > 1 and _opens(row[start]))):
            start += 1
        if start == end:
            return None
        end = self._before_home(start, end)
        name = self._text[self._row[start].start : self._row[end - 1].end]
        key = _key(name)
        if not plain and (things.is_general(key) or places.is_adjective(name)):
            return None
        if not plain and end - start == 1 and self._is_word(self._row[start]):
            return None
        return Party(name, key, start, end)

    def _before_home(self, start: int, end: int) -> int:
        """Where the name of somebody ends whose country stands behind: "Pham Tuan of Vietnam"."""
        of = next((i for i in range(start, end) if self._row[i].low == "of"), end)
        own = [token.low for token in self._row[start:of]]
        if end - of < 2 or len(own) < 2 or any(spelled(word) in general() for word in own):
            return end
        home = places.find(self._text[self._row[of + 1].start : self._row[end - 1].end], kind="country")
        return of if home and home.kind in _STATES else end

    def _is_word(self, token: Token) -> bool:
        """Is it a word, or a place, that only has a capital?"""
        small = token.low in self._reading.concordance.words or token.low in subjects.never()
        return len(token.text) < 3 or small or places.find(token.text) is not None


def _is_of_name(token: Token) -> bool:
    if token.text.isdigit():
        return len(token.text) < 4  # no year
    return token.text in _JOINING or (token.capital and token.low not in times())


def _opens(token: Token) -> bool:
    """Does it only have a capital as a sentence begins with it: "When the Cruzado Plan"?"""
    return not token.text.isupper() and (token.low == "the" or token.low in subjects.never())


def _key(name: str) -> str:
    words = subjects.key(name).split()
    return things.keyed(words) if words else ""
