import pytest

from stillhere.ledger import PlaceEntry, PlaceKey, Visited
from stillhere.ledger.ground import (
    LocalStatement,
    Totals,
    fold_place,
    of_dwelling,
    of_person,
)
from stillhere.reports.statements import (
    AnimalsStatement,
    CallStatement,
    NeedStatement,
    PropertyStatement,
    ServiceStatement,
    VisitStatement,
    WrittenPlace,
)
from stillhere.vocabulary import (
    PersonEvent,
    Service,
    ServiceState,
    VisitHow,
    VisitResult,
)
from tests.ledger.made import born, entry, mention, rid

HERE = WrittenPlace(settlement="Town")
H, R = VisitHow, VisitResult


def _visit(how: VisitHow, result: VisitResult, number: int = 1) -> VisitStatement:
    return VisitStatement(rid(number), "team", HERE, how, result, date="2023-10-02")


def _place(
    key: str, *local: LocalStatement, totals: Totals | None = None
) -> PlaceEntry:
    return fold_place(PlaceKey(key), ["Town"], local, [], totals or Totals())


@pytest.mark.parametrize(
    ("how", "result", "visited"),
    [
        (H.KNOCKED, R.NOBODY_ANSWERED, Visited.VISITED),
        (H.ENTERED, R.EMPTY, Visited.VISITED),
        (H.PASSED, R.PEOPLE_PRESENT, Visited.VISITED),
        (H.CALLED_OUT, R.NOBODY_ANSWERED, Visited.PASSED),
        (H.CALLED_THROUGH, R.NOBODY_ANSWERED, Visited.PASSED),
        (H.PASSED, R.NOBODY_ANSWERED, Visited.PASSED),
        (H.KNOCKED, R.NO_ACCESS, Visited.PASSED),
    ],
)
def test_a_dwelling_is_visited_at_the_door(
    how: VisitHow, result: VisitResult, visited: Visited
) -> None:
    assert _place("town/b1/1", _visit(how, result)).visited is visited


@pytest.mark.parametrize(
    ("how", "result", "visited"),
    [
        (H.CALLED_THROUGH, R.NOBODY_ANSWERED, Visited.VISITED),
        (H.PASSED, R.PEOPLE_PRESENT, Visited.VISITED),
        (H.KNOCKED, R.NOBODY_ANSWERED, Visited.PASSED),
        (H.CALLED_OUT, R.NOBODY_ANSWERED, Visited.PASSED),
        (H.CALLED_THROUGH, R.NO_ACCESS, Visited.PASSED),
    ],
)
def test_a_settlement_is_visited_when_somebody_answered_or_all_streets_were_called(
    how: VisitHow, result: VisitResult, visited: Visited
) -> None:
    assert _place("town", _visit(how, result)).visited is visited


def test_a_settlement_is_visited_by_a_word_at_one_of_its_doors() -> None:
    met = of_dwelling(_place("town/b1/1", _visit(H.KNOCKED, R.PEOPLE_PRESENT)))
    knocked = of_dwelling(_place("town/b1/1", _visit(H.KNOCKED, R.NOBODY_ANSWERED)))
    assert _place("town", totals=met).visited is Visited.VISITED
    assert _place("town", totals=knocked).visited is Visited.PASSED
    assert _place("town").visited is Visited.NOT_VISITED


def test_sources_that_disagree_on_a_service_stand_side_by_side() -> None:
    def water(
        number: int, source: str, state: ServiceState, day: str
    ) -> LocalStatement:
        return ServiceStatement(
            rid(number), source, HERE, Service.WATER, state, date=f"2023-10-{day}"
        )

    place = _place(
        "town",
        water(1, "engineers", ServiceState.OUT, "01"),
        water(2, "engineers", ServiceState.PARTLY, "03"),
        water(3, "residents", ServiceState.OUT, "02"),
    )
    assert [(s.source, s.state) for s in place.services] == [
        ("engineers", ServiceState.PARTLY),
        ("residents", ServiceState.OUT),
    ]


def test_a_place_keeps_and_cites_everything_said_of_it() -> None:
    place = _place(
        "town",
        CallStatement(rid(1), "hotline", HERE, people=2),
        NeedStatement(rid(2), "team", HERE, "insulin", urgency="today"),
        AnimalsStatement(rid(3), "owner", HERE, "cow", 4),
        PropertyStatement(rid(4), "owner", HERE, state="locked"),
        _visit(H.PASSED, R.NOBODY_ANSWERED, 5),
    )
    assert place.cites == tuple(rid(n) for n in range(1, 6))
    assert place.needs[0].what == "insulin"
    assert place.animals[0].number == 4
    assert place.last_visit == "2023-10-02"


def test_sums_come_back_to_nothing() -> None:
    person = entry(mention(1, PersonEvent.RESIDENT, birth=born(1930)))
    there = Totals().plus(of_person(person))
    assert there == Totals(registered=1, without_word=1, dependents=1)
    assert there.plus(of_person(person), -1) == Totals()
