"""``exercise make`` and ``exercise judge``: a town with known truth, and the marks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli.calibration import calibration
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson
from stillhere.cli.progress import steps
from stillhere.cli.running_exercise import run_exercise
from stillhere.cli.screen import as_json, heading, print_line, table
from stillhere.exercise import (
    REGISTER_FILE,
    LinkMarks,
    Row,
    UnaccountedMarks,
    judge_groups,
    judge_links,
    judge_unaccounted,
    list_group,
    make_world,
    read_truth,
)
from stillhere.exercise import (
    as_json as marks_shape,
)
from stillhere.ledger import Entry, Picture
from stillhere.reports import ReportId

commands = typer.Typer(
    help="Make a town with known truth, and judge the picture by it."
)


@commands.command("make")
def make(  # noqa: PLR0913 (what a person can say of a world)
    *,
    town: Annotated[
        str, typer.Option(help="tutorial, khankendi or region.")
    ] = "tutorial",
    seed: Annotated[int, typer.Option(help="Same seed, same bytes.")] = 7,
    out: Annotated[Path, typer.Option(help="A new or empty folder.")],
    core: Annotated[
        bool,
        typer.Option("--core", help="The core world, on which marks are measured."),
    ] = False,
    scale: Annotated[float, typer.Option(help="Shrinks or enlarges the town.")] = 1.0,
    together: Annotated[
        bool,
        typer.Option(
            "--together",
            help="Lists fail together: a village is missing from the register; calls, "
            "requests and care know the same people.",
        ),
    ] = False,
    reports: Annotated[
        int,
        typer.Option(help="Fill a full world with about so many rows over 60 days."),
    ] = 0,
    json: AsJson = False,
) -> None:
    """Write the messy lists of an invented town, and the truth to judge by.

    Without --core it is the full world: people in other places than homes, ways that
    are closed, signs of life, and people who weaken.
    """
    with steps() as shown:
        make_world(
            town,
            seed,
            out,
            core=core,
            scale=scale,
            together=together,
            reports=reports,
            progress=shown.tell,
        )
    lists = sorted(p for p in (out / "lists").rglob("*") if p.is_file())
    if json:
        as_json({"town": town, "seed": seed, "folder": str(out), "files": len(lists)})
        return
    print_line(f"{town}, seed {seed}: {len(lists)} files in {out / 'lists'}.")
    print_line(
        f"The truth is in {out / 'truth'}; only commands that judge or --learn read it."
    )


commands.command("calibration")(calibration)
commands.command("run")(run_exercise)


@commands.command("judge")
def judge(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A world with truth/.")],
    *,
    json: AsJson = False,
) -> None:
    """Build the picture of a world and mark it by the truth."""
    truth = read_truth(folder)
    with steps() as shown:
        with opened(folder, shown) as found:
            picture = found.picture(shown)
        shown.tell("judging", 0.0)
        linked = links(found, picture)
        marks = judge_links(truth, linked)
        unaccounted = judge_unaccounted(truth, set(listed(found, picture)))
    if json:
        as_json(dict(marks_shape(marks, unaccounted)))
    else:
        _tell(marks, unaccounted, judge_groups(truth, linked, list_group))


def links(found: Opened, picture: Picture) -> dict[Row, Row | None]:
    """The register row each row of another list was linked with, None for none."""
    rows = {p.report: (p.file, p.row) for p in found.provenance}
    linked: dict[Row, Row | None] = {}
    for entry in picture.entries.values():
        members = sorted(rows[m] for m in entry.members if m in rows)
        register = [row for row in members if row[0] == REGISTER_FILE]
        target = register[0] if register else None
        linked |= {row: target for row in members if row[0] != REGISTER_FILE}
    return linked


def listed(found: Opened, picture: Picture) -> Iterator[Row]:
    """One row for every person without word: that of the register where there is one."""
    rows = {p.report: (p.file, p.row) for p in found.provenance}
    for entry in picture.without_word():
        yield _row_of(entry, rows)


def _row_of(entry: Entry, rows: dict[ReportId, Row]) -> Row:
    members = sorted(rows[m] for m in entry.members if m in rows)
    register = [row for row in members if row[0] == REGISTER_FILE]
    return (register or members or [(entry.id, 0)])[0]


def _tell(
    marks: LinkMarks, unaccounted: UnaccountedMarks, groups: dict[str, LinkMarks]
) -> None:
    heading("Links: a row of a list with a person of the register")
    table(
        ("list", "#right", "#made", "#findable", "#precision", "#recall", "#F1"),
        [_marks_row(*group) for group in [*groups.items(), ("all", marks)]],
    )
    heading("People without word")
    rows = [
        ("truly remaining, in the register", f"{unaccounted.remaining:,}"),
        ("  shown as accounted for, wrongly", _of(unaccounted.wrongly_accounted)),
        ("the same of the lone and dependent", f"{unaccounted.dependent:,}"),
        (
            "  shown as accounted for, wrongly",
            _of(unaccounted.wrongly_accounted_dependent),
        ),
        ("length of the list", f"{unaccounted.listed:,}"),
        ("  of it truly remaining", _of(unaccounted.precision)),
    ]
    table(("what", "#value"), rows)


def _marks_row(name: str, marks: LinkMarks) -> tuple[str, ...]:
    counts = (marks.right, marks.asserted, marks.findable)
    shares = (marks.precision, marks.recall, marks.f1)
    return name, *(f"{n:,}" for n in counts), *(f"{share:.4f}" for share in shares)


def _of(share: float) -> str:
    return f"{share:.2%}"
