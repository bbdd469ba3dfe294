"""``build``: the picture of everything that is known, and the ledger as files."""

import json as texts
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import engines, shapes
from stillhere.cli.clock import now
from stillhere.cli.engines import EngineOption, SparkSettings
from stillhere.cli.opening import Opened, opened, text_of_rules, under
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, heading, print_line, say, told
from stillhere.cli.writing import write
from stillhere.identity import EngineName, IdentityRules
from stillhere.intake.tables import table_reports
from stillhere.intake.world import World
from stillhere.ledger import Picture
from stillhere.pipeline import to_bytes
from stillhere.publish import ledger_files
from stillhere.reports import Report
from stillhere.store import Snapshot, Store

PICTURE_NOTE = "picture"
"""Under which the store keeps digest, date and rules of its picture."""


def build(  # noqa: PLR0913 (what a picture can be built by)
    where: Where,
    *,
    out: Annotated[
        Path | None,
        typer.Option(help="Write the ledger as JSON, CSV and XLSX into this folder."),
    ] = None,
    rules: Annotated[
        Path | None,
        typer.Option(
            help="Link by these rules, as 'calibrate' and 'train' write them."
        ),
    ] = None,
    as_of: AsOf = None,
    engine: EngineOption = EngineName.EMBEDDED,
    spark: SparkSettings = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Build the picture; a store keeps it, for the next command to start from.

    A store also keeps rules it is given, as a report, once a picture came of them: they
    hold for every command from then on, until others are given or 'withdraw' takes them
    back. For a folder they hold this once.
    """
    links = engines.engine(engine, spark)
    text = text_of_rules(rules)
    IdentityRules.from_toml(text)
    with (
        steps() as shown,
        opened(where, shown, as_of=as_of, fd=passphrase_fd) as opener,
    ):
        found = under(opener, text)
        adopted = _adopted(found, opener.world)
        position = 0 if found.store is None else found.store.position
        picture = found.built(shown, links, adopted)
        if found.store is not None:
            shown.tell("keeping the picture", 0.0)
            position = _stored(found.store, adopted, position)
            _keep(found.store, picture, position)
        written = _export(out, picture, shown)
    if json:
        as_json(_shape(found, picture, written, adopted))
        return
    _tell(found, picture, written, adopted)


def _tell(
    found: Opened, picture: Picture, written: list[Path], adopted: Sequence[Report]
) -> None:
    say(f"{found.region}, as of {picture.as_of}")
    print_line(f"picture {picture.digest}")
    print_line(f"rules   {picture.rules_digest}")
    for report in adopted:
        undo = f"stillhere withdraw {found.path} --report {report.id}"
        print_line(f"The store keeps these rules. To take them back: {undo}")
    listed = len(picture.without_word())
    say(
        f"{len(found.reports) + len(adopted):,} reports, {len(picture.entries):,} people, "
        f"{listed:,} without word."
    )
    for path in written:
        print_line(f"wrote {path}")
    if picture.findings:
        heading("Findings")
        told(picture.findings)


def _adopted(found: Opened, before: World) -> tuple[Report, ...]:
    """The report of rules that are others than those in force in a store.

    It is stored once a picture came of them: rules that nothing can be built by would
    stop every command on the store.
    """
    if found.store is None or found.world.rules == before.rules:
        return ()
    return table_reports(found.world, found.store.operation_key, now(), before)


def _stored(store: Store, reports: Sequence[Report], position: int) -> int:
    """Store what a picture was built with; the position the picture stands at."""
    stored = store.append(reports, entry_date=now())
    between = stored.position - stored.new - position
    return position if between else stored.position


def _export(out: Path | None, picture: Picture, shown: Steps) -> list[Path]:
    if out is None:
        return []
    shown.tell("writing the ledger", 0.0)
    files = ledger_files(picture)
    return [write(out / name, content) for name, content in files.items()]


def _keep(store: Store, picture: Picture, position: int) -> None:
    """Save the picture beside the reports, and what `check` compares with."""
    data = to_bytes(picture)
    snapshot = Snapshot(picture.rules_digest, picture.digest, position, data)
    store.save_snapshot(snapshot)
    kept = {
        "as_of": picture.as_of,
        "digest": picture.digest,
        "rules": picture.rules_digest,
        "position": position,
    }
    store.remember(PICTURE_NOTE, texts.dumps(kept, sort_keys=True))


def _shape(
    found: Opened, picture: Picture, written: list[Path], adopted: Sequence[Report]
) -> dict[str, Any]:
    return {
        "as_of": picture.as_of,
        "picture": picture.digest,
        "rules": picture.rules_digest,
        "rules_stored": [report.id for report in adopted],
        "reports": len(found.reports) + len(adopted),
        "people": len(picture.entries),
        "without_word": len(picture.without_word()),
        "written": [str(path) for path in written],
        "findings": shapes.findings(picture.findings),
    }
