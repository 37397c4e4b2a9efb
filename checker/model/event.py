"""Claims that something happens: what it is, when and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checker.model.claims import Claim

INCIDENT = "incident: "  # how the keys of events begin that are known by what happened where
ENCOUNTER = "encounter: "  # and of those that are known by who met whom
STEP = "step: "  # and of those that are known by whose life they belong to
# Of what has one of these words in its name no two numbered editions follow one another within weeks.
YEARLY = frozenset(
    "awards biennale biennial carnival championship cup derby fair festival games jamboree marathon olympiad "
    "olympics paralympics regatta show tournament triennale universiade".split()
)
_CONCERNS = {
    "born": "birth",
    "died": "death",
    "founded": "founding",
    "anniversary": "anniversary",
    "edition": "edition",
}
# What happens to a thing once and may be counted from.
BEGINNINGS = frozenset(
    "anniversary built completed consecrated established founded inaugurated launched opened premiered "
    "published released".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Claim):
    """Something that happened or is planned. ``event`` is its canonical key, edition included.

    ``named`` events carry a proper name; the others are known by type, participants and time.
    ``scattered`` ones may take place in several places at once (an exercise, a championship, the launch
    of a product). ``number`` is that of the edition, of what is known by its year, 0 where it is not
    told. ``slack`` are the days by which accounts of what takes its time differ, and both are right.
    ``around`` are, of a name that many things bear ("City Museum"), the codes of the lands that the
    article names, or its towns ("PE/Lima").
    """

    kind: ClassVar[str] = "event"

    event: str
    name: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    named: bool = True
    scattered: bool = False
    number: int = 0
    slack: int = 0
    around: tuple[str, ...] = ()

    @property
    def concerns(self) -> str:
        """What the event is, where that has a rule of its own ("birth", "incident"); or "event"."""
        if self.event.startswith(INCIDENT):
            return "incident"
        if self.event.startswith(ENCOUNTER):
            return "encounter"
        if self.event.startswith(STEP):
            return "step"
        told = self.event.rpartition(": ")[2]
        return _CONCERNS.get(told, "event")

    @property
    def edition(self) -> int:
        """The number of its edition, 0 without one."""
        number, _, rest = self.event.partition(". ")
        return int(number) if rest and number.isdigit() and self.named else 0

    @property
    def series(self) -> str:
        """What comes once a year, or seldomer, of which this is a numbered edition; else empty."""
        if not self.edition:
            return ""
        name = self.event.partition(". ")[2].partition(": ")[0]
        words = [word for word in name.split() if not word.isdigit()]
        return " ".join(words) if YEARLY.intersection(words) else ""

    @property
    def begun(self) -> str:
        """The thing that has its beginning there, or an anniversary of it; else empty."""
        thing, _, told = self.event.rpartition(": ")
        return thing if told in BEGINNINGS else ""

    @property
    def bearer(self) -> str:
        """The surname of whoever is born or dies there: what all forms of the name share."""
        words = self.event.rpartition(": ")[0].replace(",", " ").split()
        last = [word for word in words if word.rstrip(".") not in ("jr", "sr", "ii", "iii")][-1:]
        return last[0] if len(words) > 1 and last else ""
