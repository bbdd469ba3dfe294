"""The chance to have left: from pairs and household, the same after updates."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity import Index
from stillhere.identity.arrived import KINDS, section
from stillhere.identity.monotone import MILLION
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.people import PersonEvent
from tests.identity.made import RULES, TRAITS, born, built, decisions, mention, worlds

YEAR = 2008
LEFT = {"arrivals": PersonEvent.ARRIVED, "bus": PersonEvent.BOARDED}
DATES = {"Levon": born(1930, 3, 7), "Anahit": born(1970, 9, 20), "Hakob": born(1991)}


def _told(mentions: Iterable[PersonStatement]) -> list[PersonStatement]:
    """The same people, whose lists say who left."""
    return [replace(m, event=LEFT.get(m.source, m.event)) for m in mentions]


def _of(source: str, given_name: str, household: str = "") -> PersonStatement:
    return mention(
        source,
        given_name + household,
        given_name,
        family="Melikyan",
        birth=DATES[given_name],
        event=LEFT.get(source, PersonEvent.RESIDENT),
        household=household,
    )


def _heard(index: Index) -> dict[str, tuple[int, str]]:
    """Evidence and household of everybody in the register."""
    heard = index.arrivals.heard(YEAR)
    columns = (heard.slot, heard.evidence, heard.kind)
    name = index.world.id_of
    return {name(s): (int(e), KINDS[k]) for s, e, k in zip(*columns, strict=True)}


FAMILY = [_of("register", name, "7") for name in DATES]
ONE, TWO, THREE = (m.report for m in FAMILY)


def test_without_other_lists_nobody_is_heard_of() -> None:
    assert _heard(built(FAMILY)) == dict.fromkeys((ONE, TWO, THREE), (0, "nobody"))


def test_an_arrival_is_evidence_and_shows_in_the_household_of_the_others() -> None:
    heard = _heard(built([*FAMILY, _of("arrivals", "Anahit")]))
    assert heard[TWO][0] > 900_000
    assert heard[TWO][1] == "nobody"
    assert {heard[ONE][1], heard[THREE][1]} == {"some"}


def test_a_household_that_arrived_without_one_is_all_the_others_of_that_one() -> None:
    arrived = [_of("arrivals", name) for name in ("Anahit", "Hakob")]
    heard = _heard(built([*FAMILY, *arrived]))
    assert heard[ONE] == (0, "all")


def test_a_second_list_adds_evidence() -> None:
    vague = replace(_of("bus", "Hakob"), birth=None)
    one = _heard(built([*FAMILY, vague]))[THREE][0]
    other = replace(vague, source="arrivals", report=_of("arrivals", "Hakob").report)
    both = _heard(built([*FAMILY, vague, other]))
    assert 0 < one < both[THREE][0] < MILLION


def test_who_is_only_called_about_has_not_left() -> None:
    called = replace(_of("calls", "Levon"), event=PersonEvent.SEEN)
    assert _heard(built([*FAMILY, called]))[ONE] == (0, "nobody")


def test_one_alone_and_no_household_stand_apart() -> None:
    single, unstated = _of("register", "Levon", "8"), _of("register", "Anahit")
    heard = _heard(built([single, unstated]))
    assert heard == {single.report: (0, "alone"), unstated.report: (0, "unstated")}


def test_a_household_of_too_many_is_a_code() -> None:
    limit = RULES["arrived"]["household_limit"]
    many = [
        replace(FAMILY[0], report=_of("register", "Levon", str(n)).report)
        for n in range(limit + 1)
    ]
    assert Counter(kind for _, kind in _heard(built(many)).values()) == {
        "unstated": limit + 1
    }


def test_the_chance_is_read_from_the_table_of_age_and_household() -> None:
    tables = {
        section(number, old=old): {"0": 100 * number + old + 1}
        for number in range(len(KINDS))
        for old in (False, True)
    }
    index = built(FAMILY, rules=RULES.changed(tables))
    nobody = KINDS.index("nobody")
    assert index.arrivals.everybody(YEAR) == {
        ONE: 100 * nobody + 2,
        TWO: 100 * nobody + 1,
        THREE: 100 * nobody + 1,
    }
    assert index.arrivals.of(ONE, YEAR) == 100 * nobody + 2


def test_only_people_of_a_register_have_a_chance() -> None:
    arrived = _of("arrivals", "Levon")
    index = built([*FAMILY, arrived])
    assert index.arrivals.of(arrived.report, YEAR) is None
    assert index.arrivals.of(_of("bus", "Levon").report, YEAR) is None
    assert arrived.report not in index.arrivals.everybody(YEAR)


def test_nothing_is_computed_again_where_nothing_changed() -> None:
    index = built(FAMILY)
    assert index.arrivals.heard(YEAR) is index.arrivals.heard(YEAR)
    before = index.arrivals.heard(YEAR)
    index.update(come=[_of("arrivals", "Levon")], lists=TRAITS)
    assert index.arrivals.heard(YEAR) is not before


@given(worlds(), st.data())
def test_after_updates_chances_are_those_of_a_new_index(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    mentions = _told(mentions)
    cut = data.draw(st.integers(0, len(mentions)))
    late = data.draw(st.lists(st.sampled_from(mentions), unique=True, max_size=3))
    judgements = data.draw(decisions(mentions))
    index = built(mentions[:cut])
    index.arrivals.everybody(YEAR)
    index.update(come=mentions[cut:], lists=TRAITS, judgements_come=judgements)
    if data.draw(st.booleans()):
        index.arrivals.everybody(YEAR)
    index.update(gone=[m.report for m in late])
    again = built([m for m in mentions if m not in late], judgements)
    assert _heard(index) == _heard(again)
    assert index.arrivals.everybody(YEAR) == again.arrivals.everybody(YEAR)


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(
    mentions: list[PersonStatement], dice: object
) -> None:
    mentions = _told(mentions)
    other = list(mentions)
    dice.shuffle(other)  # type: ignore[attr-defined]
    assert _heard(built(mentions)) == _heard(built(other))


@given(worlds(), st.data())
def test_one_row_more_changes_its_pairs_and_their_households_alone(
    mentions: list[PersonStatement], data: st.DataObject
) -> None:
    mentions = _told(mentions)
    one = data.draw(st.sampled_from(mentions))
    index = built([m for m in mentions if m is not one])
    before = index.arrivals.everybody(YEAR)
    company = {m.report for m in mentions if _together(m, one)} | {one.report}
    index.update(come=[one], lists=TRAITS)
    after = index.arrivals.everybody(YEAR)
    near = set(company)
    for row in sorted(company):
        near |= {c.mention for c in index.candidates(row, 1_000)}
    for row in sorted(near):
        near |= {c.mention for c in index.candidates(row, 1_000)}
    near |= {
        m.report
        for m in mentions
        for n in mentions
        if n.report in near and _together(m, n)
    }
    moved = {m for m in {*before, *after} if before.get(m) != after.get(m)}
    assert moved <= near


def _together(one: PersonStatement, two: PersonStatement) -> bool:
    return one.source == two.source and (
        bool(one.household and one.household == two.household)
        or (one.source == "bus" and one.vehicle == two.vehicle)
    )
