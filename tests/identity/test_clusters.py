"""Kruskal with refusals, against the plain reading of its text."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.clusters import Edge, Forest, kruskal

SLOT = st.integers(0, 9)
EDGES = st.lists(st.builds(Edge, SLOT, SLOT, st.booleans()), max_size=20)
MARKS = st.dictionaries(SLOT, st.sets(st.integers(0, 3)).map(tuple))
APART = st.sets(st.tuples(SLOT, SLOT).filter(lambda p: p[0] != p[1]), max_size=5)


def parted(pairs: set[tuple[int, int]]) -> dict[int, frozenset[int]]:
    both = pairs | {(b, a) for a, b in pairs}
    return {a: frozenset(y for x, y in both if x == a) for a, _ in both}


def sets_of(forest: Forest) -> set[frozenset[int]]:
    return {frozenset(members) for members in forest.members.values()}


@given(EDGES, MARKS, APART)
def test_unions_follow_the_text_of_the_rule(
    edges: list[Edge], marks: dict[int, tuple[int, ...]], apart: set[tuple[int, int]]
) -> None:
    forest, used, broken = kruskal(edges, marks, parted(apart))
    sets = [{slot} for slot in range(10)]
    held, refused = [], []
    for edge in edges:
        one = next(s for s in sets if edge.a in s)
        two = next(s for s in sets if edge.b in s)
        if one is two:
            continue
        differ = any(
            (a in one and b in two) or (a in two and b in one) for a, b in apart
        )
        ours = {mark for slot in one for mark in marks.get(slot, ())}
        clash = any(mark in ours for slot in two for mark in marks.get(slot, ()))
        if differ or (clash and not edge.judged):
            refused += [edge] if edge.judged else []
            continue
        held.append(edge)
        sets = [s for s in sets if s is not one and s is not two] + [one | two]
    assert used == held
    assert broken == refused
    assert sets_of(forest) == {frozenset(s) for s in sets if len(s) > 1}


@given(EDGES)
def test_the_edges_used_are_a_forest_that_holds_every_set(edges: list[Edge]) -> None:
    forest, used, _ = kruskal(edges, {}, {})
    sizes = [len(members) for members in forest.members.values()]
    assert len(used) == sum(sizes) - len(sizes)
    for members in forest.members.values():
        assert len({forest.root(slot) for slot in members}) == 1


def test_two_of_a_list_are_not_joined_through_a_third() -> None:
    marks: dict[int, tuple[int, ...]] = {0: (7,), 2: (7,)}
    _, used, broken = kruskal([Edge(0, 1, False), Edge(1, 2, False)], marks, {})
    assert used == [Edge(0, 1, False)]
    assert broken == []


def test_a_judged_edge_joins_what_a_list_forbids() -> None:
    marks: dict[int, tuple[int, ...]] = {0: (7,), 2: (7,)}
    _, used, _ = kruskal([Edge(0, 1, True), Edge(1, 2, True)], marks, {})
    assert len(used) == 2


def test_a_judged_edge_is_broken_by_a_pair_judged_different() -> None:
    edges = [Edge(0, 1, True), Edge(1, 2, True)]
    _, used, broken = kruskal(edges, {}, parted({(0, 2)}))
    assert used == edges[:1]
    assert broken == edges[1:]


def test_a_large_cluster_is_one_set() -> None:
    edges = [Edge(a, b, False) for a, b in combinations(range(60), 2)]
    forest, used, _ = kruskal(edges, {}, {})
    assert sets_of(forest) == {frozenset(range(60))}
    assert len(used) == 59
