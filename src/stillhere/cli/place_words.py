"""How tables of places and their places are told, in words and as JSON."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from stillhere.cli.opening import Opened
from stillhere.cli.screen import heading, say
from stillhere.errors import StillHereError
from stillhere.intake import World
from stillhere.places import Gazetteer, Place, PlaceId
from stillhere.places.tables import Joined, LoadedTable
from stillhere.store import Store

_NAMES = 6
_WHY = {"code": "by a shared code", "name": "by name and nearness", "new": "new here"}


@dataclass(frozen=True, slots=True)
class _Tally:
    """How the places of a table were joined."""

    new: int
    by_code: int
    by_name: int


def _tally(world: World, table_: LoadedTable) -> _Tally:
    own = (j.why for j in world.places.joined if j.table == table_.name)
    counts = Counter(own)
    return _Tally(counts["new"], counts["code"], counts["name"])


def store_of(found: Opened, action: str) -> Store:
    """The store a command changes.

    Raises:
        StillHereError: It was given a folder.
    """
    if found.store is None:
        raise StillHereError("cli/needs-store", path=found.path, action=action)
    return found.store


def around_of(text: str) -> tuple[float, float, float] | None:
    """Latitude, longitude and kilometres, as an option states them; None for none."""
    if not text:
        return None
    try:
        lat, lon, km = (float(part) for part in text.split(","))
    except ValueError as error:
        reason = "--around is LAT,LON,KM, such as 39.8,46.75,60."
        raise StillHereError("cli/usage", reason=reason) from error
    return lat, lon, km


def tell_table(world: World, one: LoadedTable) -> None:
    """What a table holds, how it was joined, and under which licence."""
    tally = _tally(world, one)
    heading(one.name)
    say(
        f"{len(one.places):,} places ({tally.new:,} new, {tally.by_code:,} joined by "
        f"code, {tally.by_name:,} by name and nearness), {len(one.areas):,} districts, "
        f"{len(one.streets):,} streets{', of ' + one.dated if one.dated else ''}."
    )
    say(f"{one.attribution}. Licence: {one.licence}.")


def tell_place(world: World, place: Place) -> None:
    """All names, codes and joinings of a place."""
    heading(" · ".join(place.names[:_NAMES]))
    say(f"code {place.id}; {place.kind}; {place.lat:.5f}, {place.lon:.5f}")
    for title, parts in (
        ("other names", place.names[_NAMES:]),
        ("codes", place.codes),
        ("lies in", _area_words(world.gazetteer, place)),
    ):
        if parts:
            say(f"{title}: {' · '.join(parts)}")
    for one in _joined(world, place.id):
        by = f" ({one.by}, {one.metres:,} m)" if one.by else ""
        say(f"{one.table}: {one.own}, {_WHY[one.why]}{by}")


def _joined(world: World, place: PlaceId) -> Iterable[Joined]:
    return (one for one in world.places.joined if one.place == place)


def _area_words(gazetteer: Gazetteer, place: Place) -> list[str]:
    named = {area.code: area.names for area in gazetteer.areas}
    return [" / ".join((*named.get(code, ())[:3], code)) for code in place.areas]


def in_words(gazetteer: Gazetteer, code: str) -> str:
    """A place by its names; or that it is none."""
    place = gazetteer.coded(code) if code else None
    if place is None:
        return "no place of the tables"
    return f"{' · '.join(gazetteer[place].names[:_NAMES])} ({place})"


def table_shape(world: World, one: LoadedTable, report: str) -> dict[str, Any]:
    """A table for machines."""
    tally = _tally(world, one)
    return {
        "name": one.name,
        "form": one.form.value,
        "files": list(one.files),
        "digest": one.digest,
        "dated": one.dated,
        "licence": one.licence,
        "attribution": one.attribution,
        "places": len(one.places),
        "areas": len(one.areas),
        "streets": len(one.streets),
        "new": tally.new,
        "joined_by_code": tally.by_code,
        "joined_by_name": tally.by_name,
        "report": report,
    }


def place_shape(world: World, place: Place) -> dict[str, Any]:
    """A place for machines."""
    return {
        "place": place.id,
        "kind": place.kind,
        "names": list(place.names),
        "lat": place.lat,
        "lon": place.lon,
        "codes": list(place.codes),
        "areas": list(place.areas),
        "joined": [
            {"table": j.table, "own": j.own, "why": j.why, "by": j.by, "m": j.metres}
            for j in _joined(world, place.id)
        ],
    }
