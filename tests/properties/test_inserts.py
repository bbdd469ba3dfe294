"""Reports inserted one by one, in random order, into a world of the size of a town."""

import random
from pathlib import Path

import pytest

from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.pipeline import Rules, build, update
from stillhere.vocabulary import ReportKind

SEED = 2


@pytest.mark.proof
def test_reports_inserted_in_random_order_give_the_picture_of_a_build(
    tmp_path: Path, whole: bool
) -> None:
    scale, inserts = (0.34, 3_000) if whole else (0.01, 60)
    make_world("khankendi", SEED, tmp_path / "town", core=True, scale=scale)
    world = read_world(tmp_path / "town")
    reports = read_folder(world.lists, key=world.operation.key).reports
    dice = random.Random(SEED)  # noqa: S311 (a sample for a test)
    rows = [r for r in reports if r.kind is ReportKind.ROW]
    late = dice.sample(rows, inserts)
    held_back = {report.id for report in late}
    rules, as_of = Rules.of_world(world), str(world.operation.as_of)
    picture = build((r for r in reports if r.id not in held_back), rules, as_of)
    for report in late:
        picture = update(picture, [report])
    assert picture.digest == build(reports, rules, as_of).digest
    assert len(picture.entries) > (20_000 if whole else 500)
