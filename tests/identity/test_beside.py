"""Who stands beside two mentions, and who of them may be one."""

import pytest

from stillhere.identity import Index, Match, beside
from stillhere.reports.statements import JudgementKind, PersonStatement
from tests.identity.made import born, built, judged, mention, report_id

HUSBAND = {"family": "Melikyan", "birth": born(1950, 3, 7)}
WIFE = {"family": "Melikyan", "birth": born(1955, 11, 2)}
CHILD = {"family": "Melikyan", "birth": born(1984, 1, 9)}


def family(source: str, **group: str) -> tuple[PersonStatement, ...]:
    people = (("Levon", HUSBAND), ("Anahit", WIFE), ("Gayane", CHILD))
    return tuple(
        mention(source, n, given, **who, **group)
        for n, (given, who) in enumerate(people)
    )


HOME = family("register", household="41")
PARTY = family("arrivals", household="1203")
STRANGER = mention("calls", 9, "Hakob", family="Petrosyan")


def told(index: Index, a: PersonStatement, b: PersonStatement) -> tuple[Match, ...]:
    return beside(index.doubts, a.report, b.report).matches


def test_each_side_is_the_household_or_party_without_the_two() -> None:
    index = built([*HOME, *PARTY])
    found = beside(index.doubts, HOME[0].report, PARTY[0].report)
    assert found.one == tuple(sorted(m.report for m in HOME[1:]))
    assert found.two == tuple(sorted(m.report for m in PARTY[1:]))


def test_those_held_for_one_person_stand_together() -> None:
    index = built([*HOME, *PARTY])
    matches = told(index, HOME[0], PARTY[0])
    pairs = {(m.a, m.b) for m in matches}
    assert pairs == {(HOME[n].report, PARTY[n].report) for n in (1, 2)}
    assert all(m.held and m.probability > 900_000 for m in matches)


def test_those_judged_different_are_not_held_for_one() -> None:
    parting = judged(JudgementKind.DIFFERENT, HOME[1].report, PARTY[1].report)
    matches = told(built([*HOME, *PARTY], [parting]), HOME[0], PARTY[0])
    wives = [m for m in matches if m.a == HOME[1].report]
    assert not any(m.held for m in wives)
    assert sum(m.b == PARTY[2].report for m in matches) == 1


def test_who_sits_beside_both_is_not_matched_with_themselves() -> None:
    aboard = [
        mention("bus", n, given, family="Melikyan", vehicle="1", ordinal=n)
        for n, given in enumerate(("Levon", "Gayane", "Levon"))
    ]
    found = beside(built(aboard).doubts, aboard[0].report, aboard[2].report)
    assert found.one == found.two == (aboard[1].report,)
    assert found.matches == ()


def test_who_states_no_company_has_none() -> None:
    index = built([*HOME, STRANGER])
    found = beside(index.doubts, HOME[0].report, STRANGER.report)
    assert found.two == ()
    assert found.matches == ()


def test_who_is_not_here_has_no_company() -> None:
    with pytest.raises(KeyError):
        beside(built([*HOME]).doubts, HOME[0].report, report_id("nobody"))
