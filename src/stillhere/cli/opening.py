"""A store or a world folder becomes reports, tables and a date."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from stillhere.cli.clock import checked, now
from stillhere.cli.progress import Steps
from stillhere.errors import StillHereError
from stillhere.identity import EMBEDDED, Engine
from stillhere.identity.rules_text import sections_of
from stillhere.intake import Import, World, read_folder, read_world
from stillhere.intake.tables import world_of
from stillhere.intake.world import read_rules
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, resumed
from stillhere.reports import EXERCISE_KEY, Book, Profile, Provenance, Report
from stillhere.store import Snapshot, Store, read_passphrase
from stillhere.vocabulary import ReportKind

ACTING = frozenset(
    {
        ReportKind.PROFILE,
        ReportKind.CORRECTION,
        ReportKind.WITHDRAWAL,
        ReportKind.ERASURE,
    }
)


@dataclass(frozen=True)
class Opened:
    """What a command works on.

    Attributes:
        path: As the person named it.
        world: Tables of the operation.
        as_of: Date of the picture.
        steps: Told how far reading and building are.
        imported: What reading the folder gave; None for a store.
        store: Open; None for a folder.
    """

    path: Path
    world: World
    as_of: str
    steps: Steps
    imported: Import | None = None
    store: Store | None = None

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """All of them; a store is read when they are first asked for."""
        if self.imported is not None:
            return self.imported.reports
        if self.store is None:
            return ()
        return tuple(_told(self.store.reports(), self.store.count(), self.steps))

    @cached_property
    def provenance(self) -> tuple[Provenance, ...]:
        """Where they were read."""
        if self.imported is not None:
            return self.imported.provenance
        if self.store is None:
            return ()
        return tuple(self.store.provenance(r.id for r in self.reports))

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

    @cached_property
    def rules(self) -> Rules:
        """What its picture is built by."""
        return Rules.of_world(self.world)

    def picture(self, steps: Steps) -> Picture:
        """The picture of everything in it: from the one its store keeps, or built."""
        if self.store is None:
            return self.built(steps)
        kept = self.store.load_snapshot(self.rules.digest)
        if kept is None:
            return self.built(steps)
        try:
            return self._resumed(self.store, kept, steps)
        except StillHereError as error:
            if not error.code.startswith(_NOT_USED):
                raise
            return self.built(steps)

    def built(
        self, steps: Steps, engine: Engine = EMBEDDED, more: Iterable[Report] = ()
    ) -> Picture:
        """The picture of everything in it, built now.

        Args:
            steps: Told how far it is.
            engine: What compares.
            more: Reports that are about to be stored.
        """
        return build(
            (*self.reports, *more),
            self.rules,
            self.as_of,
            provenance=self.provenance,
            progress=steps.tell,
            engine=engine,
        )

    def _resumed(self, store: Store, kept: Snapshot, steps: Steps) -> Picture:
        news = list(store.reports(since=kept.position))
        return resumed(
            kept.data,
            self.rules,
            self.as_of,
            news,
            provenance=store.provenance(r.id for r in news),
            progress=steps.tell,
        )

    def profiles(self) -> dict[str, Profile]:
        """The profile in force of each source, by name."""
        decided = self.reports if self.store is None else self.store.decisions()
        book = Book(self.as_of)
        book.add(r for r in decided if r.kind in ACTING)
        sources = {r.source for r in decided if r.kind is ReportKind.PROFILE}
        found = {name: book.profile(name) for name in sorted(sources)}
        return {name: profile for name, profile in found.items() if profile}


_NOT_USED = ("pipeline/snapshot", "identity/snapshot")
"""Codes that say a kept picture cannot be used; nothing needs to be done by anybody."""

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
        world = world_of(store.decisions(), store.operation_key, given or now())
        moment = given or world.operation.as_of or now()
        yield Opened(path, world, moment, steps, store=store)


def text_of_rules(path: Path | None) -> str:
    """The text of a file of rules somebody named; empty where nobody did.

    Raises:
        StillHereError: There is no such file, it says nothing, or it is no text of
            rules.
    """
    if path is None:
        return ""
    if not path.is_file():
        raise StillHereError("cli/no-rules-file", path=path)
    text = read_rules(path)
    if not any(sections_of(text).values()):
        raise StillHereError("cli/rules-empty", path=path)
    return text


def under(found: Opened, rules: str) -> Opened:
    """The same lists under these rules of identity; as they are where none are stated.

    Args:
        found: As opened.
        rules: The text of a file of rules.
    """
    if not rules:
        return found
    return replace(found, world=replace(found.world, rules=rules))


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
    return Opened(path, world, moment or now(), steps, imported)


def _told(reports: Iterable[Report], total: int, steps: Steps) -> Iterator[Report]:
    for number, report in enumerate(reports):
        if number % 5000 == 0:
            steps.tell("reading the store", number / max(total, 1))
        yield report
