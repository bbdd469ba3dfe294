"""What ``link`` writes and says: pairs, candidates, how lists were read, marks."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from stillhere.cli.screen import heading, print_line, say, table
from stillhere.cli.writing import written
from stillhere.intake.people_list import PeopleList, PeopleSheet
from stillhere.pipeline.plain_lists import PlainList
from stillhere.pipeline.two_lists import LEFT, RIGHT, Linked
from stillhere.pipeline.two_lists_marks import Marker, Marks

Shape = dict[str, Any]
_COLUMNS = ("left_id", "right_id", "probability", "evidence")
_AT_ONCE = 10_000
_MILLION = 1_000_000


def write_pairs(path: Path, linked: Linked, marker: Marker) -> None:
    """Write one line for each left row; every pair is shown to `marker` as well."""
    _write(path, _COLUMNS, _lines(linked, marker))


def write_candidates(path: Path, linked: Linked) -> None:
    """Write the ids of every pair that was kept as possible."""
    _write(path, _COLUMNS[:2], linked.candidates())


def _lines(linked: Linked, marker: Marker) -> Iterator[Sequence[str]]:
    for pair in linked.pairs():
        marker.add(pair)
        yield (
            pair.left,
            pair.right,
            f"{pair.probability / _MILLION:.6f}" if pair.probability else "0",
            "; ".join(f"{name} {bits / 1000:.1f}" for name, bits in pair.evidence),
        )


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    left = iter(rows)
    buffer = io.StringIO()
    lines = csv.writer(buffer, lineterminator="\n")
    lines.writerow(header)
    with written(path) as file:
        while some := list(islice(left, _AT_ONCE)):
            lines.writerows(some)
            file.write(buffer.getvalue().encode("utf-8", "surrogatepass"))
            buffer.seek(0)
            buffer.truncate()
        file.write(buffer.getvalue().encode())


def list_shape(path: Path, people: PeopleList | PlainList) -> Shape:
    """How a list was read."""
    return {
        "file": str(path),
        "rows": len(people),
        "left_out": list(people.left_out),
        "sheets": [_sheet_shape(sheet) for sheet in people.sheets],
    }


def _sheet_shape(sheet: PeopleSheet | PlainList) -> Shape:
    columns = zip(sheet.profile.columns, sheet.proposal.reasons, strict=False)
    return {
        "sheet": sheet.sheet,
        "rows": len(sheet),
        "id": sheet.ids.header,
        "columns": [
            {
                "column": column.header,
                "read_as": column.field.value,
                "why": why.because(),
            }
            for column, why in columns
        ],
    }


def result_shape(out: Path, linked: Linked, marker: Marker, *, marked: bool) -> Shape:
    """What came of it; with marks where a truth is known."""
    half = marker.at()
    shape: Shape = {
        "rows": len(linked.left_ids),
        "linked": half.linked,
        "written": str(out),
    }
    if marked:
        shape |= {"at_half": _marks(half), "best": _marks(marker.best())}
    return shape


def _marks(marks: Marks) -> Shape:
    return {
        "threshold": marks.threshold / _MILLION,
        "linked": marks.linked,
        "correct": marks.correct,
        "findable": marks.findable,
        "precision": round(marks.precision, 6),
        "recall": round(marks.recall, 6),
        "f1": round(marks.f1, 6),
    }


def tell(result: Shape) -> None:
    """Say it to a person."""
    for side in (LEFT, RIGHT):
        for sheet in result[side]["sheets"]:
            _tell_sheet(result[side]["file"], side, sheet)
    say()
    say(f"{result['linked']:,} of {result['rows']:,} left rows are linked.")
    print_line(f"wrote {result['written']}")
    for words, name in (("At", "at_half"), ("Best, at", "best")):
        if name in result:
            _tell_marks(words, result[name])


def _tell_sheet(file: str, side: str, sheet: Shape) -> None:
    named = f" (sheet {sheet['sheet']})" if sheet["sheet"] else ""
    heading(f"{file}{named}, {side}")
    ids = sheet["id"]
    names = f"the column {ids}" if ids else "their lines, as it has none"
    say(f"{sheet['rows']:,} rows; their ids are {names}.")
    rows = [(c["column"], c["read_as"], c["why"]) for c in sheet["columns"]]
    table(("column", "read as", "why"), rows)


def _tell_marks(words: str, marks: Shape) -> None:
    say(
        f"{words} {marks['threshold']:.3f}: precision {marks['precision']:.4f}, "
        f"recall {marks['recall']:.4f}, F1 {marks['f1']:.4f} ({marks['correct']:,} of "
        f"{marks['linked']:,} links are true; {marks['findable']:,} could be found)."
    )
