"""What is asked of the pages of doubtful places, and what is decided there."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from stillhere.desk.settling.meant import Meant

_LONGEST = 9
"""Digits of a place in a list that are looked at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the list of open names somebody stands: from 1; 0 for elsewhere."""

    place: int = 0

    @property
    def query(self) -> str:
        """As the query of an address; empty for elsewhere."""
        return "?" + urlencode({"place": self.place}) if self.place else ""


def standing_of(query: Mapping[str, str]) -> Standing:
    """Where an address or a form says somebody stands; elsewhere where it is unclear."""
    place = query.get("place", "")
    known = place.isdecimal() and len(place) <= _LONGEST
    return Standing(int(place) if known else 0)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a form states: the meaning, and the code of the place for `Meant.PLACE`."""

    meant: Meant
    code: str = ""


def chosen(sent: Mapping[str, str]) -> Chosen | None:
    """The decision a form states; None for none."""
    if code := sent.get("is", ""):
        return Chosen(Meant.PLACE, code)
    meant = sent.get("meant", "")
    if meant in {Meant.NONE, Meant.OPEN}:
        return Chosen(Meant(meant))
    return None
