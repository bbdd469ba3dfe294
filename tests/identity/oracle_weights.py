"""The weights and keys of the rule once more, plainly: one pair at a time, no arrays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor

from rapidfuzz.distance import JaroWinkler

from stillhere.identity import IdentityRules, ListTraits
from stillhere.identity.written import WrittenNames
from stillhere.intake.located import PlaceReader
from stillhere.names import family_stem, given_root, skeleton
from stillhere.reports.statements import Birth, PersonStatement
from stillhere.vocabulary.people import PersonEvent, Sex

MISSING, DIFFER, INITIAL, CLOSE, NEAR, ROOT, EXACT = range(7)
STANDS_FOR = dict(zip("kqhptyij", "gggbdeez", strict=True))
NAMES = WrittenNames()
Key = tuple[object, ...]


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
        documents=mention.documents[:2],
        phones=mention.phones[:2],
        group=(mention.source, party) if party else None,
        vehicle=(mention.source, mention.vehicle) if rides else None,
        ordinal=mention.ordinal,
    )


def _is_town(places: PlaceReader, settlement: str) -> bool:
    kinds = {str(place.id): place.kind for place in places.gazetteer}
    return kinds[settlement] in ("city", "town")


def _first(token: str) -> str:
    return STANDS_FOR.get(token[0], token[0]) if token else ""


def _sound(token: str) -> str | None:
    return "s" + skeleton(family_stem(given_root(token))) if token else None


def _years(birth: Birth) -> Iterator[int]:
    first, last = birth.first, birth.last
    if first != last or not birth.month:
        first, last = first - 1, last + 1
    yield from range(first, min(last, first + 5) + 1)


def keys(m: Read) -> set[Key]:
    """What another mention must share one of to be compared."""
    given = None if len(m.given) == 1 else _sound(m.given)
    family, maiden, first = _sound(m.family), _sound(m.maiden), _first(m.given)
    found: set[Key] = {(9, "d", d) for d in m.documents}
    found |= {(9, "p", p) for p in m.phones}
    if given:
        found |= {(1, *sorted((given, name))) for name in (family, maiden) if name}
    if given and m.dwelling:
        found.add((5, m.dwelling, given))
    if family and m.house:
        found.add((6, m.house, family, first))
    if m.birth:
        found |= _birth_keys(m, m.birth, given, family)
    return found


def _birth_keys(
    m: Read, birth: Birth, given: str | None, family: str | None
) -> set[Key]:
    found: set[Key] = set()
    date = (birth.month, birth.day)
    if all(date) and date != (1, 1):
        low, high = sorted(date)
        found |= {(2, name, birth.first, low, high) for name in (family, given) if name}
        if given and family:
            found.add((3, given, family, low, high))
    for year in _years(birth):
        if given and m.settlement:
            found.add((7, year, given, m.settlement))
        if family:
            found.add((8, year, family, _first(m.given)))
    return found


def level(a: str, b: str, *, family: bool) -> int:
    """How near two folded tokens are."""
    kin = family_stem if family else given_root
    if not a or not b:
        return MISSING
    if a == b:
        return EXACT
    if kin(a) == kin(b):
        return ROOT
    if len(a) == 1 or len(b) == 1:
        return INITIAL if _first(a) == _first(b) else DIFFER
    likeness = floor(JaroWinkler.similarity(*sorted((a, b))) * 1000 + 0.5)
    if likeness >= 905 or (likeness >= 780 and _sound(a) == _sound(b)):
        return NEAR
    return CLOSE if likeness >= 830 else DIFFER


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
            self.numbers(a.documents, b.documents, "document"),
            self.numbers(a.phones, b.phones, "phone"),
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

    def by_level(self, nearness: int, rare: int, table: str, differ: int) -> int:
        rows = self.rules[table]
        return {
            MISSING: 0,
            DIFFER: differ,
            INITIAL: rows["initial"],
            CLOSE: rare + rows["close"],
            NEAR: rare + rows["near"],
            ROOT: rare + rows.get("root", rows.get("stem", 0)),
            EXACT: rare + rows["exact_offset"],
        }[nearness]

    def names(self, a: Read, b: Read) -> int:
        straight = self.given(a, b) + self.family(a, b)
        if self.given_level(a, b) == DIFFER == level(a.family, b.family, family=True):
            straight += self.rules["name"]["both_differ"]
        crossed = self.crossed(a, b) + self.crossed(b, a)
        return max(straight, crossed + self.rules["name"]["swapped"])

    def given_level(self, a: Read, b: Read) -> int:
        best = level(a.given, b.given, family=False)
        for one, two in ((a.given, b.other), (b.given, a.other)):
            if best < NEAR and two:
                best = max(best, level(one, two, family=False))
        return best

    def given(self, a: Read, b: Read) -> int:
        rare = min(self.rare_given(a.given), self.rare_given(b.given))
        differ = self.rules["given"]["differ"]
        return self.by_level(self.given_level(a, b), rare, "given", differ)

    def family(self, a: Read, b: Read) -> int:
        table = self.rules["family"]
        woman = Sex.FEMALE in (a.sex, b.sex)
        differ = table["differ_woman" if woman else "differ"]
        rare = min(self.rare_family(a.family), self.rare_family(b.family))
        found = level(a.family, b.family, family=True)
        best = self.by_level(found, rare, "family", differ)
        for one, two in ((a.maiden, b.family), (a.family, b.maiden)):
            if level(one, two, family=True) >= NEAR:
                known = min(self.rare_family(one), self.rare_family(two))
                best = max(best, known + table["maiden"])
        return best

    def crossed(self, a: Read, b: Read) -> int:
        rare = min(self.rare_given(a.given), self.rare_family(b.family))
        found = level(a.given, b.family, family=False)
        return self.by_level(found, rare, "given", self.rules["given"]["differ"])

    def patronymics(self, a: Read, b: Read) -> int:
        names = (None, "differ", "initial", "close", "near", "near", "exact")
        name = names[level(a.patronymic, b.patronymic, family=False)]
        return self.rules["patronymic"][name] if name else 0

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
        table = self.rules["address"]
        if not a.house or not b.house:
            return 0
        if a.dwelling and b.dwelling and a.dwelling == b.dwelling:
            return table["dwelling"]
        if a.house != b.house or (a.dwelling and b.dwelling):
            return table["differ"]
        return table["house"]

    def numbers(self, a: tuple[str, ...], b: tuple[str, ...], kind: str) -> int:
        if not a or not b:
            return 0
        return self.rules[kind]["same" if set(a) & set(b) else "differ"]


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
