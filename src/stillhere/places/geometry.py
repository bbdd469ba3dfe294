"""Distances and local planes on WGS84, in kilometres and degrees."""

from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt
from typing import Final

MEAN_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth, (2a + b) / 3 of WGS84 (IUGG)."""
EQUATOR_KM: Final = 6378.137
"""Semi-major axis of WGS84 (NGA.STND.0036)."""
ECCENTRICITY_SQUARED: Final = 6.69437999014e-3
"""First eccentricity squared of WGS84 (NGA.STND.0036)."""


def distance_km(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Give the great-circle distance between two points in kilometres.

    Within .5 % of the distance on the ellipsoid; 0 for equal points.

    Source: haversine formula on a sphere of the mean radius.
    """
    half_lat = sin(radians(lat_b - lat_a) / 2)
    half_lon = sin(radians(lon_b - lon_a) / 2)
    chord = half_lat**2 + cos(radians(lat_a)) * cos(radians(lat_b)) * half_lon**2
    return 2 * MEAN_RADIUS_KM * asin(min(1.0, sqrt(chord)))


@dataclass(frozen=True, slots=True)
class LocalPlane:
    """A flat map around one point: x to the east, y to the north, kilometres.

    Distances are good to about 1 % within 50 km of the point; not for the poles or
    across the 180th meridian.

    Attributes:
        lat: Latitude of the origin in degrees.
        lon: Longitude of the origin in degrees.
    """

    lat: float
    lon: float

    def to_km(self, lat: float, lon: float) -> tuple[float, float]:
        """Give x and y in kilometres of a point in degrees."""
        north, east = self._km_per_degree()
        return (lon - self.lon) * east, (lat - self.lat) * north

    def to_degrees(self, x_km: float, y_km: float) -> tuple[float, float]:
        """Give latitude and longitude in degrees of a point in kilometres."""
        north, east = self._km_per_degree()
        return self.lat + y_km / north, self.lon + x_km / east

    def distance_km(
        self, lat_a: float, lon_a: float, lat_b: float, lon_b: float
    ) -> float:
        """Give the straight distance of two points on the plane in kilometres."""
        x_a, y_a = self.to_km(lat_a, lon_a)
        x_b, y_b = self.to_km(lat_b, lon_b)
        return hypot(x_b - x_a, y_b - y_a)

    def _km_per_degree(self) -> tuple[float, float]:
        """Lengths of a degree to the north and to the east at the origin."""
        shrink = 1 - ECCENTRICITY_SQUARED * sin(radians(self.lat)) ** 2
        meridian = EQUATOR_KM * (1 - ECCENTRICITY_SQUARED) / shrink**1.5
        parallel = EQUATOR_KM / sqrt(shrink) * cos(radians(self.lat))
        return radians(meridian), radians(parallel)
