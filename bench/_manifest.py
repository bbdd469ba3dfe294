"""A bus manifest of invented people, ready to be appended, and a clock."""

import gc
from collections.abc import Callable
from time import perf_counter

from stillhere.reports import EXERCISE_KEY, Report, Stamp, make_report
from stillhere.vocabulary.kinds import ReportKind


def bus_manifest(count: int) -> list[Report]:
    """The rows of one list."""
    stamp = Stamp(source_date="2023-09-27")
    return [
        make_report(
            EXERCISE_KEY,
            ReportKind.ROW,
            "bus manifest",
            {
                "Name": f"Սարգսյան Արմեն {number}",
                "Born": str(1930 + number % 90),
                "Address": f"Թումանյան փողոց {number % 300}, {number % 20}",
                "Phone": f"+374 00 {number:06}",
                "From": "Ստեփանակերտ",
                "To": "Գորիս",
                "No": str(number),
            },
            stamp=stamp,
        )
        for number in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    """How long it took, after a rest for the collector."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start
