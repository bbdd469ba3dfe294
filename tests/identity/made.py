"""Small invented worlds: people who stand in several lists, each with its own habits."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from types import MappingProxyType
from typing import Any

import numpy as np
from hypothesis import strategies as st

from stillhere.identity import IdentityRules, Index, ListTraits
from stillhere.identity.growing import Array
from stillhere.intake.buildings import Buildings
from stillhere.intake.located import PlaceReader
from stillhere.intake.world import Building, BuildingTable
from stillhere.places import Gazetteer
from stillhere.reports import ReportId
from stillhere.reports.statements import (
    Birth,
    Judgement,
    JudgementKind,
    PersonStatement,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import PersonEvent, Sex

RULES = IdentityRules.shipped(population=200).changed(
    {"ride": {"least": 2}, "quarter": {"least": 2}}
)
"""As shipped, but two of a company are enough to tell where it comes from."""

TRAITS: Mapping[str, ListTraits] = {
    t.source: t
    for t in (
        ListTraits("register", once=True, register=True),
        ListTraits("arrivals"),
        ListTraits("bus", once=True),
        ListTraits("calls"),
    )
}
SOURCES = tuple(TRAITS)
GIVEN = ("Arman", "Gayane", "Hakob", "Anahit", "Levon", "Гаянэ", "Arminé", "A.")
FAMILY = ("Petrosyan", "Hakobyan", "Petrosian", "Авакян", "Melikyan", "Arman")
SETTLEMENTS = ("", "", "Stepanakert", "Xankəndi", "Martuni", "Lower Hill")
STREETS = ("", "", "Garden street 4, 2", "Garden street 4", "Well lane 9")
BUILDINGS = tuple(
    Building(
        f"B{x}", "Stepanakert", MappingProxyType({Language.EN: text}), x, -40, flats=2
    )
    for text, x in (
        ("Garden street 4", 0),
        ("Garden street 6", 150),
        ("Garden street 30", 450),
        ("Well lane 9", 1_200),
    )
)
PLACES = PlaceReader(
    Gazetteer.demo(),
    Buildings(
        BuildingTable(MappingProxyType({b.code: b for b in BUILDINGS})),
        Gazetteer.demo(),
    ),
)


def report_id(*parts: object) -> ReportId:
    text = "\x1f".join(str(p) for p in parts)
    return ReportId(blake2b(text.encode(), digest_size=16).hexdigest())


def mention(
    source: str,
    number: object,
    given: str = "",
    **said: Any,
) -> PersonStatement:
    """A statement of a source; `family` and the fields of the statement by name."""
    name = WrittenName(given=given, family=said.pop("family", ""))
    fields: dict[str, Any] = {"event": PersonEvent.RESIDENT, "name": name, **said}
    return PersonStatement(report=report_id(source, number), source=source, **fields)


def born(year: int, month: int = 0, day: int = 0, width: int = 0) -> Birth:
    return Birth(year, year + width, month, day)


def judged(
    kind: JudgementKind, a: ReportId, b: ReportId, number: int = 0, date: str = ""
) -> Judgement:
    name = report_id("judgement", kind, a, b, number)
    return Judgement(name, "officer", kind, a, b, date=date or None)


def built(
    mentions: list[PersonStatement],
    judgements: list[Judgement] | None = None,
    traits: Mapping[str, ListTraits] = TRAITS,
    rules: IdentityRules = RULES,
) -> Index:
    return Index.build(mentions, traits, judgements or [], rules, PLACES)


def pool(index: Index) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Every pair an index holds, from both sides, with weights and flags."""
    world = index.world
    alive = world.alive.view.nonzero()[0]
    entries = world.pairs.of(alive)
    rows = zip(
        *(c.tolist() for c in (entries.owner, entries.other, entries.w0, entries.w1)),
        entries.flags.tolist(),
        strict=True,
    )
    return {(world.id_of(a), world.id_of(b)): (w0, w1, x) for a, b, w0, w1, x in rows}


def assert_late_as_built(every: list[PersonStatement], late: PersonStatement) -> None:
    """One that comes late changes the pairs as a build would; gone, it leaves no trace."""
    index = built([row for row in every if row is not late])
    without = pool(index)
    index.update(come=[late], lists=TRAITS)
    assert pool(index) == pool(built(every))
    index.update(gone=[late.report])
    assert pool(index) == without


def slots(index: Index, *mentions: PersonStatement) -> Array:
    return np.array([index.world.slot_of[m.report] for m in mentions], np.int64)


PAPERS = ("AB1", "AB2", "AN123456", "AN123465", "AN123457")


class Person:
    """Somebody who may be written down anywhere."""

    def __init__(self, number: int, draw: st.DrawFn) -> None:
        self.number = number
        self.given = draw(st.sampled_from(GIVEN))
        self.family = draw(st.sampled_from(FAMILY))
        self.year = draw(st.integers(1940, 1946))
        self.month, self.day = draw(st.sampled_from(((1, 1), (3, 7), (7, 3), (9, 20))))
        self.settlement = draw(st.sampled_from(SETTLEMENTS))
        self.street = draw(st.sampled_from(STREETS))
        self.phone = draw(st.sampled_from(("", "", "", "374000001", "374000002")))
        self.document = draw(st.sampled_from(("", "", "", *PAPERS)))
        self.sex = draw(st.sampled_from((None, None, Sex.FEMALE, Sex.MALE)))


@st.composite
def people(draw: st.DrawFn, most: int = 12) -> list[Person]:
    return [Person(n, draw) for n in range(draw(st.integers(2, most)))]


@st.composite
def written(draw: st.DrawFn, person: Person, copy: int = 0) -> PersonStatement:
    """One row about a person, in any list, with what that list states."""
    source = draw(st.sampled_from(SOURCES))
    age = born(person.year - 1, width=1)
    dated = born(person.year, person.month, person.day)
    birth = draw(st.sampled_from((None, dated, dated, age, born(person.year))))
    party = f"{person.number // draw(st.sampled_from((2, 3, 14)))}"
    full = WrittenName(full=f"{person.family} {person.given}")
    parts = WrittenName(given=person.given, family=person.family)
    place = WrittenPlace(settlement=person.settlement, address=person.street)
    said = PersonStatement(
        report=report_id(source, person.number, copy, draw(st.integers(0, 3))),
        source=source,
        event=PersonEvent.RESIDENT,
        name=draw(st.sampled_from((parts, parts, full))),
        birth=birth,
        sex=person.sex,
        phones=(person.phone,) if person.phone else (),
        documents=(person.document,) if person.document else (),
        place=draw(st.sampled_from((place, WrittenPlace()))),
    )
    if source == "bus":
        seat = draw(st.sampled_from((None, person.number, person.number // 4)))
        return replace(said, vehicle=draw(st.sampled_from(("", "1"))), ordinal=seat)
    if source == "calls":
        return said
    return replace(said, household=draw(st.sampled_from((party, party, ""))))


@st.composite
def worlds(draw: st.DrawFn, most: int = 12) -> list[PersonStatement]:
    """Rows about a few people; each report once."""
    rows = {}
    for person in draw(people(most)):
        for copy in range(draw(st.integers(1, 4))):
            row = draw(written(person, copy))
            rows[row.report] = row
    return [rows[name] for name in sorted(rows)]


@st.composite
def decisions(
    draw: st.DrawFn, mentions: list[PersonStatement], most: int = 5
) -> list[Judgement]:
    """Judgements on pairs of these mentions and, now and then, of nobody here."""
    names = [m.report for m in mentions] + [report_id("nobody")]
    one = st.builds(
        judged,
        st.sampled_from(JudgementKind),
        st.sampled_from(names),
        st.sampled_from(names),
        st.integers(0, 2),
        st.sampled_from(("", "2023-10-01", "2023-10-02")),
    )
    found = draw(st.lists(one, max_size=most))
    return list({j.report: j for j in found}.values())
