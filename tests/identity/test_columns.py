"""Lists as columns give the rows that their statements give."""

from collections.abc import Iterator

from hypothesis import given, settings

from stillhere.identity import Index, MentionColumns
from stillhere.identity.features import ORDINAL, TRAITS
from stillhere.reports.statements import PersonStatement
from tests.identity.made import PLACES, RULES, built, pool, worlds
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
