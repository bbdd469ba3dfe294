import pytest

from stillhere.publish.public import public_brief
from stillhere.publish.situation import situation_report
from stillhere.publish.sourcing import Sourcing, _ranges
from tests.publish.made import GAZETTEER, REGION, whole_picture


@pytest.mark.parametrize(
    ("numbers", "mark"),
    [([2], "[2]"), ([2, 1], "[1, 2]"), ([1, 2, 3, 7, 9, 10], "[1-3, 7, 9, 10]")],
)
def test_three_numbers_in_a_row_are_a_range(numbers: list[int], mark: str) -> None:
    assert _ranges(numbers) == mark


def test_sources_are_numbered_as_they_appear_and_named_once() -> None:
    picture = whole_picture()
    sources = Sourcing(situation_report(picture, GAZETTEER, REGION), picture).sources
    assert [s.number for s in sources] == list(range(1, len(sources) + 1))
    assert sources[0].name == "register"
    assert len({s.name for s in sources}) == len(sources)


def test_a_source_that_repeats_another_says_so() -> None:
    picture = whole_picture()
    sources = Sourcing(public_brief(picture, GAZETTEER, REGION), picture).sources
    assert {s.retells for s in sources if s.name == "dispatch"} == {"arrivals"}
