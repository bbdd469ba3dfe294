"""Who is registered at a door: offered while a sheet is typed in, and picked by name."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from stillhere.desk.entering.sheet_lines import BETWEEN_NAMES
from stillhere.desk.entering.writing import Hand, same_person
from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.reports import Report, ReportId
from stillhere.vocabulary.fields import Field


class Resident(NamedTuple):
    """Somebody of a door: a report that names the person, and the name."""

    known: ReportId
    name: str


def residents_of(
    picture: Picture, door: PlaceKey, line: Collection[ReportId] = ()
) -> tuple[Resident, ...]:
    """The people of a door whose name nobody else of it has, by name.

    Args:
        picture: The newest.
        door: Key of the dwelling.
        line: Reports of the line that is typed in: who is known by them alone was met,
            and is not of the door.
    """
    place = picture.places.get(door)
    found: dict[str, list[Resident]] = {}
    for person in place.residents if place is not None else ():
        entry = picture.entries[person]
        known = _known(entry, line)
        if known is not None and entry.name and BETWEEN_NAMES not in entry.name:
            resident = Resident(known, entry.name)
            found.setdefault(_folded(entry.name), []).append(resident)
    return tuple(sorted((r[0] for r in found.values() if len(r) == 1), key=_by_name))


def _known(entry: Entry, line: Collection[ReportId]) -> ReportId | None:
    return next((m for m in (entry.id, *entry.members) if m not in line), None)


def _by_name(resident: Resident) -> tuple[str, ReportId]:
    return resident.name, resident.known


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def names_offered(residents: Sequence[Resident]) -> list[str]:
    """What may be typed at a line: all the people at once, then each."""
    each = [resident.name for resident in residents]
    return [f"{BETWEEN_NAMES} ".join(each), *each] if len(each) > 1 else each


def picked_by_name(
    reports: Iterable[Report],
    residents: Sequence[Resident],
    picture: Picture,
    hand: Hand,
) -> Iterator[Report]:
    """The decisions that people met at a door are those of its people so named.

    Of reports that are stored already there is none: whose they are was decided.
    """
    known = {_folded(resident.name): resident.known for resident in residents}
    for report in reports:
        name = _folded(str(report.fields.get(Field.NAME, "")))
        if name in known and picture.evidence.report(report.id) is None:
            yield same_person(report.id, known[name], hand)
