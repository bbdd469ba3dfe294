"""The steps of ``calibrate``: worlds teach, the lists at hand choose the threshold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stillhere.cli.opening import Opened, opened, under
from stillhere.cli.progress import Steps
from stillhere.exercise import read_truth
from stillhere.exercise.learning import (
    NO_CURVE,
    Cases,
    Rows,
    arrived_cases,
    curve_of,
    nobody_of,
    row_cases,
    tables_of,
)
from stillhere.identity import IdentityRules
from stillhere.identity.learning.threshold import Choice, choose, expected
from stillhere.identity.learning.training import enough
from stillhere.pipeline.decoyed import DecoyMarks, decoy_marks

WORTH_A_SECOND_LOOK = 50
"""Millibits of a shift from which the worlds are linked again before going on."""

Tables = dict[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Rules for the lists at hand.

    Attributes:
        rules: With their population, coverage and threshold; not frozen yet.
        before: What is expected of the threshold so far.
        choice: The new one.
        decoys: What became of decoys under it; None where they were not asked for.
    """

    rules: IdentityRules
    before: Choice
    choice: Choice
    decoys: DecoyMarks | None


def learnt(folders: Sequence[Path], text: str, shown: Steps) -> Tables:
    """What worlds with truth teach, as sections of rules; empty for no worlds.

    Args:
        folders: Worlds of the exercise.
        text: Rules to start from; empty for those in force in each.
        shown: Told how far it is.

    Raises:
        StillHereError: ``identity/too-few-rows-to-learn-from``.
    """
    if not folders:
        return {}
    rules = IdentityRules.from_toml(text).changed({"link_chance": NO_CURVE})
    worlds = list(taught(folders, rules.to_toml(), shown))
    enough(sum(len(rows.best) for rows, _ in worlds))
    shift = nobody_of(rows for rows, _ in worlds)
    shape: dict[str, int] = {}
    if abs(shift) >= WORTH_A_SECOND_LOOK:
        shape = {"nobody": rules["shape"]["nobody"] + shift}
        again = rules.changed({"shape": shape}).to_toml()
        worlds = list(taught(folders, again, shown))
    told = curve_of(rows for rows, _ in worlds)
    tables = tables_of((cases for _, cases in worlds), told)
    return {"shape": shape, "link_chance": told, **tables}


def taught(
    folders: Sequence[Path], text: str, shown: Steps
) -> Iterator[tuple[Rows, Cases]]:
    """What is true of the rows and the register people of worlds, one after the other.

    Args:
        folders: Worlds with truth/.
        text: Rules to link by; empty for those in force in each.
        shown: Told how far it is.
    """
    for folder in folders:
        truth = read_truth(folder)
        with opened(folder, shown) as found:
            picture = under(found, text).built(shown)
        origin = {p.report: (p.file, p.row) for p in found.provenance}
        evidence = picture.evidence
        world = evidence.doubts().world
        yield (
            row_cases(truth, world, origin),
            arrived_cases(truth, evidence.arrivals(), world, origin),
        )


def chosen(found: Opened, rules: IdentityRules, target: int, *, decoys: bool) -> Chosen:
    """Rules whose threshold suits the lists at hand; nothing in them is labelled.

    Args:
        found: The lists.
        rules: With population and coverage of their operation.
        target: Precision wanted of the links made without a person, millionths.
        decoys: Check with invented people in the registers.
    """
    picture = under(found, rules.to_toml()).built(found.steps)
    found.steps.tell("choosing the threshold", 0.0)
    world = picture.evidence.doubts().world
    choice = choose(world, target)
    new = rules.changed({"shape": {"threshold": choice.threshold}})
    marks = None
    if decoys:
        found.steps.tell("linking decoys", 0.0)
        marks = decoy_marks(picture, new)
    return Chosen(new, expected(world), choice, marks)
