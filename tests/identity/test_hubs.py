"""Hubs and long proofs: update is build where a key, group or vehicle is overrun."""

from random import Random

import pytest

from bench._hub_rows import TRAITS, Hub, hubs, person
from bench._worlds import Lists, core_lists
from stillhere.identity import Index, ListTraits
from stillhere.reports.statements import Judgement, JudgementKind, PersonStatement
from tests.identity.made import judged, pool

pytestmark = pytest.mark.proof


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory, whole: bool) -> Lists:
    """A core world of about 20,000 mentions, or of about 1,000."""
    folder = tmp_path_factory.mktemp("identity") / "world"
    return core_lists(folder, 2, 0.18 if whole else 0.01)


@pytest.fixture(scope="module")
def crowded(whole: bool) -> tuple[Hub, ...]:
    """The four hubs whole, or a fortieth of three of them."""
    return hubs(1.0 if whole else 0.025, inserts=12)


def built(
    lists: Lists,
    mentions: list[PersonStatement],
    judgements: list[Judgement] | None = None,
) -> Index:
    traits = {**lists.traits, **TRAITS}
    return Index.build(mentions, traits, judgements or [], lists.rules, lists.places)


def assert_equal(index: Index, fresh: Index) -> None:
    assert pool(index) == pool(fresh)
    assert list(index.clusters()) == list(fresh.clusters())
    assert index.findings() == fresh.findings()


def test_rows_inserted_in_random_order_are_what_a_build_gives(
    lists: Lists, whole: bool
) -> None:
    rng = Random(3)  # noqa: S311 (a seeded order, no secret)
    mentions = list(lists.mentions)
    rng.shuffle(mentions)
    count = 3_000 if whole else 100
    index = built(lists, mentions[count:])
    fresh = built(lists, mentions)
    picture = {c.id: c for c in index.clusters()}
    for mention in mentions[:count]:
        change = index.update(come=[mention], lists=lists.traits)
        for name in change.vanished:
            picture.pop(name, None)
        picture |= {c.id: c for c in change.clusters}
    assert_equal(index, fresh)
    assert picture == {c.id: c for c in fresh.clusters()}


def test_hubs_are_updated_exactly_from_inside_and_outside(
    lists: Lists, crowded: tuple[Hub, ...], whole: bool
) -> None:
    rng = Random(4)  # noqa: S311 (a seeded order, no secret)
    rows = [row for hub in crowded for row in hub.rows]
    mentions = [*lists.mentions, *rows]
    inserts = [row for hub in crowded for row in hub.inserts]
    start = built(lists, mentions)
    index = built(lists, mentions)
    for row in inserts:
        index.update(come=[row], lists=TRAITS)
    assert_equal(index, built(lists, [*mentions, *inserts]))
    moved = rng.sample([*rows, *lists.mentions], 60 if whole else 20)
    index.update(gone=[m.report for m in moved])
    for mention in moved:
        index.update(come=[mention], lists={**lists.traits, **TRAITS})
    for row in rng.sample(inserts, len(inserts)):
        index.update(gone=[row.report])
    assert_equal(index, start)


def test_judgements_all_taken_back_leave_the_first_clusters(
    lists: Lists, whole: bool
) -> None:
    rng = Random(5)  # noqa: S311 (a seeded order, no secret)
    mentions = list(lists.mentions)
    index = built(lists, mentions)
    first = list(index.clusters())
    pairs = sorted(pair for pair in pool(index) if pair[0] < pair[1])
    names = [m.report for m in mentions]
    decisions = []
    for number in range(1_000 if whole else 60):
        near = rng.random() < 0.7
        a, b = rng.choice(pairs) if near else rng.sample(names, 2)
        kind = rng.choice(list(JudgementKind))
        decisions.append(judged(kind, a, b, number))  # type: ignore[arg-type]
    for decision in decisions:
        index.update(judgements_come=[decision])
    assert list(index.clusters()) != first
    assert_equal(index, built(lists, mentions, decisions))
    rng.shuffle(decisions)
    for decision in decisions:
        index.update(judgements_gone=[decision])
    assert list(index.clusters()) == first
    assert index.findings() == ()


@pytest.mark.parametrize("once", [False, True])
def test_a_rare_name_on_many_rows_is_one_large_component(
    lists: Lists, whole: bool, once: bool
) -> None:
    """Everybody is everybody's candidate; a once-list lets one of each side link."""
    size = 300 if whole else 40
    traits = {"many": ListTraits("many", once=once), "one": ListTraits("one")}
    rows = [person("many", n, "Zaven", "Ulubabyan") for n in range(size)]
    more = [person("one", n, "Zaven", "Ulubabyan") for n in range(3)]

    def linked(mentions: list[PersonStatement]) -> Index:
        return Index.build(mentions, traits, [], lists.rules, lists.places)

    index = linked(rows[1:])
    for row in (*more, rows[0]):
        index.update(come=[row], lists=traits)
    assert_equal(index, linked([*rows, *more]))
    largest = max(len(c.members) for c in index.clusters())
    assert largest == (len(more) if once else size + len(more))
    for row in more:
        index.update(gone=[row.report])
    assert_equal(index, linked(rows))
