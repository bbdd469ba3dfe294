"""`lists/operation.json`: what an operation declares about itself."""

from pathlib import Path

from stillhere.exercise.files import write_json
from stillhere.exercise.hours import START, ZONE_NAME, end
from stillhere.reports.key import EXERCISE_KEY


def write_operation(lists: Path, population: int, register_coverage: float) -> None:
    """Write the declaration of an exercise; its key is public."""
    write_json(
        lists / "operation.json",
        {
            "region": "Khankendi / Stepanakert and the villages around",
            "population": population,
            "register_coverage": register_coverage,
            "key": EXERCISE_KEY.secret.hex(),
            "time_zone": ZONE_NAME,
            "hour_0": START.isoformat(),
            "as_of": end(),
        },
    )
