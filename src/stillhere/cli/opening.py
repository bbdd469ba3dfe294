"""A store or a world folder becomes reports, tables and a date."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stillhere.cli.clock import checked, now
from stillhere.cli.progress import Steps
from stillhere.errors import StillHereError
from stillhere.intake import Import, World, read_folder, read_world
from stillhere.intake.tables import world_of
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build
from stillhere.reports import EXERCISE_KEY, Book, Profile, Provenance, Report
from stillhere.store import Store, read_passphrase
from stillhere.vocabulary import ReportKind

ACTING = frozenset(
    {
        ReportKind.PROFILE,
        ReportKind.CORRECTION,
        ReportKind.WITHDRAWAL,
        ReportKind.ERASURE,
    }
)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a command works on.

    Attributes:
        path: As the person named it.
        reports: All of them.
        provenance: Where they were read.
        world: Tables of the operation.
        as_of: Date of the picture.
        imported: What reading the folder gave; None for a store.
        store: Open; None for a folder.
    """

    path: Path
    reports: tuple[Report, ...]
    provenance: tuple[Provenance, ...]
    world: World
    as_of: str
    imported: Import | None = None
    store: Store | None = None

    @property
    def exercise(self) -> bool:
        """Whether everything in it is invented: its key is the public one."""
        declared = self.world.operation.as_of or self.world.operation.hour_0
        return self.world.operation.key == EXERCISE_KEY and declared is not None

    @property
    def region(self) -> str:
        """Name of the region as the operation writes it."""
        kept = self.store.operation if self.store is not None else ""
        return self.world.operation.region or kept or str(self.path)

    def picture(self, steps: Steps) -> Picture:
        """The picture of everything in it, built now."""
        return build(
            self.reports,
            Rules.of_world(self.world),
            self.as_of,
            provenance=self.provenance,
            progress=steps.tell,
        )

    def profiles(self) -> dict[str, Profile]:
        """The profile in force of each source, by name."""
        book = Book(self.as_of)
        book.add(r for r in self.reports if r.kind in ACTING)
        sources = {r.source for r in self.reports if r.kind is ReportKind.PROFILE}
        found = {name: book.profile(name) for name in sorted(sources)}
        return {name: profile for name, profile in found.items() if profile}


_NO_STORES = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".pdf", ".md"}
"""Endings of files that are taken for a store by mistake."""


@contextmanager
def opened(
    path: Path, steps: Steps, *, as_of: str | None = None, fd: int | None = None
) -> Iterator[Opened]:
    """Open a store or read the lists of a folder; closes the store afterwards.

    Args:
        path: A store, or the folder of a world (or its folder ``lists``).
        steps: Told how far the reading is.
        as_of: Date of the picture, where the person gave one.
        fd: Descriptor the passphrase is read from; None asks on the terminal.

    Raises:
        StillHereError: Neither is there, or it cannot be opened.
    """
    given = None if as_of is None else checked(as_of)
    if path.is_dir():
        yield _folder(path, given, steps)
        return
    if not path.exists():
        raise StillHereError("cli/nothing-there", path=path)
    with open_store(path, fd) as store:
        yield _stored(path, store, given, steps)


def open_store(path: Path, fd: int | None) -> Store:
    """Open a store with the passphrase from the terminal or a descriptor."""
    if path.is_dir():
        raise StillHereError("cli/needs-store", path=path, action="what this changes")
    if not path.exists():
        raise StillHereError("store/not-found", path=path)
    if path.suffix.lower() in _NO_STORES and not Path(f"{path}.keys").exists():
        raise StillHereError("cli/no-store", path=path)
    return Store.open(path, passphrase(path, fd))


def passphrase(path: Path, fd: int | None) -> str:
    """The passphrase of a store or backup, from the terminal or a descriptor."""
    return read_passphrase(fd, f"Passphrase of {path}: ")


def _folder(path: Path, as_of: str | None, steps: Steps) -> Opened:
    steps.tell("reading tables", 0.0)
    world = read_world(path)
    moment = as_of or world.operation.as_of
    imported = read_folder(
        world.lists, key=world.operation.key, progress=steps.files, as_of=moment
    )
    if not imported.profiles:
        for finding in imported.findings:
            raise StillHereError(finding.code, **dict(finding.values))
        raise StillHereError("cli/no-lists", path=path)
    return Opened(
        path=path,
        reports=imported.reports,
        provenance=imported.provenance,
        world=world,
        as_of=moment or now(),
        imported=imported,
    )


def _stored(path: Path, store: Store, as_of: str | None, steps: Steps) -> Opened:
    total = max(store.count(), 1)
    reports = []
    for number, report in enumerate(store.reports()):
        if number % 5000 == 0:
            steps.tell("opening the store", number / total)
        reports.append(report)
    provenance = tuple(store.provenance(r.id for r in reports))
    key = store.operation_key
    world = world_of(reports, key, as_of or now())
    return Opened(
        path=path,
        reports=tuple(reports),
        provenance=provenance,
        world=world,
        as_of=as_of or world.operation.as_of or now(),
        store=store,
    )
