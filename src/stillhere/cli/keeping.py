"""``init``, ``backup``, ``restore`` and ``withdraw``: the life of a store."""

import json as texts
from pathlib import Path
from typing import Annotated

import typer

from stillhere.cli.clock import now
from stillhere.cli.opening import open_store, passphrase
from stillhere.cli.options import SCHEMES, AsJson, PassphraseFd, StorePath
from stillhere.cli.screen import as_json, print_line
from stillhere.errors import StillHereError
from stillhere.intake import read_world
from stillhere.intake.tables import table_reports
from stillhere.reports import EXERCISE_KEY, OperationKey, ReportId
from stillhere.reports.withdrawing import Signed, withdraw_reports, withdraw_source
from stillhere.store import Store, read_passphrase
from stillhere.store import restore as bring_back
from stillhere.store.backup import MANIFEST

_AUTHOR = "officer"
_OF_A_STORE = "Passphrase of the new store: "
_OF_A_BACKUP = "Passphrase of this backup: "
_SHORTEST = 10
"""Characters of a new passphrase; three words have more."""


def init(  # noqa: PLR0913 (what a store is made with)
    store: StorePath,
    *,
    operation: Annotated[str, typer.Option(help="Name of the operation.")] = "",
    key: Annotated[
        Path | None, typer.Option(help="Key file of an operation that has one.")
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option(help="Begin an operation: write its new key file here."),
    ] = None,
    exercise: Annotated[
        bool, typer.Option("--exercise", help="The public key, for invented people.")
    ] = False,
    world: Annotated[
        Path | None,
        typer.Option(help="Take the tables of this world folder into the store."),
    ] = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Make a new encrypted store, with a passphrase and the key of its operation.

    The passphrase is asked for twice. Without it nobody can read the store.
    """
    chosen = sum((key is not None, new_key is not None, exercise))
    if chosen != 1:
        raise StillHereError("cli/key-not-chosen")
    tables = None if world is None else read_world(world)
    chosen_words = _new_passphrase(passphrase_fd)
    operation_key = _operation_key(key, new_key)
    with Store.create(store, chosen_words, operation_key, operation=operation) as made:
        if tables is not None:
            moment = now()
            made.append(table_reports(tables, operation_key, moment))
        count = made.count()
    if json:
        as_json({"store": str(store), "operation": operation, "tables": count})
        return
    print_line(f"Made the store {store}. Its key file {store}.keys belongs beside it.")
    if new_key is not None:
        print_line(
            f"Made the operation's key {new_key}: keep a copy where the store is not."
        )
    if tables is not None:
        print_line(f"Took {count} tables of {world} into it.")


def _new_passphrase(fd: int | None, prompt: str = _OF_A_STORE) -> str:
    first = read_passphrase(fd, prompt)
    if fd is None and read_passphrase(None, "The same again: ") != first:
        raise StillHereError("cli/passphrases-differ")
    if len(first) < _SHORTEST:
        raise StillHereError("cli/passphrase-short", least=_SHORTEST)
    return first


def _operation_key(key: Path | None, new_key: Path | None) -> OperationKey:
    if key is not None:
        return OperationKey.load(key)
    if new_key is None:
        return EXERCISE_KEY
    made = OperationKey.generate()
    made.save(new_key)
    return made


def backup(
    store: Annotated[
        str,
        typer.Argument(metavar="STORE", help="The store, or a postgresql:// address."),
    ],
    folder: Annotated[Path, typer.Argument(help="Folder or stick for the backup.")],
    *,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Write a consistent encrypted copy, also while others read and write.

    The copy of a store on a server gets a passphrase of its own, asked for here.
    """
    if not folder.is_dir():
        raise StillHereError("cli/no-such-folder", path=folder)
    if store.startswith(SCHEMES):
        with Store.connect(store) as here:
            made = here.backup(folder, _new_passphrase(passphrase_fd, _OF_A_BACKUP))
    else:
        with open_store(Path(store), passphrase_fd) as here:
            made = here.backup(folder)
    # Others may have written since: what counts is what the backup holds.
    manifest = texts.loads((made / MANIFEST).read_bytes())
    count, digest = manifest["reports"], manifest["digest"]
    if json:
        as_json({"backup": str(made), "reports": count, "digest": digest})
        return
    print_line(f"Backed up {count:,} reports into {made}.")
    print_line(f"digest of reports {digest}")


def restore(
    folder: Annotated[Path, typer.Argument(metavar="BACKUP", help="The backup.")],
    store: Annotated[Path, typer.Argument(metavar="STORE", help="Where it shall be.")],
    *,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Bring a backup back as a new store, and read all of it to be sure."""
    done = bring_back(folder, store, passphrase(folder, passphrase_fd))
    if json:
        shape = {"store": str(done.path), "reports": done.reports}
        as_json({**shape, "digest": done.digest})
        return
    print_line(f"Restored {done.reports:,} reports to {done.path}.")
    print_line(f"digest of reports {done.digest}")


def withdraw(
    store: StorePath,
    *,
    source: Annotated[
        str | None, typer.Option(help="Take back all rows of this source.")
    ] = None,
    report: Annotated[
        str | None, typer.Option(help="Take back this report, by its whole id.")
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, in words.")] = "",
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Take an import or one report back: it stays stored and no longer counts.

    Withdrawing the withdrawal, by its id, undoes it.
    """
    if (source is None) == (report is None):
        reason = "Name what is taken back: --source or --report."
        raise StillHereError("cli/usage", reason=reason)
    with open_store(store, passphrase_fd) as here:
        known = {r.source for r in here.reports()} if source is not None else set()
        if source is not None and source not in known:
            raise StillHereError("cli/no-such-source", path=store, text=source)
        if report is not None and not _is_here(here, report):
            raise StillHereError("cli/no-such-report", path=store, text=report)
        moment = now()
        signed = Signed(here.operation_key, _AUTHOR, moment, why)
        decision = (
            withdraw_reports([ReportId(report)], signed)
            if report is not None
            else withdraw_source(str(source), signed)
        )
        here.append([decision], entry_date=moment)
    if json:
        what = {"source": source} if report is None else {"target": report}
        as_json({"withdrawal": decision.id, **what})
        return
    print_line(
        f"Taken back. To undo: stillhere withdraw {store} --report {decision.id}"
    )


def _is_here(store: Store, report: str) -> bool:
    try:
        return bool(store.reports_by_ids([ReportId(report)]))
    except ValueError:
        return False
