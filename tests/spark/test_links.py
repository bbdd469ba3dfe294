"""Links by Spark are those of one process: identical, not similar."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench._by_engine import digests
from bench._hub_rows import TRAITS as HUB_TRAITS
from bench._hub_rows import hubs
from bench._worlds import Lists, core_lists, lists_of
from stillhere.exercise import make_world
from stillhere.identity import Index
from stillhere.identity.engines import spark as module
from stillhere.identity.engines.engine import EMBEDDED, Engine
from stillhere.identity.engines.keys import Crowds
from stillhere.reports.statements import Judgement, JudgementKind, PersonStatement
from tests.identity.made import PLACES, RULES, TRAITS, judged, mention
from tests.spark.conftest import SOCKETS

pytestmark = SOCKETS


def linked(
    lists: Lists,
    engine: Engine,
    mentions: Sequence[PersonStatement] | None = None,
    judgements: Sequence[Judgement] = (),
) -> Index:
    return Index.build(
        lists.mentions if mentions is None else mentions,
        {**lists.traits, **HUB_TRAITS},
        judgements,
        lists.rules,
        lists.places,
        engine=engine,
    )


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Lists:
    """A core world of about 2,500 mentions."""
    return core_lists(tmp_path_factory.mktemp("spark") / "core", 7, 0.02)


def test_the_tutorial_town_is_linked_the_same(spark: Engine, tmp_path: Path) -> None:
    make_world("tutorial", 7, tmp_path / "town", core=True)
    lists = lists_of(tmp_path / "town")
    here = digests(linked(lists, EMBEDDED))
    assert here[0] > 50
    assert digests(linked(lists, spark)) == here


def some_judgements(lists: Lists, index: Index) -> list[Judgement]:
    """People's decisions on linked, near and unrelated pairs; some cannot hold."""
    draw = random.Random(5)  # noqa: S311 (which pairs, the same ones every time)
    joined = [c.members for c in index.clusters() if len(c.members) > 1]
    ids = [m.report for m in lists.mentions]
    made = []
    for number in range(60):
        pair = draw.choice(joined)[:2] if number % 2 else tuple(draw.sample(ids, 2))
        kind = (JudgementKind.SAME, JudgementKind.DIFFERENT)[number % 3 > 0]
        made.append(judged(kind, pair[0], pair[1], number))
    return made


def test_judgements_weigh_the_same_wherever_pairs_are_found(
    spark: Engine, core: Lists
) -> None:
    said = some_judgements(core, linked(core, EMBEDDED))
    here = linked(core, EMBEDDED, judgements=said)
    there = linked(core, spark, judgements=said)
    assert digests(here) != digests(linked(core, EMBEDDED))
    assert digests(there) == digests(here)
    assert there.findings() == here.findings() != ()


def test_crowded_keys_and_other_partitions_change_nothing(
    spark: Engine, core: Lists, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = [row for hub in hubs(0.01, inserts=4) for row in hub.rows]
    mentions = [*core.mentions, *crowd]
    here = linked(core, EMBEDDED, mentions)
    monkeypatch.setattr(module, "MOST", 8)
    monkeypatch.setitem(spark.settings, "spark.sql.shuffle.partitions", "5")  # type: ignore[attr-defined]
    assert len(Crowds(here.world.postings.keys, 8).blocks) > 5
    assert digests(linked(core, spark, mentions)) == digests(here)


def test_what_is_linked_by_spark_is_updated_here(spark: Engine, core: Lists) -> None:
    late, early = core.mentions[:20], core.mentions[20:]
    index = linked(core, spark, early)
    index.update(come=late, lists=core.traits)
    whole = linked(core, EMBEDDED)
    assert list(index.clusters()) == list(whole.clusters())


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_next_to_nothing_is_linked_as_well(spark: Engine, rows: int) -> None:
    said = [mention(source, 1, "Arman") for source in ("register", "calls")][:rows]
    index = Index.build(said, TRAITS, [], RULES, PLACES, engine=spark)
    assert len(list(index.clusters())) == rows


@pytest.mark.proof
def test_the_core_world_of_khankendi_is_linked_the_same(
    spark: Engine, tmp_path: Path, whole: bool
) -> None:
    lists = core_lists(tmp_path / "world", 7, 1.0 if whole else 0.05)
    here = digests(linked(lists, EMBEDDED))
    there = digests(linked(lists, spark))
    assert there == here, f"embedded {here}, spark {there}"
