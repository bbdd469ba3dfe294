"""The weights and keys of the rule once more, plainly: one pair at a time, no arrays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor

from rapidfuzz.distance import OSA, JaroWinkler

from stillhere.identity import IdentityRules, ListTraits
from stillhere.identity.initials import begins, initial_sounds
from stillhere.identity.written import WrittenNames
from stillhere.intake.located import PlaceReader
from stillhere.names import family_stem, given_root, skeleton
from stillhere.reports.statements import Birth, PersonStatement
from stillhere.vocabulary.people import PersonEvent, Sex

MISSING, DIFFER, INITIAL, CLOSE, SHORT, NEAR, SLIP, ROOT, EXACT = range(9)
PET = ("ik", "ush", "osh", "ash", "uk", "ul", "o", "i")
LEVELS = (
    None,
    "differ",
    "initial",
    "close",
    "short",
    "near",
    "slip",
    "root",
    "exact",
)
MAIDEN = len(LEVELS)
NAMES = WrittenNames()
Key = tuple[object, ...]
"""What both must share; of a one-sided key, the first part says whether it is sought."""

HOLDS, SEEKS = "holds", "seeks"


@dataclass(frozen=True)
class Read:
    """What one mention states, as the rule sees it."""

    id: str
    source: str
    once: bool
    anchor: bool
    given: str
    family: str
    maiden: str
    patronymic: str
    other: str
    birth: Birth | None
    sex: Sex | None
    settlement: str
    town: bool | None
    house: str
    dwelling: str
    street: str
    spot: tuple[int, int] | None
    documents: tuple[str, ...]
    phones: tuple[str, ...]
    group: tuple[str, str] | None
    vehicle: tuple[str, str] | None
    ordinal: int | None


def read(
    mention: PersonStatement, traits: Mapping[str, ListTraits], places: PlaceReader
) -> Read:
    given, family, maiden, patronymic, other = NAMES.tokens(mention.name)
    located = places.locate(mention.place, mention.name.language)
    settlement = located.settlement or places.settlement(mention.origin)
    rest = located.dwelling.removeprefix(f"{settlement}/") if located.dwelling else ""
    house, _, flat = rest.partition("/")
    known = settlement in places.gazetteer
    party = mention.household or mention.head
    aboard = mention.event in (PersonEvent.BOARDED, PersonEvent.DEPARTED)
    rides = mention.vehicle or (mention.ordinal is not None and aboard)
    own = traits.get(mention.source, ListTraits(mention.source))
    return Read(
        id=mention.report,
        source=mention.source,
        once=own.once,
        anchor=own.register,
        given=given,
        family=family,
        maiden=maiden,
        patronymic=patronymic,
        other=other,
        birth=mention.birth,
        sex=mention.sex,
        settlement=settlement,
        town=_is_town(places, settlement) if known else None,
        house=f"{settlement}/{house}" if house else "",
        dwelling=f"{settlement}/{house}/{flat}" if flat else "",
        street=located.street,
        spot=_spot(places, house),
        documents=mention.documents[:2],
        phones=mention.phones[:2],
        group=(mention.source, party) if party else None,
        vehicle=(mention.source, mention.vehicle) if rides else None,
        ordinal=mention.ordinal,
    )


def _spot(places: PlaceReader, house: str) -> tuple[int, int] | None:
    building = places.buildings.named(house)
    return (building.x_m, building.y_m) if building else None


def _is_town(places: PlaceReader, settlement: str) -> bool:
    kinds = {str(place.id): place.kind for place in places.gazetteer}
    return kinds[settlement] in ("city", "town")


def _initial(token: str) -> bool:
    return token.endswith(".")


def _begins(token: str) -> set[int]:
    """The sounds a name begins with or an initial may stand for."""
    bits = initial_sounds(token) if _initial(token) else begins(token)
    return {place for place in range(32) if bits >> place & 1}


def _sound(token: str) -> str | None:
    return "s" + skeleton(family_stem(given_root(token))) if token else None


def _end(token: str, part: slice) -> str | None:
    """Two signs of the skeleton of a name that has more."""
    sound = (_sound(token) or "")[1:]
    return sound[part] if len(sound) > 2 and not _initial(token) else None


def _years(birth: Birth) -> Iterator[int]:
    first, last = birth.first, birth.last
    if first != last or not birth.month:
        first, last = first - 1, last + 1
    yield from range(first, min(last, first + 5) + 1)


def keys(m: Read) -> set[Key]:
    """What another mention must share one of to be compared; see `meet`."""
    given = None if _initial(m.given) else _sound(m.given)
    family, maiden = _sound(m.family), _sound(m.maiden)
    begun = set() if _initial(m.given) else _begins(m.given)
    found: set[Key] = {(9, "d", d) for d in m.documents}
    found |= {(9, "p", p) for p in m.phones}
    if given:
        found |= {(1, *sorted((given, name))) for name in (family, maiden) if name}
    if given and m.house:
        found.add((5, m.house, given))
    if family and m.house:
        found |= {(6, m.house, family, first) for first in begun}
    if m.birth:
        found |= _birth_keys(m, m.birth, given, family)
    return found | _one_sided(m, given, family)


def _dated(birth: Birth | None) -> bool:
    if birth is None:
        return False
    return bool(birth.month and birth.day) and (birth.month, birth.day) != (1, 1)


def _one_sided(m: Read, given: str | None, family: str | None) -> set[Key]:
    seeks = not _dated(m.birth) or not m.given
    father = None if _initial(m.patronymic) else _sound(m.patronymic)
    town = m.town is True
    starts, begun = (_begins(name) if town else {None} for name in (m.family, m.given))
    pairs = [
        (11, given, father),
        (12, family, father),
        (13, m.street, given),
        (14, m.street, family),
        *((15, given, m.settlement, frozenset(starts)),),
        *((16, family, m.settlement, frozenset(begun)),),
        (17, given, _end(m.family, slice(2))),
        (18, given, _end(m.family, slice(-2, None))),
        (19, family, _end(m.given, slice(2))),
        (20, family, _end(m.given, slice(-2, None))),
    ]
    mark = SEEKS if seeks else HOLDS
    found: set[Key] = {(mark, *both) for both in pairs if both[1] and both[2]}
    if given and m.birth and not (seeks and m.settlement):
        found |= {(mark, 22, given, year) for year in _years(m.birth)}
    if family and _initial(m.given) and seeks:
        found |= {(SEEKS, 10, family, sound) for sound in _begins(m.given)}
    if family and not _initial(m.given):
        found |= {(HOLDS, 10, family, sound) for sound in _begins(m.given)}
    return found


def meet(one: set[Key], two: set[Key]) -> bool:
    """Whether two share a key; of one-sided keys one of them must seek."""
    if {key for key in one & two if key[0] != HOLDS}:
        return True
    sought = {key[1:] for key in one | two if key[0] == SEEKS}
    held = (
        {key[1:] for key in some if key[0] in (HOLDS, SEEKS)} for some in (one, two)
    )
    return bool(sought.intersection(*held))


def _birth_keys(
    m: Read, birth: Birth, given: str | None, family: str | None
) -> set[Key]:
    found: set[Key] = set()
    if _dated(birth):
        low, high = sorted((birth.month, birth.day))
        begun = set() if _initial(m.given) else _begins(m.given)
        for kind, sounds in ((2, begun), (4, _begins(m.family))):
            found |= {(kind, sound, birth.first, low, high) for sound in sounds}
        if m.settlement:
            found.add((21, birth.first, low, high, m.settlement))
        if given and family:
            found.add((3, given, family, low, high))
    for year in _years(birth):
        if given and m.settlement:
            found.add((7, year, given, m.settlement))
        if family and not _initial(m.given):
            found |= {(8, year, family, first) for first in _begins(m.given)}
    return found


def level(a: str, b: str, *, family: bool) -> int:  # noqa: PLR0911 (one for each level)
    """How near two folded tokens are."""
    kin = family_stem if family else given_root
    if not a or not b:
        return MISSING
    if a == b:
        return INITIAL if _initial(a) else EXACT
    if kin(a) == kin(b):
        return ROOT
    if _initial(a) or _initial(b):
        return INITIAL if _begins(a) & _begins(b) else DIFFER
    likeness = floor(JaroWinkler.similarity(*sorted((a, b))) * 1000 + 0.5)
    if likeness >= 780 and min(len(a), len(b)) >= 4 and OSA.distance(a, b) == 1:
        return SLIP
    if likeness >= 905 or (likeness >= 780 and _sound(a) == _sound(b)):
        return NEAR
    if pet_form(a, b) or pet_form(b, a):
        return SHORT
    return CLOSE if likeness >= 830 else DIFFER


def pet_form(short: str, whole: str) -> bool:
    """Whether one may be made of the first three letters of the other."""
    stems = [short.removesuffix(end) for end in PET if short.endswith(end)]
    begun = {stem[:3] for stem in stems if len(stem) >= 3}
    return max(begun, default="-") == whole[:3]


class Weights:
    """w0 from the frozen tables."""

    def __init__(self, rules: IdentityRules) -> None:
        self.rules = rules

    def w0(self, a: Read, b: Read) -> int:
        parts = (
            self.names(a, b),
            self.patronymics(a, b),
            self.births(a.birth, b.birth),
            self.sexes(a, b),
            self.places(a, b),
            self.addresses(a, b),
            self.papers(a, b),
            self.phones(a, b),
        )
        return sum(parts) - self.rules.base

    def rare_given(self, token: str) -> int:
        table = self.rules["given"]
        known = self.rules.given.get(given_root(token), table["rarity_default"])
        return min(known, table["rarity_cap"])

    def rare_family(self, token: str) -> int:
        table = self.rules["family"]
        known = self.rules.family.get(family_stem(token), table["rarity_default"])
        return min(known, table["rarity_cap"])

    def by_level(self, nearness: int, table: str) -> int:
        name = LEVELS[nearness]
        return self.rules[table][name] if name else 0

    def names(self, a: Read, b: Read) -> int:
        given, family = self.given_level(a, b), self.family_level(a, b)
        levels = self.swapped(a, b)
        if levels:
            return self.crossed(a, b, *levels)
        half = self.half(a, b)
        if half is not None:
            return half
        apart = self.rules["name"]["both_differ"] * (given == DIFFER == family)
        return self.given(a, b, given) + self.family(a, b, family) + apart

    def swapped(self, a: Read, b: Read) -> tuple[int, int] | None:
        """Levels of the names crosswise, where they have changed places."""
        given, family = self.given_level(a, b), self.family_level(a, b)
        if given > CLOSE or family > CLOSE or not (a.given and b.given):
            return None
        there = level(a.given, b.family, family=True)
        back = level(b.given, a.family, family=True)
        low, high = sorted((there, back))
        return (low, high) if low >= CLOSE and high >= NEAR else None

    def half(self, a: Read, b: Read) -> int | None:
        """What it weighs that one name stands in the other's place."""
        if not self.given_level(a, b) == DIFFER == self.family_level(a, b):
            return None
        for one, two in ((a, b), (b, a)):
            met = level(one.given, two.family, family=True)
            if met in (NEAR, SLIP, EXACT):
                rare = min(self.rare_given(one.given), self.rare_family(two.family))
                parts = self.by_level(DIFFER, "given") + self.by_level(met, "family")
                return rare + parts + self.rules["name"]["half"]
        return None

    def crossed(self, a: Read, b: Read, low: int, high: int) -> int:
        rare = (
            min(self.rare_given(a.given), self.rare_family(b.family)),
            min(self.rare_given(b.given), self.rare_family(a.family)),
        )
        parts = self.by_level(low, "given") + self.by_level(high, "family")
        return sum(rare) + parts + self.rules["name"]["swapped"]

    def given_level(self, a: Read, b: Read) -> int:
        best = level(a.given, b.given, family=False)
        for one, two in ((a.given, b.other), (b.given, a.other)):
            if best < NEAR and two:
                best = max(best, level(one, two, family=False))
        return best

    def family_level(self, a: Read, b: Read) -> int:
        """Or `MAIDEN` where a maiden name met the other's family name."""
        best = level(a.family, b.family, family=True)
        for one, two in ((a.maiden, b.family), (a.family, b.maiden)):
            if best < NEAR and level(one, two, family=True) >= NEAR:
                return MAIDEN
        return best

    def given(self, a: Read, b: Read, nearness: int) -> int:
        rare = min(self.rare_given(a.given), self.rare_given(b.given))
        return self.by_level(nearness, "given") + rare * (nearness >= CLOSE)

    def family(self, a: Read, b: Read, nearness: int) -> int:
        if nearness == DIFFER and Sex.FEMALE in (a.sex, b.sex):
            return self.rules["family"]["differ_woman"]
        if nearness < MAIDEN:
            rare = min(self.rare_family(a.family), self.rare_family(b.family))
            return self.by_level(nearness, "family") + rare * (nearness >= CLOSE)
        met = [
            min(self.rare_family(one), self.rare_family(two))
            for one, two in ((a.maiden, b.family), (a.family, b.maiden))
            if level(one, two, family=True) >= NEAR
        ]
        return max(met) + self.rules["family"]["maiden"]

    def patronymics(self, a: Read, b: Read) -> int:
        nearness = level(a.patronymic, b.patronymic, family=False)
        rare = min(self.rare_given(a.patronymic), self.rare_given(b.patronymic))
        return self.by_level(nearness, "father") + rare * (nearness >= CLOSE)

    def births(self, a: Birth | None, b: Birth | None) -> int:
        if a is None or b is None:
            return 0
        table = self.rules["birth"]
        return table[dates(a, b) if a.day and b.day else years(a, b)]

    def sexes(self, a: Read, b: Read) -> int:
        if a.sex is None or b.sex is None:
            return 0
        return self.rules["sex"]["same" if a.sex == b.sex else "differ"]

    def places(self, a: Read, b: Read) -> int:
        table = self.rules["settlement"]
        if not a.settlement or not b.settlement:
            return 0
        if a.settlement != b.settlement:
            return 0 if None in (a.town, b.town) else table["differ"]
        same = {None: "same_unknown", False: "same_village", True: "same_town"}
        return table[same[a.town]]

    def addresses(self, a: Read, b: Read) -> int:
        found = addresses(a, b)
        if self.two(a, b) and found in ("street", "house", "dwelling"):
            found = "household"
        return self.rules["address"].get(found, 0)

    def phones(self, a: Read, b: Read) -> int:
        if self.two(a, b) and set(a.phones) & set(b.phones):
            return self.rules["phone"]["household"]
        return self.numbers(a.phones, b.phones, "phone")

    def two(self, a: Read, b: Read) -> bool:
        """Whether the given names are two, and not merely in another place."""
        return self.given_level(a, b) == DIFFER and self.swapped(a, b) is None

    def papers(self, a: Read, b: Read) -> int:
        pairs = [(x, y) for x in a.documents for y in b.documents if slip(x, y)]
        if not pairs or set(a.documents) & set(b.documents):
            return self.numbers(a.documents, b.documents, "document")
        series = all(len(x) == len(y) and x[:-1] == y[:-1] for x, y in pairs)
        if self.two(a, b) and series:
            return self.rules["document"]["household"]
        return self.rules["document"]["near"]

    def numbers(self, a: tuple[str, ...], b: tuple[str, ...], kind: str) -> int:
        if not a or not b:
            return 0
        return self.rules[kind]["same" if set(a) & set(b) else "differ"]


def slip(one: str, two: str) -> bool:
    """Whether one slip parts two document numbers that are long, and not too long."""
    most = 15 if one.isdigit() and two.isdigit() else 10
    fits = min(len(one), len(two)) >= 6 and max(len(one), len(two)) <= most
    # A number of digits alone may be longer, so it is never held beside one with letters.
    alike = one.isdigit() == two.isdigit()
    return fits and alike and OSA.distance(one, two) == 1


def addresses(a: Read, b: Read) -> str:
    """What two addresses say, of as much as both state; empty for nothing."""
    street = bool(a.street and a.street == b.street)
    if not a.house or not b.house:
        if street:
            return "street"
        return "differ" if a.street and b.street else ""
    if a.dwelling and a.dwelling == b.dwelling:
        return "dwelling"
    if a.house == b.house:
        return "other_flat" if a.dwelling and b.dwelling else "house"
    return "other_house" if street else "differ"


def years(a: Birth, b: Birth) -> str:
    """What two births say of which at least one is no date."""
    gap = max(max(a.first, b.first) - min(a.last, b.last), 0)
    if gap:
        return {1: "off_one", 2: "off_two"}.get(gap, "off_more")
    width = max(a.last - a.first, b.last - b.first)
    return {0: "range_one", 1: "range_two"}.get(width, "range_wide")


def dates(a: Birth, b: Birth) -> str:
    """What two dates of birth say."""
    one, two = (a.month, a.day), (b.month, b.day)
    if a.first == b.first:
        return _one_year(one, two)
    if one == two != (1, 1):
        return "month_day"
    return "near_year" if abs(a.first - b.first) <= 1 else "differ"


def _one_year(one: tuple[int, int], two: tuple[int, int]) -> str:
    if one == two:
        return "new_year_both" if one == (1, 1) else "same"
    if one == two[::-1]:
        return "swapped"
    if (1, 1) in (one, two):
        return "new_year"
    return "part" if one[0] == two[0] or one[1] == two[1] else "year"
