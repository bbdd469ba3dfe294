"""Dots on a plain picture: as large as the people expected, a ring where nobody may go."""

import re

import numpy as np

from stillhere.desk.searching.dots import Dots, dots_of
from stillhere.ledger import PlaceKey
from tests.plan.town import ATLAS, scene

TOWN = PlaceKey("khankendi")
EVERYWHERE = np.ones(len(ATLAS), dtype=np.bool_)


def drawn(allowed: "np.ndarray[tuple[int], np.dtype[np.bool_]]" = EVERYWHERE) -> Dots:
    """The picture of the town."""
    dots = dots_of(scene().believed.doors, TOWN, allowed)
    assert dots is not None
    return dots


def radii(path: str) -> list[float]:
    """Of every dot of a path."""
    return [float(found) for found in re.findall(r"M\S+ \S+?a(\S+) ", path)]


def test_every_building_with_people_has_a_dot_and_areas_go_by_the_people() -> None:
    doors = scene().believed.doors
    sums: dict[str, int] = {}
    for door in doors.values():
        if door.key.startswith("khankendi/"):
            building = door.key.rpartition("/")[0]
            sums[building] = sums.get(building, 0) + door.expected
    dots = drawn()
    assert len(radii(dots.open)) == len(sums)
    assert dots.most == max(sums.values())
    assert max(radii(dots.open)) == 8
    wanted = sorted(max(1, 8 * (s / dots.most) ** 0.5) for s in sums.values())
    for radius, ideal in zip(sorted(radii(dots.open)), wanted, strict=True):
        assert abs(radius - ideal) < 0.02


def test_a_ring_stands_where_no_door_may_be_gone_to() -> None:
    allowed = EVERYWHERE.copy()
    allowed[[k.startswith("khankendi/B1/") for k in ATLAS.keys]] = False
    dots = drawn(allowed)
    assert len(radii(dots.shut)) == 1
    assert len(radii(dots.open)) == len(radii(drawn().open)) - 1
    assert drawn().shut == ""


def test_every_dot_is_inside_the_picture() -> None:
    dots = drawn()
    for left, middle, radius in re.findall(r"M(\S+) (\S+?)a(\S+) ", dots.open):
        assert 0 <= float(left) <= dots.width - 2 * float(radius)
        assert float(radius) <= float(middle) <= dots.height - float(radius)
    assert dots.wide_m == 1201


def test_a_place_without_doors_has_no_picture() -> None:
    doors = scene().believed.doors
    assert dots_of(doors, PlaceKey("x-nowhere"), EVERYWHERE) is None
