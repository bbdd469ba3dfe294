import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.places import Gazetteer, LocalPlane, PlaceId, distance_km

NEAR = st.floats(-0.4, 0.4)


def test_a_degree_of_latitude_and_of_the_equator_have_their_lengths() -> None:
    assert distance_km(0, 0, 1, 0) == pytest.approx(111.195, abs=0.01)
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.195, abs=0.01)
    assert distance_km(90, 0, -90, 0) == pytest.approx(20015.1, abs=0.5)


def test_known_towns_are_as_far_apart_as_on_the_map() -> None:
    demo = Gazetteer.demo()
    town, shusha = demo[PlaceId("khankendi")], demo[PlaceId("shusha")]
    assert distance_km(town.lat, town.lon, shusha.lat, shusha.lon) == pytest.approx(
        6.41, abs=0.05
    )


@given(NEAR, NEAR, NEAR, NEAR)
def test_plane_and_sphere_agree_within_a_little_over_one_percent(
    lat_a: float, lon_a: float, lat_b: float, lon_b: float
) -> None:
    plane = LocalPlane(39.8, 46.75)
    points = (39.8 + lat_a, 46.75 + lon_a, 39.8 + lat_b, 46.75 + lon_b)
    assert plane.distance_km(*points) == pytest.approx(
        distance_km(*points), rel=0.012, abs=1e-6
    )


@given(NEAR, NEAR)
def test_a_point_comes_back_from_the_plane(lat: float, lon: float) -> None:
    plane = LocalPlane(39.8, 46.75)
    assert plane.to_degrees(*plane.to_km(39.8 + lat, 46.75 + lon)) == pytest.approx(
        (39.8 + lat, 46.75 + lon), abs=1e-9
    )


def test_the_origin_lies_at_zero_with_north_up_and_east_to_the_right() -> None:
    plane = LocalPlane(39.8, 46.75)
    assert plane.to_km(39.8, 46.75) == (0.0, 0.0)
    assert plane.to_km(39.9, 46.75)[1] == pytest.approx(11.10, abs=0.02)
    assert plane.to_km(39.8, 46.85)[0] == pytest.approx(8.57, abs=0.02)


@given(NEAR, NEAR, NEAR, NEAR)
def test_distance_is_the_same_both_ways(
    lat_a: float, lon_a: float, lat_b: float, lon_b: float
) -> None:
    there = distance_km(lat_a, lon_a, lat_b, lon_b)
    assert there == pytest.approx(distance_km(lat_b, lon_b, lat_a, lon_a))
    assert distance_km(lat_a, lon_a, lat_a, lon_a) == 0
