"""The lists of a world folder read file by file, nothing kept but who stands where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stillhere.identity import IdentityRules, ListTraits
from stillhere.intake import read_world, state
from stillhere.intake.buildings import Buildings
from stillhere.intake.caps import Caps
from stillhere.intake.draft import Known, draft_of
from stillhere.intake.importing import WORLD_TABLES
from stillhere.intake.located import PlaceReader
from stillhere.intake.parser import parse_files
from stillhere.pipeline import Rules
from stillhere.pipeline.readings import mention_of
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.kinds import ReportKind


@dataclass(slots=True)
class Streamed:
    """Lists of a folder.

    Attributes:
        lists: The folder of the lists.
        rules: Of its declared population and coverage.
        places: Reads its places and addresses.
        traits: By source; filled as the lists are read.
        rows: File inside `lists` and row, by mention; filled likewise.
    """

    lists: Path
    rules: IdentityRules
    places: PlaceReader
    traits: dict[str, ListTraits] = field(default_factory=dict)
    rows: dict[ReportId, tuple[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, home: Path) -> "Streamed":
        """The lists of a world folder, not read yet."""
        world = read_world(home)
        buildings = Buildings(world.buildings, world.gazetteer)
        places = PlaceReader(world.gazetteer, buildings)
        return cls(home / "lists", Rules.of_world(world).identity, places)

    def files(self) -> list[str]:
        """Names of the lists, in order."""
        found = (p for p in self.lists.rglob("*") if p.is_file())
        names = sorted(p.relative_to(self.lists).as_posix() for p in found)
        return [n for n in names if n not in WORLD_TABLES and not n.startswith(".")]

    def mentions(self, names: list[str]) -> Iterator[PersonStatement]:
        """Who these lists name."""
        operation = read_world(self.lists.parent).operation
        known = Known(operation.key, as_of=operation.hour_0)
        for parsed in parse_files([(self.lists / name, name) for name in names]):
            read = draft_of(parsed, parsed.file, known, Caps()).read(None)
            profiles = {p.source: p for p in read.profiles}
            for source, p in profiles.items():
                self.traits[source] = ListTraits(source, p.once, p.register)
            where = {p.report: (p.file, p.row) for p in read.provenance}
            for row in (r for r in read.reports if r.kind is ReportKind.ROW):
                said = mention_of(state(row, profiles.get(row.source)))
                if said is not None:
                    self.rows[said.report] = where[said.report]
                    yield said
