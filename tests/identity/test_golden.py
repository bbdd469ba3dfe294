"""The golden table shows every change of the comparing that no rules file states."""

from stillhere.identity.comparing.levels import PARTS
from tests.identity.weighed import FOLDER, table

GOLDEN = (FOLDER / "weighed.tsv").read_text(encoding="utf-8")


def test_pairs_meet_and_compare_as_they_did() -> None:
    assert table().splitlines() == GOLDEN.splitlines(), (
        "raise WEIGHING_VERSION and run tests/identity/golden/rewrite.py"
    )


def test_the_golden_pairs_stand_at_every_level_of_names_and_dates() -> None:
    told = {word for line in GOLDEN.splitlines() for word in line.split()}
    parts = ("given", "name", "birth", "address", "document")
    missing = {f"{part}={level}" for part in parts for level in PARTS[part]} - told
    assert missing == set()
