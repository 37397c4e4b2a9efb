"""Which name belongs to a title: behind it or before it, if no verb ties one to it."""

from __future__ import annotations

from dataclasses import replace

from checker.extract import bodies
from checker.extract.names import Name, after_names, features, name_at, name_before
from checker.extract.title_phrases import DETERMINERS, Title, behind_realm, skip_the
from checker.extract.title_verbs import name_by_verb, words_before
from checker.resolve import offices
from checker.text.tokens import Token

_CAN_FOLLOW = frozenset((",", ".", ";", ":", ")", "–", "—", "(", "?", "!", '"', "”", "'", "’"))
_APPOSITION_ENDS = frozenset(
    "after and as at before between but by during for from had has in is on said says since throughout to "
    "told under until was were when where which while who whose will with".split()
)
_ASIDE = frozenset("also currently herself himself now".split())  # "X, himself a former judge, said"


def named(text: str, row: list[Token], title: Title, last: Title | None, behind: int) -> Title:
    """The title with the name it belongs to, if the sentence gives one that begins at ``behind`` or later.

    ``last`` is the title before, whose holder may be the subject of the verb: "X, who was mayor, is premier".
    """
    return (
        _name_after(text, row, title, behind)
        or _name_told(text, row, title)
        or name_by_verb(text, row, title, last, behind)
        or _name_in_apposition(text, row, title, last, behind)
        or title
    )


def _name_after(text: str, row: list[Token], title: Title, behind: int) -> Title | None:
    i = title.end
    if i + 1 < len(row) and row[i].low == "of" and title.definite and row[title.start].capital:
        realm = behind_realm(row, i + 1)  # "the Bishop of Little Wenlock, Jane Roe,"
        i = realm if realm < len(row) and row[realm].text == "," else i
    comma = i < len(row) and row[i].text == ","
    name = name_at(text, row, i + comma)
    if comma and name is None and i + 2 < len(row) and row[i + 1].low == "the":
        name = name_at(text, row, i + 2)  # "the Bishop of London, the Right Reverend Jane Roe,"
        name = name if name and name.start > name.begin and not name.rank else None
    if not name or not _may_lead(row, title, name) or (comma and not _closes(row, title, name)):
        return None
    if comma and not title.definite and _has_name(text, row, title, behind, name):
        return None
    name = _numbered(text, row, title, name)
    end = name.end
    body = title.body
    if body is None and end + 1 < len(row) and row[end].low == "of":  # "President Vladimir Putin of Russia"
        found = bodies.at(text, row, skip_the(row, end + 1), title.head)
        owns = found is not None and found[1] < len(row) and row[found[1]].low in ("'s", "'")
        body = found[0] if found and not owns else None  # "assured President X of Peru's support"
    return replace(title, name=name, link="after", body=body)


def _name_told(text: str, row: list[Token], title: Title) -> Title | None:
    """ "The mayor of Lyon is Jane Roe": the name stands behind the verb."""
    i = title.end
    if (
        not (title.definite or title.own == "its")
        or i + 1 >= len(row)
        or row[i].low not in ("is", "was", "remains")
    ):
        return None
    name = name_at(text, row, i + 1)
    if not name or name.words < 2 or (name.end < len(row) and row[name.end].text not in _CAN_FOLLOW):
        return None
    verb = "was" if row[i].low == "was" else "is"
    return replace(title, name=name, link="verb", verb=verb)


def _has_name(text: str, row: list[Token], title: Title, behind: int, after: Name) -> bool:
    """ "Mr. X, Minister of Land, Mr. Y": does a name of nobody else end at the comma before the title?

    Without a form of address it may be no person's, unless the name behind the title has a title of its own:
    "Jane Roe, Minister of Land, John Doe, Minister of Trade".
    """
    comma = title.start > 1 and row[title.start - 1].text == ","  # that it is left out does occur
    name = name_before(text, row, title.start - comma) if title.start else None
    if name is None or name.begin < behind:
        return False
    if comma and name.titled and name.start > name.begin:
        return True
    lists = after.end + 1 < len(row) and row[after.end].text == "," and _begins_title(row, after.end + 1)
    return lists and name.words > 1 and (not name.begin or row[name.begin - 1].low not in _PLACED)


_PLACED = frozenset("at from in near of to".split())


def _begins_title(row: list[Token], i: int) -> bool:
    """Does a title stand there, with "the" or a word that says more of it before?"""
    i += row[i].low in DETERMINERS
    status = offices.statuses().at(row, i)
    return offices.heads().at(row, status[1] if status else i) is not None


def _numbered(text: str, row: list[Token], title: Title, name: Name) -> Name:
    """The name with the I of "Emperor Justinian I"; elsewhere it is a pronoun."""
    i = name.end
    if title.head.sovereign and name.text[-3:] in (" V.", " X."):
        return replace(name, text=name.text[:-1])  # the stop is that of the sentence
    if not title.head.sovereign or name.words > 1 or i >= len(row) or row[i].text != "I":
        return name
    if i + 1 < len(row) and row[i + 1].low in _WITH_I:
        return name
    return replace(name, end=i + 1, text=text[row[name.start].start : row[i].end])


_WITH_I = frozenset(
    "'m 'd 'll 've am was have had do did think know believe will would can could want hope".split()
)


def _may_lead(row: list[Token], title: Title, name: Name) -> bool:
    """Is it a title before a name, and not a common noun that happens to stand before a capital?"""
    if name.end < len(row) and row[name.end].text == "-":
        return False
    if title.head.sovereign and not _of_a_realm(row, title, name):
        return False  # "Sultan Ahmed Al Jaber", "Amir Khan"
    if name.words == 1 and not name.titled and offices.heads().at(row, name.end):
        return False  # "Inspector General Whistleblower Ombudsman Jane Roe"
    if name.words == 1 and (title.head.leads or (title.head.name == "dean" and not title.body)):
        return False  # "Deputy Chief Customer Officer"
    if title.head.sovereign and _names_a_thing(row, name.end):
        return False
    if title.head.sovereign and row[title.end].text != ",":  # "King Street"
        feature = name.words == 1 and row[name.start].low in features()
        if feature or not row[title.end - 1].capital:
            return False
    if title.tailed and name.end < len(row) and row[name.end].low in ("'", "'s"):
        return False  # "President of Sri Lanka Book Publishers' Association"
    if name.words > 1 or name.titled or not title.tailed:
        return True
    # "Minister of Provincial Councils and Local Government", "Director of Revenue Reform": one more capital
    # behind "of …" is as likely part of the office.
    behind = row[name.end : name.end + 2]
    return title.body is None and not (behind and behind[0].low in ("and", "&", ","))


def _names_a_thing(row: list[Token], i: int) -> bool:
    """ "King Shaka International Airport", "Prince George's County": what stands behind the name says so."""
    i += i < len(row) and row[i].low in ("'s", "'")
    return i < len(row) and row[i].capital and (row[i].low in features() or row[i].low in _THINGS)


_THINGS = frozenset(
    "airport college county hospital hotel international memorial museum stadium university".split()
)


def _of_a_realm(row: list[Token], title: Title, name: Name) -> bool:
    """Does a realm, an article, a numeral or "bin" show that it is a title and no given name?"""
    if title.head.name not in ("emir", "shah", "sultan"):
        return True
    if title.definite or title.body or name.titled or title.start + 1 < title.end:
        return True
    return any(
        token.text in ("bin", "ibn", "al") or token.text.isupper() for token in row[name.start : name.end]
    )


def _closes(row: list[Token], title: Title, name: Name) -> bool:
    """ "The foreign minister, Jane Roe, said": set off by commas, and not the start of a list of titles."""
    start = title.start
    joined = start > 1 and row[start - 1].low == "and" and offices.heads().before(row, start - 1)
    if not (title.definite or title.own or joined or _owned(row, start)) and not row[start].capital:
        return False
    if name.words < 2 and not name.titled:
        return False
    letters = after_names().at(row, name.end)
    end = letters[1] if letters else name.end
    end += end < len(row) and row[end].text == "." and row[end - 1].low in ("jr", "sr")
    if name.start > name.begin and end < len(row) and row[end].text.isalpha() and row[end].text.islower():
        return True  # "The secretary, Dr. Jane Roe stated that"
    return end >= len(row) or row[end].text in _CAN_FOLLOW or row[end].low in _APPOSITION_ENDS


def _owned(row: list[Token], i: int) -> bool:
    """Does a possessive stand before: "Trump's national security adviser, H.R. McMaster"?"""
    return i > 0 and row[i - 1].low in ("'s", "'")


def _name_in_apposition(
    text: str, row: list[Token], title: Title, last: Title | None, behind: int
) -> Title | None:
    """ "Jane Roe, the foreign minister of Kenya, said": the name stands before the title."""
    i = words_before(row, title.start, behind, DETERMINERS | _ASIDE)
    i = _behind_owner(row, i, behind)
    if i < 2 or row[i - 1].text not in (",", "(", "–", "—", "-") or not _ends(row, title):
        return None
    if _bare(row, title):
        return None
    if (
        last
        and last.name
        and last.link == "after"
        and last.name.end in (i - 1, i - 2)
        and row[i - 1].text == ","
    ):
        if _shared_with_next(row, title):
            return None
        # "the late President X, Y's first president"; "Bishop X, the first president of Y"
        same = last.status == "former" and last.head == title.head and title.status == "current"
        return replace(title, name=last.name, link="before", status="former" if same else title.status)
    if i - 1 <= behind or row[title.end - 1].low == "representative":
        return None
    name = name_before(text, row, i - 1)
    if not name or name.begin < behind or (name.words < 2 and not (name.titled and name.start > name.begin)):
        return None
    if name.begin > 0 and row[name.begin - 1].low in ("of", "in", "from", "at"):  # "of Health, Minister"
        return None
    theirs = bodies.before(text, row, name.begin, title.head) if _owned(row, name.begin) else None
    body = title.body or (theirs[0] if theirs else None)  # "Hungary's Jane Roe, the foreign minister"
    return replace(title, name=name, link="before", body=body)


def _bare(row: list[Token], title: Title) -> bool:
    """ "Upon his arrival at the temple, the President was welcomed": the title is the subject, of no name."""
    end = title.end
    return (
        row[title.start - 1].low == "the"
        and title.end == title.start + 1
        and title.body is None
        and end < len(row)
        and row[end].low in _SUBJECT_OF
    )


_SUBJECT_OF = frozenset("had has is said says told was were will".split())


def _shared_with_next(row: list[Token], title: Title) -> bool:
    """ "Minister X, Minister of Labour and Deputy Minister of Trade Y": it may be the next one's title."""
    i = title.end
    return i + 1 < len(row) and row[i].low in ("and", "&") and row[i + 1].capital


def _behind_owner(row: list[Token], i: int, behind: int) -> int:
    """The index before "the island's" in "Joseph Wu, the island's foreign minister"."""
    if i - 2 > behind and row[i - 1].low in ("'s", "'"):
        for j in range(i - 2, max(behind, i - 7), -1):
            if row[j].text in (",", "("):
                return j + 1
    return i


def _ends(row: list[Token], title: Title) -> bool:
    end = title.end
    if end + 1 < len(row) and row[end].low in ("of", "for", "'s") and not title.served:
        end = behind_realm(row, end + 1)
    return end >= len(row) or row[end].text in _CAN_FOLLOW or row[end].low in _APPOSITION_ENDS
