"""``link``: two lists from outside, row by row."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from os.path import realpath
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli import engines, shapes
from stillhere.cli.clock import checked, now
from stillhere.cli.engines import EngineOption, SparkSettings
from stillhere.cli.linked import (
    list_shape,
    result_shape,
    tell,
    write_candidates,
    write_pairs,
)
from stillhere.cli.options import AsJson
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, note, told
from stillhere.errors import StillHereError
from stillhere.identity import EngineName, IdentityRules
from stillhere.intake import PlaceReader
from stillhere.intake.list_year import year_of
from stillhere.intake.people_list import PeopleList, open_lists
from stillhere.pipeline.calm import calm
from stillhere.pipeline.plain_lists import large_plain
from stillhere.pipeline.two_lists import LEFT, RIGHT, link_lists
from stillhere.pipeline.two_lists_marks import Marker, read_pairs, within
from stillhere.places import Gazetteer
from stillhere.vocabulary.fields import Field

_MILLION = 1_000_000
_YEAR = re.compile(r"(?:19|20)\d\d")
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
        str | None,
        typer.Option(help="Date of ages that have none, ISO; or the year alone."),
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
        one, two = large_plain(asked) or _dated(list(open_lists(asked)), as_of)
        how = {LEFT: list_shape(left, one), RIGHT: list_shape(right, two)}
        if population is None:
            population = len(two)
            note(
                f"Taken as the number of people there are: {population:,} right rows. "
                "Where there are more, say how many with --population, and which share "
                "of them the right list holds with --coverage; else namesakes outside "
                "it count as nobody."
            )
        rules = IdentityRules.shipped(population, share)
        places = PlaceReader(Gazetteer.demo())
        linked = link_lists(one, two, rules, places, shown.tell, engine=links)
        shown.tell("writing pairs", 0.0)
        kept, findings = within(known, linked, (left.name, right.name))
        marker = Marker(kept)
        write_pairs(out, linked, marker)
        if candidates is not None:
            write_candidates(candidates, linked)
    result = {**how, **result_shape(out, linked, marker, marked=known is not None)}
    if json:
        as_json({**result, "findings": shapes.findings(findings)})
        return
    tell(result)
    told(findings)


def _check_files(files: list[Path], outputs: list[Path]) -> None:
    for path in outputs:
        if sum(_is_same(path, other) for other in files) > 1:
            raise StillHereError("cli/same-file", path=path)
        if not path.absolute().parent.is_dir():
            raise StillHereError("cli/no-such-folder", path=path.parent)
        if path.is_dir():
            raise StillHereError("cli/file-failed", path=path, reason="it is a folder")
        if path.is_file():
            note(f"{path} is there already and will be replaced.")


def _is_same(one: Path, two: Path) -> bool:
    """Whether two paths lead to one file, however they are written."""
    if realpath(one) == realpath(two):
        return True
    return one.exists() and two.exists() and one.samefile(two)


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
    if not (share.is_finite() and 0 < share <= 1):
        raise typer.BadParameter("coverage is a share above 0 and up to 1, as 0.93")
    return max(1, round(share * _MILLION))


def _dated(lists: list[PeopleList], as_of: str | None) -> list[PeopleList]:
    if as_of is not None and not _YEAR.fullmatch(as_of):
        checked(as_of)
    if not any(people.ages_without_year for people in lists):
        return lists
    today = int(now()[:4])
    year = as_of[:10] if as_of else str(year_of(lists, today) or today)
    if as_of is None:
        note(f"Ages without a date are taken as of {year}; --as-of says otherwise.")
    return [people.dated(year) for people in lists]
