"""Who a statement may be about is what an update would say, and nothing is taken in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stillhere.identity import Index
from stillhere.reports.statements import PersonStatement
from tests.identity.made import TRAITS, born, built, mention, pool, worlds


def found(index: Index, row: PersonStatement) -> list[tuple[str, int, int]]:
    """Candidates of a mention the index holds, as `match` gives them."""
    listed = index.candidates(row.report, 100)
    return [(c.mention, c.weight, c.probability) for c in listed]


def told(index: Index, *rows: PersonStatement) -> list[tuple[str, int, int]]:
    matched = index.match(rows[0], TRAITS, 100, rows[1:])
    return [(m.mention, m.weight, m.probability) for m in matched]


def company(rows: list[PersonStatement], one: PersonStatement) -> list[PersonStatement]:
    """All of the stated household of a row, itself first."""
    group = (one.source, one.household)
    mates = [r for r in rows if (r.source, r.household) == group and r != one]
    return [one, *(mates if one.household else [])]


@settings(max_examples=60)
@given(worlds(), st.data())
def test_a_match_says_what_an_update_would(
    rows: list[PersonStatement], data: st.DataObject
) -> None:
    stated = [r for r in rows if not r.vehicle and r.ordinal is None]
    if not stated:
        return
    together = company(rows, data.draw(st.sampled_from(stated)))
    index = built([r for r in rows if r not in together])
    before = pool(index)
    matched = told(index, *together)
    assert pool(index) == before
    index.update(come=together, lists=TRAITS)
    assert matched == found(index, together[0])


def test_words_nobody_bears_are_not_kept() -> None:
    index = built([mention("register", 1, "Levon", family="Melikyan")])
    words = dict(index.world.vocabulary.numbers)
    stranger = mention("calls", 1, "Zorzis", family="Melikyan", birth=born(1950))
    assert index.match(stranger, TRAITS) == []
    assert index.world.vocabulary.numbers == words
    assert index.world.vocabulary.texts.size == len(words)


def test_at_most_so_many_are_named_best_first() -> None:
    rows = [
        mention("register", n, "Levon", family="Melikyan", birth=born(1950, 3, day))
        for n, day in enumerate((6, 7, 8))
    ]
    index = built(rows)
    asked = mention("calls", 1, "Levon", family="Melikyan", birth=born(1950, 3, 7))
    (first,) = index.match(asked, TRAITS, 1)
    assert first.mention == rows[1].report
    assert len(index.match(asked, TRAITS, 2)) == 2


def test_a_mention_of_the_index_is_not_compared_with_itself() -> None:
    row = mention("calls", 1, "Levon", family="Melikyan", birth=born(1950, 3, 7))
    index = built([row])
    assert index.match(row, TRAITS) == []


def test_nobody_is_found_in_an_empty_index() -> None:
    asked = mention("calls", 1, "Levon", family="Melikyan", birth=born(1950, 3, 7))
    assert built([]).match(asked, TRAITS) == []
