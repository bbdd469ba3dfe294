"""Who was seen there, by reports: each person once.

A visit counts people, a report of a person names one. Who is named counts once; people a
visit met beyond those named at the same door count as well. Somebody named without a door
may be one of those met there, and takes one of them away: at least so many.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Entry, Picture, PlaceKey, Visit
from stillhere.ledger.rules import HERE
from stillhere.plan.atlas import Atlas
from stillhere.plan.still_here.values import Seen
from stillhere.reports import ReportId
from stillhere.vocabulary import PersonEvent, Status, VisitResult

_SAYS_SO = frozenset(
    {
        *(PersonEvent.FOUND, PersonEvent.CHOSE_TO_STAY),
        *(PersonEvent.COULD_NOT_LEAVE, PersonEvent.DEAD),
    }
)
_MET = (VisitResult.PEOPLE_PRESENT, VisitResult.REFUSED)


class SeenAt(NamedTuple):
    """Who was seen at one place.

    Attributes:
        alive, stays, dead: People of the ledger who were found, chose to stay, died.
        more: People met whom no report names.
        cites: Reports.
    """

    alive: int = 0
    stays: int = 0
    dead: int = 0
    more: int = 0
    cites: tuple[ReportId, ...] = ()

    @property
    def named(self) -> int:
        """People of the ledger."""
        return self.alive + self.stays + self.dead

    @property
    def people(self) -> int:
        """Named or not."""
        return self.named + self.more

    def seen(self) -> Seen:
        """As it is told; people without a name were met alive."""
        cites = tuple(sorted(set(self.cites)))
        return Seen(self.alive + self.more, self.stays, self.dead, cites)


NOBODY = SeenAt()


def seen_at(picture: Picture, atlas: Atlas) -> dict[PlaceKey, SeenAt]:
    """Who was seen where, by the most exact place known.

    Returns:
        By key, sorted: dwellings, buildings and settlements with their parts in them.
        The empty key holds people seen at no known place.
    """
    named = _named(picture, PlaceReader(atlas.gazetteer, atlas.buildings))
    met = {p.key: p.visits for p in picture.places.values() if p.visits}
    found: dict[PlaceKey, SeenAt] = {}
    below: dict[PlaceKey, list[SeenAt]] = {}
    waiting = {*named, *met}
    while waiting:
        deepest = max(key.count("/") for key in waiting)
        for key in sorted(k for k in waiting if k.count("/") == deepest):
            parts = below.pop(key, ())
            at = _together(named.get(key, ()), _met(met.get(key, ())), parts)
            waiting.discard(key)
            if at.people:
                found[key] = at
                if "/" in key:
                    above = PlaceKey(key.rpartition("/")[0])
                    below.setdefault(above, []).append(at)
                    waiting.add(above)
    return {key: found[key] for key in sorted(found)}


def added(parts: Iterable[SeenAt]) -> SeenAt:
    """Several places that are no parts of each other."""
    several = tuple(parts)
    return SeenAt(
        sum(part.alive for part in several),
        sum(part.stays for part in several),
        sum(part.dead for part in several),
        sum(part.more for part in several),
        tuple(cite for part in several for cite in part.cites),
    )


def _together(
    named: Sequence[Entry],
    met: tuple[int, tuple[ReportId, ...]],
    parts: Sequence[SeenAt],
) -> SeenAt:
    """A place with its own people and its parts."""
    whole = added(parts)
    dead = sum(map(died, named))
    stays = sum(e.status is Status.CHOSE_TO_STAY and not died(e) for e in named)
    whole = whole._replace(
        alive=whole.alive + len(named) - dead - stays,
        stays=whole.stays + stays,
        dead=whole.dead + dead,
        more=max(0, whole.more - len(named)),
    )
    people, reports = met
    return whole._replace(
        more=whole.more + max(0, people - whole.people),
        cites=(*whole.cites, *reports, *(r for e in named for r in _cites(e))),
    )


def _met(visits: Sequence[Visit]) -> tuple[int, tuple[ReportId, ...]]:
    """The most people one visit met; at least one where nobody counted them."""
    told = [visit for visit in visits if visit.result in _MET]
    most = max((visit.people or 1 for visit in told), default=0)
    return most, tuple(visit.report for visit in told)


def _named(picture: Picture, reader: PlaceReader) -> Mapping[PlaceKey, list[Entry]]:
    """People of the ledger who were seen there, by where that was."""
    found: dict[PlaceKey, list[Entry]] = {}
    for entry in picture.entries.values():
        if entry.status in HERE or died(entry):
            found.setdefault(_where(entry, picture, reader), []).append(entry)
    return found


def _where(entry: Entry, picture: Picture, reader: PlaceReader) -> PlaceKey:
    for report in reversed(_cites(entry)):
        said = picture.evidence.mention(report)
        if said is not None:
            at = reader.locate(said.place, said.name.language)
            return at.dwelling or PlaceKey(at.settlement)
    return PlaceKey("")


def _cites(entry: Entry) -> tuple[ReportId, ...]:
    return tuple(_saying(entry))


def _saying(entry: Entry) -> Iterator[ReportId]:
    """Reports that say it, by date."""
    for word in entry.words:
        if word.event in _SAYS_SO:
            yield word.report
    if entry.death is not None:
        yield entry.death.report


def died(entry: Entry) -> bool:
    """Whether a report says that the person is dead, established or not."""
    return entry.death is not None or any(
        word.event is PersonEvent.DEAD for word in entry.words
    )
