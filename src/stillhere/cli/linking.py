"""``link``: two lists from outside, row by row."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import engines, shapes
from stillhere.cli.clock import checked, now
from stillhere.cli.engines import EngineOption, SparkSettings
from stillhere.cli.options import AsJson
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, note, print_line, say, table, told
from stillhere.cli.writing import written
from stillhere.errors import Finding, StillHereError
from stillhere.identity import EngineName, IdentityRules
from stillhere.intake import PlaceReader
from stillhere.intake.list_year import year_of
from stillhere.intake.people_list import PeopleList, open_lists
from stillhere.pipeline.calm import calm
from stillhere.pipeline.two_lists import LEFT, RIGHT, Linked, link_lists
from stillhere.pipeline.two_lists_marks import (
    Marker,
    Marks,
    Truth,
    read_pairs,
    strangers,
)
from stillhere.places import Gazetteer
from stillhere.vocabulary.fields import Field

_COLUMNS = ("left_id", "right_id", "probability", "evidence")
_AT_ONCE = 10_000
_MILLION = 1_000_000
_List = Annotated[Path, typer.Argument(help="CSV, TSV, XLSX or ODS with people.")]


def link(  # noqa: PLR0913 (each is a word of the command line)
    left: _List,
    right: _List,
    *,
    out: Annotated[
        Path, typer.Option(help="CSV: the best right row for each left row.")
    ],
    truth: Annotated[
        Path | None,
        typer.Option(help="CSV of left_id,right_id; marks are given by it."),
    ] = None,
    candidates: Annotated[
        Path | None, typer.Option(help="Write every possible pair as left_id,right_id.")
    ] = None,
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="SIDE:COLUMN=FIELD",
            help="Say what a column means, as left:born=birth_date; repeatable.",
        ),
    ] = None,
    population: Annotated[
        int | None,
        typer.Option(min=1, help="People there are; the right rows where not said."),
    ] = None,
    coverage: Annotated[
        str | None,
        typer.Option(help="Share of them in the right list, as 0.93."),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Date of ages that have none, ISO.")
    ] = None,
    engine: EngineOption = EngineName.EMBEDDED,
    spark: SparkSettings = None,
    json: AsJson = False,
) -> None:
    """Find for each row of one list the likeliest row of another."""
    links = engines.engine(engine, spark)
    files = [f for f in (left, right, truth, out, candidates) if f is not None]
    _check_files(files, [f for f in (out, candidates) if f is not None])
    said = _mapped(mapped or ())
    known = None if truth is None else read_pairs(truth)
    share = _share(coverage)
    with steps() as shown, calm():
        shown.tell("reading lists", 0.0)
        asked = [(left, said[LEFT]), (right, said[RIGHT])]
        lists = list(open_lists(asked))
        shapes_of = [_list_shape(people) for people in lists]
        lists = _dated(lists, as_of)
        if population is None:
            population = len(lists[1])
            note(f"Taken as the number of people there are: {population:,} right rows.")
        rules = IdentityRules.shipped(population, share)
        places = PlaceReader(Gazetteer.demo())
        one, two = lists
        linked = link_lists(one, two, rules, places, shown.tell, engine=links)
        shown.tell("writing pairs", 0.0)
        marker = Marker(known or {})
        _write(out, _COLUMNS, _lines(linked, marker))
        if candidates is not None:
            _write(candidates, _COLUMNS[:2], linked.candidates())
    findings = [] if known is None else _strangers(known, linked, (left, right))
    result: dict[str, Any] = {
        "left": shapes_of[0],
        "right": shapes_of[1],
        "rows": len(linked.left_ids),
        "linked": marker.at().linked,
        "written": str(out),
        "findings": shapes.findings(findings),
    }
    if known is not None:
        result |= {"at_half": _marks(marker.at()), "best": _marks(marker.best())}
    if json:
        as_json(result)
        return
    _tell(result, (left, right))
    if known is not None:
        _tell_marks(marker)
    told(findings)


def _check_files(files: list[Path], outputs: list[Path]) -> None:
    places = [path.absolute() for path in files]
    for path, place in zip(files, places, strict=True):
        if places.count(place) > 1 and path in outputs:
            raise StillHereError("cli/same-file", path=path)
    for path in outputs:
        if not path.absolute().parent.is_dir():
            raise StillHereError("cli/no-such-folder", path=path.parent)
        if path.is_file():
            note(f"{path} is there already and will be replaced.")


def _mapped(words: Iterable[str]) -> dict[str, dict[str, Field]]:
    """Side to header to meaning."""
    said: dict[str, dict[str, Field]] = {LEFT: {}, RIGHT: {}}
    for word in words:
        side, colon, rest = word.partition(":")
        header, equals, meaning = rest.rpartition("=")
        known = ", ".join(f.value for f in Field)
        if not colon or not equals or side not in said or not header:
            raise StillHereError("cli/map-unreadable", text=word, known=known)
        if meaning not in {f.value for f in Field}:
            raise StillHereError(
                "cli/no-such-word",
                text=meaning,
                what="meaning of a column",
                known=known,
            )
        said[side][header] = Field(meaning)
    return said


def _share(text: str | None) -> int | None:
    """Millionths of a share."""
    if text is None:
        return None
    try:
        share = Decimal(text)
    except InvalidOperation:
        share = Decimal(0)
    if not 0 < share <= 1:
        raise typer.BadParameter("coverage is a share above 0 and up to 1, as 0.93")
    return round(share * _MILLION)


def _dated(lists: list[PeopleList], as_of: str | None) -> list[PeopleList]:
    if as_of is not None:
        checked(as_of)
    if not any(people.ages_without_year for people in lists):
        return lists
    today = int(now()[:4])
    year = as_of[:10] if as_of else str(year_of(lists, today) or today)
    if as_of is None:
        note(f"Ages without a date are taken as of {year}; --as-of says otherwise.")
    return [people.dated(year) for people in lists]


def _lines(linked: Linked, marker: Marker) -> Iterator[tuple[str, ...]]:
    for pair in linked.pairs():
        marker.add(pair)
        yield (
            pair.left,
            pair.right,
            _decimal(pair.probability),
            "; ".join(f"{name} {bits / 1000:.1f}" for name, bits in pair.evidence),
        )


def _decimal(millionths: int) -> str:
    return f"{millionths / _MILLION:.6f}" if millionths else "0"


def _write(
    path: Path, header: tuple[str, ...], rows: Iterator[tuple[str, ...]]
) -> None:
    with written(path) as file:
        buffer = io.StringIO()
        lines = csv.writer(buffer, lineterminator="\n")
        lines.writerow(header)
        while some := list(islice(rows, _AT_ONCE)):
            lines.writerows(some)
            file.write(buffer.getvalue().encode("utf-8", "surrogatepass"))
            buffer.seek(0)
            buffer.truncate()
        file.write(buffer.getvalue().encode())


def _strangers(
    truth: Truth, linked: Linked, files: tuple[Path, Path]
) -> tuple[Finding, ...]:
    names = (files[0].name, files[1].name)
    return strangers(truth, linked.left_ids, linked.right_ids, names)


def _list_shape(people: PeopleList) -> dict[str, Any]:
    return {
        "file": people.file,
        "rows": len(people),
        "left_out": list(people.left_out),
        "sheets": [
            {
                "sheet": sheet.sheet,
                "rows": len(sheet),
                "id": sheet.ids.header,
                "columns": [
                    {"column": c.header, "read_as": c.field.value, "why": why.because()}
                    for c, why in zip(
                        sheet.profile.columns, sheet.proposal.reasons, strict=False
                    )
                ],
            }
            for sheet in people.sheets
        ],
    }


def _marks(marks: Marks) -> dict[str, Any]:
    return {
        "threshold": marks.threshold / _MILLION,
        "linked": marks.linked,
        "correct": marks.correct,
        "findable": marks.findable,
        "precision": round(marks.precision, 6),
        "recall": round(marks.recall, 6),
        "f1": round(marks.f1, 6),
    }


def _tell(result: dict[str, Any], files: tuple[Path, Path]) -> None:
    for side, path in zip((LEFT, RIGHT), files, strict=True):
        for sheet in result[side]["sheets"]:
            named = f" (sheet {sheet['sheet']})" if sheet["sheet"] else ""
            heading(f"{path}{named}, {side}")
            ids = sheet["id"]
            say(
                f"{sheet['rows']:,} rows; their ids are "
                + (f"the column {ids}." if ids else "their lines, as it has no ids.")
            )
            rows = [(c["column"], c["read_as"], c["why"]) for c in sheet["columns"]]
            table(("column", "read as", "why"), rows)
    say()
    say(f"{result['linked']:,} of {result['rows']:,} left rows are linked.")
    print_line(f"wrote {result['written']}")


def _tell_marks(marker: Marker) -> None:
    for words, marks in (("At", marker.at()), ("Best, at", marker.best())):
        say(
            f"{words} {marks.threshold / _MILLION:.3f}: precision "
            f"{marks.precision:.4f}, recall {marks.recall:.4f}, F1 {marks.f1:.4f} "
            f"({marks.correct:,} of {marks.linked:,} links are true; "
            f"{marks.findable:,} could be found)."
        )
