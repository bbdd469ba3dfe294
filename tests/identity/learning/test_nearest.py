"""Of several registers, the person a row is likeliest to be, whatever the order."""

from stillhere.identity import ListTraits
from stillhere.identity.learning.nearest import nearest_registered
from stillhere.reports.statements import PersonStatement
from tests.identity.made import born, built, mention

TRAITS = {
    name: ListTraits(name, once=True, register=True) for name in ("first", "second")
}


def levon(source: str, number: int = 1, *documents: str) -> PersonStatement:
    said = {"family": "Melikyan", "birth": born(1950, 3, 7), "documents": documents}
    return mention(source, number, "Levon", **said)


def found(*mentions: PersonStatement) -> str:
    world = built(list(mentions), traits=TRAITS).world
    near = nearest_registered(world)
    assert len(near) == 1
    return world.id_of(int(near.other[0]))


def test_of_two_as_likely_the_smaller_id_is_taken_in_either_order() -> None:
    row, one, two = (levon(source) for source in ("calls", "first", "second"))
    smaller = min(one.report, two.report)
    assert found(row, one, two) == found(row, two, one) == smaller


def test_a_namesake_makes_less_likely_what_weighs_more() -> None:
    row, *twins = (
        levon(source, n, "AN123456")
        for n, source in enumerate(("calls", "first", "first"))
    )
    alone = levon("second")
    assert found(row, *twins, alone) == alone.report
