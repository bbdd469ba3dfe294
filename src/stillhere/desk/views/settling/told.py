"""Names and decisions as these pages show them; and the one taken last, told once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from stillhere.desk.naming import latin_reading, place_names
from stillhere.desk.operation.current import the_operation
from stillhere.desk.settling.meant import Meant
from stillhere.desk.settling.said import Said
from stillhere.desk.settling.waiting import Names, code_of
from stillhere.desk.views.ruled import reader_of
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.plan.unplaced import Spelling, Unplaced

_LAST = "decided on a place"
_SPELLINGS = 12
"""Most ways of writing one name that are shown."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written, its language where known, its reading in Latin letters."""

    text: str
    language: str
    reading: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in force, for a reader.

    Attributes:
        said: The decision.
        means: All names of the place; empty for none.
        own: Whether the reader decided it.
        address: Of the page of the name; empty where no report has it.
    """

    said: Said
    means: str
    own: bool
    address: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """One name of a list.

    Attributes:
        name: The name.
        written: Its spellings.
        more: How many further spellings there are.
        read_as: All names of the place it is taken for, of a slip.
        places: How many places share the name.
        address: Of its page.
        people, reports: Addresses of what stands behind its numbers.
        decision: The one that counts on it; None for none.
    """

    name: Unplaced
    written: tuple[Written, ...]
    more: int
    read_as: str
    places: int
    address: str
    people: str
    reports: str
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Told:
    """The decision taken last.

    Attributes:
        text: The name.
        decision: None where it was taken back.
        news: Whether anything of it was new.
        people: How many people have the name.
        place: Where in the list of open names it was decided, from 1; 0 for elsewhere.
    """

    text: str
    decision: Decision | None
    news: bool
    people: int
    place: int


def written(spellings: Iterable[Spelling]) -> tuple[Written, ...]:
    """Spellings with a reading where they are in other letters than Latin ones."""
    return tuple(
        Written(one.text, one.language or "", latin_reading(*one) or "")
        for one in spellings
    )


def waiting(request: HttpRequest, name: Unplaced, names: Names, place: int) -> Waiting:
    """A name for a list.

    Args:
        request: Of the reader.
        name: The name.
        names: All of them.
        place: In the list of open names, from 1; 0 for none.
    """
    code, gazetteer = code_of(name.key), the_operation().gazetteer
    known = {one.text: one for one in reversed(name.spellings)}
    several = [known[text] for text in name.texts]
    behind = reverse("doubtful-place-reports", args=[code])
    said = names.said.on(*name.spellings[0])
    return Waiting(
        name=name,
        written=written(several[:_SPELLINGS]),
        more=max(0, len(several) - _SPELLINGS),
        read_as=place_names(gazetteer, PlaceKey(name.read_as)) if name.read_as else "",
        places=len(name.shared),
        address=reverse("doubtful-place", args=[code]) + _standing(place),
        people=f"{behind}?of=people",
        reports=behind,
        decision=decision(request, said, names) if said is not None else None,
    )


def _standing(place: int) -> str:
    return f"?place={place}" if place else ""


def decision(request: HttpRequest, said: Said, names: Names) -> Decision:
    """A decision in force, as the reader sees it."""
    gazetteer = the_operation().gazetteer
    return Decision(
        said=said,
        means=_means(gazetteer, said),
        own=said.who == reader_of(request),
        address=_address(said, names.every),
    )


def _means(gazetteer: Gazetteer, said: Said) -> str:
    place = gazetteer.coded(said.place) if said.meant is Meant.PLACE else None
    return said.place if place is None else place_names(gazetteer, PlaceKey(place))


def _address(said: Said, every: Mapping[str, Unplaced]) -> str:
    codes = (c for c, one in every.items() if said.text in one.texts)
    code = next(codes, "")
    return reverse("doubtful-place", args=[code]) if code else ""


def remember(
    request: HttpRequest, text: str, report: str, *, news: bool = True, place: int = 0
) -> None:
    """Keep a decision for the page that follows; of one taken back no report.

    The place is where in the list of open names it was decided.
    """
    kept = {"text": text, "report": report, "news": news, "place": place}
    request.session[_LAST] = kept


def told(request: HttpRequest, names: Names) -> Told | None:
    """The decision that was kept, once; None where there is none."""
    kept = request.session.pop(_LAST, None)
    if kept is None:
        return None
    every = (s for s in names.said.every if s.report == kept["report"])
    said = next(every, None)
    people = (one.people for one in names.every.values() if kept["text"] in one.texts)
    return Told(
        text=kept["text"],
        decision=decision(request, said, names) if said is not None else None,
        news=kept["news"],
        people=next(people, 0),
        place=kept["place"],
    )
