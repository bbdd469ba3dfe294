"""Written places as numbers: settlement, house, dwelling and street hashed, and a spot.

Pure in the text and the reader of places. A settlement no table has is known by its folded
name; of streets and settlements the names read are kept, for lists that tell by each other
what they mean.
"""

from stillhere.identity.vocabulary import hash64
from stillhere.intake.located import PlaceKey, PlaceReader
from stillhere.places import PlaceId, place_key
from stillhere.reports.statements import PersonStatement, WrittenPlace

PLANE = 1 << 26
"""Added to metres of the plane, so that 0 is nowhere."""

HASHES, SPOT = slice(1, 5), slice(5, 7)
"""Of what `Features.door` gives."""

UNKNOWN_PLACE, VILLAGE, TOWN_PLACE = 0, 1, 2
DOORS = 20_000
"""Written addresses remembered at once; those of a household stand side by side."""

Door = tuple[tuple[str, ...], str | None]
"""Settlement, address, street, house, building and flat as written, and the language."""


class Doors:
    """Reads written places; remembers what it has read.

    Attributes:
        streets: Folded name of each street read, by its hash; in a row that hash and its
            settlement's are one.
    """

    def __init__(self, places: PlaceReader) -> None:
        self.places = places
        self.streets: dict[int, str] = {}
        self._places: dict[PlaceKey, tuple[int, int]] = {}
        self._doors: dict[Door, tuple[int, ...]] = {}

    def of(self, written: Door) -> tuple[int, ...]:
        """Kind and hash of the settlement, hashes of house, dwelling, street; spot."""
        known = self._doors.get(written)
        if known is None:
            if len(self._doors) >= DOORS:
                self._doors.clear()
            known = self._doors[written] = self._door(*written)
        return known

    def _door(self, place: tuple[str, ...], language: str | None) -> tuple[int, ...]:
        settlement, address, street, house, building, flat = place
        written = WrittenPlace(settlement, address, street, house, building, flat)
        located = self.places.locate(written, language)
        kind, code = self._settlement(located.settlement)
        street = located.street.removeprefix(f"{located.settlement}/")
        along = code ^ self._street(street) if street else 0
        if not located.dwelling:
            return kind, code, 0, 0, along, 0, 0
        house, _, flat = located.dwelling.removeprefix(
            f"{located.settlement}/"
        ).partition("/")
        if not self.places.names_house(house):
            return kind, code, 0, 0, along, 0, 0
        _, _, number = house.partition("|")
        here = along ^ hash64(f"h{number}") if number else code ^ hash64(f"a{house}")
        home = here ^ hash64(f"f{flat}") if flat else 0
        return kind, code, here, home, along, *self._spot(house)

    def _spot(self, house: str) -> tuple[int, int]:
        """Where a building of the table stands; 0 for a house of no table."""
        building = self.places.buildings.named(house)
        if building is None:
            return 0, 0
        return building.x_m + PLANE, building.y_m + PLANE

    def _street(self, name: str) -> int:
        code = hash64(f"r{name}")
        self.streets[code] = name
        return code

    def strange_places(self) -> dict[int, str]:
        """Hash and folded name of each settlement read that the gazetteer does not have."""
        return {
            code: key.removeprefix("~") if key.startswith("~") else place_key(key)
            for key, (kind, code) in self._places.items()
            if key and kind == UNKNOWN_PLACE
        }

    def _settlement(self, key: PlaceKey) -> tuple[int, int]:
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = self._kind(key), hash64(f"g{key}") if key else 0
        return known

    def _kind(self, key: PlaceKey) -> int:
        if key not in self.places.gazetteer:
            return UNKNOWN_PLACE
        town = self.places.gazetteer[PlaceId(key)].kind in ("city", "town")
        return TOWN_PLACE if town else VILLAGE


def written_door(mention: PersonStatement) -> Door:
    """Where a mention places its person; the origin where no settlement is named."""
    place = mention.place
    named = (
        place.settlement or mention.origin,
        place.address,
        place.street,
        place.house,
        place.building,
        place.flat,
    )
    return named, mention.name.language
