"""Claims on whom somebody followed in an office: "She takes over from X", "Y's predecessor, X"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extract.followings import followings, trigger
from checker.extract.reading import Reading
from checker.extract.stated import of_person
from checker.model import Relation
from checker.resolve import names
from checker.resolve.compare import fold
from checker.text.sentences import Sentence

__all__ = ["extract", "trigger"]


def extract(reading: Reading) -> Iterator[Relation]:
    """One claim for each telling of who came before whom, both known by their full names.

    One person follows others in other offices: so a predecessor is compared with those of the same surname,
    and where the sentence names the office with those in this office.
    """
    for told in reading.once(followings):
        followed = f"{of_person(told.new)} after {fold(names.surname(told.old))}"
        for subject, relation in ((followed, "predecessor"), *_offices(reading, told.sentence, told.new)):
            yield Relation(
                **reading.place(told.start, told.end),
                subject=subject,
                name=told.new,
                relation=relation,
                value=told.old,
                values=(told.old,),
                assumptions=told.assumptions,
            )


def _offices(reading: Reading, sentence: Sentence, new: str) -> Iterator[tuple[str, str]]:
    """The office in which the sentence tells of the new holder, if it is one of a known body."""
    for held in reading.held:
        if held.phrase.sentence == sentence and held.holder == new and held.body and held.single:
            yield of_person(new), f"predecessor as {held.office} of {held.body}"
            return
