"""Two lists from outside: numbers that one of them alone has may be slips."""

from dataclasses import replace

from stillhere.identity import Index
from stillhere.reports.statements import PersonStatement
from tests.identity.counting.test_near_places import TRAITS
from tests.identity.made import PLACES, RULES, mention, pool

GIVEN = ("Karen", "Lusine", "Tigran", "Gayane")
FAMILY = ("Babayan", "Gasparyan", "Davtyan", "Yeghiazaryan")


def row(source: str, number: int, paper: str) -> PersonStatement:
    said = mention(source, number, GIVEN[number], family=FAMILY[number])
    return replace(said, documents=(paper,) if paper else ())


def strange(source: str, given: str, family: str, paper: str) -> PersonStatement:
    """Somebody whose names meet nobody's."""
    return mention(source, 9, given, family=family, documents=(paper,))


PAPERS = ("AN1000001", "AN2000002", "AN3000003", "AN4000004")
ONE = strange("left", "Anush", "Petrosyan", "AN7654321")
TWO = strange("right", "Anush", "Melikyan", "AN7654231")


def met(*rows: PersonStatement, counting: bool = True) -> bool:
    index = Index.build(rows, TRAITS, (), RULES, PLACES, counting=counting)
    return (ONE.report, TWO.report) in pool(index)


def known(papers: tuple[str, ...]) -> list[PersonStatement]:
    """People of both lists; on the left with the numbers they have on the right."""
    right = [row("right", n, paper) for n, paper in enumerate(PAPERS)]
    return [*right, *(row("left", n, paper) for n, paper in enumerate(papers))]


def test_two_numbers_that_a_slip_parts_bring_two_rows_together() -> None:
    assert met(*known(PAPERS), ONE, TWO)


def test_a_number_both_lists_have_is_nobody_elses_slip() -> None:
    theirs = row("left", 0, TWO.documents[0])
    assert not met(*known(PAPERS)[:-4], *known(PAPERS)[5:], theirs, ONE, TWO)


def test_lists_that_number_other_things_hold_no_slips() -> None:
    assert not met(*known(("7000001", "7000002", "7000003")), ONE, TWO)


def test_a_picture_looks_for_no_slips_of_numbers() -> None:
    assert not met(*known(PAPERS), ONE, TWO, counting=False)
