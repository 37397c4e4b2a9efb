"""How far the name of an organisation reaches to the left and right of its head noun."""

from __future__ import annotations

import re

from checker.extract.names import honorifics, ranks
from checker.extract.organisation_words import words
from checker.resolve.offices import heads as offices
from checker.resolve.offices import statuses
from checker.resolve.organisations import parents, place_at
from checker.text.tokens import Token, joined

LONGEST = 14  # tokens on either side of the head noun
_ADJECTIVE = re.compile(r"(?:al|ary|ic|ive|ous|ory)\Z")


def is_head(row: list[Token], i: int) -> bool:
    token = row[i]
    if token.text not in words().marks:
        return False
    if not token.capital:
        return token.text == "plc"
    if token.text in words().heads or token.text in words().firm:
        return not offices().at(row, i)
    return token.text == "House" and i + 2 < len(row) and row[i + 1].low == "of" and row[i + 2].capital


def last_head(row: list[Token], head: int) -> int:
    """ "World Bank Group": of several head nouns in one run of capitals the last counts."""
    last = i = head
    while i + 1 < len(row) and i - head < LONGEST:
        i += 1
        if row[i].text == "-" and joined(row, i):
            continue
        if not _is_word(row, i):
            break
        if is_head(row, i):
            last = i
    return last


def _is_word(row: list[Token], i: int, *, office: bool = False) -> bool:
    """May the token be an ordinary word of a name? With ``office`` it may be of an office too."""
    token = row[i]
    return (
        token.capital
        and token.text[0].isalpha()
        and token.low not in words().never
        and (office or not offices().at(row, i))
        and not (len(token.text) == 2 and token.text[1] == ".")
    )


def left(row: list[Token], head: int, lowest: int) -> int:
    """Where the name begins, without words that only open the sentence ("Former Labour Party …")."""
    return _trimmed(row, _left(row, head, lowest), head)


def _left(row: list[Token], head: int, lowest: int) -> int:
    i = head
    lowest = max(lowest, head - LONGEST)
    while i > lowest:
        if _is_word(row, i - 1):
            i -= 1
        elif (begin := _linked(row, i, lowest, head)) < i:
            i = begin
        else:
            numbered = row[head].text in words().numbered and _numeral(row[i - 1].text)
            return i - 1 if numbered and not (i > 1 and row[i - 2].text in "-./") else i
    return i


def _linked(row: list[Token], i: int, lowest: int, head: int) -> int:
    """Where the word before a hyphen, "and" or possessive that belongs to the name begins, else ``i``."""
    if i - 2 < lowest:
        return i
    mark = row[i - 1]
    if mark.text == "-":
        goes_on = joined(row, i - 1) and row[i - 2].capital
    elif mark.low in ("and", "&"):
        goes_on = i < head and _joins(row, i - 1)
    elif mark.text == ",":
        goes_on = i < head and _listed(row, i, head)
    else:
        return _possessed(row, i, lowest)
    return i - 2 if goes_on else i


def _possessed(row: list[Token], i: int, lowest: int) -> int:
    """ "People's" Bank: where a possessive that belongs to the name begins, else ``i``."""
    if i - 2 < lowest or row[i - 1].low not in ("'s", "'"):
        return i
    return i - 2 if row[i - 2].capital and row[i - 2].low + row[i - 1].low in words().possessive else i


def _numeral(word: str) -> bool:
    return word.isdigit() or (len(word) < 6 and word[:-2].isdigit() and word[-2:] in ("st", "nd", "rd", "th"))


def _joins(row: list[Token], i: int) -> bool:
    """Does "and" at ``i`` join two subjects inside one name ("Food and Agriculture")?"""
    if not (_is_word(row, i - 1) and i + 1 < len(row) and _is_word(row, i + 1)):
        return False
    return row[i].text == "&" or all(row[j].low in words().joining for j in (i - 1, i + 1))


def _listed(row: list[Token], i: int, head: int) -> bool:
    """Is the comma before ``i`` one of a list of subjects that an "and" closes?"""
    both = all(row[j].low in words().joining and _is_word(row, j) for j in (i - 2, i))
    return both and any(row[j].low in ("and", "&") for j in range(i, head))


def _trimmed(row: list[Token], start: int, head: int) -> int:
    """The beginning without words that open the sentence, or that stand before the parent ("Under UN …")."""
    known = words()
    while start < head and (row[start].low in known.opening or statuses().at(row, start)):
        if row[start + 1].text == "-":
            break
        start += 1
    for i in range(start + 1, head):
        if row[i].text in known.larger and parents().at(row, i):
            return start if all(row[j].text in known.leading for j in range(start, i)) else i
    return start


def right(text: str, row: list[Token], head: int, start: int, highest: int) -> int:
    """Where the name ends, the tail of a firm's name included; it does not reach beyond ``highest``."""
    if row[head].text in words().firm:
        return _stop_behind(row, head + 1, highest)
    return _firm_behind(row, _right(text, row, head, start, highest), highest)


def _right(text: str, row: list[Token], head: int, start: int, highest: int) -> int:
    """Where the words behind the head noun end: "of Defence of Kazakhstan", "for Migration", "in Lebanon"."""
    known = words()
    end = head + 1
    while end + 1 < highest and end - head < LONGEST:
        low = row[end].low
        parented = any(parents().at(row, i) for i in range(start, head))
        allowed = (
            low in ("of", "for")
            or (low == "on" and row[head].text in known.about and (parented or row[head].text != "Office"))
            or (low == "in" and row[head].text in known.within and parented)
            or (low == "to" and row[head].text in known.sent)
        )
        if not allowed:
            break
        begin = end + 1 + (row[end + 1].low == "the")
        behind = _run(text, row, begin, highest, office=row[head].text == "Office", several=low == "in")
        if behind <= begin or (low == "in" and not place_at(text, row, begin)):
            break
        end = behind
    return end


def _run(text: str, row: list[Token], i: int, highest: int, *, office: bool, several: bool) -> int:
    """Where the capitalised words from ``i`` on end; they may be places or subjects in a row.

    Behind a place or a subject an unknown word belongs to something else ("Ministry of Finance Jane Roe").
    """
    begin = end = i
    complete = False
    while i < highest and i - begin < LONGEST:
        if place := place_at(text, row, i):
            i = end = min(place[1], highest)
            complete = True
        elif _is_word(row, i, office=office or (i == begin and row[i].low in words().joining)):
            if (complete and _is_person(row, i)) or _is_title(row, i) or len(row[i].text) == 1:
                break
            complete = row[i].low in words().joining and not _ADJECTIVE.search(row[i].low)
            i = end = i + 1
        elif end == i > begin and row[i].text == "-" and joined(row, i):
            i += 1
        elif end == i > begin and i + 1 < highest and row[i].low in ("and", "&", ","):
            behind = _joined_run(text, row, i, begin, highest, several=several)
            if behind is None:
                break
            i = behind
        elif end == i > begin and row[i].low in ("'s", "'") and _possessed(row, i + 1, begin) < i + 1:
            i += 1
            complete = False
        else:
            break
    return end


def _is_person(row: list[Token], i: int) -> bool:
    """Are there two unknown capitalised words in a row, as in the names of people?"""
    return all(
        j < len(row) and _is_word(row, j) and row[j].low not in words().joining and not is_head(row, j)
        for j in (i, i + 1)
    )


def _is_title(row: list[Token], i: int) -> bool:
    """Does a rank or courtesy title begin a person's name here ("Ministry of Defence Air Marshal Roe")?"""
    if found := ranks().at(row, i):
        return row[i].text != "General" or found[1] > i + 1
    return bool(honorifics().at(row, i))


def _joined_run(
    text: str, row: list[Token], i: int, begin: int, highest: int, *, several: bool
) -> int | None:
    """The index behind the mark or "and" at ``i``, if what follows belongs to the same name."""
    following = i + 1
    if row[i].text == ",":
        if row[following].low in ("and", "&"):
            following += 1
        elif not _list_closes(row, following, highest):
            return None
    if following >= highest or not _is_word(row, following) or is_head(row, following):
        return None
    if place_at(text, row, following):
        return following if several and row[i].text != "," and _ends_with_place(text, row, begin, i) else None
    if row[following].low not in words().joining or row[i - 1].low not in words().joining:
        return None
    after = _subject_end(row, following, highest)
    return None if after < highest and is_head(row, after) else following


def _list_closes(row: list[Token], i: int, highest: int) -> bool:
    """Does the list of subjects that goes on at ``i`` come to its "and"?"""
    for j in range(i, min(i + LONGEST, highest)):
        if row[j].low in ("and", "&"):
            return True
        if row[j].text != "," and (row[j].low not in words().joining or not row[j].capital):
            return False
    return False


def _subject_end(row: list[Token], i: int, highest: int) -> int:
    while i < highest and row[i].low in words().joining and row[i].capital:
        i += 1
    return i


def _ends_with_place(text: str, row: list[Token], begin: int, end: int) -> bool:
    return any((found := place_at(text, row, j)) and found[1] == end for j in range(begin, end))


def _firm_behind(row: list[Token], end: int, highest: int) -> int:
    """ "Tata Motors Company Ltd.", "Acme Corporation, Inc." """
    i = end + (end < highest and row[end].text == ",")
    return _stop_behind(row, i + 1, highest) if i < highest and row[i].text in words().firm else end


def _stop_behind(row: list[Token], end: int, highest: int) -> int:
    """The stop of "Inc." belongs to the name, unless it ends the sentence."""
    dotted = end + 1 < highest and row[end].text == "." and row[end].start == row[end - 1].end
    return end + dotted
