"""``exercise calibration``: whether stated chances come true, over several worlds."""

from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, print_line, table
from stillhere.exercise import Bins, LinkMarks, RowMarks, read_truth, row_marks
from stillhere.exercise.calibration import ENOUGH

_PLACES = 6


def calibration(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="DIR...", help="Worlds with truth/; added up."),
    ],
    *,
    json: AsJson = False,
) -> None:
    """Mark the probabilities of links by the truth, row by row.

    One best register person for each row of the other lists; a row counts as linked
    from a chance of .5 on.
    """
    with steps() as shown:
        marks = sum((_marks(folder, shown) for folder in folders), RowMarks())
    if json:
        as_json({"worlds": len(folders), **shape(marks)})
    else:
        tell(marks)


def _marks(folder: Path, shown: Steps) -> RowMarks:
    truth = read_truth(folder)
    with opened(folder, shown) as found:
        picture = found.picture(shown)
    shown.tell("judging", 0.0)
    origin = {p.report: (p.file, p.row) for p in found.provenance}
    evidence = picture.evidence
    return row_marks(truth, evidence.doubts(), evidence.arrivals(), origin)


def shape(marks: RowMarks) -> dict[str, Any]:
    """The marks for machines; fractions 0 to 1, points where a name says so."""
    return {
        "groups": {
            name: {
                "best": _shares(marks.best[name]),
                "automatic": _shares(marks.automatic[name]),
                "candidates": round(marks.reached[name].share, _PLACES),
            }
            for name in marks.reached
        },
        "links": _bins(marks.links),
        "arrived": _bins(marks.arrived),
    }


def _shares(marks: LinkMarks) -> dict[str, float]:
    return {
        "precision": round(marks.precision, _PLACES),
        "recall": round(marks.recall, _PLACES),
        "f1": round(marks.f1, _PLACES),
        "rows": marks.findable,
    }


def _bins(bins: Bins) -> dict[str, Any]:
    rows = [
        {
            "from": row.low,
            "to": row.high,
            "cases": row.cases,
            "stated": round(row.stated, _PLACES),
            "observed": round(row.observed, _PLACES),
        }
        for row in bins.rows()
    ]
    worst = bins.worst()
    return {"bins": rows, "worst_points": None if worst is None else round(worst, 2)}


def tell(marks: RowMarks) -> None:
    """Print the marks as tables."""
    heading("Rows with their best person of the register")
    headers = ("group", "#rows", "#F1 from .5", "#precision", "#recall", "#candidates")
    table(headers, [_group_row(marks, name) for name in marks.reached])
    print_line("Precision and recall are of the links made without a person.")
    _tell_bins("Chance that a row is its best person", marks.links)
    _tell_bins("Chance that a person of the register has left", marks.arrived)


def _group_row(marks: RowMarks, name: str) -> tuple[str, ...]:
    best, automatic = marks.best[name], marks.automatic[name]
    shares = (best.f1, automatic.precision, automatic.recall)
    met = marks.reached[name].share
    return name, f"{best.findable:,}", *(f"{x:.4f}" for x in (*shares, met))


def _tell_bins(title: str, bins: Bins) -> None:
    heading(title)
    rows = [
        (
            f"{row.low:.2f} to {row.high:.2f}",
            f"{row.cases:,}",
            f"{row.stated:.4f}",
            f"{row.observed:.4f}",
            f"{row.off:.1f}" if row.cases >= ENOUGH else "",
        )
        for row in bins.rows()
    ]
    table(("chance", "#cases", "#stated", "#came true", "#points off"), rows)
    worst = bins.worst()
    print_line(
        f"No bin has {ENOUGH} cases; fewer say nothing. Name more worlds."
        if worst is None
        else f"Worst of the bins with at least {ENOUGH} cases: {worst:.1f} points."
    )
