"""``read``: lists become reports; a store keeps them, a folder is only looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes
from stillhere.cli.clock import now
from stillhere.cli.opening import ACTING, Opened, opened
from stillhere.cli.options import AsJson, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, print_line, say, table, told
from stillhere.errors import Finding, StillHereError
from stillhere.intake import (
    Import,
    again,
    hold_erased,
    is_of,
    list_note,
    read_file,
    read_folder,
    read_world,
    refuse_second_source,
)
from stillhere.intake.tables import table_reports
from stillhere.reports import Book, Profile, Report
from stillhere.reports.erasing import erased_folds
from stillhere.store import Appended, Store
from stillhere.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Taken:
    """One file or folder, read; and what the store did with it, None for a folder."""

    path: Path
    imported: Import
    stored: Appended | None
    error: StillHereError | None = None

    @property
    def rows(self) -> int:
        """Reports that are rows."""
        return sum(r.kind is ReportKind.ROW for r in self.imported.reports)


def read(
    where: Where,
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Lists, or folders of lists, to read into the store."),
    ] = None,
    *,
    source: Annotated[
        str | None, typer.Option(help="Name of the source, where one list is read.")
    ] = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Read lists into a store; of a world folder, say what its lists hold.

    Every row becomes a report or is set aside with the reason. A list that cannot be
    read costs one sentence; the others are read.
    """
    paths = files or []
    if source is not None and len(paths) != 1:
        raise StillHereError(
            "cli/usage", reason="--source names the source of one list."
        )
    with steps() as shown, opened(where, shown, fd=passphrase_fd) as found:
        if found.store is None and paths:
            raise StillHereError(
                "cli/needs-store", path=where, action="what a list says"
            )
        if found.store is not None and not paths:
            raise StillHereError("cli/usage", reason="There is no list to read.")
        taken = list(_all(found, paths, source, shown))
    if json:
        as_json([_shape(one) for one in taken])
    else:
        for one in taken:
            _tell(one)
        if taken[-1].stored is not None:
            print_line(
                f"Next: 'stillhere build {where}' brings the picture up to date."
            )
    if all(one.error for one in taken):
        raise typer.Exit(1)


def _all(
    found: Opened, paths: Sequence[Path], source: str | None, shown: Steps
) -> Iterator[Taken]:
    if found.store is None and found.imported is not None:
        yield Taken(found.path, found.imported, None)
        return
    profiles = {n: p for n, p in found.profiles().items() if p.confirmed}
    for number, path in enumerate(paths):
        shown.tell("reading lists", number / len(paths))
        try:
            yield _one(found, path, source, profiles, shown)
        except StillHereError as error:
            if len(paths) == 1 or error.code.startswith("store/"):
                raise
            yield Taken(path, Import(), None, error)


def _one(
    found: Opened,
    path: Path,
    source: str | None,
    profiles: dict[str, Profile],
    shown: Steps,
) -> Taken:
    """Read one list or folder and append it; acknowledged once the disk has it."""
    store, moment = found.store, now()
    assert store is not None  # noqa: S101 (asked before)
    others: tuple[Report, ...] = ()
    if path.is_dir():
        world = read_world(path)
        others = table_reports(world, store.operation_key, moment, found.world)
        imported = read_folder(
            world.lists,
            key=store.operation_key,
            progress=shown.files,
            profiles=profiles,
        )
    else:
        name = source or path.name
        imported = read_file(
            path,
            source=source,
            key=store.operation_key,
            profile=profiles.get(name),
            as_of=found.world.operation.as_of,
        )
    imported, _ = hold_erased(
        imported, erased_folds(found.reports), store.operation_key
    )
    shown.tell("storing", 0.0)
    note, before = _before(store, path, source, imported)
    stored = store.append(
        [*others, *imported.reports], imported.provenance, entry_date=moment
    )
    if note:
        store.remember(note, source or path.name)
    known = again(imported, before)
    imported = replace(imported, findings=(*imported.findings, *known))
    return Taken(path, imported, stored)


def _before(
    store: Store, path: Path, source: str | None, imported: Import
) -> tuple[str, Book]:
    """The name under which the store remembers a list, and what it holds of it.

    No name for a folder, and an empty book where nothing of the list is known.

    Raises:
        StillHereError: The same bytes were read as another source that still counts.
    """
    book = Book(now())
    if path.is_dir():
        return "", book
    note = list_note(path.read_bytes())
    before = store.recall(note)
    if before is not None or store.reports_by_ids(r.id for r in imported.reports):
        own = {p.source for p in imported.profiles}
        book.add(
            r
            for r in store.reports()
            if r.kind in ACTING or r.source in own or is_of(r.source, before or "")
        )
    refuse_second_source(str(path), source or path.name, before, book)
    return note, book


def _tell(one: Taken) -> None:
    if one.error is not None:
        heading(str(one.path))
        say(f"{one.error} ({one.error.code})")
        return
    imported = one.imported
    heading(str(one.path))
    say(
        f"{imported.rows_read:,} rows read = {one.rows:,} reports + "
        f"{len(imported.set_aside):,} set aside"
    )
    if one.stored is not None:
        say(
            f"Stored for good: {one.stored.new:,} reports new, "
            f"{one.stored.known:,} known already. The profile of a list is one too."
        )
    if len(imported.profiles) <= 1:
        _columns(imported)
    told(_findings(one))


def _columns(imported: Import) -> None:
    """Say how the one list was read; a proposal says why."""
    for profile in imported.profiles:
        event = f", {profile.event.value}" if profile.event else ""
        say(f"Read as: {profile.kind.value}{event}")
        reasons = imported.proposals[0].reasons if imported.proposals else ()
        whys = [reason.because() for reason in reasons]
        width = len(profile.columns)
        whys = [*whys[:width], *[""] * (width - len(whys))]
        columns = zip(profile.columns, whys, strict=True)
        table(
            ("column", "read as", "why"),
            [(c.header, c.field.value, why) for c, why in columns],
        )


def _findings(one: Taken) -> list[Finding]:
    stored = one.stored.findings if one.stored is not None else ()
    aside = (row.finding for row in one.imported.set_aside)
    return [*one.imported.findings, *aside, *stored]


def _shape(one: Taken) -> dict[str, Any]:
    error = one.error
    return {
        "file": str(one.path),
        "rows_read": one.imported.rows_read,
        "reports": one.rows,
        "set_aside": len(one.imported.set_aside),
        "stored": None if one.stored is None else one.stored.new,
        "known": None if one.stored is None else one.stored.known,
        "profiles": [profile.to_fields() for profile in one.imported.profiles],
        "findings": shapes.findings(_findings(one)),
        "error": None
        if error is None
        else {"code": error.code, "sentence": str(error)},
    }
