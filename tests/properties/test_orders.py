from itertools import pairwise
from random import Random

import pytest

from stillhere.ledger import Picture
from stillhere.pipeline import build, update
from stillhere.reports import Report
from tests.properties.conftest import Tutorial


def _split(reports: list[Report], rng: Random) -> list[list[Report]]:
    cuts = sorted(rng.sample(range(len(reports) + 1), rng.randint(0, 4)))
    edges = [0, *cuts, len(reports)]
    return [reports[a:b] for a, b in pairwise(edges)]


def _in_parts(parts: list[list[Report]], town: Tutorial) -> Picture:
    picture = build(parts[0], town.rules, town.as_of)
    for part in parts[1:]:
        picture = update(picture, part)
    return picture


@pytest.mark.proof
def test_every_order_and_split_of_the_tutorial_town_gives_one_digest(
    tutorial: Tutorial, whole: bool
) -> None:
    expected = build(tutorial.reports, tutorial.rules, tutorial.as_of).digest
    for seed in range(1000 if whole else 30):
        rng = Random(seed)  # noqa: S311 (a fixed order)
        shuffled = [*tutorial.reports, *rng.sample(tutorial.reports, 20)]
        rng.shuffle(shuffled)
        assert _in_parts(_split(shuffled, rng), tutorial).digest == expected, seed


def test_one_report_after_the_other_gives_the_same_picture(tutorial: Tutorial) -> None:
    shuffled = list(tutorial.reports)
    Random(11).shuffle(shuffled)  # noqa: S311 (a fixed order)
    picture = build([], tutorial.rules, tutorial.as_of)
    for report in shuffled:
        picture = update(picture, [report])
    expected = build(tutorial.reports, tutorial.rules, tutorial.as_of)
    assert picture.digest == expected.digest
    assert dict(picture.referents) == dict(expected.referents)


def test_another_date_or_other_rules_are_another_picture(tutorial: Tutorial) -> None:
    here = build(tutorial.reports, tutorial.rules, tutorial.as_of)
    later = build(tutorial.reports, tutorial.rules, "2023-11-01")
    assert here.rules_digest == later.rules_digest
    assert here.digest != later.digest
