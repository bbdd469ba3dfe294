"""`lists/operation.json`: what an operation declares about itself."""

from collections.abc import Mapping
from pathlib import Path

from stillhere.exercise.files import write_json
from stillhere.exercise.hours import DAYS_OF_CALLS, START, ZONE_NAME, end
from stillhere.reports.key import EXERCISE_KEY


def write_operation(
    lists: Path,
    population: int,
    register_coverage: float,
    *,
    days: int = DAYS_OF_CALLS,
    more: Mapping[str, object] | None = None,
) -> None:
    """Write the declaration of an exercise; its key is public.

    Args:
        lists: The folder of lists.
        population: People before.
        register_coverage: Share of them in the register.
        days: Days of lists after hour 0; the picture is as of their end.
        more: What else it declares.
    """
    write_json(
        lists / "operation.json",
        {
            "region": "Khankendi / Stepanakert and the villages around",
            "population": population,
            "register_coverage": register_coverage,
            "key": EXERCISE_KEY.secret.hex(),
            "time_zone": ZONE_NAME,
            "hour_0": START.isoformat(),
            "as_of": end(days),
        }
        | dict(more or {}),
    )
