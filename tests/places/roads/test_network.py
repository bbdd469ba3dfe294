"""Ways on small drawn nets, and on random ones beside a naive search."""

from heapq import heappop, heappush
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stillhere.places.roads import Course, Network, RoadTable, Speeds, Spots
from stillhere.places.roads.course import Mask
from stillhere.places.roads.layout import Passable
from stillhere.places.roads.table import Ints
from stillhere.vocabulary.roads import VehicleClass
from tests.places.roads.drawn import line, roads, street

SPEEDS = Speeds.shipped()
WALKING, CAR, BUS, AMBULANCE = VehicleClass
Point = tuple[float, float]
Net = tuple[dict[int, Point], dict[int, tuple[tuple[int, ...], dict[str, str]]]]


class Drawn:
    """The ways of one vehicle on a drawn net, between points in metres."""

    def __init__(self, table: RoadTable, vehicle: VehicleClass = CAR) -> None:
        self.course = Course.of(table)
        self.net = Network.of(table, vehicle, SPEEDS)

    def spots(self, *points: Point) -> Spots:
        x, y = (np.array(axis, np.int64) for axis in zip(*points, strict=True))
        return self.course.snap(x, y, self.net.layout.passable.usable, 500)

    def ms(self, begin: Point, end: Point, net: Network | None = None) -> float:
        found = net or self.net
        one, two = (found.terminals(self.spots(point)) for point in (begin, end))
        return float(found.matrix_ms(one, two)[0, 0])

    def pieces(self, *ways: int) -> Mask:
        table = self.course.table
        found: Mask = np.isin(table.way_id, ways)[table.piece_way]
        return found


@pytest.fixture(name="row")
def _row(tmp_path: Path) -> RoadTable:
    """One street of 600 metres in three ways, with a dead end off its middle."""
    nodes = {**line(range(1, 8)), 20: (300, 200)}
    ways = {
        1: street(1, 2, 3),
        2: street(3, 4),
        3: street(4, 5, 6, 7),
        4: street(4, 20),
    }
    return roads(tmp_path, nodes, ways)


def test_the_way_along_a_street_takes_its_length_at_the_speed(row: RoadTable) -> None:
    drawn = Drawn(row)
    assert drawn.ms((0, 0), (600, 0)) == pytest.approx(600 * 3600 / 25, rel=0.002)
    assert drawn.ms((50, 20), (250, -20)) == pytest.approx(200 * 3600 / 25, rel=0.01)
    assert drawn.ms((250, 0), (50, 0)) == drawn.ms((50, 0), (250, 0))
    assert drawn.ms((100, 0), (100, 0)) == 0
    on_foot = Drawn(row, WALKING)
    assert on_foot.ms((0, 0), (600, 0)) == pytest.approx(600 * 3600 / 5, rel=0.002)


def test_nobody_drives_against_a_one_way_and_everybody_walks_it(tmp_path: Path) -> None:
    ways = {1: street(1, 2, oneway="yes"), 2: street(2, 3), 3: street(3, 1)}
    nodes = {1: (0, 0), 2: (300, 0), 3: (150, 400)}
    table = roads(tmp_path, nodes, ways)
    driven, walked = Drawn(table), Drawn(table, WALKING)
    there, back = driven.ms((10, 0), (290, 0)), driven.ms((290, 0), (10, 0))
    assert there == pytest.approx(280 * 144, rel=0.01)
    assert back > 3 * there
    assert walked.ms((290, 0), (10, 0)) == walked.ms((10, 0), (290, 0))


def test_a_bollard_stops_wheels_and_a_gate_stops_nobody(tmp_path: Path) -> None:
    net = line((1, 2, 3)), {1: street(1, 2, 3)}
    bollard = roads(tmp_path, *net, {2: {"barrier": "bollard"}})
    assert Drawn(bollard).ms((10, 0), (190, 0)) == np.inf
    assert Drawn(bollard).ms((10, 0), (90, 0)) < np.inf
    assert Drawn(bollard, WALKING).ms((10, 0), (190, 0)) < np.inf
    gate = roads(tmp_path, *net, {2: {"barrier": "gate"}})
    assert Drawn(gate).ms((10, 0), (190, 0)) == pytest.approx(180 * 144, rel=0.01)


def test_a_barrier_at_a_junction_stops_every_way_through_it(tmp_path: Path) -> None:
    nodes = {1: (-300, 0), 2: (0, 0), 3: (300, 0), 4: (0, 300)}
    ways = {1: street(1, 2, 3), 2: street(2, 4)}
    table = roads(tmp_path, nodes, ways, {2: {"barrier": "block"}})
    for begin, end in (((-100, 0), (100, 0)), ((0, 100), (100, 0))):
        assert Drawn(table).ms(begin, end) == np.inf
        assert Drawn(table, WALKING).ms(begin, end) < np.inf


def test_a_yard_cut_off_from_the_roads_is_passed_over(tmp_path: Path) -> None:
    nodes = {1: (0, 0), 2: (4000, 0), 3: (200, 60), 4: (260, 60)}
    table = roads(
        tmp_path, nodes, {1: street(1, 2), 2: street(3, 4, highway="service")}
    )
    drawn = Drawn(table)
    spots = drawn.spots((230, 50))
    assert table.way_id[table.piece_way[spots.piece]].tolist() == [1]
    assert spots.off_m.tolist() == [50]


def test_who_is_near_no_road_is_not_reached(row: RoadTable) -> None:
    drawn = Drawn(row)
    assert drawn.spots((0, -510), (0, -490)).piece.tolist() == [-1, 0]
    assert drawn.ms((0, -510), (100, 0)) == np.inf
    assert drawn.ms((100, 0), (0, -510)) == np.inf


def test_what_is_closed_parts_a_street_and_leaves_both_sides(row: RoadTable) -> None:
    drawn = Drawn(row)
    closed = drawn.net.closing(drawn.pieces(2))
    assert drawn.ms((0, 0), (600, 0), closed) == np.inf
    assert drawn.ms((0, 0), (190, 0), closed) == drawn.ms((0, 0), (190, 0))
    assert drawn.ms((300, 190), (600, 0), closed) == drawn.ms((300, 190), (600, 0))
    assert drawn.ms((250, 0), (290, 0), closed) == np.inf


def test_which_legs_lie_on_what_is_closed(row: RoadTable) -> None:
    drawn = Drawn(row)
    legs = [
        ((0, 0), (600, 0)),
        ((600, 0), (10, 0)),
        ((0, 0), (190, 0)),
        ((300, 190), (600, 0)),
        ((250, 0), (260, 0)),
        ((0, 0), (250, 0)),
        ((0, 900), (600, 0)),
    ]
    one, two = (drawn.net.terminals(drawn.spots(*e)) for e in zip(*legs, strict=True))
    found = drawn.net.through(one, two, drawn.pieces(2))
    assert found.tolist() == [True, True, False, False, True, True, False]


def test_rows_that_stay_are_kept_and_the_rest_worked_out(row: RoadTable) -> None:
    drawn = Drawn(row)
    points = [(0, 0), (600, 0), (300, 190)]
    ends = drawn.net.terminals(drawn.spots(*points))
    drawn.net.matrix_ms(ends, ends)
    after = drawn.net.closing(drawn.pieces(4))
    assert after.rows_known < drawn.net.rows_known
    again = after.terminals(drawn.spots(*points))
    fresh = Network(drawn.net.layout, drawn.pieces(4))
    assert np.array_equal(after.matrix_ms(again, again), fresh.matrix_ms(again, again))


Spot = tuple[int, int]
"""A piece and how far along it, decimetres."""


def naive(table: RoadTable, closed: Mask, begin: Spot, end: Spot) -> float:
    """Milliseconds between two points, piece by piece and without chains, for a car."""
    may = Passable.of(table, CAR, SPEEDS)
    edges: dict[str, list[tuple[str, float]]] = {}
    for n in np.flatnonzero(may.usable & ~closed).tolist():
        time, dm = int(may.time_ms[n]), max(int(table.piece_dm[n]), 1)
        marks = {0: f"node {table.piece_a[n]}", time: f"node {table.piece_b[n]}"}
        stops = [*marks.items()]
        stops += [(time * d // dm, f"spot {n} {d}") for p, d in (begin, end) if p == n]
        for (t1, one), (t2, two) in pairwise(sorted(stops)):
            if not may.against[0][n]:
                edges.setdefault(one, []).append((two, t2 - t1))
            if not may.against[1][n]:
                edges.setdefault(two, []).append((one, t2 - t1))
    found: dict[str, float] = {}
    waiting = [(0.0, f"spot {begin[0]} {begin[1]}")]
    while waiting:
        time_, node = heappop(waiting)
        if node not in found:
            found[node] = time_
            for other, more in edges.get(node, ()):
                heappush(waiting, (time_ + more, other))
    return found.get(f"spot {end[0]} {end[1]}", np.inf)


@st.composite
def nets(draw: st.DrawFn) -> Net:
    """Up to twenty crossing streets, some one-way, with dead ends and rounds."""
    size = draw(st.integers(4, 14))
    nodes = {
        n: (float(n % 4 * 150 + n), float(n // 4 * 130)) for n in range(1, size + 1)
    }
    ways = {}
    for code in range(1, draw(st.integers(3, 20)) + 1):
        refs = draw(st.lists(st.integers(1, size), min_size=2, max_size=5))
        refs = [r for n, r in enumerate(refs) if not n or r != refs[n - 1]]
        if len(refs) > 1:
            oneway = draw(st.sampled_from(["no", "no", "yes", "-1"]))
            ways[code] = (tuple(refs), {"highway": "residential", "oneway": oneway})
    return nodes, ways or {1: ((1, 2), {"highway": "residential"})}


def _spots(
    draw: st.DataObject, table: RoadTable, usable: Ints, many: int
) -> list[Spot]:
    """Points on pieces, but at no end of one."""
    found = []
    for _ in range(many):
        piece = draw.draw(st.sampled_from(usable.tolist()))
        length = int(table.piece_dm[piece])
        found.append((piece, draw.draw(st.integers(1, max(1, length - 1)))))
    return found


def _columns(spots: list[Spot]) -> Spots:
    piece, along = (np.array(column, np.int64) for column in zip(*spots, strict=True))
    return Spots(piece, along, np.zeros_like(piece))


@settings(max_examples=60, deadline=None)
@given(nets(), st.data())
def test_ways_are_those_of_a_search_without_chains(
    tmp_path_factory: pytest.TempPathFactory, net: Net, data: st.DataObject
) -> None:
    table = roads(tmp_path_factory.mktemp("net"), *net)
    before = Network.of(table, CAR, SPEEDS)
    usable = np.flatnonzero(before.layout.passable.usable)
    spots = _spots(data, table, usable, 4)
    every = before.terminals(_columns(spots))
    before.matrix_ms(every, every)
    shut = data.draw(st.sets(st.sampled_from(usable.tolist()), max_size=3))
    closed = np.isin(np.arange(len(table)), sorted(shut))
    for number in (before, before.closing(closed)):
        at = number.terminals(_columns(spots))
        known = [[naive(table, number.closed, a, b) for b in spots] for a in spots]
        for n, (piece, _) in enumerate(spots):
            if number.closed[piece]:
                known[n] = [np.inf] * 4
        assert number.matrix_ms(at, at).tolist() == known
        last = number.terminals(_columns(spots[-1:]))
        assert number.column_ms(at, last).tolist() == [row[-1] for row in known]


@settings(max_examples=60, deadline=None)
@given(nets(), st.data())
def test_a_leg_that_takes_longer_lay_on_what_was_closed(
    tmp_path_factory: pytest.TempPathFactory, net: Net, data: st.DataObject
) -> None:
    table = roads(tmp_path_factory.mktemp("net"), *net)
    before = Network.of(table, CAR, SPEEDS)
    usable = np.flatnonzero(before.layout.passable.usable)
    one, two = (_columns(_spots(data, table, usable, 3)) for _ in range(2))
    shut = data.draw(st.sets(st.sampled_from(usable.tolist()), min_size=1, max_size=3))
    closed = np.isin(np.arange(len(table)), sorted(shut))
    flagged = before.through(before.terminals(one), before.terminals(two), closed)
    after = before.closing(closed)
    was = before.pairs_ms(before.terminals(one), before.terminals(two))
    now = after.pairs_ms(after.terminals(one), after.terminals(two))
    assert not (flagged & ~np.isfinite(was)).any()
    assert not ((was != now) & ~flagged).any()
    assert (was <= now).all()
