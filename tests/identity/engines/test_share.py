import pickle
from dataclasses import replace
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from stillhere.identity import Index
from stillhere.identity.engines.share import Share, program, rows_of, sources
from stillhere.reports.statements import WrittenPlace
from tests.identity.made import PLACES, RULES, born, mention
from tests.identity.made import TRAITS as LISTS

LIVED = ("Stepanakert", "Stepanakert", "Martuni", "Upper Mill")


@pytest.mark.parametrize("counting", [False, True])
def test_a_pair_weighs_on_another_machine_what_it_weighs_here(counting: bool) -> None:
    said = [
        replace(
            mention(source, n, "Levon", family="Melikyan", birth=born(1950, 3, n + 1)),
            place=WrittenPlace(settlement=lived),
        )
        for source in ("register", "arrivals")
        for n, lived in enumerate(LIVED)
    ]
    world = Index.build(said, LISTS, (), RULES, PLACES, counting=counting).world
    rows = rows_of(world.features, np.arange(len(said)))
    there = pickle.loads(pickle.dumps(Share(world, 5_000))).world_of(rows)  # noqa: S301 (our own)
    a, b = np.array(list(combinations(range(len(said)), 2))).T
    assert there.scorer.w0(a, b).tolist() == world.scorer.w0(a, b).tolist()


def test_every_file_that_bears_on_a_pair_tells_one_program_from_another() -> None:
    named = dict(sources(files("stillhere.identity")))
    assert {"keys.py", "rules.toml", "comparing/levels.py"} <= named.keys()
    assert not any(name.endswith(".pyc") for name in named)


def test_a_change_in_an_inner_folder_is_another_program(tmp_path: Path) -> None:
    (tmp_path / "comparing").mkdir()
    inner = tmp_path / "comparing" / "levels.py"
    inner.write_text("SAME = 1\n", encoding="utf-8")
    before = program(tmp_path)
    inner.write_text("SAME = 2\n", encoding="utf-8")
    assert program.__wrapped__(tmp_path) != before
