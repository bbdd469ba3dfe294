from dataclasses import replace
from types import MappingProxyType

import pytest

from stillhere.intake import BuildingTable
from stillhere.intake.world import Building
from stillhere.ledger import LedgerRules
from stillhere.pipeline import Rules
from stillhere.pipeline import rules as module
from stillhere.places import Gazetteer
from stillhere.vocabulary import Language


def _buildings(flats: int) -> BuildingTable:
    addresses = MappingProxyType({Language.EN: "Tumanyan St. 3"})
    house = Building("B1", "Khankendi", addresses, 100, 200, flats)
    return BuildingTable(MappingProxyType({"B1": house}))


def test_equal_rules_have_one_digest() -> None:
    assert Rules.shipped().digest == Rules.shipped().digest


def test_every_part_of_the_rules_is_in_their_digest() -> None:
    rules = Rules.shipped()
    others = [
        Rules.shipped(population=12),
        Rules.shipped(coverage=500_000),
        Rules.shipped(Gazetteer(())),
        Rules.shipped(buildings=_buildings(1)),
        Rules.shipped(buildings=_buildings(2)),
        replace(rules, ledger=LedgerRules(old_age=70)),
    ]
    digests = {rules.digest, *(other.digest for other in others)}
    assert len(digests) == len(others) + 1


@pytest.mark.parametrize(
    "counted", ["FOLD_VERSION", "READING_VERSION", "WEIGHING_VERSION"]
)
def test_so_is_every_change_of_the_program_that_is_counted(
    counted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Rules.shipped().digest
    monkeypatch.setattr(module, counted, getattr(module, counted) + 1)
    assert Rules.shipped().digest != before
