"""``decide``: decisions on doubtful links from a file, and the queue as such a file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes
from stillhere.cli.clock import now
from stillhere.cli.decision_rows import Reader, rows_of
from stillhere.cli.decision_sheet import Asked, doubts, sheet
from stillhere.cli.decision_taking import Done, Taking
from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, PassphraseFd, StorePath
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, note, print_line, say, told
from stillhere.cli.writing import write
from stillhere.errors import StillHereError


def decide(  # noqa: PLR0913 (what a person can say about a file of decisions)
    store: StorePath,
    file: Annotated[
        Path | None,
        typer.Argument(help="Decisions, CSV or workbook; one row for each pair."),
    ] = None,
    *,
    who: Annotated[
        str, typer.Option(help="Who decided, where a row does not say so.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would happen; store nothing.")
    ] = False,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="Take the decisions of the file back.")
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option(help="Write pairs that wait into this file, to be filled in."),
    ] = None,
    queue: Annotated[
        Asked, typer.Option(help="Which pairs are written.")
    ] = Asked.DOUBTFUL,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 100,
    names: Annotated[
        bool, typer.Option("--names", help="Write names and births into it, too.")
    ] = False,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Store decisions on doubtful links from a file, or write the queue as one.

    Every row is stored as a report of who decided, or left out with the reason; all at
    once, or nothing. Who decides has an account that may decide at the desk, where the store has any
    account. What would take
    somebody of high concern off the list counts only when a second person says the same,
    in another file or at the desk.
    """
    if (file is None) == (export is None):
        reason = "Name a file of decisions, or --export a new one."
        raise StillHereError("cli/usage", reason=reason)
    if export is not None and export.exists():
        raise StillHereError("cli/export-exists", path=export)
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        if found.store is None:
            raise StillHereError("cli/needs-store", path=store, action="a decision")
        rows = rows_of(file) if file is not None else []
        picture = found.picture(shown)
        if file is None and export is not None:
            asked = doubts(picture, queue, limit)
            if not dry_run:
                write(export, sheet(picture, asked, names=names))
            _tell_sheet(export, len(asked), names=names, dry_run=dry_run, json=json)
            return
        accounts = found.store.account_roles()
        # What somebody decided before there were accounts can be taken back.
        read = list(Reader(picture, who, {} if take_back else accounts).read(rows))
        moment = found.as_of if found.exercise else now()
        key = found.store.operation_key
        taking = Taking(picture, key, moment, accounts=bool(accounts))
        done = taking.back(read) if take_back else taking.store(read)
        if not dry_run and done.reports:
            found.store.append(done.reports, entry_date=now())
    if json:
        as_json(_shape(done, dry_run=dry_run))
        return
    verb = "would be" if dry_run else "are"
    say(_taken_back(done, verb) if take_back else _stored(done, verb))
    told(done.findings)
    if done.reports and not dry_run:
        print_line(f"Next: 'stillhere build {store}' brings the picture up to date.")


def _tell_sheet(
    path: Path, pairs: int, *, names: bool, dry_run: bool, json: bool
) -> None:
    if json:
        shape = {"file": str(path), "pairs": pairs, "names": names, "dry_run": dry_run}
        as_json(shape)
        return
    if dry_run:
        say(f"{pairs:,} pairs would be written into {path}.")
        return
    print_line(f"wrote {path}")
    say(f"{pairs:,} pairs, the first of the queue first. Fill in judgement and who.")
    if names:
        note(
            "It names people and is not encrypted: keep it where the lists are kept, "
            "and destroy it once it is read in."
        )


def _taken_back(done: Done, verb: str) -> str:
    if done.back:
        return f"{done.back:,} decisions {verb} taken back."
    return "None of these decisions is in force. Nothing was taken back."


def _stored(done: Done, verb: str) -> str:
    if done.stored:
        return f"{done.stored:,} decisions {verb} stored; {done.known:,} were known."
    return f"No decision is new; {done.known:,} were known."


def _shape(done: Done, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "stored": done.stored,
        "known": done.known,
        "taken_back": done.back,
        "reports": [report.id for report in done.reports],
        "findings": [shapes.finding(finding) for finding in done.findings],
    }
