"""Worlds of the exercise as mentions, for the measurements of identity and its proofs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stillhere.exercise import make_world
from stillhere.identity import IdentityRules, ListTraits
from stillhere.intake import read_folder, read_world, state
from stillhere.intake.buildings import Buildings
from stillhere.intake.located import PlaceReader
from stillhere.pipeline import Rules
from stillhere.pipeline.readings import mention_of
from stillhere.reports import ReportId
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.kinds import ReportKind


@dataclass(frozen=True, slots=True)
class Lists:
    """A world as identity sees it.

    Attributes:
        mentions: In the order the lists were read.
        traits: By source.
        rows: File inside `lists/` and row, by mention.
        rules: Of its declared population and coverage.
        places: Reads its places and addresses.
    """

    mentions: tuple[PersonStatement, ...]
    traits: Mapping[str, ListTraits]
    rows: Mapping[ReportId, tuple[str, int]]
    rules: IdentityRules
    places: PlaceReader


def core_lists(folder: Path, seed: int, scale: float = 1.0) -> Lists:
    """Make the core world of Khankendi in a folder and read its lists."""
    make_world("khankendi", seed, folder, core=True, scale=scale)
    return lists_of(folder)


def lists_of(folder: Path) -> Lists:
    """Read the lists of a world folder."""
    world = read_world(folder)
    read = read_folder(folder / "lists", key=world.operation.key)
    profiles = {p.source: p for p in read.profiles}
    rows = (r for r in read.reports if r.kind is ReportKind.ROW)
    said = (mention_of(state(row, profiles.get(row.source))) for row in rows)
    return Lists(
        mentions=tuple(mention for mention in said if mention is not None),
        traits={s: ListTraits(s, p.once, p.register) for s, p in profiles.items()},
        rows={p.report: (p.file, p.row) for p in read.provenance},
        rules=Rules.of_world(world).identity,
        places=PlaceReader(
            world.gazetteer, Buildings(world.buildings, world.gazetteer)
        ),
    )
