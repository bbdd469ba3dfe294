"""Reports for these tests: invented people in four scripts, the same every time."""

from random import Random

from stillhere.reports import EXERCISE_KEY, Provenance, Report, Stamp, make_report
from stillhere.vocabulary.kinds import ReportKind

PASSPHRASE = "vier Wörter: քար ծառ գետ"  # noqa: S105 (protects nobody)

_SCRIPTS = (
    (("Ար", "Մա", "Սու", "Կա", "Գրի", "Լու"), "յան"),
    (("Ан", "Ми", "Са", "Гри", "Ле", "Ов"), "янов"),
    (("Əl", "Çi", "Gün", "Şah", "Qa", "Ru"), "oğlu"),
    (("Ar", "Mi", "Sa", "Gri", "Le", "Ov"), "yants"),
)


def seeded(number: int) -> Random:
    """A source of chance that is the same on every run."""
    return Random(number)  # noqa: S311 (repeatable, not secret)


def name(random: Random) -> str:
    """A name nobody bears, at least fourteen letters long."""
    syllables, ending = random.choice(_SCRIPTS)
    return "".join(random.choice(syllables) for _ in range(7)) + ending


def row(number: int, stamp: Stamp | None = None, **more: str) -> Report:
    """One row of a list, the same for the same number."""
    random = seeded(number)
    fields = {
        "Name": name(random),
        "Born": str(random.randrange(1920, 2023)),
        "Address": f"{name(random)} {random.randrange(90)}",
        "No": str(number),
        **more,
    }
    return make_report(
        EXERCISE_KEY,
        ReportKind.ROW,
        f"list {number % 3}",
        fields,
        source_key=f"K{number}",
        stamp=stamp,
    )


def rows(start: int, stop: int) -> list[Report]:
    """Rows from `start` up to `stop`."""
    return [row(number) for number in range(start, stop)]


def lines(reports: list[Report], file: str = "list.csv") -> list[Provenance]:
    """Where these reports stand, one after the other below a header."""
    return [Provenance(r.id, file, "", n) for n, r in enumerate(reports, 2)]


def decision(kind: ReportKind, **fields: object) -> Report:
    """A decision of an officer."""
    return make_report(EXERCISE_KEY, kind, "officer", fields)  # type: ignore[arg-type]


def erasure(*targets: Report) -> Report:
    """An erasure of these reports."""
    return decision(ReportKind.ERASURE, targets=[t.id for t in targets])


def batch(number: int) -> list[Report]:
    """One batch of an import: up to 60 reports, some of them of the batch before."""
    repeated = _rows_of(number - 1)[:3] if number else []
    return [*_rows_of(number), *repeated]


def _rows_of(number: int) -> list[Report]:
    start = number * 60
    return rows(start, start + seeded(number).randrange(1, 60))
