"""The names of the newest picture, sorted by what was said of them; kept for any thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock
from weakref import WeakKeyDictionary

from stillhere.desk.operation.live import Operation
from stillhere.desk.settling.meant import Meant
from stillhere.desk.settling.said import Said, SaidOf, said_of
from stillhere.ledger import Picture
from stillhere.places import Gazetteer
from stillhere.plan.unplaced import PlaceTexts, Unplaced


@dataclass(frozen=True, slots=True)
class Names:
    """Names of places nobody can be sure of, most people first.

    Attributes:
        every: All of them by code, decided ones included.
        open: Those nobody has decided, or that a decision leaves as they were.
        aside: Those somebody looked at and left open.
        said: The decisions in force.
        waits: Whether decisions are stored that the picture is not read by yet.
    """

    every: Mapping[str, Unplaced] = field(default_factory=dict)
    open: tuple[Unplaced, ...] = ()
    aside: tuple[Unplaced, ...] = ()
    said: SaidOf = field(default_factory=SaidOf)
    waits: bool = False


def code_of(key: str) -> str:
    """What stands for a name in an address: a name itself stands in none."""
    return blake2b(key.encode(), digest_size=8).hexdigest()


class _Desk:
    """The names of one operation."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._gazetteer: Gazetteer | None = None
        self._texts = PlaceTexts(Gazetteer(()))
        self._seen: tuple[Picture, tuple[Unplaced, ...]] | None = None

    def of(self, operation: Operation, picture: Picture) -> Names:
        """The names of a picture whose evidence is held still."""
        gazetteer = operation.gazetteer
        said = said_of(picture)
        with self._lock:
            self._read_by(gazetteer)
            if self._seen is None or self._seen[0] is not picture:
                self._seen = (picture, self._texts.of(picture))
            found = self._seen[1]
        waits = said.meanings != dict(gazetteer.decided)
        return _sorted(found, said, gazetteer, waits=waits)

    def _read_by(self, gazetteer: Gazetteer) -> None:
        """Read by these places; what was read stays where they are the same."""
        if self._gazetteer is gazetteer:
            return
        self._gazetteer = gazetteer
        plain = gazetteer.deciding({}) if gazetteer.decided else gazetteer
        if plain.stated != self._texts.gazetteer.stated:
            self._texts, self._seen = PlaceTexts(plain), None


def _sorted(
    found: tuple[Unplaced, ...], said: SaidOf, gazetteer: Gazetteer, *, waits: bool
) -> Names:
    meant = [(one, meaning(one, said, gazetteer)) for one in found]
    aside = {Meant.OPEN}
    return Names(
        every={code_of(one.key): one for one in found},
        open=tuple(one for one, so in meant if so is None),
        aside=tuple(one for one, so in meant if so is not None and so.meant in aside),
        said=said,
        waits=waits,
    )


def meaning(one: Unplaced, said: SaidOf, gazetteer: Gazetteer) -> Said | None:
    """What counts on a name; None where nothing does, or tables lost the place."""
    for spelling in one.spellings:
        found = said.on(*spelling)
        lost = found and found.place and gazetteer.coded(found.place) is None
        if found is None or lost:
            return None
    return said.on(*one.spellings[0])


def undecided_text(one: Unplaced, said: SaidOf) -> str:
    """The spelling a decision is made on: the first that none reaches."""
    left = (s.text for s in one.spellings if said.on(*s) is None)
    return next(left, one.texts[0])


_OF: "WeakKeyDictionary[Operation, _Desk]" = WeakKeyDictionary()
"""A cache: what it forgets is read anew."""


def names_of(operation: Operation, picture: Picture) -> Names:
    """The names of the newest picture; ask while its evidence is held still.

    Cost: about a second for 63,000 people the first time, then what changed.
    """
    return _OF.setdefault(operation, _Desk()).of(operation, picture)
