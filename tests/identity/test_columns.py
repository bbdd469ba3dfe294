"""Lists as columns give the rows that their statements give."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stillhere.identity import Coded, Index, MentionColumns
from stillhere.identity.columns import NameHalves
from stillhere.identity.features import ORDER, ORDINAL, TRAITS
from stillhere.identity.written import WrittenNames
from stillhere.reports.statements import PersonStatement, WrittenName
from tests.identity.made import PLACES, RULES, built, mention, pool, worlds
from tests.identity.made import TRAITS as LISTS


def in_columns(rows: list[PersonStatement]) -> Iterator[MentionColumns]:
    for source in sorted({row.source for row in rows}):
        yield MentionColumns.of(source, [r for r in rows if r.source == source])


def rows_of(index: Index) -> dict[str, tuple[object, ...]]:
    """Everything the index holds of each mention but numbers of its own."""
    world = index.world
    features, words = world.features, world.vocabulary
    listed = {number: name for name, number in features.list_numbers.items()}
    return {
        world.id_of(slot): (
            [words.text(number) for number in features.tokens.view[slot]],
            features.small.view[slot].tolist(),
            features.wide.view[slot].tolist(),
            listed[int(features.lists.view[slot, 0])],
            features.lists.view[slot, [ORDINAL, TRAITS]].tolist(),
        )
        for slot in range(len(index))
    }


@settings(max_examples=60)
@given(worlds())
def test_columns_give_the_rows_and_links_of_statements(
    rows: list[PersonStatement],
) -> None:
    said = built(rows)
    columns = Index.build_columns(in_columns(rows), LISTS, RULES, PLACES)
    assert rows_of(columns) == rows_of(said)
    assert pool(columns) == pool(said)
    assert list(columns.clusters()) == list(said.clusters())


def test_no_lists_give_an_empty_index() -> None:
    assert len(Index.build_columns([], LISTS, RULES, PLACES)) == 0
    empty = MentionColumns.of("register", [])
    assert len(Index.build_columns([empty], LISTS, RULES, PLACES)) == 0


HALVES = st.sampled_from(
    (
        *("", "Levon", "Levon A.", "L. A.", "Anahit Karen", "Anna Maria", "Mr Levon"),
        *("Melikyan", "Melikyan-Petrosyan", "Арамовна", "Petrosyan (born Melikyan)"),
        *("Levoni", "Melik Petrosyan", "Ter Melikyan", "Hakob (Jakob)", "Անահիտ"),
    )
)


@settings(max_examples=200)
@given(st.lists(st.tuples(HALVES, HALVES, HALVES, HALVES), min_size=1, max_size=8))
def test_halves_of_names_say_what_whole_names_say(
    cells: list[tuple[str, str, str, str]],
) -> None:
    names = [
        WrittenName(given=g, family=f, patronymic=p, maiden=m) for g, f, p, m in cells
    ]
    halves = NameHalves(
        Coded.of(WrittenName(given=n.given, patronymic=n.patronymic) for n in names),
        Coded.of(WrittenName(family=n.family, maiden=n.maiden) for n in names),
    )
    count = len(names)
    rows = [mention("arrivals", n, "Levon") for n in range(count)]
    columns = replace(MentionColumns.of("arrivals", rows), names=halves)
    by_halves = Index.build_columns([columns], LISTS, RULES, PLACES)
    words, features = by_halves.world.vocabulary, by_halves.world.features
    read = WrittenNames()
    for slot, name in enumerate(names):
        said = [words.text(number) for number in features.tokens.view[slot].tolist()]
        assert said == list(read.tokens(name))
        assert features.small.view[slot, ORDER] == 1
